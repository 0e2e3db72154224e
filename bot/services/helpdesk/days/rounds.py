"""Questions that raise themselves: the list of a morning, the goal that passed, silent posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import CommunitySettings, Place, read_settings
from bot.posts import Post, to_place, to_target
from bot.services.helpdesk.days import goals
from bot.services.helpdesk.forum.marks import mark
from bot.services.helpdesk.posting import card_again
from bot.services.helpdesk.states import Reason, State, Step
from data.store import Session, Store, communities, people, question_rounds
from data.store import question_events as events
from data.store import questions as rows

MOST: Final = 25
"""Questions in one list: each has a button, and Discord takes 25."""
IN_LIST: Final = 1
ESCALATED: Final = 2
LET_BEGIN: Final = timedelta(hours=2)
"""So long after opening staff have had the list before the bot says that a goal passed."""
LOOKED_BACK: Final = timedelta(days=180)
"""Posts of longer ago are left alone; Discord put them away itself."""
LAST_DAYS: Final = timedelta(days=7)
"""Between the question whether a post is done and putting it away."""
EARLIEST: Final = time(9)
"""The list of a morning comes at this time on the clock."""
AN_HOUR: Final = timedelta(hours=1)
BATCH: Final = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question in a list. `text` is empty when it needed a referral first."""

    id: int
    text: str
    by: str
    due_at: datetime | None
    is_late: bool
    has_referral: bool


