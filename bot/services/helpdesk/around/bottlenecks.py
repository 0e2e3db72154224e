"""A rule in the way: which one, of which layer of government; told to others in totals only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.errors import BadInput
from bot.people import Person
from bot.rights import Action
from bot.services.helpdesk.open_questions import found_for, held_for
from bot.untrusted import plain, without_personal_numbers
from data.store import Store, bottlenecks, people

LAYERS: Final = ("rijk", "provincie", "gemeente", "waterschap", "unknown")
LONGEST_RULE: Final = 300
FEWEST: Final = 5
"""Of fewer people no number is shown. Source: domain rules on trust, data inventory, row 19."""
COUNTED: Final = timedelta(days=365)


class EmptyRule(BadInput):
    """Nothing was told about the rule."""

    key = "helpdesk-rule-empty"
    code = "H22"


class UnknownLayer(BadInput):
    """No such layer of government."""

    key = "helpdesk-rule-layer-unknown"
    code = "H23"


@dataclass(frozen=True, slots=True)
class Rule:
    """What somebody told about a rule in the way."""

    rule: str
    layer: str


@dataclass(frozen=True, slots=True)
class Totals:
    """How many people told of a rule in the way in the last year; most first.

    `too_few`: somebody did, but of no theme or layer enough people to show a number.
    """

    themes: tuple[tuple[str, int], ...]
    layers: tuple[tuple[str, int], ...]
    too_few: bool


class Bottlenecks:
    """Rules in the way of what residents want."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def mine(self, person: Person, question_id: int) -> Rule | None:
        """What this person told with a question before. Raises: QuestionNotFound, NotHere."""
        async with self._store.reading() as session:
            question = await found_for(session, person, question_id)
            row = await bottlenecks.find_of(session, question.id, person.id)
        return None if row is None else Rule(row.rule, row.layer)

    async def note(self, person: Person, question_id: int, told: Rule) -> bool:
        """Keep it, or change what this person told with this question; True when it is new.

        Numbers and addresses that lead to somebody are not kept.
        Raises: QuestionNotFound, NotHere, EmptyRule, UnknownLayer.
        """
        rule = " ".join(without_personal_numbers(plain(told.rule)).split())[:LONGEST_RULE]
        if not rule:
            raise EmptyRule
        if told.layer not in LAYERS:
            raise UnknownLayer
        async with self._store.writing() as session:
            await people.hold(session, person.id)  # pressed twice is one
            question = await held_for(session, person, question_id)
            row = await bottlenecks.hold_of(session, question.id, person.id)
            if row is not None:
                row.rule, row.layer, row.themes = rule, told.layer, list(question.themes)
                return False
            await bottlenecks.add(
                session,
                community_id=question.community_id,
                question_id=question.id,
                person_id=person.id,
                rule=rule,
                layer=told.layer,
                themes=list(question.themes),
                at=self._clock.now(),
            )
            return True

    async def take_back(self, person: Person, question_id: int) -> bool:
        """Remove what this person told with a question; False when there was nothing."""
        async with self._store.writing() as session:
            row = await bottlenecks.hold_of(session, question_id, person.id)
            if row is None:
                return False
            await session.delete(row)
            return True

    async def totals(self, person: Person) -> Totals:
        """How many people met a rule in the way, per theme and per layer. Raises: NotAllowed."""
        person.need(Action.SEE_SIGNALS)
        since = self._clock.now() - COUNTED
        async with self._store.reading() as session:
            found = await bottlenecks.find_since(session, person.community_id, since)
            told = [(row.person_id or -row.id, tuple(row.themes), row.layer) for row in found]
        themes = _people((who, theme) for who, themes, _ in told for theme in themes)
        layers = _people((who, layer) for who, _, layer in told)
        shown = (_enough(themes), _enough(layers))
        return Totals(*shown, too_few=bool(told) and not any(shown))


def _people(told: Iterable[tuple[int, str]]) -> dict[str, set[int]]:
    """Who told of each; somebody who is gone counts once for each time."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for who, what in told:
        found[what].add(who)
    return found


def _enough(found: dict[str, set[int]]) -> tuple[tuple[str, int], ...]:
    counts = [(what, len(who)) for what, who in found.items() if len(who) >= FEWEST]
    return tuple(sorted(counts, key=lambda one: (-one[1], one[0])))
