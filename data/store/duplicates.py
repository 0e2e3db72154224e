"""Profiles that look alike: names that were merged, and pairs that are no duplicates."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Table,
    UniqueConstraint,
    delete,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep
from data.store.collectives import CollectiveRow
from data.store.introductions import IntroductionRow


class CollectiveNameRow(Base):
    """A name and place under which a collective was known before it was merged."""

    __tablename__ = "collective_names"
    __table_args__ = (
        UniqueConstraint("community_id", "name", "place"),
        {"info": keep(Keep("as the collective", Erase.NOTHING, ends=Ends.PARENT))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    collective_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    place: Mapped[str]


class DistinctRow(Base):
    """Two collectives that look alike and are not the same, as staff said; the lower id first."""

    __tablename__ = "distinct_collectives"
    __table_args__ = ({"info": keep(Keep("as the collective", Erase.NOTHING, ends=Ends.PARENT))},)

    one_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), primary_key=True
    )
    other_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    at: Mapped[datetime]


async def say_distinct(session: Session, one_id: int, other_id: int, at: datetime) -> None:
    """These two are not the same group; twice is once."""
    low, high = sorted((one_id, other_id))
    keys = ["one_id", "other_id"]
    await insert_once(session, DistinctRow, keys, one_id=low, other_id=high, at=at)


async def find_distinct(session: Session, community_id: int) -> frozenset[tuple[int, int]]:
    """The pairs of a community that are not the same group, the lower id first."""
    rows = await session.execute(
        select(DistinctRow.one_id, DistinctRow.other_id)
        .join(CollectiveRow, CollectiveRow.id == DistinctRow.one_id)
        .where(CollectiveRow.community_id == community_id)
    )
    return frozenset((row[0], row[1]) for row in rows)


async def find_names(session: Session, community_id: int) -> dict[tuple[str, str], int]:
    """The collective behind each name and place that was merged."""
    rows = await session.execute(
        select(CollectiveNameRow.name, CollectiveNameRow.place, CollectiveNameRow.collective_id)
        .where(CollectiveNameRow.community_id == community_id)
        .order_by(CollectiveNameRow.id)
    )
    return {(name, place): collective_id for name, place, collective_id in rows}


async def merge(session: Session, keep_id: int, gone_id: int) -> None:
    """Let everything that points to one collective point to another, and take the first away.

    Requests of the two to each other end with it. What both have (a contact, a theme) stays once.
    """
    gone = await session.get(CollectiveRow, gone_id)
    if gone is None:
        return
    await session.execute(
        delete(IntroductionRow).where(
            or_(
                (IntroductionRow.from_id == keep_id) & (IntroductionRow.to_id == gone_id),
                (IntroductionRow.from_id == gone_id) & (IntroductionRow.to_id == keep_id),
            )
        )
    )
    for table, column in pointing():
        await _repoint(session, table, column, keep_id, gone_id)
    await insert_once(
        session,
        CollectiveNameRow,
        ["community_id", "name", "place"],
        community_id=gone.community_id,
        collective_id=keep_id,
        name=gone.name,
        place=gone.place,
    )
    await session.execute(delete(CollectiveRow).where(CollectiveRow.id == gone_id))


def pointing() -> Iterator[tuple[Table, Column[int]]]:
    """Every column that points to a collective."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if _points_to_collective(column):
                yield table, column


async def _repoint(
    session: Session, table: Table, column: Column[int], keep_id: int, gone_id: int
) -> None:
    """Move the rows of one column; those that are there already go with the collective."""
    moved = update(table).where(column == gone_id).values({column: keep_id})
    if column.primary_key:
        others = [one for one in table.primary_key if one is not column]
        there = table.alias()
        same = [there.c[one.name] == one for one in others]
        moved = moved.where(~exists().where(there.c[column.name] == keep_id, *same))
        for one in others:
            if _points_to_collective(one):  # of the two with each other nothing is left to say
                moved = moved.where(one != keep_id)
    await session.execute(moved)


def _points_to_collective(column: Column[Any]) -> bool:
    return any(key.column.table.name == "collectives" for key in column.foreign_keys)
