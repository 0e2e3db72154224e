"""Opening a poll: who may, what fits, and never the same one twice."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.limits import NEW_POLLS
from bot.moments import parse_moment
from bot.people import Person, spend
from bot.posts import Post, to_place
from bot.rights import Action
from bot.services.polls.keys import PollKeys
from bot.services.polls.views import (
    Draft,
    NoPollPlace,
    NoQuestion,
    NotAStarter,
    OptionTexts,
    TooSoon,
)
from bot.untrusted import plain
from data.store import Session, Store, audits, people
from data.store import polls as rows

FEWEST: Final = 2
MOST: Final = 25
"""Discord shows 25 buttons or choices in one message."""
LONGEST_OPTION: Final = 80
SHORTEST: Final = timedelta(minutes=1)
AGAIN: Final = timedelta(minutes=10)
"""The same poll by the same person within this time was sent twice."""


class Opening:
    """Starts polls."""

    def __init__(self, store: Store, clock: Clock, keys: PollKeys) -> None:
        self._store = store
        self._clock = clock
        self._keys = keys

    def check_starter(self, person: Person) -> None:
        """Whether this person may start a poll. Raises: NotAStarter."""
        if not person.may(Action.START_QUICK_POLL):
            raise NotAStarter(action=Action.START_QUICK_POLL.value)

    def check(self, person: Person, draft: Draft) -> datetime:
        """The deadline of a draft that could be opened, in UTC.

        Raises: NotAStarter, NoQuestion, OptionTexts, TooSoon, and what `parse_moment` raises.
        """
        self.check_starter(person)
        if not plain(draft.question):
            raise NoQuestion
        options = _kept(draft.options)
        different = {option.casefold() for option in options}
        if not FEWEST <= len(options) <= MOST or len(different) < len(options):
            raise OptionTexts(count=len(options), equal=len(different) < len(options))
        now = self._clock.now()
        deadline = parse_moment(draft.deadline, now, self._clock.zone).at_utc
        if deadline < now + SHORTEST:
            raise TooSoon
        return deadline

    async def open(self, person: Person, draft: Draft) -> int:
        """Open a poll, put it in the polls channel, and return its number.

        The same draft twice is one poll, and so is the same wish of one person within minutes.
        Raises: as `check`, and NoPollPlace, TooMany.
        """
        deadline = self.check(person, draft)
        now = self._clock.now()
        async with self._store.writing() as session:
            settings = await read_settings(session, person.community_id)
            place = settings.places.get(Place.POLLS)
            if place is None:
                raise NoPollPlace
            await people.hold(session, person.id)  # the same draft once more waits here
            known = await self._find_same(session, person, draft, deadline)
            if known is not None:
                return known.id
            await spend(session, person, NEW_POLLS, self._clock)
            if draft.anonymous:
                self._keys.make(draft.origin)
            poll = await rows.add(
                session,
                _kept(draft.options),
                community_id=person.community_id,
                opened_by=person.id,
                origin=draft.origin,
                question=_short(draft.question, 300),
                purpose=_short(draft.purpose, 300),
                multiple=draft.multiple,
                anonymous=draft.anonymous,
                state="open",
                place=place,
                opened_at=now,
                closes_at=deadline,
                closed_at=None,
                totals=None,
            )
            post = Post("poll-card", f"poll:{poll.id}", {"poll": poll.id}, now)
            await to_place(session, person.community_id, settings, Place.POLLS, post)
            audits.add(
                session,
                "poll-opened",
                f"poll:{poll.id}",
                at=now,
                community_id=person.community_id,
                actor_id=person.id,
            )
            return poll.id

    async def _find_same(
        self, session: Session, person: Person, draft: Draft, deadline: datetime
    ) -> rows.PollRow | None:
        """The poll that came from this draft, or from the same one a moment ago."""
        known = await rows.find_by_origin(session, draft.origin)
        if known is not None:
            return known
        question, options = _short(draft.question, 300), tuple(_kept(draft.options))
        kind = (question, draft.multiple, draft.anonymous)
        for poll in await rows.find_fresh(session, person.id, self._clock.now() - AGAIN):
            same = (poll.question, poll.multiple, poll.anonymous) == kind
            close = abs(poll.closes_at - deadline) <= AGAIN
            if same and close and await rows.find_options(session, poll.id) == options:
                return poll
        return None


def _kept(options: Sequence[str]) -> list[str]:
    """The options as they are stored; what cannot be read is none."""
    texts = [_short(option, LONGEST_OPTION) for option in options]
    return [text for text in texts if text]


def _short(text: str, longest: int) -> str:
    """On one line; what is cut off becomes an ellipsis."""
    words = " ".join(plain(text).split())
    return words if len(words) <= longest else plain(words[: longest - 1]) + "…"
