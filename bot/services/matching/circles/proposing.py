"""Proposing circles by itself, and inviting who came later; each person is asked once."""

from datetime import datetime
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.people import Person
from bot.posts import Post, to_person
from bot.rights import Action
from bot.services.matching.circles.views import CircleNotFound, NoCirclePlace
from data.store import Session, Store, communities
from data.store import circles as rows

NEEDED: Final = 5
"""So many groups with the same theme are enough, unless staff say otherwise."""
SETTING: Final = "circles"
LEAST, MOST = 2, 50


class CircleProposals:
    """Looks where a circle may begin."""

    def __init__(self, store: Store, clock: Clock, themes: frozenset[str]) -> None:
        self._store = store
        self._clock = clock
        self._themes = themes

    async def propose_due(self) -> int:
        """Propose at most one circle in each community, and invite who came later; how many.

        Call it once a day. Without a place for threads nothing is proposed.
        """
        now, done = self._clock.now(), 0
        async with self._store.reading() as session:
            known = await communities.find_all(session)
        for community_id, _ in known:
            async with self._store.writing() as session:
                settings = await read_settings(session, community_id)
                if Place.MEETINGS not in settings.places:
                    continue
                needed = await needed_in(session, community_id)
                waiting = await rows.themes_without(session, community_id, needed)
                for theme in [one for one in waiting if one in self._themes][:1]:
                    await rows.propose(session, community_id, theme, now)
                for circle in await rows.find_all(session, community_id):
                    done += await self._invite(session, circle, settings.language, now)
        return done

    async def begin(self, person: Person, theme: str) -> int:
        """Staff propose a circle now, however few groups there are; how many were invited.

        A circle that staff closed is proposed anew. Raises: CircleNotFound, NoCirclePlace.
        """
        person.need(Action.HANDLE_QUESTION)
        if theme not in self._themes:
            raise CircleNotFound
        now = self._clock.now()
        async with self._store.writing() as session:
            settings = await read_settings(session, person.community_id)
            if Place.MEETINGS not in settings.places:
                raise NoCirclePlace
            await rows.propose(session, person.community_id, theme, now)
            circle = await rows.find_by_theme(session, person.community_id, theme)
            if circle is None:
                raise CircleNotFound
            if circle.state == "closed":
                circle.state, circle.proposed_at = "proposed", now
            return await self._invite(session, circle, settings.language, now)

    async def set_needed(self, person: Person, needed: int) -> int:
        """From how many groups on a circle is proposed; returns what was kept."""
        person.need(Action.HANDLE_QUESTION)
        kept = min(max(needed, LEAST), MOST)
        async with self._store.writing() as session:
            await communities.put_setting(session, person.community_id, SETTING, {"needed": kept})
        return kept

    async def _invite(
        self, session: Session, circle: rows.CircleRow, language: str, now: datetime
    ) -> int:
        """Ask each contact of the theme who was never asked, once."""
        found = await rows.uninvited(session, circle)
        for person_id, collective_id in found:
            await rows.put_member(
                session, circle.id, person_id, collective_id=collective_id, state="invited", at=now
            )
            post = Post("circle-invitation", f"circle:{circle.id}", {"circle": circle.id}, now)
            await to_person(session, circle.community_id, person_id, language, post)
        return len(found)


async def needed_in(session: Session, community_id: int) -> int:
    """How many groups this community finds enough."""
    found = await communities.find_settings(session, community_id)
    return int(found.get(SETTING, {}).get("needed", NEEDED))
