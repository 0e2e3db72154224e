"""An answer of a person goes out: to the asker, and to whoever asked the same."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.people import Person
from bot.posts import Post
from bot.services.helpdesk.around import following
from bot.services.helpdesk.cards import answered, name_of
from bot.services.helpdesk.posting import parts, to_asker
from bot.services.helpdesk.refusals import Merged, NotNow
from bot.services.helpdesk.states import ENDED, Reason, State, Step
from bot.services.helpdesk.steps import step
from bot.services.helpdesk.views import QuestionNotFound, QuestionWithdrawn
from data.store import Session, question_groups
from data.store import question_events as events
from data.store import questions as rows

SOMEBODY: Final = {"nl": "buurtgenoot", "en": "neighbour"}
"""Stands for the name of an asker who has none here, or whose name is not for this reader."""
_GREETING: Final = r"\b(beste|hallo|hoi|dag|hi|hello|dear|geachte) "


@dataclass(frozen=True, slots=True)
class Writer:
    """Whose name stands under an answer; nobody's when they are gone."""

    id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Letter:
    """An answer to send: `origin` makes it one, however often it arrives."""

    writer: Writer
    text: str
    origin: str


async def hold_all(
    session: Session, person: Person, question_id: int
) -> tuple[rows.QuestionRow, tuple[rows.QuestionRow, ...]]:
    """A question to answer and those that go along with it, locked.

    Raises: QuestionNotFound; Merged when it goes along with another one itself; QuestionWithdrawn.
    """
    group = await question_groups.hold_together(session, question_id)
    question = next((one for one in group if one.id == question_id), None)
    if question is None or question.community_id != person.community_id:
        raise QuestionNotFound
    goes_along(question)
    if question.reason == Reason.WITHDRAWN:
        raise QuestionWithdrawn
    others = [one for one in group if one is not question and one.reason != Reason.WITHDRAWN]
    return question, tuple(one for one in others if one.state in ENDED)


def goes_along(question: rows.QuestionRow) -> None:
    """Raises: Merged when this question waits for the answer to another one."""
    if question.merged_into is not None and question.state == State.CLOSED:
        raise Merged(number=question.id, other=question.merged_into)


def need_unclosed(question: rows.QuestionRow) -> None:
    """Raises: NotNow when this question is closed."""
    if question.state == State.CLOSED:
        raise NotNow(number=question.id, state=question.state)


async def was_sent(session: Session, question_id: int, origin: str) -> bool:
    """Whether this very answer went out before."""
    steps = await events.find_of(session, [question_id])
    return any(one.kind == Step.ANSWERED and one.facts.get("origin") == origin for one in steps)


async def send(
    session: Session,
    person: Person,
    group: tuple[rows.QuestionRow, tuple[rows.QuestionRow, ...]],
    letter: Letter,
    now: datetime,
) -> bool:
    """Answer a question and those along with it; False when nobody is there to read it.

    `person` acts; the name under the answer is that of the writer. A closed question is opened
    again first: its asker has heard that it is done.
    Raises: NotNow.
    """
    question, others = group
    if await was_sent(session, question.id, letter.origin):
        return True
    need_unclosed(question)
    name = "" if question.anonymous else await name_of(session, question.asked_by)
    reached = [
        await _to_one(session, one, letter, now, without=name if one is not question else "")
        for one in (question, *others)
    ]
    if not any(reached):
        return False
    for one in (question, *others):
        _answered(one, letter.writer, now)
        await step(session, one, Step.ANSWERED, now, by=person, origin=letter.origin)
    text = without_name(letter.text, name, question.language)
    await following.tell(session, question, letter.writer.name, text, at=now, origin=letter.origin)
    return True


async def _to_one(
    session: Session, question: rows.QuestionRow, letter: Letter, now: datetime, *, without: str
) -> bool:
    """Queue each part for one asker and keep the answer; False when there is nobody."""
    text = without_name(letter.text, without, question.language)
    pieces = parts(text)
    for number, piece in enumerate(pieces, start=1):
        facts = {
            "question": question.id,
            "text": piece,
            "by": letter.writer.name,
            "reply_to": question.reply_message,
            "is_first": number == 1,
            "is_last": number == len(pieces),
        }
        source = f"question:{question.id}:answer:{letter.origin}"
        source += f":{number}" if number > 1 else ""
        if not await to_asker(session, question, Post("question-answer", source, facts, now)):
            return False
    session.add(
        rows.AnswerRow(
            question_id=question.id,
            written_by=letter.writer.id,
            article=None,
            text=text,
            written_at=now,
        )
    )
    await session.flush()
    return True


def _answered(question: rows.QuestionRow, writer: Writer, now: datetime) -> None:
    question.state, question.closed_at = State.ANSWERED.value, now
    if question.merged_into is None:
        question.reason = None
    question.claimed_by = question.claimed_by or writer.id
    question.answered_at = question.answered_at or now
    question.solved_by, question.wakes_at = "person", None


async def pass_on(
    session: Session, question: rows.QuestionRow, to: rows.QuestionRow, now: datetime
) -> bool:
    """Give the asker of `to` what people answered to this question; False when nothing was."""
    answers = [one for one in await rows.find_answers(session, [question.id]) if not one.article]
    name = "" if question.anonymous else await name_of(session, question.asked_by)
    for answer in answers[-1:]:
        signed = await answered(session, answer)
        letter = Letter(Writer(answer.written_by, signed.by), signed.text, f"merged:{answer.id}")
        if await _to_one(session, to, letter, now, without=name):
            _answered(to, letter.writer, now)
            return True
    return False


def without_name(text: str, name: str, language: str) -> str:
    """A text for others than the one it was written to: no name in it, and none in the greeting."""
    words = name.split()
    if not words:
        return text
    instead = SOMEBODY["en" if language == "en" else "nl"]
    if len(words) > 1:
        text = re.sub(rf"\b{re.escape(name)}\b", instead, text)
    greeted = rf"{_GREETING}(?:{re.escape(name)}|{re.escape(words[0])})\b"
    return re.sub(greeted, rf"\1 {instead}", text, flags=re.IGNORECASE)
