"""`polls count` from outside: what other programs rely on, and what a broken file leads to."""

import json
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from bot.commands import polls
from bot.counting import Method


def run(path: Path, method: str, *more: str) -> Result:
    app = typer.Typer()
    polls.register(app)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["polls", "count", str(path), "--method", method, *more])


def counted(path: Path, method: str, *more: str) -> dict[str, object]:
    result = run(path, method, "--json", *more)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "ballots.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_document_has_the_fixed_shape(tmp_path: Path) -> None:
    path = write(tmp_path, "ballot,count\nA,7\nB,7\nC,3\n,2\nA>A,1\n")
    assert counted(path, "plurality") == {
        "method": "plurality",
        "winners": ["A", "B"],
        "tied": True,
        "valid": 17,
        "blank": 2,
        "invalid": 1,
        "rounds": [{"totals": {"A": 7, "B": 7, "C": 3}}],
        "totals": {"A": 7, "B": 7, "C": 3},
    }


@pytest.mark.parametrize("method", [method.value for method in Method])
def test_every_method_counts_a_file_of_blank_ballots(tmp_path: Path, method: str) -> None:
    found = counted(write(tmp_path, "ballot,count\nblanco,2\n"), method)
    assert [found["winners"], found["tied"], found["blank"]] == [[], False, 2]


@pytest.mark.parametrize(
    "content",
    [
        'ballot;count\r\nA;B;4\r\n"B;C";3\r\n',
        'count;ballot\n4;A;B\n3;"B;C"\n',
        "\ufeffballot,count\nA;B,4\nB;C,3\n",
        "sep=;\nballot;count\nA;B;4\nB;C;3\n",
        "Ballot , Count ,remark\nA;B,4,x\n\nB;C,3,y\n",
        "ballot,count\rA;B,4\rB;C,3\r",
    ],
)
def test_comma_semicolon_and_spreadsheet_habits_are_read(tmp_path: Path, content: str) -> None:
    assert counted(write(tmp_path, content), "approval")["totals"] == {"B": 7, "A": 4, "C": 3}


def test_windows_1252_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "ballot,count\nCafé,2\n".encode("cp1252"))
    assert counted(path, "plurality")["winners"] == ["Café"]


def test_a_fraction_of_a_ballot_is_a_decimal_number(tmp_path: Path) -> None:
    found = counted(write(tmp_path, "ballot,count\nA=B>C,1\nA>C,1\n"), "irv")
    assert found["totals"] == {"A": 1.5, "B": 0.5, "C": 0}


def test_a_comparison_is_told_pair_by_pair(tmp_path: Path) -> None:
    found = counted(write(tmp_path, "ballot,count\nA>B,2\nB>A,1\n"), "ranked_pairs")
    assert found["rounds"] == [{"pair": ["A", "B"], "for": 2, "against": 1, "locked": True}]


def test_known_options_make_another_one_invalid(tmp_path: Path) -> None:
    found = counted(write(tmp_path, "ballot,count\nA,2\nZ,1\n"), "plurality", "--options", "A;B")
    assert [found["invalid"], found["totals"]] == [1, {"A": 2, "B": 0}]


def test_a_required_person_takes_a_date_away(tmp_path: Path) -> None:
    path = write(tmp_path, "ballot,count,required\nD1:ja;D2:ja,5,\nD1:nee;D2:ja,1,ja\n")
    assert counted(path, "date")["winners"] == ["D2"]


def test_a_minimum_of_answers_holds_back_consent(tmp_path: Path) -> None:
    path = write(tmp_path, "ballot,count\ngeen_bezwaar,5\n")
    assert counted(path, "consent", "--minimum", "6")["winners"] == []


def test_without_json_the_result_is_in_words(tmp_path: Path) -> None:
    result = run(write(tmp_path, "ballot,count\nA,2\nB,1\n"), "plurality")
    assert result.stdout.splitlines() == [
        "Winnaar: A",
        "A: 2",
        "B: 1",
        "Geldig 3, blanco 0, ongeldig 0.",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "leeg / the file is empty"),
        ("\n \n", "leeg / the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no text file"),
        (b"PK\x03\x04\x00\x00", "no text file"),
        ("ballot,count\nA,1\n".encode("utf-16"), "no text file"),
        ("stem,count\nA,1\n", 'column "ballot" is missing'),
        ("ballot\nA\n", 'column "count" is missing'),
        ("ballot,count,count\nA,1,1\n", "a column is there twice"),
        ("ballot,count\nA,-1\n", "regel/line 2: count"),
        ("ballot,count\nA,1\nB,2.5\n", "regel/line 3: count"),
        ("ballot,count\nA,\n", "no whole number"),
        ("ballot,count\nA,twee\n", "no whole number"),
        ("ballot,count\nA,²\n", "no whole number"),
        ("ballot,count\nA,9999999999999999\n", "no whole number"),
        ("ballot,count\nA,B,1\n", "3 columns"),
        ("ballot,count\nA\n", "1 columns"),
        ('ballot,count\n"A,1\n', "not valid CSV"),
        ("ballot,count\n" + "x" * 200_000 + ",1\n", "not valid CSV"),
        (b"x" * (16 * 1024 * 1024 + 1), "larger than 16 MB"),
    ],
)
def test_a_broken_file_is_one_clear_line_and_status_1(
    tmp_path: Path, content: str | bytes, said: str
) -> None:
    result = run(write(tmp_path, content), "plurality", "--json")
    assert [result.exit_code, result.stdout] == [1, ""]
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "ballot,count\n" + "A,1\n" * 200_001)
    assert [run(path, "plurality").exit_code, "200000" in run(path, "plurality").stderr] == [
        1,
        True,
    ]


def test_too_many_options_to_compare_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "ballot,count\n" + "".join(f"o{n},1\n" for n in range(251)))
    assert run(path, "schulze", "--json").exit_code == 1


def test_an_unknown_method_is_bad_usage(tmp_path: Path) -> None:
    assert run(write(tmp_path, "ballot,count\nA,1\n"), "borda").exit_code == 2


def test_a_file_that_is_not_there_is_bad_usage(tmp_path: Path) -> None:
    assert run(tmp_path / "none.csv", "plurality").exit_code == 2
