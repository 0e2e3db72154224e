"""Activities on Discord: announcing one, looking at it first, and what is coming."""

from cogs._client import Client
from cogs.helpdesk.activities.announcing import ActivitiesCog, ActivityForm
from cogs.helpdesk.activities.buttons import (
    ActivityCancelButton,
    ActivityPostButton,
    ActivityRefuseButton,
)
from cogs.helpdesk.activities.cards import coming_lines, render_activity, render_card, render_told

__all__ = ["ActivityForm", "add_activities", "coming_lines"]


async def add_activities(client: Client) -> None:
    """Called when the help desk is set up."""
    client.add_dynamic_items(ActivityPostButton, ActivityRefuseButton, ActivityCancelButton)
    client.renderers |= {
        "activity": render_activity,
        "staff-activity": render_card,
        "activity-told": render_told,
    }
    await client.add_cog(ActivitiesCog(client))
