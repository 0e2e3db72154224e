"""Evenings that are proposed for a meeting, the one that suits all, and questions to begin with."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar_files import Appointment, calendar_file
from bot.content import Content, ContentError
from bot.content.openings import read_openings
from bot.moments import parse_moment
from bot.moments.holidays import holidays
from bot.services.matching.meeting.moments import best, is_hopeless, propose
from bot.texts import LANGUAGES, Texts

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MOMENTS = ("a", "b", "c")
cans = st.dictionaries(
    st.tuples(st.integers(1, 3), st.sampled_from(MOMENTS)), st.sampled_from(("yes", "maybe", "no"))
)


@given(st.integers(0, 2_000_000))
def test_three_evenings_of_the_coming_two_weeks_on_different_days_of_the_week(
    minutes: int,
) -> None:
    now = NOW + timedelta(minutes=minutes)
    found = [at.astimezone(ZONE) for at in propose(now, ZONE)]
    assert found == sorted(found)
    assert len({at.weekday() for at in found}) == len(found) == 3
    for at in found:
        assert timedelta(days=2) < at - now < timedelta(days=15)
        assert (at.hour, at.minute) == (19, 30)
        assert at.weekday() < 4
        assert at.date() not in holidays(at.year)


@given(cans, st.frozensets(st.integers(1, 3), min_size=1))
def test_the_moment_that_is_chosen_suits_everybody_and_no_better_one_was_there(
    said: dict[tuple[int, str], str], people: frozenset[int]
) -> None:
    chosen = best(MOMENTS, said, people)
    suits = {moment: [said.get((one, moment), "") for one in people] for moment in MOMENTS}
    everybody = [m for m in MOMENTS if set(suits[m]) == {"yes"}]
    possible = [m for m in MOMENTS if set(suits[m]) <= {"yes", "maybe"}]
    assert chosen == next(iter([*everybody, *possible]), None)
    assert is_hopeless(MOMENTS, said, people) == all("no" in suits[m] for m in MOMENTS)


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.integers(1, 340), st.integers(7, 23), st.integers(0, 59))
def test_a_moment_in_the_form_is_read_back_as_it_was_written(
    language: str, days: int, hour: int, minute: int
) -> None:
    wall = (NOW + timedelta(days=days)).astimezone(ZONE).replace(hour=hour, minute=minute)
    said = Texts.load().text("meeting-short-moment", language, at=wall.astimezone(UTC))
    assert parse_moment(said, NOW, ZONE).at_utc == wall


def test_there_are_two_questions_for_each_theme_and_phase_and_none_is_asked_twice() -> None:
    content = Content.load()
    phases = [value.id for value in content.facet("fase").values]
    for group in content.groups:
        for phase in phases:
            for turn in range(4):
                first, second = content.openings.pick([group.id], [phase], turn)
                assert first in content.openings.themes[group.id]
                assert second in content.openings.phases[phase]
                assert first != second
    for turn in range(4):
        first, second = content.openings.pick([], [], turn)
        assert {first, second} == set(content.openings.always)


def test_a_phase_without_a_question_is_told(tmp_path: Path) -> None:
    file = tmp_path / "openings.toml"
    shipped = Content.load().root / "openings.toml"
    file.write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ContentError, match="nieuw"):
        read_openings(file, [group.id for group in Content.load().groups], ["nieuw"])


def test_the_calendar_file_is_as_the_standard_asks() -> None:
    title = "Kennismaken: Dorpshuis, De Meent; “één”" + " lang" * 30
    meeting = Appointment("meeting-1@x", NOW, title, "regel één\nregel twee")
    data = calendar_file(meeting, now=NOW)
    lines = data.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART:20261124T090000Z" in lines
    assert "DTEND:20261124T100000Z" in lines
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = data.decode().replace("\r\n ", "")
    assert "SUMMARY:Kennismaken: Dorpshuis\\, De Meent\\; “één”" + " lang" * 30 in unfolded
    assert "DESCRIPTION:regel één\\nregel twee" in unfolded
