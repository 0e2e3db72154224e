"""How well a document covers a question, on scales that do not depend on the size of the corpus."""

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from sys import intern
from typing import Final

from bot.search.words import grams, words

HELD: Final = 500
"""Pages in memory, 25 kB each; reading one again takes some 0.2 ms."""
TELLING_STEMS: Final = 2
"""From this many words on a question says more than a subject."""


@dataclass(frozen=True, slots=True)
class Page:
    """The stems of a document, those of its lead (title, questions, search words), and its lines.

    `lines` holds the distinct letter groups of the title and of each question, to recognise a
    repeat; tuples, which take a quarter of the memory of sets.
    """

    stems: frozenset[str]
    lead: frozenset[str]
    lead_groups: frozenset[str]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Probe:
    """A question made ready: weights of its stems and of its letter groups."""

    stems: Mapping[str, float]
    groups: Mapping[str, float]
    line: frozenset[str]

    @property
    def total(self) -> float:
        """The weight of all stems."""
        return sum(self.stems.values())


class Shelf:
    """Pages by id, and how rare their words are.

    `read` makes a page that was put, again: of many pages only those looked at last are held.
    """

    def __init__(self, read: Callable[[str], Page]) -> None:
        self._read = read
        self._pages: dict[str, Page] = {}
        self._size = 0
        self._stem_count: Counter[str] = Counter()
        self._group_count: Counter[str] = Counter()
        self._lead_count: Counter[str] = Counter()

    def put(self, id_: str, page: Page) -> None:
        """Add a page; one with the same id was removed before."""
        self._hold(id_, page)
        self._size += 1
        self._stem_count.update(page.stems)
        self._lead_count.update(page.lead)
        self._group_count.update(page.lead_groups)

    def remove(self, id_: str) -> None:
        """Forget a page that was put."""
        page = self.page(id_)
        del self._pages[id_]
        self._size -= 1
        self._stem_count.subtract(page.stems)
        self._lead_count.subtract(page.lead)
        self._group_count.subtract(page.lead_groups)

    def counted(self) -> dict[str, dict[str, int]]:
        """What the pages add up to, for `count`."""
        return {
            "pages": {"": self._size},
            "stems": dict(self._stem_count),
            "leads": dict(self._lead_count),
            "groups": dict(self._group_count),
        }

    def count(self, counted: Mapping[str, Mapping[str, int]]) -> None:
        """Take pages in by what they add up to; each is read when it is looked at."""
        self._size += counted["pages"][""]
        self._stem_count.update(counted["stems"])
        self._lead_count.update(counted["leads"])
        self._group_count.update(counted["groups"])

    def page(self, id_: str) -> Page:
        """The page with this id."""
        found = self._pages.pop(id_, None) or self._read(id_)
        self._hold(id_, found)
        return found

    def _hold(self, id_: str, page: Page) -> None:
        self._pages[id_] = page
        if len(self._pages) > HELD:
            del self._pages[next(iter(self._pages))]

    def probe(self, text: str, stems: Iterable[str]) -> Probe:
        """A question, weighed by how rare its words are here; unknown words weigh most."""
        size = self._size
        groups = frozenset(grams(words(text)))
        return Probe(
            {stem: rarity(size, self._stem_count[stem]) for stem in stems},
            {group: rarity(size, self._group_count[group]) for group in groups},
            groups,
        )

    def is_loose(self, probe: Probe, page: Page) -> bool:
        """Whether the question is one word that is not the subject of this page alone."""
        return len(probe.stems) < TELLING_STEMS and not any(
            stem in page.lead and self._lead_count[stem] == 1 for stem in probe.stems
        )

    def known(self, probe: Probe) -> float:
        """The share of the question's weight in words that occur here at all."""
        found = sum(weight for stem, weight in probe.stems.items() if self._stem_count[stem] > 0)
        return found / probe.total if probe.total else 0.0


def rarity(size: int, count: int) -> float:
    """The weight of a word that `count` of `size` documents have."""
    return math.log(1.0 + (size - count + 0.5) / (count + 0.5))


def cover(weights: Mapping[str, float], found: frozenset[str]) -> float:
    """The share of the weights that lies in `found`; 0 when there is no weight."""
    total = sum(weights.values())
    return sum(w for term, w in weights.items() if term in found) / total if total else 0.0


def likeness(one: frozenset[str], other: Collection[str]) -> float:
    """Dice's measure of two sets, 0 to 1; nothing is twice in `other`."""
    both = len(one) + len(other)
    return 2.0 * len(one.intersection(other)) / both if both else 0.0


def page(stems: frozenset[str], lead: frozenset[str], lines: Iterable[str]) -> Page:
    """A page with these stems; `lines` are the title, the questions and the search words."""
    groups = tuple(tuple({intern(group) for group in grams(words(line))}) for line in lines)
    return Page(stems, lead, frozenset(chain.from_iterable(groups)), groups)


def features(probe: Probe, page: Page) -> dict[str, float]:
    """How well this page covers the question: each 0 to 1."""
    return {
        "cover": cover(probe.stems, page.stems),
        "lead": cover(probe.stems, page.lead),
        "letters": cover(probe.groups, page.lead_groups),
        "repeat": max((likeness(probe.line, line) for line in page.lines), default=0.0),
    }
