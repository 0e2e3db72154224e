"""What the search reads from the shipped content, and how it becomes something to search in.

The protocols name only what is used, so that a community's own articles can come from elsewhere.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from bot.search.articles import Entry
from bot.search.themes import Subject

_LINK: Final = re.compile(r"https?://[^\s)]+")


class ArticleText(Protocol):
    """An article in one language. Versions of one article share their `id`."""

    @property
    def id(self) -> str: ...  # noqa: D102 - named by what it is
    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def body(self) -> str: ...  # noqa: D102
    @property
    def themes(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def questions(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def keywords(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def step(self) -> str: ...  # noqa: D102
    @property
    def who(self) -> str: ...  # noqa: D102
    @property
    def source_name(self) -> str: ...  # noqa: D102
    @property
    def source_url(self) -> str: ...  # noqa: D102


class ThemeText(Protocol):
    """A theme with what people call it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def name_nl(self) -> str: ...  # noqa: D102
    @property
    def name_en(self) -> str: ...  # noqa: D102
    @property
    def description_nl(self) -> str: ...  # noqa: D102
    @property
    def synonyms_nl(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def synonyms_en(self) -> Sequence[str]: ...  # noqa: D102


class Known(Protocol):
    """All that ships: articles, themes and the parsed referrals file."""

    @property
    def articles(self) -> Iterable[ArticleText]: ...  # noqa: D102
    @property
    def themes(self) -> Iterable[ThemeText]: ...  # noqa: D102
    @property
    def referrals(self) -> Mapping[str, object]: ...  # noqa: D102


def entry(article: ArticleText, more: Sequence[str] = ()) -> Entry:
    """An article as the search knows it; `more` are words that a community added."""
    return Entry(
        id=article.id,
        language=article.language,
        title=article.title,
        text=" ".join((_LINK.sub(" ", article.body), article.step, article.who)),
        themes=tuple(article.themes),
        questions=tuple(article.questions),
        keywords=(*article.keywords, *more),
        source=article.source_url or article.source_name,
    )


def subject(theme: ThemeText) -> Subject:
    """A theme as the search knows it, in both languages at once."""
    return Subject(
        id=theme.id,
        names=(theme.name_nl, theme.name_en),
        description=theme.description_nl,
        synonyms=(*theme.synonyms_nl, *theme.synonyms_en),
    )
