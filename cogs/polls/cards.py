"""How a poll, its result and its end look on Discord."""

import discord

from bot.outbox import Delivery
from bot.pictures.bars import Bar, bars
from bot.services.polls import Card
from cogs._client import Services
from cogs._sender import Rendering
from cogs._ui import shown
from cogs.polls.voting import VoteButton, VoteSelect, letter

FEW = 5
"""Up to this many options each have a button; more become a menu."""


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
