"""H2, X2: the rare turns: another community, an old number, a repeat, somebody who is gone."""

from datetime import timedelta

import pytest
import pytest_asyncio
from sqlalchemy import text

from bot.content import Content
from bot.content.contexts import ASKABLE
from bot.errors import NotAllowed
from bot.people import Arrival, Person
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import (
    Answers,
    Changes,
    Consulting,
    EmptyAnswer,
    Forum,
    OwnQuestions,
    QuestionNotFound,
    QuestionWithdrawn,
    Rounds,
    Routing,
)
from bot.services.helpdesk.around.context import UnknownContext
from bot.services.helpdesk.around.theming import UnknownTheme
from bot.services.helpdesk.experts.consulting import AdviceOver, ExpertNotFound, NotForOthers
from bot.services.helpdesk.forum.forum import Heard
from bot.services.helpdesk.open_questions import NotHere
from bot.services.helpdesk.refusals import (
    DraftGone,
    DraftNotFound,
    DraftOfOther,
    Merged,
    NameTaken,
    NoOther,
    NothingAskedBack,
    NotMerged,
    NotNow,
    ReplyNotFound,
    TooManyReplies,
)
from bot.services.helpdesk.staff.asking_back import AskedBack
from bot.services.helpdesk.staff.joining import other_number
from bot.services.helpdesk.views import AnswerTooLong
from bot.services.polls import PollKeys
from bot.services.privacy import Journal, Privacy
from data.store import communities
from tests.services.conftest import Town
from tests.services.test_staffdesk import Day

pytestmark = pytest.mark.asyncio
PLACE = "discord:11"
"""The help channel of the town."""
FAR = 10**12
"""A number that no question has, nor can have."""
PUBLIC = {"reply_place": PLACE, "asked_place": PLACE}


@pytest_asyncio.fixture
async def day(town: Town) -> Day:
    return await Day(town).open()


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture(scope="module")
def search(content: Content) -> HelpDeskSearch:
    return HelpDeskSearch(content)


@pytest.fixture
def answers(town: Town, content: Content, search: HelpDeskSearch) -> Answers:
    return Answers.over(town.store, town.clock, content, search)


async def stranger(town: Town) -> Person:
    """Somebody of the staff of another community."""
    async with town.store.writing() as session:
        other = await communities.add_space(session, "discord:2", "Stad", town.clock.now())
        await communities.put_setting(session, other, "roles", {"staff": ["staff"], "admin": []})
    roles = frozenset({"staff"})
    return await town.people.recognise(
        Arrival("discord:777", "Vreemde", "discord:2", locale="nl", role_ids=roles)
    )


async def leave(town: Town, person: Person) -> None:
    """Everything of this person is erased, by their own wish."""
    keys = town.folder / "keys"
    await Privacy(town.store, town.clock, PollKeys(keys), Journal(keys)).erase(person.identity)


async def withdraw(day: Day, who: Person, number: int) -> None:
    await OwnQuestions(day.town.store, day.town.clock).withdraw(who, number)


async def put(day: Day, number: int, column: str, value: str | None) -> None:
    async with day.town.store.writing() as session:
        query = text(f"UPDATE questions SET {column} = :value WHERE id = :id")
        await session.execute(query, {"value": value, "id": number})


async def expert(day: Day, name: str) -> Person:
    person = await day.town.person(name)
    await Routing(day.town.store, day.town.clock, ("energie",)).choose(
        person, ("energie",), ["energie"]
    )
    return person


async def test_an_expert_is_asked_only_about_what_staff_of_here_still_have(day: Day) -> None:
    consulting, away = Consulting(day.town.store, day.town.clock), await stranger(day.town)
    number = await day.ask(day.rosa, "Hoe?")
    with pytest.raises(ExpertNotFound):
        await consulting.experts(day.sofie, number)
    bart = await expert(day, "Bart")
    for who, which in ((away, number), (day.sofie, FAR)):
        with pytest.raises(QuestionNotFound):
            await consulting.ask(who, which, bart.id, "Hoe?")
    with pytest.raises(EmptyAnswer):
        await consulting.ask(day.sofie, number, bart.id, " \n ")
    with pytest.raises(ExpertNotFound):
        await consulting.ask(day.sofie, number, day.cem.id, "Hoe?")
    assert await day.rows("SELECT id FROM consultations") == []
    done = await day.ask(day.rosa, "Klaar", state="closed")
    with pytest.raises(NotForOthers):
        await consulting.experts(day.sofie, done)
    assert await consulting.ask(day.sofie, number, bart.id, "Hoe?") == "Bart"


