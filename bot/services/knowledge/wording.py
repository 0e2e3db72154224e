"""What an article must have, and how it is kept in a version."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

from bot.content import Article
from bot.library import next_review
from bot.plain_language import Jargon, findings
from bot.services.knowledge.views import (
    ArticleEmpty,
    Details,
    HasPersonalNumber,
    NoSource,
    NoTheme,
    SourceNotSafe,
    TooLongText,
    Wording,
)
from bot.untrusted import PersonalKind, personal_numbers, plain

LONGEST: Final = {
    "title": 100, "body": 3000, "step": 300, "source_name": 150, "source_url": 300,
}  # fmt: skip
"""Characters per field of the first form, in its order."""
LONGEST_DETAILS: Final = {
    "who": 300, "country": 40, "questions": 800, "keywords": 400, "why": 200,
}  # fmt: skip
LISTS: Final = ("themes", "questions", "keywords", "unsure")
DAYS: Final = ("checked_on", "review_on")
NOT_OF_A_MESSAGE: Final = frozenset({"words", "list-items", "questions"})
"""Measures of plain Dutch that are about one chat message."""


def worded(article: Article, wording: Wording) -> Article:
    """The article in these words. Raises: TooLongText."""
    said = {name: plain(getattr(wording, name)).strip() for name in LONGEST}
    for name, most in LONGEST.items():
        if len(said[name]) > most:
            raise TooLongText(field=name, most=most)
    for name in ("title", "source_name", "source_url"):
        said[name] = " ".join(said[name].split())
    return replace(article, **said)


def detailed(article: Article, details: Details) -> Article:
    """The article with these details."""
    return replace(
        article,
        who=" ".join(plain(details.who).split()),
        country=" ".join(plain(details.country).split()),
        questions=_lines(details.questions),
        keywords=_lines(details.keywords),
    )


def check(article: Article, *, of_question: bool) -> None:
    """See that readers may have it; `of_question`: it has words of a resident in it.

    An organisation may be named with its phone and mail, a resident may not.
    Raises: ArticleEmpty, NoSource, SourceNotSafe, NoTheme, HasPersonalNumber.
    """
    check_words(article)
    check_source(article)
    if not article.themes:
        raise NoTheme
    for text in (article.title, article.body, article.step, article.who, *article.questions):
        for find in personal_numbers(text):
            if of_question or find.kind is PersonalKind.BSN:
                raise HasPersonalNumber(what=find.kind.value)


def check_words(article: Article) -> None:
    """A title and a text. Raises: ArticleEmpty."""
    if not article.title or not article.body:
        raise ArticleEmpty


def check_source(article: Article) -> None:
    """No source, no claim. Raises: NoSource, SourceNotSafe."""
    if not article.source_name:
        raise NoSource
    if article.source_url and not is_safe_address(article.source_url):
        raise SourceNotSafe


def is_safe_address(url: str) -> bool:
    """Whether this is an https address of a named host, without a port, a name or odd signs."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    named = re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+", parts.netloc.lower())
    return parts.scheme == "https" and named is not None and not re.search(r"[\s<>()\"]", url)


def measures(article: Article) -> tuple[str, ...]:
    """The measures of plain Dutch that a Dutch article misses."""
    if article.language != "nl":
        return ()
    found = findings(f"{article.body}\n\n{article.step}", _jargon())
    return tuple(dict.fromkeys(f.rule for f in found if f.rule not in NOT_OF_A_MESSAGE))


@cache
def _jargon() -> Jargon:
    return Jargon.load()


def blank(language: str, today: date) -> Article:
    """An article that nobody wrote yet."""
    return Article(
        id="",
        title="",
        language=language,
        themes=(),
        questions=(),
        keywords=(),
        step="",
        who="",
        source_name="",
        source_url="",
        unsure=(),
        checked_on=today,
        review_on=next_review(today),
        body="",
    )


def slug_of(title: str) -> str:
    """A short name for an article, from its title."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:50].strip("-") or "artikel"


def fields_of(article: Article) -> dict[str, Any]:
    """The article as columns, without what names it."""
    return {
        "title": article.title,
        "body": article.body,
        "themes": list(article.themes),
        "questions": list(article.questions),
        "keywords": list(article.keywords),
        "step": article.step,
        "who": article.who,
        "country": article.country,
        "unsure": list(article.unsure),
        "source_name": article.source_name,
        "source_url": article.source_url,
        "checked_on": article.checked_on,
        "review_on": article.review_on,
    }


def as_json(article: Article) -> dict[str, Any]:
    """The article as a version keeps it."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in fields_of(article).items()
    }


def from_json(slug: str, language: str, kept: Mapping[str, Any]) -> Article:
    """The article that a version kept; empty when it was thrown away."""
    values = {name: kept[name] for name in kept if name in as_json(_EMPTY)}
    values |= {name: tuple(values[name]) for name in LISTS if name in values}
    values |= {name: date.fromisoformat(values[name]) for name in DAYS if name in values}
    return replace(_EMPTY, id=slug, language=language, **values)


_EMPTY: Final = blank("nl", date(2026, 1, 1))


def _lines(said: tuple[str, ...]) -> tuple[str, ...]:
    cleaned = (" ".join(plain(line).split()) for line in said)
    return tuple(dict.fromkeys(line for line in cleaned if line))[:40]
