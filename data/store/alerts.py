"""Policy news: drafts, approvals, and who wants to hear about what."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, aliased, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep
from data.store.deliveries import QUEUED, DeliveryRow
from data.store.people import IdentityRow, PersonRow
from data.store.restrictions import RestrictionRow


class AlertRow(Base):
    """A policy message, or the new text for one that was sent (`corrects_id`).

    `state`: draft, asked, approved, sent, retracted, and merged for a correction that was taken
    over. `version` grows with each change; an approval holds for one version only. `changed_at` is
    when the public text was last changed or retracted after sending. `until_at` is how long readers
    can do something; `held` is why an approved message did not go out at its moment.
    """

    __tablename__ = "alerts"
    __table_args__ = (
        UniqueConstraint("origin"),
        UniqueConstraint("code"),
        Index("ix_alerts_state_send_at", "state", "send_at"),
        {
            "info": keep(
                Keep(
                    "text permanent; names of staff 24 months",
                    Erase.BLANK,
                    person=("written_by", "approved_by"),
                    days=730,
                    since="written_at",
                    expire=Erase.BLANK,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"), index=True)
    written_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    approved_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    corrects_id: Mapped[int | None] = mapped_column(
        ForeignKey("alerts.id", ondelete="CASCADE"), index=True
    )
    origin: Mapped[str]
    code: Mapped[str]
    title: Mapped[str]
    what: Mapped[str]
    meaning: Mapped[str]
    action: Mapped[str]
    themes: Mapped[list[str]]
    source_url: Mapped[str]
    state: Mapped[str]
    version: Mapped[int]
    written_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    send_at: Mapped[datetime | None]
    until_at: Mapped[datetime | None]
    held: Mapped[str | None]
    sent_at: Mapped[datetime | None]
    changed_at: Mapped[datetime | None] = mapped_column(index=True)


class SubscriptionRow(Base):
    """A theme somebody wants news about; the theme `*` stands for all."""

    __tablename__ = "subscriptions"
    __table_args__ = (
        Index("ix_subscriptions_community_id_theme", "community_id", "theme"),
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED))},
    )

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"), primary_key=True)
    theme: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]


async def add(session: Session, **values: object) -> bool:
    """Store a draft once per `origin`."""
    return await insert_once(session, AlertRow, ["origin"], **values)


async def find_by_origin(session: Session, origin: str) -> AlertRow | None:
    """The draft that came from this form."""
    return await session.scalar(select(AlertRow).where(AlertRow.origin == origin))


async def find_by_code(session: Session, code: str) -> AlertRow | None:
    """The alert that carries this code."""
    return await session.scalar(select(AlertRow).where(AlertRow.code == code))


async def find(session: Session, alert_id: int) -> AlertRow | None:
    """An alert by number."""
    return await session.get(AlertRow, alert_id)


async def hold(session: Session, alert_id: int) -> AlertRow | None:
    """An alert, locked until the end of the block."""
    return await session.scalar(
        select(AlertRow)
        .where(AlertRow.id == alert_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def find_latest(session: Session, community_id: int, limit: int) -> tuple[AlertRow, ...]:
    """The newest alerts of a community, newest first, without what was taken over."""
    rows = await session.scalars(
        select(AlertRow)
        .where(AlertRow.community_id == community_id, AlertRow.state != "merged")
        .order_by(AlertRow.id.desc())
        .limit(limit)
    )
    return tuple(rows)


async def hold_corrections(session: Session, alert_id: int) -> tuple[AlertRow, ...]:
    """The corrections of an alert that are still open, locked."""
    rows = await session.scalars(
        select(AlertRow)
        .where(AlertRow.corrects_id == alert_id, AlertRow.state.in_(("draft", "asked", "approved")))
        .order_by(AlertRow.id)
        .with_for_update()
    )
    return tuple(rows)


async def due(session: Session, at: datetime) -> tuple[int, ...]:
    """Approved alerts whose moment has come, earliest first."""
    rows = await session.scalars(
        select(AlertRow.id)
        .where(AlertRow.state == "approved", AlertRow.send_at <= at)
        .order_by(AlertRow.send_at, AlertRow.id)
        .limit(20)
    )
    return tuple(rows)


async def changed_since(session: Session, since: datetime) -> tuple[AlertRow, ...]:
    """Alerts whose public text was changed or retracted lately."""
    rows = await session.scalars(
        select(AlertRow).where(AlertRow.changed_at >= since).order_by(AlertRow.id)
    )
    return tuple(rows)


async def find_outdated(
    session: Session, source: str, again: str, since: datetime | None = None
) -> tuple[DeliveryRow, ...]:
    """Messages of a source that went out and have no delivery `again` that changes them yet."""
    change = aliased(DeliveryRow)
    query = (
        select(DeliveryRow)
        .where(
            DeliveryRow.source == source,
            DeliveryRow.state == "sent",
            ~select(change.id)
            .where(change.source == again, change.target == DeliveryRow.target)
            .exists(),
        )
        .order_by(DeliveryRow.id)
    )
    if since is not None:
        query = query.where(DeliveryRow.ended_at >= since)
    return tuple(await session.scalars(query))


async def is_waiting(session: Session, source: str) -> bool:
    """Whether a message of this source waits to be sent."""
    query = select(DeliveryRow.id).where(DeliveryRow.source == source).limit(1)
    return await session.scalar(query.where(DeliveryRow.state == "queued")) is not None


async def hold_followers(
    session: Session, community_id: int, themes: Sequence[str]
) -> tuple[tuple[int, str, str | None], ...]:
    """Everybody who wants news about one of these themes, once: id, account and own language.

    Their wishes are locked: who stops at this moment does so before, and gets nothing, or after,
    and then finds what waits for them.
    """
    await session.execute(
        select(SubscriptionRow.person_id)
        .where(
            SubscriptionRow.community_id == community_id,
            SubscriptionRow.theme.in_((*themes, "*")),
        )
        .order_by(SubscriptionRow.person_id, SubscriptionRow.theme)
        .with_for_update(read=True)
    )
    rows = await session.execute(
        select(PersonRow.id, func.min(IdentityRow.id), PersonRow.language)
        .join(IdentityRow, IdentityRow.person_id == PersonRow.id)
        .join(SubscriptionRow, SubscriptionRow.person_id == PersonRow.id)
        .where(
            SubscriptionRow.community_id == community_id,
            SubscriptionRow.theme.in_((*themes, "*")),
            ~exists().where(RestrictionRow.person_id == PersonRow.id),
        )
        .group_by(PersonRow.id, PersonRow.language)
        .order_by(PersonRow.id)
    )
    return tuple((row[0], row[1], row[2]) for row in rows)


async def queue_mail(
    session: Session,
    rows: Sequence[tuple[str, int, str]],
    **values: Any,  # noqa: ANN401 - column values
) -> None:
    """Queue one message for each account, person and language, once per source; thousands too."""
    if not rows:
        return
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    session.info[QUEUED] = True
    await session.execute(
        dialect.insert(DeliveryRow).on_conflict_do_nothing(index_elements=["source", "target"]),
        [
            {
                **values,
                "key": secrets.token_hex(10),
                "target": target,
                "person_id": person_id,
                "language": language,
                "to_person": True,
                "state": "queued",
                "attempts": 0,
                "queued_at": values["due_at"],
            }
            for target, person_id, language in rows
        ],
    )


async def find_subscriptions(
    session: Session, person_id: int, community_id: int
) -> tuple[str, ...]:
    """The themes a person follows, sorted."""
    rows = await session.scalars(
        select(SubscriptionRow.theme)
        .where(SubscriptionRow.person_id == person_id, SubscriptionRow.community_id == community_id)
        .order_by(SubscriptionRow.theme)
    )
    return tuple(rows)


async def put_subscription(
    session: Session, person_id: int, community_id: int, theme: str, at: datetime
) -> bool:
    """Follow a theme; False when it was followed already."""
    return await insert_once(
        session,
        SubscriptionRow,
        ["person_id", "community_id", "theme"],
        person_id=person_id,
        community_id=community_id,
        theme=theme,
        since=at,
    )


async def drop_subscriptions(
    session: Session, person_id: int, community_id: int, themes: Sequence[str] | None = None
) -> None:
    """Stop following these themes, or all."""
    mine = [SubscriptionRow.person_id == person_id, SubscriptionRow.community_id == community_id]
    if themes is not None:
        mine.append(SubscriptionRow.theme.in_(themes))
    await session.execute(  # in the order of `hold_followers`, so that nobody waits in a ring
        select(SubscriptionRow.theme).where(*mine).order_by(SubscriptionRow.theme).with_for_update()
    )
    await session.execute(delete(SubscriptionRow).where(*mine))


async def find_waiting_mail(
    session: Session, person_id: int, community_id: int
) -> tuple[tuple[int, int], ...]:
    """News that still waits to go to a person: number of the delivery and of the alert."""
    rows = await session.scalars(
        select(DeliveryRow).where(
            DeliveryRow.person_id == person_id,
            DeliveryRow.community_id == community_id,
            DeliveryRow.kind == "alert-dm",
            DeliveryRow.state.in_(("queued", "sending")),
            DeliveryRow.edits.is_(None),
        )
    )
    return tuple((row.id, int(row.facts["alert"])) for row in rows)


async def cancel_mail(session: Session, delivery_id: int, at: datetime) -> None:
    """Stop one message that did not arrive yet: a try under way is the last one."""
    await session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.id == delivery_id, DeliveryRow.state.in_(("queued", "sending")))
        .values(state="cancelled", ended_at=at)
    )
