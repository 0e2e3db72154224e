"""Messages that tell of a person: what waits is cancelled, what was sent can be changed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import or_, select, update

from data.store.base import Session
from data.store.deliveries import DeliveryRow
from data.store.introductions import IntroductionRow
from data.store.polls import BallotRow, PollRow
from data.store.questions import AnswerRow, QuestionRow

IN_FLIGHT: Final = timedelta(minutes=3)
"""A message that is being sent has arrived, or is given up, by then."""


async def hush(session: Session, person_id: int, at: datetime) -> tuple[DeliveryRow, ...]:
    """Cancel what waits about this person's things and empty the facts of the rest.

    Returns what stands, or may soon stand, on a platform with somebody else or in a channel.
    """
    sources = [f"question:{id_}" for id_ in await _questions(session, person_id)]
    sources += [f"introduction:{id_}" for id_ in await _introductions(session, person_id)]
    standing: list[DeliveryRow] = []
    for row in await _about(session, sources):
        if row.person_id == person_id:
            continue
        if row.edits is None and (row.state == "sending" or row.message is not None):
            standing.append(row)
        if row.state in ("queued", "sending"):
            row.state, row.ended_at = "cancelled", at
        row.facts, row.looks = {}, None
    await session.flush()
    return tuple(standing)


async def close_questions(session: Session, person_id: int, at: datetime) -> None:
    """Nobody waits for an answer any more."""
    await session.execute(
        update(QuestionRow)
        .where(QuestionRow.asked_by == person_id, QuestionRow.state != "closed")
        .values(state="closed", closed_at=at)
    )


async def unsign(session: Session, person_id: int, name: str) -> tuple[QuestionRow, ...]:
    """Take the name of somebody who answered for others out of the messages that hold it.

    Returns the questions of others that this person took on.
    """
    answered = await session.scalars(
        select(AnswerRow.question_id).where(AnswerRow.written_by == person_id).distinct()
    )
    for row in await _about(session, [f"question:{id_}:answer" for id_ in answered]):
        if row.facts.get("by") == name:
            row.facts = row.facts | {"by": ""}
    await session.flush()
    taken = await session.scalars(
        select(QuestionRow).where(
            QuestionRow.claimed_by == person_id,
            or_(QuestionRow.asked_by.is_(None), QuestionRow.asked_by != person_id),
        )
    )
    return tuple(taken)


async def open_polls(session: Session) -> tuple[PollRow, ...]:
    """Every poll in which a vote can still be taken back."""
    rows = await session.scalars(
        select(PollRow).where(PollRow.state == "open").order_by(PollRow.id)
    )
    return tuple(rows)


async def find_named_ballots(session: Session, person_id: int) -> frozenset[int]:
    """The polls in which this person voted by name."""
    rows = await session.scalars(select(BallotRow.poll_id).where(BallotRow.person_id == person_id))
    return frozenset(rows)


async def _questions(session: Session, person_id: int) -> Sequence[int]:
    return (
        await session.scalars(select(QuestionRow.id).where(QuestionRow.asked_by == person_id))
    ).all()


async def _introductions(session: Session, person_id: int) -> Sequence[int]:
    return (
        await session.scalars(
            select(IntroductionRow.id).where(
                or_(
                    IntroductionRow.asked_by == person_id,
                    IntroductionRow.answered_by == person_id,
                )
            )
        )
    ).all()


async def _about(session: Session, sources: Sequence[str]) -> tuple[DeliveryRow, ...]:
    found: list[DeliveryRow] = []
    for source in sources:
        found += await session.scalars(
            select(DeliveryRow)
            .where(
                or_(
                    DeliveryRow.source == source,
                    DeliveryRow.source.startswith(f"{source}:", autoescape=True),
                )
            )
            .order_by(DeliveryRow.id)
            .with_for_update()
        )
    return tuple(found)
