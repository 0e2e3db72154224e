"""The judged questions name what exists, and each has one id."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from bot.content import Content

ROOT = Path(__file__).parents[2]
JUDGED = ROOT / "data" / "content" / "judged"
HELD_OUT = sorted((ROOT / "tests" / "bench").glob("held_*.tsv"))
FILES = [*sorted(JUDGED.glob("*.tsv")), *HELD_OUT]


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_label_names_a_theme_or_an_article_that_exists(file: Path, content: Content) -> None:
    known = {
        "themes": {theme.id for theme in content.themes},
        "article": {article.id for article in content.articles},
    }
    strange = [
        (row["id"], label)
        for row in rows(file)
        for column, names in known.items()
        for label in filter(None, row[column].split(","))
        if label not in names
    ]
    assert strange == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_question_is_answered_by_an_article_or_by_nobody_it_says(file: Path) -> None:
    wrong = [
        row["id"]
        for row in rows(file)
        if row["handling"] not in {"answer", "human", "offtopic", "theme"}
        or (row["handling"] == "theme" and (row["article"] or not row["themes"]))
        or (row["handling"] == "answer" and not (row["article"] and row["themes"]))
        or (row["handling"] == "offtopic" and (row["article"] or row["themes"]))
    ]
    assert wrong == []


def test_no_id_and_no_question_comes_back_in_another_file() -> None:
    """A question held out for measuring is worthless once it was used for fitting."""
    every = [row for file in FILES for row in rows(file)]
    ids = Counter(row["id"] for row in every)
    texts = Counter(" ".join(row["question"].casefold().split()) for row in every)
    assert [name for name, times in (ids + texts).items() if times > 1] == []


def test_some_questions_are_held_out_of_every_fit() -> None:
    assert [len(rows(file)) for file in HELD_OUT] == [25]


def test_every_theme_has_examples_of_its_own(content: Content) -> None:
    themes = Counter(row["themes"] for row in rows(JUDGED / "themes.tsv"))
    assert [theme.id for theme in content.themes if themes[theme.id] < 10] == []


def test_a_question_with_typing_errors_keeps_the_labels_of_the_question_without() -> None:
    """Its id is that of the question held out, with a t: who mends one label mends both."""
    labels = ("themes", "article", "handling")
    held = {row["id"][1:]: row for row in rows(JUDGED / "held.tsv")}
    typed = rows(JUDGED / "held.typos.tsv")
    other = [
        row["id"]
        for row in typed
        if [row[label] for label in labels] != [held[row["id"][1:]][label] for label in labels]
    ]
    assert (len(typed) > 100, other) == (True, [])
