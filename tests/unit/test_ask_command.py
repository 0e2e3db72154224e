"""`ask` from outside: the shape that other programs rely on, and what a broken file leads to."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from bot.commands import ask, search
from bot.search.helpdesk import HelpDeskSearch

ARTICLE = SimpleNamespace(
    id="statuten",
    language="nl",
    title="Wat staat er in statuten?",
    body="Statuten zijn de regels van een vereniging. De notaris maakt de akte.",
    themes=("bestuur",),
    questions=("Wat staat er in de statuten van een vereniging?",),
    keywords=("notaris", "akte"),
    step="Vraag een voorbeeld.",
    who="De notaris",
    source_name="Voorbeeld",
    source_url="https://voorbeeld.nl",
)
THEME = SimpleNamespace(
    id="bestuur", name_nl="Bestuur", name_en="Board", description_nl="Een vereniging besturen.",
    synonyms_nl=("statuten",), synonyms_en=(),
)  # fmt: skip
RULE = {
    "id": "nood", "level": "crisis", "mode": "instead", "priority": 1, "strong": ["brand"],
    "text": "Bel 112.", "text_en": "Call 112.",
}  # fmt: skip
QUESTION = "wat staat er in de statuten van een vereniging"


def desk(*, lexical: bool) -> HelpDeskSearch:
    known: Any = SimpleNamespace(articles=[ARTICLE], themes=[THEME], referrals={"referral": [RULE]})
    return HelpDeskSearch(known)


def run(*given: str) -> Result:
    app = typer.Typer()
    ask.register(app, desk)
    search.register(app, desk)
    return CliRunner().invoke(app, given)


def batch(tmp_path: Path, content: bytes) -> Result:
    file = tmp_path / "vragen.tsv"
    file.write_bytes(content)
    return run("ask", "--batch", str(file), "--json")


def test_one_question_prints_one_json_document() -> None:
    found = json.loads(run("ask", QUESTION, "--json").stdout)
    assert list(found) == ["outcome", "themes", "answers", "referral"]


def test_an_answer_names_its_article_and_source() -> None:
    answer = json.loads(run("ask", QUESTION, "--json").stdout)["answers"][0]
    assert [answer["article"], answer["title"], answer["source"], list(answer)] == [
        "statuten",
        "Wat staat er in statuten?",
        "https://voorbeeld.nl",
        ["article", "title", "score", "source"],
    ]


def test_a_referral_has_its_text_in_the_language_of_the_question() -> None:
    found = json.loads(run("ask", "is there a fire, brand, in the house", "--json").stdout)
    assert [found["outcome"], found["referral"]] == ["refer", {"id": "nood", "text": "Call 112."}]


def test_without_json_a_person_can_read_it() -> None:
    assert "Wat staat er in statuten?" in run("ask", QUESTION).stdout


def test_an_empty_question_is_no_error() -> None:
    assert json.loads(run("ask", "", "--json").stdout)["outcome"] == "offtopic"


def test_a_batch_prints_one_line_for_each_question(tmp_path: Path) -> None:
    content = f"id\tquestion\tx\nq1\t{QUESTION}\tx\n\nq2\tpizza\tx\n".encode()
    found = [json.loads(line) for line in batch(tmp_path, content).stdout.splitlines()]
    assert [(one["id"], one["question"]) for one in found] == [("q1", QUESTION), ("q2", "pizza")]


def test_a_batch_line_has_the_promised_fields(tmp_path: Path) -> None:
    line = batch(tmp_path, f"id\tquestion\nq1\t{QUESTION}\n".encode()).stdout
    fields = ["id", "question", "outcome", "themes", "answers", "referral"]
    assert list(json.loads(line)) == fields


def test_columns_may_stand_in_any_order_after_a_byte_order_mark(tmp_path: Path) -> None:
    line = batch(tmp_path, b"\xef\xbb\xbfquestion\tid\r\nbrand\tq1\r\n").stdout
    assert json.loads(line)["id"] == "q1"


def test_quotes_in_a_question_are_plain_text(tmp_path: Path) -> None:
    found = batch(tmp_path, b'id\tquestion\nq1\t"half open\nq2\tb\n').stdout.splitlines()
    assert [json.loads(found[0])["question"], len(found)] == ['"half open', 2]


def test_odd_line_marks_stay_inside_one_json_line(tmp_path: Path) -> None:
    content = "id\tquestion\nq1\ta\u2028b\x85c\n".encode()
    lines = batch(tmp_path, content).stdout.splitlines()
    assert [json.loads(line)["question"] for line in lines] == ["a\u2028b\x85c"]


def test_a_missing_cell_is_an_empty_question(tmp_path: Path) -> None:
    assert json.loads(batch(tmp_path, b"id\tquestion\nq1\n").stdout)["question"] == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id\tvraag\nq1\tx\n", '1: kolom "question" ontbreekt / column "question" is missing'),
        (b"question\nx\n", '1: kolom "id" ontbreekt'),
        (b"id\tquestion\nq1\t\xff\n", "2: geen UTF-8 / not UTF-8"),
        (b"id\tquestion\nq1\ta\tb\n", "2: te veel kolommen / too many columns"),
    ],
)
def test_a_broken_file_ends_with_status_one_and_one_line(
    tmp_path: Path, content: bytes, said: str
) -> None:
    result = batch(tmp_path, content)
    assert [result.exit_code, result.stdout, result.stderr.count("\n")] == [1, "", 1]
    assert f"vragen.tsv, regel/line {said}" in result.stderr


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    result = batch(tmp_path, b"")
    assert [result.exit_code, "het bestand is leeg" in result.stderr] == [1, True]


@pytest.mark.parametrize("given", [("ask",), ("ask", "x", "--batch", __file__)])
def test_no_question_or_two_kinds_is_bad_usage(given: tuple[str, ...]) -> None:
    assert run(*given).exit_code == 2


def test_a_missing_file_is_bad_usage(tmp_path: Path) -> None:
    assert run("ask", "--batch", str(tmp_path / "nowhere.tsv")).exit_code == 2


def test_fitting_shows_figures_and_writes_weights(tmp_path: Path) -> None:
    file, out = tmp_path / "judged.tsv", tmp_path / "weights.json"
    rows = [f"a{n}\tstatuten vereniging {n}\tbestuur\tstatuten\tanswer" for n in range(10)]
    rows += [f"b{n}\tpizza {n}\t\t\tofftopic" for n in range(10)]
    file.write_text("\n".join(["id\tquestion\tthemes\tarticle\thandling", *rows]), encoding="utf-8")
    result = run("search", "fit", "--questions", str(file), "--out", str(out))
    assert ["article_first\t1" in result.stdout, "models" in json.loads(out.read_text())] == [
        True
    ] * 2


def test_questions_of_three_writers_are_judged_by_the_others(tmp_path: Path) -> None:
    given: list[str] = []
    for writer in "abc":
        file = tmp_path / f"{writer}.tsv"
        rows = [f"a{n}\tstatuten vereniging {n}\tbestuur\tstatuten\tanswer" for n in range(4)]
        rows += [f"b{n}\tpizza {n}\t\t\tofftopic" for n in range(4)]
        head = "id\tquestion\tthemes\tarticle\thandling"
        file.write_text("\n".join([head, *rows]), encoding="utf-8")
        given += ["--questions", str(file)]
    result = run("search", "fit", *given)
    assert ["questions\t24" in result.stdout, "served\t1" in result.stdout] == [True, True]


def test_fitting_on_one_question_says_that_it_is_too_few(tmp_path: Path) -> None:
    file = tmp_path / "judged.tsv"
    head = "id\tquestion\tthemes\tarticle\thandling"
    file.write_text(f"{head}\na\tkan iemand mij bellen\t\t\thuman\n", encoding="utf-8")
    result = run("search", "fit", "--questions", str(file))
    assert [result.exit_code, "te weinig vragen" in result.stderr] == [1, True]


def test_fitting_on_no_questions_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "judged.tsv"
    file.write_text("id\tquestion\tthemes\tarticle\thandling\n", encoding="utf-8")
    assert run("search", "fit", "--questions", str(file)).exit_code == 1
