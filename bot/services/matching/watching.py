"""Hearing of new groups ("laat het me weten"): at once or weekly, by theme and distance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import read_settings
from bot.errors import BadInput, DomainError, NotFound
from bot.people import Person
from bot.posts import Post, to_person
from bot.rights import Action
from bot.search.collectives.listing import Entry, Shelf
from bot.search.spots import Spot, distance_km
from bot.services.matching.profiles import card_of
from bot.services.matching.reading import Reading
from bot.services.matching.views import CollectiveCard, CollectiveNotFound
from bot.untrusted import plain
from data.store import Session, Store, collectives
from data.store import watches as rows

NOW, WEEKLY = "now", "weekly"
USUAL_KM: Final = 25
MOST_KM: Final = 400
MOST_WATCHES: Final = 10
MOST_SHOWN: Final = 5
LONGEST_PLACE: Final = 80
MONDAY_MORNING: Final = time(9)


class WatchNotFound(NotFound):
    """No such watch of this person."""

    key = "watch-not-found"
    code = "G7"


class UnknownPlace(BadInput):
    """Nobody knows where this is. Facts: `place`."""

    key = "watch-unknown-place"
    code = "G8"


class TooManyWatches(DomainError):
    """Somebody watches as much as they may. Facts: `most`."""

    key = "watch-too-many"
    code = "G9"


@dataclass(frozen=True, slots=True)
class Watch:
    """What somebody watches. Empty: every theme, or the whole country. `rhythm`: now or weekly."""

    id: int
    theme: str
    place: str
    km: int
    rhythm: str


@dataclass(frozen=True, slots=True)
class News:
    """The new groups for one message; `more` are left out. `watch` is None when it was stopped."""

    watch: Watch | None
    cards: tuple[CollectiveCard, ...]
    more: int


class Watches:
    """All watches of all communities."""

    def __init__(
        self, store: Store, clock: Clock, reading: Reading, themes: frozenset[str]
    ) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading
        self._themes = themes

    async def watch(
        self,
        person: Person,
        theme: str,
        place: str = "",
        *,
        km: int = USUAL_KM,
        rhythm: str = WEEKLY,
    ) -> Watch:
        """Hear of groups that come from now on; the same again changes distance and rhythm.

        Raises: CollectiveNotFound for a theme that is none, UnknownPlace, TooManyWatches.
        """
        person.need(Action.READ_PUBLIC)
        place = " ".join(plain(place).split())[:LONGEST_PLACE]
        if theme and theme not in self._themes:
            raise CollectiveNotFound
        if place and not await self._reading.knows_place(place):
            raise UnknownPlace(place=place)
        now = self._clock.now()
        async with self._store.writing() as session:
            known = await rows.find_of(session, person.id, person.community_id)
            is_known = any((one.theme, one.place) == (theme, place) for one in known)
            if not is_known and len(known) >= MOST_WATCHES:
                raise TooManyWatches(most=MOST_WATCHES)
            await rows.put(
                session,
                community_id=person.community_id,
                person_id=person.id,
                theme=theme,
                place=place,
                km=min(max(km, 1), MOST_KM),
                rhythm=NOW if rhythm == NOW else WEEKLY,
                language=person.language,
                told_id=await rows.newest(session, person.community_id, now),
                due_at=None if rhythm == NOW else next_monday(now.astimezone(self._clock.zone)),
                since=now,
            )
            found = await rows.find_of(session, person.id, person.community_id)
            return next(_view(one) for one in found if (one.theme, one.place) == (theme, place))

    async def stop(self, person: Person, watch_id: int) -> None:
        """Hear nothing more, at once; also of what is queued already. Raises: WatchNotFound."""
        async with self._store.writing() as session:
            if not await rows.remove(session, watch_id, person.id):
                raise WatchNotFound

    async def mine(self, person: Person) -> tuple[Watch, ...]:
        """What this person watches, oldest first."""
        async with self._store.reading() as session:
            found = await rows.find_of(session, person.id, person.community_id)
            return tuple(_view(one) for one in found)

    async def news(self, watch_id: int, ids: Sequence[int]) -> News:
        """The groups of a message, as they are now."""
        async with self._store.reading() as session:
            watch = await rows.find(session, watch_id)
            if watch is None:
                return News(None, (), 0)
            cards: list[CollectiveCard] = []
            for id_ in ids[:MOST_SHOWN]:
                row = await collectives.find(session, watch.community_id, id_)
                if row is not None and not row.hidden:
                    cards.append(await card_of(session, row, None))
            return News(_view(watch), tuple(cards), max(0, len(ids) - MOST_SHOWN))

    async def tell_due(self) -> int:
        """Tell who watches of groups that came; how many messages. Call it at each tick."""
        now = self._clock.now()
        async with self._store.reading() as session:
            due = await rows.find_due(session, now)
        told = 0
        for watch in due:
            entries = (await self._reading.listing(watch.community_id)).on(Shelf(watch.theme))
            reader = await self._reading.reader()
            spot = reader.spot(watch.place) if watch.place else None
            new = [one for one in entries if _is_near(watch, spot, one)]
            async with self._store.writing() as session:
                told += await self._tell(session, watch.id, new, now)
        return told

    async def _tell(
        self, session: Session, watch_id: int, new: Sequence[Entry], now: datetime
    ) -> int:
        watch = await rows.hold(session, watch_id)
        if watch is None:
            return 0
        own = await collectives.find_of(session, watch.person_id, watch.community_id)
        mine = {row.id for row in own}
        newest = await rows.newest(session, watch.community_id, now)
        came = sorted(int(one.id) for one in new if watch.told_id < int(one.id) <= newest)
        ids = [one for one in came if one not in mine]
        watch.told_id = max(watch.told_id, newest)
        if watch.rhythm == WEEKLY:
            watch.due_at = next_monday(now.astimezone(self._clock.zone))
        if not ids:
            return 0
        settings = await read_settings(session, watch.community_id)
        source = f"watch:{watch.id}:{ids[-1]}"
        post = Post("watch-found", source, {"watch": watch.id, "ids": ids}, now)
        community, person = watch.community_id, watch.person_id
        return int(await to_person(session, community, person, settings.language, post))


def next_monday(local: datetime) -> datetime:
    """The next Monday morning at nine, in the zone of this moment."""
    day = local.date() + timedelta(days=7 - local.weekday())
    return datetime.combine(day, MONDAY_MORNING, local.tzinfo)


def _is_near(watch: rows.WatchRow, spot: Spot | None, entry: Entry) -> bool:
    """Whether a group is within the distance; who shows no place is near nobody."""
    if not watch.place:
        return True
    return spot is not None and entry.spot is not None and distance_km(spot, entry.spot) <= watch.km


def _view(row: rows.WatchRow) -> Watch:
    return Watch(row.id, row.theme, row.place, row.km, row.rhythm)
