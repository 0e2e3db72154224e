"""Who wants to hear of new collectives ("laat het me weten")."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint, and_, delete, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, keep, upsert
from data.store.collectives import CollectiveRow

BEING_MADE: Final = timedelta(hours=1)
MOST: Final = 25
"""Watches of one person in a list."""


class WatchRow(Base):
    """A wish to hear of new collectives with this theme, within so many kilometres of this place.

    An empty theme is every theme, an empty place the whole country. `rhythm` is now or weekly.
    `told_id` is the newest collective that was looked at; `due_at` the next weekly message.
    """

    __tablename__ = "watches"
    __table_args__ = (
        UniqueConstraint("person_id", "community_id", "theme", "place"),
        Index("ix_watches_community_id_rhythm", "community_id", "rhythm"),
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    theme: Mapped[str]
    place: Mapped[str]
    km: Mapped[int]
    rhythm: Mapped[str]
    language: Mapped[str]
    told_id: Mapped[int]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    since: Mapped[datetime]


async def put(session: Session, **values: Any) -> None:  # noqa: ANN401 - column values
    """Begin to watch, or watch in another rhythm."""
    await upsert(session, WatchRow, ["person_id", "community_id", "theme", "place"], **values)


async def find_of(session: Session, person_id: int, community_id: int) -> tuple[WatchRow, ...]:
    """What a person watches in a community, oldest first."""
    rows = await session.scalars(
        select(WatchRow)
        .where(WatchRow.person_id == person_id, WatchRow.community_id == community_id)
        .order_by(WatchRow.id)
        .limit(MOST)
        .execution_options(populate_existing=True)
    )
    return tuple(rows)


async def find(session: Session, watch_id: int) -> WatchRow | None:
    """A watch by number."""
    return await session.get(WatchRow, watch_id)


async def hold(session: Session, watch_id: int) -> WatchRow | None:
    """A watch, locked; None when another process has it or it is gone."""
    return await session.scalar(
        select(WatchRow)
        .where(WatchRow.id == watch_id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )


async def remove(session: Session, watch_id: int, person_id: int) -> bool:
    """Stop watching; False when this person did not."""
    gone = await session.scalar(
        delete(WatchRow)
        .where(WatchRow.id == watch_id, WatchRow.person_id == person_id)
        .returning(WatchRow.id)
    )
    return gone is not None


async def newest(session: Session, community_id: int, now: datetime) -> int:
    """The newest visible collective of a community; 0 when there is none.

    While somebody is still making one, those that came after it wait, an hour at most: then each
    is told of once and none is passed over.
    """
    being_made = await session.scalar(
        select(func.min(CollectiveRow.id)).where(
            CollectiveRow.community_id == community_id,
            CollectiveRow.is_draft.is_(True),
            CollectiveRow.changed_at > now - BEING_MADE,
        )
    )
    query = select(func.max(CollectiveRow.id)).where(
        CollectiveRow.community_id == community_id, CollectiveRow.hidden.is_(False)
    )
    if being_made is not None:
        query = query.where(CollectiveRow.id < being_made)
    return await session.scalar(query) or 0


async def find_due(session: Session, now: datetime) -> tuple[WatchRow, ...]:
    """Watches for which it is time to look: weekly ones, and the others when a group came."""
    newest = (
        select(CollectiveRow.community_id, func.max(CollectiveRow.id).label("id"))
        .where(CollectiveRow.hidden.is_(False))
        .group_by(CollectiveRow.community_id)
        .subquery()
    )
    rows = await session.scalars(
        select(WatchRow)
        .outerjoin(newest, newest.c.community_id == WatchRow.community_id)
        .where(
            or_(
                and_(WatchRow.rhythm == "now", newest.c.id > WatchRow.told_id),
                WatchRow.due_at <= now,
            )
        )
        .order_by(WatchRow.id)
        .limit(200)
    )
    return tuple(rows)
