"""`polls count`: counts ballots from a file, outside chat."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.commands._ballots import read_ballots
from bot.commands._lines import InputError, clean, stop, utf8_stdout
from bot.counting import Count, Duel, Method, Round, TooManyOptions, Total, count
from bot.counting.results import Amount

_COLUMNS: Final = "CSV (komma of puntkomma) met de kolommen ballot en count."
_OPTIONS: Final = "De opties met ; ertussen. Een stem op iets anders is dan ongeldig."
_MINIMUM: Final = "Bij consent: hoeveel antwoorden er minstens moeten zijn."
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help=_COLUMNS)]


def register(app: typer.Typer) -> None:
    """Add the `polls` group to the command line."""
    group = typer.Typer(no_args_is_help=True, help="Peilingen: tellen buiten de chat.")
    app.add_typer(group, name="polls")
    group.callback()(_group)
    group.command("count")(count_file)


def _group() -> None:
    """Peilingen: tellen buiten de chat."""


def count_file(
    ballots: File,
    method: Annotated[Method, typer.Option(help="Hoe er wordt geteld.")],
    options: Annotated[str, typer.Option(help=_OPTIONS)] = "",
    minimum: Annotated[int, typer.Option(min=1, help=_MINIMUM)] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Schrijf JSON.")] = False,
) -> None:
    """Tel de stemmen in een bestand. Een ongeldige stem telt niet mee en stopt het tellen niet."""
    utf8_stdout()
    given = tuple(name for name in options.split(";") if name.strip())
    try:
        result = count(method, read_ballots(ballots), given, minimum=minimum)
    except InputError as fault:
        stop(fault)
    except TooManyOptions:
        nl, en = "te veel opties om te vergelijken", "too many options to compare"
        stop(InputError(ballots, 0, nl=nl, en=en))
    if as_json:
        typer.echo(json.dumps(shape(result), ensure_ascii=False))
    else:
        for line in _readable(result):
            typer.echo(clean(line))


def shape(result: Count) -> dict[str, object]:
    """A count as other programs read it; a fraction becomes the nearest decimal number."""
    return {
        "method": result.method,
        "winners": list(result.winners),
        "tied": result.is_tied,
        "valid": result.valid,
        "blank": result.blank,
        "invalid": result.invalid,
        "rounds": [_step(step, result.method) for step in result.rounds],
        "totals": _totals(result.totals),
    }


def _step(step: Round | Duel, method: str) -> dict[str, object]:
    if isinstance(step, Duel):
        told: dict[str, object] = {"locked": step.is_locked}
        if method == Method.SCHULZE:
            told = {"path": step.strength}
        pair = [step.first, step.second]
        return {"pair": pair, "for": step.ahead, "against": step.behind, **told}
    said: dict[str, object] = {"totals": _totals(step.totals)}
    if step.out:
        said["out"] = list(step.out)
    if step.split:
        said["split"] = list(step.split)
    if step.exhausted:
        said["exhausted"] = step.exhausted
    if step.note:
        said["note"] = step.note
    return said


def _totals(totals: tuple[Total, ...]) -> dict[str, int | float]:
    return {total.option: _number(total.amount) for total in totals}


def _number(amount: Amount) -> int | float:
    return int(amount) if amount.denominator == 1 else float(amount)


def _readable(result: Count) -> Iterator[str]:
    if not result.winners:
        yield "Er is geen winnaar."
    elif result.is_tied:
        yield f"Gelijk: {', '.join(result.winners)}"
    else:
        yield f"Winnaar: {result.winners[0]}"
    for total in result.totals:
        yield f"{total.option}: {_number(total.amount):g}"
    yield f"Geldig {result.valid}, blanco {result.blank}, ongeldig {result.invalid}."
