"""Why somebody matches: the weightiest reasons first, as facts."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.content import Content
from bot.search.collectives.facets import PHASES
from bot.search.collectives.profiles import Reason, ReasonKind
from bot.search.collectives.scoring import size_value
from bot.search.spots import distance_km

if TYPE_CHECKING:
    from bot.search.collectives.index import Card
    from bot.search.collectives.reading import Wish

NEAR_KM: Final = 50
"""A distance beyond this is no reason."""
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s")
ALIKE: Final = 0.75
MOST: Final = 5


@dataclass(frozen=True, slots=True)
class Found:
    """What a collective shares with a wish: its value, the parts, and which offer and need.

    The parts are themes, gets, gives and text; a number of -1 means that no item fits.
    """

    value: float
    parts: tuple[float, float, float, float]
    offer: int
    need: int


def reasons_for(wish: "Wish", card: "Card", found: Found) -> tuple[Reason, ...]:
    """At most five reasons."""
    return (*_content(wish, card, found), *_circumstances(wish, card))[:MOST]


def _content(wish: "Wish", card: "Card", found: Found) -> list[Reason]:
    reasons: list[Reason] = []
    if found.offer >= 0:
        reasons.append(Reason(ReasonKind.OFFERS, quote=card.offers[found.offer].text))
    shared = tuple(sorted(card.themes & wish.themes.keys()))
    if shared:
        reasons.append(Reason(ReasonKind.THEME, ids=shared))
    if found.need >= 0:
        reasons.append(Reason(ReasonKind.NEEDS, quote=card.needs[found.need].text))
    if not reasons:
        kind = ReasonKind.WORDS if max(found.parts) > 0 else ReasonKind.RELATED
        if kind is ReasonKind.WORDS:
            reasons.append(Reason(kind, quote=_first_sentence(card.profile.description)))
        elif found.value > 0:
            reasons.append(Reason(kind, ids=tuple(sorted(card.themes))))
    return reasons


def _circumstances(wish: "Wish", card: "Card") -> list[Reason]:
    reasons: list[Reason] = []
    if wish.context and wish.context == card.context:
        reasons.append(Reason(ReasonKind.CONTEXT, ids=(card.context,)))
    if wish.spot is not None and card.spot is not None:
        km = round(distance_km(wish.spot, card.spot))
        if (wish.spot.name, wish.spot.municipality) == (card.spot.name, card.spot.municipality):
            reasons.append(Reason(ReasonKind.PLACE, quote=card.spot.name))
        elif km <= NEAR_KM:
            reasons.append(Reason(ReasonKind.DISTANCE, quote=card.spot.name, number=max(1, km)))
    people = card.profile.population
    if people and size_value(wish.population, people) >= ALIKE:
        reasons.append(Reason(ReasonKind.SIZE, number=people))
    reasons.extend(_spirit(wish, card))
    return reasons


def _spirit(wish: "Wish", card: "Card") -> list[Reason]:
    reasons: list[Reason] = []
    if wish.phase in PHASES and card.phase in PHASES:
        ahead = PHASES.index(card.phase) - PHASES.index(wish.phase)
        if ahead >= 0:
            kind = ReasonKind.AHEAD if ahead else ReasonKind.PHASE
            reasons.append(Reason(kind, ids=(card.phase,)))
    for kind, mine, theirs in (
        (ReasonKind.MOTIVE, wish.motives, card.profile.motives),
        (ReasonKind.METHOD, wish.methods, card.profile.methods),
    ):
        both = tuple(one for one in theirs if one in mine)
        if both:
            reasons.append(Reason(kind, ids=both))
    return reasons


def reason_facts(reason: Reason, content: Content, language: str) -> dict[str, object]:
    """What the text `match-reason-<kind>` needs: `names`, `what`, `kind` and `number`.

    `what` is untrusted: a door cleans it as it does all words of others.
    """
    named = {
        one.id: one
        for one in (
            *content.themes,
            *(value for facet in content.facets for value in facet.values),
        )
    }
    found = [named[id_] for id_ in reason.ids if id_ in named]
    return {
        "names": tuple(one.name_en if language == "en" else one.name_nl for one in found),
        "what": reason.quote,
        "kind": reason.ids[0] if reason.ids else "",
        "number": reason.number,
    }


def _first_sentence(text: str) -> str:
    return _SENTENCE.split(text.strip(), maxsplit=1)[0]
