"""Articles that staff quote in an answer: who got that answer got the article too."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.content import Article
from bot.library import Library
from bot.search.words import words
from bot.services.knowledge.telling import TOLD_FOR
from data.store import Store, jobs, readings

RUN: Final = 8
"""So many words in a row of an article, or its whole title, are a quotation."""
SHORTEST_TITLE: Final = 5
"""Words: a shorter title may be said by chance."""
LOOK_AGAIN: Final = timedelta(minutes=1)
OVERLAP: Final = timedelta(minutes=5)
"""An answer may be committed this long after it was written."""
JOB: Final = "quotes"


class Quotes:
    """Notes which articles stand in the answers of people."""

    def __init__(self, store: Store, clock: Clock, library: Library) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._looked_at: datetime | None = None

    async def keep_up(self) -> None:
        """As `note`, at most once a minute; for every tick."""
        now = self._clock.now()
        if self._looked_at is None or abs(now - self._looked_at) >= LOOK_AGAIN:
            await self.note()

    async def note(self) -> int:
        """Note what was quoted in answers that are new; how many answers were looked at.

        Call it before readers get another text: it compares with what they see now.
        """
        now = self._looked_at = self._clock.now()
        await self._library.refresh()
        async with self._store.reading() as session:
            row = await jobs.find(session, JOB)
            since = row.done_at if row is not None and row.done_at is not None else now - TOLD_FOR
            answers = await readings.find_answers(session, since - OVERLAP)
        if not answers:
            return 0
        found = await asyncio.to_thread(self._compare, answers)
        async with self._store.writing() as session:
            job = await jobs.hold(session, JOB, now)
            for answer, slugs in zip(answers, found, strict=True):
                for slug in slugs:
                    await readings.put(session, answer.question_id, slug, answer.written_at)
            if job is not None:
                job.done_at = now
        return len(answers)

    def _compare(self, answers: Sequence[readings.Written]) -> list[tuple[str, ...]]:
        shelves = {
            one: tuple(map(Quotable.of, self._library.all(one)))
            for one in {answer.community_id for answer in answers}
        }
        return [quoted(answer.text, shelves[answer.community_id]) for answer in answers]


@dataclass(frozen=True, slots=True)
class Quotable:
    """The words of an article between spaces; a title that may be said by chance is empty."""

    id: str
    title: str
    body: str

    @classmethod
    def of(cls, article: Article) -> "Quotable":
        """What can be quoted of an article."""
        title = words(article.title)
        return cls(
            article.id,
            _joined(title) if len(title) >= SHORTEST_TITLE else "",
            _joined(words(f"{article.body}\n{article.step}")),
        )


def quoted(text: str, shelf: Iterable[Quotable]) -> tuple[str, ...]:
    """The ids of the articles of which a text has the title or eight words in a row."""
    said = words(text)
    whole, runs = _joined(said), [_joined(said[at : at + RUN]) for at in range(len(said) - RUN + 1)]
    found = (
        one.id
        for one in shelf
        if (one.title and one.title in whole) or any(run in one.body for run in runs)
    )
    return tuple(dict.fromkeys(found))


def _joined(said: Sequence[str]) -> str:
    """Words between spaces, so that whole words are compared."""
    return f" {' '.join(said)} "
