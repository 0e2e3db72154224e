"""`.env`: what it may hold, what a mistake in it leads to, and names that are not known."""

from pathlib import Path

import pytest

from bot.settings import (
    DESCRIPTIONS,
    Settings,
    SettingsError,
    env_example,
    load_settings,
    odd_names,
)
from tests.meta.conftest import ROOT


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own."""
    for name in DESCRIPTIONS:
        monkeypatch.delenv(name, raising=False)


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / ".env"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def mistakes(folder: Path, text: str | bytes) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        load_settings(write(folder, text))
    return caught.value.lines


def test_without_a_file_everything_has_a_default(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "nothing")
    assert (settings.discord_token, settings.language) == (None, "nl")
    assert settings.database == "sqlite+aiosqlite:///var/bewonersbot.db"


@pytest.mark.parametrize("name", sorted(DESCRIPTIONS))
def test_an_empty_line_means_not_set(tmp_path: Path, name: str) -> None:
    assert load_settings(write(tmp_path, f"{name}=\n")) == load_settings(tmp_path / "nothing")


def test_an_empty_data_folder_is_not_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", " ")
    assert load_settings(tmp_path / "nothing").data_dir == Path("var")


def test_every_mistake_is_told_at_once_and_no_value(tmp_path: Path) -> None:
    lines = mistakes(
        tmp_path,
        "LANGUAGE=frans\nTIMEZONE=Maan/Krater\nDATABASE_URL=mysql://geheim\n"
        "DISCORD_API_BASE=ergens\nMESSAGE_CONTENT=soms\nLOG_FORMAT=geheim\n",
    )
    assert sorted(line.partition(":")[0] for line in lines) == [
        "DATABASE_URL",
        "DISCORD_API_BASE",
        "LANGUAGE",
        "LOG_FORMAT",
        "MESSAGE_CONTENT",
        "TIMEZONE",
    ]
    assert "geheim" not in "".join(lines)
    assert "LANGUAGE: kies uit 'nl' of 'en'" in lines
    assert "MESSAGE_CONTENT: kies uit true of false" in lines


def test_a_port_that_is_no_number_is_told(tmp_path: Path) -> None:
    address = "postgresql+asyncpg://bot:geheim@host:poort/bot"
    assert mistakes(tmp_path, f"DATABASE_URL={address}\n") == (
        "DATABASE_URL: de poort in het adres is geen getal",
    )


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    assert mistakes(tmp_path, b"DISCORD_TOKEN=\xff\xfe\n") == (
        "dit bestand is geen gewone tekst (UTF-8)",
    )


def test_a_file_that_cannot_be_read_is_told() -> None:
    with pytest.raises(SettingsError, match="dit bestand is niet te lezen"):
        load_settings(Path("/proc/self/mem"))


@pytest.mark.parametrize(
    ("said", "meant"), [("nl_NL:en", "en"), ("en_US.UTF-8", "en"), ("fr_FR", "en"), ("nl", "nl")]
)
def test_the_language_of_linux_is_not_that_of_the_bot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, meant: str
) -> None:
    monkeypatch.setenv("LANGUAGE", said)
    assert load_settings(write(tmp_path, "LANGUAGE=en\n")).language == meant


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = load_settings(write(tmp_path, "DATA_DIR=~/bot\n"))
    assert settings.data_dir == tmp_path / "bot"


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    url = "postgresql+asyncpg://bot:wachtwoord@host/bot"
    settings = load_settings(write(tmp_path, f"DISCORD_TOKEN=abc.def\nDATABASE_URL={url}\n"))
    assert "abc.def" not in repr(settings)
    assert "wachtwoord" not in repr(settings)
    assert settings.database == url


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("DISCORD_TOKKEN", "DISCORD_TOKEN"),
        ("DISCORDTOKEN", "DISCORD_TOKEN"),
        ("DATABASE_ULR", "DATABASE_URL"),
        ("LANGUGE", "LANGUAGE"),
        ("data_dirr", "DATA_DIR"),
    ],
)
def test_a_name_with_a_slip_is_told_with_the_right_one(
    tmp_path: Path, typed: str, meant: str
) -> None:
    (odd,) = odd_names(write(tmp_path, f"{typed}=x\nLOG_LEVEL=INFO\n"), {})
    assert (odd.name, odd.where, odd.meant) == (typed.upper(), ".env", meant)
    assert odd.line == f"{typed.upper()} is geen instelling van de bot. Bedoel je {meant}?"


def test_a_name_of_another_program_is_told_without_a_guess(tmp_path: Path) -> None:
    (odd,) = odd_names(write(tmp_path, "POSTGRES_PASSWORD=x\n"), {})
    assert (odd.meant, odd.line) == (None, "POSTGRES_PASSWORD is geen instelling van de bot.")


def test_around_the_bot_only_names_that_look_like_a_setting_count(tmp_path: Path) -> None:
    around = {
        "DISCORD_TOKKEN": "x",
        "PATH": "/bin",
        "LANG": "nl_NL",
        "XDG_DATA_DIRS": "/usr",
        "LOGNAME": "bot",
        "DISCORD_TOKEN_FILE": "/run/x",
        "TZ": "UTC",
    }
    found = odd_names(tmp_path / "nothing", around)
    assert [(one.name, one.where, one.meant) for one in found] == [
        ("DISCORD_TOKKEN", "omgeving", "DISCORD_TOKEN")
    ]


def test_a_good_file_has_no_odd_names() -> None:
    assert odd_names(ROOT / ".env.example", {}) == ()


def test_the_example_is_that_of_the_settings() -> None:
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == env_example()
    assert [name for name in Settings.model_fields if name.upper() not in DESCRIPTIONS] == []
