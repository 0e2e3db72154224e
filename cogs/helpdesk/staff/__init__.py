"""Staff's day: a card for each question with all that can be done, lists, replies, and review."""

from cogs._client import Client
from cogs.helpdesk.staff.answering import (
    AnswerButton,
    AnswerForm,
    ChangeDraftButton,
    DropButton,
    ReviewButton,
    SendButton,
)
from cogs.helpdesk.staff.asking_back import (
    ReadNewsButton,
    ReplyBackButton,
    render_ask_back,
    render_ended,
    render_news,
    render_split,
    render_warning,
)
from cogs.helpdesk.staff.canned import (
    CannedCog,
    CannedSelect,
    ChangeReplyButton,
    DeleteReplyButton,
    NewReplyButton,
)
from cogs.helpdesk.staff.cards import render_limit, render_pointer, render_staff_question
from cogs.helpdesk.staff.handing import ClaimButton, ColleagueSelect, ReleaseButton
from cogs.helpdesk.staff.helping import StartSelect
from cogs.helpdesk.staff.listing import QuestionSelect, StaffCog
from cogs.helpdesk.staff.more import CHOICES, Choice, MoreSelect
from cogs.helpdesk.staff.passed import OpenCardButton, render_passed_on
from cogs.helpdesk.staff.reviewing import (
    ApproveDraftButton,
    ReadDraftButton,
    ReturnDraftButton,
    render_draft,
)

__all__ = [
    "CHOICES",
    "AnswerButton",
    "AnswerForm",
    "Choice",
    "ClaimButton",
    "add_staff",
]


async def add_staff(client: Client) -> None:
    """Called when the help desk is set up."""
    client.add_dynamic_items(ClaimButton, AnswerButton, MoreSelect, ColleagueSelect, ReleaseButton)
    client.add_dynamic_items(SendButton, ChangeDraftButton, ReviewButton, DropButton, StartSelect)
    client.add_dynamic_items(ApproveDraftButton, ReturnDraftButton, ReadDraftButton)
    client.add_dynamic_items(ReplyBackButton, ReadNewsButton, QuestionSelect, OpenCardButton)
    client.add_dynamic_items(CannedSelect, NewReplyButton, ChangeReplyButton, DeleteReplyButton)
    client.renderers |= {
        "staff-question": render_staff_question,
        "staff-pointer": render_pointer,
        "staff-passed-on": render_passed_on,
        "staff-limit": render_limit,
        "staff-draft": render_draft,
        "question-ask-back": render_ask_back,
        "question-ask-back-warning": render_warning,
        "question-ended": render_ended,
        "question-news": render_news,
        "question-split": render_split,
    }
    await client.add_cog(StaffCog(client))
    await client.add_cog(CannedCog(client))
