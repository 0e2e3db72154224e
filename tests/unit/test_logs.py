"""The log says what went wrong, never with what text or name."""

import asyncio
import gc
import logging
import subprocess
import sys
import threading

import pytest
import structlog

from bot.errors import BadInput
from bot.logs import hide_secrets
from bot.settings import LogFormat
from bot.tracebacks import guard_shell, without_values
from tests.doubles.captured_log import captured_log

SECRET = "kwartelfanfare"


def look_up() -> None:
    try:
        {}[SECRET]
    except KeyError as error:
        msg = f"no {SECRET} here"
        raise ValueError(msg) from error


def broken() -> Exception:
    with pytest.raises(ValueError, match=SECRET) as caught:
        look_up()
    return caught.value


@pytest.mark.parametrize("form", LogFormat)
def test_an_exception_of_ours_is_logged_by_its_kind_and_place(form: LogFormat) -> None:
    with captured_log(form) as log:
        structlog.get_logger("test").error("broken", exc_info=broken())
    assert "in look_up" in log.getvalue()
    assert "ValueError" in log.getvalue()
    assert SECRET not in log.getvalue()


def test_an_exception_that_a_library_logs_is_shown_the_same_way() -> None:
    with captured_log() as log:
        logging.getLogger("discord.client").error("Ignoring", exc_info=broken())
    assert "KeyError" in log.getvalue()
    assert SECRET not in log.getvalue()


def test_a_task_that_nobody_waited_for_is_logged_without_its_message() -> None:
    async def fail() -> None:
        raise broken()

    async def forget() -> None:
        task = asyncio.ensure_future(fail())
        await asyncio.wait({task})
        del task
        gc.collect()

    with captured_log() as log:
        asyncio.run(forget())
    assert "Task exception was never retrieved" in log.getvalue()
    assert SECRET not in log.getvalue()


def test_a_token_in_a_line_is_hidden() -> None:
    assert hide_secrets("postgresql://me:hush@host/db") == "postgresql://me:[geheim]@host/db"


def test_facts_that_help_are_told_and_a_loop_of_causes_ends() -> None:
    error = BadInput(text=SECRET)
    error.__cause__ = ValueError(SECRET)
    error.__cause__.__cause__ = error
    told = without_values(error)
    assert "BadInput key=error-bad-input code=I1" in told
    assert SECRET not in told


def test_every_error_of_a_group_is_told() -> None:
    told = without_values(ExceptionGroup(SECRET, [ValueError(SECRET), KeyError(SECRET)]))
    assert "ValueError" in told
    assert "KeyError" in told
    assert SECRET not in told


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", threading.excepthook)
    guard_shell()


@pytest.mark.usefixtures("guarded")
def test_a_program_that_breaks_says_so_without_values(capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(ValueError, broken(), None)
    said = capsys.readouterr().err
    assert "Er ging iets mis in de bot zelf." in said
    assert "in look_up" in said
    assert SECRET not in said


@pytest.mark.usefixtures("guarded")
def test_a_thread_that_breaks_says_so_without_values(capsys: pytest.CaptureFixture[str]) -> None:
    for error in (broken(), None):
        threading.excepthook(threading.ExceptHookArgs((ValueError, error, None, None)))
    said = capsys.readouterr().err
    assert said.count("builtins.ValueError") == 1
    assert SECRET not in said


@pytest.mark.usefixtures("guarded")
def test_who_stops_the_program_reads_no_trace(capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == ""


def test_the_command_line_is_guarded() -> None:
    program = (
        "import sys, typer; from bot.commands import db; from bot import __main__ as m\n"
        "def register(app):\n"
        "    @app.command('break')\n"
        "    def work(): raise ValueError('kwartel' 'fanfare')\n"
        "m.db.register = register; sys.argv = ['bot', 'break']; m.main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert "Er ging iets mis in de bot zelf." in done.stderr
    assert SECRET not in done.stderr
