"""Which themes words point to: by the names and synonyms in the theme list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.content import Theme
from bot.search.collectives.terms import Terms, Vocabulary

WHOLE: Final = 0.85
"""How much one complete synonym says for its theme."""
VAGUE: Final = 0.3
"""The same for a synonym that people use about any theme."""
THIN: Final = 0.5
"""The same for a longer synonym that is one word without its stop words ("huis aan huis")."""
LOOSE: Final = 0.4
"""How much a single word of a longer synonym says, when only this theme has it."""
HINT: Final = 0.38
"""The same for a word of `hints`, shared among the themes that have it."""
DESCRIBED: Final = 0.15
"""The same for a word of the description."""
NEAR: Final = 0.85
"""A synonym of one word that is only nearly meant (a compound, a typing error) counts so much."""

PART_ONLY: Final = 0.5
"""The same for a word that is only a part of the synonym ("brief" in "nieuwsbrief")."""
ABOUT_US: Final = "lsa"
"""The group of themes about the association itself: nobody's subject without being named."""
ALL: Final = 0.55
"""How much any word of a synonym says at least when it is the only telling one of a text."""
FEW: Final = 1

_VAGUE: Final = """
gemeente welzijn vereniging stichting beginnen starten opstarten oprichten bestuur vrijwilliger
vrijwilligers subsidie geld fonds fondsen participatie vergunning veiligheid inloop impact grip
website verzekerd sharing local government funding association foundation municipality volunteer
volunteers board member gemeenteraad bewonersinitiatief bewonersgroep bewonerscollectief
burgercollectief activiteiten in de wijk verenigingen subsidies budget geld nodig ruimte huren
klusjes werven lening samen eten resultaten enquete verkiezingen
"""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or synonym as stems, for one theme."""

    theme: str
    stems: frozenset[str]
    weight: float


class Lexicon:
    """Reads themes from words. Evidence adds up like chances that do not exclude each other."""

    def __init__(
        self, themes: Sequence[Theme], terms: Terms, hints: Mapping[str, Sequence[str]]
    ) -> None:
        self._terms = terms
        self.themes = frozenset(theme.id for theme in themes)
        self._phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
        self._loose: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self.texts = tuple(
            text
            for theme in themes
            for text in (theme.name_nl, theme.name_en, theme.description_nl,
                         *theme.synonyms_nl, *theme.synonyms_en, *hints.get(theme.id, ()))
        )  # fmt: skip
        vague = frozenset(map(terms.stem, _VAGUE.split()))
        for theme in themes:
            self._learn(theme, vague)
            if theme.parent == ABOUT_US:
                continue
            self._loosen(theme.id, map(terms.stem, hints.get(theme.id, ())), HINT)
        parents = {theme.id: theme.parent for theme in themes}
        for known in self._loose.values():
            _share(known, parents)
        self.stems = frozenset(self._phrases) | frozenset(self._loose)
        self._vocabulary = Vocabulary(self.stems, terms)

    def read(self, stems: Sequence[str]) -> dict[str, float]:
        """The themes of these stems of a text, each with a chance of 0 to 1.

        In a text of few telling words even a vague one ("subsidie") is the subject.
        """
        telling = frozenset(stems) - self._terms.generic - self._terms.weak
        few = len(telling) <= FEW and telling <= self.stems
        told: defaultdict[str, list[float]] = defaultdict(list)
        here = frozenset(stems)
        seen: set[tuple[str, frozenset[str]]] = set()
        covered: defaultdict[str, set[str]] = defaultdict(set)
        for stem in stems:
            for phrase in self._phrases.get(stem, ()):
                if phrase.stems <= here and (phrase.theme, phrase.stems) not in seen:
                    seen.add((phrase.theme, phrase.stems))
                    told[phrase.theme].append(max(phrase.weight, ALL) if few else phrase.weight)
                    covered[phrase.theme] |= phrase.stems
        for stem in stems:
            for theme, weight in self._nearly(stem).items():
                if stem not in covered[theme]:
                    is_all = few and stem in telling and weight >= HINT
                    told[theme].append(max(weight, ALL) if is_all else weight)
        return {theme: _together(weights) for theme, weights in told.items()}

    def _nearly(self, stem: str) -> dict[str, float]:
        """What one stem says of itself, as a part of a synonym or nearly one."""
        if stem in self._terms.generic:
            return {}
        found: dict[str, float] = dict(self._loose.get(stem, {}))
        if stem in self.stems:
            return found
        for other, share in self._vocabulary.near(stem).items():
            for phrase in self._phrases.get(other, ()):
                if len(phrase.stems) == 1:
                    said = phrase.weight * share * NEAR * (PART_ONLY if stem in other else 1.0)
                    found[phrase.theme] = max(found.get(phrase.theme, 0.0), said)
        return found

    def _learn(self, theme: Theme, vague: frozenset[str]) -> None:
        for name in (theme.name_nl, theme.name_en, *theme.synonyms_nl, *theme.synonyms_en):
            stems = frozenset(self._terms.stems(name))
            telling = stems - self._terms.generic
            if not telling:
                continue
            is_vague = telling <= vague
            is_thin = len(stems) == 1 and len(name.split()) > 1
            is_common = is_thin and telling <= self._terms.commonest
            weight = VAGUE if is_vague or is_common else THIN if is_thin else WHOLE
            phrase = Phrase(theme.id, stems, weight)
            for stem in stems:
                self._phrases[stem].append(phrase)
            if len(stems) > 1 and theme.parent != ABOUT_US:
                self._loosen(theme.id, telling - vague - self._terms.weak, LOOSE)
        told = frozenset(self._terms.telling(theme.description_nl))
        self._loosen(theme.id, told - self._terms.weak, DESCRIBED)

    def _loosen(self, theme: str, stems: Iterable[str], weight: float) -> None:
        for stem in stems:
            known = self._loose[stem]
            known[theme] = max(known.get(theme, 0.0), weight)


def _share(known: dict[str, float], parents: Mapping[str, str]) -> None:
    """Divide what a loose word says by the number of groups of themes that have it as much."""
    divided = {
        theme: weight / len({parents[one] for one, other in known.items() if other >= weight})
        for theme, weight in known.items()
    }
    known.update(divided)


def _together(weights: Sequence[float]) -> float:
    """The chance that at least one of these is right."""
    wrong = 1.0
    for weight in weights:
        wrong *= 1.0 - weight
    return 1.0 - wrong
