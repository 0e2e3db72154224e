"""Replies that staff use again, with places to fill in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.clock import Clock
from bot.people import Person
from bot.rights import Action
from bot.services.helpdesk.cards import LONGEST, found, name_of
from bot.services.helpdesk.refusals import (
    NameTaken,
    ReplyNotFound,
    TooManyReplies,
    UnknownPlaceholder,
)
from bot.services.helpdesk.staff.answering import SOMEBODY
from bot.services.helpdesk.steps import written
from bot.untrusted import clean
from data.store import Session, Store, audits, followers, question_groups, replies
from data.store import questions as rows

MOST: Final = 25
"""Source: Discord, the choices of one menu."""
LONGEST_NAME: Final = 60
PLACEHOLDERS: Final = ("naam", "thema", "vraag", "medewerker")
SUBJECT: Final = {"nl": "dit onderwerp", "en": "this subject"}
"""Stands for the theme of a question that has none yet."""
QUOTED: Final = 200
"""Characters of a question inside a reply."""
_PLACE: Final = re.compile(r"\{\s*([^{}]*?)\s*\}")


@dataclass(frozen=True, slots=True)
class CannedReply:
    """A reply under its name."""

    id: int
    name: str
    text: str


class CannedReplies:
    """The replies of a community; `theme` gives the name of a theme in a language."""

    def __init__(self, store: Store, clock: Clock, theme: Callable[[str, str], str]) -> None:
        self._store = store
        self._clock = clock
        self._theme = theme

    async def all(self, person: Person) -> tuple[CannedReply, ...]:
        """Every reply, by name. Raises: NotAllowed."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.reading() as session:
            rows_ = await replies.find_canned(session, person.community_id)
            return tuple(CannedReply(row.id, row.name, row.text) for row in rows_)

    async def look(self, person: Person, reply_id: int) -> CannedReply:
        """One reply as it was written. Raises: NotAllowed, ReplyNotFound."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.reading() as session:
            row = await session.get(replies.CannedReplyRow, min(reply_id, rows.LARGEST))
            if row is None or row.community_id != person.community_id:
                raise ReplyNotFound
            return CannedReply(row.id, row.name, row.text)

    async def make(self, person: Person, name: str, text: str) -> CannedReply:
        """Keep a new reply.

        Raises: NotAllowed, EmptyText, AnswerTooLong, UnknownPlaceholder, NameTaken, TooManyReplies.
        """
        person.need(Action.HANDLE_QUESTION)
        name, text = written(name, LONGEST_NAME), _known(written(text))
        async with self._store.writing() as session:
            known = await replies.find_canned(session, person.community_id)
            if any(row.name.casefold() == name.casefold() for row in known):
                raise NameTaken(name=name)
            if len(known) >= MOST:
                raise TooManyReplies(most=MOST)
            if not await replies.add_canned(
                session,
                community_id=person.community_id,
                name=name,
                text=text,
                changed_by=person.id,
                changed_at=self._clock.now(),
            ):
                raise NameTaken(name=name)
            made = await replies.find_canned(session, person.community_id)
            row = next(row for row in made if row.name == name)
            self._audit(session, person, "reply-made", row.id)
            return CannedReply(row.id, row.name, row.text)

    async def change(self, person: Person, reply_id: int, name: str, text: str) -> CannedReply:
        """Other words for a reply, or another name.

        Raises: NotAllowed, ReplyNotFound, EmptyText, AnswerTooLong, UnknownPlaceholder, NameTaken.
        """
        person.need(Action.HANDLE_QUESTION)
        name, text = written(name, LONGEST_NAME), _known(written(text))
        async with self._store.writing() as session:
            row = await self._held(session, person, reply_id)
            known = await replies.find_canned(session, person.community_id)
            if any(one.name.casefold() == name.casefold() and one.id != row.id for one in known):
                raise NameTaken(name=name)
            row.name, row.text = name, text
            row.changed_by, row.changed_at = person.id, self._clock.now()
            self._audit(session, person, "reply-changed", row.id)
            return CannedReply(row.id, name, text)

    async def delete(self, person: Person, reply_id: int) -> CannedReply:
        """Throw a reply away; what it was. Raises: NotAllowed, ReplyNotFound."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            row = await self._held(session, person, reply_id)
            gone = CannedReply(row.id, row.name, row.text)
            await session.delete(row)
            self._audit(session, person, "reply-deleted", gone.id)
            return gone

    async def fill(self, person: Person, reply_id: int, question_id: int) -> str:
        """A reply with its places filled in for one question.

        Nobody is named who asked without a name, or whose answer others will read too.
        Raises: NotAllowed, ReplyNotFound, QuestionNotFound.
        """
        reply = await self.look(person, reply_id)
        async with self._store.reading() as session:
            question = await found(session, person, question_id)
            values = await self._values(session, person, question)
        text = _PLACE.sub(lambda place: values.get(place[1].casefold(), place[0]), reply.text)
        return text[:LONGEST]

    async def _values(
        self, session: Session, person: Person, question: rows.QuestionRow
    ) -> dict[str, str]:
        language = "en" if question.language == "en" else "nl"
        others = await question_groups.find_merged(session, question.id)
        follow = await followers.count(session, [question.id])
        is_for_one = not question.anonymous and not others and not follow
        name = await name_of(session, question.asked_by) if is_for_one else ""
        theme = self._theme(question.themes[0], language) if question.themes else ""
        return {
            "naam": clean(name, max_length=60, one_line=True) or SOMEBODY[language],
            "thema": theme or SUBJECT[language],
            "vraag": clean(question.text, max_length=QUOTED, one_line=True),
            "medewerker": clean(person.name, max_length=60, one_line=True),
        }

    async def _held(
        self, session: Session, person: Person, reply_id: int
    ) -> replies.CannedReplyRow:
        row = await replies.hold_canned(session, reply_id)
        if row is None or row.community_id != person.community_id:
            raise ReplyNotFound
        return row

    def _audit(self, session: Session, person: Person, action: str, reply_id: int) -> None:
        audits.add(
            session,
            action,
            f"reply:{reply_id}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )


def _known(text: str) -> str:
    """The text, when every place in it can be filled in. Raises: UnknownPlaceholder."""
    for place in _PLACE.finditer(text):
        if place[1].casefold() not in PLACEHOLDERS:
            known = tuple(f"{{{name}}}" for name in PLACEHOLDERS)
            raise UnknownPlaceholder(said=place[0][:40], known=known)
    return text
