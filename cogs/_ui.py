"""What every door does the same way: who is this, in which language, and how an error is told."""

import asyncio
import contextlib
import re
import secrets
from collections.abc import Awaitable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

import aiohttp
import discord
import structlog
from discord import app_commands

from bot.errors import NotAllowed, Unexpected, as_domain
from bot.people import Arrival, Person
from bot.texts import language_of
from bot.untrusted import clean
from cogs._client import Client, Interaction

PLATFORM: Final = "discord"
LONGEST: Final = 2000
"""Discord's limit for a message, in characters."""
SLOW_S: Final = 1.0
"""After this long people see "thinking…"; Discord gives up on a press after 3 s without a sign."""
ANSWERED: Final = 40060
"""Discord: the interaction was answered already."""
TOO_LATE: Final = (10062, ANSWERED)
"""Discord: the interaction is unknown by now, or was answered already."""
TROUBLE: Final = (discord.DiscordException, aiohttp.ClientError, OSError)
"""Whatever goes wrong between the bot and Discord; a cut line is no exception of discord.py."""
_log = structlog.get_logger("discord-door")


def ref(id_: int) -> str:
    """An id of Discord as the bot keeps it."""
    return f"{PLATFORM}:{id_}"


def number(reference: str) -> int:
    """The id of Discord in a reference that `ref` made."""
    return int(reference.removeprefix(f"{PLATFORM}:"))


def origin_of(interaction: Interaction) -> str:
    """What makes one press or form one thing, however often it arrives."""
    return f"{PLATFORM}:i:{interaction.id}"


def language_for(interaction: Interaction) -> str:
    """The language of the person at this door, known or not."""
    person: Person | None = interaction.extras.get("person")
    return person.language if person else language_of(str(interaction.locale))


async def person_of(interaction: Interaction) -> Person:
    """The person at this door, with the rights of this moment. Raises: NoCommunity."""
    arrival = await arrival_of(interaction.client, interaction.user, str(interaction.locale))
    person = await interaction.client.services.people.recognise(arrival)
    interaction.extras["person"] = person
    return person


async def arrival_of(client: Client, user: discord.User | discord.Member, locale: str) -> Arrival:
    """What Discord says of somebody; in a direct message it is asked anew."""
    member = user if isinstance(user, discord.Member) else await _member(client, user)
    roles = member.roles if isinstance(member, discord.Member) else []
    return Arrival(
        identity=ref(user.id),
        name=user.display_name,
        space=ref(member.guild.id) if isinstance(member, discord.Member) else None,
        space_name=member.guild.name if isinstance(member, discord.Member) else "",
        locale=locale,
        role_ids=frozenset(ref(role.id) for role in roles),
        is_steward=isinstance(member, discord.Member) and member.guild_permissions.manage_guild,
    )


async def _member(client: Client, user: discord.User) -> discord.Member | None:
    for guild in client.guilds:
        try:
            return await guild.fetch_member(user.id)
        except discord.NotFound:
            continue
    return None


def say(interaction: Interaction, key: str, **facts: object) -> str:
    """A text in the language of the person at this door."""
    return interaction.client.services.texts.text(key, language_for(interaction), **facts)


async def reply(
    interaction: Interaction,
    text: str,
    view: discord.ui.View | None = None,
    files: list[discord.File] | None = None,
) -> None:
    """Tell only this person, as first or as further answer."""
    extra: dict[str, Any] = {"ephemeral": True, "files": files or []}
    if view is not None:
        extra["view"] = view
    parts = split(text)
    for position, part in enumerate(parts, start=1):
        if position < len(parts):
            await _send(interaction, part, {"ephemeral": True})
        else:
            await _send(interaction, part, extra)


async def _send(interaction: Interaction, text: str, extra: Mapping[str, Any]) -> None:
    if (patience := interaction.extras.pop("patience", None)) is not None:
        await patience.end()
    if interaction.response.is_done() or "answered" in interaction.extras:
        await interaction.followup.send(text, **extra)
        return
    try:
        await interaction.response.send_message(text, **extra)
    except (aiohttp.ClientError, OSError):
        if extra.get("files"):
            raise  # they were read to their end
        await _send_again(interaction, text, extra)


async def _send_again(interaction: Interaction, text: str, extra: Mapping[str, Any]) -> None:
    """After a cut line: a second first answer is refused when the first one did arrive."""
    try:
        await interaction.response.send_message(text, **extra)
    except discord.HTTPException as error:
        if error.code != ANSWERED:
            raise
        interaction.extras["answered"] = True


async def since(
    channel: discord.abc.Messageable, after: datetime, most: int | None = None
) -> list[discord.Message]:
    """The messages since then, oldest first; with `most` the newest of them.

    Read from the newest back: asked for what came after a moment, simcord gives the last hundred
    where Discord gives the first hundred, and a reader would miss what lies before.
    """
    found = channel.history(after=after, limit=most, oldest_first=False)
    return [message async for message in found][::-1]


def split(text: str, longest: int = LONGEST) -> list[str]:
    """The text in parts that Discord takes, cut at a line or a space where there is one."""
    parts: list[str] = []
    while len(text) > longest:
        cut = max(text.rfind("\n", 1, longest), text.rfind(" ", 1, longest))
        cut = cut if cut > longest // 2 else longest
        parts.append(text[:cut])
        text = text[cut:]
    return [*parts, text]


def shown(text: str, longest: int = 300) -> str:
    """Text of others on one line, harmless."""
    return clean(text, max_length=longest, one_line=True)


