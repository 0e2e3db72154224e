"""What a question is about: a guess with its score, until a person says it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.clock import Clock
from bot.content import Content
from bot.errors import BadInput, NotAllowed
from bot.people import Person
from bot.rights import Action
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk.cards import found, held
from bot.services.helpdesk.states import Reason, State, Step
from bot.services.helpdesk.steps import step
from bot.services.helpdesk.views import QuestionNotFound
from data.store import Store
from data.store import question_events as events
from data.store import questions as rows

GUESSES: Final = 3


class UnknownTheme(BadInput):
    """No such theme."""

    key = "helpdesk-theme-unknown"
    code = "H24"


@dataclass(frozen=True, slots=True)
class ThemeGuess:
    """What a question may be about. `guesses` are themes with a chance from 0 to 1, best first.

    `themes` is what holds now; `is_judged`: a person said so, perhaps that they do not know.
    """

    question_id: int
    themes: tuple[str, ...]
    is_judged: bool
    guesses: tuple[tuple[str, float], ...]


class Theming:
    """The theme of a question, for its asker and for staff."""

    def __init__(
        self, store: Store, clock: Clock, content: Content, search: HelpDeskSearch
    ) -> None:
        self._store = store
        self._clock = clock
        self._search = search
        self._known = {theme.id: theme.parent for theme in content.themes}

    async def guess(self, person: Person, question_id: int) -> ThemeGuess:
        """What the question may be about. Raises: QuestionNotFound, NotAllowed."""
        async with self._store.reading() as session:
            question = await found(session, person, question_id)
            _need(person, question)
            text, themes, judged = question.text, tuple(question.themes), question.themes_judged
        looked = await asyncio.to_thread(self._search.look, text)
        guesses = tuple((theme.id, theme.score) for theme in looked.themes[:GUESSES])
        return ThemeGuess(question_id, themes, judged, guesses)

    def of_group(self, group: str) -> tuple[str, ...]:
        """The themes under one heading. Raises: UnknownTheme."""
        found = tuple(theme for theme, parent in self._known.items() if parent == group)
        if not found:
            raise UnknownTheme
        return found

    async def judge(self, person: Person, question_id: int, themes: Sequence[str]) -> bool:
        """Say what a question is about; nothing for "I do not know". False when it was so already.

        Raises: QuestionNotFound, NotAllowed, UnknownTheme.
        """
        chosen = list(dict.fromkeys(themes))
        if set(chosen) - self._known.keys():
            raise UnknownTheme
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            _need(person, question)
            if question.themes_judged and question.themes == chosen:
                return False
            was, question.themes, question.themes_judged = question.themes, chosen, True
            now = self._clock.now()
            if await rows.find_newest_card(session, question.id):
                await step(session, question, Step.THEMED, now, by=person, was=was, themes=chosen)
            else:
                question.touched_at = now
                events.add(
                    session, question.id, Step.THEMED, at=now, by=person.id, was=was, themes=chosen
                )
            return True


def _need(person: Person, question: rows.QuestionRow) -> None:
    """The asker and staff say what a question is about. Raises: QuestionNotFound, NotAllowed."""
    if question.asked_by != person.id and not person.may(Action.HANDLE_QUESTION):
        raise NotAllowed(action=Action.HANDLE_QUESTION.value)
    is_gone = question.reason == Reason.WITHDRAWN and question.state == State.CLOSED
    if is_gone or question.referral is not None:
        raise QuestionNotFound
