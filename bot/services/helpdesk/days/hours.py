"""Opening hours and promises of the help desk: what admins set, and what an asker may expect."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import WEEK, read_settings
from bot.errors import BadInput
from bot.people import Person
from bot.rights import Action
from bot.services.helpdesk.days import goals
from bot.services.helpdesk.states import WITH_STAFF
from bot.untrusted import plain
from data.store import Session, Store, audits, communities, question_rounds
from data.store import questions as rows

WEEKDAYS: Final = tuple(map(str, range(WEEK)))
CLOSED_WORDS: Final = ("dicht", "gesloten", "closed", "nee", "-")
DAY_MINUTES: Final = 24 * 60
MOST_GOAL_DAYS: Final = 20
MOST_IDLE_DAYS: Final = 90
SHORTEST_IDLE: Final = 3
"""Days: a post that is warned about sooner would be warned about in a weekend."""
LOOKED_AT: Final = 20
"""So many promises of the last time say whether staff keep them."""
LATELY: Final = timedelta(days=60)
FEWEST: Final = 5
KEPT_SHARE: Final = 0.7
"""When staff keep fewer promises than this, the bot says that it may take longer."""
_TIME: Final = r"(\d{1,2})(?:[.:](\d\d))?(?: ?(?:uur|u|h))?"
_SPAN: Final = re.compile(rf"(?:van )?{_TIME} ?(?:-|–|tot|t/m|to|until) ?{_TIME}")


class HoursUnclear(BadInput):
    """What was typed names no time to open and to close. Facts: `said`."""

    key = "helpdesk-hours-unclear"
    code = "H50"


class PromiseUnclear(BadInput):
    """The number of days cannot be used. Facts: `most_goal`, `least_idle`, `most_idle`."""

    key = "helpdesk-promise-unclear"
    code = "H51"


class TimeUnclear(BadInput):
    """What was typed is no time of day. Facts: `said`."""

    key = "helpdesk-time-unclear"
    code = "H57"


@dataclass(frozen=True, slots=True)
class Expected:
    """What somebody whose question waits may expect. `opens_at`: the help desk is closed now."""

    days: int
    until: datetime
    opens_at: datetime | None
    is_past: bool
    """The promise was not kept."""
    is_busy: bool
    """Of late staff often needed longer than they promised."""


class Hours:
    """When the help desk is open, and what it promises."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def put_hours(self, person: Person, days: Sequence[int], said: str) -> None:
        """Be open at these times on these weekdays (Monday is 0); other days stay as they are.

        Raises: NotAllowed, HoursUnclear.
        """
        person.need(Action.SETTINGS)
        span = read_hours(said)
        async with self._store.writing() as session:
            settings = await read_settings(session, person.community_id)
            known = {str(day): list(hours) for day, hours in settings.hours.items()}
            for day in (one for one in days if one in range(WEEK)):
                known[str(day)] = list(span) if span else []
            await communities.put_setting(session, person.community_id, "hours", known)
            self._audit(session, person, "hours-set")

    async def put_promises(
        self,
        person: Person,
        goal_days: str,
        idle_days: str,
        *,
        calls_staff: bool,
        weekly: tuple[str, str] = ("", ""),
    ) -> None:
        """Promise an answer within so many working days; ask about a post after idle days.

        `idle_days` 0: never ask. `weekly` is the weekday (Monday is 0) and the time at which staff
        get the message of the week; what is empty stays. Raises: NotAllowed, PromiseUnclear,
        TimeUnclear.
        """
        person.need(Action.SETTINGS)
        goal, idle = _number(goal_days), _number(idle_days)
        if not 1 <= goal <= MOST_GOAL_DAYS or not (
            idle == 0 or SHORTEST_IDLE <= idle <= MOST_IDLE_DAYS
        ):
            raise PromiseUnclear(
                most_goal=MOST_GOAL_DAYS, least_idle=SHORTEST_IDLE, most_idle=MOST_IDLE_DAYS
            )
        value = {"goal_days": goal, "idle_days": idle, "calls_staff": calls_staff}
        async with self._store.writing() as session:
            await communities.put_setting(session, person.community_id, "promises", value)
            await self._put_weekly(session, person, *weekly)
            self._audit(session, person, "promises-set")

    async def _put_weekly(self, session: Session, person: Person, day: str, said: str) -> None:
        """Only what is another moment counts from now on."""
        old = (await read_settings(session, person.community_id)).weekly
        chosen = int(day) if day in WEEKDAYS else old.day
        minutes = read_time(said) if plain(said) else old.at
        if (chosen, minutes) != (old.day, old.at):
            value = {"day": chosen, "at": minutes, "since": self._clock.now().isoformat()}
            await communities.put_setting(session, person.community_id, "weekly", value)

    async def expected(self, question_id: int) -> Expected | None:
        """What the asker of a question may expect; None when it does not wait for staff.

        A message that needed a referral first gets no promise: a promise of days is no help.
        """
        now = self._clock.now()
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
            if question is None or question.state not in WITH_STAFF or question.due_at is None:
                return None
            settings = await read_settings(session, question.community_id)
            kept = await question_rounds.find_promises(
                session, question.community_id, now - LATELY, now, LOOKED_AT
            )
        return Expected(
            days=settings.goal_days,
            until=question.due_at,
            opens_at=goals.opens_at(settings, now),
            is_past=question.due_at <= now,
            is_busy=len(kept) >= FEWEST and sum(kept) < KEPT_SHARE * len(kept),
        )

    def _audit(self, session: Session, person: Person, action: str) -> None:
        audits.add(
            session,
            action,
            f"community:{person.community_id}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )


def read_hours(said: str) -> tuple[int, int] | None:
    """From and till in minutes of the day; None for closed. Raises: HoursUnclear."""
    text = plain(said).casefold().strip()
    if text in CLOSED_WORDS:
        return None
    found = _SPAN.fullmatch(text)
    if found is None:
        raise HoursUnclear(said=text[:40])
    opens, closes = (int(found[hour]) * 60 + int(found[hour + 1] or 0) for hour in (1, 3))
    minutes = (int(found[2] or 0), int(found[4] or 0))
    if not 0 <= opens < closes <= DAY_MINUTES or max(minutes) >= 60:  # noqa: PLR2004 - of an hour
        raise HoursUnclear(said=text[:40])
    return opens, closes


def read_time(said: str) -> int:
    """A time of day in minutes: "9.00", "9:30", "9 uur". Raises: TimeUnclear."""
    text = plain(said).casefold().strip()
    found = re.fullmatch(_TIME, text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour >= 24 or minute >= 60:  # noqa: PLR2004 - of a day and an hour
        raise TimeUnclear(said=text[:40])
    return hour * 60 + minute


def _number(said: str) -> int:
    text = said.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 3 else -1  # noqa: PLR2004 - digits
