"""What staff hear by themselves: dates, doubts, gaps and sources that are silent."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import text

from bot.errors import NotAllowed
from bot.services.helpdesk import Hours
from bot.services.helpdesk.days.hours import TimeUnclear
from bot.services.knowledge import Gap, gaps_of
from tests.services.conftest import Town
from tests.services.test_knowledge import Room, mail

pytestmark = pytest.mark.asyncio


@pytest.fixture
def room(town: Town) -> Room:
    return Room.over(town)


async def next_monday(town: Town, room: Room) -> None:
    """The bot is here for the first time, and then it is Monday 9.00."""
    await room.knowledge.weekly.tell_due()
    here = town.clock.now().astimezone(town.clock.zone)
    monday = here.date() + timedelta(days=7 - here.weekday())
    at = datetime.combine(monday, time(9), town.clock.zone)
    town.clock.move(seconds=(at - town.clock.now()).total_seconds())
    await room.knowledge.weekly.tell_due()


async def test_staff_hear_of_a_week_once_at_the_moment_that_they_chose(
    town: Town, room: Room
) -> None:
    await room.published()
    async with town.store.writing() as session:
        await session.execute(text("UPDATE articles SET review_on = '2026-11-01'"))
    ada, hours = await town.person("Ada", "admin"), Hours(town.store, town.clock)

    async def told(at: str, again: Room = room) -> list[str]:
        when = datetime.fromisoformat(at).replace(tzinfo=town.clock.zone)
        town.clock.move(seconds=(when - town.clock.now()).total_seconds())
        await again.knowledge.weekly.tell_due()
        return [one["source"] for one in await mail(town, "staff-articles-week")]

    async def choose(day: str, at: str) -> None:
        await hours.put_promises(ada, "2", "14", calls_staff=False, weekly=(day, at))

    first, second = "articles-week:2026-W49", "articles-week:2026-W50"
    assert await told("2026-11-24T11:00") == []  # a Tuesday, the very first start
    await choose("2", "13.30")
    assert await told("2026-11-25T13:29") == []
    await choose("1", "9 uur")
    assert await told("2026-11-25T13:31") == []
    await choose("2", "13.30")
    assert await told("2026-12-02T13:29") == []
    after = Room.over(town)  # away on Wednesday
    for at in ("2026-12-04T08:00", "2026-12-04T09:00"):
        assert await told(at, after) == [first]
    await choose("0", "")
    assert await told("2026-12-05T12:00") == [first]
    assert await told("2026-12-07T13:30") == [first, second]
    with pytest.raises(TimeUnclear):
        await choose("0", "straks")


async def test_a_review_date_comes_up_once_a_week_until_somebody_looked(
    town: Town, room: Room
) -> None:
    sofie, _ = await room.staff()
    slug, reviews, weekly = await room.published(), room.knowledge.reviews, room.knowledge.weekly
    await next_monday(town, room)
    assert await mail(town, "staff-articles-week") == []
    town.clock.move(days=336)
    for _ in range(2):
        await weekly.tell_due()
        town.clock.move(days=1)
    [week] = await mail(town, "staff-articles-week")
    assert [slug, "nl"] in week["facts"]["articles"] or week["facts"]["more"] > 0
    async with town.store.writing() as session:
        await session.execute(text("DELETE FROM deliveries"))
    article = await reviews.confirm(sofie, slug, "nl")
    assert article.review_on - town.clock.today() == timedelta(days=365)
    await reviews.confirm(sofie, slug, "nl")
    assert len(await room.knowledge.keeping.versions(sofie, slug)) == 2
    with pytest.raises(NotAllowed):
        await reviews.confirm(await town.person("Rosa"), slug, "nl")


async def test_who_says_that_a_shipped_article_is_right_makes_no_copy_of_it(
    town: Town, room: Room
) -> None:
    sofie, mo = await room.staff()
    reviews, library, here = room.knowledge.reviews, room.library, town.community_id
    town.clock.move(days=30)
    today = town.clock.today()
    for who in (sofie, mo):
        article = await reviews.confirm(who, "wbtr", "nl")
        assert (article.checked_on, article.review_on) == (today, today + timedelta(days=365))
    query = "SELECT slug, language, person_id FROM article_checks"
    async with town.store.reading() as session:
        assert [tuple(row) for row in await session.execute(text(query))] == [
            ("wbtr", "nl", sofie.id)
        ]
        assert await session.scalar(text("SELECT count(*) FROM articles")) == 0
    other = Room.over(town)  # another process, with a later release
    shipped = other.library.shipped["wbtr", "nl"]
    other.library.shipped["wbtr", "nl"] = replace(shipped, body="De wet is veranderd.")
    await other.library.refresh()
    found = other.library.exact(here, "wbtr", "nl")
    assert found is not None
    assert (found.body, found.checked_on) == ("De wet is veranderd.", today)
    assert not other.library.is_own(here, "wbtr", "nl")
    newer = replace(shipped, checked_on=today + timedelta(days=1))
    other.library.shipped["wbtr", "nl"] = newer
    assert other.library.exact(here, "wbtr", "nl") == newer
    assert library.exact(here + 1, "wbtr", "nl") == shipped


async def test_doubts_of_readers_are_one_message_a_day_and_end_when_seen(
    town: Town, room: Room
) -> None:
    sofie, _ = await room.staff()
    reviews = room.knowledge.reviews
    for name, said in (("Rosa", "prijs is anders, bel 0612345678"), ("Rosa", ""), ("Cem", "ja")):
        await reviews.doubt(await town.person(name), "wbtr", said)
    cards = await mail(town, "staff-article-doubt")
    assert len(cards) == 2
    async with town.store.reading() as session:
        edits = await session.scalars(
            text("SELECT edits FROM deliveries WHERE kind = 'staff-article-doubt' ORDER BY id")
        )
        assert list(edits) == [None, cards[0]["source"]]
    doubt = await reviews.doubts(town.community_id, "wbtr", "nl")
    assert doubt.lines == ("prijs is anders, bel …", "ja")
    assert [await reviews.seen(sofie, "wbtr") for _ in range(2)] == [2, 0]
    town.clock.move(days=1)
    await reviews.doubt(await town.person("Cem"), "wbtr", "nog steeds")
    assert len(await mail(town, "staff-article-doubt")) == 3


async def test_h12_what_was_not_found_is_counted_in_groups_without_people(
    town: Town, room: Room
) -> None:
    """H12: repeated questions per theme, from three people up; never a crisis, never a name."""
    for number, who in enumerate(("Rosa", "Cem", "Bart", "Rosa")):
        person = await town.person(who)
        await room.solved(
            f"Waar leent Gerda Visser een zwiebelkrats voor de tuin {number}",
            "x",
            asked_by=person.id,
        )
    for number in range(2):
        person = await town.person(f"Iemand{number}")
        await room.solved(f"losse drumvraag {number}", "x", asked_by=person.id, themes=["zorg"])
    for number in range(5):
        person = await town.person(f"Nood{number}")
        await room.solved(f"noodgeval {number}", "x", asked_by=person.id, referral="suicide")
    await next_monday(town, room)
    await room.knowledge.weekly.tell_due()
    [one] = await mail(town, "staff-article-gaps")
    facts = one["facts"]
    found = gaps_of(facts)
    assert found.groups == (Gap("klimaatadaptatie", ("leent", "tuin", "zwiebelkrats"), 4),)
    assert (found.rest, [(t.theme, t.count) for t in found.trends]) == (
        2,
        [("klimaatadaptatie", 4)],
    )
    assert not [w for w in ("Gerda", "gerda", "visser", "nood", "drum") if w in str(facts)]
