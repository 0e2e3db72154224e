"""Which articles may answer a question, with what the chance of being right is made from."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.search.engine import Document, Engine
from bot.search.evidence import Page, Shelf, features, page
from bot.search.passages import best_part
from bot.search.questions import language_of
from bot.search.themes import Candidate
from bot.search.words import STOP_EN, words

CONSIDERED: Final = 8
VOTING: Final = 3
"""The articles whose themes count for the question."""
NAMES: Final = ("cover", "letters", "repeat", "rel", "edge", "size", "sense")
"""The features of a candidate article; `sense` is 0 without a scorer.

Beside these a candidate has `loose`: 1 for one word that is not the subject of this article alone.
"""


class Scorer(Protocol):
    """A seam for a semantic model: how near each of these articles is in meaning, 0 to 1."""

    def __call__(self, question: str, ids: Sequence[str]) -> Mapping[str, float]:
        """A score for each of `ids`; a missing one counts as 0."""
        ...


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
        scorer: Scorer | None = None,
    ) -> None:
        self._theme_words = theme_words or {}
        self._scorer = scorer
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

    def candidates(self, text: str) -> tuple[Candidate, ...]:
        """The articles that share something with the text, each once, by the engine's order."""
        text = _telling(text)
        best: dict[str, tuple[float, str]] = {}
        for hit in self._engine.search(text, CONSIDERED * 2):
            best.setdefault(hit.id.partition("\t")[0], (hit.score, hit.id))
        kept = list(best.items())[:CONSIDERED]
        sense = self._sense(text, [id_ for id_, _ in kept])
        probe = self._shelf.probe(text, self._engine.stems(text))
        size = math.log1p(len(probe.stems))
        scores = [score for _, (score, _) in kept]
        return tuple(
            Candidate(
                id_,
                {
                    **_row(features(probe, self._shelf.page(key)), scores, number),
                    "size": size,
                    "loose": float(self._shelf.is_loose(probe, self._shelf.page(key))),
                    "sense": sense.get(id_, 0.0),
                },
            )
            for number, (id_, (_, key)) in enumerate(kept)
        )

    def votes(self, candidates: Sequence[Candidate]) -> dict[str, float]:
        """How strongly the best articles point to each theme, 0 to 1; their first theme most."""
        votes: dict[str, float] = {}
        for candidate in candidates[:VOTING]:
            for place, theme in enumerate(self.entry(candidate.id, "nl").themes):
                vote = candidate.row["rel"] * max(1.0 - 0.2 * place, 0.4)
                votes[theme] = max(vote, votes.get(theme, 0.0))
        return votes

    def stems(self, text: str) -> tuple[str, ...]:
        """The distinct stems of a text, without small words."""
        return self._engine.stems(_telling(text))

    def best_part(self, parts: Sequence[str], text: str) -> str:
        """Which of these parts of an article says most about the text."""
        probe = self._shelf.probe(text, self.stems(text))
        stems_of = {part: frozenset(self._engine.stems(part)) for part in parts}
        return best_part(parts, stems_of, probe.stems)

    def known(self, text: str) -> float:
        """The share of the text, by weight, in words that some article has."""
        return self._shelf.known(self._shelf.probe(text, self._engine.stems(text)))

    def _sense(self, text: str, ids: Sequence[str]) -> Mapping[str, float]:
        return self._scorer(text, ids) if self._scorer and ids else {}

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


def _row(covered: Mapping[str, float], scores: Sequence[float], number: int) -> dict[str, float]:
    """Adds `rel`, the share of the best score, and `edge`: how far ahead of the best of the others.

    An edge counts as far as the article covers the question: being the only one is no merit.
    """
    others = scores[1] if number == 0 and len(scores) > 1 else scores[0] if number else 0.0
    ahead = (scores[number] - others) / scores[0]
    return {**covered, "rel": scores[number] / scores[0], "edge": ahead * covered["cover"]}
