"""Cases of matching that were judged by hand: whom a sensible person would name, and who is wrong.

A line of `cases_match.jsonl` has a `query` (fields of `MatchQuery`) over `data/content/
collectives.csv` (id `examples-…`) or `collectives_held.csv` (id `held-…`); `good` are those that a
sensible person would name, none at all for a query that nobody fits; who comes first is wrong when
it is named in `bad`, is in another `kind` of place, or is not good and has none of the themes
`about`. Weights and words were chosen on the part `tuned` alone; a third was `held` apart from the
first day, and `last` was written when all but the finishing touches was done.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.commands._collectives import profiles
from bot.search.collectives import CollectiveIndex, Difference, MatchQuery, Profile, Reader
from bot.search.collectives.facets import CITY, DISTRICT, VILLAGE

HERE = Path(__file__).parent
FILES = {
    "examples": HERE.parents[1] / "data" / "content" / "collectives.csv",
    "held": HERE / "collectives_held.csv",
    "fresh": HERE / "collectives_fresh.csv",
}
KINDS = {"dorp": {VILLAGE, "", "buitenland"}, "stad": {DISTRICT, CITY, "", "buitenland"}}


@dataclass(frozen=True)
class Case:
    """One query with its judgement."""

    id: str
    part: str
    query: MatchQuery
    good: frozenset[str]
    bad: frozenset[str]
    kind: str
    about: frozenset[str]


@dataclass(frozen=True)
class Verdict:
    """What was found for a case, as names, and what a sensible person thinks of it."""

    case: Case
    found: tuple[str, ...]
    is_hit: bool
    is_wrong: bool


def read_cases() -> list[Case]:
    """All cases, in order."""
    lines = (HERE / "cases_match.jsonl").read_text(encoding="utf-8").splitlines()
    return [_case(json.loads(line)) for line in lines]


def read_groups() -> dict[str, list[Profile]]:
    """The two sets of collectives."""
    return {name: list(profiles(path)) for name, path in FILES.items()}


def judge(cases: Sequence[Case], reader: Reader) -> Iterator[Verdict]:
    """The verdict on each case, among the first three."""
    groups = read_groups()
    indexes = {name: CollectiveIndex(group, reader) for name, group in groups.items()}
    by_id = {name: {one.id: one for one in group} for name, group in groups.items()}
    for case in cases:
        name = case.id.split("-")[0]
        found = [by_id[name][one.id] for one in indexes[name].rank(case.query, top=3)]
        yield Verdict(
            case,
            tuple(one.name for one in found),
            any(_is_in(one, case.good) for one in found) if case.good else not found,
            bool(found) and _is_wrong(found[0], case),
        )


def _is_wrong(first: Profile, case: Case) -> bool:
    if not case.good or _is_in(first, case.bad):
        return True
    if case.kind and first.context not in KINDS[case.kind]:
        return True
    return not _is_in(first, case.good) and not case.about & set(first.themes)


def _is_in(one: Profile, names: frozenset[str]) -> bool:
    return one.name in names or f"{one.name} @ {one.place}" in names


def _case(row: dict[str, Any]) -> Case:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in row["query"].items()
    }
    fields["different"] = Difference(fields.get("different", ""))
    return Case(
        id=row["id"],
        part=row["part"],
        query=MatchQuery(**fields),
        good=frozenset(row["good"]),
        bad=frozenset(row.get("bad", ())),
        kind=row.get("kind", ""),
        about=frozenset(row.get("about", ())),
    )
