"""Which articles may answer a question, with what the chance of being right is made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import structlog

from bot.search.engine import Document, Engine, EngineLost
from bot.search.evidence import Page, Shelf, features, page
from bot.search.kept import Kept
from bot.search.passages import best_part
from bot.search.questions import language_of
from bot.search.senses import NOWHERE, Sense
from bot.search.themes import Candidate
from bot.search.words import STOP_EN, words

CONSIDERED: Final = 8
"""So many of the nearest by words, and so many of the nearest in meaning."""
LOOKED_AT: Final = 32
"""The versions of articles that are looked at for their words."""
NAMES: Final = ("cover", "lead", "letters", "repeat", "rel", "sense", "part")
"""The features that articles are ranked by.

Beside these a candidate has `near` and `ahead`, see `Sense`, and `loose`: 1 when the question is
one word that is not the subject of this article alone.
"""
_log = structlog.get_logger("search-index")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in one language, as the search knows it. `source` is what readers can look up."""

    id: str
    language: str
    title: str
    text: str
    themes: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    source: str = ""


class Articles:
    """The articles of all languages; those that share an id are one article, translated.

    With `kept` the index of many articles is on disk.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        theme_words: Mapping[str, str] | None = None,
        kept: Kept | None = None,
    ) -> None:
        self._theme_words = theme_words or {}
        self._entries: dict[str, dict[str, Entry]] = {}
        for entry in entries:
            self._entries.setdefault(entry.id, {})[entry.language] = entry
        self._shelf = Shelf(self._read)
        self._kept = kept if kept is not None and self._count() >= kept.fewest else None
        self._kept_at = -1
        self._engine = Engine()
        self._engine = self._opened() or self._built()

    def _opened(self) -> Engine | None:
        found = None if self._kept is None else self._kept.open(self._documents())
        if found is None:
            return None
        engine, counts = found
        self._shelf.count(counts)
        self._kept_at = engine.version
        return engine

    def _built(self) -> Engine:
        for entry in self._all():
            self._shelf.put(_key(entry), self._page(entry))
        if self._kept is None:
            return Engine.build(self._documents())
        return self._kept.build(self._documents)

    def put(self, *entries: Entry) -> None:
        """Add articles, or replace them in their language; the next question finds them."""
        for entry in entries:
            if entry.language in self._entries.get(entry.id, {}):
                self._shelf.remove(_key(entry))
            self._entries.setdefault(entry.id, {})[entry.language] = entry
            self._shelf.put(_key(entry), self._page(entry))
        self._change(lambda: self._engine.put(*map(self._document, entries)))

    def remove(self, id_: str) -> None:
        """Forget an article in every language; an unknown id is no error."""
        keys = [_key(entry) for entry in self._entries.get(id_, {}).values()]
        for key in keys:
            self._shelf.remove(key)
        self._entries.pop(id_, None)
        if keys:
            self._change(lambda: self._engine.remove(*keys))

    def _change(self, change: Callable[[], None]) -> None:
        try:
            change()
        except EngineLost:
            _log.warning("not-on-disk", why="a change could not be written")
            self._kept = None
            self._engine = Engine.build(self._documents())

    def to_keep(self) -> Callable[[], None] | None:
        """What keeps the index on disk as it is now; None when that would change nothing.

        It may run beside questions and changes; after a change it does nothing.
        """
        kept, engine, version = self._kept, self._engine, self._engine.version
        if kept is None or engine.room is None or version == self._kept_at:
            return None
        documents, counted = tuple(self._documents()), self._shelf.counted()
        self._kept_at = version
        return lambda: kept.keep(engine, kept.mark(documents), counted, version)

    def entry(self, id_: str, language: str) -> Entry:
        """The article in this language, else in Dutch, else in any. Raises: KeyError."""
        versions = self._entries[id_]
        return versions.get(language) or versions.get("nl") or next(iter(versions.values()))

    def candidates(
        self, text: str, senses: Mapping[str, Sense] | None = None
    ) -> tuple[Candidate, ...]:
        """The articles that share words or, with `senses`, meaning with the text; each once."""
        senses = senses or {}
        text = _telling(text)
        best: dict[str, tuple[float, str]] = {}
        for hit in self._engine.search(text, LOOKED_AT):
            best.setdefault(hit.id.partition("\t")[0], (hit.score, hit.id))
        kept = list(best)[:CONSIDERED]
        nearest = sorted(senses, key=lambda id_: -senses[id_].sense - senses[id_].part)
        kept += [id_ for id_ in nearest[:CONSIDERED] if id_ not in kept and id_ in self._entries]
        probe = self._shelf.probe(text, self._engine.stems(text))
        highest = max((score for score, _ in best.values()), default=1.0)

        def candidate(id_: str) -> Candidate:
            score, key = best.get(id_, (0.0, _key(self.entry(id_, "nl"))))
            shown, sense = self._shelf.page(key), senses.get(id_, NOWHERE)
            row = {
                **features(probe, shown),
                "rel": score / highest,
                "loose": float(self._shelf.is_loose(probe, shown)),
                "near": sense.near,
                "sense": sense.sense,
                "part": sense.part,
                "ahead": sense.ahead,
            }
            return Candidate(id_, row)

        return tuple(map(candidate, kept))

    def themes_of(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The themes of these articles, the main one first."""
        return {id_: self.entry(id_, "nl").themes for id_ in ids}

    def stems(self, text: str) -> tuple[str, ...]:
        """The distinct stems of a text, without small words."""
        return self._engine.stems(_telling(text))

    def best_part(self, parts: Sequence[str], text: str, near: Mapping[str, float]) -> str:
        """Which of these parts of an article says most about the text; `near` is their meaning."""
        probe = self._shelf.probe(text, self.stems(text))
        stems_of = {part: frozenset(self._engine.stems(part)) for part in parts}
        return best_part(parts, stems_of, probe.stems, near)

    def known(self, text: str) -> float:
        """The share of the text, by weight, in words that some article has."""
        return self._shelf.known(self._shelf.probe(text, self._engine.stems(text)))

    def _count(self) -> int:
        return sum(map(len, self._entries.values()))

    def _all(self) -> Iterable[Entry]:
        return (entry for versions in self._entries.values() for entry in versions.values())

    def _documents(self) -> Iterable[Document]:
        return map(self._document, self._all())

    def _read(self, key: str) -> Page:
        id_, _, language = key.partition("\t")
        return self._page(self._entries[id_][language])

    def _page(self, entry: Entry) -> Page:
        lines = (entry.title, *entry.questions, " ".join(entry.keywords))
        lead = frozenset(self._engine.stems(" ".join(lines)))
        return page(lead | frozenset(self._engine.stems(entry.text)), lead, lines)

    def _document(self, entry: Entry) -> Document:
        extra = [*entry.questions, *entry.keywords]
        extra += [self._theme_words.get(theme, "") for theme in entry.themes[:1]]
        return Document(_key(entry), entry.title, entry.text, " ".join(extra))


def _telling(text: str) -> str:
    """An English question without its small words.

    Few articles are in English: any of them would win by "the" and "what" alone.
    """
    if language_of(text) != "en":
        return text
    return " ".join(word for word in words(text) if word not in STOP_EN)


def _key(entry: Entry) -> str:
    return f"{entry.id}\t{entry.language}"
