"""`run`: serve the platforms that `.env` configures."""

import asyncio
import sys

import typer

from bot import memory
from bot.outages import OutOfReach
from bot.settings import Settings, SettingsError, load_settings, odd_names


def read_settings() -> Settings:
    """The settings, or the end of the program with a line for every mistake (status 2)."""
    try:
        return load_settings()
    except SettingsError as error:
        raise ended(error) from None


def ended(error: SettingsError | OutOfReach) -> typer.Exit:
    """Say why the program ends: status 2 for wrong settings, 1 for what is away for now."""
    if isinstance(error, OutOfReach):
        sys.stderr.write(f"{error.line}\n")
        return typer.Exit(1)
    for line in error.lines:
        sys.stderr.write(f".env: {line}\n")
    return typer.Exit(2)


def register(app: typer.Typer) -> None:
    """Add the subcommand."""

    @app.command("run")
    def run() -> None:
        """Zet de bot aan op de platforms die in .env staan."""
        memory.spare()
        from bot.logs import start_log

        settings = read_settings()
        for odd in odd_names():
            if odd.meant:
                sys.stderr.write(f"{odd.where}: {odd.line}\n")
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
        except (SettingsError, OutOfReach) as error:
            raise ended(error) from None
