"""What matching takes in and gives back, as values without any language."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.content import Collective

PARTNER: Final = "partner"
"""The legal form of a welfare organisation or municipality: shown apart (M11)."""


class Difference(StrEnum):
    """In what somebody wants the others to differ: nothing, unless asked for."""

    NONE = ""
    MOTIVE = "motive"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Profile:
    """A collective as matching sees it; only id and name are needed.

    Themes, context, phase, motives, methods and legal form are ids of themes and facets; offers
    and needs are free text. `population` is that of the village or neighbourhood; `stories` are
    what worked, in their words; `languages` are codes such as `nl` and `tr`.
    """

    id: str
    name: str
    place: str = ""
    municipality: str = ""
    themes: tuple[str, ...] = ()
    context: str = ""
    population: int | None = None
    phase: str = ""
    motives: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    legal_form: str = ""
    description: str = ""
    precision: str = "place"
    stories: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def is_partner(self) -> bool:
        """Whether this is no residents' collective."""
        return self.legal_form == PARTNER


@dataclass(frozen=True, slots=True)
class MatchQuery:
    """Who or what somebody looks for. Everything may stay empty.

    `text` is a wish in free words. `offers` and `needs` are those of the asker: their needs are
    held against what others offer, their offers against what others need. `without` are ids that
    must not come back: the asker's own, and those it blocked. `partners` asks for partners only.
    `different` asks for the same theme with another motive or in another kind of place (M6, M7).
    """

    text: str = ""
    themes: tuple[str, ...] = ()
    place: str = ""
    municipality: str = ""
    context: str = ""
    population: int | None = None
    phase: str = ""
    motives: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    partners: bool = False
    different: Difference = Difference.NONE


class ReasonKind(StrEnum):
    """Why somebody matches. The text key is `match-reason-<kind>`."""

    OFFERS = "offers-what-you-need"
    OFFERS_LIKE = "offers-something-like-it"
    NEEDS = "needs-what-you-offer"
    NEEDS_LIKE = "needs-something-like-it"
    THEME = "shared-theme"
    RELATED = "related-theme"
    WORDS = "same-words"
    CONTEXT = "same-context"
    SIZE = "same-size"
    PLACE = "same-place"
    DISTANCE = "distance"
    AHEAD = "a-phase-ahead"
    PHASE = "same-phase"
    MOTIVE = "same-motive"
    METHOD = "same-method"
    LANGUAGE = "same-language"
    OTHER_MOTIVE = "other-motive"
    OTHER_CONTEXT = "other-context"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its facts; doors turn it into a sentence.

    `ids` are ids of themes or facet values; `quote` is what the other typed (untrusted text);
    `number` is a population or whole kilometres.
    """

    kind: ReasonKind
    ids: tuple[str, ...] = ()
    quote: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """A collective that fits, with a score of 0 to 1 and its reasons, the weightiest first."""

    id: str
    name: str
    score: float
    reasons: tuple[Reason, ...]


def profile_of(collective: Collective, id_: str) -> Profile:
    """A row of a file of collectives as a profile."""
    return Profile(
        id=id_,
        name=collective.name,
        place=collective.place,
        municipality=collective.municipality,
        themes=collective.themes,
        context=collective.context,
        population=collective.population,
        phase=collective.phase,
        motives=collective.motives,
        methods=collective.methods,
        offers=collective.offers,
        needs=collective.needs,
        legal_form=collective.legal_form,
        description=collective.description,
    )


def query_of(profile: Profile, blocked: Sequence[str] = ()) -> MatchQuery:
    """The question "who fits us?" of a collective; it never finds itself."""
    return MatchQuery(
        themes=profile.themes,
        place=profile.place,
        municipality=profile.municipality,
        context=profile.context,
        population=profile.population,
        phase=profile.phase,
        motives=profile.motives,
        methods=profile.methods,
        offers=profile.offers,
        needs=profile.needs,
        languages=profile.languages,
        without=frozenset({profile.id, *blocked}),
    )
