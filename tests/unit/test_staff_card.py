"""H2: what stands on the card of a question, in the language of who reads it."""

import pytest

from bot.content import Content
from bot.content.contexts import ASKABLE
from bot.services.helpdesk.facets import UNSAID, Facets
from bot.texts import LANGUAGES, Texts
from cogs.helpdesk.staff.cards import told_by


@pytest.fixture(scope="module")
def facets() -> Facets:
    return Facets(Content.load())


def test_what_an_asker_told_is_shown_in_words_and_never_as_its_id(facets: Facets) -> None:
    texts = Texts.load()
    context = [("tenure", "tenant"), ("place", UNSAID), ("form", "huurder"), ("wish", "formal")]
    assert told_by(texts, facets, context, "nl") == ("huurt",)
    assert told_by(texts, facets, context, "en") == (texts.text("helpdesk-told-tenant", "en"),)


def test_everything_that_can_be_told_has_words_in_every_language(facets: Facets) -> None:
    wanted = {f"helpdesk-told-{value}" for facet in ASKABLE for value in facets.values(facet)}
    assert len(wanted) == 6
    for language in LANGUAGES:
        assert wanted - set(Texts.load().keys(language)) == set()
