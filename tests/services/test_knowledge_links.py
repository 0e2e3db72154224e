"""The addresses of sources: asked with little, never inside, and told when they stay silent."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import text

from cogs.knowledge.web import PublicWeb, is_public
from tests.services.conftest import Town
from tests.services.test_knowledge import PUMP, Room, mail

pytestmark = pytest.mark.asyncio


@pytest.fixture
def room(town: Town) -> Room:
    return Room.over(town)


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
