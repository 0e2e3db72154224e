"""Being in a circle: in and out with a button, and the thread that belongs to it."""

from datetime import datetime
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.people import Person
from bot.posts import Post, to_place, to_target
from bot.rights import Action
from bot.services.matching.circles.views import CircleNotFound, CircleView
from data.store import Session, Store, audits, collectives, people
from data.store import circles as rows

OPENS_AT: Final = 3
"""With so many who said yes there is a thread: two would be a meeting."""


class Circles:
    """All circles of all communities."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def join(self, person: Person, circle_id: int) -> CircleView:
        """Step in, invited or not; the third opens the thread. Raises: CircleNotFound."""
        person.need(Action.READ_PUBLIC)
        now = self._clock.now()
        async with self._store.writing() as session:
            circle = await self._hold(session, person, circle_id)
            known = await rows.find_member(session, circle.id, person.id)
            if known is None or known.state != "in":
                collective_id = await self._speaks_for(session, person, circle.theme)
                await rows.put_member(
                    session,
                    circle.id,
                    person.id,
                    collective_id=collective_id,
                    state="in",
                    at=now,
                )
                await self._follow(session, circle, person, now)
            return await self._view(session, circle, person.id)

    async def leave(self, person: Person, circle_id: int) -> CircleView:
        """Step out at once, or say no to an invitation; nobody asks why. Raises: CircleNotFound."""
        now = self._clock.now()
        async with self._store.writing() as session:
            circle = await self._hold(session, person, circle_id)
            known = await rows.find_member(session, circle.id, person.id)
            was_in = known is not None and known.state == "in"
            if known is None or known.state != "out":
                collective_id = known.collective_id if known else None
                await rows.put_member(
                    session,
                    circle.id,
                    person.id,
                    collective_id=collective_id,
                    state="out",
                    at=now,
                )
            if was_in and circle.place:
                await self._to_thread(session, circle, "circle-out", person, now)
            return await self._view(session, circle, person.id)

    async def close(self, person: Person, circle_id: int) -> CircleView:
        """Staff end a circle; what was said in its thread stays. Raises: CircleNotFound."""
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            circle = await rows.hold(session, circle_id)
            if circle is None or circle.community_id != person.community_id:
                raise CircleNotFound
            if circle.state != "closed":
                circle.state = "closed"
                if circle.place:
                    settings = await read_settings(session, circle.community_id)
                    source = f"circle:{circle.id}:closed:{now.isoformat()}"
                    post = Post("circle-closed", source, {"circle": circle.id}, now)
                    await to_target(
                        session, circle.community_id, circle.place, settings.language, post
                    )
                circle.place = ""
                await rows.remove_members(session, circle.id)
                self._audit(session, "circle-closed", circle, person, now)
            return await self._view(session, circle, person.id)

    async def all(self, person: Person) -> tuple[CircleView, ...]:
        """The circles of this community that are not closed, by theme."""
        person.need(Action.READ_PUBLIC)
        async with self._store.reading() as session:
            found = await rows.find_all(session, person.community_id)
            return tuple([await self._view(session, circle, person.id) for circle in found])

    async def look(self, circle_id: int) -> CircleView:
        """A circle, for a message. Raises: CircleNotFound."""
        async with self._store.reading() as session:
            circle = await rows.find(session, circle_id)
            if circle is None:
                raise CircleNotFound
            return await self._view(session, circle, None)

    async def place(self, circle_id: int, target: str) -> None:
        """The thread is there: it gets its first message. Twice is once."""
        now = self._clock.now()
        async with self._store.writing() as session:
            circle = await rows.hold(session, circle_id)
            if circle is None or circle.place or circle.state != "open":
                return
            circle.place = target
            settings = await read_settings(session, circle.community_id)
            source = f"circle:{circle.id}:opening:{target}"
            post = Post("circle-opening", source, {"circle": circle.id}, now)
            await to_target(session, circle.community_id, target, settings.language, post)

    async def _follow(
        self, session: Session, circle: rows.CircleRow, person: Person, now: datetime
    ) -> None:
        """Somebody stepped in: the thread takes them up, or is made when there are enough."""
        if circle.place:
            await self._to_thread(session, circle, "circle-in", person, now)
            return
        members = await rows.find_members(session, circle.id)
        if circle.state == "proposed" and len(members) >= OPENS_AT:
            circle.state, circle.opened_at = "open", now
            settings = await read_settings(session, circle.community_id)
            source = f"circle:{circle.id}:thread:{now.isoformat()}"
            post = Post("circle-thread", source, {"circle": circle.id}, now)
            await to_place(session, circle.community_id, settings, Place.MEETINGS, post)
            self._audit(session, "circle-opened", circle, person, now)

    async def _to_thread(
        self, session: Session, circle: rows.CircleRow, kind: str, person: Person, now: datetime
    ) -> None:
        accounts = await people.identities(session, person.id)
        settings = await read_settings(session, circle.community_id)
        source = f"circle:{circle.id}:{kind}:{person.id}:{now.isoformat()}"
        facts = {"circle": circle.id, "account": accounts[0] if accounts else ""}
        post = Post(kind, source, facts, now)
        await to_target(session, circle.community_id, circle.place, settings.language, post)

    async def _hold(self, session: Session, person: Person, circle_id: int) -> rows.CircleRow:
        circle = await rows.hold(session, circle_id)
        if circle is None or circle.community_id != person.community_id or circle.state == "closed":
            raise CircleNotFound
        return circle

    async def _speaks_for(self, session: Session, person: Person, theme: str) -> int | None:
        """The own group that has this theme, else any, else none: residents are welcome too."""
        own = await collectives.find_of(session, person.id, person.community_id)
        themes = await collectives.find_themes(session, [row.id for row in own])
        fitting = [row.id for row in own if theme in themes.get(row.id, ())]
        return next(iter(fitting or [row.id for row in own]), None)

    async def _view(
        self, session: Session, circle: rows.CircleRow, person_id: int | None
    ) -> CircleView:
        members = await rows.find_members(session, circle.id)
        mine = await rows.find_member(session, circle.id, person_id) if person_id else None
        names: list[str] = []
        accounts: list[str] = []
        for member in members:
            if member.collective_id is not None:
                name = await collectives.find_name(session, member.collective_id)
                names += [name] if name and name not in names else []
            accounts += (await people.identities(session, member.person_id))[:1]
        return CircleView(
            id=circle.id,
            theme=circle.theme,
            state=circle.state,
            place=circle.place,
            mine=mine.state if mine else "",
            names=tuple(names),
            accounts=tuple(accounts),
            needed=max(0, OPENS_AT - len(members)) if circle.state == "proposed" else 0,
        )

    @staticmethod
    def _audit(
        session: Session, action: str, circle: rows.CircleRow, person: Person, at: datetime
    ) -> None:
        audits.add(
            session,
            action,
            f"circle:{circle.id}",
            at=at,
            community_id=circle.community_id,
            actor_id=person.id,
        )
