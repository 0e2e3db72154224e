"""Polls on Discord: `/peiling`, the vote buttons, the card and the result."""

import asyncio
import re
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.outbox import Delivery
from bot.pictures.bars import Bar, bars
from bot.services.polls import Card, Draft
from cogs._client import Client, Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    TROUBLE,
    Button,
    NumberButton,
    PlainButton,
    SafeButton,
    SafeModal,
    number,
    numbered,
    origin_of,
    person_of,
    reply,
    say,
    shown,
    think,
)

FEW = 5
"""Up to this many options each have a button; more become a menu."""


class VoteButton(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"poll:(?P<poll>\d{1,18}):(?P<option>\d{1,2})",
):
    """One option of a single-choice poll."""

    def __init__(self, poll_id: int, option: int, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or str(option),
                style=discord.ButtonStyle.primary,
                custom_id=f"poll:{poll_id}:{option}",
            )
        )
        self.poll_id, self.option = poll_id, option

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "VoteButton":
        """The button behind a custom_id."""
        return cls(int(match["poll"]), int(match["option"]))

    async def press(self, interaction: Interaction) -> None:
        """Vote."""
        await vote(interaction, self.poll_id, [self.option])


class VoteSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"poll-pick:(?P<poll>\d{1,18})",
):
    """All options in one menu."""

    def __init__(self, card: Card | None, poll_id: int, placeholder: str = "") -> None:
        options = [
            discord.SelectOption(label=f"{letter(place)}. {option}"[:100], value=str(place))
            for place, option in enumerate(card.options if card else ("-",), start=1)
        ]
        super().__init__(
            discord.ui.Select(
                custom_id=f"poll-pick:{poll_id}",
                placeholder=placeholder[:150] or None,
                options=options,
                max_values=len(options) if card and card.multiple else 1,
            )
        )
        self.poll_id = poll_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "VoteSelect":
        """The menu behind a custom_id."""
        return cls(None, int(match["poll"]))

    async def press(self, interaction: Interaction) -> None:
        """Vote for everything that was picked."""
        picked = (interaction.data or {}).get("values", [])
        await vote(interaction, self.poll_id, [int(v) for v in picked if v.isdecimal()])


class WithdrawButton(NumberButton, Button, template=numbered("poll-withdraw")):
    """Take the own vote back."""

    noun = "poll-withdraw"

    async def press(self, interaction: Interaction) -> None:
        """Take it back."""
        await think(interaction)
        person = await person_of(interaction)
        was_there = await interaction.client.services.polls.withdraw(person, self.id_)
        await reply(interaction, say(interaction, "polls-withdrawn", found=was_there))
        changed(interaction.client, self.id_)


class PollForm(SafeModal):
    """The form behind the button "Start een peiling"."""

    pattern = re.compile(r"poll-form")

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(title=say(interaction, "polls-form-title"), custom_id="poll-form")
        for name, style, longest, needed in (
            ("question", discord.TextStyle.short, 300, True),
            ("options", discord.TextStyle.paragraph, 2000, True),
            ("deadline", discord.TextStyle.short, 60, True),
            ("purpose", discord.TextStyle.short, 300, False),
        ):
            self.add_item(
                discord.ui.Label(
                    text=say(interaction, f"polls-form-{name}"),
                    description=say(interaction, f"polls-form-{name}-hint")[:100],
                    component=discord.ui.TextInput(
                        custom_id=name, style=style, max_length=longest, required=needed
                    ),
                )
            )
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "polls-form-kind"),
                component=discord.ui.Select(
                    custom_id="kind",
                    max_values=2,
                    min_values=0,
                    required=False,
                    options=[
                        discord.SelectOption(
                            label=say(interaction, "polls-form-multiple"), value="m"
                        ),
                        discord.SelectOption(label=say(interaction, "polls-form-named"), value="n"),
                    ],
                ),
            )
        )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: dict[str, Any], match: re.Match[str]
    ) -> None:
        """Open the poll."""
        await open_poll(
            interaction,
            Draft(
                origin=origin_of(interaction),
                question=values["question"],
                options=[line for line in values["options"].splitlines() if line.strip()],
                deadline=values["deadline"],
                multiple="m" in values.get("kind", []),
                anonymous="n" not in values.get("kind", []),
                purpose=values.get("purpose", ""),
            ),
        )


class StartPollButton(PlainButton, Button, template=r"poll-start"):
    """The button on the start message."""

    noun = "poll-start"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(PollForm(interaction))


