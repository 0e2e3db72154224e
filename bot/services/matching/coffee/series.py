"""Series of coffee rounds, as staff set them: begin, stop, look ahead, and figures."""

from collections.abc import Collection
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.people import Person
from bot.posts import Post, to_person, to_place
from bot.rights import Action
from bot.search.pairing import Group
from bot.services.matching.coffee import calendar
from bot.services.matching.coffee.drawing import Gathered, draw, gather
from bot.services.matching.coffee.views import (
    CoffeeCard,
    CoffeeFigures,
    CoffeeNotFound,
    CoffeeUnclear,
    Preview,
    Sitter,
)
from bot.services.matching.reading import Reading
from bot.services.matching.views import UnknownChoice
from data.store import Session, Store, audits, coffee_rounds, coffees, collectives, people
from data.store.coffees import CoffeeRow

MOST_WEEKS: Final = 26
WEEKDAYS: Final = 5


class CoffeeSeries:
    """What staff do with series."""

    def __init__(
        self, store: Store, clock: Clock, reading: Reading, themes: Collection[str]
    ) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading
        self._themes = frozenset(themes)

    async def open(
        self, person: Person, theme: str = "", *, weeks: int = 4, weekday: int = 0
    ) -> CoffeeCard:
        """Begin a series for a theme, or for everybody with an empty one; again changes its rhythm.

        An invitation goes to the place for meetings, or else to that of the start. A round that
        was announced already stays as it is. Raises: NotAllowed, UnknownChoice, CoffeeUnclear.
        """
        person.need(Action.RUN_ROUNDS)
        if theme and theme not in self._themes:
            raise UnknownChoice
        if not 1 <= weeks <= MOST_WEEKS or weekday not in range(WEEKDAYS):
            raise CoffeeUnclear(most=MOST_WEEKS)
        now = self._clock.now()
        async with self._store.writing() as session:
            is_new = await coffees.put(
                session, person.community_id, theme, weeks=weeks, weekday=weekday, at=now
            )
            coffee = await coffees.hold_theme(session, person.community_id, theme)
            last = await coffee_rounds.hold_last(session, coffee.id)
            coffee.next_at = calendar.first_at(now, weekday, self._clock.zone)
            if last is not None and last.state == coffee_rounds.ANNOUNCED:
                coffee.next_at = calendar.next_at(last.at, weeks, weekday, self._clock.zone)
            if is_new:
                await self._invite(session, coffee)
            self._audit(session, "coffee-opened", coffee, person)
            return CoffeeCard(coffee.id, theme, weeks, coffee.next_at)

    async def _invite(self, session: Session, coffee: CoffeeRow) -> None:
        now = self._clock.now()
        settings = await read_settings(session, coffee.community_id)
        place = Place.MEETINGS if Place.MEETINGS in settings.places else Place.START
        source = f"coffee:{coffee.id}:open:{now:%Y%m%dT%H%M%S}"
        post = Post("coffee-open", source, {"coffee": coffee.id}, now)
        await to_place(session, coffee.community_id, settings, place, post)

    async def stop(self, person: Person, theme: str = "") -> CoffeeCard:
        """No round of a series comes any more; everybody who took part is told once. Twice is once.

        Groups that were made go on. Raises: NotAllowed, CoffeeNotFound.
        """
        person.need(Action.RUN_ROUNDS)
        now = self._clock.now()
        async with self._store.writing() as session:
            coffee = await coffees.find_theme(session, person.community_id, theme)
            if coffee is None:
                raise CoffeeNotFound
            coffee = await coffees.hold_theme(session, person.community_id, theme)
            if coffee.state == coffees.ON:
                coffee.state, coffee.next_at = coffees.OFF, None
                last = await coffee_rounds.hold_last(session, coffee.id)
                if last is not None and last.state == coffee_rounds.ANNOUNCED:
                    await coffee_rounds.remove(session, last.id)
                settings = await read_settings(session, coffee.community_id)
                source = f"coffee:{coffee.id}:stopped:{now:%Y%m%dT%H%M%S}"
                post = Post("coffee-stopped", source, {"coffee": coffee.id}, now)
                for one in await coffees.find_members(session, coffee.id):
                    await to_person(
                        session, coffee.community_id, one.person_id, settings.language, post
                    )
                    await coffees.remove_member(session, coffee.id, one.person_id)
                self._audit(session, "coffee-stopped", coffee, person)
            return CoffeeCard(coffee.id, coffee.theme, coffee.weeks, None)

    async def foresee(self, person: Person, theme: str = "") -> Preview:
        """Who would meet whom in the next round, as things are now; nothing is kept or sent.

        Raises: NotAllowed, CoffeeNotFound.
        """
        person.need(Action.RUN_ROUNDS)
        async with self._store.reading() as session:
            coffee = await coffees.find_theme(session, person.community_id, theme)
            if coffee is None or coffee.state != coffees.ON:
                raise CoffeeNotFound
            last = await coffee_rounds.find_last(session, coffee.id)
            number, at, asked = 1 + (last.number if last else 0), coffee.next_at, ""
            if last is not None and last.state == coffee_rounds.ANNOUNCED:
                number, at, asked = last.number, last.at, f"coffee:round:{last.id}:asked"
            card = CoffeeCard(coffee.id, coffee.theme, coffee.weeks, at)
            when = at or self._clock.now()
            gathered = await gather(session, coffee, number, asked, when)
            sitters = await _sitters(session, gathered)
        found = await draw(gathered, self._reading)
        return Preview(
            card=card,
            groups=tuple(_named(group, sitters) for group in found.groups),
            ages=tuple(group.ages for group in found.groups),
            alone=tuple(sitters[one] for one in found.alone),
            certificate=found.certificate,
        )

    async def figures(self, person: Person) -> tuple[CoffeeFigures, ...]:
        """How the series go, without names. Raises: NotAllowed."""
        person.need(Action.RUN_ROUNDS)
        async with self._store.reading() as session:
            found = await coffees.find_on(session, person.community_id)
            return tuple([await _figures(session, coffee) for coffee in found])

    async def look(self, coffee_id: int) -> CoffeeCard:
        """A series for a message. Raises: CoffeeNotFound."""
        async with self._store.reading() as session:
            coffee = await coffees.find(session, coffee_id)
            if coffee is None:
                raise CoffeeNotFound
            last = await coffee_rounds.find_last(session, coffee_id)
            is_near = last is not None and last.state == coffee_rounds.ANNOUNCED
            at = last.at if last is not None and is_near else coffee.next_at
            return CoffeeCard(coffee.id, coffee.theme, coffee.weeks, at)

    def _audit(self, session: Session, action: str, coffee: CoffeeRow, person: Person) -> None:
        audits.add(
            session,
            action,
            f"coffee:{coffee.id}",
            at=self._clock.now(),
            community_id=coffee.community_id,
            actor_id=person.id,
        )


