"""What the bot says by itself: the welcome, the start message, and what did not arrive."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import discord

from bot.outbox import Delivery
from bot.texts import LANGUAGES
from cogs._client import Client, Services
from cogs._sender import Rendering


async def render_welcome(services: Services, delivery: Delivery) -> Rendering:
    """The first words in a new server: how to set the bot up."""
    return Rendering(services.texts.text("setup-welcome", delivery.language))


async def render_undelivered(services: Services, delivery: Delivery) -> Rendering:
    """What could not be delivered, for staff, in plain words."""
    text = services.texts.text
    reason = text(str(delivery.facts["reason"]), delivery.language)
    return Rendering(
        text(
            "outbox-undelivered",
            delivery.language,
            what=text(f"outbox-kind-{delivery.facts['kind']}", delivery.language),
            reason=reason,
            source=str(delivery.facts["source"]),
        )
    )


def start_rendering(client: Client, language: str) -> Rendering:
    """The start message with a button for each main action."""
    text = client.services.texts.text

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        for item in _buttons(client, language):
            view.add_item(item)
        return view

    return Rendering(text("start-message", language), view=view, pin=True)


def start_marks(client: Client) -> Mapping[str, str]:
    """By language a mark of how the start message looks: its text, its buttons and their order."""
    return {language: _mark(client, language) for language in LANGUAGES}


def _mark(client: Client, language: str) -> str:
    text = client.services.texts.text
    parts = [text("start-message", language)]
    for item in _buttons(client, language):
        parts += [str(part) for part in sorted(item.to_component_dict().items())]
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


def _buttons(client: Client, language: str) -> list[discord.ui.Item[Any]]:
    text = client.services.texts.text
    ordered = sorted(client.start_items, key=lambda one: one[0])
    return [item(text(key, language)) for _, item, key in ordered]
