"""An answer before it goes out: begun, changed, seen as the asker will see it, and sent."""

import asyncio
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.people import Person
from bot.rights import Action
from bot.search.helpdesk import HelpDeskSearch
from bot.search.passages import Passage
from bot.services.helpdesk.cards import LONGEST, found, held, name_of
from bot.services.helpdesk.refusals import DraftGone, DraftNotFound, DraftOfOther
from bot.services.helpdesk.staff.answering import (
    Letter,
    Writer,
    goes_along,
    hold_all,
    need_unclosed,
    send,
)
from bot.services.helpdesk.staff.draft_reviews import DraftReviews
from bot.services.helpdesk.staff.draft_steps import (
    Measures,
    Said,
    is_done,
    keep,
    send_draft,
    show_card,
)
from bot.services.helpdesk.staff.draft_views import (
    Begun,
    Draft,
    here,
    own_draft,
    question_of,
    view,
    writing,
)
from bot.services.helpdesk.states import State, Step
from bot.services.helpdesk.steps import step, written
from bot.services.helpdesk.views import EmptyAnswer
from data.store import Store, replies
from data.store import question_events as events
from data.store import questions as rows

BUSY: Final = timedelta(minutes=15)
"""So long somebody who opened the form counts as writing."""
PASSAGES: Final = 3


class AnswerDrafts:
    """Answers that are being written."""

    def __init__(self, store: Store, clock: Clock, search: HelpDeskSearch) -> None:
        self._store = store
        self._clock = clock
        self._search = search
        self._measures = Measures()
        self.reviews = DraftReviews(store, clock, self._measures)

    async def begin(self, person: Person, question_id: int) -> Begun:
        """Note that somebody writes an answer, and tell who does so too.

        Raises: QuestionNotFound, NotAllowed, Merged.
        """
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            goes_along(question)
            need_unclosed(question)
            steps = await events.find_of(session, [question.id])
            begun = writing([one for one in steps if now - one.at < BUSY])
            others = [
                (await name_of(session, who), int((now - at).total_seconds() // 60))
                for who, at in begun.items()
                if who != person.id
            ]
            kept = await replies.find_kept_drafts(session, question.id, person.id)
            answers = await rows.find_answers(session, [question.id])
            events.add(session, question.id, Step.WRITING.value, at=now, by=person.id)
            return Begun(len(answers), tuple(others), kept[0].text if kept else "")

    async def write(
        self, person: Person, question_id: int, text: str, origin: str, seen: int | None = None
    ) -> Draft:
        """Keep what somebody wrote; nothing is sent. `seen` as in `Begun`.

        Raises: QuestionNotFound, NotAllowed, Merged, EmptyAnswer, AnswerTooLong.
        """
        person.need(Action.HANDLE_QUESTION)
        said = written(text, LONGEST, EmptyAnswer)
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            goes_along(question)
            answers = await rows.find_answers(session, [question.id])
            known = len(answers) if seen is None else min(seen, len(answers))
            words = Said(said, origin, known)
            row = await keep(session, person, question, words, self._clock.now())
            draft = await view(session, person, row)
        return await self._measures.of(draft)

    async def change(self, person: Person, draft_id: int, text: str) -> Draft:
        """Other words; a colleague who was to look at it sees that it is back.

        Raises: NotAllowed, DraftNotFound, DraftOfOther, DraftGone, EmptyAnswer, AnswerTooLong.
        """
        person.need(Action.HANDLE_QUESTION)
        said = written(text, LONGEST, EmptyAnswer)
        async with self._store.writing() as session:
            question = await held(session, person, await question_of(session, draft_id))
            row = await own_draft(session, person, draft_id)
            was_in_review, now = row.state == "review", self._clock.now()
            row.text, row.state, row.at = said, "kept", now
            if was_in_review:
                await step(session, question, Step.REVIEWED, now, by=person, draft=row.id)
                await show_card(session, question, row, now)
            draft = await view(session, person, row)
        return await self._measures.of(draft)

    async def look(self, person: Person, draft_id: int) -> Draft:
        """A draft as it is now. Raises: NotAllowed, DraftNotFound."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.reading() as session:
            row = await here(session, person, await replies.find_draft(session, draft_id))
            draft = await view(session, person, row)
        return await self._measures.of(draft)

    async def show(self, draft_id: int) -> Draft:
        """A draft for the staff channel. Raises: DraftNotFound."""
        async with self._store.reading() as session:
            row = await replies.find_draft(session, draft_id)
            if row is None:
                raise DraftNotFound
            draft = await view(session, None, row)
        return await self._measures.of(draft)

    async def send(self, person: Person, draft_id: int, seen: int) -> Draft:
        """Send it, once; unless an answer came in that its writer has not `seen`: then it is kept.

        Raises: NotAllowed, DraftNotFound, DraftOfOther, DraftGone, QuestionNotFound, Merged.
        """
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            question_id = await question_of(session, draft_id)
            group = await hold_all(session, person, question_id)
            row = await here(session, person, await replies.hold_draft(session, draft_id))
            if row.written_by != person.id:
                raise DraftOfOther
            if row.state == "dropped":
                raise DraftGone(state=row.state)
            if row.state != "sent":
                await send_draft(session, person, group, row, seen=seen, at=self._clock.now())
            draft = await view(session, person, row)
        return await self._measures.of(draft)

    async def drop(self, person: Person, draft_id: int) -> None:
        """Throw it away. Raises: NotAllowed, DraftNotFound, DraftOfOther, DraftGone."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            question = await held(session, person, await question_of(session, draft_id))
            row = await own_draft(session, person, draft_id)
            was_in_review, now = row.state == "review", self._clock.now()
            row.state = "dropped"
            if was_in_review:
                await step(session, question, Step.REVIEWED, now, by=person, draft=row.id)
                await show_card(session, question, row, now)

    async def type(self, person: Person, question_id: int, text: str, origin: str) -> Draft | None:
        """An answer that was typed under a card: sent at once, and None.

        When a colleague answered since, it is kept and given back, for its writer to decide.
        Raises: QuestionNotFound, NotAllowed, Merged, EmptyAnswer, AnswerTooLong.
        """
        person.need(Action.HANDLE_QUESTION)
        said = written(text, LONGEST, EmptyAnswer)
        async with self._store.writing() as session:
            group = await hold_all(session, person, question_id)
            question = group[0]
            if await is_done(session, question, origin):
                return None
            answers = await rows.find_answers(session, [question.id])
            by_other = bool(answers) and answers[-1].written_by != person.id
            if question.state != State.ANSWERED or not by_other:
                letter = Letter(Writer(person.id, person.name), said, origin)
                await send(session, person, group, letter, self._clock.now())
                return None
            own = [one for one in answers if one.written_by == person.id]
            known = answers.index(own[-1]) + 1 if own else 0
            words = Said(said, origin, known)
            row = await keep(session, person, question, words, self._clock.now())
            draft = await view(session, person, row)
        return None if draft.state in ("sent", "dropped") else await self._measures.of(draft)

    async def passages(self, person: Person, question_id: int) -> tuple[Passage, ...]:
        """The parts of articles that say most about a question.

        Raises: QuestionNotFound, NotAllowed.
        """
        person.need(Action.HANDLE_QUESTION)
        async with self._store.reading() as session:
            question = await found(session, person, question_id)
            text, language = question.text, question.language
        return await asyncio.to_thread(self._search.passages, text, language, PASSAGES)
