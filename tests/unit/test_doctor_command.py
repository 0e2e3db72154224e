"""`doctor` without Discord: each thing that is wrong, what it is for, and how to mend it."""

import asyncio
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from bot.commands import _examining as examining
from bot.commands import doctor
from bot.settings import DESCRIPTIONS
from data.store import Store, communities, jobs
from tests.doubles.kept_process import kept_process

LONG_AGO = timedelta(days=30)


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
    doctor.register(app)
    return CliRunner().invoke(app, ["doctor", *given], env=settings)


def findings(**settings: str) -> dict[str, dict[str, object]]:
    result = call("--json", **settings)
    return {str(one["what"]): one for one in json.loads(result.stdout)}


@pytest.fixture
def database(sqlite_template: Path, tmp_path: Path) -> Path:
    """A database that fits, where the bot looks for it."""
    path = tmp_path / "var" / "bewonersbot.db"
    path.parent.mkdir()
    shutil.copy(sqlite_template, path)
    return path


async def remember(path: Path, *, since: timedelta, done: timedelta | None, job: bool) -> None:
    """A community of some age, and when the daily work was last done."""
    store, now = Store(f"sqlite+aiosqlite:///{path}"), datetime.now(UTC)
    async with store.writing() as session:
        await communities.add_alone(session, "Wijk", now - since)
        if job:
            row = await jobs.hold(session, "retention", now)
            row.done_at = None if done is None else now - done
    await store.close()


def test_a_new_installation_lacks_only_a_token_and_nothing_is_made(tmp_path: Path) -> None:
    result = call()
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if line.startswith("[FOUT]")] == [
        "[FOUT] Discord-token: niet ingevuld"
    ]
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_says_what_it_is_for_and_what_to_do() -> None:
    lines = call().stdout.splitlines()
    place = lines.index("[FOUT] Discord-token: niet ingevuld")
    assert lines[place + 1].startswith("       Waarvoor: ")
    assert lines[place + 2].startswith("       Doe dit: ")


def test_json_is_one_document_with_a_fixed_shape() -> None:
    result = call("--json")
    found = json.loads(result.stdout)
    assert {tuple(one) for one in found} == {("what", "ok", "found", "why", "mend")}
    assert all(one["why"] and one["mend"] for one in found if not one["ok"])
    assert result.exit_code == 1


def test_wrong_settings_are_told_one_by_one_with_status_2() -> None:
    result = call("--json", LANGUAGE="frans", TIMEZONE="Maan")
    assert result.exit_code == 2
    assert [one["found"].partition(":")[0] for one in json.loads(result.stdout)] == [
        "LANGUAGE",
        "TIMEZONE",
    ]


