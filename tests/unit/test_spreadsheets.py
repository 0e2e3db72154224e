"""Files with tables: read without trust, written without formulas."""

import contextlib
import io
import random
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.spreadsheets import (
    MAX_COLUMNS,
    MAX_ROWS,
    SheetBroken,
    SheetCell,
    SheetColumns,
    SheetEmpty,
    SheetError,
    SheetFormula,
    SheetHeader,
    SheetKind,
    SheetQuote,
    SheetTooLarge,
    SheetTooLong,
    SheetTooWide,
    SheetUnsafe,
    Table,
    read_table,
    write_csv,
    write_xlsx,
)
from bot.texts import Texts
from bot.untrusted import plain


def csv_table(data: bytes | str) -> Table:
    return read_table(data.encode() if isinstance(data, str) else data, "lijst.csv")


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same zip with one part replaced or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


GOOD = workbook([["naam", "plaats"], ["De Tuin", "Ede"]])


@pytest.mark.parametrize(
    "data",
    [
        "naam,plaats\nCafé,Ede\n",
        "naam;plaats\r\nCafé;Ede\r\n",
        "naam\tplaats\rCafé\tEde",
        "sep=;\nnaam;plaats\nCafé;Ede",
        '"naam";"plaats"\n"Café";"Ede"\n',
        "\ufeffnaam;plaats\nCafé;Ede;;;\n\n;\n",
        "naam;plaats\nCafé;Ede".encode("cp1252"),
        "naam;plaats\nCafé;Ede".encode("utf-16"),
    ],
)
def test_every_usual_kind_of_csv_reads_the_same(data: bytes | str):
    table = csv_table(data)
    assert table.header == ("naam", "plaats")
    assert cells(table) == [("Café", "Ede")]


def test_a_comma_in_names_with_semicolons_does_not_mislead():
    assert csv_table('"a, b, c";d\n1;2').header == ("a, b, c", "d")


def test_a_line_knows_where_it_stood():
    table = csv_table('naam;over\n\nA;"een\ntwee"\nB;drie\n')
    assert [row.line for row in table.rows] == [3, 5]
    assert table.rows[0].cells == ("A", "een\ntwee")


def test_a_short_line_is_filled_up():
    assert cells(csv_table("a;b;c\n1")) == [("1", "", "")]


def test_cells_can_be_read_by_name():
    assert list(csv_table("a;b\n1;2").records()) == [(2, {"a": "1", "b": "2"})]


def test_what_cannot_be_seen_is_taken_out_of_cells():
    assert cells(csv_table("a\nx\u200by\u202e")) == [("xy",)]


@pytest.mark.parametrize(
    ("data", "error", "facts"),
    [
        ("a;b\n1;2;3", SheetColumns, {"line": 2}),
        ("a;b\n1;2\n3;x\x00y", SheetCell, {"line": 3}),
        ("a\n" + "x" * 20_001, SheetCell, {"line": 2}),
        ('a;b\n1;2\n"open;3\n4;5', SheetQuote, {"line": 3}),
        ('a;b\n"een" twee;3', SheetQuote, {"line": 2}),
        ("a;;b\n1;2;3", SheetHeader, {"line": 1, "column": "2"}),
        ("a;A\n1;2", SheetHeader, {"line": 1, "column": "A"}),
        ("", SheetEmpty, {}),
        ("\n;;\n", SheetEmpty, {}),
        (b"a;b\nok;\x81\x8d", SheetBroken, {"line": 2}),
        ("a\n" + "x\n" * (MAX_ROWS + 1), SheetTooLong, {"max_rows": MAX_ROWS}),
        (
            ";".join(f"k{n}" for n in range(61)),
            SheetTooWide,
            {"line": 1, "max_columns": MAX_COLUMNS},
        ),
        ("a\n" + '"' + "x" * 1_900_000, SheetQuote, {"line": 2}),
        ("x" * (2 * 1024 * 1024 + 1), SheetTooLarge, {"max_mb": 2}),
        (b"\xd0\xcf\x11\xe0rest", SheetKind, {}),
        (b"%PDF-1.7", SheetKind, {}),
    ],
)
def test_a_csv_that_cannot_be_used_says_where(
    data: bytes | str, error: type[SheetError], facts: dict[str, object]
):
    with pytest.raises(error) as raised:
        csv_table(data)
    assert raised.value.facts == facts


