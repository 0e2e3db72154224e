"""`texts check`: every text in every language, used, alike, and plain enough."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot.commands._text_keys import Uses, read_uses
from bot.plain_language import Finding, Jargon, Level, findings, label_findings
from bot.text_shapes import Shape, Shapes, read_shapes
from bot.texts import HOME, LANGUAGES, Texts

_ROOT = Path(__file__).resolve().parent.parent.parent
_LONGEST_DESCRIPTION = 100
"""Characters of a command's or option's description. Source: Discord, application commands."""
_TRANSLATED_NAME = "word-"
"""English names of commands and options; the Dutch name stands in the code."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about one text; `advice` is worth a look, `fail` must be mended."""

    language: str
    key: str
    rule: str
    level: str
    value: float
    where: str

    def line(self) -> str:
        """One line for a terminal."""
        value = f" {self.value:g}" if self.value else ""
        where = f": {' '.join(self.where.split())}" if self.where else ""
        return f"{self.language} {self.key} {self.rule}{value}{where}"


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Teksten: controleren.", no_args_is_help=True)
    app.add_typer(group, name="texts")
    group.callback()(_group)
    group.command("check")(_check)


def _group() -> None:
    """Teksten: controleren."""


def _check(
    as_json: Annotated[bool, typer.Option("--json", help="Eén JSON-document.")] = False,
    advice: Annotated[bool, typer.Option("--advice", help="Ook wat beter kan.")] = False,
) -> None:
    """Controleer alle teksten: sleutels, feiten en hoe moeilijk ze zijn; status 1 bij een fout."""
    texts = Texts.load()
    shapes = {language: read_shapes(texts.source(language)) for language in LANGUAGES}
    problems = tuple(check(shapes, read_uses(_ROOT), Jargon.load()))
    failed = [one for one in problems if one.level == Level.FAIL]
    advised = [one for one in problems if one.level == Level.AIM]
    count = len(shapes[HOME].by_key)
    if as_json:
        shown = {
            "texts": count,
            "languages": list(LANGUAGES),
            "problems": [asdict(one) for one in failed],
            "advice": [asdict(one) for one in advised],
        }
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
    else:
        for one in failed:
            sys.stderr.write(one.line() + "\n")
        for one in advised if advice else []:
            sys.stdout.write(one.line() + "\n")
        sys.stdout.write(f"{count} teksten, {len(failed)} fouten, {len(advised)} adviezen\n")
    if failed:
        raise typer.Exit(1)


def check(shapes: dict[str, Shapes], uses: Uses, jargon: Jargon) -> Iterator[Problem]:
    """Everything that is wrong or could be better, file by file and key by key."""
    for language, found in shapes.items():
        for said in found.problems:
            yield _fail(language, "-", "file", said)
    yield from _keys(shapes, uses)
    for key, shape in shapes[HOME].by_key.items():
        yield from _plainness(key, shape, jargon)
    for language, found in shapes.items():
        for key, shape in found.by_key.items():
            yield from _descriptions(language, key, shape)


def _fail(language: str, key: str, rule: str, where: str = "", value: float = 0) -> Problem:
    return Problem(language, key, rule, Level.FAIL, value, where)


def _keys(shapes: dict[str, Shapes], uses: Uses) -> Iterator[Problem]:
    home = shapes[HOME].by_key
    every = {key: None for found in shapes.values() for key in found.by_key}
    mentioned = {key for shape in home.values() for key in shape.mentions}
    for key in every:
        for language, found in shapes.items():
            if key not in found.by_key and not key.startswith(_TRANSLATED_NAME):
                yield _fail(language, key, "missing")
            elif key in home and (differ := found.by_key[key].arguments ^ home[key].arguments):
                yield _fail(language, key, "other-facts", ", ".join(sorted(differ)))
        if not uses.uses(key) and key not in mentioned:
            yield _fail(HOME, key, "unused")
    for key, place in uses.asked.items():
        if key not in home:
            yield _fail(HOME, key, "unknown", place)


def _plainness(key: str, shape: Shape, jargon: Jargon) -> Iterator[Problem]:
    """The worst finding per rule over all forms of the text."""
    worst: dict[str, Finding] = {}
    for form in shape.forms:
        found = label_findings(form) if key.endswith("-button") else findings(form, jargon)
        for one in found:
            known = worst.get(f"{one.rule}{one.where}")
            if known is None or (known.level, one.level) == (Level.AIM, Level.FAIL):
                worst[f"{one.rule}{one.where}"] = one
    for one in worst.values():
        yield Problem(HOME, key, one.rule, one.level, one.value, one.where)


def _descriptions(language: str, key: str, shape: Shape) -> Iterator[Problem]:
    if key.startswith(("command-", "option-")):
        longest = max(map(len, shape.forms), default=0)
        if longest > _LONGEST_DESCRIPTION:
            yield _fail(language, key, "description-characters", value=longest)
