"""Sister movements that are named below a search about their theme (M13)."""

from pathlib import Path

import pytest

from bot.content import Content, ContentError
from bot.content.movements import read_movements

THEMES = frozenset({"energiecooperaties", "wooncooperaties"})
ONE = (
    '[[movement]]\nname = "Zon"\nthemes = [{}]\nabout_nl = "een netwerk"\nabout_en = "a network"\n'
)


@pytest.mark.parametrize(
    ("theme", "name"),
    [
        ("energiecooperaties", "Energie Samen"),
        ("wooncooperaties", "Cooplink"),
        ("vergroening", "Stichting Steenbreek"),
        ("burenhulp-zorg", "NLZVE"),
    ],
)
def test_housing_energy_green_and_care_have_a_movement(theme: str, name: str) -> None:
    movement = Content.load().movements[theme]
    assert movement.name == name
    assert movement.about("nl") != movement.about("en")


def test_a_theme_that_is_no_sister_s_own_has_none() -> None:
    assert "ontmoetingsplekken" not in Content.load().movements


@pytest.mark.parametrize(
    "text",
    [
        ONE.format('"bestaat-niet"'),
        ONE.format('"wooncooperaties"') + ONE.format('"wooncooperaties"'),
        "[[movement]]\nname = 'Zon'\n",
    ],
)
def test_a_file_that_is_wrong_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "movements.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError):
        read_movements(file, THEMES)
