"""Who has the same question ("ik heb deze vraag ook") hears the answer too, each once.

Only questions that everybody may read are followed. Nobody sees who follows, only how many.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.clock import Clock
from bot.errors import BadInput
from bot.people import Person
from bot.posts import Post, to_person
from bot.services.helpdesk.cards import held
from bot.services.helpdesk.open_questions import NotHere, found_for, is_open_to_all
from bot.services.helpdesk.posting import parts
from bot.services.helpdesk.refreshing import reply_again
from bot.services.helpdesk.states import ENDED
from bot.services.helpdesk.views import QuestionNotFound
from data.store import Session, Store, followers, people
from data.store import questions as rows

FARTHEST: Final = 5
"""How many times "belongs to another question" is followed."""


class OwnQuestionFollowed(BadInput):
    """Nobody needs to follow their own question."""

    key = "helpdesk-follow-own"
    code = "H21"


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of the press. `question_id` may be another: the one this one belongs to.

    `is_open`: the answer is still to come; without it there is one to read already, and nothing is
    followed. `is_new`: this person did not follow it yet.
    """

    question_id: int
    is_open: bool
    is_new: bool
    count: int


class Following:
    """Following the questions of others."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def place_of(self, person: Person, question_id: int) -> str | None:
        """Where a question stands, so that a door can see whether this person may read there.

        None for an own question in private. Raises: QuestionNotFound, NotHere.
        """
        async with self._store.reading() as session:
            return (await found_for(session, person, question_id)).reply_place

    async def follow(self, person: Person, question_id: int) -> Followed:
        """Have this question too. Raises: QuestionNotFound, NotHere, OwnQuestionFollowed."""
        now = self._clock.now()
        async with self._store.writing() as session:
            await people.hold(session, person.id)
            target = await _belongs_to(session, question_id)
            question = await held(session, person, target)
            if question.asked_by == person.id:
                raise OwnQuestionFollowed
            if not is_open_to_all(question):
                raise QuestionNotFound if question.reply_place is None else NotHere
            is_open, is_new = question.state not in ENDED, False
            if is_open:
                language = person.language
                is_new = await followers.add(
                    session, question.id, person.id, language=language, since=now
                )
            count = await _count(session, question.id)
            if is_new:
                await reply_again(session, question, f"followers:{now.isoformat()}", now)
            return Followed(question.id, is_open, is_new, count)

    async def text_of(self, question_id: int) -> str:
        """What a question asks, for those who follow it; empty when it is not for everybody."""
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
            return question.text if question and is_open_to_all(question) else ""

    async def stop(self, person: Person, question_id: int) -> bool:
        """Follow no longer, whatever became of the question; False when they did not follow."""
        now = self._clock.now()
        async with self._store.writing() as session:
            question = await rows.hold(session, question_id)
            if question is None or not await followers.remove(session, question.id, person.id):
                return False
            if is_open_to_all(question) and question.state not in ENDED:
                await reply_again(session, question, f"followers:{now.isoformat()}", now)
            return True


async def tell(
    session: Session, question: rows.QuestionRow, by: str, text: str, at: datetime, origin: str
) -> None:
    """Tell an answer of a person to each follower, in their own language around it; once.

    `origin` is what makes it one answer. An answer in private is for the asker alone.
    """
    if not is_open_to_all(question):
        return
    pieces = parts(text)
    for number, piece in enumerate(pieces, start=1):
        facts = {
            "question": question.id,
            "text": piece,
            "by": by,
            "is_first": number == 1,
            "is_last": number == len(pieces),
        }
        what = f"{origin}:{number}" if number > 1 else origin
        await _to_each(session, question, what, facts, at)


async def tell_article(
    session: Session, question: rows.QuestionRow, slug: str, at: datetime
) -> None:
    """Tell each follower which article is the answer; once for each article."""
    if is_open_to_all(question):
        facts = {"question": question.id, "article": slug}
        await _to_each(session, question, f"article:{slug}", facts, at)


async def tell_merged(
    session: Session, question: rows.QuestionRow, into: rows.QuestionRow, at: datetime
) -> None:
    """Let who follows a question follow the one it belongs to, and tell them; once.

    What was answered there already they get at once.
    """
    answers = await rows.find_answers(session, [into.id])
    is_open = is_open_to_all(into)
    for follower in await followers.find_of(session, question.id):
        await followers.remove(session, question.id, follower.person_id)
        facts: dict[str, Any] = {"question": question.id, "other": into.id, "is_open": is_open}
        if is_open and into.asked_by != follower.person_id:
            await followers.add(
                session, into.id, follower.person_id, language=follower.language, since=at
            )
        source = f"question:{question.id}:followed:merged:{into.id}"
        post = Post("question-followed-moved", source, facts, at)
        await to_person(session, question.community_id, follower.person_id, follower.language, post)
    if is_open:
        for answer in answers:
            by = await people.name_of(session, answer.written_by) if answer.written_by else ""
            await tell(session, into, by, answer.text, at, f"again:{answer.id}")


async def tell_gone(session: Session, question: rows.QuestionRow, at: datetime) -> None:
    """The question was taken back or goes on in private: say so, and end the following."""
    for follower in await followers.find_of(session, question.id):
        await followers.remove(session, question.id, follower.person_id)
        post = Post(
            "question-followed-gone",
            f"question:{question.id}:followed:gone",
            {"question": question.id},
            at,
        )
        await to_person(session, question.community_id, follower.person_id, follower.language, post)


async def _to_each(
    session: Session, question: rows.QuestionRow, what: str, facts: Mapping[str, Any], at: datetime
) -> None:
    source = f"question:{question.id}:followed:{what}"
    for follower in await followers.find_of(session, question.id):
        if follower.person_id != question.asked_by:
            post = Post("question-followed", source, facts, at)
            await to_person(
                session, question.community_id, follower.person_id, follower.language, post
            )


async def _belongs_to(session: Session, question_id: int) -> int:
    """The number of the question that this one was merged into, or its own."""
    for _ in range(FARTHEST):
        question = await rows.find(session, question_id)
        if question is None or question.merged_into is None:
            break
        question_id = question.merged_into
    return question_id


async def _count(session: Session, question_id: int) -> int:
    return (await followers.count(session, [question_id])).get(question_id, 0)
