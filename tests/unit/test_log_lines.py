"""The log: one form for our lines and those of libraries, and never a secret."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import hide_secrets, start_log
from bot.settings import LogFormat
from tests.doubles.kept_process import kept_process

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0"


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """Put the log of the tests back."""
    with kept_process():
        yield


def fail(error: Exception) -> None:
    raise error


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"logging in with {TOKEN} now", "logging in with [geheim] now"),
        ("POST /webhooks/12/secret-token/x", "POST /webhooks/12/[geheim]/x"),
        ("postgresql+asyncpg://bot:pass@host/db", "postgresql+asyncpg://bot:[geheim]@host/db"),
        ("poll 7 was closed", "poll 7 was closed"),
    ],
)
def test_tokens_and_passwords_are_hidden(text: str, kept: str) -> None:
    assert hide_secrets(text) == kept


def test_our_lines_are_one_event_with_its_facts(capsys: pytest.CaptureFixture[str]) -> None:
    start_log(LogFormat.JSON, "INFO")
    structlog.get_logger("polls").info("ballot", poll=7, used=TOKEN)
    (line,) = lines(capsys)
    assert line["event"] == "ballot"
    assert (line["poll"], line["used"]) == (7, "[geheim]")
    assert (line["level"], line["logger"]) == ("info", "polls")
    assert str(line["timestamp"]).endswith("Z")


def test_lines_of_libraries_have_the_same_form(capsys: pytest.CaptureFixture[str]) -> None:
    start_log(LogFormat.JSON, "INFO")
    logging.getLogger("elsewhere").warning("using %s", TOKEN)
    (line,) = lines(capsys)
    assert (line["event"], line["logger"]) == ("using [geheim]", "elsewhere")


def test_libraries_that_talk_much_are_heard_from_warning_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    start_log(LogFormat.JSON, "DEBUG")
    logging.getLogger("discord.client").info("logging in using static token")
    logging.getLogger("discord.client").warning("slow")
    assert [line["event"] for line in lines(capsys)] == ["slow"]


def test_an_error_is_told_by_kind_and_place_without_its_message(
    capsys: pytest.CaptureFixture[str],
) -> None:
    start_log(LogFormat.JSON, "INFO")
    try:
        fail(ValueError("Rosa vroeg iets"))
    except ValueError:
        structlog.get_logger("jobs").exception("job-broken")
    (line,) = lines(capsys)
    assert "ValueError" in str(line["exception"])
    assert "ValueError: Rosa" not in str(line)


def test_a_task_that_broke_is_told_without_its_error(capsys: pytest.CaptureFixture[str]) -> None:
    start_log(LogFormat.JSON, "INFO")
    logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: <Rosa>")
    (line,) = lines(capsys)
    assert line["event"] == "Task exception was never retrieved"


def test_an_outage_that_discord_py_waits_out_is_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    start_log(LogFormat.JSON, "INFO")
    try:
        fail(ConnectionResetError())
    except ConnectionResetError:
        logging.getLogger("discord.client").exception("Attempting a reconnect in 1.50s")
    (line,) = lines(capsys)
    assert line["event"] == "Attempting a reconnect in 1.50s"
    assert line["error"] == "ConnectionResetError"
    assert "exception" not in line


def test_a_mistake_in_discord_py_keeps_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    start_log(LogFormat.JSON, "INFO")
    try:
        fail(KeyError("x"))
    except KeyError:
        logging.getLogger("discord.client").exception("Ignoring exception in on_ready")
    (line,) = lines(capsys)
    assert "KeyError" in str(line["exception"])


def test_the_form_for_people_has_the_same_facts(capsys: pytest.CaptureFixture[str]) -> None:
    start_log(LogFormat.CONSOLE, "WARNING")
    structlog.get_logger("polls").info("quiet")
    structlog.get_logger("polls").warning("ballot", poll=7)
    said = capsys.readouterr().err
    assert "quiet" not in said
    assert "ballot" in said
    assert "poll=7" in said
