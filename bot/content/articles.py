"""The knowledge base that ships: Markdown files with a TOML head between two `+++` lines."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bot.content.files import ContentError, Fields, parse_toml, read_text

FENCE: Final = "+++"
LANGUAGES: Final = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Article:
    """One article in one language; versions in other languages share its `id`.

    `step` is one small thing to do, `who` the people who can help, `unsure` what an editor must
    still check. `country` is where an example comes from when that is not the Netherlands. `body`
    is Markdown.
    """

    id: str
    title: str
    language: str
    themes: tuple[str, ...]
    questions: tuple[str, ...]
    keywords: tuple[str, ...]
    step: str
    who: str
    source_name: str
    source_url: str
    unsure: tuple[str, ...]
    checked_on: date
    review_on: date
    body: str
    country: str = ""


def read_articles(folder: Path, themes: frozenset[str]) -> tuple[Article, ...]:
    """All articles by file name. Raises: ContentError that names the file."""
    found: dict[tuple[str, str], Article] = {}
    for file in sorted(folder.glob("*.md")):
        article = _read(file, themes)
        if (article.id, article.language) in found:
            raise ContentError(file, f'"{article.id}" exists already in "{article.language}"')
        found[article.id, article.language] = article
    return tuple(found.values())


def _read(file: Path, themes: frozenset[str]) -> Article:
    head, body = _parts(file)
    fields = Fields(parse_toml(head, file), file)
    article = Article(
        id=fields.text("id"),
        title=fields.text("title"),
        language=fields.text("language"),
        themes=fields.texts("themes"),
        questions=fields.texts("questions"),
        keywords=fields.texts("keywords"),
        step=fields.text("step", ""),
        who=fields.text("who", ""),
        source_name=fields.text("source_name"),
        source_url=fields.text("source_url", ""),
        unsure=fields.texts("unsure"),
        checked_on=fields.day("checked_on"),
        review_on=fields.day("review_on"),
        body=body,
        country=fields.text("country", ""),
    )
    unknown = sorted(set(article.themes) - themes)
    if unknown:
        fields.fail(f'unknown theme "{unknown[0]}"')
    if article.language not in LANGUAGES:
        fields.fail(f'unknown language "{article.language}"')
    return article


def _parts(file: Path) -> tuple[str, str]:
    """The TOML head and the Markdown body."""
    lines = read_text(file).splitlines()
    if not lines or lines[0].strip() != FENCE:
        raise ContentError(file, f'does not start with a line "{FENCE}"')
    try:
        end = next(at for at, line in enumerate(lines[1:], 1) if line.strip() == FENCE)
    except StopIteration:
        raise ContentError(file, f'the head has no closing line "{FENCE}"') from None
    body = "\n".join(lines[end + 1 :]).strip()
    if not body:
        raise ContentError(file, "there is no text under the head")
    return "\n".join(lines[1:end]), body
