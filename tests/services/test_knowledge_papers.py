"""Articles in and out as files."""

from pathlib import Path

import pytest

from bot.content import Content
from bot.services.knowledge.papers import Outcome, Papers, Problem, read_paper
from tests.services.conftest import Town
from tests.services.test_knowledge import Room

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "content" / "kennisbank"
GOOD = """+++
id = "pomp"
title = "Een \\"pomp\\" op het plein"
language = "nl"
themes = ["klimaatadaptatie"]
questions = ["Mag het?", "Hoe?"]
keywords = []
step = "Bel."
who = "De gemeente"
country = "België"
source_name = "Boek"
unsure = ["Is de prijs nog zo?"]
checked_on = 2026-01-02
review_on = 2027-01-02
+++
## Kop

Regel met +++ erin.
"""


def change(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def papers(room: Room) -> Papers:
    themes = [theme.id for theme in room.content.themes]
    return Papers(room.town.store, room.town.clock, room.library, themes)


@pytest.mark.asyncio
async def test_what_goes_out_comes_in_as_it_was_and_twice_changes_nothing(
    town: Town, tmp_path: Path
) -> None:
    """The round trip, H9 (`country`) and what ships: that changes nothing either."""
    room, here, there = Room.over(town), tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    (here / "pomp.md").write_text(GOOD, encoding="utf-8")
    english = change('language = "nl"', 'language = "en"').replace("Kop", "Head")
    (here / "pomp.en.md").write_text(english, encoding="utf-8")
    changed = (SHIPPED / "wbtr.md").read_text(encoding="utf-8").replace("##", "#", 1)
    (here / "wbtr.md").write_text(changed, encoding="utf-8")
    same = (SHIPPED / "anbi.md").read_text(encoding="utf-8")
    (here / "anbi.md").write_text(same, encoding="utf-8")
    plan = await papers(room).plan(town.community_id, here)
    report = await papers(room).apply(town.community_id, here)
    assert plan == report
    counts = [report.count(one) for one in (Outcome.NEW, Outcome.CHANGED, Outcome.SAME)]
    assert (report.is_good, counts) == (True, [2, 1, 1])
    again = await papers(room).apply(town.community_id, here)
    assert again.count(Outcome.SAME) == 4
    files = await papers(room).files(town.community_id)
    assert sorted(files) == ["pomp.en.md", "pomp.md", "wbtr.md"]
    for name, said in files.items():
        (there / name).write_text(said, encoding="utf-8")
    assert (await papers(room).apply(town.community_id, there)).count(Outcome.SAME) == 3
    view = room.desk.article("pomp", "nl", town.community_id)
    assert view is not None
    assert (view.country, view.title) == ("België", 'Een "pomp" op het plein')


@pytest.mark.asyncio
async def test_one_wrong_file_keeps_everything_out_and_is_named_with_its_line(
    town: Town, tmp_path: Path
) -> None:
    room = Room.over(town)
    wrong: dict[str, tuple[str, int, Problem]] = {
        "a-head": ("geen kop", 1, Problem.NO_HEAD),
        "b-toml": (change('who = "De gemeente"', "who = De gemeente"), 9, Problem.NOT_TOML),
        "c-missing": (change('source_name = "Boek"\n', ""), 1, Problem.MISSING),
        "d-kind": (change('step = "Bel."', "step = 4"), 8, Problem.WRONG_KIND),
        "e-field": (change("step =", "stap ="), 8, Problem.UNKNOWN_FIELD),
        "f-theme": (change('"klimaatadaptatie"', '"maan"'), 5, Problem.UNKNOWN_THEME),
        "g-language": (change('"nl"', '"fr"'), 4, Problem.UNKNOWN_LANGUAGE),
        "h-id": (change('"pomp"', '"Pomp!"'), 2, Problem.BAD_ID),
        "i-url": (
            change("unsure", 'source_url = "http://a.nl"\nunsure'),
            12,
            Problem.NOT_SAFE,
        ),
        "j-bsn": (change("Kop", "Kop 111222333"), 16, Problem.PERSONAL),
        "k-day": (change("2026-01-02", '"gisteren"'), 13, Problem.WRONG_KIND),
        "l-good": (GOOD, 0, Problem.TWICE),
        "m-twice": (GOOD, 1, Problem.TWICE),
    }
    for name, (said, _, _) in wrong.items():
        (tmp_path / f"{name}.md").write_text(said, encoding="utf-8")
    report = await papers(room).apply(town.community_id, tmp_path)
    found = {p.file: (p.line, p.problem) for p in report.papers if p.problem}
    del wrong["l-good"]
    assert found == {f"{name}.md": (at, problem) for name, (_, at, problem) in wrong.items()}
    assert await papers(room).files(town.community_id) == {}


def test_every_article_that_ships_can_be_taken_in() -> None:
    content = Content.load()
    known = frozenset(theme.id for theme in content.themes)
    read = [read_paper(f.read_text(encoding="utf-8"), known) for f in SHIPPED.glob("*.md")]
    assert set(read) == set(content.articles)