class Rounds:
    """What is done for questions that wait, without anybody asking for it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def list_waiting(self) -> int:
        """Put the list of this working day in each staff channel that has waiting questions.

        Once a day, however often this is called; returns how many lists.
        """
        made = 0
        for community_id in await self._communities():
            async with self._store.writing() as session:
                made += await self._list(session, community_id)
        return made

    async def _list(self, session: Session, community_id: int) -> bool:
        now = self._clock.now()
        settings = await read_settings(session, community_id)
        here = now.astimezone(goals.AMSTERDAM)
        today, hours = here.date(), goals.opening(settings, here.date())
        if hours is None or here.time() < EARLIEST or now >= hours[1]:
            return False  # after a long absence the list comes the next working morning
        waiting = await question_rounds.find_waiting(session, community_id, now, MOST)
        if not waiting:
            return False
        total = await question_rounds.count_waiting(session, community_id, now)
        facts = {"questions": [one.id for one in waiting], "more": total - len(waiting)}
        post = Post("staff-round", f"round:{community_id}:{today}", facts, now)
        if not await to_place(session, community_id, settings, Place.STAFF, post):
            return False
        for question in waiting:
            question.raised = max(question.raised, IN_LIST)
        return True

    async def tell_late(self) -> int:
        """Say once, for all questions together, that their goal passed; at most once a day.

        Only while the help desk is open, and not before staff had time for the list of the
        morning. Returns how many questions were told about.
        """
        told = 0
        for community_id in await self._communities():
            async with self._store.reading() as session:
                now = self._clock.now()
                found = await question_rounds.find_late(session, community_id, now, 1)
            if found:
                async with self._store.writing() as session:
                    told += await self._escalate(session, community_id)
        return told

    async def _escalate(self, session: Session, community_id: int) -> int:
        now = self._clock.now()
        settings = await read_settings(session, community_id)
        if not _staff_had_time(settings, now):
            return 0
        late = await question_rounds.find_late(session, community_id, now, MOST)
        facts = {
            "questions": [one.id for one in late],
            "more": 0,
            "roles": list(settings.staff_roles) if settings.calls_staff else [],
        }
        today = now.astimezone(goals.AMSTERDAM).date()
        post = Post("staff-late", f"late:{community_id}:{today}", facts, now)
        if not late or not await to_place(session, community_id, settings, Place.STAFF, post):
            return 0
        for question in late:
            question.raised = ESCALATED
            events.add(session, question.id, Step.RAISED, at=now)
        return len(late)

    async def waiting(self, question_ids: Sequence[int]) -> tuple[Waiting, ...]:
        """Questions as a list shows them, in this order."""
        async with self._store.reading() as session:
            found = [await rows.find(session, id_) for id_ in question_ids]
            return tuple([await self._waiting(session, one) for one in found if one is not None])

    async def _waiting(self, session: Session, question: rows.QuestionRow) -> Waiting:
        by = question.claimed_by
        due_at = question.due_at
        return Waiting(
            id=question.id,
            text="" if question.referral else question.text,
            by="" if by is None else await people.name_of(session, by),
            due_at=due_at,
            is_late=due_at is not None and due_at <= self._clock.now(),
            has_referral=question.referral is not None,
        )

    async def card_of(self, question_id: int) -> str:
        """The source of the newest card of a question."""
        async with self._store.reading() as session:
            card = await rows.find_newest_card(session, question_id)
        return card or f"question:{question_id}"

    async def mind_silent(self) -> int:
        """Ask in posts where it is silent whether they are done, and put away who stayed silent.

        Returns how many posts.
        """
        minded = 0
        for community_id in await self._communities():
            async with self._store.writing() as session:
                settings = await read_settings(session, community_id)
                if settings.idle_days:
                    minded += await self._end(session, community_id)
                    minded += await self._ask(session, community_id, settings)
        return minded

    async def _ask(self, session: Session, community_id: int, settings: CommunitySettings) -> int:
        now = self._clock.now()
        before = now - timedelta(days=settings.idle_days)
        forum = _forum(community_id, settings, now)
        found = await question_rounds.find_silent(session, forum, before, BATCH)
        for question in found:
            question.wakes_at = now + LAST_DAYS - AN_HOUR  # the same hour, or a little earlier
            events.add(session, question.id, Step.ASKED_IF_DONE, at=now)
            await _say(session, question, "question-silent", settings, now)
        return len(found)

    async def _end(self, session: Session, community_id: int) -> int:
        now = self._clock.now()
        settings = await read_settings(session, community_id)
        forum = _forum(community_id, settings, now)
        found = await question_rounds.find_ending(session, forum, now, BATCH)
        for question in found:
            question.state, question.reason = State.CLOSED.value, Reason.SILENT.value
            question.closed_at, question.wakes_at = now, None
            events.add(session, question.id, Step.CLOSED, at=now)
            await _say(session, question, "question-put-away", settings, now)
            await mark(session, question, now, put_away=True)
            if await rows.find_newest_card(session, question.id):
                await card_again(session, question, f"silent:{now:%Y%m%d}", now)
        return len(found)

    async def _communities(self) -> tuple[int, ...]:
        async with self._store.reading() as session:
            return tuple(id_ for id_, _ in await communities.find_all(session))


def _forum(community_id: int, settings: CommunitySettings, now: datetime) -> question_rounds.Forum:
    """In a plain channel nobody is asked whether they are done: there is nothing to put away."""
    return question_rounds.Forum(community_id, now - LOOKED_BACK, begun=settings.has_forum)


def _staff_had_time(settings: CommunitySettings, now: datetime) -> bool:
    hours = goals.opening(settings, now.astimezone(goals.AMSTERDAM).date())
    if hours is None:
        return False
    opens, closes = hours
    return opens + min(LET_BEGIN, (closes - opens) / 2) <= now < closes


async def _say(
    session: Session,
    question: rows.QuestionRow,
    kind: str,
    settings: CommunitySettings,
    now: datetime,
) -> None:
    """A line in the post of a question; once for each time that it fell silent."""
    assert question.reply_place is not None  # noqa: S101 - only posts are looked for
    touched = question.touched_at or question.asked_at
    source = f"question:{question.id}:{kind}:{touched:%Y%m%dT%H%M%S}"
    facts = {"question": question.id, "reply_to": question.reply_message}
    post = Post(kind, source, facts, now)
    await to_target(session, question.community_id, question.reply_place, settings.language, post)
