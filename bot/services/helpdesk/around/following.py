"""Who has the same question ("ik heb deze vraag ook") hears the answer too, each once.

Only questions that everybody may read are followed. Nobody sees who follows, only how many.
"""

from collections.abc import Iterator, Mapping
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
from bot.services.helpdesk.states import WITH_STAFF
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
            is_open, is_new = question.state in WITH_STAFF, False
            if is_open:
                language = person.language
                is_new = await followers.add(
                    session, question.id, person.id, language=language, since=now
                )
            count = await _count(session, question.id)
            if is_new:
                await reply_again(session, question, now)
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
            if is_open_to_all(question) and question.state in WITH_STAFF:
                await reply_again(session, question, now)
            return True


async def tell(
    session: Session,
    question: rows.QuestionRow,
    by: str,
    text: str,
    *,
    at: datetime,
    origin: str,
) -> None:
    """Tell an answer of a person to each follower, in their own language around it; once.

    `origin` is what makes it one answer. An answer in private is for the asker alone.
    """
    if is_open_to_all(question):
        for what, facts in _letters(question.id, by, text, origin):
            await _to_each(session, question, what, facts, at)


async def tell_article(
    session: Session, question: rows.QuestionRow, slug: str, at: datetime
) -> None:
    """Tell each follower which article is the answer; once for each article."""
    if is_open_to_all(question):
        facts = {"question": question.id, "article": slug, "community": question.community_id}
        await _to_each(session, question, f"article:{slug}", facts, at)


async def tell_merged(
    session: Session, question: rows.QuestionRow, into: rows.QuestionRow, at: datetime
) -> None:
    """Let who follows a question follow the one it belongs to, and tell them; once.

    What people answered there last they get at once.
    """
    last = [one for one in await rows.find_answers(session, [into.id]) if one.text][-1:]
    is_open = is_open_to_all(into)
    for follower in await followers.find_of(session, question.id):
        await followers.remove(session, question.id, follower.person_id)
        if follower.person_id == into.asked_by:
            continue
        facts = {"question": question.id, "other": into.id, "is_open": is_open}
        source = f"question:{question.id}:followed:merged:{into.id}"
        moved = Post("question-followed-moved", source, facts, at)
        await to_person(
            session, question.community_id, follower.person_id, follower.language, moved
        )
        is_new = is_open and await followers.add(
            session, into.id, follower.person_id, language=follower.language, since=at
        )
        for answer in last if is_new else ():
            await _retell(session, into, answer, follower, at)


async def _retell(
    session: Session,
    question: rows.QuestionRow,
    answer: rows.AnswerRow,
    follower: followers.FollowerRow,
    at: datetime,
) -> None:
    """An earlier answer for somebody who follows only now, without the name of the asker."""
    from bot.services.helpdesk.staff.answering import without_name  # it tells the followers itself

    name = await _name(session, question.asked_by)
    text = without_name(answer.text, "" if question.anonymous else name, question.language)
    by = await _name(session, answer.written_by)
    for what, facts in _letters(question.id, by, text, f"again:{answer.id}"):
        post = _post(question.id, what, facts, at)
        await to_person(session, question.community_id, follower.person_id, follower.language, post)


async def tell_closed(session: Session, question: rows.QuestionRow, at: datetime) -> None:
    """The question ended: with an article as the answer, or without any; after a person nothing.

    Nobody waits for what does not come.
    """
    if await rows.find_answers(session, [question.id]):
        return
    if question.solved_by == "article" and len(question.suggested) == 1:
        await tell_article(session, question, question.suggested[0], at)
    else:
        await tell_gone(session, question, at)


async def tell_gone(session: Session, question: rows.QuestionRow, at: datetime) -> None:
    """The question goes on no longer where everybody reads it: say so, and end the following."""
    source, facts = f"question:{question.id}:followed:gone", {"question": question.id}
    for follower in await followers.find_of(session, question.id):
        await followers.remove(session, question.id, follower.person_id)
        post = Post("question-followed-gone", f"{source}:{follower.since.isoformat()}", facts, at)
        await to_person(session, question.community_id, follower.person_id, follower.language, post)


def _letters(
    question_id: int, by: str, text: str, origin: str
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """An answer in parts that each fit, with what makes each part one message."""
    pieces = parts(text)
    for number, piece in enumerate(pieces, start=1):
        yield (
            f"{origin}:{number}" if number > 1 else origin,
            {
                "question": question_id,
                "text": piece,
                "by": by,
                "is_first": number == 1,
                "is_last": number == len(pieces),
            },
        )


async def _to_each(
    session: Session, question: rows.QuestionRow, what: str, facts: Mapping[str, Any], at: datetime
) -> None:
    post = _post(question.id, what, facts, at)
    for follower in await followers.find_of(session, question.id):
        if follower.person_id != question.asked_by:
            await to_person(
                session, question.community_id, follower.person_id, follower.language, post
            )


def _post(question_id: int, what: str, facts: Mapping[str, Any], at: datetime) -> Post:
    return Post("question-followed", f"question:{question_id}:followed:{what}", facts, at)


async def _name(session: Session, person_id: int | None) -> str:
    return "" if person_id is None else await people.name_of(session, person_id)


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
