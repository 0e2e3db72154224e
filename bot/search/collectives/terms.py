"""Words to stems, and stems to the stems that mean nearly the same."""

import re
import threading
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, cast

import Stemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.content import CommonWords
from bot.search.words import STOP_EN, STOP_NL, words

PART: Final = 4
"""The fewest letters of a word that is found in a compound ("school" in "schoolgebouw")."""
SHORTEST_REST: Final = 3
"""What is left of a compound is a word too, not an ending."""
LONG_PART: Final = 6
"""From this length on a shared part is surely the same word."""
SAME_THING: Final = 0.9
PART_OF_SAME: Final = 0.8
"""The same thing as a part of a compound ("dorpskroeg", "café")."""
LONG_SHARE: Final = 0.7
SHORT_SHARE: Final = 0.55
FORM: Final = 0.95
"""The same verb in another form ("keurt", "keuren")."""
TYPO: Final = 0.8
SHORTEST_TYPO: Final = 6
TWO_TYPOS: Final = 9
"""From this many letters on, two edits are forgiven."""
EMPTY: Final[Mapping[str, frozenset[str]]] = MappingProxyType({})
MOST_NEAR: Final = 14
"""The most stems that one word is widened to."""

_SHORT_NT: Final = re.compile(r"((?<![aeiou])[aeiou]nt)jes?$")
"""The stemmer takes "krantje" for "kran"; after a short vowel the t belongs to the word."""
_DOUBLE: Final = re.compile(r"([aeou])\1")
GENERIC: Final = """
deur man vrouw weg hand kant avond nacht zitten zit ligt liggen
aantal actie actief activiteit activiteiten advies af afspraak alles already alsjeblieft also always
ander andere anderen around bang because been before begin beginnen begonnen beheer bekend
belangrijk bereiken bestaat beste beter betere betrokken bewoner bewoners bewonersgroep
bewonersinitiatief bieden biedt bijna binnen blij boven breng brengen buiten buren buur buurt
buurtbewoners city club collectief collectieven collective collectives community contact daar daarna
daarom dag dank deed delen denken dicht did dingen dinsdag donderdag doorgaan dorp dorpen dorpje
draaien dreigen dreigt druk een eerste eigen elk elkaar elke else ervaring ervaringen every
experience experiences fijn find first gaat gebied gebruik gebruiken gekregen gemeente gemeentes
gewoon gezamenlijk gisteren goed groep groepen groepje groot grootste grote group
groups haar halen hallo handig hard hele hello here hi hoeveel hoog houden huis huizen idea idee
iedere iemand initiatief initiatieven initiative inmiddels jaar jaren keer kennen kennis kern kijken
klein kleine komen kort krijgen kwam laag laatste lang lange lastig laten leen leer lenen leren leuk
liefst like local looking loopt lopen lukt maand maandag maken makkelijk manier manieren many
meedoen meehelpen meeste mens mensen meteen misschien moeilijk moest mooi mooiste more morgen most
much namelijk natuurlijk near neighborhood neighbors neighbourhood neighbours new next niemand niets
nieuw nieuwe nodig onder onderwerp ones ongeveer only ooit open opgezet opzetten organisatie
organiseren other others oud oude over overal own paar pas passen past people plaats place plan
plannen plek praten precies project projecten projects residents rond run runnen running
rustig same samen samenwerken similar since sinds slecht slechte somebody sommige soms soort
soortgelijk staan stad start started starten starting steeds stoppen straat straks stuk such take
tegen terwijl than these through thuis tijd tijdens tip tips together town trots tussen uitleg
uitlenen until vaak vanaf vandaag vast vaste veel verder verdwijnen verdwijnt very village volgende
volgens vooral voorbeeld voorbeelden voordat voortaan vorige vrijdag waarbij wants week weer weinig
welkom werken werkt while wij wijk wijken willen wish woensdag yet zaterdag zeer zelf
zelfde zetten zien zoals zodat zoek zoeken zoekt zoiets zondag zonder zulke zwaar zware
"""

_NO_NOUN: Final = frozenset({"regel", "regelen", "regelt", "geregeld", "per"})
"""Words that stem to a telling noun ("regels", "peren")."""

_PREFIXES: Final = """
aan achter af bij binnen door in mee na om onder op over rond samen terug toe uit vast voor weg
"""
"""What Dutch puts before a verb ("meezingen")."""
_SEEKING: Final = """
actieve ander andere anderen bestaan bewoner bewoners bewonersgroep bewonersgroepen
bewonersinitiatief bewonersinitiatieven buurt club collectief collectieven bewonerscollectief
bewonerscollectieven contact dorp groep groepen initiatief initiatieven kennen omgeving regio stad
vinden vind wijk zoek zoeken zoekt collective collectives find group groups looking near
neighbourhood other others residents village city town around
"""


