"""What people hear before something goes by itself, and what stands where something went."""

import discord

from bot.outbox import Delivery
from cogs._client import Services
from cogs._sender import Rendering


async def render_erased(services: Services, delivery: Delivery) -> Rendering:
    """What stands in the place of a message about somebody who was erased."""
    return Rendering(
        services.texts.text("privacy-erased-message", delivery.language),
        view=lambda: discord.ui.View(timeout=None),
    )


async def render_reminder(services: Services, delivery: Delivery) -> Rendering:
    """The note before somebody who is silent is erased."""
    days = int(delivery.facts["days"])
    return Rendering(services.texts.text("privacy-reminder", delivery.language, days=days))
