"""Circles: collectives with the same theme that talk in one thread."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep, upsert
from data.store.collectives import CollectiveRow, CollectiveThemeRow, ContactRow


class CircleRow(Base):
    """A circle for a theme. `state` is proposed, open or closed; `place` the thread, once open."""

    __tablename__ = "circles"
    __table_args__ = (
        UniqueConstraint("community_id", "theme"),
        {"info": keep(Keep("until it is closed", Erase.NOTHING, ends=Ends.NEVER))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    theme: Mapped[str]
    state: Mapped[str]
    place: Mapped[str]
    proposed_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]


class CircleMemberRow(Base):
    """Somebody who speaks for a collective in a circle. `state` is invited, in or out."""

    __tablename__ = "circle_members"
    __table_args__ = (
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED))},
    )

    circle_id: Mapped[int] = mapped_column(
        ForeignKey("circles.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    collective_id: Mapped[int | None] = mapped_column(
        ForeignKey("collectives.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[str]
    at: Mapped[datetime]


async def places_of(session: Session, community_id: int, themes: Sequence[str]) -> tuple[str, ...]:
    """The threads of the open circles for these themes."""
    found = await session.scalars(
        select(CircleRow.place)
        .where(
            CircleRow.community_id == community_id,
            CircleRow.theme.in_(themes),
            CircleRow.state == "open",
            CircleRow.place != "",
        )
        .order_by(CircleRow.id)
    )
    return tuple(found)


async def find(session: Session, circle_id: int) -> CircleRow | None:
    """A circle by number."""
    return await session.get(CircleRow, circle_id)


async def hold(session: Session, circle_id: int) -> CircleRow | None:
    """A circle, locked until the end of the block."""
    return await session.scalar(
        select(CircleRow)
        .where(CircleRow.id == circle_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def find_all(session: Session, community_id: int) -> tuple[CircleRow, ...]:
    """The circles of a community that are not closed, by theme."""
    rows = await session.scalars(
        select(CircleRow)
        .where(CircleRow.community_id == community_id, CircleRow.state != "closed")
        .order_by(CircleRow.theme)
    )
    return tuple(rows)


async def propose(session: Session, community_id: int, theme: str, at: datetime) -> bool:
    """Make a circle for a theme; False when there is one, or was one that staff closed."""
    return await insert_once(
        session,
        CircleRow,
        ["community_id", "theme"],
        community_id=community_id,
        theme=theme,
        state="proposed",
        place="",
        proposed_at=at,
        opened_at=None,
    )


async def find_by_theme(session: Session, community_id: int, theme: str) -> CircleRow | None:
    """The circle of a theme."""
    return await session.scalar(
        select(CircleRow).where(CircleRow.community_id == community_id, CircleRow.theme == theme)
    )


async def themes_without(session: Session, community_id: int, needed: int) -> tuple[str, ...]:
    """Themes that so many visible groups with a contact share, without a circle; most first."""
    known = select(CircleRow.theme).where(CircleRow.community_id == community_id)
    count = func.count(func.distinct(CollectiveThemeRow.collective_id))
    rows = await session.scalars(
        select(CollectiveThemeRow.theme)
        .join(CollectiveRow, CollectiveRow.id == CollectiveThemeRow.collective_id)
        .join(ContactRow, ContactRow.collective_id == CollectiveRow.id)
        .where(
            CollectiveRow.community_id == community_id,
            CollectiveRow.hidden.is_(False),
            CollectiveThemeRow.theme.not_in(known),
        )
        .group_by(CollectiveThemeRow.theme)
        .having(count >= needed)
        .order_by(count.desc(), CollectiveThemeRow.theme)
    )
    return tuple(rows)


async def uninvited(session: Session, circle: CircleRow) -> tuple[tuple[int, int], ...]:
    """(person, collective) of each contact of the theme who has no place in the circle yet."""
    known = select(CircleMemberRow.person_id).where(CircleMemberRow.circle_id == circle.id)
    rows = await session.execute(
        select(ContactRow.person_id, func.min(ContactRow.collective_id))
        .join(CollectiveRow, CollectiveRow.id == ContactRow.collective_id)
        .join(CollectiveThemeRow, CollectiveThemeRow.collective_id == CollectiveRow.id)
        .where(
            CollectiveRow.community_id == circle.community_id,
            CollectiveRow.hidden.is_(False),
            CollectiveThemeRow.theme == circle.theme,
            ContactRow.person_id.not_in(known),
        )
        .group_by(ContactRow.person_id)
        .order_by(ContactRow.person_id)
    )
    return tuple((row[0], row[1]) for row in rows)


async def put_member(
    session: Session,
    circle_id: int,
    person_id: int,
    *,
    collective_id: int | None,
    state: str,
    at: datetime,
) -> None:
    """Invite somebody, or let them in or out."""
    await upsert(
        session,
        CircleMemberRow,
        ["circle_id", "person_id"],
        circle_id=circle_id,
        person_id=person_id,
        collective_id=collective_id,
        state=state,
        at=at,
    )


async def find_member(session: Session, circle_id: int, person_id: int) -> CircleMemberRow | None:
    """Somebody's place in a circle."""
    return await session.get(CircleMemberRow, (circle_id, person_id), populate_existing=True)


async def find_members(session: Session, circle_id: int) -> tuple[CircleMemberRow, ...]:
    """Who is in, first come first."""
    rows = await session.scalars(
        select(CircleMemberRow)
        .where(CircleMemberRow.circle_id == circle_id, CircleMemberRow.state == "in")
        .order_by(CircleMemberRow.at, CircleMemberRow.person_id)
        .execution_options(populate_existing=True)
    )
    return tuple(rows)


async def remove_members(session: Session, circle_id: int) -> None:
    """Forget who is, was and could be in a circle."""
    await session.execute(delete(CircleMemberRow).where(CircleMemberRow.circle_id == circle_id))
