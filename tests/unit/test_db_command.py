"""`db` and `run` from outside: what they say, and how they end."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from click.testing import Result
from sqlalchemy.exc import ArgumentError, DBAPIError
from typer.testing import CliRunner

from bot.commands import db, run
from bot.outages import OutOfReach, database_trouble
from bot.settings import DESCRIPTIONS, SettingsError
from tests.doubles.kept_process import kept_process


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No settings but those of the test, in an empty folder."""
    for name in DESCRIPTIONS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    with kept_process():
        yield


def call(*given: str, **settings: str) -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    db.register(app)
    run.register(app)
    return CliRunner().invoke(app, given, env=settings)


def test_upgrade_makes_a_database_that_check_is_content_with() -> None:
    made = call("db", "upgrade")
    assert (made.exit_code, made.stdout) == (0, "Database bijgewerkt / database upgraded: 0003\n")
    assert Path("var/bewonersbot.db").exists()
    checked = call("db", "check")
    assert (checked.exit_code, checked.stdout) == (0, "In orde / in order: 0003\n")


def test_an_empty_database_does_not_fit() -> None:
    checked = call("db", "check")
    assert checked.exit_code == 1
    assert "versie / revision None, nodig / needed 0003" in checked.stderr
    assert "python -m bot db upgrade" in checked.stderr


def test_a_table_that_is_not_in_the_code_is_drift(sqlite_template: Path, tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "bot.db"
    shutil.copy(sqlite_template, path)
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE leftover (id INTEGER)")
    file.close()
    checked = call("db", "check", DATABASE_URL=f"sqlite+aiosqlite:///{path}")
    assert checked.exit_code == 1
    assert "leftover" in checked.stderr


AWAY = "postgresql+asyncpg://bot:geheim@127.0.0.1:1/bot"
TROUBLES = [
    (AWAY, 1, "De database is niet te bereiken."),
    ("sqlite+aiosqlite:////proc/nothing/bot.db", 2, ".env: DATA_DIR: de bot kan in deze map"),
    ("sqlite+aiosqlite:////etc/passwd", 2, ".env: DATABASE_URL: dit bestand is geen database"),
    ("postgresql+asyncpg://[::1/bot", 2, ".env: DATABASE_URL:"),
    ("mysql://bot:geheim@host/bot", 2, ".env: DATABASE_URL: begint niet met"),
]


@pytest.mark.parametrize(("url", "status", "said"), TROUBLES)
@pytest.mark.parametrize("command", [("db", "upgrade"), ("db", "check"), ("run",)])
def test_a_database_that_cannot_be_used_is_one_line(
    command: tuple[str, ...], url: str, status: int, said: str
) -> None:
    token = "x" * 26 + ".yyyyyy." + "z" * 30
    result = call(*command, DATABASE_URL=url, DISCORD_TOKEN=token, LOG_LEVEL="ERROR")
    assert result.exit_code == status
    assert result.stderr.startswith(said)
    assert len(result.stderr.splitlines()) == 1
    assert "geheim" not in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_discord_that_cannot_be_reached_is_one_line_and_status_1() -> None:
    result = call(
        "run",
        DISCORD_TOKEN="x" * 26 + ".yyyyyy." + "z" * 30,
        DISCORD_API_BASE="http://127.0.0.1:1",
        LOG_LEVEL="ERROR",
    )
    assert result.exit_code == 1
    assert result.stderr.startswith("Discord is niet te bereiken.")
    assert len(result.stderr.splitlines()) == 1


def test_run_without_a_token_says_what_to_do_and_names_the_slip(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKKEN=abc\nPOSTGRES_PASSWORD=x\n", encoding="utf-8")
    result = call("run")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == (
        ".env: DISCORD_TOKKEN is geen instelling van de bot. Bedoel je DISCORD_TOKEN?"
    )
    assert "Er is geen DISCORD_TOKEN" in result.stderr
    assert "POSTGRES_PASSWORD" not in result.stderr
    assert "abc" not in result.stderr


def test_run_tells_every_wrong_setting_and_ends_with_status_2() -> None:
    result = call("run", LANGUAGE="frans", TIMEZONE="Maan")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 2


class Refusal(Exception):
    """What asyncpg raises, as far as it is looked at."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__("geheim")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (DBAPIError("", (), Refusal("28P01")), SettingsError, "kent deze naam"),
        (DBAPIError("", (), Refusal("3D000")), SettingsError, "kent deze naam"),
        (DBAPIError("", (), Refusal("57P03")), OutOfReach, "niet te bereiken"),
        (ArgumentError("geheim"), SettingsError, "dit adres is niet te lezen"),
        (PermissionError(13, "Permission denied", "/x"), SettingsError, "DATA_DIR"),
    ],
)
def test_a_wrong_setting_is_told_from_a_database_that_is_away(
    error: Exception, kind: type[Exception], said: str
) -> None:
    told = database_trouble(error)
    assert isinstance(told, kind)
    assert said in str(told)
    assert "geheim" not in str(told)
