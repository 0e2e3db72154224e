"""Articles in and out as files: Markdown with a head between two lines of `+++`."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from bot.clock import Clock
from bot.content import Article
from bot.content.articles import FENCE
from bot.library import Library
from bot.services.knowledge.versions import Change, put
from bot.services.knowledge.wording import DAYS, LISTS, as_json, fields_of, is_safe_address
from bot.texts import LANGUAGES
from bot.untrusted import PersonalKind, personal_numbers, plain
from data.store import Store

MOST_FILES: Final = 1000
MOST_BYTES: Final = 100_000
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG: Final = 60
WHY: Final = "import"
TEXTS: Final = (
    "id", "title", "language", "step", "who", "country", "source_name", "source_url",
)  # fmt: skip
NEEDED: Final = ("id", "title", "language", "source_name")


class Problem(StrEnum):
    """Why a file cannot be taken in."""

    UNREADABLE = "unreadable"
    NO_HEAD = "no-head"
    NOT_TOML = "not-toml"
    MISSING = "missing"
    WRONG_KIND = "wrong-kind"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_THEME = "unknown-theme"
    UNKNOWN_LANGUAGE = "unknown-language"
    BAD_ID = "bad-id"
    NOT_SAFE = "not-safe"
    PERSONAL = "personal"
    EMPTY = "empty"
    TWICE = "twice"
    NOTHING = "nothing"


class Outcome(StrEnum):
    """What happens with a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Paper:
    """One file in the report; `line` counts from 1, 0 stands for the file as a whole."""

    file: str
    outcome: Outcome
    line: int = 0
    problem: Problem | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class PaperReport:
    """What happened with each file, or would."""

    papers: tuple[Paper, ...]

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong, so that everything was or would be taken in."""
        return all(paper.problem is None for paper in self.papers)

    def count(self, outcome: Outcome) -> int:
        """How many files have this outcome."""
        return sum(paper.outcome is outcome for paper in self.papers)


class _Wrong(Exception):
    """A file that cannot be taken in."""

    def __init__(self, problem: Problem, line: int = 0, what: str = "") -> None:
        super().__init__(problem)
        self.problem, self.line, self.what = problem, line, what


class Papers:
    """The knowledge base as a folder."""

    def __init__(self, store: Store, clock: Clock, library: Library, themes: Iterable[str]) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._themes = frozenset(themes)

    async def plan(self, community_id: int, folder: Path) -> PaperReport:
        """What taking in this folder would do."""
        await self._library.refresh()
        return self._compare(community_id, self._read(folder))

    async def apply(self, community_id: int, folder: Path) -> PaperReport:
        """Take in a folder, all of it or nothing; what is there already changes nothing."""
        await self._library.refresh()
        read = self._read(folder)
        report = self._compare(community_id, read)
        if not report.is_good:
            return report
        change = Change(None, self._clock.now(), WHY)
        changed = {
            paper.file for paper in report.papers if paper.outcome in (Outcome.NEW, Outcome.CHANGED)
        }
        async with self._store.writing() as session:
            for file, article in read.items():
                if file in changed and isinstance(article, Article):
                    await put(
                        session, (community_id, article.id, article.language), article, change
                    )
        self._library.look_again()
        return report

    async def files(self, community_id: int) -> Mapping[str, str]:
        """The community's own articles as files, by name."""
        await self._library.refresh()
        found: dict[str, str] = {}
        for article in self._library.own(community_id):
            if self._library.exact(community_id, article.id, article.language) is not None:
                end = "" if article.language == LANGUAGES[0] else f".{article.language}"
                found[f"{article.id}{end}.md"] = paper_of(article)
        return found

    def _read(self, folder: Path) -> dict[str, Article | _Wrong]:
        read: dict[str, Article | _Wrong] = {}
        seen: dict[tuple[str, str], str] = {}
        for file in sorted(folder.glob("*.md"))[:MOST_FILES]:
            try:
                article = read_paper(_text(file), self._themes)
            except _Wrong as wrong:
                read[file.name] = wrong
                continue
            first = seen.setdefault((article.id, article.language), file.name)
            read[file.name] = article if first == file.name else _Wrong(Problem.TWICE, 1, first)
        return read or {folder.name: _Wrong(Problem.NOTHING)}

    def _compare(self, community_id: int, read: Mapping[str, Article | _Wrong]) -> PaperReport:
        papers: list[Paper] = []
        for file, article in read.items():
            if isinstance(article, _Wrong):
                papers.append(
                    Paper(file, Outcome.WRONG, article.line, article.problem, article.what)
                )
                continue
            known = self._library.exact(community_id, article.id, article.language)
            outcome = Outcome.NEW if known is None else Outcome.CHANGED
            papers.append(Paper(file, Outcome.SAME if known == article else outcome))
        return PaperReport(tuple(papers))


