"""The tags of the help forum: how far a question is, and what it is about."""

from collections.abc import Sequence
from typing import Final

import discord
import structlog

from bot.texts import LANGUAGES, Texts
from cogs._client import Services
from cogs._ui import TROUBLE

STATES: Final = ("open", "answered", "solved")
MOST: Final = 20
"""Source: Discord, tags of a forum."""
LONGEST: Final = 20
"""Source: Discord, characters of a tag."""
_log = structlog.get_logger("setup")


async def put_tags(services: Services, forum: discord.ForumChannel, language: str) -> None:
    """Give a help forum the tags that it lacks; those that it has stay as they are.

    Without the permission to manage channels nothing happens: the settings name that one.
    """
    tags = _wanted(services, forum.available_tags, language)
    if len(tags) == len(forum.available_tags):
        return
    try:
        await forum.edit(available_tags=tags)
    except TROUBLE as error:
        _log.warning("tags-not-made", forum=forum.id, error=type(error).__name__)


def _wanted(
    services: Services, has: Sequence[discord.ForumTag], language: str
) -> list[discord.ForumTag]:
    """All tags that a help forum should have, after those that it has; states first.

    Only who manages posts can put the tag of a state on a post by hand.
    """
    tags, names = list(has), {tag.name for tag in has}
    for kind in (*STATES, *services.forum.groups):
        known = {_name(services.texts, kind, one) for one in LANGUAGES}
        if not known & names and len(tags) < MOST:
            name = _name(services.texts, kind, language)
            tags.append(discord.ForumTag(name=name, moderated=kind in STATES))
    return tags


def tags_of(texts: Texts, kind: str, forum: discord.ForumChannel) -> list[discord.ForumTag]:
    """The tags of a forum that mean this, in whatever language they were made."""
    names = {_name(texts, kind, language) for language in LANGUAGES}
    return [tag for tag in forum.available_tags if tag.name in names]


def _name(texts: Texts, kind: str, language: str) -> str:
    key = f"forum-state-{kind}" if kind in STATES else f"forum-theme-{kind}"
    return texts.text(key, language)[:LONGEST]
