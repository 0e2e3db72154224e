"""The practice community: what people see and do over its one port."""

import asyncio

import pytest

from cogs._practice.portraits import portrait
from cogs._practice.stage import Stage
from tests.doubles.tab import Browser, served, tab
from tests.doubles.toy_client import COMMUNITY, ToyClient

pytestmark = pytest.mark.asyncio


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


async def test_a_portrait_is_shown():
    async with tab() as (_, browser):
        await browser.open("start")
        await browser.act("send_message", content="hoi", target_id=None, reply_to_id=None)
        (message,) = (await browser.look())["messages"].values()
        url = f"{browser.url}api/assets/{message['author']['avatar']}"
        answer = await browser.session.get(url, headers=browser.headers)
        assert await answer.read() == portrait(0)


async def test_a_picture_of_somebody_is_shown():
    async with tab() as (stage, browser):
        async with stage.turn():
            picture = [("kaart.png", portrait(4))]
            await stage.persona("Piet").send(stage.channel("start"), attachments=picture)
        await browser.open("start")
        (message,) = (await browser.look())["messages"].values()
        url = f"{browser.url}api/assets/{message['attachments'][0]['asset_id']}"
        answer = await browser.session.get(url, headers=browser.headers)
        assert (answer.status, answer.headers["X-Display-Width"]) == (200, "64")


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
