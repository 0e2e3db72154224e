"""Pictures: what is drawn, that it fits, and that nothing a person types can break it."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.content import Content
from bot.pictures.bars import Bar, bars
from bot.pictures.canvas import FONT_FILE, INNER, SOFT, STRONG, WIDTH, load_type
from bot.pictures.map import Dot, dots_on_map

FONTS = Path(__file__).resolve().parents[2] / "data" / "content" / "fonts"


def opened(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def painted(png: bytes, colour: str) -> int:
    """How many pixels have exactly this colour."""
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    counted = opened(png).getcolors(maxcolors=1 << 24) or []
    return sum(number for number, found in counted if found == wanted)


def test_a_result_is_a_png_as_wide_as_a_phone() -> None:
    image = opened(bars("Vraag?", [Bar("Ja", 3), Bar("Nee", 1)]))
    assert [image.format, image.width] == ["PNG", WIDTH]


def test_the_same_facts_give_the_same_bytes() -> None:
    rows = [Bar("Ja", 3, "75 %"), Bar("Nee", 1, "25 %")]
    assert bars("Vraag?", rows, "4 stemmen") == bars("Vraag?", rows, "4 stemmen")


def test_a_bar_is_as_long_as_its_share_of_the_highest() -> None:
    png = bars("", [Bar("Ja", 100), Bar("Nee", 50)])
    assert painted(png, SOFT) / painted(png, STRONG) == pytest.approx(0.5, abs=0.02)


def test_every_highest_bar_is_dark() -> None:
    png = bars("", [Bar("Ja", 5), Bar("Nee", 5)])
    assert [painted(png, STRONG) > 0, painted(png, SOFT)] == [True, 0]


def test_nothing_is_dark_without_votes() -> None:
    assert painted(bars("", [Bar("Ja", 0), Bar("Nee", 0)]), STRONG) == 0


@pytest.mark.parametrize("number", [0, 1, 2, 25])
def test_up_to_twenty_five_options_fit(number: int) -> None:
    image = opened(bars("Vraag?", [Bar(f"Optie {n}", n) for n in range(number)]))
    assert image.height < 1_600


@pytest.mark.parametrize("amount", [10**9, 10**15 - 1, 10**15, 10**40, -5])
def test_any_amount_fits(amount: int) -> None:
    png = bars("", [Bar("Een heel lange optie over de tuin en het plein", amount, "100,0 %")])
    image = opened(png).convert("L")
    assert image.crop((WIDTH - 16, 0, WIDTH, image.height)).getextrema() == (255, 255)


def test_a_long_text_is_wrapped_within_the_width() -> None:
    kind = load_type(26)
    lines = kind.wrap("Zonnepanelen op het dak van het buurthuis in de wijk " * 3, INNER, 4)
    assert len(lines) > 1
    assert max(kind.width(line) for line in lines) <= INNER


def test_a_text_that_is_cut_ends_in_dots() -> None:
    kind = load_type(26)
    lines = kind.wrap("woord " * 100, 300, 2)
    assert [len(lines), lines[-1][-1], kind.width(lines[-1]) <= 300] == [2, "…", True]


def test_one_long_word_is_broken_and_kept_whole() -> None:
    assert "".join(load_type(26).wrap("a" * 60, 300, 9)) == "a" * 60


def test_emoji_and_hidden_characters_are_left_out() -> None:
    assert load_type(26).printable("Tuin 🌱\u202e aan\u200b\nzee") == "Tuin aan zee"


@pytest.mark.parametrize("char", "éëïóüÉIJij€’‘“”–…½•çñß")
def test_the_font_has_what_dutch_texts_use(char: str) -> None:
    assert load_type(26).printable(char) == char


def test_the_font_is_small_and_has_its_licence_beside_it() -> None:
    assert (FONTS / FONT_FILE).stat().st_size <= 800_000
    assert "Permission is hereby granted" in (FONTS / "LICENSE-DejaVu.txt").read_text("utf-8")


def test_a_map_shows_a_dot_for_each_place() -> None:
    one = painted(dots_on_map((), [Dot(52.1, 5.1)]), STRONG)
    two = painted(dots_on_map((), [Dot(52.1, 5.1), Dot(53.2, 6.5)]), STRONG)
    assert two == pytest.approx(2 * one, rel=0.1)


def test_a_heavier_dot_is_larger() -> None:
    light = painted(dots_on_map((), [Dot(52, 5, weight=1), Dot(53, 6, weight=1)]), STRONG)
    heavy = painted(dots_on_map((), [Dot(52, 5, weight=1), Dot(53, 6, weight=9)]), STRONG)
    assert heavy > light


def test_the_country_is_drawn_with_its_inland_water() -> None:
    provinces = Content.load().provinces
    land, frame = opened(dots_on_map(provinces, [])), opened(dots_on_map((), []))
    assert land.size == frame.size
    assert land.getpixel((420, 450)) != frame.getpixel((420, 450))


def test_the_map_widens_for_a_flemish_place_and_leaves_out_the_far_ones() -> None:
    assert painted(dots_on_map((), [Dot(51.05, 2.9)]), STRONG) > 0
    assert painted(dots_on_map((), [Dot(40.7, -74.0)]), STRONG) == 0


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.lists(st.tuples(st.text(max_size=80), st.integers()), max_size=4))
def test_any_text_and_any_number_can_be_drawn(title: str, rows: list[tuple[str, int]]) -> None:
    assert opened(bars(title, [Bar(label, amount, label) for label, amount in rows], title)).height
