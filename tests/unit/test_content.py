"""The shipped content is whole, and a broken file says where it is broken."""

import shutil
import time
from pathlib import Path

import pytest

from bot.content import Content, ContentError
from bot.search.places import Places

ARTICLE = """+++
id = "proef"
title = "Een proef"
language = "nl"
themes = ["vergroening"]
questions = ["Hoe werkt een proef?"]
keywords = []
step = "Begin klein."
who = "De gemeente."
source_name = "Voorbeeld"
source_url = "https://voorbeeld.nl"
checked_on = 2026-09-01
review_on = 2027-09-01
+++

# Een proef

Zo werkt het.
"""
COLLECTIVES = (
    "name,place,municipality,themes,context,population,phase,motives,methods,offers,needs,"
    "legal_form,description\n"
)


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture
def copy(tmp_path: Path, content: Content) -> Path:
    root = tmp_path / "content"
    shutil.copytree(content.root, root, ignore=shutil.ignore_patterns("kennisbank", "places*"))
    (root / "kennisbank").mkdir()
    return root


def with_article(root: Path, text: str, name: str = "proef.md") -> Content:
    (root / "kennisbank" / name).write_text(text, encoding="utf-8")
    return Content.load(root)


def test_every_theme_of_the_interview_exists(content: Content) -> None:
    """M4."""
    assert sum(theme.in_interview for theme in content.themes) >= 30


def test_a_synonym_belongs_to_one_theme_only(content: Content) -> None:
    synonyms = [word for theme in content.themes for word in theme.synonyms_nl]
    assert len(synonyms) == len(set(synonyms))


def test_every_theme_has_a_group_that_exists(content: Content) -> None:
    assert {theme.parent for theme in content.themes} <= {group.id for group in content.groups}


def test_every_facet_value_has_both_names(content: Content) -> None:
    values = [value for facet in content.facets for value in facet.values]
    assert all(value.name_nl and value.name_en for value in values)


def test_referrals_are_there_for_a_crisis(content: Content) -> None:
    levels = {rule["level"] for rule in content.referrals["referral"]}  # type: ignore[attr-defined]
    assert "crisis" in levels


def test_there_are_twelve_provinces_with_an_outline(content: Content) -> None:
    assert [bool(province.polygons) for province in content.provinces] == [True] * 12


def test_every_example_collective_says_that_it_is_one(content: Content) -> None:
    assert all(one.name.endswith("(voorbeeld)") for one in content.collectives)


def test_there_are_enough_examples_over_all_kinds_of_place(content: Content) -> None:
    assert len(content.collectives) >= 36
    assert {"dorp", "stadswijk", "stad"} <= {one.context for one in content.collectives}


def test_examples_use_known_facets_only(content: Content) -> None:
    known = {value.id for facet in content.facets for value in facet.values}
    used = {
        value
        for one in content.collectives
        for value in (one.context, one.phase, one.legal_form, *one.motives, *one.methods)
    }
    assert used <= known


def test_every_example_lies_in_a_place_that_exists(content: Content) -> None:
    places = Places(content.places())
    lost = [
        one.place
        for one in content.collectives
        if one.municipality not in {spot.municipality for spot in places.find(one.place)}
    ]
    assert lost == []


def test_examples_cover_nearly_every_theme(content: Content) -> None:
    used = {theme for one in content.collectives for theme in one.themes}
    assert len(used) >= 35


def test_an_article_is_read_with_its_dates(copy: Path) -> None:
    article = with_article(copy, ARTICLE).articles[0]
    assert (article.id, article.checked_on.year, article.body[:10]) == ("proef", 2026, "# Een proe")


def test_windows_line_ends_and_a_byte_order_mark_are_fine(copy: Path) -> None:
    text = "\ufeff" + ARTICLE.replace("\n", "\r\n")
    assert with_article(copy, text).articles[0].title == "Een proef"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('title = "Een proef"\n', "", '"title" is missing'),
        ("vergroening", "bestaat-niet", 'unknown theme "bestaat-niet"'),
        ('"nl"', '"xx"', 'unknown language "xx"'),
        ("2026-09-01", '"2026-09-01"', '"checked_on" is not a date'),
        ("2026-09-01", "2026-09-01T10:00:00", '"checked_on" is not a date'),
        ("+++\n\n# Een proef", "\n# Een proef", "no closing line"),
        ("+++\nid", "id", "does not start with"),
        ("title = ", "title : ", "proef.md"),
        ("keywords = []", "keywords = [1]", "not a text"),
    ],
)
def test_a_broken_article_names_the_file_and_the_fault(
    copy: Path, old: str, new: str, says: str
) -> None:
    with pytest.raises(ContentError, match=r"proef\.md") as error:
        with_article(copy, ARTICLE.replace(old, new, 1))
    assert says in str(error.value)


def test_an_article_without_text_is_refused(copy: Path) -> None:
    with pytest.raises(ContentError, match="no text"):
        with_article(copy, ARTICLE.partition("# Een")[0])


def test_two_articles_with_one_id_in_one_language_are_refused(copy: Path) -> None:
    with_article(copy, ARTICLE)
    with pytest.raises(ContentError, match="exists already"):
        with_article(copy, ARTICLE, "tweede.md")


def test_a_version_in_another_language_shares_the_id(copy: Path) -> None:
    with_article(copy, ARTICLE)
    content = with_article(copy, ARTICLE.replace('"nl"', '"en"'), "proef.en.md")
    assert [article.language for article in content.articles] == ["en", "nl"]


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "facets.toml").unlink()
    with pytest.raises(ContentError, match=r"facets.toml: the file is missing"):
        Content.load(copy)


def test_a_theme_with_an_unknown_parent_is_refused(copy: Path) -> None:
    file = copy / "themes.toml"
    file.write_text(file.read_text("utf-8").replace('parent = "wonen"', 'parent = "zee"'), "utf-8")
    with pytest.raises(ContentError, match=r"themes.toml.*zee"):
        Content.load(copy)


def test_an_example_with_an_unknown_theme_names_its_line(copy: Path) -> None:
    file = copy / "collectives.csv"
    file.write_text(COLLECTIVES + "A,,,vergroening,,,,,,,,,\nB,,,zee,,,,,,,,,\n", "utf-8")
    with pytest.raises(ContentError, match=r'collectives.csv: line 3: unknown theme "zee"'):
        Content.load(copy)


def test_a_row_with_a_missing_column_names_its_line(copy: Path) -> None:
    file = copy / "collectives.csv"
    file.write_text(COLLECTIVES + "A,,,vergroening\n", "utf-8")
    with pytest.raises(ContentError, match="line 2"):
        Content.load(copy)


def test_places_are_read_once(content: Content) -> None:
    assert content.places() is content.places()


def test_loading_takes_a_fraction_of_the_start_budget() -> None:
    """The start budget is 1.5 s for the whole bot; places come later."""
    started = time.process_time()
    Content.load()
    assert time.process_time() - started < 0.5
