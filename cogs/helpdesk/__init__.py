"""The help desk on Discord: asking, the reply, and the staff channel."""

from cogs._client import Client
from cogs.helpdesk.activities import ActivityForm, add_activities
from cogs.helpdesk.around import add_around
from cogs.helpdesk.asking import AskForm, AskQuestionButton, HelpDeskCog
from cogs.helpdesk.catching_up import CatchingUpCog
from cogs.helpdesk.changed import ChangedCog
from cogs.helpdesk.days_work import add_days_work
from cogs.helpdesk.figures import FiguresCog, FileButton
from cogs.helpdesk.making import MakingCog
from cogs.helpdesk.mine import (
    MineButton,
    MinePageButton,
    MineSelect,
    OwnCloseButton,
    OwnReopenButton,
    OwnWithdrawButton,
    SureButton,
)
from cogs.helpdesk.posted import (
    PrivateButton,
    render_known,
    render_posted,
    render_withdrawn,
)
from cogs.helpdesk.private import ReadButton, ReferralButton, render_closed
from cogs.helpdesk.replies import (
    ArticleButton,
    NoButton,
    PersonButton,
    YesButton,
    render_answer,
    render_private,
    render_reply,
)
from cogs.helpdesk.satisfaction import HelpedButton, NotHelpedButton
from cogs.helpdesk.staff import AnswerForm, add_staff
from cogs.helpdesk.typed import TypedCog

__all__ = ["ActivityForm", "AnswerForm", "AskForm", "setup"]


async def setup(client: Client) -> None:
    """Called by discord.py."""
    client.add_dynamic_items(
        AskQuestionButton, MineButton, YesButton, NoButton, PersonButton, ArticleButton
    )
    client.add_dynamic_items(ReadButton, ReferralButton)
    client.add_dynamic_items(FileButton, HelpedButton, NotHelpedButton)
    client.add_dynamic_items(MinePageButton, MineSelect, OwnCloseButton, OwnReopenButton)
    client.add_dynamic_items(OwnWithdrawButton, SureButton, PrivateButton)
    client.start_items.append((1, AskQuestionButton, "start-ask-button"))
    client.start_items.append((9, MineButton, "start-mine-button"))
    client.renderers |= {
        "question-reply": render_reply,
        "question-answer": render_answer,
        "question-private": render_private,
        "question-closed": render_closed,
        "question-posted": render_posted,
        "question-known": render_known,
        "question-withdrawn": render_withdrawn,
    }
    await add_staff(client)
    await add_around(client)
    await add_days_work(client)
    await add_activities(client)
    typed = TypedCog(client)
    await client.add_cog(HelpDeskCog(client))
    await client.add_cog(FiguresCog(client))
    await client.add_cog(typed)
    changed = ChangedCog(client, typed)
    await client.add_cog(changed)
    await client.add_cog(MakingCog(client, typed))
    await client.add_cog(CatchingUpCog(client, typed, changed))
