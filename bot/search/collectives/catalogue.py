"""All collectives of a community, understood and looked up by theme, word, offer and need.

One profile is put in or taken out in a few milliseconds; the rest stays as it is. Numbers stand
for collectives and are never used again.
"""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager

from bot.search.collectives import scoring
from bot.search.collectives.cards import Card, card_of
from bot.search.collectives.exchange import Exchange
from bot.search.collectives.mending import Mender
from bot.search.collectives.postings import Postings
from bot.search.collectives.profiles import Profile
from bot.search.collectives.reading import Reader
from bot.search.collectives.shared import Kind
from bot.search.collectives.terms import Vocabulary


class Catalogue:
    """The collectives by number, with everything that ranking looks up."""

    def __init__(self, profiles: Iterable[Profile], reader: Reader) -> None:
        self._reader = reader
        self._cards: dict[int, Card] = {}
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._by_theme: defaultdict[str, list[int]] = defaultdict(list)
        self._kinds: Counter[Kind] = Counter()
        self.about, self.offers, self.needs = Postings(), Exchange(), Exchange()
        self._gaps: Counter[int] = Counter()
        self.kind_of: dict[int, Kind] = {}
        self.partners: set[int] = set()
        for profile in profiles:
            self._add(card_of(profile, reader))
        told = (text for card in self._cards.values() for text in card.all_texts)
        self._mender = Mender((*reader.texts, *told), reader.common)
        self.vocabulary = Vocabulary(
            {*self.about.stems, *self.needs.postings.stems},
            reader.terms,
            same=reader.same,
            spelled=reader.lexicon.stems,
        )
        self.rarities = self._rarities()

    def __len__(self) -> int:
        return len(self._cards)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._numbers

    def __iter__(self) -> Iterator[tuple[int, Card]]:
        return iter(self._cards.items())

    def __getitem__(self, number: int) -> Card:
        return self._cards[number]

    def number(self, id_: str) -> int:
        """The number of a collective. Raises: KeyError."""
        return self._numbers[id_]

    @property
    def ids(self) -> Iterable[str]:
        """The ids of all collectives."""
        return self._numbers.keys()

    def get(self, id_: str) -> Profile | None:
        """The profile with this id."""
        number = self._numbers.get(id_)
        return None if number is None else self._cards[number].profile

    def kinds(self) -> Iterable[Kind]:
        """Every kind of place and phase that somebody has."""
        return self._kinds.keys()

    @property
    def least_gaps(self) -> int:
        """How much is empty in the fullest profile."""
        return min(self._gaps, default=0)

    def on_theme(self, theme: str) -> Sequence[int]:
        """Who has this theme."""
        return self._by_theme.get(theme, ())

    def mend(self, text: str) -> str:
        """The text with likely typing errors mended. Words of who left stay known."""
        return self._mender.mend(text)

    def put(self, profile: Profile) -> None:
        """Add a collective, or take over its changed profile."""
        card = card_of(profile, self._reader)
        with self._changing(card):
            if profile.id in self._numbers:
                self._take_out(profile.id)
            self._add(card)
            self._mender.learn(card.all_texts)

    def remove(self, id_: str) -> None:
        """Forget a collective; an unknown id is no error."""
        if id_ in self._numbers:
            with self._changing(self._cards[self._numbers[id_]]):
                self._take_out(id_)

    @contextmanager
    def _changing(self, card: Card) -> Generator[None]:
        """Afterwards the vocabulary and the rarities fit again."""
        old = self._numbers.get(card.profile.id)
        cards = (card, self._cards[old]) if old is not None else (card,)
        touched = {stem for one in cards for stem in self._stems_of(one)}
        before = {stem for stem in touched if self._is_used(stem)}
        yield
        now = {stem for stem in touched if self._is_used(stem)}
        self.vocabulary.change(now - before, before - now)
        self.rarities = self._rarities()

    def _stems_of(self, card: Card) -> Iterator[str]:
        yield from self._reader.telling(" . ".join(card.texts))
        yield from (stem for item in card.needs for stem in item.stems)

    def _is_used(self, stem: str) -> bool:
        return stem in self.about or stem in self.needs.postings

    def _add(self, card: Card) -> None:
        number = self._next
        self._next += 1
        self._cards[number] = card
        self._numbers[card.profile.id] = number
        for theme in sorted(card.themes):
            self._by_theme[theme].append(number)
        self.about.add(number, self._reader.telling(" . ".join(card.texts)))
        self.offers.add(number, card.offers)
        self.needs.add(number, card.needs)
        self.kind_of[number] = kind = card.context, card.phase
        self._kinds[kind] += 1
        self._gaps[card.gaps] += 1
        if card.profile.is_partner:
            self.partners.add(number)

    def _take_out(self, id_: str) -> None:
        number = self._numbers.pop(id_)
        card = self._cards.pop(number)
        for theme in card.themes:
            self._by_theme[theme].remove(number)
        self.about.remove(number)
        self.offers.remove(number)
        self.needs.remove(number)
        self._kinds -= Counter([self.kind_of.pop(number)])
        self._gaps -= Counter([card.gaps])
        self.partners.discard(number)

    def _rarities(self) -> dict[str, float]:
        size = len(self._cards)
        return {
            theme: scoring.rarity(size, len(having))
            for theme, having in self._by_theme.items()
            if having
        }
