"""Moments at the edges of what people type: rare wordings, and hours that do not exist."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.moments import MomentPast, MomentUnclear, parse_moment

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 13, 23, 37, tzinfo=UTC)
"""A Tuesday, 14:23 in Amsterdam."""


def wall(at: datetime) -> str:
    """The instant as the clock in Amsterdam shows it."""
    return f"{at.astimezone(ZONE):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A day of the week beside a number only.
        ("vrijdag 27", "2026-11-27 20:00"),
        ("vrijdag de 27e", "2026-11-27 20:00"),
        ("maandag 30 om 8 uur", "2026-11-30 08:00"),
        ("dinsdag 24", "2026-11-24 20:00"),
        # The month first, and a year beside it.
        ("12-25-2026", "2026-12-25 20:00"),
        ("11/27", "2026-11-27 20:00"),
        ("december 4", "2026-12-04 20:00"),
        ("over 2 weken vrijdag", "2026-12-11 20:00"),
        ("vrijdag over 2 weken", "2026-12-11 20:00"),
        ("deze week vrijdag", "2026-11-27 20:00"),
        ("komende dinsdag", "2026-12-01 20:00"),
        ("dinsdag volgende week", "2026-12-01 20:00"),
        # Stretches keep the time on the clock.
        ("over 3 maanden", "2027-02-24 14:23"),
        ("over 1 jaar", "2027-11-24 14:23"),
        ("volgende maand", "2026-12-24 20:00"),
        # Edges of weeks and months.
        ("eind van de week", "2026-11-27 20:00"),
        ("begin volgende week", "2026-11-30 20:00"),
        ("halverwege de week", "2026-11-25 20:00"),
        ("medio december", "2026-12-15 20:00"),
        ("begin december 10 uur", "2026-12-01 10:00"),
        ("eind volgende maand", "2026-12-31 20:00"),
        ("eind februari", "2027-02-28 20:00"),
        ("in het weekend", "2026-11-29 20:00"),
        ("na het weekend", "2026-11-30 20:00"),
        # Twelve o'clock, and the night after the day that is named.
        ("12 am", "2026-11-25 00:00"),
        ("12 uur 's middags", "2026-11-25 12:00"),
        ("12 uur 's nachts", "2026-11-25 00:00"),
        ("vanavond om 12 uur", "2026-11-25 00:00"),
        ("'s nachts om 11 uur", "2026-11-24 23:00"),
        ("vannacht 2 uur", "2026-11-25 02:00"),
        ("24.00", "2026-11-25 00:00"),
        ("2,5 uur", "2026-11-24 16:53"),
    ],
)
def test_a_rare_wording_is_understood(text: str, expected: str) -> None:
    assert wall(parse_moment(text, NOW, ZONE).at_utc) == expected


@pytest.mark.parametrize(
    "text",
    [
        "vrijdag de 28e",  # a Saturday
        "maandag 20 november",  # a Friday
        "woensdag 0",
        "woensdag 40",
        "de 32e",
        "31 februari",
        "13-13-2026",
        "2026-13-01",
        "1899-01-01",
        "24:30",
        "25 uur",
        "kwart over 26",
        "7 over 8",
        "10 voor half 13",
        "half 13",
        "half 0",
        "23 uur 's ochtends",
        "vrijdagochtend 23 uur",
        "morgen 14 uur am",
        "gisteren 25 uur",
        "vorige week vrijdag",
    ],
)
def test_what_cannot_be_is_asked_again_with_the_words_that_were_said(text: str) -> None:
    """No day or hour is guessed from a wrong one."""
    with pytest.raises(MomentUnclear) as error:
        parse_moment(text, NOW, ZONE)
    assert error.value.facts == {"said": text}


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("deze maandag", "2026-11-30 20:00"),
        ("deze week maandag", "2026-11-30 20:00"),
        ("begin van de week", "2026-11-30 20:00"),
        ("20 november 2026", "2026-11-25 20:00"),
        ("20 november", "2027-11-20 20:00"),
        ("vrijdag 20 november", "2027-11-20 20:00"),
        ("gisteren 8 uur", "2026-11-24 20:00"),
        ("gisteren 20 november", "2026-11-25 20:00"),
        ("2 dagen geleden", "2026-11-26 14:23"),
    ],
)
def test_what_has_been_gets_the_next_such_moment_as_a_proposal(text: str, proposal: str) -> None:
    with pytest.raises(MomentPast) as error:
        parse_moment(text, NOW, ZONE)
    at = error.value.facts["proposal"]
    assert isinstance(at, datetime)
    assert wall(at) == proposal


def test_the_end_of_this_week_is_its_sunday_once_friday_is_past() -> None:
    saturday = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
    assert wall(parse_moment("eind van de week", saturday, ZONE).at_utc) == "2026-11-29 20:00"
