"""The practice community: what people see and do over its one port."""

import asyncio
import json
import re
import socket
from contextlib import asynccontextmanager, suppress

import aiohttp
import pytest

from bot.errors import PortTaken
from bot.texts import Texts
from cogs._practice import chrome
from cogs._practice.page import serve
from cogs._practice.stage import Stage
from tests.doubles.toy_client import COMMUNITY, ToyClient

pytestmark = pytest.mark.asyncio


class Browser:
    """What a browser tab does, without drawing."""

    def __init__(self, session, url, persona):
        self.session, self.url, self.persona = session, url, persona
        self.headers, self.page, self.sequence = {}, {}, 0

    async def view(self):
        async with self.session.get(f"{self.url}stage/view?persona={self.persona}") as answer:
            return await answer.json()

    async def place(self, name):
        return next(p["id"] for p in (await self.view())["places"] if p["name"] == name)

    async def names(self):
        return [place["name"] for place in (await self.view())["places"]]

    async def ask(self, path, **body):
        async with self.session.post(self.url + path, json=body) as answer:
            return answer.status, await answer.json()

    async def open(self, name):
        place = await self.place(name)
        _, room = await self.ask("stage/open", persona=self.persona, place=place)
        self.headers = {"X-Simcord-Capability": room["capability"]}
        async with self.session.post(
            self.url + "api/pages", json={}, headers=self.headers
        ) as answer:
            self.page = await answer.json()
        self.headers["X-Simcord-Context"] = self.page["context"]["id"]
        self.sequence = 0

    async def look(self):
        async with self.session.get(self.url + "api/state", headers=self.headers) as answer:
            return await answer.json()

    async def texts(self):
        return json.dumps((await self.look())["messages"], ensure_ascii=False)

    async def act(self, kind, **body):
        self.sequence += 1
        body |= {
            "kind": kind,
            "protocol_version": 3,
            "sequence": self.sequence,
            "request_id": f"r{self.sequence}",
            "generation": self.page["context"]["generation"],
            "bot_generation": self.page["botGeneration"],
            "published_revision": self.page["publishedRevision"],
        }
        async with self.session.post(
            self.url + "api/action", json=body, headers=self.headers
        ) as answer:
            return await answer.json()


@asynccontextmanager
async def served(stage):
    address = asyncio.get_running_loop().create_future()
    stop = asyncio.Event()
    serving = asyncio.create_task(serve(stage, port=0, ready=address.set_result, stop=stop))
    try:
        async with aiohttp.ClientSession() as session:
            yield session, await address
    finally:
        stop.set()
        await serving


@asynccontextmanager
async def tab(persona="Fatima"):
    async with Stage(ToyClient, COMMUNITY) as stage, served(stage) as (session, url):
        yield stage, Browser(session, url, persona)


async def test_the_sidebar_shows_a_thread_that_the_bot_makes_later():
    async with tab() as (stage, browser):
        async with stage.turn():
            modal = await stage.persona("Fatima").slash(stage.channel("start"), "vraag")
            ids = [c["component"]["custom_id"] for c in modal.modal["components"]]
            await stage.persona("Fatima").submit_modal(modal, {ids[0]: "Een boom?"})
        assert "Vraag: Een boom?" in await browser.names()


async def test_people_in_other_tabs_see_a_message_at_once():
    async with tab("Fatima") as (_, fatima):
        piet = Browser(fatima.session, fatima.url, "Piet")
        await fatima.open("start")
        await piet.open("start")
        await fatima.act("send_message", content="Hallo buren", target_id=None, reply_to_id=None)
        assert "Hallo buren" in await piet.texts()


async def test_an_action_counts_although_somebody_else_was_just_before():
    async with tab("Fatima") as (_, fatima):
        piet = Browser(fatima.session, fatima.url, "Piet")
        await fatima.open("start")
        await piet.open("start")
        words = {"target_id": None, "reply_to_id": None}
        await fatima.act("send_message", content="Eerst", **words)
        receipt = await piet.act("send_message", content="Daarna", **words)
        assert (receipt["settlement"], receipt["rejected"]) == ("settled", False)


async def test_two_actions_at_the_same_time_both_happen():
    async with tab("Fatima") as (_, fatima):
        piet = Browser(fatima.session, fatima.url, "Piet")
        await fatima.open("start")
        await piet.open("peilingen")
        words = {"target_id": None, "reply_to_id": None}
        receipts = await asyncio.gather(
            fatima.act("send_message", content="Een", **words),
            piet.act("send_message", content="Twee", **words),
        )
        assert [receipt["settlement"] for receipt in receipts] == ["settled", "settled"]


async def test_a_private_conversation_is_answered():
    async with tab() as (_, browser):
        await browser.open("Bewonersbot")
        await browser.act("send_message", content="Hoi", target_id=None, reply_to_id=None)
        assert "ik heb het gelezen" in await browser.texts()


async def test_a_closed_channel_does_not_open():
    async with tab("Piet") as (stage, browser):
        place = str(stage.channel("medewerkers").id)
        status, _ = await browser.ask("stage/open", persona="Piet", place=place)
        assert status == 404


async def test_an_unknown_place_does_not_open():
    async with tab("Piet") as (_, browser):
        status, _ = await browser.ask("stage/open", persona="Piet", place="17")
        assert status == 404


async def test_a_day_later_is_a_day_later():
    async with tab() as (stage, browser):
        before = stage.now()
        await browser.ask("stage/skip", seconds=86400)
        assert 86400 <= (stage.now() - before).total_seconds() < 86430


async def test_a_post_made_in_the_page_is_in_the_sidebar_of_others():
    async with tab("Fatima") as (_, fatima):
        forum = await fatima.place("vragen")
        await fatima.ask(
            "stage/post", persona="Fatima", place=forum, title="Buurtbus?", text="Wie weet iets?"
        )
        piet = Browser(fatima.session, fatima.url, "Piet")
        assert "Buurtbus?" in await piet.names()


async def test_a_message_of_another_counts_as_newer():
    async with tab("Piet") as (stage, piet):
        before = (await piet.view())["places"][0]["last"]
        async with stage.turn():
            await stage.persona("Piet").send(stage.channel("start"), "van mijzelf")
            own = (await stage.persona("Fatima").send(stage.channel("start"), "hoi")).id
        assert (before, (await piet.view())["places"][0]["last"]) == ("0", str(own))


@pytest.mark.logs_errors
async def test_a_bot_that_fails_is_logged_and_the_page_goes_on(caplog):
    async with tab() as (_, browser):
        await browser.open("start")
        await browser.act("send_message", content="stuk", target_id=None, reply_to_id=None)
        await browser.act("send_message", content="verder", target_id=None, reply_to_id=None)
        assert "verder" in await browser.texts()
    assert "practice-bot-error" in caplog.messages


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


class StuckClient(ToyClient):
    """Never ends its work on one word."""

    async def on_message(self, message):
        if message.content == "hang":
            await asyncio.Event().wait()


@pytest.mark.logs_errors
async def test_a_bot_that_hangs_does_not_stop_the_page():
    stage = Stage(StuckClient, COMMUNITY, settle_timeout_s=0.3)
    async with stage, served(stage) as (session, url):
        browser = Browser(session, url, "Fatima")
        await browser.open("start")
        receipt = await browser.act(
            "send_message", content="hang", target_id=None, reply_to_id=None
        )
        assert receipt["settlement"] == "timeout"
        assert "start" in await browser.names()


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


# ---- the words


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