async def test_advice_is_of_the_expert_alone_and_is_used_once_it_is_there(day: Day) -> None:
    consulting, away = Consulting(day.town.store, day.town.clock), await stranger(day.town)
    bart, number = await expert(day, "Bart"), await day.ask(day.rosa, "Hoe?")
    await consulting.ask(day.sofie, number, bart.id, "Hoe?")
    ((one,),) = await day.rows("SELECT id FROM consultations")
    assert isinstance(one, int)
    for who, which in ((day.cem, one), (bart, one + 1), (bart, FAR)):
        with pytest.raises(QuestionNotFound):
            await consulting.advise(who, which, "Bel Jan.", named=True)
    with pytest.raises(EmptyAnswer):
        await consulting.advise(bart, one, " ", named=True)
    with pytest.raises(AnswerTooLong):
        await consulting.advise(bart, one, "a" * 9000, named=True)
    with pytest.raises(AdviceOver):
        await consulting.advice(day.sofie, one)
    await consulting.advise(bart, one, "Bel Jan.", named=False)
    with pytest.raises(AdviceOver):
        await consulting.decline(bart, one)
    with pytest.raises(QuestionNotFound):
        await consulting.advice(away, one)
    with pytest.raises(NotAllowed):
        await consulting.advice(bart, one)
    with pytest.raises(QuestionNotFound):
        await consulting.look(FAR)
    given = await consulting.advice(day.sofie, one)
    assert (given.text, given.name, given.is_over) == ("Bel Jan.", "", False)


async def test_who_asked_an_expert_and_an_expert_who_is_gone_stop_nothing(day: Day) -> None:
    consulting = Consulting(day.town.store, day.town.clock)
    bart, number = await expert(day, "Bart"), await day.ask(day.rosa, "Hoe?")
    await consulting.ask(day.sofie, number, bart.id, "Hoe?")
    await leave(day.town, bart)
    await day.desk.answer(day.sofie, number, "Bel Jan.", "i:1")
    assert await day.state(number) == "answered"
    edits = "SELECT id FROM deliveries WHERE kind = 'expert-question' AND edits IS NOT NULL"
    assert await day.rows(edits) == []


async def test_ready_answers_are_of_one_community_and_keep_their_own_name(day: Day) -> None:
    away = await stranger(day.town)
    first = await day.canned.make(day.sofie, "Groet", "Dag {naam}")
    second = await day.canned.make(day.sofie, "Dank", "Dank je")
    for who, which in ((away, first.id), (day.sofie, FAR)):
        with pytest.raises(ReplyNotFound):
            await day.canned.look(who, which)
    with pytest.raises(ReplyNotFound):
        await day.canned.change(away, first.id, "Groet", "Anders")
    with pytest.raises(NameTaken):
        await day.canned.change(day.sofie, second.id, "GROET", "Dank je wel")
    with pytest.raises(NotAllowed):
        await day.canned.change(day.rosa, first.id, "Groet", "Anders")
    changed = await day.canned.change(day.mo, first.id, "GROET", "Hallo {naam}")
    assert (changed.name, changed.text) == ("GROET", "Hallo {naam}")
    assert await day.canned.look(day.sofie, first.id) == changed
    for number in range(23):
        await day.canned.make(day.sofie, f"Nummer {number}", "Dag")
    with pytest.raises(TooManyReplies):
        await day.canned.make(day.sofie, "Te veel", "Dag")
    assert len(await day.canned.all(day.sofie)) == 25
    assert await day.canned.all(away) == ()


async def test_a_draft_is_of_its_writer_its_community_and_its_moment(day: Day) -> None:
    away, number = await stranger(day.town), await day.ask(day.rosa, "Hoe?")
    draft = await day.drafts.write(day.sofie, number, "Bel Jan.", "i:1")
    for who in (day.mo, away):
        with pytest.raises((DraftOfOther, QuestionNotFound)):
            await day.drafts.send(who, draft.id, 0)
    with pytest.raises(DraftOfOther):
        await day.drafts.change(day.mo, draft.id, "Bel Piet.")
    for who, which in ((away, draft.id), (day.sofie, draft.id + 9)):
        with pytest.raises(DraftNotFound):
            await day.drafts.look(who, which)
    for act in (day.drafts.ask_review, day.drafts.drop):
        with pytest.raises(DraftNotFound):
            await act(day.sofie, draft.id + 9)
    with pytest.raises(DraftNotFound):
        await day.drafts.show(draft.id + 9)
    asked = [await day.drafts.ask_review(day.sofie, draft.id) for _ in range(2)]
    assert [one.version for one in asked] == [1, 1]
    assert len(await day.sent("staff-draft")) == 1
    await day.drafts.drop(day.sofie, draft.id)
    shown = await day.rows("SELECT source FROM deliveries WHERE kind = 'staff-draft' ORDER BY id")
    assert str(shown[-1][0]).endswith(":dropped")
    with pytest.raises(DraftGone):
        await day.drafts.send(day.sofie, draft.id, 0)
    with pytest.raises(DraftGone):
        await day.drafts.change(day.sofie, draft.id, "Bel Piet.")
    assert await day.rows("SELECT id FROM answers") == []


