"""Counting votes: those that arrive together share one transaction.

While a transaction is under way the votes that arrive wait; the next one takes them all. Each voter
hears of their own vote, and only after its commit.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.clock import Clock
from bot.errors import DomainError, NotFound
from bot.limits import VOTES, Bucket, take
from bot.people import Person
from bot.rights import Role
from bot.services.polls.keys import PollKeys
from bot.services.polls.views import Choice, PollClosed, PollLost, PollNotFound, PollStopped
from data.store import Session, Store
from data.store import ballots as rows

MOST_PAPERS: Final = 500
"""So many polls are remembered; then they are read anew."""
GIVE_UP: Final = 2
"""Votes that fail alone, one after the other, before the database is taken for away."""
(LIMIT,) = VOTES


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of a vote: what stood on the ballot before, and what stands there now.

    Empty means that there is no ballot.
    """

    paper: rows.Paper
    closes_at: datetime
    before: str
    now: str


@dataclass(slots=True, eq=False)
class _Wish:
    """A vote that waits; without `picked` it takes the ballot back."""

    person: Person
    poll_id: int
    picked: tuple[int, ...] | None
    answer: asyncio.Future[Counted]


class BallotBox:
    """Takes the votes of all polls."""

    def __init__(self, store: Store, clock: Clock, keys: PollKeys) -> None:
        self._store = store
        self._clock = clock
        self._keys = keys
        self._papers: dict[int, rows.Paper] = {}
        self._waiting: list[_Wish] = []
        self._counting: asyncio.Task[None] | None = None

    async def cast(
        self, person: Person, poll_id: int, picked: Sequence[int] | None = None
    ) -> Counted:
        """Put these options on the ballot of this person; without any, take the ballot back.

        Raises: PollNotFound, PollClosed, PollStopped, PollLost, Choice, NotFound for somebody who
        was erased, and what the database cannot do now.
        """
        numbers = None if picked is None else tuple(sorted(set(picked)))
        loop = asyncio.get_running_loop()
        wish = _Wish(person, poll_id, numbers, loop.create_future())
        self._waiting.append(wish)
        if self._counting is None or self._counting.done():
            self._counting = loop.create_task(self._count_waiting())
        return await wish.answer

    async def _count_waiting(self) -> None:
        batch: list[_Wish] = []
        try:
            while self._waiting:
                batch = self._waiting[: rows.MOST]
                del self._waiting[: rows.MOST]
                await self._count(batch)
        finally:  # what was not counted when this task ends early is never confirmed
            for wish in (*batch, *self._waiting):
                wish.answer.cancel()
            self._waiting.clear()

    async def _count(self, batch: Sequence[_Wish]) -> None:
        """Count these votes together; when that fails each alone, so that none fails another."""
        wanted = [wish for wish in batch if not wish.answer.done()]
        error = await self._try(wanted)
        if error is None:
            return
        if len(wanted) == 1:
            _tell(wanted[0], error)
            return
        failed = 0
        for wish in wanted:
            alone = await self._try([wish]) if failed < GIVE_UP else error
            failed = failed + 1 if alone else 0
            if alone is not None:
                _tell(wish, alone)

    async def _try(self, wishes: Sequence[_Wish]) -> BaseException | None:
        """One transaction; every voter hears when it is committed. What went wrong, if it did."""
        (answers,) = await asyncio.gather(self._commit(wishes), return_exceptions=True)
        if isinstance(answers, BaseException):
            return answers
        for wish, answer in zip(wishes, answers, strict=True):
            _tell(wish, answer)
        return None

    async def _commit(self, wishes: Sequence[_Wish]) -> list[Counted | DomainError]:
        async with self._store.writing() as session:
            people = {wish.person.id for wish in wishes}
            known = await rows.hold_voters(session, people, LIMIT.name)
            polls = await rows.hold_polls(session, {wish.poll_id for wish in wishes})
            await self._read_papers(session, polls.keys())
            facts = _Facts(known, polls, self._papers)
            count = _Count(facts, self._keys, self._clock.now())
            ballots = [count.ballot_of(wish) for wish in wishes]
            cast = {ballot for ballot in ballots if not isinstance(ballot, DomainError)}
            count.see(await rows.find(session, cast))
            answers = [
                ballot if isinstance(ballot, DomainError) else count.put(wish, ballot)
                for wish, ballot in zip(wishes, ballots, strict=True)
            ]
            await rows.put_used(session, LIMIT.name, count.used)
            await rows.put(session, count.changed)
            await rows.remove(session, count.removed)
        return answers

    async def _read_papers(self, session: Session, polls: Collection[int]) -> None:
        if len(self._papers) > MOST_PAPERS:
            self._papers.clear()
        unknown = [poll for poll in polls if poll not in self._papers]
        if unknown:
            self._papers |= await rows.find_papers(session, unknown)


