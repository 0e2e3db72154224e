"""A draft as its readers see it, and who may do what with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.people import Person
from bot.plain_language import Finding
from bot.services.helpdesk.cards import Answered, answered, found, name_of
from bot.services.helpdesk.refusals import DraftGone, DraftNotFound, DraftOfOther, OwnDraft
from bot.services.helpdesk.states import Step
from bot.services.helpdesk.views import QuestionNotFound
from data.store import Session, replies
from data.store import question_events as events
from data.store import questions as rows


@dataclass(frozen=True, slots=True)
class Begun:
    """What somebody who begins an answer should know.

    `seen`: how many answers there are now. `others`: who writes one too, with the minutes since.
    `kept`: what this person wrote before and did not send.
    """

    seen: int
    others: tuple[tuple[str, int], ...]
    kept: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer that is not sent yet, or just was. `state`: kept, review, sent, dropped.

    `version` counts how often it went to a colleague. `seen`: how many answers its reader knows of
    now; `newer`: those that came in since it was begun. `remark`: what the colleague wrote back.
    """

    id: int
    question_id: int
    question: str
    language: str
    text: str
    state: str
    writer: str
    is_own: bool
    version: int
    seen: int
    newer: tuple[Answered, ...]
    remark: str
    findings: tuple[Finding, ...]


def writing(steps: Sequence[events.QuestionEventRow]) -> dict[int, datetime]:
    """Who began to write and did not answer since, with when they last began."""
    begun: dict[int, datetime] = {}
    for one in steps:
        if one.by is not None and one.kind == Step.WRITING:
            begun[one.by] = one.at
        elif one.by is not None and one.kind == Step.ANSWERED:
            begun.pop(one.by, None)
    return begun


async def question_of(session: Session, draft_id: int) -> int:
    """The question that a draft answers: it is locked first. Raises: DraftNotFound."""
    row = await replies.find_draft(session, draft_id)
    if row is None:
        raise DraftNotFound
    return row.question_id


async def here(
    session: Session, person: Person, row: replies.AnswerDraftRow | None
) -> replies.AnswerDraftRow:
    """A draft of this person's community. Raises: DraftNotFound."""
    if row is None:
        raise DraftNotFound
    try:
        await found(session, person, row.question_id)
    except QuestionNotFound:
        raise DraftNotFound from None
    return row


async def own_draft(session: Session, person: Person, draft_id: int) -> replies.AnswerDraftRow:
    """An own draft that is not sent, locked. Raises: DraftNotFound, DraftOfOther, DraftGone."""
    row = await here(session, person, await replies.hold_draft(session, draft_id))
    if row.written_by != person.id:
        raise DraftOfOther
    if row.state in ("sent", "dropped"):
        raise DraftGone(state=row.state)
    return row


async def for_review(
    session: Session, person: Person, draft_id: int, version: int
) -> replies.AnswerDraftRow:
    """A draft of a colleague in the words that were shown.

    Raises: DraftNotFound, OwnDraft, DraftGone.
    """
    row = await here(session, person, await replies.hold_draft(session, draft_id))
    if row.written_by == person.id:
        raise OwnDraft
    if row.state != "review" or version != await version_of(session, row):
        raise DraftGone(state=row.state)
    return row


async def version_of(session: Session, row: replies.AnswerDraftRow) -> int:
    """How often a colleague was asked to look at it."""
    steps = await events.find_of(session, [row.question_id])
    asked = [one for one in steps if one.kind == Step.REVIEW_ASKED]
    return sum(one.facts.get("draft") == row.id for one in asked)


async def view(session: Session, person: Person | None, row: replies.AnswerDraftRow) -> Draft:
    """A draft as this person sees it, or all staff. Raises: DraftNotFound."""
    question = await rows.find(session, row.question_id)
    if question is None:
        raise DraftNotFound
    answers = await rows.find_answers(session, [question.id])
    steps = await events.find_of(session, [question.id])
    remarks = [
        one.text
        for one in steps
        if one.kind == Step.REVIEWED and one.facts.get("draft") == row.id and one.text
    ]
    newer = answers[row.seen :] if row.state in ("kept", "review") else ()
    return Draft(
        id=row.id,
        question_id=question.id,
        question=question.text,
        language=question.language,
        text=row.text,
        state=row.state,
        writer=await name_of(session, row.written_by),
        is_own=person is not None and row.written_by == person.id,
        version=await version_of(session, row),
        seen=len(answers),
        newer=tuple([await answered(session, one) for one in newer]),
        remark=remarks[-1] if remarks and row.state == "kept" else "",
        findings=(),
    )
