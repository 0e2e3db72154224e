"""The outbox: every message that goes out is a row here first."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    UniqueConstraint,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column

from data.store.base import Base, Erase, Keep, Session, insert_once, keep

QUEUED: Final = "queued"
"""The mark in `session.info` that a message waits."""
PATIENT: Final = 6
"""After so many failed tries (about two minutes) later messages to the target may go first."""


class DeliveryRow(Base):
    """One message to one target, as facts.

    `key` is the idempotency key, at most 25 characters. `state`: queued, sending (leased), sent,
    failed, cancelled. `to_person` says that `target` is an account and not a place. `edits` names
    the source of the delivery whose message this one changes. `looks` is a hash of the text as it
    was last tried, by which the message is found when nobody knows whether it arrived.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("source", "target"),
        UniqueConstraint("key"),
        Index("ix_deliveries_state_due_at", "state", "due_at"),
        Index("ix_deliveries_target_state", "target", "state"),
        {
            "info": keep(
                Keep(
                    "30 days after sending, in public as the question; what it said 24 hours",
                    Erase.DELETE,
                    person=("person_id",),
                    text=("facts",),
                    days=30,
                    since="ended_at",
                    others=True,
                    text_days=1,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"), index=True)
    kind: Mapped[str]
    facts: Mapped[dict[str, Any]]
    source: Mapped[str]
    target: Mapped[str]
    to_person: Mapped[bool]
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    language: Mapped[str]
    edits: Mapped[str | None]
    state: Mapped[str]
    attempts: Mapped[int]
    queued_at: Mapped[datetime]
    due_at: Mapped[datetime]
    leased_at: Mapped[datetime | None]
    looks: Mapped[str | None]
    message: Mapped[str | None] = mapped_column(index=True)
    reason: Mapped[str | None]
    ended_at: Mapped[datetime | None] = mapped_column(index=True)


async def add(session: Session, **values: Any) -> bool:  # noqa: ANN401 - column values
    """Queue a message once per source and target; False when it was there already."""
    session.info[QUEUED] = True
    return await insert_once(
        session,
        DeliveryRow,
        ["source", "target"],
        key=secrets.token_hex(10),
        state="queued",
        attempts=0,
        queued_at=values["due_at"],
        **values,
    )


async def lease(
    session: Session, at: datetime, *, stale_before: datetime, limit: int
) -> tuple[DeliveryRow, ...]:
    """Take due messages, and those whose sender died; locked, oldest first.

    One for each target, so that messages arrive in the order in which they were queued, and a
    change never before the message that it changes.
    """
    rows = tuple(
        await session.scalars(
            select(DeliveryRow)
            .where(
                or_(
                    (DeliveryRow.state == "queued") & (DeliveryRow.due_at <= at),
                    (DeliveryRow.state == "sending") & (DeliveryRow.leased_at <= stale_before),
                ),
                ~_earlier(at),
                ~_unsent_original(),
            )
            .order_by(DeliveryRow.due_at, DeliveryRow.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=DeliveryRow)
        )
    )
    for row in rows:
        row.state, row.leased_at, row.attempts = "sending", at, row.attempts + 1
    await session.flush()
    return rows


def _earlier(at: datetime) -> ColumnElement[bool]:
    """Whether an earlier message to the same target is under way, due, or soon tried again."""
    first = aliased(DeliveryRow)
    waits = or_(first.due_at <= at, first.attempts.between(1, PATIENT))
    return exists().where(
        first.target == DeliveryRow.target,
        first.id < DeliveryRow.id,
        or_(first.state == "sending", (first.state == "queued") & waits),
    )


def _unsent_original() -> ColumnElement[bool]:
    """Whether the message that this one changes is still to arrive."""
    first = aliased(DeliveryRow)
    return exists().where(
        first.target == DeliveryRow.target,
        first.source == DeliveryRow.edits,
        first.state.in_(("queued", "sending")),
    )


async def hold(session: Session, delivery_id: int) -> DeliveryRow | None:
    """A message, locked until the end of the block."""
    return await session.scalar(
        select(DeliveryRow).where(DeliveryRow.id == delivery_id).with_for_update()
    )


async def find_message(session: Session, source: str, target: str) -> str | None:
    """The message on the platform that a delivery became."""
    return await session.scalar(
        select(DeliveryRow.message).where(
            DeliveryRow.source == source, DeliveryRow.target == target
        )
    )


async def find_source(session: Session, message: str) -> str | None:
    """What a message on the platform was sent for."""
    return await session.scalar(
        select(DeliveryRow.source).where(DeliveryRow.message == message).limit(1)
    )


async def find_sent(session: Session, source: str) -> tuple[DeliveryRow, ...]:
    """Where something was sent to, oldest first."""
    rows = await session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.source == source, DeliveryRow.state == "sent")
        .order_by(DeliveryRow.id)
    )
    return tuple(rows)


async def find_first(session: Session, source: str) -> tuple[DeliveryRow, ...]:
    """Every message for a source that stands with somebody or soon will, oldest first."""
    rows = await session.scalars(
        select(DeliveryRow)
        .where(
            DeliveryRow.source == source,
            DeliveryRow.edits.is_(None),
            DeliveryRow.state.in_(("queued", "sending", "sent")),
        )
        .order_by(DeliveryRow.id)
    )
    return tuple(rows)


async def find_kind(session: Session, kind: str, target: str) -> tuple[DeliveryRow, ...]:
    """Everything of one kind for one target, oldest first."""
    rows = await session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.target == target, DeliveryRow.kind == kind)
        .order_by(DeliveryRow.id)
    )
    return tuple(rows)


async def lose(session: Session, message: str) -> None:
    """A message on the platform is not there any more: it counts as one that did not arrive."""
    await session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.message == message)
        .values(state="failed", reason="outbox-place-gone")
    )


async def is_known_message(session: Session, message: str) -> bool:
    """Whether a message on the platform belongs to a delivery already."""
    return (
        await session.scalar(select(DeliveryRow.id).where(DeliveryRow.message == message).limit(1))
        is not None
    )


async def cancel(session: Session, source: str, at: datetime) -> None:
    """Stop what was not sent yet."""
    await session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.source == source, DeliveryRow.state == "queued")
        .values(state="cancelled", ended_at=at)
    )


async def find_about(
    session: Session, prefix: str, kinds: Sequence[str]
) -> tuple[DeliveryRow, ...]:
    """Messages of these kinds whose source begins so, locked; not what only changes one."""
    rows = await session.scalars(
        select(DeliveryRow)
        .where(
            DeliveryRow.source.startswith(prefix, autoescape=True),
            DeliveryRow.kind.in_(kinds),
            DeliveryRow.edits.is_(None),
        )
        .order_by(DeliveryRow.id)
        .with_for_update()
    )
    return tuple(rows)


async def add_change(
    session: Session,
    said: DeliveryRow,
    kind: str,
    source: str,
    *,
    facts: dict[str, Any],
    at: datetime,
) -> bool:
    """Queue a change of a message, for the same target; False when it was queued before."""
    return await add(
        session,
        community_id=said.community_id,
        kind=kind,
        facts={**facts, "edit_only": True},
        source=source,
        target=said.target,
        to_person=said.to_person,
        person_id=said.person_id,
        language=said.language,
        edits=said.source,
        due_at=at,
    )


async def is_waiting(session: Session, source: str, target: str) -> bool:
    """Whether this message is still to be sent."""
    query = select(DeliveryRow.id).where(
        DeliveryRow.source == source,
        DeliveryRow.target == target,
        DeliveryRow.state.in_(("queued", "sending")),
    )
    return await session.scalar(query) is not None
