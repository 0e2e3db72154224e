"""`texts check`: what it finds in files, code and sentences."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.commands import texts as command
from bot.commands._text_keys import Uses, read_uses
from bot.commands.texts import Problem, check
from bot.plain_language import Jargon
from bot.text_shapes import read_shapes


def problems(nl: str, en: str, uses: Uses) -> set[tuple[str, str, str]]:
    shapes = {"nl": read_shapes(nl), "en": read_shapes(en)}
    found = check(shapes, uses, Jargon.load())
    return {(one.language, one.key, one.rule) for one in found if one.level == "fail"}


def using(*keys: str) -> Uses:
    return Uses(literals=set(keys))


def test_two_files_that_agree_have_no_problem():
    assert problems("a-b = Dag { $x }.", "a-b = Hi { $x }.", using("a-b")) == set()


def test_a_key_that_one_language_lacks_is_told():
    assert problems("a-b = Dag.\na-c = Hoi.", "a-b = Hi.", using("a-b", "a-c")) == {
        ("en", "a-c", "missing")
    }


def test_a_text_with_other_facts_is_told():
    assert problems("a-b = Dag { $x }.", "a-b = Hi { $y }.", using("a-b")) == {
        ("en", "a-b", "other-facts")
    }


def test_a_fact_that_only_chooses_a_form_counts():
    nl = "a-b = { $n ->\n    [one] Een.\n   *[other] Meer.\n}"
    assert problems(nl, "a-b = Some.", using("a-b")) == {("en", "a-b", "other-facts")}


def test_a_key_nobody_uses_is_told():
    assert problems("a-b = Dag.", "a-b = Hi.", using()) == {("nl", "a-b", "unused")}


def test_a_key_that_another_text_mentions_is_used():
    assert problems("a-b = { a-c }\na-c = Dag.", "a-b = { a-c }\na-c = Hi.", using("a-b")) == set()


def test_a_key_that_is_asked_for_and_not_there_is_told():
    uses = Uses(literals={"a-b"}, asked={"a-z": "cogs/x.py:3"})
    assert ("nl", "a-z", "unknown") in problems("a-b = Dag.", "a-b = Hi.", uses)


def test_a_line_that_cannot_be_read_is_told():
    assert ("nl", "-", "file") in problems("a-b = { $x ->\n}\n", "", using())


def test_a_key_that_stands_there_twice_is_told():
    assert ("nl", "-", "file") in problems("a-b = X.\na-b = Y.", "a-b = Z.", using("a-b"))


def test_a_hard_sentence_in_any_form_is_told():
    nl = "a-b = { $n ->\n    [one] Goed.\n   *[other] Je vraag wordt bewaard.\n}"
    assert ("nl", "a-b", "passive") in problems(nl, "a-b = { $n }", using("a-b"))


def test_a_label_that_is_too_long_is_told():
    nl = "a-button = Bekijk alle kennismakingsverzoeken nu"
    assert problems(nl, "a-button = See", using("a-button")) == {
        ("nl", "a-button", "label-characters")
    }


def test_a_description_of_a_command_has_room_for_a_hundred_characters():
    en = "command-x = " + "word " * 25
    assert problems("command-x = Kort.", en, using("command-x")) == {
        ("en", "command-x", "description-characters")
    }


def test_the_english_name_of_a_command_needs_no_dutch_text():
    assert problems("", "word-vraag = ask", using("word-vraag")) == set()


@pytest.fixture
def code(tmp_path: Path) -> Path:
    for room in ("bot", "cogs", "data"):
        (tmp_path / room).mkdir()
    (tmp_path / "data" / "x.toml").write_text('text = "toml-key"\n', encoding="utf-8")
    (tmp_path / "cogs" / "x.py").write_text(
        """
# "comment-key"
def say(where, key, /, **facts): ...

class Wrong(Exception):
    key = "class-key"

say(1, "said-key", n=1)
say(1, "one-key" if 1 else "two-key")
texts.text(f"kind-{kind}", "nl")
texts.text("sum-" + kind, "nl")
f"{a}-{b}"
""",
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize(
    "key", ["toml-key", "class-key", "said-key", "one-key", "two-key", "kind-a-b", "sum-x"]
)
def test_a_key_that_the_code_says_or_composes_is_used(code: Path, key: str):
    assert read_uses(code).uses(key)


@pytest.mark.parametrize("key", ["comment-key", "other-key", "a-b"])
def test_a_key_that_only_a_comment_says_is_not_used(code: Path, key: str):
    assert not read_uses(code).uses(key)


def test_the_code_tells_which_keys_it_asks_for(code: Path):
    assert set(read_uses(code).asked) == {"class-key", "said-key", "one-key", "two-key"}


def test_every_form_of_a_text_is_looked_at():
    shape = read_shapes(
        "a-b = { $n ->\n    [one] Een\n   *[other] { $n } keer\n} { -t } { $m }\n-t = T"
    )
    assert shape.by_key["a-b"].forms == ("Een T 7", "7 keer T 7")
    assert shape.by_key["a-b"].arguments == {"n", "m"}


def test_a_text_that_mentions_itself_does_no_harm():
    assert read_shapes("a-b = Dag { a-b }").by_key["a-b"].forms


def test_a_problem_is_one_line():
    one = Problem("nl", "a-b", "passive", "fail", 50.0, "Een\nregel.")
    assert one.line() == "nl a-b passive 50: Een regel."


def run(*arguments: str) -> tuple[int, str]:
    app = typer.Typer()
    command.register(app)
    done = CliRunner().invoke(app, ["texts", "check", *arguments])
    return done.exit_code, done.stdout


def test_the_command_prints_one_json_document():
    status, out = run("--json")
    told = json.loads(out)
    assert told["languages"] == ["nl", "en"]
    assert status == bool(told["problems"])


def test_every_text_that_ships_is_right():
    assert json.loads(run("--json")[1])["problems"] == []
