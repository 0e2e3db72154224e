"""How a poll, its result and its end look on Discord.

What everybody must read always fits in one message: the texts of options are shortened evenly.
"""

from collections.abc import Callable, Sequence
from typing import Final

import discord

from bot.outbox import Delivery
from bot.pictures.bars import Bar, bars
from bot.services.polls import Card, Result
from bot.texts import Texts
from cogs._client import Services
from cogs._sender import Rendering
from cogs._ui import LONGEST, shown
from cogs.polls.voting import VoteButton, VoteSelect, WhoButton, letter, listed

FEW: Final = 5
"""Up to this many options each have a button; more become a menu."""
LONGEST_OPTION: Final = 160
"""An option of 80 signs in which every sign is escaped."""
LONGEST_ALT: Final = 1024
"""Discord's limit for the text beside a picture, in characters."""


def size(text: str) -> int:
    """Characters as the strictest of Discord's clients counts them: an emoji is two or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fitting(render: Callable[[int], str], room: int) -> str:
    """The text with its options as long as they can be; `render` takes how long each may be."""
    low, high = 1, LONGEST_OPTION
    while low < high:
        middle = (low + high + 1) // 2
        if size(render(middle)) <= room:
            low = middle
        else:
            high = middle - 1
    return render(low)


def card_text(texts: Texts, card: Card, language: str) -> str:
    """A poll as everybody reads it, in one message."""

    def render(longest: int) -> str:
        lines = [f"**{shown(card.question)}**"]
        if card.purpose:
            lines.append(texts.text("polls-card-purpose", language, purpose=shown(card.purpose)))
        for place, option in enumerate(card.options, start=1):
            line = f"{letter(place)}. {shown(option, longest)}"
            if card.counts:
                line += texts.text("polls-card-count", language, count=card.counts[place - 1])
            lines.append(line)
        foot = texts.text(
            "polls-card-foot",
            language,
            voters=card.voters,
            closes_at=card.closes_at,
            anonymous=card.anonymous,
            multiple=card.multiple,
            open=card.is_open,
        )
        return "\n".join([*lines, foot])

    return fitting(render, LONGEST)


def card_view(texts: Texts, card: Card, language: str) -> discord.ui.View:
    """The buttons or the menu of an open poll."""
    view = discord.ui.View(timeout=None)
    if not card.is_open:
        return view
    if card.multiple or len(card.options) > FEW:
        pick = texts.text("polls-pick", language, multiple=card.multiple)
        view.add_item(VoteSelect(card, card.id, pick))
    else:
        for place, option in enumerate(card.options, start=1):
            view.add_item(VoteButton(card.id, place, f"{letter(place)}. {option}"))
    return view


def result_text(texts: Texts, result: Result, language: str) -> str:
    """The outcome in words, in one message."""
    card = result.card
    question = shown(card.question)
    if card.voters == 0 or result.too_few:
        key = "polls-result-few" if card.voters else "polls-result-none"
        return texts.text(key, language, question=question)

    def render(longest: int) -> str:
        head = texts.text(
            "polls-result",
            language,
            question=question,
            winners=listed([card.options[place - 1] for place in result.winners], longest),
            tied=len(result.winners) > 1,
            voters=card.voters,
        )
        options = [shown(option, longest) for option in card.options]
        lines = [f"- {line}" for line in _with_numbers(card, options)]
        return "\n".join([head, *lines, "", texts.text("polls-advice", language)])

    return fitting(render, LONGEST)


def _with_numbers(card: Card, options: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{one}: {count}" for one, count in zip(options, card.counts, strict=True))


def result_alt(texts: Texts, card: Card, language: str) -> str:
    """The same facts as the picture, for who hears it."""
    return fitting(
        lambda longest: texts.text(
            "polls-result-alt",
            language,
            question=shown(card.question),
            numbers=_with_numbers(card, listed(card.options, longest)),
        ),
        LONGEST_ALT,
    )


async def render_card(services: Services, delivery: Delivery) -> Rendering:
    """The card of a poll."""
    card = await services.polls.look(int(delivery.facts["poll"]))
    return Rendering(
        card_text(services.texts, card, delivery.language),
        view=lambda: card_view(services.texts, card, delivery.language),
    )


async def render_result(services: Services, delivery: Delivery) -> Rendering:
    """The result, in words and as a picture; by name, with the way to who voted what."""
    result = await services.polls.result(int(delivery.facts["poll"]))
    card, texts, language = result.card, services.texts, delivery.language
    text = result_text(texts, result, language)
    if card.voters == 0 or result.too_few:
        return Rendering(text)
    rows = [Bar(o, c) for o, c in zip(card.options, card.counts, strict=True)]
    footer = texts.text("polls-result-footer", language, voters=card.voters)
    return Rendering(
        text,
        view=None if card.anonymous else lambda: who_view(texts, card, language),
        picture=lambda: bars(card.question, rows, footer),
        alt=result_alt(texts, card, language),
    )


def who_view(texts: Texts, card: Card, language: str) -> discord.ui.View:
    """The button under the result of a poll by name."""
    view = discord.ui.View(timeout=None)
    view.add_item(WhoButton(card.id, texts.text("polls-who-button", language)))
    return view


async def render_stopped(services: Services, delivery: Delivery) -> Rendering:
    """The notice of a stopped poll."""
    card = await services.polls.look(int(delivery.facts["poll"]))
    key = "polls-lost-notice" if delivery.facts.get("lost") else "polls-stopped-notice"
    return Rendering(services.texts.text(key, delivery.language, question=shown(card.question)))
