"""Polls, their options and the ballots."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, keep
from data.store.people import PersonRow

LARGEST: Final = 2**31 - 1
"""No row has a higher number; PostgreSQL takes none in a question."""


class PollRow(Base):
    """A question to the community.

    `state` is open, closed or stopped; `totals` stands after closing.
    """

    __tablename__ = "polls"
    __table_args__ = (
        UniqueConstraint("origin"),
        Index("ix_polls_state_closes_at", "state", "closes_at"),
        {
            "info": keep(
                Keep(
                    "permanent; who opened it 12 months after closing",
                    Erase.BLANK,
                    person=("opened_by",),
                    days=365,
                    since="closed_at",
                    expire=Erase.BLANK,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"), index=True)
    opened_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    origin: Mapped[str]
    question: Mapped[str]
    purpose: Mapped[str]
    multiple: Mapped[bool]
    anonymous: Mapped[bool]
    state: Mapped[str]
    place: Mapped[str]
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    totals: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class OptionRow(Base):
    """A choice in a poll; `number` counts from 1."""

    __tablename__ = "poll_options"
    __table_args__ = ({"info": keep(Keep("as the poll", Erase.NOTHING, ends=Ends.NEVER))},)

    poll_id: Mapped[int] = mapped_column(
        ForeignKey("polls.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


class BallotRow(Base):
    """The only ballot of a voter in a poll.

    `voter` is the person's id in a poll by name, and a keyed pseudonym in an anonymous one, where
    `person_id` stays empty. There is no time and no row number, so the table tells no order.
    """

    __tablename__ = "ballots"
    __table_args__ = (
        {
            "sqlite_with_rowid": False,
            "info": keep(
                Keep(
                    "by name: 12 months after closing; anonymous: pseudonym until closing",
                    Erase.DELETE,
                    person=("person_id",),
                    days=365,
                    since="poll_id.closed_at",
                )
            ),
        },
    )

    poll_id: Mapped[int] = mapped_column(
        ForeignKey("polls.id", ondelete="CASCADE"), primary_key=True
    )
    voter: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    choices: Mapped[str]
    """Option numbers in ascending order, joined by a comma."""


async def add(session: Session, options: Sequence[str], **values: object) -> PollRow:
    """Store a poll with its options; `origin` is new."""
    poll = PollRow(**values)
    session.add(poll)
    await session.flush()
    session.add_all(
        OptionRow(poll_id=poll.id, number=number, text=text)
        for number, text in enumerate(options, start=1)
    )
    await session.flush()
    return poll


async def find_by_origin(session: Session, origin: str) -> PollRow | None:
    """The poll that came from this press."""
    return await session.scalar(select(PollRow).where(PollRow.origin == origin))


async def find_fresh(session: Session, person_id: int, after: datetime) -> tuple[PollRow, ...]:
    """The open polls that this person started after this moment, newest first."""
    rows = await session.scalars(
        select(PollRow)
        .where(PollRow.opened_by == person_id, PollRow.state == "open", PollRow.opened_at > after)
        .order_by(PollRow.id.desc())
    )
    return tuple(rows)


async def find(session: Session, poll_id: int) -> PollRow | None:
    """A poll by number."""
    return await session.get(PollRow, poll_id) if 0 < poll_id <= LARGEST else None


async def hold(session: Session, poll_id: int) -> PollRow | None:
    """A poll, locked for this block alone: while it lasts nobody votes."""
    if not 0 < poll_id <= LARGEST:
        return None
    return await session.scalar(
        select(PollRow)
        .where(PollRow.id == poll_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def find_options(session: Session, poll_id: int) -> tuple[str, ...]:
    """The texts of the options in their order."""
    rows = await session.scalars(
        select(OptionRow.text).where(OptionRow.poll_id == poll_id).order_by(OptionRow.number)
    )
    return tuple(rows)


async def find_ballot(session: Session, poll_id: int, voter: str) -> str | None:
    """What this voter chose."""
    return await session.scalar(
        select(BallotRow.choices).where(BallotRow.poll_id == poll_id, BallotRow.voter == voter)
    )


async def remove_ballot(session: Session, poll_id: int, voter: str) -> bool:
    """Take a ballot back; False when there was none."""
    done = await session.execute(
        delete(BallotRow)
        .where(BallotRow.poll_id == poll_id, BallotRow.voter == voter)
        .returning(BallotRow.voter)
    )
    return done.first() is not None


async def count_ballots(session: Session, poll_id: int) -> dict[str, int]:
    """How often each set of choices was made, sorted by choices."""
    rows = await session.execute(
        select(BallotRow.choices, func.count())
        .where(BallotRow.poll_id == poll_id)
        .group_by(BallotRow.choices)
        .order_by(BallotRow.choices)
    )
    return {choices: count for choices, count in rows}  # noqa: C416 - rows are not pairs


def per_option(counted: Mapping[str, int], options: int) -> tuple[int, ...]:
    """How many ballots chose each option, from how often each set of choices was made."""
    counts = [0] * options
    for choices, ballots in counted.items():
        for number in choices.split(","):
            counts[int(number) - 1] += ballots
    return tuple(counts)


async def drop_ballots(session: Session, poll_id: int) -> None:
    """Forget the ballots of an anonymous poll that was counted."""
    await session.execute(delete(BallotRow).where(BallotRow.poll_id == poll_id))


async def due(session: Session, at: datetime) -> tuple[int, ...]:
    """Open polls whose time is over, oldest deadline first."""
    rows = await session.scalars(
        select(PollRow.id)
        .where(PollRow.state == "open", PollRow.closes_at <= at)
        .order_by(PollRow.closes_at)
        .limit(100)
    )
    return tuple(rows)


async def find_open(session: Session, community_id: int) -> tuple[PollRow, ...]:
    """The open polls of a community, nearest deadline first."""
    rows = await session.scalars(
        select(PollRow)
        .where(PollRow.community_id == community_id, PollRow.state == "open")
        .order_by(PollRow.closes_at)
        .limit(25)
    )
    return tuple(rows)


async def find_open_named(session: Session) -> tuple[int, ...]:
    """The numbers of all open polls by name, of all communities, nearest deadline first."""
    rows = await session.scalars(
        select(PollRow.id)
        .where(PollRow.state == "open", ~PollRow.anonymous)
        .order_by(PollRow.closes_at, PollRow.id)
    )
    return tuple(rows)


async def find_open_anonymous(session: Session) -> tuple[PollRow, ...]:
    """Every poll that needs its key, of all communities."""
    rows = await session.scalars(
        select(PollRow)
        .where(PollRow.state == "open", PollRow.anonymous)
        .order_by(PollRow.closes_at, PollRow.id)
    )
    return tuple(rows)


async def count_voters(session: Session, poll_ids: Collection[int]) -> dict[int, int]:
    """How many ballots each of these polls has; one without ballots is not there."""
    rows = await session.execute(
        select(BallotRow.poll_id, func.count())
        .where(BallotRow.poll_id.in_(poll_ids))
        .group_by(BallotRow.poll_id)
    )
    return {poll_id: count for poll_id, count in rows}  # noqa: C416 - rows are not pairs


async def find_names(session: Session, poll_id: int) -> tuple[tuple[str, str], ...]:
    """The name and the choices of everybody who voted by name and is still known."""
    rows = await session.execute(
        select(PersonRow.name, BallotRow.choices)
        .join(BallotRow, BallotRow.person_id == PersonRow.id)
        .where(BallotRow.poll_id == poll_id)
        .order_by(PersonRow.name, PersonRow.id)
    )
    return tuple((name, choices) for name, choices in rows)
