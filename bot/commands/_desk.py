"""The help desk that the subcommands ask."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from bot.commands._lines import clean

if TYPE_CHECKING:
    from bot.search.helpdesk import HelpDeskSearch

Load = Callable[[], "HelpDeskSearch"]


def shipped_desk() -> "HelpDeskSearch":
    """The help desk over the content that ships; a damaged file ends the command with status 1."""
    from bot.content import Content, ContentError
    from bot.search.helpdesk import HelpDeskSearch

    try:
        return HelpDeskSearch(Content.load())
    except ContentError as error:
        typer.echo(clean(str(error)), err=True)
        raise typer.Exit(1) from None
