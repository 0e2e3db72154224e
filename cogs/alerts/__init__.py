"""Policy messages on Discord: writing, approving, reading and following."""

from cogs._client import Client
from cogs.alerts.approval import ApproveButton, RetractButton, render_card
from cogs.alerts.following import (
    EverythingButton,
    FollowButton,
    FollowingCog,
    FollowSelect,
    NothingButton,
    StopButton,
    render_dm,
)
from cogs.alerts.forms import AlertForm, MomentForm, UntilForm
from cogs.alerts.members import MemberDoor
from cogs.alerts.preview import (
    AskButton,
    MomentButton,
    NowButton,
    RewordButton,
    TakeOverButton,
    ThemeSelect,
    UntilButton,
)
from cogs.alerts.reading import ReadingCog, render_alert
from cogs.alerts.writing import WritingCog

__all__ = ["AlertForm", "MomentForm", "UntilForm", "setup"]


async def setup(client: Client) -> None:
    """Called by discord.py."""
    client.add_dynamic_items(ApproveButton, RetractButton, StopButton, FollowButton)
    client.add_dynamic_items(FollowSelect, EverythingButton, NothingButton)
    client.add_dynamic_items(ThemeSelect, RewordButton, MomentButton, NowButton, AskButton)
    client.add_dynamic_items(UntilButton, TakeOverButton)
    client.services.alerts.doors["discord"] = MemberDoor(client)
    client.start_items.append((5, FollowButton, "start-follow-button"))
    client.renderers |= {
        "alert": render_alert,
        "alert-dm": render_dm,
        "staff-alert": render_card,
    }
    await client.add_cog(WritingCog(client))
    await client.add_cog(ReadingCog(client))
    await client.add_cog(FollowingCog(client))
