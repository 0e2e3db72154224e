"""The tour: several people play each module, and what each of them sees is shown and checked."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
import simcord
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.communities import Place as Spot
from cogs._practice import _simcord
from cogs._practice.stage import Stage
from cogs.setup import NAMES

COLOURS = {
    "Fatima": "cyan",
    "Emma": "bright_cyan",
    "Henk": "green",
    "Aylin": "bright_green",
    "Sofie": "magenta",
    "Mo": "bright_magenta",
    "Ada": "yellow",
}


Result = simcord.InteractionResult
Seen = discord.Message | simcord.ResponseMessage


class Differs(Exception):
    """Somebody saw something else than the tour promises."""

    def __init__(self, where: str, missing: str) -> None:
        super().__init__(f"{where}: {missing!r}")


@dataclass
class Tour:
    """Plays on a started stage and prints to a console."""

    stage: Stage
    console: Console
    seen: list[str] = field(default_factory=list)

    async def play(self, chapters: "Sequence[Chapter]") -> int:
        """Play these chapters; returns how many things were checked. Raises: Differs."""
        for step, chapter in enumerate(chapters, start=1):
            title = (chapter.__doc__ or "").strip().rstrip(".")
            self.console.rule(f"[bold]{step}/{len(chapters)} {title}")
            await chapter(self)
        return len(self.seen)

    # Acting

    async def slash(self, who: str, place: str, command: str, **options: object) -> Result:
        """Somebody types a command."""
        shown = " ".join(f"{name}: {self._told(value)}" for name, value in options.items())
        self._say(who, f"/{command} {shown}".strip())
        async with self.stage.turn():
            result = await self.stage.persona(who).slash(
                self.stage.channel(NAMES[Spot(place)]), command, **options
            )
            await self.stage.pulse()
        return result

    async def click(self, who: str, message: Seen, label: str, *, dm: bool = False) -> Result:
        """Somebody presses a button, in a channel or in their direct messages."""
        self._say(who, f"[{label}]")
        person = self.stage.persona(who)
        async with self.stage.turn():
            result = await (person.user if dm else person).click(message, label=label)
            await self.stage.pulse()
        return result

    async def fill(self, who: str, form: Result, *, dm: bool = False, **values: object) -> Result:
        """Somebody fills in a form."""
        person = self.stage.persona(who)
        self._say(who, "; ".join(str(value) for value in values.values()))
        async with self.stage.turn():
            result = await (person.user if dm else person).submit_modal(
                form, _chosen(form.modal) | values
            )
            await self.stage.pulse()
        return result

    async def pick(self, who: str, message: Seen, value: str) -> Result:
        """Somebody picks a value in the menu that has it."""
        self._say(who, f"[{value}]")
        rows: list[Any] = [
            row if isinstance(row, dict) else row.to_dict() for row in message.components
        ]
        menu = next(
            part["custom_id"]
            for row in rows
            for part in row["components"]
            if value in [option["value"] for option in part.get("options", [])]
        )
        async with self.stage.turn():
            result = await self.stage.persona(who).select(message, [value], custom_id=menu)
            await self.stage.pulse()
        return result

    async def choose(self, who: str, message: Seen, menu: str, *roles: simcord.RoleHandle) -> None:
        """Somebody picks these roles in the menu with this custom_id."""
        self._say(who, f"[{', '.join(role.name for role in roles)}]")
        async with self.stage.turn():
            await self.stage.persona(who).select(message, roles, custom_id=menu)
            await self.stage.pulse()

    async def post(self, who: str, title: str, text: str) -> int:
        """Somebody asks something in the help forum; gives the number of the post."""
        self._say(who, f"{title}: {text}")
        async with self.stage.turn():
            forum = self.stage.channel(NAMES[Spot.HELPDESK])
            thread = await self.stage.post(who, forum, title, text)
            await self.stage.pulse()
        return thread

    async def wait(self, hours: float) -> None:
        """Time passes."""
        self.console.print(f"[dim]… {hours:g} uur later[/dim]")
        async with self.stage.turn():
            await self.stage.skip(hours * 3600)

    def _say(self, who: str, text: str) -> None:
        colour = COLOURS.get(who, "white")
        self.console.print(f"[{colour}]{who}[/{colour}]: ", end="")
        self.console.print(text, markup=False, highlight=False)

    @staticmethod
    def _told(value: object) -> str:
        return str(getattr(value, "name", value))

    # Looking

    def told(self, who: str, result: Result, *expected: str) -> Seen:
        """Check what somebody got back in private."""
        message = result.followups[-1] if result.followups else result.response
        if message is None:
            raise Differs(who, "een antwoord")
        self._check(f"{who} ziet", message.content, expected)
        return message

    def last(self, place: str | int, viewer: str, *expected: str) -> discord.Message:
        """Check the last message in a channel, or in the post with this number."""
        is_post = isinstance(place, int)
        channel = self.stage.place(place) if is_post else self.stage.channel(NAMES[Spot(place)])
        history = channel.history(viewer=self.stage.persona(viewer))
        messages = [message for message in history if not message.is_system()]
        if not messages:
            raise Differs(str(place), "een bericht")
        message = messages[-1]
        alts = [f"Beeld: {a.description}" for a in message.attachments]
        self._check(
            f"#{channel.name}, gezien door {viewer}",
            "\n".join([message.content, *alts]),
            expected,
        )
        return message

    def sees(self, who: str, place: str, *, expected: bool) -> None:
        """Check whether somebody sees a channel."""
        name = NAMES[Spot(place)]
        seen = name in [spot.name for spot in self.stage.spots(who)]
        told = f"{who} ziet #{name}" if expected else f"{who} ziet #{name} niet"
        if seen is not expected:
            raise Differs(who, told)
        self.console.print(Panel(Text(told), title="Kanalen", title_align="left"))
        self.seen.append(told)

    def tagged(self, post: int, tag: str) -> None:
        """Check that a post in the forum has this tag."""
        if tag not in _simcord.tags_of(self.stage.env, post):
            raise Differs(str(self.stage.place(post).name), tag)
        self.console.print(Panel(Text(f"Het label van dit bericht: {tag}")))
        self.seen.append(tag)

    def thread(self, who: str, *expected: str) -> discord.Message:
        """Check the newest private thread that somebody is in; gives its last message."""
        ids = [spot.id for spot in self.stage.spots(who) if spot.kind == "private"]
        if not ids:
            raise Differs(who, "een eigen draad")
        history = self.stage.place(max(ids)).history(viewer=self.stage.persona(who))
        said = [message for message in history if not message.is_system()]
        self._check(f"De draad van {who}", "\n\n".join(one.content for one in said), expected)
        return said[-1]

    def mail(self, who: str, *expected: str) -> discord.Message:
        """Check the last direct message."""
        history = self._user(who).dm_channel.history()
        if not history:
            raise Differs(who, "een privébericht")
        self._check(f"Privébericht aan {who}", history[-1].content, expected)
        return history[-1]

    def _user(self, who: str) -> simcord.UserHandle:
        return self.stage.persona(who).user

    def _check(self, title: str, text: str, expected: Sequence[str]) -> None:
        shown = re.sub(r"<#(\d+)>", self._channel_name, text)
        shown = re.sub(r"<@&(\d+)>", self._role_name, shown)
        self.console.print(Panel(Text(shown), title=title, title_align="left"))
        for part in expected:
            if part not in text:
                raise Differs(title, part)
            self.seen.append(part)

    def _channel_name(self, found: re.Match[str]) -> str:
        return f"#{self.stage.place(int(found[1])).name}"

    def _role_name(self, found: re.Match[str]) -> str:
        roles = self.stage.guild.roles.values()
        return next((f"@{role.name}" for role in roles if role.id == int(found[1])), found[0])


def _chosen(form: object) -> dict[str, object]:
    """What stands in the menus of a form before anybody touches it, by custom_id."""
    if isinstance(form, list):
        parts = [_chosen(part) for part in form]
        return {name: value for part in parts for name, value in part.items()}
    if not isinstance(form, dict):
        return {}
    options = form.get("options")
    if isinstance(options, list):
        values = [option["value"] for option in options if option.get("default")]
        return {form["custom_id"]: values} if values else {}
    return _chosen(list(form.values()))


Chapter = Callable[[Tour], Awaitable[None]]
