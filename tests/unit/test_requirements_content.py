"""What the knowledge base must be able to answer, by the requirement that asks for it."""

import pytest

from bot.content import Content
from bot.search.helpdesk import HelpDeskSearch


@pytest.fixture(scope="module")
def desk() -> HelpDeskSearch:
    return HelpDeskSearch(Content.load())


@pytest.mark.parametrize(
    ("requirement", "question", "article"),
    [
        (
            "H7",
            "hoe schrijven wij als bewonersgroep in op een aanbesteding",
            "aanbesteden-social-return",
        ),
        (
            "H7",
            "wij willen een gebouw van de gemeente kopen en beheren",
            "maatschappelijk-vastgoed",
        ),
        ("H7", "een bewonersbedrijf beginnen in de wijk", "bewonersbedrijf"),
        ("H8", "wat is abcd", "abcd-principes"),
        ("H8", "wat is community organising", "community-organising"),
        ("H11", "hoe werken we samen met de welzijnsorganisatie", "samenwerken-welzijn"),
    ],
)
def test_a_plain_question_about_it_finds_the_article(
    desk: HelpDeskSearch, requirement: str, question: str, article: str
) -> None:
    found = [one.article for one in desk.look(question).answers]
    assert article in found, requirement
