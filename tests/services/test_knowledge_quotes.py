"""Who got an article in the words of staff hears of it too when it changes, on both databases."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.content import Content
from bot.services.helpdesk import StaffDesk
from bot.services.knowledge.quotes import Quotable, quoted
from tests.services.conftest import Town
from tests.services.test_knowledge import Room, mail

SAID = "Ik zocht het voor je op. {} Groet, Sofie"


@pytest.fixture
def room(town: Town) -> Room:
    return Room.over(town)


@pytest.mark.asyncio
async def test_who_got_a_quoted_article_hears_that_it_was_withdrawn(town: Town, room: Room) -> None:
    desk, (sofie, _) = StaffDesk(town.store, town.clock), await room.staff()
    article = room.library.shipped["wbtr", "nl"]
    quoting, other, crisis = [
        await room.solved(f"vraag {number}", "Bel Jan.", state="open", **extra)
        for number, extra in enumerate(({}, {}, {"referral": "zelfdoding"}))
    ]
    part = article.body.split("\n\n")[-1]
    for number, said in ((quoting, SAID.format(part)), (crisis, SAID.format(part))):
        await desk.answer(sofie, number, said, f"i:{number}")
    await desk.answer(sofie, other, "Lees de wet maar eens, over de vereniging.", "i:9")
    await room.knowledge.keeping.withdraw(sofie, "wbtr", "klopt niet meer")
    told = await mail(town, "article-changed")
    assert [one["facts"]["question"] for one in told] == [quoting]
    async with town.store.reading() as session:
        noted = await session.execute(text("SELECT question_id, slug FROM article_readings"))
        assert [tuple(row) for row in noted] == [(quoting, "wbtr")]


def test_a_title_or_eight_words_in_a_row_are_a_quotation_and_less_is_not() -> None:
    content = Content.load()
    article = next(one for one in content.articles if (one.id, one.language) == ("wbtr", "nl"))
    some = article.body.split()
    assert quoted(" ".join(some[5:13]), [Quotable.of(article)]) == ("wbtr",)
    assert quoted(" ".join(some[5:12]), [Quotable.of(article)]) == ()
    assert quoted(f"Zie '{article.title.upper()}'.", [Quotable.of(article)]) == ("wbtr",)
    short = Quotable.of(replace(article, title="Wat is dat?"))
    assert quoted("Wat is dat?", [short]) == ()
    assert quoted("", [Quotable.of(article)]) == ()
