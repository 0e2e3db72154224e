"""Profiles made ready: what they say, understood once."""

from dataclasses import dataclass
from typing import Final

from bot.search.collectives.profiles import Profile
from bot.search.collectives.reading import Item, Reader
from bot.search.spots import Spot

MOST_GAPS: Final = 10


@dataclass(frozen=True, slots=True)
class Card:
    """A profile made ready."""

    profile: Profile
    themes: frozenset[str]
    context: str
    phase: str
    spot: Spot | None
    offers: tuple[Item, ...]
    needs: tuple[Item, ...]

    @property
    def gaps(self) -> int:
        """How much of the profile is empty: 0 to `MOST_GAPS`."""
        profile = self.profile
        told = (profile.offers, profile.needs, profile.description, profile.phase)
        spirit = (profile.motives, profile.methods)
        return MOST_GAPS - 2 * sum(map(bool, told)) - sum(map(bool, spirit))

    @property
    def texts(self) -> tuple[str, ...]:
        """What they tell of themselves, what worked and what they offer; not what they look for."""
        profile = self.profile
        return profile.name, profile.description, *profile.stories, *profile.offers

    @property
    def all_texts(self) -> tuple[str, ...]:
        """The same, and what they look for."""
        return *self.texts, *self.profile.needs


def card_of(profile: Profile, reader: Reader) -> Card:
    """Read a profile; what cannot be understood counts as empty.

    A profile without themes gets those that its name and story surely point to.
    """
    spot = reader.spot(profile.place, profile.municipality)
    context, _ = reader.context(profile.context, spot)
    stated = reader.themes_of(profile.themes)
    return Card(
        profile=profile,
        themes=stated or reader.themes_told(" . ".join((profile.name, profile.description))),
        context=context,
        phase=reader.phase(profile.phase),
        spot=spot,
        offers=tuple(map(reader.item, profile.offers)),
        needs=tuple(map(reader.item, profile.needs)),
    )
