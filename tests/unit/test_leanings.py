"""Which themes a question leans to: the tables, their file, and "I do not know" as a result."""

from pathlib import Path

import pytest

from bot.content import Content
from bot.search.calibration import Calibration
from bot.search.helpdesk import WEIGHTS, HelpDeskSearch
from bot.search.leanings import BUCKETS, Leanings, WordTable, buckets

TABLE = WordTable(("a", "b"), bytes([40] * BUCKETS), bytes([3, 253] * BUCKETS), 0.1)
"""Every word leans 0.3 to the first theme, and as much away from the second."""


@pytest.fixture(scope="module")
def desk() -> HelpDeskSearch:
    return HelpDeskSearch(Content.load())


def test_what_was_written_is_read_again() -> None:
    kept = Leanings(TABLE)
    again = Leanings.read(kept.plain(), kept.packed())
    assert again == kept


@pytest.mark.parametrize("damage", [b"", b"x" * 40, Leanings(TABLE).packed()[:-9]])
def test_a_damaged_table_is_refused(damage: bytes) -> None:
    with pytest.raises(ValueError, match="table"):
        Leanings.read(Leanings(TABLE).plain(), damage)


def test_words_lean_by_how_rare_they_are_and_nothing_leans_nowhere() -> None:
    weights = buckets(("tuin", "zon"), "tuin zon", TABLE.rarity)
    assert sum(weight**2 for weight in weights.values()) == pytest.approx(1.0)
    assert set(TABLE.leaning((), "").values()) == {0.0}
    lean = TABLE.leaning(("tuin",), "tuin")
    assert lean["a"] > 0 > lean["b"]


def test_a_vector_of_another_model_says_nothing() -> None:
    shipped = Calibration.load(WEIGHTS.with_name("weights_semantic.json")).leanings
    assert shipped.meaning is not None
    found = shipped.of(("tuin",), "tuin", None, "another model")
    assert set(found) == {"words"}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("we willen samen groente verbouwen op dat lege veldje", "buurtmoestuinen"),
        (
            "ons zaaltje staat straks leeg, kunnen wij het kopen",
            "maatschappelijk-vastgoed",
        ),
        ("niemand wil meer in het bestuur", "rechtsvorm-bestuur"),
    ],
)
def test_a_story_without_the_name_of_a_theme_leans_to_it(
    desk: HelpDeskSearch, text: str, theme: str
) -> None:
    assert theme in [one.id for one in desk.look(text).themes]


@pytest.mark.parametrize("text", ["het regent", "mijn hond is ziek", "de trein was geel"])
def test_what_is_about_no_theme_is_not_guessed(desk: HelpDeskSearch, text: str) -> None:
    found = desk.look(text)
    assert found.themes == ()


def test_a_calibration_without_tables_still_answers(tmp_path: Path) -> None:
    old = Calibration.load(WEIGHTS)
    bare = Calibration(old.models, {k: v for k, v in old.thresholds.items() if k != "theme"})
    bare.dump(tmp_path / "weights.json")
    again = HelpDeskSearch(Content.load(), calibration=Calibration.load(tmp_path / "weights.json"))
    assert again.look("hoe vraag ik een gratis vog aan").answers
