"""How a coffee round that would be made is told to staff."""

from datetime import UTC, datetime

from bot.search.pairing.certificate import Certificate
from bot.services.matching.coffee.views import CoffeeCard, Preview, Sitter
from bot.texts import Texts
from cogs._client import Services
from cogs.matching.coffee.proofs import MOST_GROUPS, preview_text


class OnlyTexts:
    """The part of the services that is read here."""

    texts = Texts.load()


def told(people: int, *, alone: bool = False, again: bool = False) -> str:
    groups = tuple((Sitter(f"A{n}", "De Meent"), Sitter(f"B{n}", "")) for n in range(people // 2))
    certificate = Certificate(people, people // 2, 0, int(alone), 0, (3,) * again, 0, 0, 1.0, True)
    preview = Preview(
        CoffeeCard(1, "", 2, datetime(2026, 12, 1, 9, tzinfo=UTC)),
        groups,
        ((3,),) * len(groups) if again else ((),) * len(groups),
        (Sitter("Over", ""),) if alone else (),
        certificate,
    )
    services: Services = OnlyTexts()  # pyright: ignore[reportAssignmentType]
    return preview_text(services, preview, "Koffie", "nl")


def test_a_long_round_is_told_in_short_and_nobody_who_is_left_is_forgotten() -> None:
    few, many = told(2), told(2 * (MOST_GROUPS + 3), alone=True, again=True)
    assert "A0" in few
    assert "Over" not in few
    assert f"A{MOST_GROUPS - 1}" in many
    assert f"A{MOST_GROUPS} " not in many
    assert "Over" in many
    assert "3" in many


def test_a_round_without_people_says_so() -> None:
    assert "A0" not in told(0)
