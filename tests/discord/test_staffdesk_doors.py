"""Every door of staff's day: well, with a wrong role, badly, and twice."""

import discord
import pytest
import simcord
from sqlalchemy import text

from bot.communities import Place
from tests.discord.hands import fill, ids, pick_on, press, seen_now, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
NOT_FOR = {
    ("NewReplyButton", "wrong role"): "it opens an empty form; the form asks for the right",
    ("NewReplyButton", "bad input"): "it takes no input; the form does",
    ("antwoorden", "bad input"): "it takes no input",
    ("MoreSelect", "twice"): "each choice is a door of its own, tried twice there",
}
PRESSES: tuple[tuple[str, list[str] | None], ...] = (
    ("question-claim:{}", None),
    ("question-answer:{}", None),
    ("question-more:{}", ["details"]),
    ("question-release:{}", None),
    ("question-open:{}", None),
    ("draft-send:{}:0", None),
    ("draft-change:{}", None),
    ("draft-review:{}", None),
    ("draft-drop:{}", None),
    ("draft-approve:{}:1:0", None),
    ("draft-return:{}:1:0", None),
    ("draft-read:{}", None),
    ("reply-back:{}", None),
    ("read-news:{}", None),
    ("canned-change:{}", None),
    ("canned-delete:{}", None),
    ("answer-start:{}:canned", ["c1"]),
)
FORMS: tuple[tuple[str, dict[str, str | list[str]]], ...] = (
    ("answer-form:{}:0", {"answer": "Bel Jan."}),
    ("draft-form:{}", {"answer": "Bel Jan."}),
    ("draft-return-form:{}:1", {"remark": "Korter."}),
    ("ask-back-form:{}", {"text": "Huur je?"}),
    ("reply-back-form:{}", {"text": "Ja."}),
    ("note-form:{}", {"note": "Let op."}),
    ("snooze-form:{}", {"until": "vrijdag"}),
    ("close-form:{}", {"reason": ["solved"], "line": ""}),
    ("merge-form:{}", {"other": "2"}),
    ("split-form:{}", {"text": "En de kosten?"}),
    ("canned-form:{}", {"name": "Groet", "text": "Dag"}),
)


async def ask(house: House, who: str = "Rosa", said: str = HARD, **options: object) -> None:
    await house.people[who].slash(house.channels[Place.START], "vraag stel", tekst=said, **options)
    await house.deliver()


def card(house: House, number: int = 1) -> discord.Message:
    found = [m for m in house.messages(Place.STAFF) if f"question-more:{number}" in ids(m)]
    return found[-1]


async def choose(house: House, who: str, what: str, number: int = 1) -> simcord.InteractionResult:
    message = card(house, number)
    return await house.people[who].select(message, [what], custom_id=f"question-more:{number}")


async def scalar(house: House, query: str) -> object:
    async with house.store.reading() as session:
        return await session.scalar(text(query))


