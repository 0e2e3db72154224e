"""What becomes of a question that comes in: its row, the reply to it, and who hears of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.communities import Place, read_settings
from bot.people import Person
from bot.posts import Post, to_target
from bot.search.helpdesk import Finding, Outcome
from bot.services.helpdesk.cards import LONGEST
from bot.services.helpdesk.forum.marks import mark
from bot.services.helpdesk.posting import tell_staff, to_asker
from bot.services.helpdesk.states import Reason, State, Step
from bot.services.helpdesk.views import QuestionNotFound
from bot.untrusted import PersonalKind, personal_numbers
from data.store import Session
from data.store import question_events as events
from data.store import questions as rows

LEFT_OUT: Final = "[…]"
"""Stands where a number that points at one person was."""
STATES: Final[Mapping[Outcome, State]] = {
    Outcome.ANSWER: State.SUGGESTED,
    Outcome.SUGGEST: State.SUGGESTED,
    Outcome.UNSURE: State.OPEN,
    Outcome.REFER: State.OPEN,
    Outcome.OFFTOPIC: State.CLOSED,
}


class Told(StrEnum):
    """How an urgent referral reached the writer before the question was stored."""

    NOT_YET = "not-yet"
    PRIVATELY = "privately"
    BEHIND_BUTTON = "behind-button"
    """Private messages are closed: it waits behind a button where the question was typed."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as it came in.

    `origin` makes a message or press one question. `place` and `message` say where everybody could
    read it; None for a question in private, which is answered with a direct message. `asked_in` is
    where a private answer is announced when no direct message arrives.
    """

    origin: str
    text: str
    anonymous: bool = False
    public: bool = False
    """Everybody may read it: the bot puts it in the help channel, and the answer under it."""
    place: str | None = None
    message: str | None = None
    asked_in: str | None = None
    reply: bool = False
    """The reply goes through the outbox (a typed message), not back over an interaction."""
    told: Told = Told.NOT_YET
    made_by: int | None = None
    """Who made a question of somebody's message; then a remark is one too."""


def state_of(finding: Finding) -> State:
    """How far a question is when this was found and nobody did anything yet."""
    if finding.referrals and all(referral.staff == "geen" for referral in finding.referrals):
        return State.SUGGESTED if finding.answers else State.CLOSED
    return STATES[finding.outcome]


def reason_of(finding: Finding, state: State) -> Reason | None:
    """Why a question is closed from the start; None when it is not."""
    if state is not State.CLOSED:
        return None
    return Reason.ELSEWHERE if finding.referrals else Reason.OTHER


def insisted(finding: Finding) -> Finding:
    """What was found, for a question that a person made: somebody reads it, whatever it says."""
    if finding.outcome is Outcome.OFFTOPIC:
        return replace(finding, outcome=Outcome.UNSURE, is_remark=False)
    return finding


def kept(whole: str, *, strict: bool) -> str:
    """What is stored of a question: never a citizen service number.

    `strict`, for who asks without a name and for what the bot shows to everybody: no number or
    address that leads to somebody either.
    """
    text = whole[:LONGEST]
    for found in reversed(personal_numbers(text)):
        if strict or found.kind is PersonalKind.BSN:
            text = text[: found.start] + LEFT_OUT + text[found.end :]
    return text


def posted(question_id: int) -> str:
    """The source of the message with which the bot asks a question in the help channel."""
    return f"question:{question_id}:posted"


async def store(
    session: Session, person: Person, ask: Ask, finding: Finding, now: datetime
) -> rows.QuestionRow:
    """Store a new question and queue what follows from it. Raises: QuestionNotFound."""
    public = await _public_place(session, person, ask, finding)
    private = (ask.anonymous and public is None) or any(r.is_private for r in finding.referrals)
    state = state_of(finding)
    await rows.add(
        session,
        community_id=person.community_id,
        asked_by=person.id,
        claimed_by=None,
        origin=ask.origin,
        text=kept(ask.text, strict=ask.anonymous or public is not None),
        language=finding.language,
        anonymous=ask.anonymous,
        state=state.value,
        outcome=finding.outcome.value,
        themes=[theme.id for theme in finding.themes],
        suggested=[answer.article for answer in finding.answers],
        referral=finding.referrals[0].id if finding.referrals else None,
        reply_place=None if private else public or ask.place,
        reply_message=None if private else ask.message,
        asked_place=ask.place or ask.asked_in,
        asked_message=ask.message,
        asked_at=now,
        closed_at=now if state is State.CLOSED else None,
        reason=reason_of(finding, state),
        touched_at=now,
    )
    question = await rows.find_by_origin(session, ask.origin)
    if question is None:
        raise QuestionNotFound
    events.add(session, question.id, Step.ASKED, at=now, by=ask.made_by or person.id)
    await _spread(session, question, ask, finding, is_posted=public is not None)
    return question


async def _spread(
    session: Session,
    question: rows.QuestionRow,
    ask: Ask,
    finding: Finding,
    *,
    is_posted: bool,
) -> None:
    """Queue what follows: the post in public, the card of staff, the reply."""
    now = question.asked_at
    if is_posted:
        question.reply_message = posted(question.id)
        await _post(session, question, now)
    if question.state == State.OPEN:
        await tell_staff(session, question, now)
    else:
        await mark(session, question, now)
    if (ask.reply or is_posted) and ask.told is not Told.BEHIND_BUTTON:
        await _reply_later(session, question, ask, finding, now)


async def _public_place(session: Session, person: Person, ask: Ask, finding: Finding) -> str | None:
    """Where the bot asks in public; None when nobody wants it, it may not, or there is none."""
    if not ask.public or any(referral.is_private for referral in finding.referrals):
        return None
    settings = await read_settings(session, person.community_id)
    return settings.places.get(Place.HELPDESK)


async def _post(session: Session, question: rows.QuestionRow, now: datetime) -> None:
    """Queue the question itself for the place where everybody reads it."""
    assert question.reply_place is not None  # noqa: S101 - the caller set it
    post = Post("question-posted", posted(question.id), {"question": question.id}, now)
    settings = await read_settings(session, question.community_id)
    await to_target(session, question.community_id, question.reply_place, settings.language, post)


async def _reply_later(
    session: Session, question: rows.QuestionRow, ask: Ask, finding: Finding, now: datetime
) -> None:
    """Queue the reply to a question, and the public line when that is private."""
    told = ask.told is Told.PRIVATELY
    if not (told and finding.is_referral_alone):
        facts = {
            "question": question.id,
            "reply_to": question.reply_message,
            "told": told,
            "made": ask.made_by not in (None, question.asked_by),
        }
        post = Post("question-reply", f"question:{question.id}:reply", facts, now)
        await to_asker(session, question, post)
    if question.reply_place is None and ask.place is not None:
        settings = await read_settings(session, question.community_id)
        source = f"question:{question.id}:private"
        notice = Post("question-private", source, {"reply_to": ask.message}, now)
        await to_target(session, question.community_id, ask.place, settings.language, notice)
