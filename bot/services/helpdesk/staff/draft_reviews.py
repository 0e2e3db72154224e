"""A second pair of eyes: a colleague looks at an answer before it goes out."""

from bot.clock import Clock
from bot.people import Person
from bot.rights import Action
from bot.services.helpdesk.cards import held
from bot.services.helpdesk.staff.answering import goes_along, hold_all
from bot.services.helpdesk.staff.draft_steps import Measures, send_draft, show_card
from bot.services.helpdesk.staff.draft_views import Draft, for_review, own_draft, question_of, view
from bot.services.helpdesk.states import Step
from bot.services.helpdesk.steps import step, written
from data.store import Store


class DraftReviews:
    """What two of staff do with a draft."""

    def __init__(self, store: Store, clock: Clock, measures: Measures) -> None:
        self._store = store
        self._clock = clock
        self._measures = measures

    async def ask(self, person: Person, draft_id: int) -> Draft:
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
                await show_card(session, question, row, now)
            draft = await view(session, person, row)
        return await self._measures.of(draft)

    async def approve(self, person: Person, draft_id: int, version: int, seen: int) -> Draft:
        """A second person says it is right: it goes out, once, under the name of its writer.

        Kept back when an answer came in that this person has not `seen`.
        Raises: NotAllowed, DraftNotFound, OwnDraft, DraftGone, QuestionNotFound, Merged.
        """
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            question_id = await question_of(session, draft_id)
            group = await hold_all(session, person, question_id)
            row = await for_review(session, person, draft_id, version)
            if await send_draft(session, person, group, row, seen=seen, at=now):
                row.reviewed_by = person.id
                question = group[0]
                await step(session, question, Step.REVIEWED, now, by=person, draft=row.id)
                await show_card(session, question, row, now)
            draft = await view(session, person, row)
        return await self._measures.of(draft)

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
            await show_card(session, question, row, now)
            return await view(session, person, row)
