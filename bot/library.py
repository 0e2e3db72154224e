"""The articles as each community reads them: what ships, its own over it, without what it withdrew.

The search knows the articles of all communities at once; `shows` says which of them a reader may
see. Every process looks at the newest ids before it answers, at most once a second.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Final, Protocol

from bot.clock import Clock
from bot.content import Article, Content
from bot.texts import HOME
from data.store import Store, article_checks, communities
from data.store import articles as rows

LOOK_AGAIN: Final = timedelta(seconds=1)
"""A change of another process is seen after this."""
Key = tuple[str, str]
"""Slug and language."""


class Index(Protocol):
    """The part of the search that is kept up to date. Every method is safe in any thread."""

    def publish(self, *articles: Article) -> None: ...  # noqa: D102
    def withdraw(self, article_id: str, /) -> None: ...  # noqa: D102
    def add_words(self, article_id: str, more: Iterable[str], /) -> None: ...  # noqa: D102


class Library:
    """All articles of all communities, in memory; `refresh` before you look."""

    def __init__(self, store: Store, clock: Clock, content: Content, index: Index) -> None:
        """Prepare.

        Args:
            store: where the rows are.
            clock: the time.
            content: what ships.
            index: the search, which has what ships already.
        """
        self._store = store
        self._clock = clock
        self._index = index
        self.shipped = {(article.id, article.language): article for article in content.articles}
        self._own: dict[int, dict[Key, Article]] = {}
        self._withdrawn: frozenset[rows.Key] = frozenset()
        self._checked: dict[rows.Key, date] = {}
        """On which day a community last said that what ships is still right."""
        self._communities: frozenset[int] = frozenset()
        self._indexed = dict(self.shipped)
        self._words: frozenset[tuple[str, str]] = frozenset()
        self._marks: tuple[tuple[int, ...], ...] | None = None
        self._looked_at: datetime | None = None
        self._one_at_a_time = asyncio.Lock()

    def look_again(self) -> None:
        """Something was changed here: the next `refresh` looks whenever it comes."""
        self._looked_at = None

    async def refresh(self) -> None:
        """Take in what changed since the last look, in the search too."""
        now = self._clock.now()
        if self._looked_at is not None and abs(now - self._looked_at) < LOOK_AGAIN:
            return
        async with self._one_at_a_time:
            self._looked_at = now
            async with self._store.reading() as session:
                marks = (*await rows.find_marks(session), await article_checks.find_marks(session))
                if marks == self._marks or (self._marks is None and not any(marks)):
                    self._marks = marks
                    return
                own = await rows.find_all(session)
                self._withdrawn = await rows.find_withdrawn(session)
                checks = await article_checks.find_all(session)
                words = frozenset(await rows.find_words(session))
                known = await communities.find_all(session)
            self._communities = frozenset(id_ for id_, _ in known)
            self._own = _by_community(own)
            self._checked = {
                key: at.astimezone(self._clock.zone).date() for key, at in checks.items()
            }
            await asyncio.to_thread(self._tell_index, words - self._words)
            self._words, self._marks = words, marks

    @property
    def only(self) -> int:
        """The one community that there is; 0 when there are none or more."""
        return next(iter(self._communities)) if len(self._communities) == 1 else 0

    def find(self, community_id: int, slug: str, language: str) -> Article | None:
        """The article as this community reads it, in this language, or in Dutch, or in any."""
        spoken = self.languages(community_id, slug)
        wanted = next((one for one in (language, HOME, *spoken) if one in spoken), None)
        return None if wanted is None else self.exact(community_id, slug, wanted)

    def exact(self, community_id: int, slug: str, language: str) -> Article | None:
        """The article in this language and no other."""
        if (community_id, slug, language) in self._withdrawn:
            return None
        own = self._own.get(community_id, {}).get((slug, language))
        return own or self._shipped(community_id, slug, language)

    def languages(self, community_id: int, slug: str) -> tuple[str, ...]:
        """The languages in which this community can read the article."""
        keys = {key for key in self._known(community_id) if key[0] == slug}
        return tuple(
            language for _, language in sorted(keys) if self.exact(community_id, slug, language)
        )

    def shows(self, community_id: int, slug: str) -> bool:
        """Whether somebody of this community may see the article at all."""
        return self.find(community_id, slug, HOME) is not None

    def is_own(self, community_id: int, slug: str, language: str) -> bool:
        """Whether the community wrote this itself, or changed what ships."""
        return (slug, language) in self._own.get(community_id, {})

    def all(self, community_id: int) -> tuple[Article, ...]:
        """Everything that this community can read, by slug and language."""
        found = (self.exact(community_id, *key) for key in sorted(self._known(community_id)))
        return tuple(article for article in found if article is not None)

    def own(self, community_id: int) -> tuple[Article, ...]:
        """What the community wrote itself or changed, by slug and language."""
        found = self._own.get(community_id, {})
        return tuple(found[key] for key in sorted(found))

    def sources(self) -> frozenset[str]:
        """The addresses of the sources of everything that anybody can read."""
        return frozenset(a.source_url for a in self._wanted().values() if a.source_url)

    def _shipped(self, community_id: int, slug: str, language: str) -> Article | None:
        """What ships, looked at on the day that this community or its writer last did so."""
        article = self.shipped.get((slug, language))
        checked = self._checked.get((community_id, slug, language))
        if article is None or checked is None or checked <= article.checked_on:
            return article
        return replace(article, checked_on=checked, review_on=next_review(checked))

    def _known(self, community_id: int) -> set[Key]:
        return {*self.shipped, *self._own.get(community_id, {})}

    def _tell_index(self, words: Iterable[tuple[str, str]]) -> None:
        """Let the search know what anybody may find, and nothing else."""
        wanted = self._wanted()
        gone = {slug for slug, language in self._indexed if (slug, language) not in wanted}
        for slug in sorted(gone):
            self._index.withdraw(slug)
        changed = (
            article
            for key, article in wanted.items()
            if key[0] in gone or self._indexed.get(key) != article
        )
        self._index.publish(*changed)
        for slug, more in groupby(sorted(words), itemgetter(0)):
            self._index.add_words(slug, [word for _, word in more])
        self._indexed = wanted

    def _wanted(self) -> dict[Key, Article]:
        """For each article the text to search in: an own one before what ships."""
        wanted = {key: article for key, article in self.shipped.items() if not self._is_gone(key)}
        for found in self._own.values():
            wanted |= found
        return wanted

    def _is_gone(self, key: Key) -> bool:
        """Whether every community withdrew this."""
        return bool(self._communities) and all(
            (community_id, *key) in self._withdrawn for community_id in self._communities
        )


def _by_community(found: Iterable[rows.ArticleRow]) -> dict[int, dict[Key, Article]]:
    own: dict[int, dict[Key, Article]] = {}
    for row in found:
        own.setdefault(row.community_id, {})[row.slug, row.language] = article_of(row)
    return own


def next_review(checked: date) -> date:
    """When an article that was looked at on this day is looked at again: a year later."""
    return checked + timedelta(days=365)


def article_of(row: rows.ArticleRow) -> Article:
    """A row as an article."""
    return Article(
        id=row.slug,
        title=row.title,
        language=row.language,
        themes=tuple(row.themes),
        questions=tuple(row.questions),
        keywords=tuple(row.keywords),
        step=row.step,
        who=row.who,
        source_name=row.source_name,
        source_url=row.source_url,
        unsure=tuple(row.unsure),
        checked_on=row.checked_on or row.changed_at.date(),
        review_on=row.review_on,
        body=row.body,
        country=row.country,
    )
