"""The doors around an answer, brought in together."""

from cogs._client import Client
from cogs.helpdesk.bottlenecks import BottlenecksCog, NoRuleButton, RuleButton, RuleForm
from cogs.helpdesk.context import BackButton
from cogs.helpdesk.following import (
    EarlierButton,
    MeTooButton,
    StopFollowingButton,
    render_followed,
    render_gone,
    render_moved,
)
from cogs.helpdesk.peers import PeersButton
from cogs.helpdesk.themes import ThemeButton, ThemeSelect

__all__ = ["RuleForm", "add_around"]


async def add_around(client: Client) -> None:
    """Everything below an answer."""
    client.add_dynamic_items(BackButton, EarlierButton, MeTooButton, StopFollowingButton)
    client.add_dynamic_items(PeersButton, RuleButton, NoRuleButton, ThemeButton, ThemeSelect)
    client.renderers |= {
        "question-followed": render_followed,
        "question-followed-moved": render_moved,
        "question-followed-gone": render_gone,
    }
    await client.add_cog(BottlenecksCog(client))