@pytest.mark.door("ClaimButton", "wrong role", "bad input")
@pytest.mark.door("AnswerButton", "wrong role", "bad input")
@pytest.mark.door("MoreSelect", "wrong role", "bad input")
@pytest.mark.door("ReleaseButton", "wrong role", "bad input")
@pytest.mark.door("OpenCardButton", "wrong role", "bad input")
@pytest.mark.door("SendButton", "wrong role", "bad input")
@pytest.mark.door("ChangeDraftButton", "wrong role", "bad input")
@pytest.mark.door("ReviewButton", "wrong role", "bad input")
@pytest.mark.door("DropButton", "wrong role", "bad input")
@pytest.mark.door("ApproveDraftButton", "wrong role", "bad input")
@pytest.mark.door("ReturnDraftButton", "wrong role", "bad input")
@pytest.mark.door("ReadDraftButton", "wrong role", "bad input")
@pytest.mark.door("ReplyBackButton", "wrong role", "bad input")
@pytest.mark.door("ReadNewsButton", "wrong role", "bad input")
@pytest.mark.door("ChangeReplyButton", "wrong role", "bad input")
@pytest.mark.door("DeleteReplyButton", "wrong role", "bad input")
@pytest.mark.door("StartSelect", "wrong role", "bad input")
@pytest.mark.door("AnswerForm", "wrong role", "bad input")
@pytest.mark.door("DraftForm", "wrong role", "bad input")
@pytest.mark.door("ReturnForm", "wrong role", "bad input")
@pytest.mark.door("AskBackForm", "wrong role", "bad input")
@pytest.mark.door("ReplyBackForm", "wrong role", "bad input")
@pytest.mark.door("NoteForm", "wrong role", "bad input")
@pytest.mark.door("SnoozeForm", "wrong role", "bad input")
@pytest.mark.door("CloseForm", "wrong role", "bad input")
@pytest.mark.door("OtherForm", "wrong role", "bad input")
@pytest.mark.door("SplitForm", "wrong role", "bad input")
@pytest.mark.door("ReplyForm", "wrong role", "bad input")
@pytest.mark.door("ColleagueSelect", "wrong role", "bad input")
@pytest.mark.door("QuestionSelect", "wrong role", "bad input")
@pytest.mark.door("CannedSelect", "wrong role", "bad input")
@pytest.mark.door("vragen", "wrong role", "bad input")
@pytest.mark.door("antwoorden", "wrong role")
async def test_nothing_opens_for_a_resident_or_for_a_number_that_is_not_there(house: House) -> None:
    await ask(house)
    start, cem = house.channels[Place.START], house.people["Cem"]
    refused = [await cem.slash(start, name) for name in ("vragen", "antwoorden")]
    refused.append(await press(house, "Cem", "question-pick", ["1"]))
    refused.append(await press(house, "Cem", "canned-pick", ["1"]))
    for custom_id, picked in PRESSES:
        refused.append(await press(house, "Cem", custom_id.format(1), picked))
        for number in (99, 10**17):
            unknown = await press(house, "Sofie", custom_id.format(number), picked)
            assert "Code:" in told(unknown), custom_id
    for custom_id, values in FORMS:
        refused.append(await fill(house, "Cem", custom_id.format(1), values))
        unknown = await fill(house, "Sofie", custom_id.format(10**17), values)
        assert "Code:" in told(unknown), custom_id
    assert [told(one) for one in refused if "Code:" not in told(one)] == []
    for menu in ("question-pick", "canned-pick", "question-hand-over:1", "question-more:1"):
        odd = await press(house, "Sofie", menu, ["x"])
        assert told(odd), menu
    ada = await house.people["Sofie"].slash(start, "vragen", nummer=99)
    assert "Deze vraag kan ik niet vinden" in told(ada)
    rights = await press(house, "Cem", "question-hand-over:1", [str(house.users["Mo"].id)])
    assert "Dit mag je hier niet doen" in told(rights)
    assert await scalar(house, "SELECT count(*) FROM answers") == 0
    assert await scalar(house, "SELECT state FROM questions") == "open"


