"""Opening, voting, closing: one vote a person, changeable until the deadline."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.limits import NEW_POLLS, VOTES
from bot.moments import parse_moment
from bot.people import Person, spend
from bot.posts import Post, to_place, to_target
from bot.rights import Action
from bot.services.polls.keys import PollKeys
from bot.services.polls.views import (
    Card,
    Choice,
    Draft,
    NoPollPlace,
    OptionTexts,
    PollClosed,
    PollNotFound,
    Receipt,
    Result,
    TooSoon,
)
from bot.untrusted import plain
from data.store import Store, audits
from data.store import polls as rows

FEWEST: Final = 2
MOST: Final = 25
"""Discord shows 25 buttons or choices in one message."""
SHORTEST: Final = timedelta(minutes=1)
SMALL_ANONYMOUS: Final = 5
"""An anonymous result is told from this many ballots. Source: trust.md 2.1."""


class Polls:
    """All polls of all communities."""

    def __init__(self, store: Store, clock: Clock, keys: PollKeys) -> None:
        self._store = store
        self._clock = clock
        self._keys = keys

    def check(self, person: Person, draft: Draft) -> datetime:
        """The deadline of a draft that could be opened, in UTC.

        Raises: NotAllowed, OptionTexts, TooSoon, and what `parse_moment` raises.
        """
        person.need(Action.START_QUICK_POLL)
        options = [_same(option) for option in draft.options]
        if not FEWEST <= len(options) <= MOST or len(set(options)) < len(options):
            raise OptionTexts(count=len(options))
        now = self._clock.now()
        deadline = parse_moment(draft.deadline, now, self._clock.zone).at_utc
        if deadline < now + SHORTEST:
            raise TooSoon
        return deadline

    async def open(self, person: Person, draft: Draft) -> Card:
        """Open a poll and put it in the polls channel; the same draft twice is one poll.

        Raises: as `check`, and NoPollPlace, TooMany.
        """
        deadline = self.check(person, draft)
        now = self._clock.now()
        if draft.anonymous:
            self._keys.make(draft.origin)
        async with self._store.writing() as session:
            settings = await read_settings(session, person.community_id)
            place = settings.places.get(Place.POLLS)
            if place is None:
                raise NoPollPlace
            known = await rows.find_by_origin(session, draft.origin)
            if known is not None:
                return await _card(session, known)
            await spend(session, person, NEW_POLLS, self._clock)
            poll_id = await rows.add(
                session,
                [plain(option)[:80] for option in draft.options],
                community_id=person.community_id,
                opened_by=person.id,
                origin=draft.origin,
                question=plain(draft.question)[:300],
                purpose=plain(draft.purpose)[:300],
                multiple=draft.multiple,
                anonymous=draft.anonymous,
                state="open",
                place=place,
                opened_at=now,
                closes_at=deadline,
                closed_at=None,
                totals=None,
            )
            poll = await rows.find_by_origin(session, draft.origin)
            if poll is None or poll_id is None:
                raise PollNotFound
            post = Post("poll-card", f"poll:{poll_id}", {"poll": poll_id}, now)
            await to_place(session, person.community_id, settings, Place.POLLS, post)
            audits.add(
                session,
                "poll-opened",
                f"poll:{poll_id}",
                at=now,
                community_id=person.community_id,
                actor_id=person.id,
            )
            return await _card(session, poll)

    async def vote(self, person: Person, poll_id: int, choices: Sequence[int]) -> Receipt:
        """Count this person's vote; a later vote replaces the earlier one.

        `closes_at` is exclusive: a vote at that very instant is too late.
        Raises: PollNotFound, PollClosed, Choice, TooMany.
        """
        async with self._store.writing() as session:
            poll = await rows.hold(session, poll_id, shared=True)
            if poll is None or poll.community_id != person.community_id:
                raise PollNotFound
            if poll.state != "open" or self._clock.now() >= poll.closes_at:
                raise PollClosed(closes_at=poll.closes_at)
            options = await rows.find_options(session, poll_id)
            picked = tuple(sorted(set(choices)))
            fits = picked and all(1 <= number <= len(options) for number in picked)
            if not fits or (len(picked) > 1 and not poll.multiple):
                raise Choice
            await spend(session, person, VOTES, self._clock)
            voter = self._voter(poll, person.id)
            before = await rows.find_ballot(session, poll_id, voter)
            chosen = ",".join(str(number) for number in picked)
            await rows.put_ballot(
                session,
                poll_id,
                voter,
                person_id=None if poll.anonymous else person.id,
                choices=chosen,
            )
            return Receipt(await _card(session, poll), picked, before not in (None, chosen))

    async def withdraw(self, person: Person, poll_id: int) -> bool:
        """Take this person's vote back; False when there was none.

        Raises: PollNotFound, PollClosed.
        """
        async with self._store.writing() as session:
            poll = await rows.hold(session, poll_id, shared=True)
            if poll is None or poll.community_id != person.community_id:
                raise PollNotFound
            if poll.state != "open" or self._clock.now() >= poll.closes_at:
                raise PollClosed(closes_at=poll.closes_at)
            return await rows.remove_ballot(session, poll_id, self._voter(poll, person.id))

    async def look(self, poll_id: int) -> Card:
        """What everybody may see of a poll now. Raises: PollNotFound."""
        async with self._store.reading() as session:
            poll = await rows.find(session, poll_id)
            if poll is None:
                raise PollNotFound
            return await _card(session, poll)

    async def current(self, person: Person) -> tuple[Card, ...]:
        """The open polls of this person's community, nearest deadline first."""
        async with self._store.reading() as session:
            found = await rows.find_open(session, person.community_id)
            return tuple([await _card(session, poll) for poll in found])

    async def open_cards(self) -> tuple[int, ...]:
        """The numbers of all open polls, for doors that start anew."""
        async with self._store.reading() as session:
            return await rows.due(session, self._clock.now() + timedelta(days=800))

    async def stop(self, person: Person, poll_id: int) -> None:
        """End a poll without a result.

        Raises: PollNotFound, NotAllowed, PollClosed.
        """
        async with self._store.writing() as session:
            poll = await rows.hold(session, poll_id)
            if poll is None or poll.community_id != person.community_id:
                raise PollNotFound
            person.need(Action.STOP_POLL, own=poll.opened_by == person.id)
            if poll.state != "open":
                raise PollClosed(closes_at=poll.closes_at)
            now = self._clock.now()
            poll.state, poll.closed_at = "stopped", now
            await rows.drop_ballots(session, poll_id)
            notice = Post("poll-stopped", f"poll:{poll_id}:stopped", {"poll": poll_id}, now)
            await _tell(session, poll, _card_again(poll_id, now), notice)
            audits.add(
                session,
                "poll-stopped",
                f"poll:{poll_id}",
                at=now,
                community_id=poll.community_id,
                actor_id=person.id,
            )
            origin = poll.origin
        self._keys.destroy(origin)

    async def close_due(self) -> tuple[int, ...]:
        """Close polls whose time is over and publish their results; safe to repeat."""
        async with self._store.reading() as session:
            due = await rows.due(session, self._clock.now())
        for poll_id in due:
            await self._close(poll_id)
        return due

    async def _close(self, poll_id: int) -> None:
        now = self._clock.now()
        async with self._store.writing() as session:
            poll = await rows.hold(session, poll_id)
            if poll is None or poll.state != "open" or poll.closes_at > now:
                return
            options = await rows.find_options(session, poll_id)
            counted = await rows.count_ballots(session, poll_id)
            poll.state, poll.closed_at = "closed", now
            poll.totals = {
                "voters": sum(counted.values()),
                "counts": list(_per_option(counted, len(options))),
            }
            if poll.anonymous:
                await rows.drop_ballots(session, poll_id)
            result = Post("poll-result", f"poll:{poll_id}:result", {"poll": poll_id}, now)
            await _tell(session, poll, _card_again(poll_id, now), result)
            audits.add(
                session,
                "poll-closed",
                f"poll:{poll_id}",
                at=now,
                community_id=poll.community_id,
                actor_id=None,
            )
            origin = poll.origin
        self._keys.destroy(origin)

    async def result(self, poll_id: int) -> Result:
        """The outcome of a closed poll. Raises: PollNotFound."""
        async with self._store.reading() as session:
            poll = await rows.find(session, poll_id)
            if poll is None or poll.state != "closed":
                raise PollNotFound
            card = await _card(session, poll)
        top = max(card.counts, default=0)
        winners = tuple(
            option
            for option, count in zip(card.options, card.counts, strict=True)
            if count == top and top
        )
        return Result(card, winners, too_few=card.anonymous and card.voters < SMALL_ANONYMOUS)

    def _voter(self, poll: rows.PollRow, person_id: int) -> str:
        if not poll.anonymous:
            return str(person_id)
        voter = self._keys.pseudonym(poll.origin, person_id)
        if voter is None:
            raise PollClosed(closes_at=poll.closes_at)
        return voter