def read_paper(text: str, themes: frozenset[str]) -> Article:
    """The article in a file. Raises: _Wrong with the line."""
    lines = text.splitlines()
    ends = [at for at, line in enumerate(lines) if line.strip() == FENCE]
    if len(ends) < 2 or ends[0] != 0:  # noqa: PLR2004 - a line above and below
        raise _Wrong(Problem.NO_HEAD, 1)
    try:
        head = tomllib.loads("\n".join(lines[1 : ends[1]]))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        raise _Wrong(Problem.NOT_TOML, int(at[1]) + 1 if at else 1) from None
    body = plain("\n".join(lines[ends[1] + 1 :])).strip()
    if not body:
        raise _Wrong(Problem.EMPTY, ends[1] + 1)
    article = _article(_Head(head, lines), body)
    _check(article, _Head(head, lines), themes)
    for at, line in enumerate(lines, 1):
        if "://" not in line and any(f.kind is PersonalKind.BSN for f in personal_numbers(line)):
            raise _Wrong(Problem.PERSONAL, at, PersonalKind.BSN.value)
    return article


class _Head:
    """The fields above the text, each with its line."""

    def __init__(self, fields: Mapping[str, Any], lines: list[str]) -> None:
        self.fields, self._lines = fields, lines
        known = {*TEXTS, *LISTS, *DAYS}
        for name in fields:
            if name not in known:
                raise self.wrong(Problem.UNKNOWN_FIELD, name)

    def wrong(self, problem: Problem, name: str, what: str = "") -> _Wrong:
        """A problem with a field, at its line."""
        starts = re.compile(rf"\s*{re.escape(name)}\s*=")
        at = next((at for at, line in enumerate(self._lines, 1) if starts.match(line)), 1)
        return _Wrong(problem, at, what or name)

    def text(self, name: str) -> str:
        """A text on one line."""
        value = self.fields.get(name, "")
        if not isinstance(value, str):
            raise self.wrong(Problem.WRONG_KIND, name)
        if name in NEEDED and not value.strip():
            raise self.wrong(Problem.MISSING, name)
        return " ".join(plain(value).split())

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.fields.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):  # pyright: ignore[reportUnknownVariableType]
            raise self.wrong(Problem.WRONG_KIND, name)
        return tuple(" ".join(plain(str(one)).split()) for one in value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]

    def day(self, name: str) -> date:
        """A day."""
        value = self.fields.get(name)
        if value is None:
            raise self.wrong(Problem.MISSING, name)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(Problem.WRONG_KIND, name)
        return value


def _article(head: _Head, body: str) -> Article:
    return Article(
        id=head.text("id"),
        title=head.text("title"),
        language=head.text("language"),
        themes=head.texts("themes"),
        questions=head.texts("questions"),
        keywords=head.texts("keywords"),
        step=head.text("step"),
        who=head.text("who"),
        source_name=head.text("source_name"),
        source_url=head.text("source_url"),
        unsure=head.texts("unsure"),
        checked_on=head.day("checked_on"),
        review_on=head.day("review_on"),
        body=body,
        country=head.text("country"),
    )


def _check(article: Article, head: _Head, themes: frozenset[str]) -> None:
    if not SLUG.fullmatch(article.id) or len(article.id) > LONGEST_SLUG:
        raise head.wrong(Problem.BAD_ID, "id", article.id)
    if article.language not in LANGUAGES:
        raise head.wrong(Problem.UNKNOWN_LANGUAGE, "language", article.language)
    if not article.themes:
        raise head.wrong(Problem.MISSING, "themes")
    for theme in article.themes:
        if theme not in themes:
            raise head.wrong(Problem.UNKNOWN_THEME, "themes", theme)
    if article.source_url and not is_safe_address(article.source_url):
        raise head.wrong(Problem.NOT_SAFE, "source_url", article.source_url)


def paper_of(article: Article) -> str:
    """The article as a file that can be taken in again."""
    fields = {"id": article.id, "language": article.language, **as_json(article)}
    days = {name: fields_of(article)[name] for name in DAYS}
    lines = [FENCE]
    for name in ("id", "title", "language", *LISTS, *TEXTS[3:], *DAYS):
        value = days[name].isoformat() if name in DAYS else _toml(fields[name])
        lines.append(f"{name} = {value}")
    return "\n".join([*lines, FENCE, article.body, ""])


def _toml(value: object) -> str:
    """A text or a list of texts; what JSON writes of those is TOML too, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise _Wrong(Problem.UNREADABLE)
        return raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise _Wrong(Problem.UNREADABLE) from None
