"""Why somebody matches: the weightiest reasons first, as facts."""

import re
from collections.abc import Mapping
from typing import Final

from bot.content import Content
from bot.search.collectives.cards import Card
from bot.search.collectives.facets import PHASES
from bot.search.collectives.profiles import Difference, Reason, ReasonKind
from bot.search.collectives.reading import Wish
from bot.search.collectives.scoring import AKIN, ENOUGH, size_value
from bot.search.collectives.shared import Found
from bot.search.spots import distance_km

Links = Mapping[tuple[str, str], float]
NEAR_KM: Final = 50
"""A distance beyond this is no reason."""
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s")
ALIKE: Final = 0.75
MOST: Final = 5
_ORDER: Final = (
    ReasonKind.OFFERS, ReasonKind.THEME, ReasonKind.OFFERS_LIKE, ReasonKind.RELATED,
    ReasonKind.WORDS, ReasonKind.OTHER_MOTIVE, ReasonKind.OTHER_CONTEXT, ReasonKind.CONTEXT,
    ReasonKind.NEEDS, ReasonKind.PLACE, ReasonKind.DISTANCE, ReasonKind.NEEDS_LIKE,
    ReasonKind.AHEAD, ReasonKind.SIZE, ReasonKind.PHASE, ReasonKind.MOTIVE, ReasonKind.METHOD,
    ReasonKind.LANGUAGE,
)  # fmt: skip
"""The weightiest first, as `scoring.Weights` has it."""


def reasons_for(wish: Wish, card: Card, found: Found, links: Links) -> tuple[Reason, ...]:
    """At most five reasons; `links` tells which themes are related."""
    shared = _shared(wish, card, found, links)
    told = (*shared, *_differences(wish, card), *_circumstances(wish, card))
    return tuple(sorted(told, key=lambda reason: _ORDER.index(reason.kind)))[:MOST]


def _shared(wish: Wish, card: Card, found: Found, links: Links) -> list[Reason]:
    reasons: list[Reason] = []
    if found.offer.which >= 0:
        kind = ReasonKind.OFFERS_LIKE if found.offer.is_like else ReasonKind.OFFERS
        reasons.append(Reason(kind, quote=card.offers[found.offer.which].text))
    shared = tuple(sorted(card.themes & wish.themes.keys()))
    if shared:
        reasons.append(Reason(ReasonKind.THEME, ids=shared))
    if found.need.which >= 0:
        kind = ReasonKind.NEEDS_LIKE if found.need.is_like else ReasonKind.NEEDS
        reasons.append(Reason(kind, quote=card.needs[found.need.which].text))
    if reasons or not wish.has_subject:
        return reasons
    akin = tuple(
        theirs
        for theirs in sorted(card.themes)
        if any(links.get((mine, theirs), 0.0) >= AKIN for mine in wish.themes)
    )
    if akin and max(found.parts[1:]) < ENOUGH:
        return [Reason(ReasonKind.RELATED, ids=akin)]
    story = _first_sentence(card.profile.description)
    return [Reason(ReasonKind.WORDS, quote=story)] if story and max(found.parts[1:]) else []


def _differences(wish: Wish, card: Card) -> list[Reason]:
    if wish.different is Difference.MOTIVE:
        others = tuple(one for one in card.profile.motives if one not in wish.motives)
        return [Reason(ReasonKind.OTHER_MOTIVE, ids=others)]
    if wish.different is Difference.CONTEXT:
        return [Reason(ReasonKind.OTHER_CONTEXT, ids=(card.context,))]
    return []


def _circumstances(wish: Wish, card: Card) -> list[Reason]:
    reasons: list[Reason] = []
    if wish.context and wish.context == card.context:
        reasons.append(Reason(ReasonKind.CONTEXT, ids=(card.context,)))
    is_shown = card.profile.precision == "place"  # a distance would tell where they are
    if wish.spot is not None and card.spot is not None and is_shown:
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


def _spirit(wish: Wish, card: Card) -> list[Reason]:
    reasons: list[Reason] = []
    if wish.phase in PHASES and card.phase in PHASES:
        ahead = PHASES.index(card.phase) - PHASES.index(wish.phase)
        if ahead >= 0:
            kind = ReasonKind.AHEAD if ahead else ReasonKind.PHASE
            reasons.append(Reason(kind, ids=(card.phase,)))
    for kind, mine, theirs in (
        (ReasonKind.MOTIVE, wish.motives, card.profile.motives),
        (ReasonKind.METHOD, wish.methods, card.profile.methods),
        (ReasonKind.LANGUAGE, wish.languages, card.profile.languages),
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
    is_english = language.lower().startswith("en")
    shown = [
        (named[id_].name_en if is_english else named[id_].name_nl) if id_ in named else id_
        for id_ in reason.ids
    ]
    return {
        "names": (" and " if is_english else " en ").join(shown),
        "what": reason.quote.rstrip(" ."),
        "kind": reason.ids[0] if reason.ids else "",
        "number": reason.number,
    }


def _first_sentence(text: str) -> str:
    return _SENTENCE.split(text.strip(), maxsplit=1)[0]
