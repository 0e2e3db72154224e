"""Reading files line by line and printing results, for the subcommands that work on files."""

import json
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, cast

import typer


class InputError(Exception):
    """A file cannot be used; says why in Dutch and in English. `line` 0 is the whole file."""

    def __init__(self, path: Path, line: int, *, nl: str, en: str) -> None:
        place = f", regel/line {line}" if line else ""
        super().__init__(f"{path.name}{place}: {nl} / {en}")


def stop(fault: InputError) -> NoReturn:
    """Print the fault as one line on stderr and end with status 1."""
    typer.echo(clean(str(fault)), err=True)
    raise typer.Exit(1)


def clean(text: str) -> str:
    """One line that any terminal and any UTF-8 file can take."""
    visible = "".join(char if char.isprintable() else " " for char in text)
    return visible.encode("utf-8", "replace").decode("utf-8")


def utf8_stdout() -> None:
    """Print UTF-8 whatever the locale says: programs read what comes out."""
    out: object = sys.stdout
    if isinstance(out, TextIOWrapper):
        cast("TextIOWrapper", out).reconfigure(encoding="utf-8", errors="backslashreplace")


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """(number from 1, line without its end) of each line that is not blank, one at a time.

    Raises: InputError when the file is not UTF-8 or cannot be read.
    """
    number = 0
    try:
        with path.open("rb") as file:
            for raw in file:
                number += 1
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
                if line.strip():
                    yield number, line
    except UnicodeDecodeError:
        raise InputError(path, number, nl="geen UTF-8", en="not UTF-8") from None
    except OSError as error:
        nl, en = f"kan niet worden gelezen ({error.strerror})", f"cannot be read ({error.strerror})"
        raise InputError(path, 0, nl=nl, en=en) from None


def columns(path: Path, required: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, the cells by column) of each line of a tab-separated file with a header.

    Quotes mean nothing; a line may have fewer cells, the missing ones are "". Raises: InputError.
    """
    header: list[str] | None = None
    for number, line in lines(path):
        cells = line.split("\t")
        if header is None:
            header = [cell.strip() for cell in cells]
            missing = next((name for name in required if name not in header), None)
            if missing:
                nl, en = f'kolom "{missing}" ontbreekt', f'column "{missing}" is missing'
                raise InputError(path, number, nl=nl, en=en)
            continue
        if len(cells) > len(header):
            raise InputError(path, number, nl="te veel kolommen", en="too many columns")
        cells += [""] * (len(header) - len(cells))
        yield number, dict(zip(header, cells, strict=True))
    if header is None:
        raise InputError(path, 0, nl="het bestand is leeg", en="the file is empty")


def records(
    path: Path, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, the named text fields) of each JSON object of a file with one object per line.

    A number counts as text, a missing optional field as "". Raises: InputError with the line.
    """
    for number, line in lines(path):
        table = _object(path, number, line)
        found = {name: _text(table.get(name)) for name in (*required, *optional)}
        missing = next((name for name in required if found[name] is None), None)
        if missing:
            nl, en = f'"{missing}" ontbreekt of is geen tekst', f'"{missing}" is missing or no text'
            raise InputError(path, number, nl=nl, en=en)
        yield number, {name: text or "" for name, text in found.items()}


def check_id(path: Path, number: int, id_: str) -> str:
    """The id when it can stand in a tab-separated line. Raises: InputError."""
    if not id_ or not id_.isprintable():
        nl, en = "de id is leeg of heeft een tab of regeleinde", "the id is empty or has a tab"
        raise InputError(path, number, nl=nl, en=en)
    return id_


def _object(path: Path, number: int, line: str) -> dict[str, object]:
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(path, number, nl="geen geldige JSON", en="not valid JSON") from None
    if not isinstance(value, dict):
        raise InputError(path, number, nl="geen JSON-object", en="not a JSON object")
    return cast("dict[str, object]", value)


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return None