async def _sitters(session: Session, gathered: Gathered) -> dict[int, Sitter]:
    found: dict[int, Sitter] = {}
    for person_id, collective_id in gathered.sits_for.items():
        name = await collectives.find_name(session, collective_id) if collective_id else ""
        found[person_id] = Sitter(await people.name_of(session, person_id), name or "")
    return found


def _named(group: Group, sitters: dict[int, Sitter]) -> tuple[Sitter, ...]:
    return tuple(sitters[one] for one in group.guests)


async def _figures(session: Session, coffee: CoffeeRow) -> CoffeeFigures:
    members = await coffees.count_members(session, coffee.id)
    rounds = await coffee_rounds.find_of(session, coffee.id)
    opened = [await coffee_rounds.find_opened(session, one.id) for one in rounds]
    return CoffeeFigures(
        theme=coffee.theme,
        weeks=coffee.weeks,
        members=members.get(coffees.IN, 0),
        paused=members.get(coffees.PAUSED, 0),
        rounds=len(rounds),
        people=sum(one.people for one in rounds),
        groups=sum(map(len, opened)),
        planned=sum([await coffee_rounds.count_planned(session, one.id) for one in rounds]),
        alone=sum(one.alone for one in rounds),
        repeats=sum(one.repeats for one in rounds),
    )
