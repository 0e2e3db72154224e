"""The help desk on Discord: asking, the reply, and the staff channel."""

from cogs._client import Client
from cogs.helpdesk.asking import AskForm, AskQuestionButton, HelpDeskCog, MineButton
from cogs.helpdesk.catching_up import CatchingUpCog
from cogs.helpdesk.figures import FiguresCog, FileButton
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
from cogs.helpdesk.staff import (
    AnswerButton,
    AnswerForm,
    ClaimButton,
    StaffCog,
    render_limit,
    render_staff_question,
)
from cogs.helpdesk.typed import TypedCog

__all__ = ["AnswerForm", "AskForm", "setup"]


async def setup(client: Client) -> None:
    """Called by discord.py."""
    client.add_dynamic_items(
        AskQuestionButton, MineButton, YesButton, NoButton, PersonButton, ArticleButton
    )
    client.add_dynamic_items(ClaimButton, AnswerButton, ReadButton, ReferralButton)
    client.add_dynamic_items(FileButton)
    client.start_items.append((1, AskQuestionButton, "start-ask-button"))
    client.start_items.append((9, MineButton, "start-mine-button"))
    client.renderers |= {
        "question-reply": render_reply,
        "question-answer": render_answer,
        "question-private": render_private,
        "question-closed": render_closed,
        "staff-question": render_staff_question,
        "staff-limit": render_limit,
    }
    typed = TypedCog(client)
    await client.add_cog(HelpDeskCog(client))
    await client.add_cog(StaffCog(client))
    await client.add_cog(FiguresCog(client))
    await client.add_cog(typed)
    await client.add_cog(CatchingUpCog(client, typed))
