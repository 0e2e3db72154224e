"""`match`: which collectives of a file fit a wish, and why; stores nothing."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from bot.commands._lines import InputError, clean, lines, stop, utf8_stdout

if TYPE_CHECKING:
    from bot.content import Content
    from bot.search.collectives import CollectiveIndex, Match, MatchQuery, Profile
    from bot.texts import Texts

TOP: Final = 5
MOST: Final = 1000
_KEYS: Final[tuple[str, ...]] = ("text", "themes", "place", "context", "offers", "needs")
_MORE: Final = ("municipality", "population", "phase", "motives", "methods")
"""Understood in a case as well, so that a profile can be the question."""


def register(app: typer.Typer) -> None:
    """Add `match` to the command line."""
    app.command("match")(match)


def match(  # noqa: PLR0913, PLR0917 - one option for each field of a wish, fixed by the design
    collectives: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help="CSV met collectieven.")
    ],
    text: Annotated[str, typer.Option(help="Wat je zoekt, in je eigen woorden.")] = "",
    themes: Annotated[str, typer.Option(help="Thema's, met komma's ertussen.")] = "",
    place: Annotated[str, typer.Option(help="Plaats, wijk of postcode.")] = "",
    context: Annotated[str, typer.Option(help="dorp, stadswijk, stad of regio.")] = "",
    offers: Annotated[str, typer.Option(help="Wat jij biedt, met ; ertussen.")] = "",
    needs: Annotated[str, typer.Option(help="Wat jij zoekt, met ; ertussen.")] = "",
    top: Annotated[int, typer.Option(min=1, max=MOST, help="Hoeveel je er wilt zien.")] = TOP,
    batch: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="JSON per regel: id en dezelfde velden."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON, bij --batch per regel.")] = False,
) -> None:
    """Laat zien welke collectieven bij een wens passen, en waarom. Er wordt niets bewaard."""
    utf8_stdout()
    wish: dict[str, str] = dict(
        zip(_KEYS, (text, themes, place, context, offers, needs), strict=True)
    )
    if (batch is None) == (not any(wish.values())):
        message = "een wens of --batch / a wish or --batch"
        raise typer.BadParameter(message)
    try:
        desk = _Desk.open(collectives)
        if batch is None:
            found = desk.index.rank(_query(wish), top)
            typer.echo(_json(desk.shape(found)) if as_json else desk.readable(found))
            return
        for case in list(_cases(batch, top)):
            found = desk.index.rank(case.query, case.top)
            if as_json:
                typer.echo(_json({"id": case.id, "matches": desk.shape(found)}))
            else:
                typer.echo(f"{clean(case.id)}\n{desk.readable(found)}")
    except InputError as fault:
        stop(fault)


@dataclass(frozen=True, slots=True)
class _Case:
    id: str
    query: "MatchQuery"
    top: int


@dataclass(frozen=True, slots=True)
class _Desk:
    """The collectives of a file, ready to be asked about."""

    index: "CollectiveIndex"
    content: "Content"
    texts: "Texts"

    @classmethod
    def open(cls, path: Path) -> "_Desk":
        """Read the file. Raises: InputError."""
        from bot.content import Content
        from bot.search.collectives import CollectiveIndex, Reader
        from bot.search.places import Places
        from bot.texts import Texts

        content = Content.load()
        reader = Reader(content, Places(content.places()))
        return cls(CollectiveIndex(_profiles(path), reader), content, Texts.load())

    def shape(self, found: "tuple[Match, ...]") -> list[dict[str, object]]:
        """Matches as other programs read them."""
        return [
            {"collective": one.name, "score": one.score, "reasons": self._reasons(one)}
            for one in found
        ]

    def readable(self, found: "tuple[Match, ...]") -> str:
        """Matches as people read them."""
        if not found:
            return "  Er is nu geen collectief dat hier goed bij past."
        return "\n".join(
            clean(f"  {one.name} ({one.score:.2f}) {' '.join(self._reasons(one))}").rstrip()
            for one in found
        )

    def _reasons(self, found: "Match") -> list[str]:
        from bot.search.collectives import reason_facts

        return [
            self.texts.text(
                f"match-reason-{reason.kind}", "nl", **reason_facts(reason, self.content, "nl")
            )
            for reason in found.reasons
        ]


def _profiles(path: Path) -> "Iterator[Profile]":
    """The collectives of a CSV file; equal names get a number in their id. Raises: InputError."""
    seen: dict[str, int] = {}
    for number, row in _rows(path):
        name = row.get("name", "").strip()
        if not name:
            raise InputError(path, number, nl='"name" is leeg', en='"name" is empty')
        seen[name] = seen.get(name, 0) + 1
        yield _profile(name if seen[name] == 1 else f"{name}#{seen[name]}", name, row)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, cells by column) of a CSV with commas or semicolons, UTF-8 or Windows-1252."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        nl, en = f"kan niet worden gelezen ({error.strerror})", f"cannot be read ({error.strerror})"
        raise InputError(path, 0, nl=nl, en=en) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    head = text.partition("\n")[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)
    try:
        header = [cell.strip().lower() for cell in next(reader, list[str]())]
        if "name" not in header:
            raise InputError(path, 1, nl='kolom "name" ontbreekt', en='column "name" is missing')
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                raise InputError(
                    path, reader.line_num, nl="te veel kolommen", en="too many columns"
                )
            yield reader.line_num, dict(zip(header, cells, strict=False))
    except csv.Error:
        nl, en = "geen geldige CSV", "not valid CSV"
        raise InputError(path, reader.line_num, nl=nl, en=en) from None


def _cases(path: Path, top: int) -> Iterator[_Case]:
    """The cases of a file with one JSON object per line. Raises: InputError with the line."""
    for number, line in lines(path):
        try:
            value: object = json.loads(line)
        except (ValueError, RecursionError):
            raise InputError(path, number, nl="geen geldige JSON", en="not valid JSON") from None
        if not isinstance(value, dict):
            raise InputError(path, number, nl="geen JSON-object", en="not a JSON object")
        table = cast("dict[str, object]", value)
        id_, said = _text(table.get("id")), table.get("top", top)
        if not id_:
            raise InputError(path, number, nl='"id" ontbreekt', en='"id" is missing')
        shown = int(said) if isinstance(said, str) and said.isdecimal() else said
        if not isinstance(shown, int) or isinstance(shown, bool) or not 0 < shown <= MOST:
            nl, en = '"top" is geen getal van 1 tot 1000', '"top" is no number from 1 to 1000'
            raise InputError(path, number, nl=nl, en=en)
        fields = {key: _text(table.get(key)) for key in (*_KEYS, *_MORE)}
        wrong = next((key for key, text in fields.items() if text is None), None)
        if wrong:
            nl, en = f'"{wrong}" is geen tekst of lijst', f'"{wrong}" is no text or list'
            raise InputError(path, number, nl=nl, en=en)
        yield _Case(id_, _query({key: text or "" for key, text in fields.items()}), shown)


def _query(wish: Mapping[str, str]) -> "MatchQuery":
    """A wish has the fields of a profile, and a text."""
    from bot.search.collectives import query_of

    return replace(query_of(_profile("", "", wish)), text=wish["text"], without=frozenset())


def _profile(id_: str, name: str, row: Mapping[str, str]) -> "Profile":
    from bot.search.collectives import Profile

    def cell(column: str) -> str:
        return row.get(column, "").strip()

    return Profile(
        id=id_,
        name=name,
        place=cell("place"),
        municipality=cell("municipality"),
        themes=_list(cell("themes").replace(",", ";")),
        context=cell("context"),
        population=_people(cell("population")),
        phase=cell("phase"),
        motives=_list(cell("motives").replace(",", ";")),
        methods=_list(cell("methods").replace(",", ";")),
        offers=_list(cell("offers")),
        needs=_list(cell("needs")),
        legal_form=cell("legal_form"),
        description=cell("description"),
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _people(cell: str) -> int | None:
    """The number in a cell ("1.200", "ca. 1200"), or nothing."""
    digits = "".join(char for char in cell.replace(",", ".").split("-")[0] if char.isdecimal())
    return int(digits[:9]) if digits else None


def _text(value: object) -> str | None:
    """A value of a case as one text; a list is joined with `;`. None when it is something else."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and all(isinstance(x, str) for x in cast("list[object]", value)):
        return ";".join(cast("list[str]", value))
    return None


def _json(value: object) -> str:
    """One line, also for programs that break lines at the rarer Unicode marks."""
    line = json.dumps(value, ensure_ascii=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
