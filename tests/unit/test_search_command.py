"""`search run` from outside: what is printed, and what a broken file leads to."""

import json
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from bot.commands import search

DOCS = ({"id": "a", "title": "Moestuin", "text": "Groente"}, {"id": "b", "text": "Een park"})


def write(path: Path, rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")  # type: ignore[attr-defined]
    return path


def run(docs: Path, queries: Path, *more: str) -> Result:
    app = typer.Typer()
    search.register(app)
    app.callback()(lambda: None)
    given = ["search", "run", "--docs", str(docs), "--queries", str(queries), *more]
    return CliRunner().invoke(app, given)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return write(tmp_path / "docs.jsonl", DOCS)


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    return write(tmp_path / "queries.jsonl", [{"id": 1, "text": "moestuinen"}])


def test_a_hit_is_query_document_rank_and_score(docs: Path, queries: Path) -> None:
    query, document, rank, score = run(docs, queries).stdout.splitlines()[0].split("\t")
    assert [query, document, rank, float(score) > 0] == ["1", "a", "1", True]


def test_the_times_are_on_stderr_alone(docs: Path, queries: Path) -> None:
    result = run(docs, queries)
    assert ["p95" in result.stderr, "p95" in result.stdout] == [True, False]


def test_top_limits_the_hits(docs: Path, tmp_path: Path) -> None:
    queries = write(tmp_path / "q.jsonl", [{"id": "q", "text": "moestuin park"}])
    assert len(run(docs, queries, "--top", "1").stdout.splitlines()) == 1


def test_a_question_without_hits_prints_nothing(docs: Path, tmp_path: Path) -> None:
    queries = write(tmp_path / "q.jsonl", [{"id": "q", "text": "zzz"}])
    result = run(docs, queries)
    assert [result.exit_code, result.stdout] == [0, ""]


def test_blank_lines_and_a_byte_order_mark_are_no_fault(docs: Path, tmp_path: Path) -> None:
    queries = tmp_path / "q.jsonl"
    queries.write_bytes(b'\xef\xbb\xbf{"id": "q", "text": "park"}\r\n\r\n')
    assert run(docs, queries).stdout.startswith("q\tb\t1\t")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (b'{"id": "a", "text": "x"}\n{oops\n', "2: geen geldige JSON / not valid JSON"),
        (b'{"id": "a", "text": "x"}\n\n[1]\n', "3: geen JSON-object / not a JSON object"),
        (b'{"id": "a"}\n', '1: "text" ontbreekt'),
        (b'{"id": "a", "text": null}\n', '1: "text" ontbreekt'),
        (b'{"id": "", "text": "x"}\n', "1: de id is leeg"),
        (b'{"id": "a\\tb", "text": "x"}\n', "1: de id is leeg of heeft een tab"),
        (b'{"id": "\\ud800", "text": "x"}\n', "1: de id is leeg"),
        (b'{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}', "2: deze id stond er al"),
        (b'{"id": "a", "text": "x"}\n\xff\xfe\n', "2: geen UTF-8 / not UTF-8"),
        (b"[" * 100_000, "1: geen geldige JSON"),
    ],
)
def test_a_broken_line_ends_with_status_one_and_its_number(
    tmp_path: Path, queries: Path, broken: bytes, said: str
) -> None:
    docs = tmp_path / "broken.jsonl"
    docs.write_bytes(broken)
    result = run(docs, queries)
    assert [result.exit_code, result.stdout] == [1, ""]
    assert f"broken.jsonl, regel/line {said}" in result.stderr


def test_the_fault_is_one_line(tmp_path: Path, queries: Path) -> None:
    (tmp_path / "broken.jsonl").write_text("{", encoding="utf-8")
    assert run(tmp_path / "broken.jsonl", queries).stderr.count("\n") == 1


def test_a_missing_file_is_bad_usage(tmp_path: Path, queries: Path) -> None:
    assert run(tmp_path / "nowhere.jsonl", queries).exit_code == 2


def test_no_documents_give_no_hits(tmp_path: Path, queries: Path) -> None:
    result = run(write(tmp_path / "none.jsonl", []), queries)
    assert [result.exit_code, result.stdout] == [0, ""]


def test_a_second_run_over_many_documents_opens_the_index_of_the_first(
    tmp_path: Path, queries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    many = [{"id": f"d{n}", "text": f"park {n}"} for n in range(300)]
    docs = write(tmp_path / "many.jsonl", [*DOCS, *many])
    first = run(docs, queries)
    [made] = (tmp_path / "data" / "index" / "corpora").glob("?" * 32)
    was_made_at = made.stat().st_mtime_ns
    assert [run(docs, queries).stdout, made.stat().st_mtime_ns] == [first.stdout, was_made_at]
    write(docs, many)
    assert [run(docs, queries).stdout, made.exists()] == ["", False]