async def test_an_approval_waits_when_a_colleague_answered_meanwhile(day: Day) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    draft = await day.drafts.write(day.sofie, number, "Bel Jan.", "i:1")
    asked = await day.drafts.ask_review(day.sofie, draft.id)
    await day.desk.answer(day.mo, number, "Bel Piet.", "i:2")
    kept = await day.drafts.approve(day.mo, draft.id, asked.version, 0)
    assert (kept.state, [one.text for one in kept.newer]) == ("review", ["Bel Piet."])
    again = await day.drafts.begin(day.mo, number)  # who answered does not write any more
    assert (again.seen, again.others) == (1, ())
    done = await day.drafts.approve(day.mo, draft.id, asked.version, kept.seen)
    assert done.state == "sent"


async def test_two_questions_go_together_only_while_somebody_waits_for_them(day: Day) -> None:
    joining, away = day.desk.joining, await stranger(day.town)
    first, second = await day.ask(day.rosa, "Hoe?"), await day.ask(day.cem, "Hoe dan?")
    done, gone = await day.ask(day.cem, "Klaar", state="closed"), await day.ask(day.cem, "Weg")
    await withdraw(day, day.cem, gone)
    for one, other in ((done, first), (first, done)):
        with pytest.raises(NotNow):
            await joining.merge(day.sofie, one, other)
    with pytest.raises(QuestionNotFound):
        await joining.merge(away, first, second)
    with pytest.raises(NoOther):
        await joining.link(day.sofie, first, gone)
    with pytest.raises(NotNow):
        await joining.split(day.sofie, gone, "En de kosten?", "i:1")
    with pytest.raises(QuestionNotFound):
        await joining.part(day.sofie, FAR)
    with pytest.raises(NotMerged):
        await joining.part(day.sofie, first)
    for _ in range(2):
        await joining.link(day.sofie, first, second)
    assert await day.rows("SELECT kind FROM question_links") == [("related",)]
    third = await day.ask(day.cem, "En ik?")
    await joining.merge(day.sofie, third, second)
    await joining.merge(day.sofie, second, first)  # what went along goes along
    assert (await day.desk.card(first)).merged == (second, third)
    with pytest.raises(Merged):
        await joining.merge(day.sofie, second, first)
    assert [other_number(said) for said in ("12", "#12", "vraag 12")] == [12, 12, 12]
    for said in ("", "twaalf", "1234567890"):
        with pytest.raises(NoOther):
            other_number(said)


async def test_a_question_to_the_asker_needs_an_asker_and_a_question(day: Day) -> None:
    back, away = day.desk.back, await stranger(day.town)
    number = await day.ask(day.rosa, "Hoe?")
    for act in (back.read(day.rosa, number), back.reply(day.rosa, number, "Ja.", "i:1")):
        with pytest.raises(NothingAskedBack):
            await act
    with pytest.raises(QuestionNotFound):
        await back.ask(away, number, "Huur je?", "i:2")
    done = await day.ask(day.rosa, "Klaar", state="closed")
    with pytest.raises(NotNow):
        await back.ask(day.sofie, done, "Huur je?", "i:3")
    until = [await back.ask(day.sofie, number, "Huur je?", "i:4") for _ in range(2)]
    assert until[0] == until[1]
    assert len(await day.sent("question-ask-back")) == 1
    waits = [
        await back.awaits(who, which, "i:5", late=late)
        for who, which, late in (
            (day.rosa, number, False), (day.cem, number, True), (day.rosa, FAR, True),
            (day.rosa, done, True), (day.rosa, done, False),
        )
    ]  # fmt: skip
    assert waits == [True, False, False, True, False]
    asked = await back.read(day.rosa, number)
    assert asked == AskedBack(number, "Huur je?", True, until[0], "", "")
    await back.reply(day.rosa, number, "Ja.", "i:5")
    assert await back.awaits(day.rosa, number, "i:5")
    await withdraw(day, day.rosa, number)
    with pytest.raises(NotNow):
        await back.reply(day.rosa, number, "Toch wel.", "i:6")


