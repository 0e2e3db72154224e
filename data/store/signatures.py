"""Messages that hold the name of who wrote them, for when that name has to go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import or_, select

from data.store.articles import ArticleVersionRow
from data.store.base import Session
from data.store.deliveries import DeliveryRow
from data.store.questions import AnswerRow
from data.store.replies import AnswerDraftRow
from data.store.traces import find_about

FOLLOWED: Final = "question-followed"
"""An answer for somebody who has the same question."""
CARDS: Final = ("staff-draft", "staff-article")
"""What staff see of a text that a colleague wrote and that waits for them."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A message with the name of who answered, and the whole answer."""

    row: DeliveryRow
    question_id: int
    answer: str


async def unsign(session: Session, person_id: int) -> tuple[Signed, ...]:
    """Take the name of somebody who answered for others out of the messages that hold it.

    Returns the messages with their name that stand on a platform.
    """
    answered = await session.scalars(
        select(AnswerRow.question_id).where(AnswerRow.written_by == person_id).distinct()
    )
    standing: list[Signed] = []
    for question_id in tuple(answered):
        rows = await find_about(session, [f"question:{question_id}:answer"])
        copies = await find_about(session, [f"question:{question_id}:followed"])
        for first, answer in await _signed(session, question_id, rows):
            if answer.written_by != person_id:
                continue
            origin = first.source.removeprefix(f"question:{question_id}:answer")
            told = _of(copies, (origin, f":again:{answer.id}"), f"question:{question_id}:followed")
            for row in (*_of(rows, (origin,), f"question:{question_id}:answer"), *told):
                row.facts = _nameless(row.facts)
            heads = [first, *(one for one in told if one.facts.get("is_first", True))]
            standing += [
                Signed(row, question_id, answer.text)
                for row in heads
                if row.edits is None and (row.message is not None or row.state == "sending")
            ]
    await session.flush()
    return tuple(standing)


async def find_cards(
    session: Session, person_id: int
) -> tuple[tuple[DeliveryRow, Mapping[str, int]], ...]:
    """The cards that show staff what this person wrote, each with the facts to draw it anew."""
    drafts = await session.execute(
        select(AnswerDraftRow.id, AnswerDraftRow.question_id).where(
            AnswerDraftRow.written_by == person_id
        )
    )
    facts = {
        f"question:{question}:draft:{id_}": {"question": question, "draft": id_}
        for id_, question in drafts
    }
    versions = await session.scalars(
        select(ArticleVersionRow.id).where(ArticleVersionRow.by == person_id)
    )
    facts |= {f"article-draft:{id_}": {"draft": id_} for id_ in versions}
    rows = await session.scalars(
        select(DeliveryRow)
        .where(
            DeliveryRow.kind.in_(CARDS),
            DeliveryRow.edits.is_(None),
            or_(DeliveryRow.message.is_not(None), DeliveryRow.state == "sending"),
        )
        .order_by(DeliveryRow.id)
    )
    named = ((row, facts.get(row.source) or facts.get(_without_end(row.source))) for row in rows)
    return tuple((row, found) for row, found in named if found is not None)


async def _signed(
    session: Session, question_id: int, rows: Iterable[DeliveryRow]
) -> tuple[tuple[DeliveryRow, AnswerRow], ...]:
    """The first message of each answer of a person, with the answer; the newest answer last.

    Messages go after 30 days and answers do not, so they are paired from the end.
    """
    rows = tuple(rows)
    sources = {row.source for row in rows}
    firsts = [row for row in rows if _without_end(row.source) not in sources]
    answers = await session.scalars(
        select(AnswerRow)
        .where(AnswerRow.question_id == question_id, AnswerRow.article.is_(None))
        .order_by(AnswerRow.id)
    )
    return tuple(zip(reversed(firsts), reversed(tuple(answers)), strict=False))[::-1]


def _of(
    rows: Iterable[DeliveryRow], origins: tuple[str, ...], before: str
) -> tuple[DeliveryRow, ...]:
    """The messages of one answer: each of its parts, and what changed them."""
    wanted = tuple(f"{before}{origin}" for origin in origins)
    return tuple(
        row
        for row in rows
        if row.source in wanted or row.source.startswith(tuple(f"{one}:" for one in wanted))
    )


def _nameless(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a message without who wrote it, also of what goes out in its place."""
    shown: dict[str, Any] = {**facts, "by": ""} if "by" in facts else dict(facts)
    instead: Mapping[str, Any] | None = shown.get("if_closed")
    if instead is not None:
        shown["if_closed"] = {**instead, "facts": _nameless(instead["facts"])}
    return shown


def _without_end(source: str) -> str:
    return source.rpartition(":")[0]
