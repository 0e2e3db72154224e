"""Which articles may answer a question, with what the chance of being right is made from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.search.engine import Document, Engine
from bot.search.evidence import Page, Shelf, features, page
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
    """The articles of all languages; those that share an id are one article, translated."""

    def __init__(
        self,
        entries: Iterable[Entry],
        theme_words: Mapping[str, str] | None = None,
    ) -> None:
        self._theme_words = theme_words or {}
        self._entries: dict[str, dict[str, Entry]] = {}
        self._shelf = Shelf()
        self._engine = Engine()
        entries = tuple(entries)
        for entry in entries:
            self._keep(entry)
        self._engine = Engine.build(self._document(entry) for entry in self._current(entries))

    def put(self, entry: Entry) -> None:
        """Add an article, or replace it in this language; the next question finds it."""
        self._keep(entry)
        self._engine.put(self._document(entry))

    def remove(self, id_: str) -> None:
        """Forget an article in every language; an unknown id is no error."""
        keys = [_key(entry) for entry in self._entries.pop(id_, {}).values()]
        for key in keys:
            self._shelf.remove(key)
        self._engine.remove(*keys)

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

    def _keep(self, entry: Entry) -> None:
        self._entries.setdefault(entry.id, {})[entry.language] = entry
        self._shelf.put(_key(entry), self._page(entry))

    def _current(self, entries: Iterable[Entry]) -> Iterable[Entry]:
        return (entry for entry in entries if self._entries[entry.id][entry.language] is entry)

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
