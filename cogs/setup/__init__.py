"""Setting the bot up from chat: channels, roles, language, and the start message."""

from bot.outbox import Delivery
from cogs._client import Client, Services
from cogs._sender import Rendering
from cogs.setup.controls import BuildButton, CloseButton, RoleSelect
from cogs.setup.hours import HoursButton, HoursForm, PromisesButton, PromisesForm
from cogs.setup.messages import render_undelivered, render_welcome, start_rendering
from cogs.setup.places import NAMES
from cogs.setup.settings import SetupCog

__all__ = ["NAMES", "HoursForm", "PromisesForm", "setup"]


async def setup(client: Client) -> None:
    """Called by discord.py."""

    async def render_start(_services: Services, delivery: Delivery) -> Rendering:
        return start_rendering(client, delivery.language)

    client.add_dynamic_items(BuildButton, CloseButton, RoleSelect, HoursButton, PromisesButton)
    client.renderers |= {
        "start-message": render_start,
        "staff-undelivered": render_undelivered,
        "welcome": render_welcome,
    }
    await client.add_cog(SetupCog(client))
