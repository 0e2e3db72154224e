"""What happens to coffee rounds by itself; call it at each tick.

A round is a row from the moment it is announced, its tables are rows before anybody hears of them,
and each step is done in one block with the messages that tell of it. So a process that dies leaves
a round that the next one goes on with, and nothing twice.
"""

from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import CommunitySettings, Place, read_settings
from bot.moments.calm import is_calm
from bot.posts import Post, to_person, to_place
from bot.search.pairing import Seating
from bot.services.matching.coffee import calendar
from bot.services.matching.coffee.drawing import FEWEST, Gathered, draw, gather
from bot.services.matching.coffee.taking_part import STILL, is_past
from bot.services.matching.meeting import Attendee, Meetings, Opening
from bot.services.matching.reading import Reading
from data.store import Session, Store, coffee_guests, coffee_rounds, coffees, meetings
from data.store.coffees import CoffeeRoundRow, CoffeeRow, CoffeeSeatRow

LOOK_AHEAD: Final = timedelta(days=12)
"""More than two working days ever take."""
SILENT: Final = 2
"""After so many rounds in a row without a sign somebody is on a pause."""
BATCH: Final = 10
"""So many groups are brought together in one block."""


class CoffeeKeeper:
    """Announces rounds, makes them, and brings the groups together."""

    def __init__(self, store: Store, clock: Clock, reading: Reading, meetings: Meetings) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading
        self._meetings = meetings

    async def keep_up(self) -> int:
        """Do what is due; returns how many things were done."""
        if not is_calm(self._clock.now(), self._clock.zone):
            return 0
        return (
            await self._announce_due()
            + await self._make_due()
            + await self._open_due()
            + await self._tell_lone()
        )

    async def _announce_due(self) -> int:
        now = self._clock.now()
        async with self._store.reading() as session:
            near = await coffees.find_next(session, now + LOOK_AHEAD)
        due = [one.id for one in near if self._is_asked(one)]
        for coffee_id in due:
            async with self._store.writing() as session:
                coffee = await coffees.hold(session, coffee_id)
                last = await coffee_rounds.hold_last(session, coffee_id)
                if coffee is not None and self._is_asked(coffee):
                    await self._announce(session, coffee, last)
        return len(due)

    def _is_asked(self, coffee: CoffeeRow) -> bool:
        if coffee.state != coffees.ON or coffee.next_at is None:
            return False
        return calendar.asked_at(coffee.next_at, self._clock.zone) <= self._clock.now()

    async def _announce(
        self, session: Session, coffee: CoffeeRow, last: CoffeeRoundRow | None
    ) -> None:
        """Ask everybody who is in whether they take part this time."""
        if last is not None and last.state != coffee_rounds.HELD:
            return  # one round at a time: the one before is still under way
        assert coffee.next_at is not None  # noqa: S101 - `_is_asked` looked
        now, zone = self._clock.now(), self._clock.zone
        settings = await read_settings(session, coffee.community_id)
        if last is not None:
            await self._pause_silent(session, coffee, last, settings)
        at = calendar.kept_at(coffee.next_at, now, zone)
        row = await coffee_rounds.add(session, coffee.id, 1 + (last.number if last else 0), at)
        coffee.next_at = calendar.next_at(at, coffee.weeks, coffee.weekday, zone)
        post = Post("coffee-asked", asked_source(row.id), {"round": row.id}, now)
        for one in await coffee_guests.find_takers(session, coffee.id, row.number, ""):
            await to_person(session, coffee.community_id, one.person_id, settings.language, post)

    async def _pause_silent(
        self, session: Session, coffee: CoffeeRow, last: CoffeeRoundRow, settings: CommunitySettings
    ) -> None:
        """Whoever gave no sign in two rounds in a row hears from us once more, kindly."""
        seats = await coffee_rounds.find_seats(session, last.id)
        reacted = {one.person_id for one in seats if one.reacted_at is not None}
        for group in {one.group for one in seats}:
            source = coffee_rounds.source_of(last.id, group)
            reacted |= await meetings.find_reacted(session, source)
        asked = {one.person_id for one in seats}
        asked |= await coffee_guests.find_missed(session, asked_source(last.id))
        source = f"coffee:round:{last.id}:paused"
        post = Post("coffee-paused", source, {"coffee": coffee.id}, self._clock.now())
        for member in await coffees.find_members(session, coffee.id):
            if member.person_id not in asked or member.state != coffees.IN:
                continue
            member.silent = 0 if member.person_id in reacted else member.silent + 1
            if member.silent >= SILENT:
                member.state = coffees.PAUSED
                await to_person(
                    session, coffee.community_id, member.person_id, settings.language, post
                )

    async def _make_due(self) -> int:
        async with self._store.reading() as session:
            due = [one.id for one in await coffee_rounds.find_due(session, self._clock.now())]
        return sum([await self._make(round_id) for round_id in due])

    async def _make(self, round_id: int) -> bool:
        """Seat everybody; when somebody came or went meanwhile the next tick tries again."""
        async with self._store.reading() as session:
            gathered = await self._gather(session, await coffee_rounds.find(session, round_id))
        if gathered is None:
            return False
        found = await draw(gathered, self._reading)
        async with self._store.writing() as session:
            row = await coffee_rounds.hold(session, round_id)
            if row is None or await self._gather(session, row) != gathered:
                return False
            await self._seat(session, row, gathered, found)
            return True

    async def _gather(self, session: Session, row: CoffeeRoundRow | None) -> Gathered | None:
        coffee = row and await coffees.find(session, row.coffee_id)
        if row is None or coffee is None or row.state != coffee_rounds.ANNOUNCED:
            return None
        return await gather(session, coffee, row.number, asked_source(row.id), row.at)

    async def _seat(
        self, session: Session, row: CoffeeRoundRow, gathered: Gathered, found: Seating
    ) -> None:
        coffee = await coffees.find(session, row.coffee_id)
        assert coffee is not None  # noqa: S101 - a round has a series
        now, figures = self._clock.now(), found.certificate
        row.state, row.people = coffee_rounds.MADE, figures.people
        row.alone, row.repeats = figures.alone, len(figures.ages)
        seats = [
            (person, gathered.sits_for[person], number)
            for number, group in enumerate(found.groups, start=1)
            for person in group.guests
        ]
        await coffee_rounds.add_seats(session, row.id, seats)
        settings = await read_settings(session, coffee.community_id)
        why = "few" if figures.people < FEWEST else "nobody"
        for member in await coffees.find_members(session, coffee.id):
            if member.person_id in found.alone:
                member.waited += 1
                await self._tell_alone(session, row, coffee, member.person_id, why)
            elif member.person_id in gathered.sits_for:
                member.waited = 0
        facts = {"coffee": coffee.id, "ages": list(figures.ages), "is_best": figures.is_best}
        for name in ("people", "pairs", "trios", "alone", "of_one_collective", "waited", "waits"):
            facts[name] = getattr(figures, name)
        facts["score"] = round(100 * figures.score)
        post = Post("coffee-made", f"coffee:round:{row.id}:made", facts, now)
        await to_place(session, coffee.community_id, settings, Place.STAFF, post)

    async def _open_due(self) -> int:
        async with self._store.reading() as session:
            made = [one.id for one in await coffee_rounds.find_made(session)]
        return sum([await self._open(round_id) for round_id in made])

    async def _open(self, round_id: int) -> int:
        """Bring some groups of a round together; when all are, the round is held."""
        async with self._store.writing() as session:
            row = await coffee_rounds.hold(session, round_id)
            coffee = row and await coffees.find(session, row.coffee_id)
            if row is None or coffee is None or row.state != coffee_rounds.MADE:
                return 0
            tables: dict[int, list[CoffeeSeatRow]] = {}
            for one in await coffee_rounds.find_seats(session, round_id):
                tables.setdefault(one.group, []).append(one)
            known = await coffee_rounds.find_opened(session, round_id)
            waiting = [
                (source, seats)
                for group, seats in tables.items()
                if len(seats) >= FEWEST
                and (source := coffee_rounds.source_of(round_id, group)) not in known
            ]
            for source, seats in waiting[:BATCH]:
                who = tuple(Attendee(one.person_id, one.collective_id) for one in seats)
                opening = Opening(source, who, theme=coffee.theme)
                await self._meetings.open(session, coffee.community_id, opening)
            if len(waiting) <= BATCH:
                row.state = coffee_rounds.HELD
            return len(waiting[:BATCH])

    async def _tell_lone(self) -> int:
        """Tell who sits alone because the others do not come; they come first the next time."""
        now = self._clock.now()
        async with self._store.reading() as session:
            if not await self._lone(session, now):
                return 0
        async with self._store.writing() as session:
            lone = await self._lone(session, now)
            for seat in lone:
                row = await coffee_rounds.hold(session, seat.round_id)
                coffee = row and await coffees.find(session, row.coffee_id)
                if row is None or coffee is None:
                    continue
                member = await coffees.hold_member(session, coffee.id, seat.person_id)
                if member is not None:
                    member.waited += 1
                row.alone += 1
                await coffee_rounds.remove_seat(session, row.id, seat.person_id)
                await self._tell_alone(session, row, coffee, seat.person_id, "left")
            return len(lone)

    async def _lone(self, session: Session, now: datetime) -> tuple[CoffeeSeatRow, ...]:
        """Who sits alone and did not meet yet."""
        found: list[CoffeeSeatRow] = []
        for seat in await coffee_rounds.find_lone(session, now - STILL):
            source = coffee_rounds.source_of(seat.round_id, seat.group)
            number = await meetings.find_by_source(session, source)
            meeting = await meetings.find(session, number) if number else None
            if meeting is None or not is_past(meeting.planned_at, now):
                found.append(seat)
        return tuple(found)

    async def _tell_alone(
        self,
        session: Session,
        row: CoffeeRoundRow,
        coffee: CoffeeRow,
        person_id: int,
        why: str,
    ) -> None:
        settings = await read_settings(session, coffee.community_id)
        facts = {"coffee": coffee.id, "why": why}
        post = Post("coffee-alone", f"coffee:round:{row.id}:alone", facts, self._clock.now())
        await to_person(session, coffee.community_id, person_id, settings.language, post)


def asked_source(round_id: int) -> str:
    """The source of the message that asks who takes part in a round."""
    return f"coffee:round:{round_id}:asked"
