"""Finding collectives that fit, for anybody, member or not."""

from dataclasses import replace
from typing import Final

from bot.clock import Clock
from bot.limits import SEARCHES
from bot.people import Person, spend
from bot.rights import Action
from bot.search.collectives import MatchQuery, query_of
from bot.services.matching.profiles import card_of
from bot.services.matching.reading import Reading, profile_of_row
from bot.services.matching.views import EmptyWish, Findings, FoundCollective, Wish
from bot.untrusted import plain
from data.store import Store
from data.store import collectives as rows

TOP: Final = 5
LONGEST: Final = 500


class Finder:
    """The search over collectives."""

    def __init__(self, store: Store, clock: Clock, reading: Reading) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading

    async def find(self, person: Person, wish: Wish) -> Findings:
        """The collectives that fit, best first, with reasons.

        Somebody who speaks for a group gets what fits that group too: kind of place, phase, and
        who may need what it offers. Without any wish it is all about that group.
        Raises: EmptyWish, TooMany.
        """
        person.need(Action.READ_PUBLIC)
        async with self._store.writing() as session:
            await spend(session, person, SEARCHES, self._clock)
            own = await rows.find_of(session, person.id, person.community_id)
            themes = await rows.find_themes(session, [row.id for row in own])
        profiles = [profile_of_row(row, themes.get(row.id, ())) for row in own]
        asked = MatchQuery(
            text=plain(wish.text)[:LONGEST],
            themes=(wish.theme,) if wish.theme else (),
            place=plain(wish.place)[:LONGEST],
        )
        without = frozenset(profile.id for profile in profiles)
        by = ""
        if profiles:
            by = profiles[0].name
            mine = query_of(profiles[0])
            if asked.text or asked.themes or asked.place:
                mine = replace(mine, text=asked.text, themes=asked.themes, needs=(), offers=())
                if asked.place:
                    mine = replace(
                        mine, place=asked.place, municipality="", context="", population=None
                    )
            asked = mine
        elif not (asked.text or asked.themes or asked.place):
            raise EmptyWish
        asked = replace(asked, without=without)
        matches = await self._reading.rank(person.community_id, asked, TOP)
        found: list[FoundCollective] = []
        async with self._store.reading() as session:
            for match in matches:
                row = await rows.find(session, person.community_id, int(match.id))
                if row is not None and not row.hidden:
                    card = await card_of(session, row, person.id)
                    found.append(FoundCollective(card, match.reasons))
        place = plain(wish.place).strip()
        unknown = bool(place) and not await self._reading.knows_place(place)
        return Findings(tuple(found), bool(profiles), by, place if unknown else "")
