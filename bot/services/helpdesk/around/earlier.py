"""What others asked before, in public, with the answers they got."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.communities import Place, read_settings
from bot.people import Person
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk.around.beside import Earlier
from bot.services.helpdesk.open_questions import found_for, is_open_to_all
from bot.services.helpdesk.states import WITH_STAFF, Reason, State
from data.store import Session, Store, followers
from data.store import questions as rows

LOOKED_AT: Final = 500
SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What became of it. `article` is the one that was the answer, else empty."""

    id: int
    text: str
    answers: tuple[str, ...]
    article: str
    language: str
    is_open: bool
    followers: int


class EarlierQuestions:
    """Reads what others asked."""

    def __init__(self, store: Store, search: HelpDeskSearch) -> None:
        self._store = store
        self._search = search

    async def read(self, person: Person, question_id: int) -> EarlierAnswer:
        """A public question with its answers. Raises: QuestionNotFound, NotHere."""
        async with self._store.reading() as session:
            question = await found_for(session, person, question_id)
            answers = await rows.find_answers(session, [question.id])
            count = await followers.count(session, [question.id])
            solved = question.solved_by == "article" and question.suggested
            return EarlierAnswer(
                id=question.id,
                text=question.text,
                answers=tuple(answer.text for answer in answers),
                article=question.suggested[0] if solved else "",
                language=question.language,
                is_open=question.state in WITH_STAFF,
                followers=count.get(question.id, 0),
            )

    async def like(self, text: str, candidates: Sequence[Earlier]) -> tuple[Earlier, ...]:
        """Those of the candidates that ask the same, most alike first."""
        if not candidates:
            return ()
        others = [(str(one.id), one.text) for one in candidates]
        found = await asyncio.to_thread(self._search.similar, text, others)
        by_id = {str(one.id): one for one in candidates}
        return tuple(by_id[alike.id] for alike in found[:SHOWN])


async def candidates(session: Session, question: rows.QuestionRow) -> tuple[Earlier, ...]:
    """What may be shown beside this question: answered, or still open so that one can follow.

    Only what stands in the help channel or where this question was asked: another place may not be
    for everybody. Questions of the same asker are left out.
    """
    settings = await read_settings(session, question.community_id)
    places = {
        settings.places.get(Place.HELPDESK), question.reply_place, question.asked_place
    } - {None}  # fmt: skip
    found = [
        row
        for row in await rows.find_public(session, question.community_id, LOOKED_AT)
        if row.id != question.id
        and row.asked_by != question.asked_by
        and row.reply_place in places
        and is_open_to_all(row)
        and (_is_answered(row) or row.state in WITH_STAFF)
    ]
    count = await followers.count(session, [row.id for row in found])
    return tuple(
        Earlier(row.id, row.text, _is_answered(row), count.get(row.id, 0)) for row in found
    )


def _is_answered(row: rows.QuestionRow) -> bool:
    return row.state == State.ANSWERED or (
        row.state == State.CLOSED and row.reason == Reason.SOLVED
    )
