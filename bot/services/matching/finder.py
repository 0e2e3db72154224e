"""Finding collectives that fit, for anybody, member or not."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.clock import Clock
from bot.limits import SEARCHES
from bot.people import Person, spend
from bot.rights import Action
from bot.search.collectives import Difference, MatchQuery, Profile, query_of
from bot.services.matching.introductions.standing import standing_of
from bot.services.matching.profiles import card_of
from bot.services.matching.reading import Reading, profile_of_row
from bot.services.matching.successes import Stories
from bot.services.matching.views import EmptyWish, Findings, FoundCollective, Wish
from bot.untrusted import plain
from data.store import Store
from data.store import collectives as rows

TOP: Final = 5
TOP_PARTNERS: Final = 2
LONGEST: Final = 500


class Finder:
    """The search over collectives."""

    def __init__(self, store: Store, clock: Clock, reading: Reading, stories: Stories) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading
        self._stories = stories

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
            ids = [row.id for row in own]
            themes = await rows.find_themes(session, ids)
            standing = await standing_of(session, ids, self._clock.now())
        own = sorted(own, key=lambda row: (row.id != wish.by, row.is_draft, row.id))
        profiles = [profile_of_row(row, themes.get(row.id, ())) for row in own]
        asked = _query(wish, profiles)
        apart = frozenset(str(id_) for id_ in standing.apart)
        asked = replace(asked, without=asked.without | apart)
        partners = replace(asked, partners=True, different=Difference.NONE)
        place = plain(wish.place).strip()
        unknown = bool(place) and not await self._reading.knows_place(place)
        theme, context = await self._reading.understood(asked)
        return Findings(
            found=await self._rank(person, asked, TOP, standing.lower),
            may_introduce=bool(profiles),
            by=profiles[0].name if profiles else "",
            unknown_place=place if unknown else "",
            partners=await self._rank(person, partners, TOP_PARTNERS),
            theme=theme,
            context=context,
            others=_others(asked, theme, context),
        )

    async def _rank(
        self,
        person: Person,
        asked: MatchQuery,
        top: int,
        lower: frozenset[int] = frozenset(),
    ) -> tuple[FoundCollective, ...]:
        """The best; those in `lower` after all others that fit."""
        ranked = await self._reading.rank(person.community_id, asked, top + len(lower))
        matches = sorted(ranked, key=lambda match: int(match.id) in lower)[:top]
        ids = [int(match.id) for match in matches]
        told = await self._stories.of_groups(person.community_id, ids)
        found: list[FoundCollective] = []
        async with self._store.reading() as session:
            for match in matches:
                row = await rows.find(session, person.community_id, int(match.id))
                if row is not None and not row.hidden:
                    card = await card_of(session, row, person.id)
                    success = told[row.id].what if row.id in told else ""
                    found.append(FoundCollective(card, match.reasons, success))
        return tuple(found)


def _query(wish: Wish, own: Sequence[Profile]) -> MatchQuery:
    """The wish as a question, with what the own group adds to it. Raises: EmptyWish."""
    asked = MatchQuery(
        text=plain(wish.text)[:LONGEST],
        themes=(wish.theme,) if wish.theme else (),
        place=plain(wish.place)[:LONGEST],
        context=wish.context,
        without=frozenset(profile.id for profile in own),
        different=wish.different,
    )
    has_wish = bool(asked.text or asked.themes or asked.place)
    if not own:
        if not has_wish:
            raise EmptyWish
        return asked
    mine = replace(query_of(own[0]), without=asked.without, different=wish.different)
    if not has_wish:
        return mine
    mine = replace(mine, text=asked.text, themes=asked.themes, needs=(), offers=())
    if asked.place:
        return replace(mine, place=asked.place, municipality="", context="", population=None)
    return replace(mine, context=wish.context or mine.context)


def _others(asked: MatchQuery, theme: str, context: str) -> tuple[Difference, ...]:
    """In which ways others can be asked for; only who has a motive can ask for another one."""
    if not theme or asked.different is not Difference.NONE:
        return ()
    ways = (
        (Difference.CONTEXT, bool(context)),
        (Difference.MOTIVE, bool(asked.motives)),
    )
    return tuple(way for way, is_known in ways if is_known)
