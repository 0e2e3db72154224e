"""Kinds of place and phases: what people write, and how alike two of them are."""

from collections.abc import Mapping
from typing import Final

from bot.search.words import words

VILLAGE, DISTRICT, CITY, REGION = "dorp", "stadswijk", "stad", "regio"
NATION, ABROAD = "landelijk", "buitenland"

_KINDS: Final = {
    VILLAGE: """dorp dorpen dorpje dorps kern kernen platteland plattelandsdorp buitengebied gehucht
        buurtschap village villages rural countryside eilanddorp kerkdorp""",
    DISTRICT: """stadswijk wijk wijken wijkje buurt stadsbuurt stadsdeel flat flats flatgebouw
        portiek volkswijk binnenstad neighbourhood neighborhood district suburb quarter""",
    CITY: "stad steden stadje stedelijk city town urban",
    REGION: "regio streek provincie eiland region province",
    NATION: "landelijk nederland nationwide national",
    ABROAD: "buitenland vlaanderen vlaams belgie abroad flanders flemish",
}
_WEAK: Final = {"buurt": 0.25, "wijk": 0.75, "wijken": 0.5, "flat": 0.7, "kern": 0.5, "town": 0.4,
                "neighbourhood": 0.4, "neighborhood": 0.4, "provincie": 0.0, "nederland": 0.0,
                "eiland": 0.5, "stad": 0.7}  # fmt: skip
"""Words that people also use without meaning the kind of place."""
COMPOUND: Final = 0.85
"""How sure a word such as "dorpsstraat" says that somebody is in a village."""
_LIKENESS: Final = {
    frozenset({DISTRICT, CITY}): 0.6,
    frozenset({VILLAGE, REGION}): 0.4,
    frozenset({CITY, REGION}): 0.4,
    frozenset({VILLAGE, CITY}): 0.1,
    frozenset({DISTRICT, REGION}): 0.15,
}
UNKNOWN: Final = 0.4
"""An empty facet neither helps nor blocks."""

PHASES: Final = (
    "onvrede-of-idee", "groep-vormen", "plan-maken", "aan-de-slag", "draaien",
    "groeien-veranderen", "overdragen-stoppen",
)  # fmt: skip
"""In the order that collectives go through them."""
SEASONED: Final = {
    "aan-de-slag": 0.8, "draaien": 1.0, "groeien-veranderen": 1.0, "overdragen-stoppen": 0.7,
    "plan-maken": 0.3, "groep-vormen": 0.15, "onvrede-of-idee": 0.0,
}  # fmt: skip
"""How much somebody in this phase can tell from experience."""


def context_of(text: str) -> str:
    """The kind of place that a value in a file or an option means; empty when none."""
    said = contexts_in(text)
    if not said:
        plain = " ".join(words(text))
        parts = (("dorp", VILLAGE), ("wijk", DISTRICT), ("buurt", DISTRICT), ("stad", CITY))
        return next((kind for part, kind in parts if part in plain), "")
    return max(said, key=lambda kind: (said[kind], kind))


def contexts_in(text: str) -> dict[str, float]:
    """The kinds of place that a text names, each with how sure that is, 0 to 1."""
    found: dict[str, float] = {}
    kinds = {word: kind for kind, listed in _KINDS.items() for word in listed.split()}
    for word in words(text):
        kind = kinds.get(word, VILLAGE if word.startswith("dorps") else "")
        if kind:
            sure = _WEAK.get(word, 1.0 if word in kinds else COMPOUND)
            found[kind] = max(found.get(kind, 0.0), sure)
    return found


def context_likeness(one: str, other: str) -> float:
    """How alike two kinds of place are: 1 the same, 0 a different world."""
    if not one or not other:
        return UNKNOWN
    if one == other:
        return 1.0
    if NATION in {one, other}:
        return 0.3
    return _LIKENESS.get(frozenset({one, other}), 0.0)


def phase_of(text: str, names: Mapping[str, str]) -> str:
    """The phase that a value means: an id, or a name in `names` (folded name to id)."""
    plain = "-".join(words(text))
    if plain in PHASES:
        return plain
    return names.get(" ".join(words(text)), "")


def phase_fit(own: str, other: str) -> float:
    """How well a collective in phase `other` suits one in phase `own`; a phase ahead is best."""
    if not own or own not in PHASES:
        return SEASONED.get(other, UNKNOWN)
    if other not in PHASES:
        return UNKNOWN
    ahead = PHASES.index(other) - PHASES.index(own)
    if ahead == 0:
        return 0.75
    return {1: 1.0, 2: 0.95}.get(ahead, 0.7 if ahead > 0 else 0.3)
