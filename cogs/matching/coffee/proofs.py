"""How good a round is, in lines that staff can check."""

from collections.abc import Mapping
from typing import Any, Final

from bot.services.matching import Preview
from cogs._client import Services
from cogs._ui import shown

MOST_GROUPS: Final = 40


def proof_text(services: Services, facts: Mapping[str, Any], language: str) -> str:
    """The figures of a round, each in a line; `facts` as the keeper of rounds sends them."""
    text = services.texts.text
    ages = list(facts["ages"])
    told = {name: int(facts[name]) for name in ("people", "pairs", "trios", "alone", "waited")}
    same = int(facts["of_one_collective"])
    return "\n".join(
        (
            text("coffee-proof-people", language, **told),
            text("coffee-proof-alone", language, alone=told["alone"]),
            text("coffee-proof-repeats", language, repeats=len(ages), age=min(ages, default=0)),
            text("coffee-proof-same", language, same=same),
            text("coffee-proof-waited", language, waited=told["waited"]),
            text("coffee-proof-score", language, score=int(facts["score"])),
            text("coffee-proof-best", language, best=bool(facts["is_best"])),
        )
    )


def preview_text(services: Services, preview: Preview, name: str, language: str) -> str:
    """Who would meet whom."""
    text = services.texts.text
    if not preview.certificate.people:
        return text("coffee-preview-none", language, name=name)
    lines = [text("coffee-preview", language, name=name, at=preview.card.next_at)]
    for group, ages in list(zip(preview.groups, preview.ages, strict=True))[:MOST_GROUPS]:
        names = tuple(_sitter(one.name, one.collective) for one in group)
        if ages:
            lines.append(text("coffee-preview-again", language, names=names, age=min(ages)))
        else:
            lines.append(text("coffee-preview-new", language, names=names))
    more = len(preview.groups) - MOST_GROUPS
    if more > 0:
        lines.append(text("coffee-preview-more", language, count=more))
    if preview.alone:
        names = tuple(_sitter(one.name, one.collective) for one in preview.alone)
        lines.append(text("coffee-preview-alone", language, names=names))
    return "\n".join((*lines, "", proof_text(services, _facts(preview), language)))


def _facts(preview: Preview) -> dict[str, Any]:
    figures = preview.certificate
    return {
        "people": figures.people,
        "pairs": figures.pairs,
        "trios": figures.trios,
        "alone": figures.alone,
        "waited": figures.waited,
        "of_one_collective": figures.of_one_collective,
        "ages": figures.ages,
        "score": round(100 * figures.score),
        "is_best": figures.is_best,
    }


def _sitter(name: str, collective: str) -> str:
    return f"{shown(name, 40)} ({shown(collective, 40)})" if collective else shown(name, 40)
