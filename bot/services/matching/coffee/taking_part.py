"""Taking part in coffee rounds: in, out, or not this time, each with one press and no reason."""

from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.people import DataOnHold, Person
from bot.services.matching.coffee.views import (
    CoffeeCard,
    CoffeeNotFound,
    CoffeeNotIn,
    CoffeeOver,
    RoundView,
)
from bot.services.matching.meeting.telling import refresh
from data.store import Session, Store, coffee_rounds, coffees, collectives
from data.store.coffees import CoffeeMemberRow, CoffeeRoundRow, CoffeeRow

STILL: Final = timedelta(days=7)
"""So long after a round somebody who does not come leaves a table; after that they just stop."""


class CoffeeGuests:
    """Everybody who takes part, member of anything or not."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def mine(self, person: Person) -> tuple[CoffeeCard, ...]:
        """The series that go on, and how this person takes part in each."""
        async with self._store.reading() as session:
            found = await coffees.find_on(session, person.community_id)
            mine = await coffees.find_memberships(session, person.id)
            return tuple([await _card(session, one, mine.get(one.id)) for one in found])

    async def join(self, person: Person, coffee_id: int) -> CoffeeCard:
        """Take part from the next round on, also after a pause; twice is once.

        For a collective that this person speaks for and that does what the series is about, or else
        their first one, or themselves. Raises: CoffeeNotFound, CoffeeOver, DataOnHold.
        """
        if person.on_hold:
            raise DataOnHold
        async with self._store.writing() as session:
            coffee = await _open(session, person, coffee_id)
            await coffee_rounds.hold_last(session, coffee_id)  # no round is made meanwhile
            member = await coffees.hold_member(session, coffee_id, person.id)
            if member is None:
                await coffees.put_member(
                    session,
                    coffee_id,
                    person.id,
                    collective_id=await _collective(session, coffee, person),
                    state=coffees.IN,
                    skips=None,
                    silent=0,
                    waited=0,
                    joined_at=self._clock.now(),
                )
            else:
                member.state, member.skips, member.silent = coffees.IN, None, 0
            await session.flush()
            member = await coffees.hold_member(session, coffee_id, person.id)
            return await _card(session, coffee, member)

    async def leave(self, person: Person, coffee_id: int) -> bool:
        """Take part no longer, at once; whether they did. Raises: CoffeeNotFound.

        Whoever would meet them now hears that they do not come, and comes first the next time.
        """
        async with self._store.writing() as session:
            coffee = await coffees.find(session, coffee_id)
            if coffee is None or coffee.community_id != person.community_id:
                raise CoffeeNotFound
            recent = await coffee_rounds.hold_since(session, coffee_id, self._clock.now() - STILL)
            for row in recent:
                await self._stand_up(session, row, person.id)
            return await coffees.remove_member(session, coffee_id, person.id)

    async def skip(self, person: Person, round_id: int) -> CoffeeCard:
        """Not this round; the next one again. Also when it was made already; twice is once.

        Raises: CoffeeNotFound, CoffeeOver, CoffeeNotIn.
        """
        async with self._store.writing() as session:
            row = await coffee_rounds.hold(session, round_id)
            coffee = row and await _open(session, person, row.coffee_id)
            if row is None or coffee is None:
                raise CoffeeNotFound
            last = await coffee_rounds.find_last(session, coffee.id)
            if last is None or last.id != round_id or row.at + STILL < self._clock.now():
                raise CoffeeOver
            member = await coffees.hold_member(session, coffee.id, person.id)
            if member is None or member.state != coffees.IN:
                raise CoffeeNotIn
            member.skips, member.silent = row.number, 0
            await self._stand_up(session, row, person.id)
            await session.flush()
            return await _card(session, coffee, member)

    async def look(self, round_id: int) -> RoundView:
        """A round, for the message that asks who takes part. Raises: CoffeeNotFound."""
        async with self._store.reading() as session:
            row = await coffee_rounds.find(session, round_id)
            coffee = row and await coffees.find(session, row.coffee_id)
            if row is None or coffee is None:
                raise CoffeeNotFound
            is_open = row.state == coffee_rounds.ANNOUNCED and coffee.state == coffees.ON
            return RoundView(row.id, coffee.id, coffee.theme, row.at, is_open)

    async def note_sign(self, place: str, identity: str) -> None:
        """Somebody wrote in a thread; when it is that of their group, they did react."""
        async with self._store.reading() as session:
            round_id = await coffee_rounds.find_round_at(session, place)
        if round_id is not None:
            async with self._store.writing() as session:
                await coffee_rounds.note_sign(session, round_id, identity, self._clock.now())

    async def _stand_up(self, session: Session, row: CoffeeRoundRow, person_id: int) -> None:
        """Leave the table of a round, unless they met. The keeper tells who is left alone."""
        now = self._clock.now()
        seat = await coffee_rounds.hold_seat(session, row.id, person_id)
        if seat is None:
            return
        source = coffee_rounds.source_of(row.id, seat.group)
        meeting = await coffee_rounds.hold_meeting(session, source)
        if meeting is not None:
            if is_past(meeting.planned_at, now):
                return
            await coffee_rounds.remove_attendee(session, meeting.id, person_id)
            await refresh(session, meeting, now)
        await coffee_rounds.remove_seat(session, row.id, person_id)


def is_past(planned_at: datetime | None, now: datetime) -> bool:
    """Whether people met already."""
    return planned_at is not None and planned_at <= now


async def _open(session: Session, person: Person, coffee_id: int) -> CoffeeRow:
    coffee = await coffees.find(session, coffee_id)
    if coffee is None or coffee.community_id != person.community_id:
        raise CoffeeNotFound
    if coffee.state != coffees.ON:
        raise CoffeeOver
    return coffee


async def _collective(session: Session, coffee: CoffeeRow, person: Person) -> int | None:
    own = [row.id for row in await collectives.find_of(session, person.id, coffee.community_id)]
    themes = await collectives.find_themes(session, own)
    fitting = [one for one in own if coffee.theme in themes.get(one, ())]
    return next(iter((*fitting, *own)), None)


async def _card(session: Session, coffee: CoffeeRow, member: CoffeeMemberRow | None) -> CoffeeCard:
    last = await coffee_rounds.find_last(session, coffee.id)
    is_near = last is not None and last.state == coffee_rounds.ANNOUNCED
    skips = member is not None and last is not None and is_near and member.skips == last.number
    state = "out" if member is None else "skips" if skips else member.state
    name = ""
    if member is not None and member.collective_id is not None:
        name = await collectives.find_name(session, member.collective_id) or ""
    return CoffeeCard(
        id=coffee.id,
        theme=coffee.theme,
        weeks=coffee.weeks,
        next_at=last.at if last is not None and is_near else coffee.next_at,
        state=state,
        collective=name,
        round_id=last.id if last is not None and is_near else None,
    )
