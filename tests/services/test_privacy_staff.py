"""/vergeet-mij of somebody of staff: no message keeps their name, on both databases."""

import pytest

from bot.outbox import Delivery, Note, Outbox
from bot.services.knowledge.telling import card
from bot.services.polls import PollKeys
from bot.services.privacy import Journal, Privacy
from data.store import articles, followers
from tests.services.conftest import Town
from tests.services.test_staffdesk import Day

pytestmark = pytest.mark.asyncio


class Notes:
    """A platform that takes everything, and keeps what each message was drawn from."""

    def __init__(self) -> None:
        self.sent: list[Delivery] = []

    async def send(self, delivery: Delivery, note: Note) -> str:
        self.sent.append(delivery)
        return delivery.edits or f"discord:{delivery.id}"

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        return ()


@pytest.fixture
def day(town: Town) -> Day:
    return Day(town)


async def deliver(day: Day) -> list[Delivery]:
    platform = Notes()
    outbox = Outbox(day.town.store, day.town.clock, {"discord": platform})
    while await outbox.deliver_due():
        pass
    return platform.sent


async def forget_sofie(day: Day) -> None:
    folder = day.town.folder / "keys"
    keys, journal = PollKeys(folder), Journal(folder)
    await Privacy(day.town.store, day.town.clock, keys, journal).erase(day.sofie.identity)


async def test_no_fact_of_any_message_names_who_is_gone(day: Day) -> None:
    await day.open()
    asked = await day.ask(day.rosa, "Hoe?")
    await day.desk.back.ask(day.sofie, asked, "Huur je?", "i:1")
    public = await day.ask(day.rosa, "Wat?", reply_place="discord:77")
    async with day.town.store.writing() as session:
        now = day.town.clock.now()
        await followers.add(session, public, day.cem.id, language="nl", since=now)
    await day.desk.answer(day.sofie, public, "Bel Jan. " * 300, "i:2")
    assert "Sofie" in str(await day.rows("SELECT facts FROM deliveries"))
    await deliver(day)
    await forget_sofie(day)
    assert "Sofie" not in str(await day.rows("SELECT facts FROM deliveries"))
    changed = [one for one in await deliver(day) if one.kind.startswith("question-")]
    assert {(one.kind, one.edits is None, one.facts["by"]) for one in changed} == {
        ("question-answer", False, ""),
        ("question-followed", False, ""),
    }


async def test_the_cards_of_drafts_are_drawn_anew_and_a_colleague_can_still_send(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    draft = await day.drafts.write(day.sofie, number, "Bel Jan.", "i:1")
    await day.drafts.reviews.ask(day.sofie, draft.id)
    await deliver(day)
    await forget_sofie(day)
    drawn = [one for one in await deliver(day) if one.kind == "staff-draft"]
    assert [(one.edits is None, one.facts["draft"]) for one in drawn] == [(False, draft.id)]
    assert (await day.drafts.show(draft.id)).writer == ""
    assert (await day.drafts.reviews.approve(day.mo, draft.id, 1, 0)).state == "sent"
    assert await day.rows("SELECT written_by, text FROM answers") == [(None, "Bel Jan.")]


async def test_a_duplicate_gets_the_answer_of_somebody_who_is_gone(day: Day) -> None:
    await day.open()
    first, second = await day.ask(day.rosa, "Hoe?"), await day.ask(day.cem, "Hoe dan?")
    await day.desk.answer(day.sofie, first, "Bel Jan.", "i:1")
    await forget_sofie(day)
    assert await day.desk.joining.merge(day.mo, second, first)
    assert len(await day.rows("SELECT id FROM answers WHERE written_by IS NULL")) == 2


async def test_the_card_of_an_article_is_drawn_anew(day: Day) -> None:
    await day.open()
    async with day.town.store.writing() as session:
        key, now = (day.town.community_id, "moestuin", "nl"), day.town.clock.now()
        values = {"number": 1, "state": "ready", "article": {}, "why": "", "at": now}
        row = await articles.add_version(session, key, by=day.sofie.id, **values)
        await card(session, row, now)
    await deliver(day)
    await forget_sofie(day)
    drawn = [one for one in await deliver(day) if one.kind == "staff-article"]
    assert [(one.edits is None, one.facts["draft"]) for one in drawn] == [(False, row.id)]
