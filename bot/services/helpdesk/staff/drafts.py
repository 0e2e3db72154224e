"""An answer before it goes out: seen as the asker will see it, and by a colleague when wanted."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.people import Person
from bot.plain_language import Jargon, findings
from bot.posts import Post, to_place
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
    was_sent,
)
from bot.services.helpdesk.staff.draft_views import (
    Begun,
    Draft,
    for_review,
    here,
    own_draft,
    question_of,
    version_of,
    view,
    writing,
)
from bot.services.helpdesk.states import State, Step
from bot.services.helpdesk.steps import step, written
from bot.services.helpdesk.views import EmptyAnswer
from data.store import Session, Store, deliveries, replies
from data.store import question_events as events
from data.store import questions as rows

BUSY: Final = timedelta(minutes=15)
"""So long somebody who opened the form counts as writing."""
RULES: Final = (
    "sentence-longest",
    "sentence-mean",
    "long-words",
    "jargon",
    "abbreviation",
    "passive",
)
"""The measures that help somebody who writes an answer."""
PASSAGES: Final = 3


class AnswerDrafts:
    """Answers that are being written."""

    def __init__(self, store: Store, clock: Clock, search: HelpDeskSearch) -> None:
        self._store = store
        self._clock = clock
        self._search = search

    @cached_property
    def _jargon(self) -> Jargon:
        return Jargon.load()

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
            row = await self._keep(session, person, question, said, origin=origin, seen=known)
            draft = await view(session, person, row)
        return await self._measured(draft)

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
                await self._card(session, question, row)
            draft = await view(session, person, row)
        return await self._measured(draft)

    async def look(self, person: Person, draft_id: int) -> Draft:
        """A draft as it is now. Raises: NotAllowed, DraftNotFound."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.reading() as session:
            row = await here(session, person, await replies.find_draft(session, draft_id))
            draft = await view(session, person, row)
        return await self._measured(draft)

    async def show(self, draft_id: int) -> Draft:
        """A draft for the staff channel. Raises: DraftNotFound."""
        async with self._store.reading() as session:
            row = await replies.find_draft(session, draft_id)
            if row is None:
                raise DraftNotFound
            draft = await view(session, None, row)
        return await self._measured(draft)

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
                await self._send(session, person, group, row, seen)
            draft = await view(session, person, row)
        return await self._measured(draft)

    async def ask_review(self, person: Person, draft_id: int) -> Draft:
        """Let a colleague look at it first.

        Raises: NotAllowed, DraftNotFound, DraftOfOther, DraftGone, QuestionNotFound, Merged.
        """
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            question = await held(session, person, await question_of(session, draft_id))
            goes_along(question)
            row = await own_draft(session, person, draft_id)
            if row.state != "review":
                row.state, row.reviewed_by = "review", None
                await step(session, question, Step.REVIEW_ASKED, now, by=person, draft=row.id)
                await self._card(session, question, row)
            draft = await view(session, person, row)
        return await self._measured(draft)

    async def approve(self, person: Person, draft_id: int, version: int, seen: int) -> Draft:
        """A second person says it is right: it goes out, once, under the name of its writer.

        Kept back when an answer came in that this person has not `seen`.
        Raises: NotAllowed, DraftNotFound, OwnDraft, DraftGone, QuestionNotFound, Merged.
        """
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            question_id = await question_of(session, draft_id)
            group = await hold_all(session, person, question_id)
            row = await for_review(session, person, draft_id, version)
            if await self._send(session, person, group, row, seen):
                row.reviewed_by = person.id
                now, question = self._clock.now(), group[0]
                await step(session, question, Step.REVIEWED, now, by=person, draft=row.id)
                await self._card(session, question, row)
            draft = await view(session, person, row)
        return await self._measured(draft)

    async def give_back(self, person: Person, draft_id: int, version: int, remark: str) -> Draft:
        """A second person wants it otherwise: it goes back to its writer.

        Raises: NotAllowed, DraftNotFound, OwnDraft, DraftGone, EmptyText, AnswerTooLong.
        """
        person.need(Action.HANDLE_QUESTION)
        said, now = written(remark), self._clock.now()
        async with self._store.writing() as session:
            question = await held(session, person, await question_of(session, draft_id))
            row = await for_review(session, person, draft_id, version)
            row.state, row.reviewed_by = "kept", person.id
            await step(session, question, Step.REVIEWED, now, by=person, text=said, draft=row.id)
            await self._card(session, question, row)
            return await view(session, person, row)

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
                await self._card(session, question, row)

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
            if await self._is_done(session, question, origin):
                return None
            answers = await rows.find_answers(session, [question.id])
            by_other = bool(answers) and answers[-1].written_by != person.id
            if question.state != State.ANSWERED or not by_other:
                letter = Letter(Writer(person.id, person.name), said, origin)
                await send(session, person, group, letter, self._clock.now())
                return None
            own = [one for one in answers if one.written_by == person.id]
            known = answers.index(own[-1]) + 1 if own else 0
            row = await self._keep(session, person, question, said, origin=origin, seen=known)
            draft = await view(session, person, row)
        return None if draft.state in ("sent", "dropped") else await self._measured(draft)

    async def passages(self, person: Person, question_id: int) -> tuple[Passage, ...]:
        """The parts of articles that say most about a question.

        Raises: QuestionNotFound, NotAllowed.
        """
        person.need(Action.HANDLE_QUESTION)
        async with self._store.reading() as session:
            question = await found(session, person, question_id)
            text, language = question.text, question.language
        return await asyncio.to_thread(self._search.passages, text, language, PASSAGES)

    @staticmethod
    async def _is_done(session: Session, question: rows.QuestionRow, origin: str) -> bool:
        """Whether this message was sent before, itself or as the draft that was kept of it."""
        kept = await replies.find_draft_of(session, origin)
        is_over = kept is not None and kept.state in ("sent", "dropped")
        return is_over or await was_sent(session, question.id, origin)

    async def _keep(
        self,
        session: Session,
        person: Person,
        question: rows.QuestionRow,
        text: str,
        *,
        origin: str,
        seen: int,
    ) -> replies.AnswerDraftRow:
        """The draft of this form or message; what its writer kept before makes place for it."""
        row = await replies.add_draft(
            session,
            question_id=question.id,
            written_by=person.id,
            reviewed_by=None,
            origin=origin,
            text=text,
            state="kept",
            seen=seen,
            at=self._clock.now(),
        )
        for older in await replies.find_kept_drafts(session, question.id, person.id):
            if older.id < row.id and row.state == "kept":
                older.state = "dropped"
        return row

    async def _send(
        self,
        session: Session,
        person: Person,
        group: tuple[rows.QuestionRow, tuple[rows.QuestionRow, ...]],
        row: replies.AnswerDraftRow,
        seen: int,
    ) -> bool:
        """Send a draft unless its reader does not know of every answer; whether it is done."""
        answers = await rows.find_answers(session, [row.question_id])
        if len(answers) > seen:
            return False
        writer = Writer(row.written_by, await name_of(session, row.written_by))
        letter = Letter(writer, row.text, f"draft:{row.id}")
        reached = await send(session, person, group, letter, self._clock.now())
        row.state = "sent" if reached else "dropped"
        return True

    async def _card(
        self, session: Session, question: rows.QuestionRow, row: replies.AnswerDraftRow
    ) -> None:
        """Show the draft to staff; what was shown before is changed in its place."""
        now, version = self._clock.now(), await version_of(session, row)
        settings = await read_settings(session, question.community_id)
        place = settings.places.get(Place.STAFF)
        first = f"question:{question.id}:draft:{row.id}"
        facts = {"question": question.id, "draft": row.id}
        if row.state == "review":
            card = await rows.find_newest_card(session, question.id)
            facts |= {"reply_to": await deliveries.find_message(session, card or "", place or "")}
            post = Post("staff-draft", f"{first}:{version}", facts, now)
        else:
            source = f"{first}:{version}:{row.state}"
            post = Post(
                "staff-draft", source, facts | {"edit_only": True}, now, f"{first}:{version}"
            )
        await to_place(session, question.community_id, settings, Place.STAFF, post)

    async def _measured(self, draft: Draft) -> Draft:
        """With what makes it hard to read; only Dutch is measured."""
        if draft.language != "nl" or draft.state in ("sent", "dropped"):
            return draft
        measured = await asyncio.to_thread(lambda: findings(draft.text, self._jargon))
        return replace(draft, findings=tuple(one for one in measured if one.rule in RULES))
