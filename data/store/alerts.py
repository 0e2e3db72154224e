"""Policy news: drafts, approvals, and who wants to hear about what."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, Session, insert_once, keep


class AlertRow(Base):
    """A policy message.

    `state`: draft, approved, sent, retracted. `version` grows with each change; an approval holds
    for one version only.
    """

    __tablename__ = "alerts"
    __table_args__ = (
        UniqueConstraint("origin"),
        Index("ix_alerts_state_send_at", "state", "send_at"),
        {
            "info": keep(
                Keep(
                    "text permanent; names of staff 24 months",
                    Erase.BLANK,
                    person=("written_by", "approved_by"),
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
    origin: Mapped[str]
    title: Mapped[str]
    what: Mapped[str]
    meaning: Mapped[str]
    action: Mapped[str]
    until: Mapped[str]
    themes: Mapped[list[str]]
    source_url: Mapped[str]
    correction: Mapped[str]
    state: Mapped[str]
    version: Mapped[int]
    written_at: Mapped[datetime]
    send_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]


class SubscriptionRow(Base):
    """A theme somebody wants news about; the theme `*` stands for all."""

    __tablename__ = "subscriptions"
    __table_args__ = (
        Index("ix_subscriptions_community_id_theme", "community_id", "theme"),
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",)))},
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


async def find(session: Session, alert_id: int) -> AlertRow | None:
    """An alert by number."""
    return await session.get(AlertRow, alert_id)


async def hold(session: Session, alert_id: int) -> AlertRow | None:
    """An alert, locked until the end of the block."""
    return await session.scalar(select(AlertRow).where(AlertRow.id == alert_id).with_for_update())


async def due(session: Session, at: datetime) -> tuple[AlertRow, ...]:
    """Approved alerts whose moment has come, locked."""
    rows = await session.scalars(
        select(AlertRow)
        .where(AlertRow.state == "approved", AlertRow.send_at <= at)
        .order_by(AlertRow.send_at)
        .limit(20)
        .with_for_update(skip_locked=True)
    )
    return tuple(rows)


async def find_followers(
    session: Session, community_id: int, themes: Sequence[str]
) -> tuple[int, ...]:
    """Everybody who wants news about one of these themes, once each."""
    rows = await session.scalars(
        select(SubscriptionRow.person_id)
        .where(
            SubscriptionRow.community_id == community_id,
            SubscriptionRow.theme.in_((*themes, "*")),
        )
        .distinct()
        .order_by(SubscriptionRow.person_id)
    )
    return tuple(rows)


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
    session: Session, person_id: int, community_id: int, theme: str | None = None
) -> None:
    """Stop following one theme, or all."""
    query = delete(SubscriptionRow).where(
        SubscriptionRow.person_id == person_id, SubscriptionRow.community_id == community_id
    )
    if theme is not None:
        query = query.where(SubscriptionRow.theme == theme)
    await session.execute(query)
