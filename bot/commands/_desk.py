"""The help desk that the subcommands ask."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.search.helpdesk import HelpDeskSearch

Load = Callable[[], "HelpDeskSearch"]


def shipped_desk() -> "HelpDeskSearch":
    """The help desk over the content that ships."""
    from bot.content import Content
    from bot.search.helpdesk import HelpDeskSearch

    return HelpDeskSearch(Content.load())
