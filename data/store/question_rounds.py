"""Questions by how long they wait: the list of a morning, the goal, posts that fell silent."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, String, case, cast, func, literal, or_, select

from data.store.base import Session
from data.store.deliveries import DeliveryRow
from data.store.questions import QuestionRow

_ORDER = (QuestionRow.asked_at, QuestionRow.id)


def _waiting(community_id: int) -> tuple[ColumnElement[bool], ...]:
    return QuestionRow.community_id == community_id, QuestionRow.state.in_(("open", "claimed"))


async def find_waiting(
    session: Session, community_id: int, at: datetime, limit: int
) -> tuple[QuestionRow, ...]:
    """Questions asked until an instant that wait for a person, oldest first."""
    query = select(QuestionRow).where(*_waiting(community_id), QuestionRow.asked_at <= at)
    return tuple(await session.scalars(query.order_by(*_ORDER).limit(limit)))


async def count_waiting(session: Session, community_id: int, at: datetime) -> int:
    """How many questions asked until an instant wait for a person."""
    query = select(func.count()).select_from(QuestionRow)
    query = query.where(*_waiting(community_id), QuestionRow.asked_at <= at)
    return await session.scalar(query) or 0


async def find_late(
    session: Session, community_id: int, at: datetime, limit: int
) -> tuple[QuestionRow, ...]:
    """Waiting questions whose goal passed and of which staff were not told so, oldest first."""
    query = select(QuestionRow).where(
        *_waiting(community_id),
        QuestionRow.due_at <= at,
        QuestionRow.raised < 2,  # noqa: PLR2004
    )
    return tuple(await session.scalars(query.order_by(*_ORDER).limit(limit)))


async def find_promises(
    session: Session, community_id: int, since: datetime, at: datetime, limit: int
) -> tuple[bool, ...]:
    """Of the latest questions asked since then whose goal passed: whether it was kept."""
    ended = func.coalesce(QuestionRow.answered_at, QuestionRow.closed_at)
    kept = case((ended <= QuestionRow.due_at, 1), else_=0)
    found = await session.scalars(
        select(kept)
        .where(
            QuestionRow.community_id == community_id,
            QuestionRow.asked_at >= since,
            QuestionRow.due_at <= at,
            QuestionRow.referral.is_(None),
        )
        .order_by(QuestionRow.asked_at.desc())
        .limit(limit)
    )
    return tuple(bool(one) for one in found)


def _posts(community_id: int, since: datetime, *, begun: bool) -> tuple[ColumnElement[bool], ...]:
    """Questions that began a post of their own, in which the asker looks at an answer.

    In a post that was typed the first message and the place have one number. `begun`: also those
    that the bot asked for somebody; the first message is then named by its source.
    """
    own = QuestionRow.reply_place == QuestionRow.reply_message
    if begun:
        source = literal("question:") + cast(QuestionRow.id, String) + literal(":posted")
        own = or_(own, QuestionRow.reply_message == source)
    return (
        QuestionRow.community_id == community_id,
        QuestionRow.asked_at >= since,
        own,
        QuestionRow.state.in_(("suggested", "answered")),
    )


@dataclass(frozen=True, slots=True)
class Forum:
    """Which posts to look at: of a community, asked since then; `begun` by the bot too."""

    community_id: int
    since: datetime
    begun: bool


async def find_silent(
    session: Session, forum: Forum, before: datetime, limit: int
) -> tuple[QuestionRow, ...]:
    """Posts in which nobody said anything since `before`, and that were not warned about.

    Locked; one that somebody has at this moment is left for the next time.
    """
    touched = func.coalesce(QuestionRow.touched_at, QuestionRow.answered_at, QuestionRow.asked_at)
    query = select(QuestionRow).where(
        *_posts(forum.community_id, forum.since, begun=forum.begun),
        QuestionRow.wakes_at.is_(None),
        touched <= before,
    )
    query = query.order_by(*_ORDER).limit(limit).with_for_update(skip_locked=True)
    return tuple(await session.scalars(query))


async def find_ending(
    session: Session, forum: Forum, at: datetime, limit: int
) -> tuple[QuestionRow, ...]:
    """Posts that were warned about, and whose time is over; locked as in `find_silent`."""
    query = select(QuestionRow).where(
        *_posts(forum.community_id, forum.since, begun=forum.begun), QuestionRow.wakes_at <= at
    )
    query = query.order_by(*_ORDER).limit(limit).with_for_update(skip_locked=True)
    return tuple(await session.scalars(query))


async def find_post(session: Session, place: str) -> QuestionRow | None:
    """The question that began the post in this place: typed, or asked by the bot for somebody."""
    platform, _, number = place.partition(":")
    typed = await session.scalar(
        select(QuestionRow).where(
            QuestionRow.origin == f"{platform}:m:{number}", QuestionRow.reply_place == place
        )
    )
    if typed is not None:
        return typed
    source = await session.scalar(
        select(DeliveryRow.source)
        .where(DeliveryRow.message == place, DeliveryRow.kind == "question-posted")
        .limit(1)
    )
    begun = None if source is None else source.split(":")[1]
    return None if begun is None else await session.get(QuestionRow, int(begun))


async def find_asking(session: Session, question_id: int) -> str | None:
    """The source of the latest message that asked whether the post of a question is done."""
    first = f"question:{question_id}:question-silent:"
    return await session.scalar(
        select(DeliveryRow.source)
        .where(DeliveryRow.source.startswith(first, autoescape=True), DeliveryRow.edits.is_(None))
        .order_by(DeliveryRow.id.desc())
        .limit(1)
    )
