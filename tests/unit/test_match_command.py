"""`match` from outside: the shape that other programs rely on, and what bad input leads to."""

import json
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from bot.commands import match

HEADER = (
    "name,place,municipality,themes,context,population,phase,motives,methods,offers,needs,"
    "legal_form,description"
)
ROWS = """
Dorpshuis De Kern,Elst,Rhenen,ontmoetingsplekken;maatschappelijk-vastgoed,dorp,900,draaien,,,\
een zaal;voorbeeld huurcontract,penningmeester,stichting,Wij namen de school over.
Buurtkamer Oost,Zwolle,Zwolle,ontmoetingsplekken,stadswijk,9000,draaien,omzien,,koffie,zaal,,\
Elke dag open.
Energie van Ons,Zwolle,Zwolle,energiecooperaties,stad,,plan-maken,,,rekenmodel,,cooperatie,\
Zonnepanelen op daken.
"""


def run(*given: str) -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    match.register(app)
    return CliRunner().invoke(app, ("match", *given))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "collectieven.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return path


def found(file: Path, *given: str) -> list[dict[str, object]]:
    result = run("--collectives", str(file), *given, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def batch(file: Path, content: str) -> Result:
    cases = file.with_name("cases.jsonl")
    cases.write_text(content, encoding="utf-8")
    return run("--collectives", str(file), "--batch", str(cases), "--json")


def test_a_match_has_a_name_a_score_and_reasons(file: Path) -> None:
    first = found(file, "--themes", "energiecooperaties")[0]
    assert list(first) == ["collective", "score", "reasons"]
    assert first["reasons"] == ["Zelfde thema: Energiecoöperaties."]


def test_a_village_gets_a_village_first(file: Path) -> None:
    names = [one["collective"] for one in found(file, "--themes", "ontmoetingsplekken",
                                                 "--context", "dorp")]  # fmt: skip
    assert names == ["Dorpshuis De Kern", "Buurtkamer Oost"]


def test_free_words_are_understood(file: Path) -> None:
    text = "we willen een leeg schooltje overnemen, dorp van 1200 mensen, wie deed dat al?"
    assert found(file, "--text", text)[0]["collective"] == "Dorpshuis De Kern"


def test_a_need_is_held_against_offers(file: Path) -> None:
    reasons = found(file, "--needs", "zaal voor een avond")[0]["reasons"]
    assert "Biedt wat je zoekt: “een zaal”." in reasons  # type: ignore[operator]


def test_an_offer_is_held_against_needs(file: Path) -> None:
    reasons = found(file, "--offers", "wij hebben een penningmeester")[0]["reasons"]
    assert "Zoekt wat jij biedt: “penningmeester”." in reasons  # type: ignore[operator]


def test_nothing_fitting_gives_an_empty_list(file: Path) -> None:
    assert found(file, "--text", "wie wint de voetbalwedstrijd vanavond") == []


def test_top_limits_the_number(file: Path) -> None:
    assert len(found(file, "--themes", "ontmoetingsplekken", "--top", "1")) == 1


def test_without_json_people_can_read_it(file: Path) -> None:
    shown = run("--collectives", str(file), "--themes", "energiecooperaties").stdout
    assert "Energie van Ons" in shown


def test_a_batch_gives_a_line_for_each_case_in_order(file: Path) -> None:
    cases = '{"id": "b", "text": "buurthuis"}\n\n{"id": 7, "themes": ["energie"], "top": 1}\n'
    lines = [json.loads(line) for line in batch(file, cases).stdout.splitlines()]
    assert [(one["id"], len(one["matches"])) for one in lines] == [("b", 2), ("7", 1)]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{kapot", "regel/line 1: geen geldige JSON / not valid JSON"),
        ('{"id": "a"}\n[1]', "regel/line 2: geen JSON-object"),
        ('{"text": "x"}', '"id" ontbreekt'),
        ('{"id": "a", "top": 0}', '"top"'),
        ('{"id": "a", "top": true}', '"top"'),
        ('{"id": "a", "themes": {"b": 1}}', '"themes"'),
    ],
)
def test_a_bad_case_prints_one_line_and_no_result(file: Path, content: str, says: str) -> None:
    result = batch(file, content)
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", 'kolom "name" ontbreekt'),
        ("naam,place\nA,B\n", 'column "name" is missing'),
        ("name,place\nA,B,C\n", "regel/line 2: te veel kolommen"),
        ("name,place\nA,B\n,C\n", 'regel/line 3: "name" is leeg'),
    ],
)
def test_a_bad_file_names_the_line(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "fout.csv"
    path.write_text(content, encoding="utf-8")
    result = run("--collectives", str(path), "--text", "moestuin")
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr


@pytest.mark.parametrize(
    ("given", "name", "known"),
    [
        (("--themes", "nietbestaand"), "nietbestaand", "buurtmoestuinen"),
        (("--themes", "energie,ooit eens"), "ooit eens", "energiecooperaties"),
        (("--context", "maan"), "maan", "dorp, stadswijk, stad, regio"),
        (("--text", "buurthuis", "--context", "maan"), "maan", "stadswijk"),
    ],
)
def test_a_theme_or_kind_of_place_that_is_none_is_named_with_those_that_are(
    file: Path, given: tuple[str, ...], name: str, known: str
) -> None:
    result = run("--collectives", str(file), *given, "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{given[-2]}: onbekend: {name} / unknown: {name}.")
    assert known in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "given",
    [
        ("--themes", "Energiecoöperaties"),
        ("--themes", "energie, wonen"),
        ("--themes", "Communicatie, internet en privacy,energie"),
        ("--themes", "moestuin"),
        ("--context", "wijk"),
        ("--context", "platteland"),
    ],
)
def test_names_and_words_for_themes_and_places_are_known(
    file: Path, given: tuple[str, ...]
) -> None:
    result = run("--collectives", str(file), *given, "--json")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_batch_answers_all_and_names_each_line_with_something_unknown(file: Path) -> None:
    cases = [
        '{"id": "a", "themes": "nietbestaand", "context": "maan"}',
        '{"id": "b", "themes": "energiecooperaties"}',
        '{"id": "c", "context": "mars", "text": "buurthuis"}',
    ]
    result = batch(file, "\n".join(cases))
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "b", "c"]
    lines = result.stderr.splitlines()
    assert [line.split(" / ")[0] for line in lines] == [
        "cases.jsonl, regel/line 1: themes: onbekend: nietbestaand",
        "cases.jsonl, regel/line 1: context: onbekend: maan",
        "cases.jsonl, regel/line 3: context: onbekend: mars",
    ]
    assert result.exit_code == 1


def test_a_wish_is_needed(file: Path) -> None:
    assert run("--collectives", str(file)).exit_code == 2


def test_a_file_of_windows_with_semicolons_is_read(tmp_path: Path) -> None:
    path = tmp_path / "excel.csv"
    path.write_bytes(
        'name;place;themes\r\nCafé Één;Zwolle;"vergroening;hittestress"\r\n'.encode("cp1252")
    )
    assert found(path, "--themes", "hittestress")[0]["collective"] == "Café Één"


def test_columns_that_are_absent_or_unknown_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "kort.csv"
    path.write_text("name,themes,lid\nTuin,buurtmoestuinen,ja\n", encoding="utf-8")
    assert found(path, "--text", "moestuin")[0]["collective"] == "Tuin"


def test_two_collectives_with_one_name_are_both_found(tmp_path: Path) -> None:
    path = tmp_path / "dubbel.csv"
    path.write_text("name,themes\nTuin,buurtmoestuinen\nTuin,buurtmoestuinen\n", encoding="utf-8")
    assert len(found(path, "--themes", "buurtmoestuinen")) == 2