@pytest.mark.door("ClaimButton", "good", "twice")
@pytest.mark.door("MoreSelect", "good")
@pytest.mark.door("NoteForm", "good", "twice")
@pytest.mark.door("SnoozeForm", "good", "twice")
@pytest.mark.door("CloseForm", "good", "twice")
@pytest.mark.door("ColleagueSelect", "good", "twice")
@pytest.mark.door("ReleaseButton", "good", "twice")
@pytest.mark.door("OpenCardButton", "good", "twice")
@pytest.mark.door("vragen", "good", "twice")
@pytest.mark.door("QuestionSelect", "good", "twice")
async def test_a_question_goes_from_hand_to_hand_and_the_card_keeps_up(house: House) -> None:
    await ask(house, anoniem=True)
    sofie, staff = house.people["Sofie"], house.channels[Place.STAFF]
    for _ in range(2):
        claimed = await sofie.click(card(house), custom_id="question-claim:1")
        assert "Vraag 1 is nu van jou" in told(claimed)
    who = await choose(house, "Sofie", "hand-over")
    await sofie.select(who.response, [house.people["Mo"]], custom_id="question-hand-over:1")
    again = await press(house, "Sofie", "question-hand-over:1", [str(house.users["Mo"].id)])
    assert "is nu van Mo" in told(again)
    await house.deliver()
    assert "Medewerker: Mo" in card(house).content
    (mail,) = house.mail("Mo")
    assert [HARD in mail.content, "Vraag 1 is nu van jou" in mail.content] == [True, True]
    for _ in range(2):
        opened = await house.users["Mo"].click(mail, label="Open de vraag")
        assert "question-more:1" in ids(opened.response)
    for _ in range(2):
        await press(house, "Sofie", "question-release:1")
        await fill(house, "Sofie", "note-form:1", {"note": "Belt liever niet."})
    await house.deliver()
    assert "Er zijn 2 notities" in card(house).content
    assert "Belt liever niet." not in card(house).content
    details = told(await choose(house, "Mo", "details"))
    assert "Belt liever niet." in details
    assert "Rosa" not in details
    for _ in range(2):
        snoozed = await fill(house, "Sofie", "snooze-form:1", {"until": "vrijdag"})
        assert "vrijdag 27 november om 09.00 uur" in told(snoozed)
    for _ in range(2):
        listed = await sofie.slash(staff, "vragen", nummer=1)
        assert "Weggelegd tot" in told(listed)
    await press(house, "Sofie", "question-pick", ["1"])
    again = await press(house, "Sofie", "question-pick", ["1"])
    assert "question-more:1" in ids(again.response)
    values: dict[str, str | list[str]] = {"reason": ["elsewhere"], "line": "De gemeente helpt."}
    assert "is gesloten" in told(await fill(house, "Sofie", "close-form:1", values))
    assert "Dit kan nu niet" in told(await fill(house, "Sofie", "close-form:1", values))
    await house.deliver()
    mail = house.mail("Rosa")[-1]
    assert "De gemeente helpt." in mail.content
    await house.users["Rosa"].click(mail, label="Heropen mijn vraag")
    assert await scalar(house, "SELECT state FROM questions") == "open"


async def test_a_menu_that_was_used_never_puts_the_card_back_as_it_was(house: House) -> None:
    """A colleague closes the question between the choice and its end."""
    await ask(house)
    old = seen_now(house, card(house))
    await fill(house, "Sofie", "close-form:1", {"reason": ["solved"], "line": ""})
    await house.deliver()
    done = await pick_on(house, "Mo", old, "question-more:1", ["details"])
    assert "vraag 1" in told(done)
    await house.deliver()
    assert "Klaar" in card(house).content
    assert "question-claim:1" not in ids(card(house))


@pytest.mark.door("AskBackForm", "good", "twice")
@pytest.mark.door("ReplyBackButton", "good", "twice")
@pytest.mark.door("ReplyBackForm", "good", "twice")
@pytest.mark.door("ReadNewsButton", "good", "twice")
async def test_the_asker_answers_with_the_button_or_by_typing_below_after_a_restart(
    house: House,
) -> None:
    await ask(house)
    for said in ("Huur je?", "En waar?"):
        assert "onderweg" in told(await fill(house, "Sofie", "ask-back-form:1", {"text": said}))
    await house.deliver()
    assert "Wacht op de vrager, tot dinsdag 1 december" in card(house).content
    for _ in range(2):
        news = await press(house, "Rosa", "read-news:1")
        assert "En waar?" in told(news)
    await house.restart()
    mail = house.mail("Rosa")[-1]
    for said in ("In Elsloo.", "Aan de markt."):
        form = await house.users["Rosa"].click(mail, custom_id="reply-back:1")
        done = await house.users["Rosa"].submit_modal(form, {"text": said})
        assert "leest je antwoord" in told(done)
    await house.deliver()
    assert "Aan de markt." in card(house).content
    await fill(house, "Sofie", "ask-back-form:1", {"text": "Welk nummer?"})
    await house.deliver()
    await house.people["Rosa"].send_dm("Nummer 12.")
    await house.deliver()
    assert "Nummer 12." in card(house).content
    assert await scalar(house, "SELECT count(*) FROM questions") == 1
    assert [m.content for m in house.messages(Place.STAFF) if "gaf antwoord" in m.content]