class Terms:
    """Stems words in one way for profiles, themes and questions; safe in any thread."""

    def __init__(self, weak: Iterable[str], common: CommonWords) -> None:
        self._stem = _stemmer()
        self._known: dict[str, str] = {}
        self._lock = threading.Lock()
        self.generic = frozenset(map(self.stem, GENERIC.split()))
        """Stems that say nothing about a theme: they neither find nor exclude anybody."""
        self.weak = frozenset(stem for word in weak for stem in self.stems(word)) - self.generic
        """Stems that say little about it."""
        self.commonest = frozenset(map(self.stem, common.commonest)) - self.generic
        """Stems of the commonest words: weak too, unless they have a meaning here."""
        self.prefixes = frozenset(_DOUBLE.sub(r"\1", prefix) for prefix in _PREFIXES.split())
        """What may stand before a verb, as it is in stems."""
        self.seeking = frozenset(map(self.stem, _SEEKING.split()))
        """Stems of somebody who looks for groups, whatever they do."""

    def stem(self, word: str) -> str:
        """The stem of one folded word, without doubled vowels: "paneel" as in "panelen"."""
        found = self._known.get(word)
        if found is None:
            with self._lock:
                whole = _SHORT_NT.sub(r"\1", word)
                verb = whole.removeprefix("mee")
                stem = (
                    "mee" + self._stem(verb)
                    if PART <= len(verb) < len(whole)
                    else self._stem(whole)
                )
                found = self._known[word] = _DOUBLE.sub(r"\1", stem)
        return found

    def stems(self, text: str) -> tuple[str, ...]:
        """The distinct stems of a text in order, without stop words."""
        plain = (word for word in words(text) if word not in STOP_NL and word not in STOP_EN)
        return tuple(dict.fromkeys(self.stem(word) for word in plain if word not in _NO_NOUN))

    def telling(self, text: str) -> tuple[str, ...]:
        """The stems of a text that say what it is about."""
        return tuple(stem for stem in self.stems(text) if stem not in self.generic)


class Vocabulary:
    """All stems that somewhere occur; widens a stem to those that are near it.

    `same` are stems for the same thing; `spelled` are stems that are no typing errors.
    """

    def __init__(
        self,
        stems: Iterable[str],
        terms: Terms,
        *,
        same: Mapping[str, frozenset[str]] = EMPTY,
        spelled: frozenset[str] = frozenset(),
    ) -> None:
        self._all = set(stems)
        self._spelled = spelled
        self._generic = terms.generic
        self._same = same
        self._fixed = spelled | terms.generic | terms.prefixes
        self._heads: defaultdict[str, list[str]] = defaultdict(list)
        self._tails: defaultdict[str, list[str]] = defaultdict(list)
        self._lengths: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for stem in sorted(self._all):
            for known in self._lists(stem):
                known.append(stem)

    def change(self, new: Iterable[str], gone: Iterable[str]) -> None:
        """Stems that now occur, and that do so no more."""
        for stem in gone:
            self._all.discard(stem)
            for known in self._lists(stem):
                known.remove(stem)
        for stem in new:
            self._all.add(stem)
            for known in self._lists(stem):
                insort(known, stem)

    def _lists(self, stem: str) -> Iterable[list[str]]:
        """The lists that this stem stands in, each sorted."""
        yield self._lengths[stem[:1], len(stem)]
        if len(stem) >= PART and stem.isalpha():
            yield self._heads[stem[:PART]]
            yield self._tails[stem[-PART:]]

    def near(self, stem: str) -> dict[str, float]:
        """Known stems for this one, each with how much it is the same, 0 to 1; itself is 1.

        A word that is nowhere known is taken for a typing error when a known one is close.
        """
        found = {stem: 1.0} if stem in self._all else {}
        form = stem[:-1] if stem.endswith("t") else f"{stem}t"
        if len(form) >= PART and form in self._all:
            found.setdefault(form, FORM)
        for other, share in self._alike(stem):
            if other in self._all and share > found.get(other, 0.0):
                found[other] = share
        if len(stem) >= PART and stem.isalpha():
            for other in (*self._heads.get(stem[:PART], ()), *self._tails.get(stem[-PART:], ())):
                share = self._shared(stem, other)
                if share:
                    found.setdefault(other, share)
        if not found and stem not in self._spelled:
            found = dict.fromkeys(self._typos(stem), TYPO)
        best = sorted(found.items(), key=lambda pair: (-pair[1], len(pair[0]), pair[0]))
        return dict(best[:MOST_NEAR])

    def _alike(self, stem: str) -> Iterable[tuple[str, float]]:
        """Words for the same thing as this one, and as the last part of it: what it is."""
        yield from ((other, SAME_THING) for other in self._same.get(stem, ()))
        for size in range(PART, len(stem) - SHORTEST_REST + 1):
            yield from ((other, PART_OF_SAME) for other in self._same.get(stem[-size:], ()))

    def _shared(self, one: str, other: str) -> float:
        """How much two stems share when one is the head or the tail of the other."""
        short, long = (one, other) if len(one) < len(other) else (other, one)
        if short in self._generic or short == long:
            return 0.0
        if long.endswith(short) and self._is_word(long.removesuffix(short)):
            return LONG_SHARE if len(short) > PART else SHORT_SHARE
        rest = long.removeprefix(short)
        if rest != long and (self._is_word(rest) or self._is_sure(short, rest)):
            return LONG_SHARE if len(short) >= LONG_PART else SHORT_SHARE
        return 0.0

    def _is_word(self, part: str) -> bool:
        """Whether the rest of a compound is a known word, with or without a linking letter."""
        links = (part, *(part.removesuffix(link) for link in ("s", "en", "e", "n", "er")))
        return any(link in self._all or link in self._fixed for link in links)

    @staticmethod
    def _is_sure(head: str, rest: str) -> bool:
        return len(head) >= LONG_PART and len(rest) >= SHORTEST_REST

    def _typos(self, stem: str) -> list[str]:
        if len(stem) < SHORTEST_TYPO or not stem.isalpha():
            return []
        edits = 1 if len(stem) < TWO_TYPOS else 2
        near = [
            (distance, other)
            for length in range(len(stem) - edits, len(stem) + edits + 1)
            for other, distance, _ in process.extract(
                stem,
                self._lengths.get((stem[0], length), ()),
                scorer=OSA.distance,
                score_cutoff=edits,
                limit=3,
            )
        ]
        least = min((distance for distance, _ in near), default=0)
        return sorted(other for distance, other in near if distance == least)[:3]


def _stemmer() -> Callable[[str], str]:
    made = cast("object", Stemmer).__getattribute__("Stemmer")("dutch")
    return cast("Callable[[str], str]", made.stemWord)
