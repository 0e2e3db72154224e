"""Questions that belong together: the same question twice, two that are related, two in one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.people import Person
from bot.posts import Post
from bot.rights import Action
from bot.services.helpdesk.around import following
from bot.services.helpdesk.cards import LONGEST, held
from bot.services.helpdesk.posting import tell_staff, to_asker
from bot.services.helpdesk.refusals import KeptApart, NoOther, NotMerged, NotNow
from bot.services.helpdesk.staff.answering import goes_along, pass_on
from bot.services.helpdesk.staff.handling import end, open_again
from bot.services.helpdesk.states import ENDED, WITH_STAFF, Reason, State, Step
from bot.services.helpdesk.steps import step, written
from bot.services.helpdesk.views import QuestionNotFound
from data.store import Session, Store, question_groups
from data.store import question_events as events
from data.store import questions as rows


class Joining:
    """What staff do with questions that belong together."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def merge(self, person: Person, question_id: int, other_id: int) -> bool:
        """This question is the same as the other: its asker gets the same answer.

        True when the other was answered already, so that the answer is on its way now.
        Raises: QuestionNotFound, NotAllowed, NoOther, KeptApart, Merged, NotNow.
        """
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            question, other, group = await _pair(session, person, question_id, other_id)
            goes_along(question)
            goes_along(other)
            if question.state not in WITH_STAFF:
                raise NotNow(number=question.id, state=question.state)
            if other.state not in (*WITH_STAFF, State.ANSWERED):
                raise NotNow(number=other.id, state=other.state)
            end(question, Reason.DUPLICATE, now)
            question.merged_into = other.id
            along = [one for one in group if one.merged_into == question.id]
            await _take_along(session, along, other, now)
            await session.flush()
            await following.tell_merged(session, question, other, now)
            is_answered = other.state == State.ANSWERED and await pass_on(
                session, other, question, now
            )
            await step(session, question, Step.MERGED, now, by=person, other=other.id)
            await step(session, other, Step.MERGED, now, by=person, other=question.id, took=True)
            return is_answered

    async def part(self, person: Person, question_id: int) -> None:
        """Undo a merge, as long as it was not answered along.

        Raises: QuestionNotFound, NotAllowed, NotMerged.
        """
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.reading() as session:
            found = await rows.find(session, question_id)
            other_id = found.merged_into if found else None
        async with self._store.writing() as session:
            if other_id is None:
                question = await held(session, person, question_id)
                raise NotMerged(number=question.id)
            question, other, _ = await _pair(session, person, question_id, other_id, apart=True)
            if question.merged_into != other.id or question.state != State.CLOSED:
                raise NotMerged(number=question.id)
            open_again(question, question.claimed_by)
            await session.flush()
            await step(session, question, Step.REOPENED, now, by=person, other=other.id)
            await step(session, other, Step.REOPENED, now, by=person, other=question.id)

    async def link(self, person: Person, question_id: int, other_id: int) -> None:
        """These two belong together; each card names the other.

        Raises: QuestionNotFound, NotAllowed, NoOther, KeptApart.
        """
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            question, other, _ = await _pair(session, person, question_id, other_id)
            first, second = sorted((question.id, other.id))
            if await events.link(session, first, second, "related"):
                await step(session, question, Step.LINKED, now, by=person, other=other.id)
                await step(session, other, Step.LINKED, now, by=person, other=question.id)

    async def split(self, person: Person, question_id: int, text: str, origin: str) -> int:
        """Make a second question of the same asker out of this one, and tell them; its number.

        The same origin is one question.
        Raises: QuestionNotFound, NotAllowed, Merged, NotNow, EmptyText, AnswerTooLong.
        """
        person.need(Action.HANDLE_QUESTION)
        said, now = written(text, LONGEST), self._clock.now()
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            goes_along(question)
            if question.reason == Reason.WITHDRAWN or question.asked_by is None:
                raise NotNow(number=question.id, state=question.state)
            is_new = await rows.add(session, **_half_of(question, said, f"split:{origin}", now))
            second = await rows.find_by_origin(session, f"split:{origin}")
            if second is None:
                raise QuestionNotFound
            if is_new:
                await events.link(session, question.id, second.id, "split")
                await tell_staff(session, second, now)
                await step(session, second, Step.SPLIT, now, by=person, other=question.id)
                await step(session, question, Step.SPLIT, now, by=person, other=second.id)
                await _tell_split(session, question, second.id, now)
            return second.id


async def _pair(
    session: Session, person: Person, question_id: int, other_id: int, *, apart: bool = False
) -> tuple[rows.QuestionRow, rows.QuestionRow, Sequence[rows.QuestionRow]]:
    """Two questions of this community, and all that are locked: those that go along with them too.

    Raises: QuestionNotFound, NoOther, KeptApart (not when they go `apart`).
    """
    group = await question_groups.hold_together(session, question_id, other_id)
    pair = {one.id: one for one in group}
    question, other = pair.get(question_id), pair.get(other_id)
    if question is None or question.community_id != person.community_id:
        raise QuestionNotFound
    is_there = other is not None and other.community_id == person.community_id
    if other is None or not is_there or other is question or other.reason == Reason.WITHDRAWN:
        raise NoOther(number=str(other_id))
    for one in (question, other):
        if one.referral is not None and not apart:
            raise KeptApart(number=one.id)
    return question, other, group


async def _take_along(
    session: Session, along: Sequence[rows.QuestionRow], other: rows.QuestionRow, now: datetime
) -> None:
    """What went along with a question that is merged goes along with the other from now on."""
    for one in along:
        if one.state in ENDED:
            one.merged_into = other.id
            await step(session, one, Step.MERGED, now, other=other.id)


async def _tell_split(
    session: Session, question: rows.QuestionRow, second: int, now: datetime
) -> None:
    """Tell the asker that there are two questions now, by their numbers alone."""
    facts = {"question": question.id, "other": second, "reply_to": question.reply_message}
    source = f"question:{question.id}:split:{second}"
    await to_asker(session, question, Post("question-split", source, facts, now))


def _half_of(question: rows.QuestionRow, text: str, origin: str, now: datetime) -> dict[str, Any]:
    """A second question of the same asker, in the same place, with the same promise."""
    same = (
        "community_id", "asked_by", "claimed_by", "language", "anonymous", "themes", "referral",
        "reply_place", "reply_message", "asked_place", "asked_message", "asked_at", "context",
        "due_at",
    )  # fmt: skip
    return {
        **{name: getattr(question, name) for name in same},
        "origin": origin,
        "text": text,
        "state": (State.CLAIMED if question.claimed_by else State.OPEN).value,
        "outcome": question.outcome,
        "suggested": [],
        "closed_at": None,
        "touched_at": now,
    }


def other_number(said: str) -> int:
    """The number of a question as somebody types it: "12", "#12", "vraag 12". Raises: NoOther."""
    digits = "".join(one for one in said if one.isdecimal() and one.isascii())
    if not digits or len(digits) > 9:  # noqa: PLR2004 - no table is that long
        raise NoOther(number=said[:40])
    return int(digits)