def test_as_many_lines_as_allowed_are_read():
    assert len(csv_table("a\n" + "x\n" * MAX_ROWS).rows) == MAX_ROWS


@pytest.mark.parametrize("name", ["lijst.xls", "lijst.xlsm", "lijst.ods", "lijst.exe", "lijst.pdf"])
def test_another_kind_of_file_is_refused_by_name(name: str):
    with pytest.raises(SheetKind):
        read_table(b"a;b", name)


def test_a_csv_called_xlsx_is_refused():
    with pytest.raises(SheetBroken):
        read_table(b"a;b\n1;2", "lijst.xlsx")


def test_a_workbook_reads_like_a_csv():
    assert read_table(GOOD, "lijst.xlsx") == csv_table("naam;plaats\nDe Tuin;Ede")


def test_a_workbook_under_another_name_is_read_as_what_it_is():
    assert read_table(GOOD, "lijst.csv").header == ("naam", "plaats")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (5, "5"),
        (5.0, "5"),
        (2.5, "2.5"),
        (1e20, "100000000000000000000"),
        (1.0e-7, "0.0000001"),
        (True, "ja"),
        (date(2026, 11, 6), "2026-11-06"),
        (datetime(2026, 11, 6), "2026-11-06"),  # noqa: DTZ001 - a workbook knows no zones
        (datetime(2026, 11, 6, 20, 30), "2026-11-06 20:30"),  # noqa: DTZ001
        (time(9, 5), "09:05"),
        (" tekst ", "tekst"),
    ],
)  # fmt: skip
def test_a_cell_of_a_workbook_becomes_what_people_see(value: object, shown: str):
    assert cells(read_table(workbook([["a"], [value]]), "x.xlsx")) == [(shown,)]


def test_empty_lines_of_a_workbook_keep_the_count():
    table = read_table(workbook([["a"], ["x"], [None], ["y"]]), "x.xlsx")
    assert [row.line for row in table.rows] == [2, 4]


def test_a_formula_in_a_workbook_is_refused_with_its_place():
    with pytest.raises(SheetFormula) as raised:
        read_table(workbook([["a", "b"], ["x", "=1+1"]]), "x.xlsx")
    assert raised.value.facts == {"line": 2, "column": "B"}


def test_a_cell_outside_the_names_of_columns_is_refused():
    with pytest.raises(SheetColumns):
        read_table(workbook([["a"], ["x"] + [None] * 9 + ["y"]]), "x.xlsx")


def test_too_many_lines_in_a_workbook_are_refused():
    with pytest.raises(SheetTooLong):
        read_table(workbook([["a"], *[[n] for n in range(MAX_ROWS + 1)]]), "x.xlsx")


def test_a_workbook_with_a_line_far_away_is_refused_fast():
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in (1, 99_999_999))
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (space, rows)
    with pytest.raises(SheetTooLong):
        read_table(with_part(GOOD, "xl/worksheets/sheet1.xml", sheet), "x.xlsx")


def test_a_bomb_that_unpacks_to_fifty_megabytes_is_refused():
    bomb = with_part(GOOD, "xl/sharedStrings.xml", b" " * (50 * 1024 * 1024))
    assert len(bomb) < 100_000
    with pytest.raises(SheetUnsafe):
        read_table(bomb, "x.xlsx")


def test_a_billion_laughs_is_refused():
    laughs = (
        b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst>&b;</sst>'
    )
    with pytest.raises(SheetUnsafe):
        read_table(with_part(GOOD, "xl/sharedStrings.xml", laughs), "x.xlsx")


def test_a_declaration_in_another_encoding_is_refused_too():
    laughs = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE l []><sst/>'.encode("utf-16")
    with pytest.raises(SheetUnsafe):
        read_table(with_part(GOOD, "xl/sharedStrings.xml", laughs), "x.xlsx")


