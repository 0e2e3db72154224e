"""Text that others wrote: what may be stored of it, and what may be shown of it.

`plain` is for what we store and compare, `clean` for what we send to a chat. Nothing here raises on
any text, and every search is linear in its length.
Source: domain rules on threats, "markdown and platform tags" up to "bidi, zero-width, zalgo".
"""

from bot.untrusted.characters import plain
from bot.untrusted.links import ShownLink, is_link, shown_host, shown_link
from bot.untrusted.markup import clean
from bot.untrusted.personal import (
    PersonalKind,
    PersonalNumber,
    personal_numbers,
    without_personal_numbers,
)

__all__ = [
    "PersonalKind",
    "PersonalNumber",
    "ShownLink",
    "clean",
    "is_link",
    "personal_numbers",
    "plain",
    "shown_host",
    "shown_link",
    "without_personal_numbers",
]
