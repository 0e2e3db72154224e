"""Messages that tell of a person: what waits is cancelled, what was sent can be changed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import or_, select, update

from data.store.base import Session
from data.store.deliveries import DeliveryRow
from data.store.introductions import UNTOLD, IntroductionRow
from data.store.meetings import AttendeeRow
from data.store.polls import BallotRow, PollRow
from data.store.questions import QuestionRow
from data.store.restrictions import RestrictionRow

IN_FLIGHT: Final = timedelta(minutes=3)
"""A message that is being sent has arrived, or is given up, by then."""


async def hush(session: Session, person_id: int, at: datetime) -> tuple[DeliveryRow, ...]:
    """Cancel what waits about this person's things and empty the facts of the rest.

    Returns what stands, or may soon stand, on a platform with somebody else or in a channel.
    """
    sources = [f"question:{id_}" for id_ in await _questions(session, person_id)]
    sources += [f"introduction:{id_}" for id_ in await _introductions(session, person_id)]
    meetings = await session.scalars(
        select(AttendeeRow.meeting_id).where(AttendeeRow.person_id == person_id)
    )
    sources += [f"meeting:{id_}" for id_ in meetings]
    restrictions = await session.scalars(
        select(RestrictionRow.id).where(RestrictionRow.person_id == person_id)
    )
    sources += [f"restriction:{id_}" for id_ in restrictions]
    standing: list[DeliveryRow] = []
    for row in await find_about(session, sources):
        if row.person_id == person_id:
            continue
        if row.edits is None and (row.state == "sending" or row.message):
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


async def find_taken(session: Session, person_id: int) -> tuple[QuestionRow, ...]:
    """The questions of others that this person took on."""
    rows = await session.scalars(
        select(QuestionRow).where(
            QuestionRow.claimed_by == person_id,
            or_(QuestionRow.asked_by.is_(None), QuestionRow.asked_by != person_id),
        )
    )
    return tuple(rows)


async def find_cards(session: Session, question_id: int) -> tuple[DeliveryRow, ...]:
    """The messages about a question that stand with staff, oldest first."""
    rows = await find_about(session, [f"question:{question_id}"])
    return tuple(
        row for row in rows if row.kind == "staff-question" and row.message and row.edits is None
    )


async def cancel_mail(
    session: Session, person_id: int, at: datetime, *, but: Sequence[str]
) -> None:
    """Stop the messages that wait for a person, but those whose kind begins with one of these."""
    wanted = or_(*(DeliveryRow.kind.startswith(one, autoescape=True) for one in but))
    await session.execute(
        update(DeliveryRow)
        .where(
            DeliveryRow.person_id == person_id,
            DeliveryRow.to_person,
            DeliveryRow.state == "queued",
            ~wanted,
        )
        .values(state="cancelled", ended_at=at)
    )


async def withdraw(session: Session, person_id: int, at: datetime) -> tuple[IntroductionRow, ...]:
    """End the open requests to meet that a person made; returns them."""
    rows = tuple(
        await session.scalars(
            select(IntroductionRow)
            .where(
                IntroductionRow.asked_by == person_id,
                IntroductionRow.state.in_(UNTOLD),
                IntroductionRow.ended_at.is_(None),
            )
            .order_by(IntroductionRow.id)
            .with_for_update()
        )
    )
    for row in rows:
        row.state, row.ended_at = "withdrawn", at
    await session.flush()
    return rows


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


async def find_about(session: Session, sources: Sequence[str]) -> tuple[DeliveryRow, ...]:
    """Every message for one of these sources or for a part of it, locked."""
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