def think(interaction: Interaction) -> None:
    """Let an answer that takes longer than `SLOW_S` be announced, before anything that may wait."""
    if not interaction.response.is_done() and "patience" not in interaction.extras:
        interaction.extras["patience"] = Patience(interaction)


async def attend(interaction: Interaction) -> Person:
    """How most doors begin: announce a slow answer; who is this? Raises: NoCommunity."""
    think(interaction)
    return await person_of(interaction)


class Patience:
    """Shows "thinking…" when the answer takes long; a quick answer is one message, not two."""

    def __init__(self, interaction: Interaction) -> None:
        self._interaction = interaction
        self._asking: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(SLOW_S, self._begin)

    def _begin(self) -> None:
        self._asking = asyncio.create_task(self._ask())

    async def _ask(self) -> None:
        with contextlib.suppress(*TROUBLE):  # the answer itself meets the same trouble, and tells
            await self._interaction.response.defer(ephemeral=True, thinking=True)

    async def end(self) -> None:
        """The answer is there: from here it is known whether Discord was asked for time."""
        self._timer.cancel()
        if self._asking is not None:
            await self._asking


def error_text(client: Client, error: BaseException, language: str, **ids: object) -> str:
    """The sentence for an error, with a code that the log has too."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    domain = as_domain(error)
    code = f"{domain.code}-{secrets.token_hex(2)}"
    if isinstance(domain, Unexpected):
        _log.error("unexpected", code=code, exc_info=error, **ids)
    else:
        _log.info("refused", code=code, error=domain.key, **ids)
    texts = client.services.texts
    said = texts.text(domain.key, language, **domain.facts)
    return f"{said}\n-# {texts.text('error-code', language, code=code)}"


async def answer_error(interaction: Interaction, error: BaseException) -> None:
    """The one handler of all errors behind an interaction."""
    original = getattr(error, "original", error)
    if isinstance(original, discord.HTTPException) and original.code in TOO_LATE:
        _log.warning("interaction-too-late", interaction=interaction.id, code=original.code)
        return
    text = error_text(
        interaction.client, original, language_for(interaction), interaction=interaction.id
    )
    try:
        await reply(interaction, text)
    except TROUBLE as failed:
        status = getattr(failed, "status", 0)
        _log.warning("error-not-told", interaction=interaction.id, status=status)
    person: Person | None = interaction.extras.get("person")
    if isinstance(original, NotAllowed) and person is not None:
        await interaction.client.services.privacy.note_refusal(person, original)


async def guard(interaction: Interaction, call: Awaitable[None]) -> None:
    """Run a press or form to its end, also while the bot is stopping, and tell every error."""
    with interaction.client.busy():
        try:
            await call
        except Exception as error:  # noqa: BLE001 - discord.py would swallow it
            await answer_error(interaction, error)


class SafeButton:
    """In front of a DynamicItem: implement `press`, never `callback`; every error is told."""

    async def press(self, interaction: Interaction) -> None:
        """What the press does."""
        raise NotImplementedError

    async def callback(self, interaction: Interaction) -> None:
        """Called by discord.py, which would swallow an error."""
        await guard(interaction, self.press(interaction))


class SafeModal(discord.ui.Modal):
    """A form that also works when the bot was restarted while it was open.

    A subclass has a `pattern` for its custom_id and `submit`; the client finds it by that pattern,
    so nothing depends on the object that was sent.
    """

    pattern: ClassVar[re.Pattern[str]]

    def __init__(self, *, title: str, custom_id: str) -> None:
        super().__init__(title=title[:45], custom_id=custom_id, timeout=None)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """The client handles every form in one way, see `Client.on_interaction`."""

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """What the filled form does; `values` by the custom_id of each field."""
        raise NotImplementedError


def values_of(interaction: Interaction) -> dict[str, Any]:
    """What was filled in, by the custom_id of each field: a text, or a list of choices."""
    values: dict[str, Any] = {}
    for part in (interaction.data or {}).get("components", []):
        for item in [part["component"]] if "component" in part else part.get("components", []):
            values[item["custom_id"]] = item.get("values", item.get("value", ""))
    return values


class NumberButton(SafeButton):
    """A button about one numbered thing; its custom_id is `noun:number`.

    A subclass names its `noun`, and says so to discord.py with `template=numbered("noun")`.
    """

    noun: ClassVar[str]
    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.secondary

    def __init__(self, id_: int, label: str = "") -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label[:80] or "-", style=self.style, custom_id=f"{self.noun}:{id_}"
        )
        super().__init__(button)  # pyright: ignore[reportCallIssue] - DynamicItem is behind us
        self.id_ = id_

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(int(match["id"]))


def numbered(noun: str) -> str:
    """The pattern of custom_ids for one noun with a number."""
    return rf"{noun}:(?P<id>\d{{1,18}})"


class PlainButton(SafeButton):
    """A button without a number: one main action."""

    noun: ClassVar[str]
    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.primary

    def __init__(self, label: str = "") -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label[:80] or "-", style=self.style, custom_id=self.noun
        )
        super().__init__(button)  # pyright: ignore[reportCallIssue] - DynamicItem is behind us

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], _match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls()


Button = discord.ui.DynamicItem[discord.ui.Button[Any]]
"""What stands behind `SafeButton` in every button of ours."""


def field(name: str, label: str, component: discord.ui.TextInput[Any]) -> discord.ui.Label[Any]:
    """A text field of a form under this name."""
    component.custom_id = name
    return discord.ui.Label(text=label[:45], component=component)
