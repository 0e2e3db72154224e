"""Matching on Discord: the profile of a group, finding others, and getting to know them."""

from cogs._client import Client
from cogs.matching.answering import (
    AgainButton,
    NoButton,
    ReasonButton,
    YesButton,
    YesForm,
)
from cogs.matching.asking import IntroduceButton, IntroduceForm, WithdrawButton
from cogs.matching.browsing import BrowseButton, BrowseCog, PageButton, ShelfSelect
from cogs.matching.circles import add_circles
from cogs.matching.coffee import add_coffee
from cogs.matching.editing import ExchangeForm, ProfileForm
from cogs.matching.filling import LinksForm, PictureForm
from cogs.matching.guarding import (
    BlockButton,
    GuardButton,
    ReportButton,
    UnblockButton,
    render_report,
)
from cogs.matching.introducing import IntroductionsCog
from cogs.matching.letters import (
    render_ended,
    render_no_contact,
    render_reminder,
    render_request,
    render_unseen,
)
from cogs.matching.making import NewForm, PlaceForm
from cogs.matching.maps import MapButton
from cogs.matching.meeting import add_meetings
from cogs.matching.profile import add_profiles
from cogs.matching.searching import FindButton, FindForm, OthersButton, SearchCog
from cogs.matching.sheets import DistinctButton, MergeButton, SheetsCog, TakeInButton
from cogs.matching.successes import (
    RefuseSuccessForm,
    SuccessForm,
    SuccessPhotoForm,
    add_successes,
)
from cogs.matching.watching import StopWatchButton, WatchButton, WatchCog, render_found

__all__ = [
    "ExchangeForm",
    "FindForm",
    "IntroduceForm",
    "LinksForm",
    "NewForm",
    "PictureForm",
    "PlaceForm",
    "ProfileForm",
    "RefuseSuccessForm",
    "SuccessForm",
    "SuccessPhotoForm",
    "YesForm",
    "setup",
]


async def setup(client: Client) -> None:
    """Called by discord.py."""
    await add_profiles(client)
    client.add_dynamic_items(IntroduceButton, YesButton, NoButton, WithdrawButton, AgainButton)
    client.add_dynamic_items(ReasonButton, GuardButton, BlockButton, ReportButton, UnblockButton)
    add_meetings(client)
    client.add_dynamic_items(FindButton, OthersButton)
    client.add_dynamic_items(BrowseButton, MapButton, PageButton, ShelfSelect)
    client.start_items.append((2, FindButton, "start-find-button"))
    client.renderers |= {
        "introduction-request": render_request,
        "introduction-reminder": render_reminder,
        "introduction-ended": render_ended,
        "introduction-no-contact": render_no_contact,
        "introduction-report": render_report,
        "introduction-unseen": render_unseen,
    }
    await client.add_cog(SearchCog(client))
    await client.add_cog(BrowseCog(client))
    await add_successes(client)
    await add_circles(client)
    client.add_dynamic_items(TakeInButton, MergeButton, DistinctButton)
    await client.add_cog(SheetsCog(client))
    await add_coffee(client)
    client.add_dynamic_items(WatchButton, StopWatchButton)
    client.renderers["watch-found"] = render_found
    await client.add_cog(WatchCog(client))
    await client.add_cog(IntroductionsCog(client))
