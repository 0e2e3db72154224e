"""Posts of the help forum: which message was the answer, done or not, and opening again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from bot.clock import Clock
from bot.communities import read_settings
from bot.errors import BadInput, NotAllowed
from bot.people import Person
from bot.posts import Post, to_target
from bot.rights import Action
from bot.services.helpdesk.asking.own import end, to_staff
from bot.services.helpdesk.forum.marks import is_post, mark
from bot.services.helpdesk.posting import card_again
from bot.services.helpdesk.states import Reason, State, Step
from bot.services.helpdesk.views import QuestionNotFound, QuestionWithdrawn
from data.store import Session, Store, people, question_rounds
from data.store import question_events as events
from data.store import questions as rows

LOOKING: Final = (State.SUGGESTED, State.ANSWERED)
"""The asker looks at an answer: such a post may fall silent."""


class NoPost(BadInput):
    """Nobody asked a question in this place."""

    key = "helpdesk-no-post"
    code = "H56"


class Heard(StrEnum):
    """What a message in a post of the help forum led to."""

    NOTHING = "nothing"
    OPENED = "opened"
    """It was put away because it was silent; now staff have it again."""
    OFFERED = "offered"
    """It was done; a button opens it again."""


class Forum:
    """What people do in the posts of the help forum."""

    def __init__(self, store: Store, clock: Clock, groups: Mapping[str, str]) -> None:
        """Prepare.

        Args:
            store: where the rows are.
            clock: the time.
            groups: by theme the group that it is in.
        """
        self._store = store
        self._clock = clock
        self._groups = groups
        self.groups = tuple(dict.fromkeys(groups.values()))

    def groups_of(self, themes: Sequence[str]) -> tuple[str, ...]:
        """The groups of these themes, each once, in their order."""
        return tuple(dict.fromkeys(self._groups[one] for one in themes if one in self._groups))

    async def solve_here(self, person: Person, place: str, message: str) -> int:
        """This message in a post was the answer; returns the number of the question.

        Raises: NoPost, NotAllowed, QuestionWithdrawn.
        """
        async with self._store.writing() as session:
            known = await question_rounds.find_post(session, place)
            question = None if known is None else await rows.hold(session, known.id)
            if question is None or question.community_id != person.community_id:
                raise NoPost
            await self._solve(session, person, question, message)
            return question.id

    async def solve(self, person: Person, question_id: int, message: str) -> None:
        """This message below a question was the answer.

        Raises: QuestionNotFound, NotAllowed, QuestionWithdrawn.
        """
        async with self._store.writing() as session:
            question = await self._held(session, person, question_id)
            await self._solve(session, person, question, message)

    async def _solve(
        self, session: Session, person: Person, question: rows.QuestionRow, message: str
    ) -> None:
        _need_own(person, question)
        if question.reason == Reason.WITHDRAWN:
            raise QuestionWithdrawn
        before, now = question.solution, self._clock.now()
        if before == message and question.state == State.CLOSED:
            return
        question.solution, question.solved_by = message, "person"
        question.state, question.reason = State.CLOSED.value, Reason.SOLVED.value
        question.closed_at = question.touched_at = now
        question.answered_at, question.wakes_at = question.answered_at or now, None
        events.add(session, question.id, Step.ACCEPTED, at=now, by=person.id)
        await session.flush()
        for one in {message, before or message}:
            await self._show_solution(session, question, one, now)
        if await rows.find_newest_card(session, question.id):
            await card_again(session, question, f"solved:{now:%Y%m%dT%H%M%S%f}", now)
        else:
            await mark(session, question, now)

    async def _show_solution(
        self, session: Session, question: rows.QuestionRow, message: str, now: datetime
    ) -> None:
        """A line below a message that is the answer, or was; what stands there changes."""
        if question.reply_place is None:
            return
        settings = await read_settings(session, question.community_id)
        place, language = question.reply_place, settings.language
        source = f"question:{question.id}:solved:{message}"
        begun = question.reply_message != place
        facts: dict[str, Any] = {"question": question.id, "message": message, "begun": begun}
        facts["reply_to"] = question.reply_message if begun else message
        new = Post("question-solved", source, facts, now)
        if message == question.solution and await to_target(
            session, question.community_id, place, language, new
        ):
            return
        facts |= {"edit_only": True}
        again = f"{source}:{now:%Y%m%dT%H%M%S%f}"
        change = Post("question-solved", again, facts, now, edits=source)
        await to_target(session, question.community_id, place, language, change)

    async def is_solution(self, question_id: int, message: str) -> bool:
        """Whether this message is the answer to a question now."""
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
        return question is not None and question.solution == message

    async def has_post(self, question_id: int) -> bool:
        """Whether a question can have a post of its own in a forum."""
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
        return question is not None and is_post(question)

    async def done(self, person: Person, question_id: int) -> None:
        """The asker needs nothing more: the post is put away.

        Raises: QuestionNotFound, NotAllowed.
        """
        async with self._store.writing() as session:
            question = await self._held(session, person, question_id)
            _need_own(person, question)
            if question.state in LOOKING:
                if question.wakes_at is not None:
                    await self._end_asking(session, question)
                await end(session, question, Step.CLOSED, self._clock)
                await mark(session, question, self._clock.now(), put_away=True)

    async def not_done(self, person: Person, question_id: int) -> None:
        """The post stays; the bot asks again after as long a silence.

        Raises: QuestionNotFound, NotAllowed.
        """
        async with self._store.writing() as session:
            question = await self._held(session, person, question_id)
            _need_own(person, question)
            if question.state in LOOKING and question.wakes_at is not None:
                await self._end_asking(session, question)
                question.wakes_at, question.touched_at = None, self._clock.now()

    async def hear(self, account: str, place: str, text: str, *, asks: bool) -> Heard:
        """Somebody wrote in this place: a sign of life, and of its asker perhaps a question again.

        `asks`: it is more than thanks. Nothing is kept of who writes in a post of others.
        """
        async with self._store.reading() as session:
            known = await question_rounds.find_post(session, place)
        if known is None:
            return Heard.NOTHING
        now = self._clock.now()
        async with self._store.writing() as session:
            question = await rows.hold(session, known.id)
            if question is None or question.reason == Reason.WITHDRAWN:
                return Heard.NOTHING
            question.touched_at = now
            if question.state in LOOKING:
                question.wakes_at = None
            own = question.asked_by is not None and account in await people.identities(
                session, question.asked_by
            )
            if not (own and asks) or question.state != State.CLOSED:
                return Heard.NOTHING
            return await self._again(session, question, text, now)

    async def _again(
        self, session: Session, question: rows.QuestionRow, text: str, now: datetime
    ) -> Heard:
        """The asker asks on in a post that is closed."""
        assert question.reply_place is not None  # noqa: S101 - only posts are heard
        settings = await read_settings(session, question.community_id)
        silent, closed_at = question.reason == Reason.SILENT, question.closed_at or now
        if silent:
            await to_staff(session, question, self._clock, Step.REOPENED)
            events.add(
                session, question.id, Step.ANSWERED_BACK, at=now, by=question.asked_by, text=text
            )
        kind = "question-opened" if silent else "question-over"
        source = f"question:{question.id}:{kind}:{closed_at:%Y%m%dT%H%M%S}"
        facts = {"question": question.id, "reply_to": question.reply_message}
        post = Post(kind, source, facts, now)
        await to_target(
            session, question.community_id, question.reply_place, settings.language, post
        )
        return Heard.OPENED if silent else Heard.OFFERED

    async def _held(self, session: Session, person: Person, question_id: int) -> rows.QuestionRow:
        question = await rows.hold(session, question_id)
        if question is None or question.community_id != person.community_id:
            raise QuestionNotFound
        return question

    async def _end_asking(self, session: Session, question: rows.QuestionRow) -> None:
        """The question whether a post is done loses its buttons."""
        if not is_post(question) or question.reply_place is None:
            return
        now = self._clock.now()
        asked = await question_rounds.find_asking(session, question.id)
        if asked is not None:
            settings = await read_settings(session, question.community_id)
            facts = {
                "question": question.id,
                "edit_only": True,
                "reply_to": question.reply_message,
            }
            source = f"{asked}:{now:%Y%m%dT%H%M%S}"
            post = Post("question-silent", source, facts, now, edits=asked)
            await to_target(
                session, question.community_id, question.reply_place, settings.language, post
            )


def _need_own(person: Person, question: rows.QuestionRow) -> None:
    """For the asker and for staff. Raises: NotAllowed."""
    if question.asked_by != person.id and not person.may(Action.HANDLE_QUESTION):
        raise NotAllowed(action=Action.FOLLOW_UP_ANSWER.value)
