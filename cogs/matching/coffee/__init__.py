"""Coffee rounds on Discord: in and out with a button, and what staff see of them."""

from cogs._client import Client
from cogs.matching.coffee.buttons import JoinCoffeeButton, LeaveCoffeeButton, SkipCoffeeButton
from cogs.matching.coffee.commands import CoffeeCog
from cogs.matching.coffee.letters import (
    render_alone,
    render_asked,
    render_made,
    render_open,
    render_paused,
    render_stopped,
)
from cogs.matching.coffee.listening import CoffeeListener

__all__ = ["add_coffee"]


async def add_coffee(client: Client) -> None:
    """Everything about coffee rounds."""
    client.add_dynamic_items(JoinCoffeeButton, LeaveCoffeeButton, SkipCoffeeButton)
    client.renderers |= {
        "coffee-open": render_open,
        "coffee-asked": render_asked,
        "coffee-alone": render_alone,
        "coffee-paused": render_paused,
        "coffee-stopped": render_stopped,
        "coffee-made": render_made,
    }
    await client.add_cog(CoffeeCog(client))
    await client.add_cog(CoffeeListener(client))