def _card_again(poll_id: int, now: datetime) -> Post:
    """The card without its buttons, once voting is over."""
    first = f"poll:{poll_id}"
    return Post("poll-card", f"{first}:over", {"poll": poll_id}, now, edits=first)


async def _tell(session: "rows.Session", poll: rows.PollRow, *posts: Post) -> None:
    language = (await read_settings(session, poll.community_id)).language
    for post in posts:
        await to_target(session, poll.community_id, poll.place, language, post)


async def _card(session: "rows.Session", poll: rows.PollRow) -> Card:
    options = await rows.find_options(session, poll.id)
    if poll.totals is not None:
        voters, counts = int(poll.totals["voters"]), tuple(poll.totals["counts"])
    else:
        counted = await rows.count_ballots(session, poll.id)
        voters, counts = sum(counted.values()), _per_option(counted, len(options))
    hidden = poll.anonymous and poll.state == "open"
    return Card(
        id=poll.id,
        question=poll.question,
        purpose=poll.purpose,
        options=options,
        multiple=poll.multiple,
        anonymous=poll.anonymous,
        is_open=poll.state == "open",
        closes_at=poll.closes_at,
        voters=voters // SMALL_ANONYMOUS * SMALL_ANONYMOUS if hidden else voters,
        counts=() if hidden else counts,
    )


def _per_option(counted: Mapping[str, int], options: int) -> tuple[int, ...]:
    counts = [0] * options
    for choices, ballots in counted.items():
        for number in choices.split(","):
            counts[int(number) - 1] += ballots
    return tuple(counts)


def _same(option: str) -> str:
    """Two options that read the same are the same."""
    return " ".join(plain(option)[:80].casefold().split())