async def test_staff_ask_nothing_of_somebody_who_is_gone(day: Day) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.claim(day.sofie, number)
    await put(day, number, "asked_by", None)
    await day.desk.back.ask(day.sofie, number, "Huur je?", "i:1")
    assert await day.sent("question-ask-back") == []
    assert await day.state(number) == "claimed"
    with pytest.raises(NotNow):
        await day.desk.joining.split(day.sofie, number, "En de kosten?", "i:2")


async def test_releasing_twice_is_once_and_a_waiting_question_stays_put_away(day: Day) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.claim(day.sofie, number)
    await day.desk.handling.snooze(day.sofie, number, "vrijdag")
    for _ in range(2):
        await day.desk.handling.release(day.mo, number)
    card = await day.desk.card(number)
    assert (card.state, card.claimed_by) == ("snoozed", "")
    steps = await day.rows("SELECT id FROM question_events WHERE kind = 'let-go'")
    assert len(steps) == 1
    await day.desk.answer(day.sofie, number, "Bel Jan.", "i:1")
    await day.desk.handling.close(day.sofie, number, "solved", "")
    assert await day.sent("question-ended") == []  # who has an answer hears nothing more


async def test_following_ends_with_the_question_and_is_for_what_all_may_read(
    day: Day, answers: Answers
) -> None:
    following = answers.following
    open_, other = await day.ask(day.rosa, "Hoe?", **PUBLIC), await day.ask(day.cem, "Zo?")
    assert await following.text_of(open_) == "Hoe?"
    assert [await following.text_of(one) for one in (other, FAR)] == ["", ""]
    assert not await following.stop(day.cem, FAR)
    with pytest.raises(QuestionNotFound):
        await following.follow(day.rosa, other)
    with pytest.raises(QuestionNotFound):
        await following.follow(await stranger(day.town), open_)
    hurt = await day.ask(day.rosa, "Nood", referral="suicide", **PUBLIC)
    with pytest.raises(NotHere):
        await following.follow(day.cem, hurt)
    await following.follow(day.cem, open_)
    await day.desk.answer(day.sofie, open_, "Bel Jan.", "i:1")
    assert await following.stop(day.cem, open_)
    assert len(await day.sent("question-followed")) == 1


async def test_a_follower_who_asked_the_other_question_is_not_told_of_their_own(
    day: Day, answers: Answers
) -> None:
    first = await day.ask(day.rosa, "Hoe?", **PUBLIC)
    second = await day.ask(day.cem, "Hoe dan?", **PUBLIC)
    await answers.following.follow(day.rosa, second)
    await day.desk.joining.merge(day.sofie, second, first)
    assert await day.sent("question-followed-moved") == []
    assert await day.rows("SELECT person_id FROM question_followers") == []


async def test_only_the_asker_tells_of_themselves_and_only_what_was_asked(
    day: Day, answers: Answers
) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    facets = answers.facets
    facet = ASKABLE[0]
    value = facets.values(facet)[0]
    assert facets.facet_of(value) == facet
    for wrong in (("zomaar", value), (facet, "zomaar")):
        with pytest.raises(UnknownContext):
            await answers.contexts.tell(day.rosa, number, *wrong)
    assert (facets.values("zomaar"), facets.facet_of("zomaar")) == ((), "")
    with pytest.raises(NotAllowed):
        await answers.contexts.tell(day.cem, number, facet, value)
    hurt = await day.ask(day.rosa, "Nood", referral="suicide")
    with pytest.raises(NotHere):
        await answers.contexts.tell(day.rosa, hurt, facet, value)
    for _ in range(2):
        await answers.contexts.tell(day.rosa, number, facet, value)
    (context,) = await day.rows(f"SELECT context FROM questions WHERE id = {number}")
    assert value in str(context)


