"""The tour: several people play each module, and what each of them sees is shown and checked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import discord
import simcord
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.communities import Place as Spot
from cogs._practice.neighbourhood import ADMIN, STAFF
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
    step: int = 0
    steps: int = 0
    seen: list[str] = field(default_factory=list)

    async def play(self) -> int:
        """Play everything; returns how many things were checked. Raises: Differs."""
        chapters = (self.set_up, self.help_desk, self.english, self.crisis, self.poll)
        self.steps = len(chapters)
        for chapter in chapters:
            self.step += 1
            title = (chapter.__doc__ or "").strip().rstrip(".")
            self.console.rule(f"[bold]{self.step}/{self.steps} {title}")
            await chapter()
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

    async def click(self, who: str, message: Seen, label: str) -> Result:
        """Somebody presses a button."""
        self._say(who, f"[{label}]")
        async with self.stage.turn():
            result = await self.stage.persona(who).click(message, label=label)
            await self.stage.pulse()
        return result

    async def fill(self, who: str, form: Result, **values: object) -> Result:
        """Somebody fills in a form."""
        self._say(who, "; ".join(str(value) for value in values.values()))
        async with self.stage.turn():
            result = await self.stage.persona(who).submit_modal(form, values)
            await self.stage.pulse()
        return result

    async def type(self, who: str, place: str, text: str) -> None:
        """Somebody types a message."""
        self._say(who, text)
        async with self.stage.turn():
            await self.stage.persona(who).send(self.stage.channel(NAMES[Spot(place)]), text)
            await self.stage.pulse()

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

    def last(self, place: str, viewer: str, *expected: str) -> discord.Message:
        """Check the last message in a channel."""
        channel = self.stage.channel(NAMES[Spot(place)])
        history = channel.history(viewer=self.stage.persona(viewer))
        messages = [message for message in history if not message.is_system()]
        if not messages:
            raise Differs(place, "een bericht")
        message = messages[-1]
        alts = [f"Beeld: {a.description}" for a in message.attachments]
        self._check(
            f"#{NAMES[Spot(place)]}, gezien door {viewer}",
            "\n".join([message.content, *alts]),
            expected,
        )
        return message

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
        self.console.print(Panel(Text(shown), title=title, title_align="left"))
        for part in expected:
            if part not in text:
                raise Differs(title, part)
            self.seen.append(part)

    def _channel_name(self, found: re.Match[str]) -> str:
        return f"#{self.stage.place(int(found[1])).name}"

    # Chapters

    async def set_up(self) -> None:
        """Ada zet de bot klaar."""
        guild = self.stage.guild
        shown = await self.slash("Ada", "start", "instellingen toon")
        card = self.told("Ada", shown, "Instellingen", "klaar")
        await self.slash(
            "Ada",
            "start",
            "instellingen rollen",
            medewerker=guild.roles[STAFF],
            beheerder=guild.roles[ADMIN],
        )
        built = await self.click("Ada", card, "Maak de kanalen")
        self.told("Ada", built, "Klaar")
        self.last("start", "Fatima", "Welkom bij de Bewonersbot")

    async def help_desk(self) -> None:
        """Fatima stelt een vraag, Sofie antwoordt."""
        start = self.last("start", "Fatima", "Welkom")
        form = await self.click("Fatima", start, "Stel een vraag")
        found = await self.fill(
            "Fatima", form, question="Hoe kunnen wij ons buurthuis zelf beheren?"
        )
        self.told("Fatima", found, "Bron:", "Was dit het antwoord?")
        await self.type(
            "Fatima", "helpdesk", "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
        )
        self.last("helpdesk", "Fatima", "Dat weet ik niet zeker")
        card = self.last("staff", "Sofie", "Fatima", "dakgoot")
        await self.click("Sofie", card, "Pak vraag op")
        form = await self.click("Sofie", card, "Geef antwoord")
        sent = await self.fill("Sofie", form, answer="Vraag het aan het dorpshuis in Deurne.")
        self.told("Sofie", sent, "onderweg")
        self.last("helpdesk", "Fatima", "Sofie geeft antwoord", "dorpshuis in Deurne")
        mine = await self.slash("Fatima", "start", "vraag mijn")
        self.told("Fatima", mine, "dorpshuis in Deurne", "Beantwoord")

    async def english(self) -> None:
        """Emma reads English."""
        found = await self.slash(
            "Emma", "start", "vraag stel", tekst="Do I have to become a member of LSA?"
        )
        self.told("Emma", found, "member")

    async def crisis(self) -> None:
        """Een noodsignaal krijgt eerst het juiste nummer, in privé."""
        await self.type("Henk", "helpdesk", "ik wil niet meer leven")
        self.last("helpdesk", "Fatima", "Ik heb je een privébericht gestuurd")
        self.mail("Henk", "113")

    async def poll(self) -> None:
        """Sofie houdt een peiling en iedereen stemt."""
        opened = await self.slash(
            "Sofie",
            "polls",
            "peiling nieuw",
            vraag="Wanneer doen we de buurtdag?",
            keuzes="Zaterdag; Zondag",
            tot="over 2 uur",
        )
        self.told("Sofie", opened, "staat open")
        card = self.last("polls", "Fatima", "Wanneer doen we de buurtdag?", "Dit is advies")
        for who, label in (
            ("Fatima", "A. Zaterdag"),
            ("Henk", "A. Zaterdag"),
            ("Aylin", "B. Zondag"),
            ("Mo", "A. Zaterdag"),
            ("Ada", "B. Zondag"),
            ("Emma", "A. Zaterdag"),
        ):
            voted = await self.click(who, card, label)
        self.told("Emma", voted, "Your vote counts")
        changed = await self.click("Ada", card, "A. Zaterdag")
        self.told("Ada", changed, "Je stem is veranderd")
        await self.wait(3)
        self.last("polls", "Fatima", "Uitslag", "De meeste stemmen: Zaterdag", "Beeld:")
