"""Circles on Discord: invitations, the thread, and in and out with a button."""

from cogs._client import Client
from cogs.matching.circles.buttons import CloseCircleButton, JoinCircleButton, LeaveCircleButton
from cogs.matching.circles.commands import CirclesCog
from cogs.matching.circles.letters import render_closed, render_invitation, render_opening
from cogs.matching.circles.threads import render_in, render_out, render_thread

__all__ = ["add_circles"]


async def add_circles(client: Client) -> None:
    """Everything about circles."""
    client.add_dynamic_items(JoinCircleButton, LeaveCircleButton, CloseCircleButton)
    client.renderers |= {
        "circle-invitation": render_invitation,
        "circle-thread": render_thread,
        "circle-opening": render_opening,
        "circle-in": render_in,
        "circle-out": render_out,
        "circle-closed": render_closed,
    }
    await client.add_cog(CirclesCog(client))
