"""What staff hear by themselves: dates, doubts, gaps and sources that are silent."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import text

from bot.errors import NotAllowed
from bot.services.helpdesk import Hours
from bot.services.helpdesk.days.hours import TimeUnclear
from bot.services.knowledge import Gap, gaps_of
from cogs.knowledge.web import PublicWeb, is_public
from tests.services.conftest import Town
from tests.services.test_knowledge import PUMP, Room, mail

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


class Site:
    """A web server on this machine that counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(f"{request.method} {request.path}")
        moved = {"/hop": "/page", "/loop": "/loop", "/inside": "http://10.0.0.1/page"}
        if request.path in moved:
            return web.Response(status=302, headers={"Location": moved[request.path]})
        refused = (request.method, request.path) == ("HEAD", "/nohead")
        return web.Response(status=405 if refused else 200)


@pytest_asyncio.fixture
async def site() -> AsyncIterator[tuple[Site, TestServer]]:
    site, app = Site(), web.Application()
    app.router.add_route("*", "/{path:.*}", site.answer)
    server = TestServer(app)
    await server.start_server()
    yield site, server
    await server.close()


async def test_a_source_is_asked_with_little_and_never_inside(
    site: tuple[Site, TestServer],
) -> None:
    asked, port = site[0].asked, site[1].port or 0
    names = {"bron.example": ["127.0.0.1"], "mixed.example": ["127.0.0.1", "10.0.0.1"]}

    async def resolve(host: str) -> list[str]:
        return names.get(host, [])

    here = PublicWeb(
        resolve, scheme="http", port=port, is_allowed=lambda address: address == "127.0.0.1"
    )
    at = f"http://bron.example:{port}"
    seen = [await here.status_of(f"{at}{path}") for path in ("/page", "/hop", "/nohead")]
    assert seen == [200, 200, 200]
    assert asked == ["HEAD /page", "HEAD /hop", "HEAD /page", "HEAD /nohead", "GET /nohead"]
    asked.clear()
    refused = (f"{at}/inside", f"{at}/loop", f"http://mixed.example:{port}/page")
    assert [await here.status_of(url) for url in refused] == [None, None, None]
    assert asked == ["HEAD /inside", *["HEAD /loop"] * 4]
    asked.clear()
    for url in (
        f"https://bron.example:{port}/page",
        f"http://127.0.0.1:{port}/page",
        f"http://bron.example:{port + 1}/page",
        f"http://gone.example:{port}/page",
        f"http://user@bron.example:{port}/page",
        f"http://[::1]:{port}/page",
        "http://2130706433/",
        "file:///etc/passwd",
    ):
        assert await here.status_of(url) is None
    by_the_rule = PublicWeb(resolve, scheme="http", port=port)
    assert await by_the_rule.status_of(f"{at}/page") is None
    assert asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("192.0.0.9", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::1", False),
        ("2001::1", False),
        ("ff0e::1", False),
    ],
)
async def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


class Answers:
    """Stands for the internet: what each address says."""

    def __init__(self) -> None:
        self.status: int | None = 404
        self.asked: list[str] = []

    async def status_of(self, url: str) -> int | None:
        self.asked.append(url)
        return self.status


async def test_sources_are_looked_at_one_a_minute_and_told_after_a_week_of_silence(
    town: Town, room: Room
) -> None:
    await room.published()
    links, weekly, internet = room.knowledge.links, room.knowledge.weekly, Answers()
    await links.gather()
    await links.look_at_next()
    assert internet.asked == []  # no door, no look
    links.web = internet
    town.clock.move(hours=3)
    async with town.store.writing() as session:
        await session.execute(
            text("DELETE FROM source_links WHERE url <> :url"), {"url": PUMP.source_url}
        )
    for failures in range(1, 4):
        await weekly.tell_due()
        assert await mail(town, "staff-articles-week") == []
        await links.look_at_next()
        await links.look_at_next()
        await links.settle()
        assert internet.asked == [PUMP.source_url] * failures
        town.clock.move(days=3, hours=13)
    for _ in range(2):
        await weekly.tell_due()
        town.clock.move(days=7)
    [week] = await mail(town, "staff-articles-week")
    assert PUMP.source_url in str(week["facts"])
    internet.status = 403  # a door that is closed to programs only
    await links.look_at_next()
    await links.settle()
    async with town.store.reading() as session:
        [row] = await session.execute(text("SELECT failures, told_at, due_at FROM source_links"))
    assert (row.failures, row.told_at) == (0, None)
    town.clock.move(days=29)
    await links.look_at_next()
    await links.settle()
    assert len(internet.asked) == 4
    _, mo = await room.staff()
    await room.knowledge.keeping.withdraw(mo, PUMP.title, "weg")
    await links.gather()
    async with town.store.reading() as session:
        known = set(await session.scalars(text("SELECT url FROM source_links")))
    assert PUMP.source_url not in known
    assert known