async def vote(interaction: Interaction, poll_id: int, choices: list[int]) -> None:
    """Vote and give a receipt."""
    await think(interaction)
    person = await person_of(interaction)
    receipt = await interaction.client.services.polls.vote(person, poll_id, choices)
    picked = tuple(shown(receipt.poll.options[one - 1], 80) for one in receipt.choices)
    text = say(
        interaction,
        "polls-receipt",
        choices=picked,
        changed=receipt.changed,
        closes_at=receipt.poll.closes_at,
    )
    view = discord.ui.View(timeout=None)
    view.add_item(WithdrawButton(poll_id, say(interaction, "polls-withdraw-button")))
    await reply(interaction, text, view)
    changed(interaction.client, poll_id)


async def open_poll(interaction: Interaction, draft: Draft) -> None:
    """Open a poll and say what was understood."""
    await think(interaction)
    person = await person_of(interaction)
    card = await interaction.client.services.polls.open(person, draft)
    await reply(
        interaction,
        say(
            interaction,
            "polls-opened",
            question=shown(card.question),
            closes_at=card.closes_at,
            options=len(card.options),
            number=card.id,
        ),
    )


def letter(place: int) -> str:
    """A for 1, B for 2."""
    return chr(ord("A") + place - 1)


def changed(client: Client, poll_id: int) -> None:
    """Note that the card of a poll must be drawn again."""
    cog = client.get_cog("PollsCog")
    if isinstance(cog, PollsCog):
        cog.draw_again(poll_id)


