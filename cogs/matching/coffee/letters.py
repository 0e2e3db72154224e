"""The messages of coffee rounds."""

from typing import Final

import discord

from bot.outbox import Delivery
from bot.services.matching import CoffeeCard, CoffeeNotFound
from cogs._client import Services
from cogs._sender import Rendering
from cogs.matching.coffee.buttons import (
    JoinCoffeeButton,
    LeaveCoffeeButton,
    SkipCoffeeButton,
    name_in,
)
from cogs.matching.coffee.proofs import proof_text

WHY: Final = {
    "few": "coffee-alone-few",
    "nobody": "coffee-alone-nobody",
    "left": "coffee-alone-left",
}


async def render_open(services: Services, delivery: Delivery) -> Rendering:
    """The invitation for everybody, with the one button to take part."""
    card = await _card(services, delivery)
    if card is None or card.next_at is None:
        return _over(services, delivery)
    text, language = services.texts.text, delivery.language

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(JoinCoffeeButton(card.id, text("coffee-join-button", language)))
        return view

    facts = {"name": name_in(services, card.theme, language), "weeks": card.weeks}
    return Rendering(text("coffee-open", language, at=card.next_at, **facts), view=view)


async def render_asked(services: Services, delivery: Delivery) -> Rendering:
    """Do you take part this time? Who does nothing, does."""
    try:
        found = await services.matching.coffee.guests.look(int(delivery.facts["round"]))
    except CoffeeNotFound:
        return _over(services, delivery)
    text, language = services.texts.text, delivery.language

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(SkipCoffeeButton(found.id, text("coffee-skip-button", language)))
        view.add_item(LeaveCoffeeButton(found.coffee_id, text("coffee-leave-button", language)))
        return view

    name = name_in(services, found.theme, language)
    return Rendering(text("coffee-asked", language, name=name, at=found.at), view=view)


async def render_alone(services: Services, delivery: Delivery) -> Rendering:
    """There is nobody for somebody, why, and that they come first the next time."""
    card = await _card(services, delivery)
    language, why = delivery.language, WHY[str(delivery.facts["why"])]
    name = name_in(services, card.theme if card else "", language)
    return Rendering(services.texts.text(why, language, name=name))


async def render_paused(services: Services, delivery: Delivery) -> Rendering:
    """Somebody was silent twice: one message, and one button to come back."""
    card = await _card(services, delivery)
    if card is None:
        return _over(services, delivery)
    text, language = services.texts.text, delivery.language

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(JoinCoffeeButton(card.id, text("coffee-back-button", language)))
        return view

    name = name_in(services, card.theme, language)
    return Rendering(text("coffee-paused", language, name=name), view=view)


async def render_stopped(services: Services, delivery: Delivery) -> Rendering:
    """Staff stopped a series."""
    card = await _card(services, delivery)
    name = name_in(services, card.theme if card else "", delivery.language)
    return Rendering(services.texts.text("coffee-stopped", delivery.language, name=name))


async def render_made(services: Services, delivery: Delivery) -> Rendering:
    """For staff: how good the round is, without names."""
    card = await _card(services, delivery)
    language = delivery.language
    name = name_in(services, card.theme if card else "", language)
    head = services.texts.text("coffee-made", language, name=name)
    return Rendering(f"{head}\n{proof_text(services, delivery.facts, language)}")


async def _card(services: Services, delivery: Delivery) -> CoffeeCard | None:
    try:
        return await services.matching.coffee.series.look(int(delivery.facts["coffee"]))
    except CoffeeNotFound:
        return None


def _over(services: Services, delivery: Delivery) -> Rendering:
    return Rendering(services.texts.text("coffee-over", delivery.language))