def test_a_declaration_on_the_edge_of_a_block_is_refused_too():
    noise = random.Random(1).randbytes(64 * 1024 - 5).hex().encode()[: 64 * 1024 - 5]
    with pytest.raises(SheetUnsafe):
        read_table(with_part(GOOD, "xl/x.xml", noise + b"<!DOCTYPE l []>"), "x.xlsx")


def test_macros_are_refused():
    with pytest.raises(SheetUnsafe):
        read_table(with_part(GOOD, "xl/vbaProject.bin", b"x"), "x.xlsx")


def test_a_workbook_of_many_parts_is_refused():
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(200):
            archive.writestr(f"xl/extra{number}.xml", "<x/>")
    with pytest.raises(SheetUnsafe):
        read_table(stream.getvalue(), "x.xlsx")


def test_more_tags_than_a_full_table_has_are_refused_before_they_are_parsed():
    tags = b"".join(random.Random(1).choices([b"<a/>", b"<b/>"], k=4_300_000))
    data = with_part(GOOD, "xl/sharedStrings.xml", b"<sst>" + tags + b"</sst>")
    with pytest.raises(SheetTooLong):
        read_table(data, "x.xlsx")


def test_another_zip_is_no_workbook():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(SheetKind):
        read_table(stream.getvalue(), "x.xlsx")


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_workbook_gives_a_clear_error_or_a_table(seed: int):
    source = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        part = source.choice(archive.namelist())
        content = bytearray(archive.read(part))
    for _ in range(source.randint(1, 6)):
        place = source.randrange(len(content))
        content[place : place + source.randint(0, 9)] = source.randbytes(source.randint(0, 4))
    damaged = bytearray(with_part(GOOD, part, bytes(content)))
    if seed % 3 == 0:
        damaged[source.randrange(4, len(damaged))] ^= source.randrange(1, 256)
    with contextlib.suppress(SheetError):
        assert read_table(bytes(damaged), "x.xlsx").header


FORMULAS = ["=1+1", "+31 6", "-5", "@SUM(A1)", "  =1", "\t=1", "＝1+1", "＋1", "－1", "＠x", "\r=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_csv_carries_no_formula(text: str):
    line = write_csv(["a"], [[text]]).decode("utf-8-sig").split("\r\n")[1]
    assert line.startswith('"\t')


@pytest.mark.parametrize("text", FORMULAS)
def test_a_workbook_carries_no_formula(text: str):
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(["a"], [[text]])))
    assert book.active["A2"].data_type == "s"


def test_numbers_stay_numbers_in_a_workbook():
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(["a"], [[-5]])))
    assert book.active["A2"].value == -5


def test_a_negative_number_needs_no_guard_in_a_csv():
    assert write_csv(["a"], [[-5]]).endswith(b'"-5"\r\n')


CELLS = st.one_of(st.text(max_size=30), st.sampled_from(FORMULAS))
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=8)


def kept(rows: list[list[str]]) -> list[tuple[str, ...]]:
    plain_rows = [tuple(plain(cell) for cell in row) for row in rows]
    return [row for row in plain_rows if any(row)]


@given(ROWS, st.sampled_from(",;"))
def test_what_is_written_as_csv_is_read_the_same(rows: list[list[str]], delimiter: str):
    assert cells(csv_table(write_csv(["a", "b"], rows, delimiter=delimiter))) == kept(rows)


@given(ROWS)
def test_what_is_written_as_a_workbook_is_read_the_same(rows: list[list[str]]):
    assert cells(read_table(write_xlsx(["a", "b"], rows), "x.xlsx")) == kept(rows)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_clear_error(data: bytes):
    with contextlib.suppress(SheetError):
        assert csv_table(data).header


def test_the_collectives_that_ship_can_be_read():
    path = Path(__file__).parents[2] / "data" / "content" / "collectives.csv"
    assert len(read_table(path.read_bytes(), path.name).rows) >= 30


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", [SheetError, *SheetError.__subclasses__()])
def test_every_reason_has_a_sentence(kind: type[SheetError], language: str):
    facts = {"line": 3, "column": "B", "max_mb": 2, "max_rows": 10, "max_columns": 60}
    assert Texts.load().text(kind.key, language, **facts).count(".") >= 3
