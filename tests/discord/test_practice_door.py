"""The one port of the practice community: who may ask what, which files it has, how it ends."""

import asyncio
import json
import re
import socket
from contextlib import suppress

import aiohttp
import pytest

from bot.errors import PortTaken
from bot.texts import Texts
from cogs._practice import chrome
from cogs._practice.page import serve
from cogs._practice.stage import Stage
from tests.doubles.tab import tab
from tests.doubles.toy_client import COMMUNITY, ToyClient

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_pages_of_elsewhere_are_refused(headers):
    async with tab() as (_, browser):
        url = f"{browser.url}stage/skip"
        answer = await browser.session.post(url, json={"seconds": 1}, headers=headers)
        assert answer.status == 403


async def test_the_channel_page_may_be_framed_by_us_only():
    async with tab() as (_, browser), browser.session.get(f"{browser.url}kanaal") as answer:
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer.headers


async def test_every_file_of_the_channel_page_is_there_and_kept():
    async with tab() as (_, browser):
        wrong = []
        for path in ("/app.js", "/preview.css", "/vendor/highlight/es/core.min.js"):
            url = f"{browser.url}{chrome.Chrome('nl').prefix.strip('/')}{path}"
            async with browser.session.get(url) as answer:
                if answer.status != 200 or "immutable" not in answer.headers["Cache-Control"]:
                    wrong.append(path)
        assert wrong == []


async def test_files_outside_the_page_are_not_served():
    async with tab() as (_, browser):
        url = f"{browser.url}{chrome.Chrome('nl').prefix.strip('/')}/..%2f__init__.py"
        async with browser.session.get(url) as answer:
            assert answer.status == 404


async def test_a_file_in_a_form_comes_through():
    async with tab() as (_, browser):
        await browser.open("start")
        form = aiohttp.FormData({"payload": json.dumps({"kind": "run_command", "options": {}})})
        form.add_field("file:x", b"hoi", filename="x.txt")
        answer = await browser.session.post(
            browser.url + "api/action", data=form, headers=browser.headers
        )
        assert (answer.status, await answer.text()) == (
            400,
            "command upload references must match multipart file order",
        )


async def test_a_person_who_may_not_write_is_told():
    async with tab("Piet") as (stage, piet):
        place = str(stage.channel("medewerkers").id)
        answer = await piet.ask(
            "stage/post", persona="Piet", place=place, title="Hoi", text="Mag ik?"
        )
        assert answer == (403, {"error": "closed"})


async def test_an_empty_post_is_told():
    async with tab("Piet") as (_, piet):
        place = await piet.place("vragen")
        answer = await piet.ask("stage/post", persona="Piet", place=place, title=" ", text="x")
        assert answer == (400, {"error": "length"})


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("stage/open", {"persona": "Niemand", "place": "1"}, 404),
        ("stage/open", {"persona": "Piet", "place": "x"}, 400),
        ("stage/skip", {"seconds": 99999999}, 400),
        ("stage/skip", ["seconds"], 400),
    ],
)
async def test_nonsense_is_refused(path, body, status):
    async with tab() as (_, browser):
        answer = await browser.session.post(browser.url + path, json=body)
        assert answer.status == status


async def test_a_form_of_another_page_is_refused():
    async with tab() as (_, browser):
        answer = await browser.session.post(f"{browser.url}stage/skip", data={"seconds": "1"})
        assert answer.status == 415


async def test_a_room_that_is_gone_is_said():
    async with tab() as (_, browser):
        headers = {"X-Simcord-Capability": "old"}
        answer = await browser.session.get(f"{browser.url}api/state", headers=headers)
        assert answer.status == 410


async def test_the_shell_and_its_files_are_there():
    async with tab() as (_, browser):
        paths = ("", "static/shell.js", "static/shell.css", "static/words.json", "static/icon.svg")
        answers = [await browser.session.get(browser.url + path) for path in paths]
        assert [answer.status for answer in answers] == [200] * 5


async def test_the_shell_asks_nothing_of_elsewhere():
    shell = "".join(
        (chrome.STATIC / name).read_text("utf-8")
        for name in ("shell.html", "shell.css", "shell.js", "channel.css")
    )
    assert re.findall(r"""(?:src|href|url)\W{1,3}(?:https?:)?//""", shell) == []


async def test_a_taken_port_is_said():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        async with Stage(ToyClient, COMMUNITY) as stage:
            with pytest.raises(PortTaken) as refused:
                await serve(stage, port=port)
    said = Texts.load().text(refused.value.key, "nl", **refused.value.facts)
    assert f"Poort {port} is al in gebruik" in said


async def test_a_cancelled_page_frees_its_port():
    address = asyncio.get_running_loop().create_future()
    async with Stage(ToyClient, COMMUNITY) as stage:
        serving = asyncio.create_task(serve(stage, port=0, ready=address.set_result))
        port = int((await address).rstrip("/").rpartition(":")[2])
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", port))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_every_replaced_word_stands_in_simcords_page(language):
    folder = chrome._PREVIEW / "static"
    missing = [
        (name, old)
        for name, rows in chrome.Chrome(language).words.items()
        for old, _ in rows
        if old not in (folder / name).read_text("utf-8")
    ]
    assert missing == []


async def test_the_shell_has_the_same_words_in_both_languages():
    words = json.loads((chrome.STATIC / "words.json").read_text("utf-8"))
    assert words["nl"].keys() == words["en"].keys()
