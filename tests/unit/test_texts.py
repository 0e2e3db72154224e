"""Sentences by key, in the language of the reader."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.errors import DomainError
from bot.texts import LANGUAGES, Texts, duration

NL = """
## Errors
hello = Dag { $name }.
only-dutch = Alleen hier.
count = { $n ->
    [one] 1 stem
   *[other] { $n } stemmen
}
open = { $is_open ->
    [yes] Open
   *[no] Dicht
}
-bot = Bewonersbot
about = Dit is de { -bot }. { hello }
wait = Over { DURATION($wait_s) }.
"""
EN = """
hello = Hello { $name }.
count = { $n } votes
"""


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    (tmp_path / "nl.ftl").write_text(NL, encoding="utf-8")
    (tmp_path / "en.ftl").write_text(EN, encoding="utf-8")
    return Texts.load(tmp_path)


def test_a_text_comes_in_the_language_asked(texts: Texts):
    assert texts.text("hello", "en", name="Sam") == "Hello Sam."
    assert texts.text("hello", "nl", name="Sam") == "Dag Sam."


def test_a_region_does_not_matter(texts: Texts):
    assert texts.text("hello", "en-US", name="Sam") == "Hello Sam."


def test_a_language_we_do_not_speak_gets_dutch(texts: Texts):
    assert texts.text("hello", "de", name="Sam") == "Dag Sam."


def test_a_text_that_english_lacks_comes_in_dutch(texts: Texts):
    assert texts.text("only-dutch", "en") == "Alleen hier."


def test_an_unknown_key_raises(texts: Texts):
    with pytest.raises(KeyError, match="nothing-here"):
        texts.text("nothing-here", "nl")


def test_a_fact_that_is_missing_raises(texts: Texts):
    with pytest.raises(KeyError, match="name"):
        texts.text("hello", "nl")


def test_a_fact_of_a_kind_nobody_can_read_raises(texts: Texts):
    with pytest.raises(KeyError, match="name"):
        texts.text("hello", "nl", name=object())


def test_an_instant_without_a_zone_raises(texts: Texts):
    with pytest.raises(KeyError, match="name"):
        texts.text("hello", "nl", name=datetime(2026, 11, 6, 20))  # noqa: DTZ001 - that is the point


def test_a_fact_that_is_not_used_does_no_harm(texts: Texts):
    assert texts.text("only-dutch", "nl", extra=object()) == "Alleen hier."


@pytest.mark.parametrize(("n", "told"), [(1, "1 stem"), (2, "2 stemmen"), (1200, "1.200 stemmen")])
def test_numbers_choose_the_plural_and_are_grouped(texts: Texts, n: int, told: str):
    assert texts.text("count", "nl", n=n) == told


def test_a_decimal_is_written_as_people_do(texts: Texts):
    assert texts.text("hello", "nl", name=Decimal("2.5")) == "Dag 2,5."


def test_yes_and_no_choose_a_form(texts: Texts):
    assert texts.text("open", "nl", is_open=True) == "Open"
    assert texts.text("open", "nl", is_open=False) == "Dicht"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "Dag vrijdag 6 november om 20.00 uur."),
        ("en", "Hello Friday 6 November at 20:00."),
    ],
)
def test_an_instant_is_told_in_amsterdam_time(texts: Texts, language: str, told: str):
    winter = datetime(2026, 11, 6, 19, 0, tzinfo=UTC)
    assert texts.text("hello", language, name=winter) == told


def test_summer_time_is_respected(texts: Texts):
    summer = datetime(2026, 7, 3, 18, 30, tzinfo=UTC)
    assert texts.text("hello", "nl", name=summer) == "Dag vrijdag 3 juli om 20.30 uur."


def test_a_day_is_told_with_its_year(texts: Texts):
    assert texts.text("hello", "nl", name=date(2026, 11, 6)) == "Dag 6 november 2026."


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), "Dag ."),
        (("a",), "Dag a."),
        (("a", "b"), "Dag a en b."),
        (("a", "b", "c"), "Dag a, b en c."),
    ],
)
def test_several_things_are_joined_as_people_say_them(texts: Texts, names: tuple, told: str):
    assert texts.text("hello", "nl", name=names) == told


def test_a_text_may_mention_another_text_and_a_term(texts: Texts):
    assert texts.text("about", "nl", name="Sam") == "Dit is de Bewonersbot. Dag Sam."


def test_a_waiting_time_is_told_in_one_unit(texts: Texts):
    assert texts.text("wait", "nl", wait_s=61) == "Over 2 minuten."


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "1 seconde"), (59.2, "1 minuut"), (3600, "1 uur"), (7201, "3 uur"), (90000, "2 dagen")],
)
def test_a_span_is_rounded_up(seconds: float, told: str):
    assert duration(seconds, "nl") == told


def test_what_a_person_wrote_is_never_read_as_a_text(texts: Texts):
    assert texts.text("hello", "nl", name="{ $n } { -bot }") == "Dag { $n } { -bot }."


def test_no_direction_marks_are_put_around_facts(texts: Texts):
    assert "\u2068" not in texts.text("hello", "nl", name="Sam")


def _basic() -> list[type[DomainError]]:
    """Errors of `bot.errors` itself: those of modules need facts of their own."""
    kinds = [DomainError, *DomainError.__subclasses__()]
    return [kind for kind in kinds if kind.__module__ == "bot.errors"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", _basic())
def test_every_basic_error_has_a_sentence(kind: type[DomainError], language: str):
    told = Texts.load().text(kind.key, language, wait_s=30, port="1", other="2")
    assert told.count(".") >= 2
