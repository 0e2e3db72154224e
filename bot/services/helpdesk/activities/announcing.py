"""Announcing activities: staff, and contacts after staff looked (H14)."""

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.communities import CommunitySettings, Place, read_settings
from bot.moments import parse_moment
from bot.people import Person
from bot.posts import Post, to_person, to_place, to_target
from bot.rights import Action, Role
from bot.services.helpdesk.activities.views import (
    Activity,
    ActivityDraft,
    ActivityLink,
    ActivityNotFound,
    ActivityNowhere,
    ActivityOver,
    ActivityState,
    ActivityUnfinished,
)
from bot.untrusted import is_link, plain
from data.store import Session, Store, audits, collectives, deliveries
from data.store import activities as rows

LONGEST: Final = {"title": 100, "place": 150, "about": 600, "link": 200}
LISTED: Final = 8
_UNTIL: Final = re.compile(r"\s+(?:tot|till|until|t/m)\s+", re.IGNORECASE)


class Activities:
    """The activities of a community."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def check_announcer(self, person: Person) -> None:
        """Raises: NotAllowed when this person is no staff and speaks for no group."""
        person.need(Action.EDIT_COLLECTIVE, own=Role.CONTACT in person.roles)

    async def propose(self, person: Person, draft: ActivityDraft) -> Activity:
        """Keep an activity, and ask staff to post it; the same one again is that one.

        Raises: NotAllowed, ActivityUnfinished, ActivityLink, ActivityNowhere, and what
        `parse_moment` raises.
        """
        self.check_announcer(person)
        kept, now = _kept(draft), self._clock.now()
        starts, ends = span(draft.when, now, self._clock.zone)
        async with self._store.writing() as session:
            settings = await read_settings(session, person.community_id)
            if _target(settings) is None or Place.STAFF not in settings.places:
                raise ActivityNowhere
            row = await rows.find_same(session, person.id, kept.title, starts)
            if row is None:
                row = await rows.add(
                    session,
                    community_id=person.community_id,
                    collective_id=await _speaks_for(session, person),
                    by_person=person.id,
                    title=kept.title,
                    about=kept.about,
                    place=kept.place,
                    link=kept.link,
                    starts_at=starts,
                    ends_at=ends,
                    state=ActivityState.PROPOSED.value,
                    created_at=now,
                    posted_source="",
                )
                post = Post("staff-activity", _card(row), {"activity": row.id}, now)
                await to_place(session, row.community_id, settings, Place.STAFF, post)
            return await _view(session, row)

    async def post(self, person: Person, activity_id: int) -> Activity:
        """Announce it to everybody; twice is once.

        Raises: NotAllowed, ActivityNotFound, ActivityOver, ActivityNowhere.
        """
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await _held(session, person, activity_id)
            if row.state != ActivityState.POSTED:
                _need(row, ActivityState.PROPOSED)
                if row.starts_at <= now:
                    raise ActivityOver(state="past")
                settings = await read_settings(session, row.community_id)
                place = _target(settings)
                if place is None:
                    raise ActivityNowhere
                row.posted_source = f"activity:{row.id}"
                post = Post("activity", row.posted_source, {"activity": row.id}, now)
                await to_place(session, row.community_id, settings, place, post)
                await self._decide(session, person, row, ActivityState.POSTED, settings)
            return await _view(session, row)

    async def refuse(self, person: Person, activity_id: int) -> Activity:
        """Do not announce it; twice is once. Raises: NotAllowed, ActivityNotFound, ActivityOver."""
        return await self._end(person, activity_id, ActivityState.PROPOSED, ActivityState.REFUSED)

    async def cancel(self, person: Person, activity_id: int) -> Activity:
        """Say where it was announced that it does not go on; twice is once.

        Raises: NotAllowed, ActivityNotFound, ActivityOver.
        """
        return await self._end(person, activity_id, ActivityState.POSTED, ActivityState.CANCELLED)

    async def coming(self, community_id: int) -> tuple[Activity, ...]:
        """What is announced and not over, the first one first."""
        async with self._store.reading() as session:
            found = await rows.find_coming(session, community_id, self._clock.now(), LISTED)
            return tuple([await _view(session, row) for row in found])

    async def look(self, activity_id: int) -> Activity:
        """One activity, for what is shown of it. Raises: ActivityNotFound."""
        async with self._store.reading() as session:
            row = await rows.find(session, activity_id)
            if row is None:
                raise ActivityNotFound
            return await _view(session, row)

    async def _end(
        self, person: Person, activity_id: int, before: ActivityState, after: ActivityState
    ) -> Activity:
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            row = await _held(session, person, activity_id)
            if row.state != after:
                _need(row, before)
                settings = await read_settings(session, row.community_id)
                await self._decide(session, person, row, after, settings)
            return await _view(session, row)

    async def _decide(
        self,
        session: Session,
        person: Person,
        row: rows.ActivityRow,
        state: ActivityState,
        settings: CommunitySettings,
    ) -> None:
        """Note it, and let the card, what stands in public and the announcer follow."""
        now, row.state = self._clock.now(), state.value
        await _follow(session, row, "staff-activity", _card(row), now)
        if state is ActivityState.CANCELLED:
            await _follow(session, row, "activity", row.posted_source, now)
        if row.by_person not in (None, person.id):
            told = Post(
                "activity-told", f"activity:{row.id}:told:{state}", {"activity": row.id}, now
            )
            await to_person(session, row.community_id, row.by_person, settings.language, told)
        audits.add(
            session,
            f"activity-{state}",
            f"activity:{row.id}",
            at=now,
            community_id=row.community_id,
            actor_id=person.id,
        )


def span(when: str, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime | None]:
    """From when, and until when where it says so. Raises: what `parse_moment` raises."""
    begin, *rest = _UNTIL.split(when.strip(), maxsplit=1)
    starts = parse_moment(begin, now, zone).at_utc
    return starts, parse_moment(rest[0], starts, zone).at_utc if rest else None


def _kept(draft: ActivityDraft) -> ActivityDraft:
    title, place = " ".join(plain(draft.title).split()), " ".join(plain(draft.place).split())
    about, link = plain(draft.about).strip(), plain(draft.link).strip()
    if not (title and place and about):
        raise ActivityUnfinished
    if link and not (is_link(link) and len(link) <= LONGEST["link"]):
        raise ActivityLink
    return ActivityDraft(
        title=title[: LONGEST["title"]],
        when=draft.when,
        place=place[: LONGEST["place"]],
        about=about[: LONGEST["about"]],
        link=link,
    )


def _target(settings: CommunitySettings) -> Place | None:
    """Where everybody reads it: with the news, else with the questions."""
    return next((one for one in (Place.NEWS, Place.HELPDESK) if one in settings.places), None)


def _card(row: rows.ActivityRow) -> str:
    return f"activity:{row.id}:card"


def _need(row: rows.ActivityRow, state: ActivityState) -> None:
    if row.state != state:
        raise ActivityOver(state=row.state)


async def _speaks_for(session: Session, person: Person) -> int | None:
    """The one group that a contact announces for; None for staff, and with more groups."""
    if person.may(Action.HANDLE_QUESTION):
        return None
    own = await collectives.find_of(session, person.id, person.community_id)
    return own[0].id if len(own) == 1 else None


async def _held(session: Session, person: Person, activity_id: int) -> rows.ActivityRow:
    row = await rows.hold(session, activity_id)
    if row is None or row.community_id != person.community_id:
        raise ActivityNotFound
    return row


async def _follow(
    session: Session, row: rows.ActivityRow, kind: str, source: str, now: datetime
) -> None:
    """Draw a message again where it stands; one that did not leave yet is drawn when it does."""
    for sent in await deliveries.find_sent(session, source):
        facts = {"activity": row.id, "edit_only": True}
        post = Post(kind, f"{source}:{row.state}", facts, now, edits=source)
        await to_target(session, row.community_id, sent.target, sent.language, post)


async def _view(session: Session, row: rows.ActivityRow) -> Activity:
    group = None
    if row.collective_id is not None:
        group = await collectives.find(session, row.community_id, row.collective_id)
    return Activity(
        id=row.id,
        title=row.title,
        about=row.about,
        place=row.place,
        link=row.link,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        state=ActivityState(row.state),
        group=group.name if group else "",
    )
