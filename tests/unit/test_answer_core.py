"""The core of an article: short enough for a phone, and never half a thought."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import Article, Content
from cogs.helpdesk.articles import CORE, core

ARTICLES = Content.load().articles


@pytest.mark.parametrize("article", ARTICLES, ids=lambda one: f"{one.id}.{one.language}")
def test_the_core_of_every_article_fits_a_phone_and_ends_where_a_thought_ends(
    article: Article,
) -> None:
    said = core(article.body)
    assert 80 <= len(said) <= CORE
    assert "#" not in said
    assert said[-1] in ".!?)…" or "\n" in said  # a sentence, or a line of a list
    assert not said.endswith(":")


@given(st.text(alphabet=st.sampled_from("ab. \n#:-é"), max_size=3000), st.integers(60, 700))
def test_no_text_is_too_much_for_it(body: str, longest: int) -> None:
    assert len(core(body, longest)) <= longest + 2  # a cut in a word adds a sign