@pytest.mark.door("AnswerButton", "good", "twice")
@pytest.mark.door("AnswerForm", "good", "twice")
@pytest.mark.door("SendButton", "good", "twice")
@pytest.mark.door("ChangeDraftButton", "good", "twice")
@pytest.mark.door("DraftForm", "good", "twice")
@pytest.mark.door("DropButton", "good", "twice")
async def test_the_preview_is_what_the_asker_gets_and_a_clash_is_told_first(house: House) -> None:
    await ask(house)
    sofie, mo = house.people["Sofie"], house.people["Mo"]
    form = await sofie.click(card(house), custom_id="question-answer:1")
    other = await mo.click(card(house), custom_id="question-answer:1")
    assert "Sofie schrijft ook een antwoord" in str(other.modal)
    hard = {"answer": "Vraag bij de gemeente om draagvlak."}
    shown = await sofie.submit_modal(form, hard)
    assert "Moeilijk woord" in told(shown)
    for said in ("Bel de gemeente.", "Bel Jan van de gemeente."):
        await fill(house, "Sofie", "draft-form:1", {"answer": said})
    change = await press(house, "Sofie", "draft-change:1")
    assert "Bel Jan van de gemeente." in str(change.modal)
    await house.restart()
    for _ in range(2):
        assert "onderweg" in told(await press(house, "Sofie", "draft-send:1:0"))
    late = await mo.submit_modal(other, {"answer": "Bel Piet."})
    assert "Sofie gaf al dit antwoord" in told(late)
    assert "Bel Jan van de gemeente." in told(late)
    await house.deliver()
    mails = [m.content for m in house.mail("Rosa")]
    assert len(mails) == 1
    assert "Bel Jan van de gemeente." in mails[0]
    assert "weggegooid" in told(await press(house, "Mo", "draft-drop:2"))
    assert "Dit concept is weg" in told(await press(house, "Mo", "draft-drop:2"))
    await mo.send(house.channels[Place.STAFF], "Of bel Kees.", reply_to=card(house))
    asked = house.messages(Place.STAFF)[-1]
    assert "Wil je het toch versturen?" in asked.content
    await mo.click(asked, label="Toch versturen")
    await house.deliver()
    assert "Of bel Kees." in house.mail("Rosa")[-1].content


@pytest.mark.door("ReviewButton", "good", "twice")
@pytest.mark.door("ApproveDraftButton", "good", "twice")
@pytest.mark.door("ReturnDraftButton", "good", "twice")
@pytest.mark.door("ReturnForm", "good", "twice")
@pytest.mark.door("ReadDraftButton", "good", "twice")
async def test_a_colleague_gives_a_draft_back_and_then_approves_it_once(house: House) -> None:
    await ask(house)
    await fill(house, "Sofie", "answer-form:1:0", {"answer": "Bel Jan. " * 150})
    for _ in range(2):
        await press(house, "Sofie", "draft-review:1")
    await house.deliver()
    (draft,) = [m for m in house.messages(Place.STAFF) if "Concept voor vraag 1" in m.content]
    for _ in range(2):
        read = await house.people["Mo"].click(draft, label="Lees alles")
        assert told(read).count("Bel Jan.") == 150
    own = await house.people["Sofie"].click(draft, label="Akkoord, verstuur")
    assert "Laat een collega kijken" in told(own)
    form = await house.people["Mo"].click(draft, label="Geef terug")
    assert "terug bij Sofie" in told(
        await house.people["Mo"].submit_modal(form, {"remark": "Korter."})
    )
    late = await fill(house, "Mo", "draft-return-form:1:1", {"remark": "Nog korter."})
    assert "Code:" in told(late)
    await press(house, "Mo", "draft-return:1:1:0")
    await fill(house, "Sofie", "draft-form:1", {"answer": "Bel Jan."})
    await press(house, "Sofie", "draft-review:1")
    done = [told(await press(house, "Mo", "draft-approve:1:2:0")) for _ in range(2)]
    assert ["onderweg" in done[0], "al verstuurd" in done[1]] == [True, True]
    await house.deliver()
    assert [m.content.count("Bel Jan.") for m in house.mail("Rosa")] == [1]


