"""Coffee rounds: who takes part, and who met whom."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ForeignKey,
    Index,
    UniqueConstraint,
    delete,
    func,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep, upsert

ON: Final = "on"
OFF: Final = "off"
IN: Final = "in"
PAUSED: Final = "paused"


class CoffeeRow(Base):
    """A series of rounds, per theme or open (an empty theme), every so many weeks.

    `state` is on or off; `next_at` is when the next round is made that was not announced yet, on
    the `weekday` (Monday is 0) or, on a public holiday, near it.
    """

    __tablename__ = "coffees"
    __table_args__ = (
        UniqueConstraint("community_id", "theme"),
        {"info": keep(Keep("until staff stop it", Erase.NOTHING, ends=Ends.NEVER))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    theme: Mapped[str]
    weeks: Mapped[int]
    weekday: Mapped[int]
    state: Mapped[str]
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    made_at: Mapped[datetime]


class CoffeeMemberRow(Base):
    """Somebody who takes part, for a collective or for themselves. `state` is in or paused.

    `skips` is the number of the round that they skip; `silent` the rounds in a row without a sign;
    `waited` the rounds in a row in which there was nobody for them.
    """

    __tablename__ = "coffee_members"
    __table_args__ = (
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED))},
    )

    coffee_id: Mapped[int] = mapped_column(
        ForeignKey("coffees.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    collective_id: Mapped[int | None] = mapped_column(
        ForeignKey("collectives.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[str]
    skips: Mapped[int | None]
    silent: Mapped[int]
    waited: Mapped[int]
    joined_at: Mapped[datetime]


class CoffeeRoundRow(Base):
    """One round of a series. `state` is announced, made, or held: everybody got their group.

    `people`, `alone` and `repeats` are figures of when it was made, for staff.
    """

    __tablename__ = "coffee_rounds"
    __table_args__ = (
        UniqueConstraint("coffee_id", "number"),
        Index("ix_coffee_rounds_state_at", "state", "at"),
        {"info": keep(Keep("2 years", Erase.NOTHING, days=730, since="at"))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    coffee_id: Mapped[int] = mapped_column(ForeignKey("coffees.id", ondelete="CASCADE"))
    number: Mapped[int]
    state: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
    people: Mapped[int]
    alone: Mapped[int]
    repeats: Mapped[int]


class CoffeeSeatRow(Base):
    """Who sat with whom: the same `group` in one round. `reacted_at`: the first sign."""

    __tablename__ = "coffee_seats"
    __table_args__ = (
        Index("ix_coffee_seats_person_id", "person_id"),
        {"info": keep(Keep("as the round", Erase.DELETE, person=("person_id",), ends=Ends.PARENT))},
    )

    round_id: Mapped[int] = mapped_column(
        ForeignKey("coffee_rounds.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    collective_id: Mapped[int | None] = mapped_column(
        ForeignKey("collectives.id", ondelete="SET NULL"), index=True
    )
    group: Mapped[int]
    reacted_at: Mapped[datetime | None]


async def put(
    session: Session, community_id: int, theme: str, *, weeks: int, weekday: int, at: datetime
) -> bool:
    """Begin a series, or change the rhythm of the one for this theme; whether it begins now."""
    values: dict[str, Any] = {"weeks": weeks, "weekday": weekday}
    keys = {"community_id": community_id, "theme": theme}
    is_new = await insert_once(
        session, CoffeeRow, list(keys), **keys, **values, state=ON, next_at=None, made_at=at
    )
    if is_new:
        return True
    row = await hold_theme(session, community_id, theme)
    is_off = row.state == OFF
    row.state, row.weeks, row.weekday = ON, weeks, weekday
    await session.flush()
    return is_off


async def hold_theme(session: Session, community_id: int, theme: str) -> CoffeeRow:
    """The series for a theme, that was put before, locked until the end of the block."""
    found = await session.scalars(
        select(CoffeeRow)
        .where(CoffeeRow.community_id == community_id, CoffeeRow.theme == theme)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.one()


async def find_theme(session: Session, community_id: int, theme: str) -> CoffeeRow | None:
    """The series for a theme."""
    return await session.scalar(
        select(CoffeeRow).where(CoffeeRow.community_id == community_id, CoffeeRow.theme == theme)
    )


async def find(session: Session, coffee_id: int) -> CoffeeRow | None:
    """A series by number."""
    return await session.get(CoffeeRow, coffee_id)


async def hold(session: Session, coffee_id: int) -> CoffeeRow | None:
    """A series, locked until the end of the block."""
    return await session.scalar(
        select(CoffeeRow)
        .where(CoffeeRow.id == coffee_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def find_on(session: Session, community_id: int) -> tuple[CoffeeRow, ...]:
    """The series that go on, the open one first."""
    rows = await session.scalars(
        select(CoffeeRow)
        .where(CoffeeRow.community_id == community_id, CoffeeRow.state == ON)
        .order_by(CoffeeRow.theme, CoffeeRow.id)
    )
    return tuple(rows)


async def find_next(session: Session, before: datetime) -> tuple[CoffeeRow, ...]:
    """The series of which a round is to be announced before long."""
    rows = await session.scalars(
        select(CoffeeRow)
        .where(CoffeeRow.state == ON, CoffeeRow.next_at <= before)
        .order_by(CoffeeRow.id)
    )
    return tuple(rows)


async def put_member(session: Session, coffee_id: int, person_id: int, **values: object) -> None:
    """Let somebody take part, or change how they do."""
    keys = ["coffee_id", "person_id"]
    await upsert(session, CoffeeMemberRow, keys, coffee_id=coffee_id, person_id=person_id, **values)


async def hold_member(session: Session, coffee_id: int, person_id: int) -> CoffeeMemberRow | None:
    """How somebody takes part, locked until the end of the block."""
    return await session.scalar(
        select(CoffeeMemberRow)
        .where(CoffeeMemberRow.coffee_id == coffee_id, CoffeeMemberRow.person_id == person_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def remove_member(session: Session, coffee_id: int, person_id: int) -> bool:
    """Somebody takes part no longer; False when they did not."""
    done = await session.execute(
        delete(CoffeeMemberRow)
        .where(CoffeeMemberRow.coffee_id == coffee_id, CoffeeMemberRow.person_id == person_id)
        .returning(CoffeeMemberRow.person_id)
    )
    return done.first() is not None


async def find_members(session: Session, coffee_id: int) -> tuple[CoffeeMemberRow, ...]:
    """Everybody of a series, in the order of their ids."""
    rows = await session.scalars(
        select(CoffeeMemberRow)
        .where(CoffeeMemberRow.coffee_id == coffee_id)
        .order_by(CoffeeMemberRow.person_id)
        .execution_options(populate_existing=True)
    )
    return tuple(rows)


async def find_memberships(session: Session, person_id: int) -> dict[int, CoffeeMemberRow]:
    """How somebody takes part, by the number of the series."""
    rows = await session.scalars(
        select(CoffeeMemberRow).where(CoffeeMemberRow.person_id == person_id)
    )
    return {row.coffee_id: row for row in rows}


async def count_members(session: Session, coffee_id: int) -> dict[str, int]:
    """How many are in a series, and how many on a pause."""
    rows = await session.execute(
        select(CoffeeMemberRow.state, func.count())
        .where(CoffeeMemberRow.coffee_id == coffee_id)
        .group_by(CoffeeMemberRow.state)
    )
    return {state: count for state, count in rows}  # noqa: C416 - rows are not pairs
