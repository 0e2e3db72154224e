"""A question as staff see it: the card in their channel, and everything behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.people import Person
from bot.search.helpdesk import Outcome
from bot.services.helpdesk.states import Step
from bot.services.helpdesk.views import QuestionNotFound
from data.store import Session, followers, people, question_groups
from data.store import question_events as events
from data.store import questions as rows

LONGEST: Final = 4000
"""Characters of a question or an answer. Source: Discord, the longest message anybody can type."""
OF_ASKERS: Final = frozenset(
    {
        Step.ASKED,
        Step.HANDED_OVER,
        Step.ANSWERED_BACK,
        Step.ACCEPTED,
        Step.THROWN_AWAY,
        Step.EDITED,
        Step.CLOSED,
        Step.REOPENED,
        Step.WITHDRAWN,
    }
)
"""What an asker does, who may be staff too and without a name in this question."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was sent, and who wrote it; no name when they are gone."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class StaffCard:
    """A question as staff see it. `asker` is empty when the question is anonymous.

    `until`: when it wakes by itself. `notes`: how many staff wrote for each other. `talk`: what
    staff asked back and what came (`is_asker`, text). `in_review`: a draft waits for a colleague.
    """

    id: int
    text: str
    state: str
    asker: str
    claimed_by: str
    themes: tuple[str, ...]
    referral: str
    asked_at: datetime
    answers: tuple[str, ...]
    reason: str = ""
    context: tuple[tuple[str, str], ...] = ()
    due_at: datetime | None = None
    until: datetime | None = None
    followers: int = 0
    notes: int = 0
    talk: tuple[tuple[bool, str], ...] = ()
    merged_into: int | None = None
    merged: tuple[int, ...] = ()
    linked: tuple[int, ...] = ()
    in_review: bool = False
    is_changed: bool = False
    is_unplaced: bool = False
    """The bot found nothing: its words may be what an article is found by."""
    community_id: int = 0
    wrong: tuple[str, ...] = ()
    """Articles that the bot gave and that were wrong."""
    """The asker changed the message after the last answer."""
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Happened:
    """One step in the history of a question.

    `by` is empty for the bot, who is gone, and the asker (`is_asker`), who may be anonymous.
    `other` is the number of another question that it is about.
    """

    step: str
    at: datetime
    by: str
    is_asker: bool
    text: str
    other: int | None


@dataclass(frozen=True, slots=True)
class Details:
    """Everything that staff may know of a question; for their eyes only."""

    card: StaffCard
    answers: tuple[Answered, ...]
    history: tuple[Happened, ...]


async def read_card(session: Session, question: rows.QuestionRow) -> StaffCard:
    """The card of a question as it stands now."""
    steps = await events.find_of(session, [question.id])
    answers = await rows.find_answers(session, [question.id])
    return StaffCard(
        id=question.id,
        text=question.text,
        state=question.state,
        asker="" if question.anonymous else await name_of(session, question.asked_by),
        claimed_by=await name_of(session, question.claimed_by),
        themes=tuple(question.themes),
        referral=question.referral or "",
        asked_at=question.asked_at,
        answers=tuple(answer.text for answer in answers),
        reason=question.reason or "",
        context=tuple((name, str(value)) for name, value in question.context.items() if value),
        due_at=question.due_at,
        until=question.wakes_at,
        followers=(await followers.count(session, [question.id])).get(question.id, 0),
        notes=sum(step.kind == Step.NOTE for step in steps),
        talk=tuple(
            (step.kind == Step.ANSWERED_BACK, step.text)
            for step in steps
            if step.kind in (Step.ASKED_BACK, Step.ANSWERED_BACK) and step.text
        ),
        merged_into=question.merged_into,
        merged=await question_groups.find_merged(session, question.id),
        linked=await events.find_linked(session, question.id),
        in_review=_in_review(steps),
        is_changed=_is_changed(steps),
        community_id=question.community_id,
        is_unplaced=question.outcome == Outcome.UNSURE and question.referral is None,
        wrong=tuple(
            str(slug)
            for step in steps
            if step.kind == Step.THROWN_AWAY
            for slug in step.facts.get("articles", ())
        ),
        language=question.language,
    )


def _in_review(steps: Sequence[events.QuestionEventRow]) -> bool:
    """Whether the last that happened to a draft is that a colleague was asked to look at it."""
    last = [step.kind for step in steps if step.kind in (Step.REVIEW_ASKED, Step.REVIEWED)]
    return last[-1:] == [Step.REVIEW_ASKED]


def _is_changed(steps: Sequence[events.QuestionEventRow]) -> bool:
    """Whether the question was changed after it was answered, and nobody answered since."""
    kinds = [step.kind for step in steps if step.kind in (Step.ANSWERED, Step.EDITED)]
    return Step.ANSWERED in kinds and kinds[-1] == Step.EDITED


async def read_details(session: Session, question: rows.QuestionRow) -> Details:
    """The card, who answered what, and each step with who took it."""
    answers = await rows.find_answers(session, [question.id])
    history = [
        await _happened(session, question, step)
        for step in await events.find_of(session, [question.id])
    ]
    return Details(
        await read_card(session, question),
        tuple([await answered(session, answer) for answer in answers]),
        tuple(history),
    )


async def _happened(
    session: Session, question: rows.QuestionRow, step: events.QuestionEventRow
) -> Happened:
    is_asker = step.by is not None and step.by == question.asked_by and step.kind in OF_ASKERS
    other: Any = step.facts.get("other")
    return Happened(
        step=step.kind,
        at=step.at,
        by="" if is_asker else await name_of(session, step.by),
        is_asker=is_asker,
        text=step.text,
        other=int(other) if other is not None else None,
    )


async def answered(session: Session, answer: rows.AnswerRow) -> Answered:
    """An answer with the name under it."""
    return Answered(await name_of(session, answer.written_by), answer.text)


async def held(session: Session, person: Person, question_id: int) -> rows.QuestionRow:
    """A question of this person's community, locked. Raises: QuestionNotFound."""
    question = await rows.hold(session, question_id)
    if question is None or question.community_id != person.community_id:
        raise QuestionNotFound
    return question


async def found(session: Session, person: Person, question_id: int) -> rows.QuestionRow:
    """A question of this person's community, to read. Raises: QuestionNotFound."""
    question = await rows.find(session, question_id)
    if question is None or question.community_id != person.community_id:
        raise QuestionNotFound
    return question


async def answers_to(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The texts of the answers to each question, oldest first."""
    found: dict[int, tuple[str, ...]] = {}
    for answer in await rows.find_answers(session, ids):
        found[answer.question_id] = (*found.get(answer.question_id, ()), answer.text)
    return found


async def name_of(session: Session, person_id: int | None) -> str:
    """The name of somebody; empty when they are gone."""
    return "" if person_id is None else await people.name_of(session, person_id)
