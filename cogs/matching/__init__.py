"""Matching on Discord: the profile of a group, finding others, and getting to know them."""

from cogs._client import Client
from cogs.matching.introducing import (
    AgainButton,
    IntroduceButton,
    IntroduceForm,
    IntroductionsCog,
    NoButton,
    WithdrawButton,
    YesButton,
    YesForm,
    render_agreed,
    render_ended,
    render_no_contact,
    render_request,
)
from cogs.matching.profile import (
    EditButton,
    FacetSelect,
    LeaveButton,
    PauseButton,
    ProfileCog,
    ProfileForm,
    ShowButton,
    render_contact_added,
)
from cogs.matching.searching import FindButton, FindForm, SearchCog

__all__ = ["FindForm", "IntroduceForm", "ProfileForm", "YesForm", "setup"]


async def setup(client: Client) -> None:
    """Called by discord.py."""
    client.add_dynamic_items(EditButton, FacetSelect, LeaveButton, PauseButton, ShowButton)
    client.add_dynamic_items(IntroduceButton, YesButton, NoButton, WithdrawButton, AgainButton)
    client.add_dynamic_items(FindButton)
    client.start_items.append((2, FindButton, "start-find-button"))
    client.renderers |= {
        "contact-added": render_contact_added,
        "introduction-request": render_request,
        "introduction-agreed": render_agreed,
        "introduction-ended": render_ended,
        "introduction-no-contact": render_no_contact,
    }
    await client.add_cog(ProfileCog(client))
    await client.add_cog(SearchCog(client))
    await client.add_cog(IntroductionsCog(client))
