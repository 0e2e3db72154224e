"""Rounds of coffee and their seats: who sits with whom now, and who did before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, select, update

from data.store.base import Session
from data.store.coffees import CoffeeRoundRow, CoffeeRow, CoffeeSeatRow
from data.store.meetings import AttendeeRow, MeetingRow
from data.store.people import IdentityRow

ANNOUNCED: Final = "announced"
MADE: Final = "made"
HELD: Final = "held"


@dataclass(frozen=True, slots=True)
class PastSeat:
    """Somebody at a table of an earlier round; `table` is the same for who sat together."""

    table: tuple[int, int]
    person_id: int
    collective_id: int | None
    at: datetime


async def add(session: Session, coffee_id: int, number: int, at: datetime) -> CoffeeRoundRow:
    """Announce a round."""
    row = CoffeeRoundRow(
        coffee_id=coffee_id, number=number, state=ANNOUNCED, at=at, people=0, alone=0, repeats=0
    )
    session.add(row)
    await session.flush()
    return row


async def find(session: Session, round_id: int) -> CoffeeRoundRow | None:
    """A round by number of the row."""
    return await session.get(CoffeeRoundRow, round_id)


async def hold(session: Session, round_id: int) -> CoffeeRoundRow | None:
    """A round, locked until the end of the block."""
    return await session.scalar(
        select(CoffeeRoundRow)
        .where(CoffeeRoundRow.id == round_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def hold_last(session: Session, coffee_id: int) -> CoffeeRoundRow | None:
    """The newest round of a series, locked until the end of the block."""
    return await session.scalar(
        select(CoffeeRoundRow)
        .where(CoffeeRoundRow.coffee_id == coffee_id)
        .order_by(CoffeeRoundRow.number.desc())
        .limit(1)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def hold_since(
    session: Session, coffee_id: int, since: datetime
) -> tuple[CoffeeRoundRow, ...]:
    """The rounds of a series from then on, locked until the end of the block, oldest first."""
    rows = await session.scalars(
        select(CoffeeRoundRow)
        .where(CoffeeRoundRow.coffee_id == coffee_id, CoffeeRoundRow.at >= since)
        .order_by(CoffeeRoundRow.number)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return tuple(rows)


async def find_last(session: Session, coffee_id: int) -> CoffeeRoundRow | None:
    """The newest round of a series."""
    return await session.scalar(
        select(CoffeeRoundRow)
        .where(CoffeeRoundRow.coffee_id == coffee_id)
        .order_by(CoffeeRoundRow.number.desc())
        .limit(1)
    )


async def find_due(session: Session, at: datetime) -> tuple[CoffeeRoundRow, ...]:
    """The announced rounds whose time is there, oldest first."""
    rows = await session.scalars(
        select(CoffeeRoundRow)
        .where(CoffeeRoundRow.state == ANNOUNCED, CoffeeRoundRow.at <= at)
        .order_by(CoffeeRoundRow.at, CoffeeRoundRow.id)
    )
    return tuple(rows)


async def find_made(session: Session) -> tuple[CoffeeRoundRow, ...]:
    """The rounds of which not every group was brought together yet."""
    rows = await session.scalars(
        select(CoffeeRoundRow).where(CoffeeRoundRow.state == MADE).order_by(CoffeeRoundRow.id)
    )
    return tuple(rows)


async def find_of(session: Session, coffee_id: int) -> tuple[CoffeeRoundRow, ...]:
    """The rounds of a series that were made, newest first."""
    rows = await session.scalars(
        select(CoffeeRoundRow)
        .where(CoffeeRoundRow.coffee_id == coffee_id, CoffeeRoundRow.state != ANNOUNCED)
        .order_by(CoffeeRoundRow.number.desc())
    )
    return tuple(rows)


async def remove(session: Session, round_id: int) -> None:
    """An announced round does not come."""
    await session.execute(delete(CoffeeRoundRow).where(CoffeeRoundRow.id == round_id))


async def add_seats(
    session: Session, round_id: int, seats: Iterable[tuple[int, int | None, int]]
) -> None:
    """Seat people: person, collective and group."""
    session.add_all(
        CoffeeSeatRow(
            round_id=round_id,
            person_id=person_id,
            collective_id=collective_id,
            group=group,
            reacted_at=None,
        )
        for person_id, collective_id, group in seats
    )
    await session.flush()


async def find_seats(session: Session, round_id: int) -> tuple[CoffeeSeatRow, ...]:
    """Everybody who sits in a round, by group."""
    rows = await session.scalars(
        select(CoffeeSeatRow)
        .where(CoffeeSeatRow.round_id == round_id)
        .order_by(CoffeeSeatRow.group, CoffeeSeatRow.person_id)
        .execution_options(populate_existing=True)
    )
    return tuple(rows)


async def hold_seat(session: Session, round_id: int, person_id: int) -> CoffeeSeatRow | None:
    """The seat of somebody, locked until the end of the block."""
    return await session.scalar(
        select(CoffeeSeatRow)
        .where(CoffeeSeatRow.round_id == round_id, CoffeeSeatRow.person_id == person_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def remove_seat(session: Session, round_id: int, person_id: int) -> None:
    """Somebody does not come."""
    await session.execute(
        delete(CoffeeSeatRow).where(
            CoffeeSeatRow.round_id == round_id, CoffeeSeatRow.person_id == person_id
        )
    )


async def find_lone(session: Session, since: datetime) -> tuple[CoffeeSeatRow, ...]:
    """Who sits alone in a round of since then, because the others do not come."""
    size = func.count().over(partition_by=(CoffeeSeatRow.round_id, CoffeeSeatRow.group))
    seats = select(CoffeeSeatRow.round_id, CoffeeSeatRow.person_id, size.label("size")).subquery()
    rows = await session.scalars(
        select(CoffeeSeatRow)
        .join(
            seats,
            (seats.c.round_id == CoffeeSeatRow.round_id)
            & (seats.c.person_id == CoffeeSeatRow.person_id),
        )
        .join(CoffeeRoundRow, CoffeeRoundRow.id == CoffeeSeatRow.round_id)
        .where(seats.c.size == 1, CoffeeRoundRow.at >= since)
        .order_by(CoffeeSeatRow.round_id, CoffeeSeatRow.person_id)
    )
    return tuple(rows)


async def find_past(session: Session, community_id: int) -> tuple[PastSeat, ...]:
    """Everybody who ever sat in a round of this community, table by table, oldest first."""
    rows = await session.execute(
        select(
            CoffeeSeatRow.round_id,
            CoffeeSeatRow.group,
            CoffeeSeatRow.person_id,
            CoffeeSeatRow.collective_id,
            CoffeeRoundRow.at,
        )
        .join(CoffeeRoundRow, CoffeeRoundRow.id == CoffeeSeatRow.round_id)
        .join(CoffeeRow, CoffeeRow.id == CoffeeRoundRow.coffee_id)
        .where(CoffeeRow.community_id == community_id)
        .order_by(CoffeeRoundRow.at, CoffeeSeatRow.round_id, CoffeeSeatRow.group)
    )
    return tuple(
        PastSeat((round_id, group), person_id, collective_id, at)
        for round_id, group, person_id, collective_id, at in rows
    )


def source_of(round_id: int, group: int) -> str:
    """What a meeting of a group comes of."""
    return f"coffee:{round_id}:{group}"


async def find_opened(session: Session, round_id: int) -> frozenset[str]:
    """The sources of the meetings of a round."""
    rows = await session.scalars(
        select(MeetingRow.source).where(MeetingRow.source.startswith(f"coffee:{round_id}:"))
    )
    return frozenset(rows)


async def count_planned(session: Session, round_id: int) -> int:
    """For how many groups of a round a moment was chosen."""
    found = await session.scalar(
        select(func.count()).where(
            MeetingRow.source.startswith(f"coffee:{round_id}:"), MeetingRow.planned_at.is_not(None)
        )
    )
    return found or 0


async def hold_meeting(session: Session, source: str) -> MeetingRow | None:
    """The meeting of a group, locked until the end of the block."""
    return await session.scalar(
        select(MeetingRow)
        .where(MeetingRow.source == source)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def remove_attendee(session: Session, meeting_id: int, person_id: int) -> None:
    """Somebody does not come to a meeting."""
    await session.execute(
        delete(AttendeeRow).where(
            AttendeeRow.meeting_id == meeting_id, AttendeeRow.person_id == person_id
        )
    )


async def find_round_at(session: Session, place: str) -> int | None:
    """The round of which a group meets in this thread."""
    source = await session.scalar(
        select(MeetingRow.source).where(
            MeetingRow.place == place, MeetingRow.source.startswith("coffee:")
        )
    )
    return None if source is None else int(source.split(":")[1])


async def note_sign(session: Session, round_id: int, identity: str, at: datetime) -> None:
    """The first sign of somebody in a round; a later one changes nothing."""
    person = select(IdentityRow.person_id).where(IdentityRow.id == identity).scalar_subquery()
    await session.execute(
        update(CoffeeSeatRow)
        .where(
            CoffeeSeatRow.round_id == round_id,
            CoffeeSeatRow.person_id == person,
            CoffeeSeatRow.reacted_at.is_(None),
        )
        .values(reacted_at=at)
    )