async def test_a_theme_comes_from_the_asker_or_staff_and_exists(day: Day, answers: Answers) -> None:
    theming, number = answers.theming, await day.ask(day.rosa, "Hoe?")
    with pytest.raises(UnknownTheme):
        theming.of_group("zomaar")
    with pytest.raises(UnknownTheme):
        await theming.judge(day.rosa, number, ["zomaar"])
    with pytest.raises(NotAllowed):
        await theming.judge(day.cem, number, [])
    gone = await day.ask(day.rosa, "Weg")
    await withdraw(day, day.rosa, gone)
    hurt = await day.ask(day.rosa, "Nood", referral="suicide")
    for one in (gone, hurt):
        with pytest.raises(QuestionNotFound):
            await theming.judge(day.sofie, one, [])
    assert [await theming.judge(day.rosa, number, []) for _ in range(2)] == [True, False]


async def test_nothing_stands_around_what_is_not_for_the_reader(day: Day, answers: Answers) -> None:
    away, number = await stranger(day.town), await day.ask(day.rosa, "Hoe?")
    hurt = await day.ask(day.rosa, "Nood", referral="suicide", **PUBLIC)
    for who, which in ((day.cem, number), (away, number), (day.rosa, hurt), (day.rosa, FAR)):
        around = await answers.around.of_article(who, which, "lsa-lid", "nl")
        assert (around.besides, around.duties) == ((), ())
    for who, which in ((away, number), (day.cem, number), (day.rosa, FAR)):
        with pytest.raises(QuestionNotFound):
            await answers.earlier.read(who, which)
    with pytest.raises(NotHere):
        await answers.earlier.read(day.rosa, hurt)


async def test_a_post_of_another_community_or_one_taken_back_is_left_alone(day: Day) -> None:
    forum = Forum(day.town.store, day.town.clock, {"energie": "wonen"})
    away = await stranger(day.town)
    post = {"reply_place": "discord:900", "reply_message": "discord:900"}
    number = await day.ask(day.rosa, "Hoe?", state="suggested", **post)
    await put(day, number, "origin", "discord:m:900")
    for who, which in ((away, number), (day.sofie, number + 9)):
        for act in (forum.done, forum.not_done):
            with pytest.raises(QuestionNotFound):
                await act(who, which)
        with pytest.raises(QuestionNotFound):
            await forum.solve(who, which, "discord:901")
    assert forum.groups_of(["energie", "zomaar", "energie"]) == ("wonen",)
    await forum.not_done(day.rosa, number)  # nobody had asked yet
    assert await day.state(number) == "suggested"
    private = await day.ask(day.rosa, "En nu?")
    await forum.solve(day.sofie, private, "discord:901")  # no line: it stands in no channel
    assert await day.sent("question-solved") == []
    assert await day.state(private) == "closed"
    assert [await forum.has_post(one) for one in (number, private, FAR)] == [True, False, False]
    await withdraw(day, day.rosa, number)
    with pytest.raises(QuestionWithdrawn):
        await forum.solve(day.rosa, number, "discord:902")
    heard = await forum.hear(day.rosa.identity, "discord:900", "Toch nog iets?", asks=True)
    assert heard is Heard.NOTHING
    assert await day.state(number) == "closed"


async def test_an_edit_that_is_none_or_comes_too_late_changes_nothing(
    day: Day, search: HelpDeskSearch
) -> None:
    town = day.town
    changes, now = Changes(town.store, town.clock, search), town.clock.now()
    number = await day.ask(day.rosa, "Hoe?")
    await put(day, number, "origin", "discord:m:1")
    assert await changes.edited("discord:m:2", "Hoe?", now) is None
    assert await changes.edited("discord:m:2", " ", now) is None
    assert await changes.edited("discord:m:1", "Hoe?", now) == number  # the same words
    later = now + timedelta(minutes=1)
    assert await changes.edited("discord:m:1", "Wie kent een monteur?", later) == number
    assert await changes.edited("discord:m:1", "Wie kent een dakdekker?", now) == number
    query = f"SELECT text FROM questions WHERE id = {number}"
    assert await day.rows(query) == [("Wie kent een monteur?",)]
    assert await changes.edited("discord:m:1", "", later) == number  # emptied: taken back
    assert (await day.rows(query), await day.state(number)) == ([("",)], "closed")


async def test_a_card_that_never_came_still_has_a_name(day: Day) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    rounds = Rounds(day.town.store, day.town.clock)
    assert await rounds.card_of(number) == f"question:{number}"
    routing = Routing(day.town.store, day.town.clock, ("energie",))
    with pytest.raises(QuestionNotFound):
        await routing.helpers(FAR)
    await routing.not_staff(number, "discord:nobody")
    await routing.not_staff(FAR, day.mo.identity)
    assert await day.rows("SELECT id FROM deliveries") == []
