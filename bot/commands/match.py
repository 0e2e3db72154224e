"""`match`: which collectives of a file fit a wish, and why; stores nothing."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from bot.commands._collectives import profile, profiles
from bot.commands._lines import InputError, clean, lines, stop, utf8_stdout

if TYPE_CHECKING:
    from bot.content import Content
    from bot.search.collectives import CollectiveIndex, Match, MatchQuery, Reader
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
    """Laat zien welke collectieven bij een wens passen, en waarom. Er wordt niets bewaard.

    Een onbekend thema of soort plek stopt een losse wens. In een bestand telt zo'n thema als gewoon
    woord: alle antwoorden komen, de onbekende namen staan op stderr, en het einde is status 1.
    """
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
            found = desk.index.rank(desk.known(_query(wish)), top)
            typer.echo(_json(desk.shape(found)) if as_json else desk.readable(found))
        else:
            _answer(desk, batch, list(_cases(batch, top)), as_json=as_json)
    except InputError as fault:
        stop(fault)


@dataclass(frozen=True, slots=True)
class _Case:
    line: int
    id: str
    query: "MatchQuery"
    top: int


@dataclass(frozen=True, slots=True)
class _Desk:
    """The collectives of a file, ready to be asked about."""

    index: "CollectiveIndex"
    reader: "Reader"
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
        return cls(CollectiveIndex(profiles(path), reader), reader, content, Texts.load())

    def known(self, query: "MatchQuery") -> "MatchQuery":
        """The same wish. Raises: InputError for a theme or kind of place that is none."""
        for field, line in self.unknown(query):
            raise InputError(Path(f"--{field}"), 0, **line)
        return query

    def unknown(self, query: "MatchQuery") -> list[tuple[str, dict[str, str]]]:
        """(field, what to say of it in two languages) for each with a value that is none."""
        from bot.search.collectives.facets import context_of

        said: list[tuple[str, dict[str, str]]] = []
        _, themes = self.reader.themes_named(query.themes)
        if themes:
            known = [one.id for one in (*self.content.groups, *self.content.themes)]
            said.append(("themes", _strange(themes, known)))
        if query.context.strip() and not context_of(query.context):
            known = [value.id for value in self.content.facet("context").values]
            said.append(("context", _strange((query.context,), known)))
        return said

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


def _answer(desk: _Desk, path: Path, cases: Sequence[_Case], *, as_json: bool) -> None:
    """Answer every case, then name on stderr, line by line, what is unknown.

    Raises: InputError for the last of those.
    """
    for case in cases:
        found = desk.index.rank(case.query, case.top)
        if as_json:
            typer.echo(_json({"id": case.id, "matches": desk.shape(found)}))
        else:
            typer.echo(f"{clean(case.id)}\n{desk.readable(found)}")
    faults = [
        InputError(path, case.line, nl=f"{field}: {line['nl']}", en=line["en"])
        for case in cases
        for field, line in desk.unknown(case.query)
    ]
    for fault in faults[:-1]:
        typer.echo(clean(str(fault)), err=True)
    if faults:
        raise faults[-1]


def _strange(names: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    listed, choices = ", ".join(names), ", ".join(known)
    return {"nl": f"onbekend: {listed}", "en": f"unknown: {listed}. Bekend/known: {choices}"}


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
        yield _Case(number, id_, _query({key: text or "" for key, text in fields.items()}), shown)


def _query(wish: Mapping[str, str]) -> "MatchQuery":
    """A wish has the fields of a profile, and a text."""
    from bot.search.collectives import query_of

    return replace(query_of(profile("", "", wish)), text=wish["text"], without=frozenset())


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