@pytest.mark.door("OtherForm", "good", "twice")
@pytest.mark.door("SplitForm", "good", "twice")
async def test_questions_are_merged_linked_and_split_with_the_cards_naming_each_other(
    house: House,
) -> None:
    await ask(house)
    await ask(house, "Cem", f"{HARD} in Elsloo")
    assert "dezelfde" in str((await choose(house, "Sofie", "merge", 2)).modal).lower()
    values: dict[str, str | list[str]] = {"other": "vraag 1"}
    merged = [told(await fill(house, "Sofie", "merge-form:2", values)) for _ in range(2)]
    assert ["hoort nu bij vraag 1" in merged[0], "Code:" in merged[1]] == [True, True]
    await house.deliver()
    assert "Dezelfde vraag: 2" in card(house, 1).content
    assert "Hoort bij vraag 1" in card(house, 2).content
    for number in (3, 4):
        split = await fill(house, "Sofie", "split-form:1", {"text": f"En de kosten {number}?"})
        assert f"vraag {number}" in told(split)
    await house.deliver()
    mails = house.mail("Rosa")
    assert ["twee vragen: vraag 1 en vraag" in mail.content for mail in mails] == [True] * 2
    both = told(await house.users["Rosa"].click(mails[0], label="Mijn vragen"))
    assert all(f"kosten {number}?" in both for number in (3, 4))
    assert "vraag 4" in told(await press(house, "Rosa", "read-news:1"))
    for _ in range(2):
        linked = await fill(house, "Sofie", "link-form:1", {"other": "3"})
        assert "horen nu bij elkaar" in told(linked)
    await fill(house, "Sofie", "answer-form:1:0", {"answer": "Bel Jan."})
    await press(house, "Sofie", "draft-send:1:0")
    await house.deliver()
    assert ["Bel Jan." in house.mail(name)[-1].content for name in ("Rosa", "Cem")] == [True] * 2


@pytest.mark.door("antwoorden", "good", "twice")
@pytest.mark.door("NewReplyButton", "good", "twice")
@pytest.mark.door("ReplyForm", "good", "twice")
@pytest.mark.door("CannedSelect", "good", "twice")
@pytest.mark.door("ChangeReplyButton", "good", "twice")
@pytest.mark.door("DeleteReplyButton", "good", "twice")
@pytest.mark.door("StartSelect", "good", "twice")
async def test_a_ready_answer_is_made_used_changed_and_deleted_from_chat(house: House) -> None:
    await ask(house, anoniem=True)
    sofie, staff = house.people["Sofie"], house.channels[Place.STAFF]
    for _ in range(2):
        shown = await sofie.slash(staff, "antwoorden")
        form = await sofie.click(shown.response, custom_id="canned-new")
    odd = await sofie.submit_modal(form, {"name": "Groet", "text": "Dag {adres}"})
    assert "Wat moet ik invullen bij {adres}?" in told(odd)
    filled: dict[str, str | list[str]] = {"name": "Groet", "text": "Beste {naam}, dag."}
    saved = [told(await fill(house, "Sofie", "canned-form:0", filled)) for _ in range(2)]
    assert ["is bewaard" in saved[0], "Er is al een antwoord" in saved[1]] == [True, True]
    for _ in range(2):
        assert "{naam}" in told(await press(house, "Sofie", "canned-pick", ["1"]))
        assert (await press(house, "Sofie", "canned-change:1")).modal is not None
    helped = await choose(house, "Sofie", "help")
    assert "answer-start:1:canned" in ids(helped.response)
    for _ in range(2):
        start = await press(house, "Sofie", "answer-start:1:canned", ["c1"])
        assert "Beste buurtgenoot, dag." in str(start.modal)
        assert "Rosa" not in str(start.modal)
    assert "is weg" in told(await press(house, "Sofie", "canned-delete:1"))
    assert "is er niet meer" in told(await press(house, "Sofie", "canned-delete:1"))