class PollsCog(commands.Cog):
    """The commands, and the cards that follow the count."""

    group = app_commands.Group(name="peiling", description="command-peiling")

    def __init__(self, client: Client) -> None:
        self.client = client
        self.stale: set[int] = set()
        self._drawing: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        """Draw the cards of open polls anew: a count may have changed before a restart."""
        self.draw_again(*await self.client.services.polls.open_cards())

    def draw_again(self, *polls: int) -> None:
        """Note that the cards of these polls must be drawn again."""
        self.stale.update(polls)
        if polls and (self._drawing is None or self._drawing.done()):
            self._drawing = asyncio.create_task(self._draw())

    async def cog_unload(self) -> None:
        """Stop drawing."""
        if self._drawing is not None:
            self._drawing.cancel()

    @group.command(name="nieuw", description="command-peiling-nieuw")
    @app_commands.describe(
        vraag="option-poll-question",
        keuzes="option-poll-options",
        tot="option-poll-deadline",
        meer="option-poll-multiple",
        op_naam="option-poll-named",
    )
    async def new(
        self,
        interaction: Interaction,
        vraag: app_commands.Range[str, 5, 300],
        keuzes: app_commands.Range[str, 3, 2000],
        tot: app_commands.Range[str, 1, 60],
        meer: bool = False,  # noqa: FBT001, FBT002 - Discord fills it
        op_naam: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Open a poll in one line."""
        with self.client.busy():
            draft = Draft(
                origin=origin_of(interaction),
                question=vraag,
                options=[part for part in re.split(r"[;\n|]", keuzes) if part.strip()],
                deadline=tot,
                multiple=meer,
                anonymous=not op_naam,
            )
            await open_poll(interaction, draft)

    @group.command(name="formulier", description="command-peiling-formulier")
    async def form(self, interaction: Interaction) -> None:
        """Open a poll with a form."""
        await interaction.response.send_modal(PollForm(interaction))

    @group.command(name="lijst", description="command-peiling-lijst")
    async def list(self, interaction: Interaction) -> None:
        """Show what is open."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            cards = await self.client.services.polls.current(person)
            lines = [
                say(
                    interaction,
                    "polls-list-line",
                    number=card.id,
                    question=shown(card.question, 100),
                    closes_at=card.closes_at,
                )
                for card in cards
            ]
            await reply(interaction, "\n".join(lines) or say(interaction, "polls-none-open"))

    @group.command(name="stop", description="command-peiling-stop")
    @app_commands.describe(nummer="option-poll-number")
    async def stop(self, interaction: Interaction, nummer: int) -> None:
        """End a poll without a result."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            await self.client.services.polls.stop(person, nummer)
            await reply(interaction, say(interaction, "polls-stopped", number=nummer))

    async def _draw(self) -> None:
        """Change each card at most once a second, however many votes came."""
        await self.client.wait_until_ready()
        while self.stale:
            stale, self.stale = self.stale, set()
            for poll_id in sorted(stale):
                await self._redraw(poll_id)
            await self.client.services.clock.sleep(1)

    async def _redraw(self, poll_id: int) -> None:
        message = await self.client.services.setup.message_of(f"poll:{poll_id}")
        if message is None:
            return
        services = self.client.services
        card = await services.polls.look(poll_id)
        if not card.is_open:
            return
        channel = self.client.get_partial_messageable(number(message[0]))
        try:
            await channel.get_partial_message(number(message[1])).edit(
                content=card_text(services, card, "nl"), view=card_view(services, card, "nl")
            )
        except TROUBLE:
            # The result goes out through the outbox; a card that cannot be changed is only older.
            self.stale.discard(poll_id)


def card_text(services: Services, card: Card, language: str) -> str:
    """A poll as everybody reads it."""
    say_ = services.texts.text
    lines = [f"**{shown(card.question)}**"]
    if card.purpose:
        lines.append(say_("polls-card-purpose", language, purpose=shown(card.purpose)))
    for place, option in enumerate(card.options, start=1):
        line = f"{letter(place)}. {shown(option, 80)}"
        if card.counts:
            line += say_("polls-card-count", language, count=card.counts[place - 1])
        lines.append(line)
    lines.append(
        say_(
            "polls-card-foot",
            language,
            voters=card.voters,
            closes_at=card.closes_at,
            anonymous=card.anonymous,
            multiple=card.multiple,
            open=card.is_open,
        )
    )
    return "\n".join(lines)


def card_view(services: Services, card: Card, language: str) -> discord.ui.View:
    """The buttons or the menu of an open poll."""
    view = discord.ui.View(timeout=None)
    if not card.is_open:
        return view
    if card.multiple or len(card.options) > FEW:
        pick = services.texts.text("polls-pick", language, multiple=card.multiple)
        view.add_item(VoteSelect(card, card.id, pick))
    else:
        for place, option in enumerate(card.options, start=1):
            view.add_item(VoteButton(card.id, place, f"{letter(place)}. {option}"))
    return view


async def render_card(services: Services, delivery: Delivery) -> Rendering:
    """The card of a poll."""
    card = await services.polls.look(int(delivery.facts["poll"]))
    return Rendering(
        card_text(services, card, delivery.language),
        view=lambda: card_view(services, card, delivery.language),
    )


async def render_result(services: Services, delivery: Delivery) -> Rendering:
    """The result, in words and as a picture."""
    result = await services.polls.result(int(delivery.facts["poll"]))
    card, say_ = result.card, services.texts.text
    question = shown(card.question)
    if result.too_few or card.voters == 0:
        key = "polls-result-few" if card.voters else "polls-result-none"
        return Rendering(say_(key, delivery.language, question=question))
    numbers = tuple(
        f"{shown(option, 80)}: {count}"
        for option, count in zip(card.options, card.counts, strict=True)
    )
    winners = tuple(shown(option, 80) for option in result.winners)
    head = say_(
        "polls-result",
        delivery.language,
        question=question,
        winners=winners,
        tied=len(winners) > 1,
        voters=card.voters,
    )
    alt = say_("polls-result-alt", delivery.language, question=card.question, numbers=numbers)
    rows = [Bar(o, c) for o, c in zip(card.options, card.counts, strict=True)]
    footer = say_("polls-result-footer", delivery.language, voters=card.voters)
    return Rendering(
        "\n".join(
            [head, *(f"- {line}" for line in numbers), "", say_("polls-advice", delivery.language)]
        ),
        picture=lambda: bars(card.question, rows, footer),
        alt=alt,
    )


async def render_stopped(services: Services, delivery: Delivery) -> Rendering:
    """The notice of a stopped poll."""
    card = await services.polls.look(int(delivery.facts["poll"]))
    text = services.texts.text(
        "polls-stopped-notice", delivery.language, question=shown(card.question)
    )
    return Rendering(text)


async def setup(client: Client) -> None:
    """Called by discord.py."""
    client.add_dynamic_items(VoteButton, VoteSelect, WithdrawButton, StartPollButton)
    client.start_items.append((3, StartPollButton, "start-poll-button"))
    client.renderers |= {
        "poll-card": render_card,
        "poll-result": render_result,
        "poll-stopped": render_stopped,
    }
    await client.add_cog(PollsCog(client))
