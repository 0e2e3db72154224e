"""`run`: serve the platforms that `.env` configures."""

import asyncio
import gc
import sys
from typing import cast

import typer

from bot.settings import Settings, SettingsError, load_settings


def read_settings() -> Settings:
    """The settings, or the end of the program with a line for every mistake (status 2)."""
    try:
        return load_settings()
    except SettingsError as error:
        tell(error)
        raise typer.Exit(2) from None


def tell(error: SettingsError) -> None:
    """Every mistake in the settings, one line each."""
    for line in error.lines:
        sys.stderr.write(f".env: {line}\n")


def _start_light() -> None:
    """Spare the start what it does not need.

    What it makes stays, so there is no garbage to look for; `serve` turns that on when the doors
    are open. structlog imports rich when it is there, for colours that a log of ours never shows.
    Source: measured by hand; rich 0.05 s and 5 MB, the collector about 0.1 s on a noisy machine.
    """
    gc.disable()
    cast("dict[str, object]", sys.modules).setdefault("rich", None)


def register(app: typer.Typer) -> None:
    """Add the subcommand."""

    @app.command("run")
    def run() -> None:
        """Zet de bot aan op de platforms die in .env staan."""
        _start_light()
        from bot.logs import start_log

        settings = read_settings()
        start_log(settings.log_format, settings.log_level)
        if settings.discord_token is None:
            sys.stderr.write(
                "Er is geen DISCORD_TOKEN. Zet het in .env (zie .env.example), of probeer de bot "
                "zonder token: make demo.\n"
                "There is no DISCORD_TOKEN. Put it in .env (see .env.example), or try the bot "
                "without one: make demo.\n"
            )
            raise typer.Exit(2)
        from bot.app import serve

        try:
            asyncio.run(serve(settings))
        except SettingsError as error:
            tell(error)
            raise typer.Exit(2) from None