class _Count:
    """What becomes of votes that came together, in their order; knows no database."""

    def __init__(self, facts: "_Facts", keys: PollKeys, now: datetime) -> None:
        self._facts = facts
        self._keys = keys
        self._now = now
        self._before: dict[rows.Ballot, str] = {}
        self._after: dict[rows.Ballot, tuple[int | None, str]] = {}
        self._left: dict[rows.Used | None, rows.Used] = {}
        self.used: dict[int, rows.Used] = {}

    @property
    def changed(self) -> dict[rows.Ballot, tuple[int | None, str]]:
        """Ballots to store: whose it is by name, and the choices."""
        return {ballot: put for ballot, put in self._after.items() if put[1]}

    @property
    def removed(self) -> list[rows.Ballot]:
        """Ballots that were there and were taken back."""
        return [
            ballot for ballot, put in self._after.items() if not put[1] and ballot in self._before
        ]

    def ballot_of(self, wish: _Wish) -> rows.Ballot | DomainError:
        """Which ballot a vote is for, or why it is refused."""
        paper = self._facts.papers.get(wish.poll_id)
        if wish.person.id not in self._facts.voters:
            return NotFound()
        held = self._facts.polls.get(wish.poll_id)
        if paper is None or held is None or paper.community_id != wish.person.community_id:
            return PollNotFound()
        state, closes_at = held
        if state == "stopped":
            return PollStopped()
        if state != "open" or self._now >= closes_at:
            return PollClosed(closes_at=closes_at)
        if wish.picked is not None and not _fits(wish.picked, paper):
            return Choice()
        voter = str(wish.person.id)
        if paper.anonymous:
            voter = self._keys.pseudonym(paper.origin, wish.person.id)
        return PollLost() if voter is None else (wish.poll_id, voter)

    def put(self, wish: _Wish, ballot: rows.Ballot) -> Counted:
        """Count a vote over what stood on its ballot, also when that came just before."""
        paper, (_, closes_at) = self._facts.papers[wish.poll_id], self._facts.polls[wish.poll_id]
        before = self._after[ballot][1] if ballot in self._after else self._before.get(ballot, "")
        now = ",".join(str(number) for number in wish.picked or ())
        self._after[ballot] = (None if paper.anonymous else wish.person.id, now)
        if wish.picked is not None:
            self._spend(wish.person)
        return Counted(paper, closes_at, before, now)

    def see(self, before: dict[rows.Ballot, str]) -> None:
        """What stands on the ballots now."""
        self._before = before

    def _spend(self, person: Person) -> None:
        """As `bot.people.spend`: staff are free of it, and what comes too late is never refused."""
        if person.roles & {Role.STAFF, Role.ADMIN}:
            return
        used = self.used.get(person.id) or self._facts.voters[person.id]
        if used not in self._left:  # most voters of a hot poll have the same left
            bucket, _ = take(None if used is None else Bucket(*used), LIMIT, self._now)
            self._left[used] = (bucket.tokens, bucket.updated_at)
        self.used[person.id] = self._left[used]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the database says of voters and polls, held until the commit."""

    voters: dict[int, rows.Used | None]
    polls: dict[int, tuple[str, datetime]]
    papers: dict[int, rows.Paper]


def _fits(picked: tuple[int, ...], paper: rows.Paper) -> bool:
    within = bool(picked) and picked[0] >= 1 and picked[-1] <= len(paper.options)
    return within and (len(picked) == 1 or paper.multiple)


def _tell(wish: _Wish, answer: Counted | BaseException) -> None:
    if wish.answer.done():
        return
    if isinstance(answer, BaseException):
        wish.answer.set_exception(answer)
    else:
        wish.answer.set_result(answer)