def test_a_name_with_a_slip_is_wrong_and_a_name_of_others_is_not(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKKEN=abc\nPOSTGRES_PASSWORD=x\n", encoding="utf-8")
    found = findings()
    slip = found["Instelling DISCORD_TOKKEN (.env)"]
    assert (slip["ok"], "Bedoel je DISCORD_TOKEN?" in str(slip["found"])) == (False, True)
    assert found["Instelling POSTGRES_PASSWORD (.env)"]["ok"] is True


def test_a_slip_is_told_beside_every_other_mistake(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKKEN=abc\nTIMEZONE=Mars\n", encoding="utf-8")
    told = call()
    assert told.exit_code == 2
    assert "TIMEZONE: geen tijdzone" in told.stdout
    assert "Bedoel je DISCORD_TOKEN?" in told.stdout


def test_an_empty_data_folder_means_the_default() -> None:
    found = findings(DATA_DIR="")
    assert str(found["Map voor gegevens (DATA_DIR)"]["found"]).startswith("var, ")


def test_a_data_folder_that_is_a_file_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("x", encoding="utf-8")
    folder = findings(DATA_DIR="bezet")["Map voor gegevens (DATA_DIR)"]
    assert (folder["ok"], folder["found"]) == (False, "bezet: niet te schrijven")


def test_a_full_disk_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "ENOUGH_MB", 10**12)
    folder = findings()["Map voor gegevens (DATA_DIR)"]
    assert (folder["ok"], folder["mend"]) == (False, "Maak ruimte vrij op de schijf.")


@pytest.mark.parametrize(
    ("folder", "file", "ok"), [(0o700, 0o600, True), (0o755, 0o600, False), (0o700, 0o644, False)]
)
def test_keys_are_for_the_bot_alone(tmp_path: Path, folder: int, file: int, ok: bool) -> None:
    keys = tmp_path / "var" / "keys"
    keys.mkdir(parents=True)
    (keys / "poll").write_bytes(b"x")
    (keys / "poll").chmod(file)
    keys.chmod(folder)
    seen = findings()["Sleutels"]
    assert seen["ok"] is ok
    assert bool(seen["mend"]) is not ok


def test_a_database_that_fits_is_in_order(database: Path) -> None:
    assert findings()["Database"]["found"] == "versie 0003"


def test_a_database_of_another_version_is_wrong(database: Path) -> None:
    with sqlite3.connect(database) as file:
        file.execute("UPDATE alembic_version SET version_num = '0000'")
    file.close()
    found = findings()["Database"]
    assert (found["ok"], found["found"]) == (False, "versie 0000, nodig is 0003")
    assert found["mend"] == "python -m bot db upgrade"


def test_a_database_that_drifted_is_wrong(database: Path) -> None:
    with sqlite3.connect(database) as file:
        file.execute("CREATE TABLE leftover (id INTEGER)")
    file.close()
    found = findings()["Database"]
    assert (found["ok"], "leftover" in str(found["found"])) == (False, True)


def test_an_empty_database_will_be_filled(tmp_path: Path) -> None:
    path = tmp_path / "leeg.db"
    sqlite3.connect(path).close()
    path.touch()
    found = findings(DATABASE_URL=f"sqlite+aiosqlite:///{path}")["Database"]
    assert (found["ok"], found["found"]) == (True, "leeg, de bot vult hem bij de start")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql+asyncpg://bot:geheim@127.0.0.1:1/bot", "De database is niet te bereiken"),
        ("sqlite+aiosqlite:////etc/passwd", "dit bestand is geen database"),
        ("sqlite+aiosqlite:////proc/bot.db/x/bot.db", "niet te maken"),
    ],
)
def test_a_database_that_cannot_be_used_is_wrong(url: str, said: str) -> None:
    if said == "niet te maken" and os.access("/proc", os.W_OK):
        url = "sqlite+aiosqlite:////etc/passwd/bot.db"
    found = findings(DATABASE_URL=url)["Database"]
    assert (found["ok"], said in str(found["found"])) == (False, True)
    assert "geheim" not in json.dumps(found)


@pytest.mark.parametrize(
    ("since", "done", "job", "ok"),
    [
        (LONG_AGO, timedelta(hours=47), True, True),
        (LONG_AGO, timedelta(hours=49), True, False),
        (LONG_AGO, None, True, False),
        (LONG_AGO, None, False, False),
        (timedelta(hours=1), None, True, True),
        (timedelta(hours=1), None, False, True),
    ],
)
def test_daily_work_that_is_not_done_for_two_days_is_wrong(
    database: Path, since: timedelta, done: timedelta | None, job: bool, ok: bool
) -> None:
    asyncio.run(remember(database, since=since, done=done, job=job))
    found = findings()["Dagelijks opruimen"]
    assert found["ok"] is ok
    assert ("job-broken" in str(found["mend"])) is not ok


def test_the_daily_work_of_a_database_that_nobody_uses_is_not_late(database: Path) -> None:
    assert findings()["Dagelijks opruimen"]["ok"] is True


def test_discord_that_cannot_be_reached_is_one_finding(database: Path) -> None:
    token = "x" * 26 + ".yyyyyy." + "z" * 30
    found = findings(DISCORD_TOKEN=token, DISCORD_API_BASE="http://127.0.0.1:1")["Discord"]
    assert (found["ok"], "niet te bereiken" in str(found["found"])) == (False, True)
