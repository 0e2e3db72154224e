"""Many votes in one transaction: each question is asked once for all of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final, cast

from sqlalchemy import Float, String, and_, bindparam, delete, select
from sqlalchemy.dialects import sqlite

from data.store.base import Base, Instant, Session, upsert_all
from data.store.people import BucketRow, PersonRow
from data.store.polls import LARGEST, BallotRow, OptionRow, PollRow

MOST: Final = 500
"""Votes in one transaction; far fewer than a database takes values in one question."""
FEW: Final = 8
"""So many different states of a limit are worth a statement each."""
Ballot = tuple[int, str]
"""Which ballot: number of the poll, and voter."""
Used = tuple[float, datetime]
"""What is left of a limit, and since when."""


_PEOPLE, _BUCKETS, _POLLS, _BALLOTS = (
    Base.metadata.tables[row.__tablename__] for row in (PersonRow, BucketRow, PollRow, BallotRow)
)
# Made once: making a statement anew takes longer than the database does.
_HOLD_VOTERS: Final = (
    select(_PEOPLE.c.id, _BUCKETS.c.tokens, _BUCKETS.c.used_at)
    .outerjoin(
        _BUCKETS,
        and_(_BUCKETS.c.person_id == _PEOPLE.c.id, _BUCKETS.c.name == bindparam("limit")),
    )
    .where(_PEOPLE.c.id.in_(bindparam("people", expanding=True)))
    .order_by(_PEOPLE.c.id)
    .with_for_update(key_share=True, of=_PEOPLE)
)
_HOLD_POLLS: Final = (
    select(_POLLS.c.id, _POLLS.c.state, _POLLS.c.closes_at)
    .where(_POLLS.c.id.in_(bindparam("polls", expanding=True)))
    .order_by(_POLLS.c.id)
    .with_for_update(read=True)
)
_FIND: Final = select(_BALLOTS.c.poll_id, _BALLOTS.c.voter, _BALLOTS.c.choices).where(
    _BALLOTS.c.poll_id.in_(bindparam("polls", expanding=True)),
    _BALLOTS.c.voter.in_(bindparam("voters", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What never changes of a poll."""

    community_id: int
    origin: str
    multiple: bool
    anonymous: bool
    options: tuple[str, ...]


async def hold_voters(
    session: Session, people: Collection[int], limit: str
) -> dict[int, Used | None]:
    """Everybody of these who is known, locked as by `people.hold`, with what is left of a limit.

    They are locked in the order of their numbers, before any poll: as when somebody is erased.
    """
    rows = await session.execute(_HOLD_VOTERS, {"people": sorted(people), "limit": limit})
    return {id_: None if tokens is None else (tokens, at) for id_, tokens, at in rows}


async def hold_polls(session: Session, polls: Collection[int]) -> dict[int, tuple[str, datetime]]:
    """The state and the deadline of these polls; voters share the lock, closing has it alone."""
    known = sorted(id_ for id_ in polls if 0 < id_ <= LARGEST)
    rows = await session.execute(_HOLD_POLLS, {"polls": known})
    return {id_: (state, closes_at) for id_, state, closes_at in rows}


async def find_papers(session: Session, polls: Collection[int]) -> dict[int, Paper]:
    """What never changes of these polls."""
    numbers = sorted(polls)
    options = await session.execute(
        select(OptionRow.poll_id, OptionRow.text)
        .where(OptionRow.poll_id.in_(numbers))
        .order_by(OptionRow.poll_id, OptionRow.number)
    )
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for poll_id, text in options:
        texts[poll_id].append(text)
    found = await session.scalars(select(PollRow).where(PollRow.id.in_(numbers)))
    return {
        poll.id: Paper(
            poll.community_id, poll.origin, poll.multiple, poll.anonymous, tuple(texts[poll.id])
        )
        for poll in found
    }


async def find(session: Session, ballots: Collection[Ballot]) -> dict[Ballot, str]:
    """What stands on these ballots now; one that was not cast is not there."""
    if not ballots:
        return {}
    polls, voters = {poll for poll, _ in ballots}, {voter for _, voter in ballots}
    rows = await session.execute(_FIND, {"polls": sorted(polls), "voters": sorted(voters)})
    return {(poll, voter): choices for poll, voter, choices in rows}


async def put(session: Session, ballots: Mapping[Ballot, tuple[int | None, str]]) -> None:
    """Store the only ballot of each of these voters: whose it is by name, and the choices."""
    await upsert_all(
        session,
        BallotRow,
        ["poll_id", "voter"],
        [
            {"poll_id": poll, "voter": voter, "person_id": person, "choices": choices}
            for (poll, voter), (person, choices) in sorted(ballots.items())
        ],
    )


async def remove(session: Session, ballots: Collection[Ballot]) -> None:
    """Take these ballots back."""
    for poll, voter in sorted(ballots):
        await session.execute(
            delete(BallotRow).where(BallotRow.poll_id == poll, BallotRow.voter == voter)
        )


async def put_used(session: Session, limit: str, used: Mapping[int, Used]) -> None:
    """Remember what each of these people, who are held, has left of a limit."""
    alike: defaultdict[Used, list[int]] = defaultdict(list)
    for person, left in sorted(used.items()):
        alike[left].append(person)
    if len(alike) <= FEW:
        dialect = session.get_bind().dialect.name
        for (tokens, at), people in alike.items():
            facts = {"limit": limit, "left": tokens, "at": at, "people": people}
            await session.execute(_put_used(dialect), facts)
        return
    values = [
        {"person_id": person, "name": limit, "tokens": tokens, "used_at": at}
        for person, (tokens, at) in sorted(used.items())
    ]
    await upsert_all(session, BucketRow, ["person_id", "name"], values)


@cache
def _put_used(dialect: str) -> sqlite.Insert:
    """Many people with the same left: a third of the time of a row each."""
    people = select(
        _PEOPLE.c.id,
        bindparam("limit", type_=String()),
        bindparam("left", type_=Float()),
        bindparam("at", type_=Instant()),
    ).where(_PEOPLE.c.id.in_(bindparam("people", expanding=True)))
    insert = sqlite.insert(_BUCKETS)
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # only where it is used: 2 MB, 30 ms

        insert = cast("sqlite.Insert", postgresql.insert(_BUCKETS))
    insert = insert.from_select(["person_id", "name", "tokens", "used_at"], people)
    return insert.on_conflict_do_update(
        index_elements=["person_id", "name"],
        set_={name: insert.excluded[name] for name in ("tokens", "used_at")},
    )
