"""Opening, voting, looking: one vote a person, changeable until the deadline."""

from collections.abc import Sequence
from typing import Final

from bot.clock import Clock
from bot.communities import read_settings
from bot.people import Person
from bot.posts import Post
from bot.rights import Action, may
from bot.services.polls.closing import Closing, tell
from bot.services.polls.keys import PollKeys
from bot.services.polls.opening import Opening
from bot.services.polls.turnout import Turnout
from bot.services.polls.views import (
    Card,
    Draft,
    NamesComeLater,
    OpenPoll,
    PollLost,
    PollNotFound,
    PollStopped,
    Receipt,
    Result,
    Roll,
    Supporters,
    VotesAreSecret,
)
from bot.services.polls.voting import BallotBox
from data.store import Session, Store
from data.store import polls as rows

SMALL_ANONYMOUS: Final = 5
"""An anonymous result is told from this many ballots. Source: trust.md 2.1."""


class Polls:
    """All polls of all communities."""

    def __init__(self, store: Store, clock: Clock, keys: PollKeys) -> None:
        self._store = store
        self._clock = clock
        self._keys = keys
        self._box = BallotBox(store, clock, keys)
        self._opening = Opening(store, clock, keys)
        self._closing = Closing(store, clock, keys)
        self._turnout = Turnout()
        self.close_due = self._closing.close_due
        self.stop = self._closing.stop
        self.check_starter = self._opening.check_starter

    async def resume(self) -> tuple[int, ...]:
        """What a process that ended left undone; the open polls by name, whose cards may be old.

        Before any door is open: what is due is closed, a poll without its key is stopped, and a key
        without its poll is destroyed.
        """
        while await self.close_due():
            pass
        secret = await self._stop_lost()
        self._keys.destroy_others([poll.origin for poll in secret])
        async with self._store.reading() as session:
            return await rows.find_open_named(session)

    async def open(self, person: Person, draft: Draft) -> Card:
        """Open a poll and put it in the polls channel; the same draft twice is one poll.

        Raises: as `Opening.open`.
        """
        return await self.look(await self._opening.open(person, draft))

    async def vote(self, person: Person, poll_id: int, choices: Sequence[int]) -> Receipt:
        """Count this person's vote; a later vote replaces the earlier one.

        `closes_at` is exclusive: a vote at that very instant is too late.
        Raises: as `BallotBox.cast`, and NotAllowed.
        """
        person.need(Action.VOTE, own=True)
        try:
            counted = await self._box.cast(person, poll_id, choices)
        except PollLost:
            await self._closing.lose(poll_id)
            raise
        return Receipt(
            choices=tuple(counted.paper.options[int(one) - 1] for one in counted.now.split(",")),
            changed=counted.before not in ("", counted.now),
            anonymous=counted.paper.anonymous,
            closes_at=counted.closes_at,
        )

    async def withdraw(self, person: Person, poll_id: int) -> bool:
        """Take this person's vote back; False when there was none. Raises: as `vote`."""
        person.need(Action.VOTE, own=True)
        try:
            return bool((await self._box.cast(person, poll_id)).before)
        except PollLost:
            await self._closing.lose(poll_id)
            raise

    async def look(self, poll_id: int) -> Card:
        """What everybody may see of a poll now. Raises: PollNotFound."""
        async with self._store.snapshot() as session:
            poll = await rows.find(session, poll_id)
            if poll is None:
                raise PollNotFound
            return await self._card(session, poll)

    async def current(self, person: Person) -> tuple[OpenPoll, ...]:
        """The open polls of this person's community, nearest deadline first."""
        async with self._store.reading() as session:
            found = await rows.find_open(session, person.community_id)
        return tuple(OpenPoll(poll.id, poll.question, poll.closes_at) for poll in found)

    async def result(self, poll_id: int) -> Result:
        """The outcome of a closed poll. Raises: PollNotFound."""
        async with self._store.snapshot() as session:
            poll = await rows.find(session, poll_id)
            if poll is None or poll.state != "closed":
                raise PollNotFound
            card = await self._card(session, poll)
        top = max(card.counts, default=0)
        winners = tuple(
            place for place, count in enumerate(card.counts, start=1) if count == top and top
        )
        return Result(card, winners, too_few=card.anonymous and card.voters < SMALL_ANONYMOUS)

    async def roll(self, person: Person, poll_id: int) -> Roll:
        """Who chose what in a poll by name that is over, for everybody in its community.

        Names of people who were erased, and all names after 12 months, are not there any more.
        Raises: PollNotFound, VotesAreSecret, NamesComeLater, PollStopped.
        """
        async with self._store.snapshot() as session:
            poll = await rows.find(session, poll_id)
            if poll is None or poll.community_id != person.community_id:
                raise PollNotFound
            if poll.anonymous and not person.may(Action.SEE_ANONYMOUS_BALLOTS):
                raise VotesAreSecret(action=Action.SEE_ANONYMOUS_BALLOTS.value)
            if poll.state == "stopped":
                raise PollStopped
            told = poll.state == "closed" and not poll.anonymous
            if not may(person.roles, Action.SEE_NAMED_BALLOTS, announced=told):
                raise NamesComeLater(closes_at=poll.closes_at)
            card = await self._card(session, poll)
            named = await rows.find_names(session, poll_id)
        found = [(name, {int(one) for one in choices.split(",")}) for name, choices in named]
        return Roll(card.question, tuple(_supporters(card, found)))

    async def count_turnout(self) -> None:
        """Call often: now and then anonymous polls tell how many voted, and lost keys are found."""
        now = self._clock.now()
        if not self._turnout.is_due(now):
            return
        secret = await self._stop_lost()
        async with self._store.writing() as session:
            counts = await rows.count_voters(session, [poll.id for poll in secret])
            told = self._turnout.beat({poll.id: counts.get(poll.id, 0) for poll in secret}, now)
            for poll in secret:
                if poll.id in told:
                    first = f"poll:{poll.id}"
                    facts = {"poll": poll.id, "edit_only": True}
                    source = f"{first}:turnout:{now:%Y%m%d%H%M%S}"
                    await tell(session, poll, Post("poll-card", source, facts, now, edits=first))

    async def _stop_lost(self) -> list[rows.PollRow]:
        """Stop the open anonymous polls whose key is gone; the others."""
        async with self._store.reading() as session:
            secret = await rows.find_open_anonymous(session)
        lost = {poll.id for poll in secret if not self._keys.has(poll.origin)}
        for poll_id in sorted(lost):
            await self._closing.lose(poll_id)
        return [poll for poll in secret if poll.id not in lost]

    async def _card(self, session: Session, poll: rows.PollRow) -> Card:
        options = await rows.find_options(session, poll.id)
        is_open = poll.state == "open"
        voters, counts = self._turnout.of(poll.id), ()
        if poll.totals is not None:
            voters, counts = int(poll.totals["voters"]), tuple(poll.totals["counts"])
        elif not (poll.anonymous and is_open):
            counted = await rows.count_ballots(session, poll.id)
            voters, counts = sum(counted.values()), rows.per_option(counted, len(options))
        return Card(
            id=poll.id,
            question=poll.question,
            purpose=poll.purpose,
            options=options,
            multiple=poll.multiple,
            anonymous=poll.anonymous,
            is_open=is_open,
            closes_at=poll.closes_at,
            voters=voters,
            counts=counts,
            language=(await read_settings(session, poll.community_id)).language,
        )


def _supporters(card: Card, found: Sequence[tuple[str, set[int]]]) -> list[Supporters]:
    lines: list[Supporters] = []
    for place, (option, count) in enumerate(zip(card.options, card.counts, strict=True), start=1):
        names = sorted((name for name, chosen in found if place in chosen), key=str.casefold)
        lines.append(Supporters(option, tuple(names), count - len(names)))
    return lines
