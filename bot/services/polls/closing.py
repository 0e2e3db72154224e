"""The end of polls: at the deadline, by hand, or because the key is gone."""

from datetime import datetime

from bot.clock import Clock
from bot.communities import read_settings
from bot.people import Person
from bot.posts import Post, to_target
from bot.rights import Action
from bot.services.polls.keys import PollKeys
from bot.services.polls.views import PollClosed, PollNotFound, PollStopped
from data.store import Session, Store, audits
from data.store import polls as rows


class Closing:
    """Ends polls; each step is safe to repeat after a crash."""

    def __init__(self, store: Store, clock: Clock, keys: PollKeys) -> None:
        self._store = store
        self._clock = clock
        self._keys = keys

    async def close_due(self) -> tuple[int, ...]:
        """Close polls whose time is over and publish their results; the polls that were due."""
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
            counts = rows.per_option(counted, len(options))
            poll.totals = {"voters": sum(counted.values()), "counts": list(counts)}
            if poll.anonymous:
                await rows.drop_ballots(session, poll_id)
            result = Post("poll-result", f"poll:{poll_id}:result", {"poll": poll_id}, now)
            await _end(session, poll, now, result, actor=None)
        await self._forget_key(poll)

    async def stop(self, person: Person, poll_id: int) -> None:
        """End a poll without a result.

        Raises: PollNotFound, NotAllowed, PollClosed, PollStopped.
        """
        async with self._store.writing() as session:
            poll = await rows.hold(session, poll_id)
            if poll is None or poll.community_id != person.community_id:
                raise PollNotFound
            person.need(Action.STOP_POLL, own=poll.opened_by == person.id)
            if poll.state == "stopped":
                raise PollStopped
            if poll.state != "open":
                raise PollClosed(closes_at=poll.closes_at)
            await self._stop(session, poll, actor=person.id, lost=False)
        await self._forget_key(poll)

    async def lose(self, poll_id: int) -> None:
        """Stop an open anonymous poll whose key is gone, and say so; else nothing happens.

        Source: trust.md 2.1: without its key a poll never goes on by guessing.
        """
        async with self._store.writing() as session:
            poll = await rows.hold(session, poll_id)
            if poll is None or poll.state != "open" or not poll.anonymous:
                return
            if not self._keys.has(poll.origin):
                await self._stop(session, poll, actor=None, lost=True)

    async def _stop(
        self, session: Session, poll: rows.PollRow, *, actor: int | None, lost: bool
    ) -> None:
        now = self._clock.now()
        poll.state, poll.closed_at = "stopped", now
        await rows.drop_ballots(session, poll.id)
        facts = {"poll": poll.id, "lost": lost}
        notice = Post("poll-stopped", f"poll:{poll.id}:stopped", facts, now)
        await _end(session, poll, now, notice, actor=actor)

    async def _forget_key(self, poll: rows.PollRow) -> None:
        """Destroy the key once the end of the poll survives a power cut."""
        if poll.anonymous:
            await self._store.wipe()
            self._keys.destroy(poll.origin)


async def _end(
    session: Session, poll: rows.PollRow, now: datetime, notice: Post, *, actor: int | None
) -> None:
    """The card without its buttons, the notice, and a line in the audit log."""
    first = f"poll:{poll.id}"
    card = Post("poll-card", f"{first}:over", {"poll": poll.id}, now, edits=first)
    await tell(session, poll, card, notice)
    audits.add(
        session,
        f"poll-{poll.state}",
        first,
        at=now,
        community_id=poll.community_id,
        actor_id=actor,
    )


async def tell(session: Session, poll: rows.PollRow, *posts: Post) -> None:
    """Queue these for the place of the poll, in its language."""
    language = (await read_settings(session, poll.community_id)).language
    for post in posts:
        await to_target(session, poll.community_id, poll.place, language, post)
