"""Keeping knowledge (section 4 of the help desk), on both databases."""

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select, text
from structlog.testing import capture_logs

from bot.content import Content
from bot.errors import NotAllowed
from bot.library import Library
from bot.people import Person
from bot.search.helpdesk import HelpDeskSearch, Outcome
from bot.search.kept import Kept
from bot.services.helpdesk import Ask, HelpDesk
from bot.services.knowledge import (
    ArticleNotFound,
    AskerGone,
    Draft,
    DraftOver,
    HasPersonalNumber,
    Knowledge,
    ManyAlike,
    NeedsColleague,
    NoArticleOfThis,
    NoConsent,
    NoSource,
    NoTheme,
    NoWords,
    SourceNotSafe,
    State,
    Wording,
)
from data.store import articles as rows
from data.store import communities, erasure, followers, questions
from data.store.deliveries import DeliveryRow
from data.store.questions import AnswerRow
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
PUMP = Wording(
    "Een waterpomp op het plein",
    "Vraag de gemeente om een pomp. De pomp kost niets.",
    "Bel de gemeente.",
    "Waternet",
    "https://www.waternet.nl/pomp",
)
ASKS_PUMP = "Hoe krijgen we een waterpomp op het plein?"


@dataclass
class Room:
    """The help desk and the knowledge base of one process."""

    town: Town
    content: Content
    search: HelpDeskSearch
    library: Library
    knowledge: Knowledge
    desk: HelpDesk

    @classmethod
    def over(cls, town: Town, index: Kept | None = None) -> "Room":
        content = Content.load()
        search = HelpDeskSearch(content, index=index)
        library = Library(town.store, town.clock, content, search)
        knowledge = Knowledge.over(town.store, town.clock, content, search, library)
        desk = HelpDesk(town.store, town.clock, content, search, library)
        return cls(town, content, search, library, knowledge, desk)

    async def staff(self) -> tuple[Person, Person]:
        return await self.town.person("Sofie", "staff"), await self.town.person("Mo", "staff")

    async def ready(self, wording: Wording = PUMP) -> Draft:
        sofie, _ = await self.staff()
        drafts = self.knowledge.drafts
        draft = await drafts.write(sofie, wording, "nl")
        await drafts.choose_themes(sofie, draft.id, drafts.themes, ["klimaatadaptatie"])
        return await drafts.ask(sofie, draft.id)

    async def published(self, wording: Wording = PUMP) -> str:
        draft = await self.ready(wording)
        _, mo = await self.staff()
        return (await self.knowledge.keeping.publish(mo, draft.id, tell=False)).id

    async def titles(self, person: Person, said: str, origin: str) -> list[str]:
        reply = await self.desk.ask(person, Ask(origin, said))
        return [article.title for article in reply.articles]

    async def solved(self, said: str, answer: str, **extra: object) -> int:
        """A question that a person answered."""
        rosa = await self.town.person("Rosa de Wit")
        now = self.town.clock.now()
        async with self.town.store.writing() as session:
            values = {
                "community_id": self.town.community_id,
                "asked_by": rosa.id,
                "claimed_by": None,
                "origin": f"discord:m:{said}",
                "text": said,
                "language": "nl",
                "anonymous": True,
                "state": "answered",
                "outcome": "unsure",
                "themes": ["klimaatadaptatie"],
                "suggested": [],
                "referral": None,
                "reply_place": None,
                "reply_message": None,
                "asked_place": None,
                "asked_message": None,
                "asked_at": now,
                "closed_at": now,
            }
            await questions.add(session, **(values | extra))
            row = await questions.find_by_origin(session, f"discord:m:{said}")
            assert row is not None
            session.add(
                AnswerRow(
                    question_id=row.id, written_by=None, article=None, text=answer, written_at=now
                )
            )
            return row.id


@pytest.fixture
def room(town: Town) -> Room:
    return Room.over(town)


async def mail(town: Town, kind: str) -> list[dict[str, Any]]:
    async with town.store.reading() as session:
        found = await session.scalars(
            select(DeliveryRow).where(DeliveryRow.kind == kind).order_by(DeliveryRow.id)
        )
        return [{"facts": one.facts, "source": one.source, "target": one.target} for one in found]


async def test_h1_nothing_is_published_without_a_source_a_theme_and_a_colleague(
    room: Room,
) -> None:
    """H1: no source, no claim; a source is a named paper or an https address."""
    sofie, mo = await room.staff()
    drafts, keeping = room.knowledge.drafts, room.knowledge.keeping
    draft = await drafts.write(sofie, replace(PUMP, source_name="", source_url=""), "nl")
    assert draft.lacks == ("theme", "source")
    for wording, wrong in (
        (replace(PUMP, source_name=" "), NoSource),
        (replace(PUMP, source_url="http://waternet.nl"), SourceNotSafe),
        (replace(PUMP, source_url="https://10.0.0.1/pomp"), SourceNotSafe),
        (replace(PUMP, source_url=""), NoTheme),
    ):
        await drafts.rewrite(sofie, draft.id, wording)
        with pytest.raises(wrong):
            await drafts.ask(sofie, draft.id)
    await drafts.choose_themes(sofie, draft.id, drafts.themes, ["klimaatadaptatie"])
    with_number = replace(PUMP, body="Mijn nummer is 111222333.")
    await drafts.rewrite(sofie, draft.id, with_number)
    with pytest.raises(HasPersonalNumber):
        await drafts.ask(sofie, draft.id)
    await drafts.rewrite(sofie, draft.id, replace(PUMP, source_name="Boek", source_url=""))
    with pytest.raises(DraftOver):
        await keeping.publish(mo, draft.id, tell=False)
    assert (await drafts.ask(sofie, draft.id)).state is State.READY
    with pytest.raises(NeedsColleague):
        await keeping.publish(sofie, draft.id, tell=False)
    article = await keeping.publish(mo, draft.id, tell=False)
    assert article.review_on - article.checked_on == timedelta(days=365)
    with pytest.raises(DraftOver):
        await keeping.publish(mo, draft.id, tell=False)


async def test_an_article_is_found_and_gone_at_once_in_every_process(
    town: Town, room: Room
) -> None:
    other, rosa = Room.over(town), await town.person("Rosa")
    before = await other.titles(rosa, ASKS_PUMP, "discord:i:1")
    slug = await room.published()
    assert PUMP.title in await room.titles(rosa, ASKS_PUMP, "discord:i:2")
    town.clock.move(minutes=11)
    assert PUMP.title in await other.titles(rosa, ASKS_PUMP, "discord:i:3")
    _, mo = await room.staff()
    assert await room.knowledge.keeping.withdraw(mo, slug, "klopt niet") == PUMP.title
    assert PUMP.title not in await room.titles(rosa, ASKS_PUMP, "discord:i:4")
    town.clock.move(seconds=1)
    assert PUMP.title not in [*before, *await other.titles(rosa, ASKS_PUMP, "discord:i:5")]
    assert other.desk.article(slug, "nl", town.community_id) is None
    with pytest.raises(ArticleNotFound):
        await room.knowledge.keeping.withdraw(mo, slug, "nog eens")


async def test_a_start_opens_the_index_with_the_articles_of_the_community(
    town: Town, room: Room, tmp_path: Path
) -> None:
    await room.published()
    rosa = await town.person("Rosa de Wit")
    with capture_logs() as lines:
        for number in range(2):
            one = Room.over(town, Kept(tmp_path / "index", fewest=50))
            await one.desk.warm_up()
            await one.desk.keep_index()
            assert PUMP.title in await one.titles(rosa, ASKS_PUMP, f"discord:i:{number}")
    assert [line["event"] for line in lines] == ["built", "opened"]


async def test_an_own_version_wins_and_every_version_can_come_back(town: Town, room: Room) -> None:
    sofie, mo = await room.staff()
    drafts, keeping = room.knowledge.drafts, room.knowledge.keeping
    shipped = room.library.shipped["wbtr", "nl"]
    draft = await drafts.edit(sofie, "wbtr", "nl", why="korter")
    assert (await drafts.edit(sofie, "wbtr", "nl")).id == draft.id
    words = Wording("WBTR kort", "Lees de wet.", "Lees.", "Wet", "")
    draft = await drafts.rewrite(sofie, draft.id, words)
    late = await drafts.edit(mo, "wbtr", "nl")
    await drafts.ask(sofie, draft.id)
    await keeping.publish(mo, draft.id, tell=False)
    await room.library.refresh()
    here, elsewhere = (room.desk.article("wbtr", "nl", id_) for id_ in (0, 999))
    assert here is not None
    assert elsewhere is not None
    assert (here.title, elsewhere.title) == ("WBTR kort", shipped.title)
    await drafts.ask(mo, late.id)
    with pytest.raises(Exception, match="knowledge-changed-meanwhile"):
        await keeping.publish(sofie, late.id, tell=False)
    await keeping.withdraw(mo, "wbtr", "fout")
    assert not await _shows(room, "wbtr")
    newest, first = [v for v in await keeping.versions(mo, "wbtr") if v.language == "nl"]
    assert (newest.state, newest.why, newest.by, first.why) == (
        State.WITHDRAWN,
        "fout",
        "Mo",
        "korter",
    )
    assert (await keeping.restore(mo, first.id)).title == "WBTR kort"
    assert await _shows(room, "wbtr")
    await keeping.restore(mo, first.id)
    assert [v.language for v in await keeping.versions(mo, "wbtr")].count("nl") == 3
    with pytest.raises(ManyAlike):
        await keeping.versions(mo, "een")


async def _shows(room: Room, slug: str) -> bool:
    await room.library.refresh()
    return room.library.shows(room.town.community_id, slug)


async def test_a_shipped_article_stays_hidden_after_its_row_is_gone(town: Town, room: Room) -> None:
    _, mo = await room.staff()
    await room.knowledge.keeping.withdraw(mo, "wbtr", "fout")
    town.clock.move(days=40)
    async with town.store.writing() as session:
        await session.execute(text("DELETE FROM articles"))
    assert not await _shows(Room.over(town), "wbtr")


async def test_articles_of_another_community_are_not_shown(town: Town, room: Room) -> None:
    await room.published()
    async with town.store.writing() as session:
        other = await communities.add_space(session, "discord:2", "Elders", town.clock.now())
    rosa = replace(await town.person("Rosa"), community_id=other)
    reply = await room.desk.ask(rosa, Ask("discord:i:9", ASKS_PUMP))
    assert PUMP.title not in [article.title for article in reply.articles]
    assert reply.outcome is not Outcome.ANSWER or reply.articles
    with pytest.raises(ArticleNotFound):
        await room.knowledge.drafts.look(replace(rosa, roles=(await room.staff())[0].roles), 1)


async def test_a_solved_question_becomes_an_article_after_a_yes(town: Town, room: Room) -> None:
    """X2 and H1: a good answer is kept, without its asker and only with consent."""
    sofie, mo = await room.staff()
    rosa = await town.person("Rosa de Wit")
    answer = "Beste Rosa, bel 0612345678 of loop langs Dorpsstraat 12. Groeten, Hatice. [LSA](https://x.nl)"
    number = await room.solved("Mag onze kas op het veld? Groeten Rosa de Wit", answer)
    consents, keeping = room.knowledge.consents, room.knowledge.keeping
    with pytest.raises(NotAllowed):
        await consents.begin(rosa, number)
    draft = await consents.begin(sofie, number)
    assert (await consents.begin(mo, number)).id == draft.id
    said = f"{draft.article.title} {draft.article.body} {draft.article.questions}"
    assert not [w for w in ("Rosa", "Wit", "0612345678", "Dorpsstraat", "Hatice") if w in said]
    assert "LSA (https://x.nl)" in draft.article.body
    assert draft.removed == {"name": 3, "address": 1, "phone": 1}
    wording = Wording("Mag een kas op het veld?", draft.article.body, "Bel.", "Gemeente", "")
    await room.knowledge.drafts.rewrite(sofie, draft.id, wording)
    assert (await room.knowledge.drafts.ask(sofie, draft.id)).state is State.ASKED
    assert (await room.knowledge.drafts.ask(sofie, draft.id)).state is State.ASKED
    assert len(await mail(town, "question-consent")) == 1
    with pytest.raises(DraftOver):
        await keeping.publish(mo, draft.id, tell=False)
    with pytest.raises(NotAllowed):
        await consents.answer(mo, draft.id, yes=True)
    assert await consents.answer(rosa, draft.id, yes=True)
    article = await keeping.publish(mo, draft.id, tell=False)
    assert len(await mail(town, "question-published")) == 1
    async with town.store.reading() as session:
        row = await questions.find(session, number)
        own = (await rows.find_all(session, town.community_id))[0]
        assert row is not None
        assert (row.article, own.question_id, row.consent) == (article.id, number, "yes")
    assert await _shows(room, article.id)
    await consents.answer(rosa, draft.id, yes=False)
    assert not await _shows(room, article.id)
    [old, *_] = (await keeping.versions(mo, article.id))[::-1]
    with pytest.raises(Exception, match="knowledge-empty"):
        await keeping.restore(mo, old.id)


async def test_without_a_yes_or_with_a_crisis_there_is_no_article(town: Town, room: Room) -> None:
    sofie, mo = await room.staff()
    rosa = await town.person("Rosa de Wit")
    consents, drafts = room.knowledge.consents, room.knowledge.drafts
    crisis = await room.solved("ik zie het niet meer zitten", "Bel 113.", referral="suicide")
    with pytest.raises(NoArticleOfThis):
        await consents.begin(sofie, crisis)
    open_one = await room.solved("nog open", "nee", state="open")
    with pytest.raises(NoArticleOfThis):
        await consents.begin(sofie, open_one)
    number = await room.solved("Mag een tent?", "Ja, dat mag altijd.")
    wording = Wording("Mag een tent?", "Ja.", "Bel.", "Gemeente", "")
    draft = await consents.begin(sofie, number)
    await drafts.rewrite(sofie, draft.id, wording)
    await drafts.ask(sofie, draft.id)
    again = await drafts.rewrite(sofie, draft.id, replace(wording, body="Ja hoor."))
    assert (again.id != draft.id, again.state) == (True, State.DRAFT)
    with pytest.raises(DraftOver):
        await consents.answer(rosa, draft.id, yes=True)
    await drafts.ask(sofie, again.id)
    await consents.answer(rosa, again.id, yes=True)
    async with town.store.writing() as session:
        await session.execute(text("UPDATE questions SET consent = 'no'"))
    with pytest.raises(NoConsent):
        await room.knowledge.keeping.publish(mo, again.id, tell=False)
    await consents.answer(rosa, again.id, yes=False)
    async with town.store.reading() as session:
        left = await session.scalars(text("SELECT article FROM article_versions"))
        assert not [one for one in left if "Ja hoor" in str(one)]
    gone = await room.solved("Mag een muur?", "Ja.", asked_by=None)
    late = await consents.begin(sofie, gone)
    await drafts.rewrite(sofie, late.id, wording)
    with pytest.raises(AskerGone):
        await drafts.ask(sofie, late.id)
    waits = await consents.begin(sofie, await room.solved("Mag een hek?", "Ja."))
    assert await drafts.tidy() == 1
    town.clock.move(days=31)
    assert await drafts.tidy() == 1
    assert (await drafts.look(sofie, waits.id)).state is State.DROPPED


async def test_an_erased_person_leaves_the_article_and_nothing_of_theirs(
    town: Town, room: Room
) -> None:
    """Section 5: erasing a person keeps the article, not the link."""
    sofie, mo = await room.staff()
    rosa = await town.person("Rosa de Wit")
    draft = await room.knowledge.consents.begin(sofie, await room.solved("Mag een vlag?", "Ja."))
    words = Wording("Mag een vlag?", "Ja.", "Bel.", "Gemeente", "")
    await room.knowledge.drafts.rewrite(sofie, draft.id, words)
    await room.knowledge.drafts.ask(sofie, draft.id)
    await room.knowledge.consents.answer(rosa, draft.id, yes=True)
    slug = (await room.knowledge.keeping.publish(mo, draft.id, tell=False)).id
    for person in (rosa, sofie):
        async with town.store.writing() as session:
            await erasure.erase(session, person.id)
    assert await _shows(Room.over(town), slug)
    async with town.store.reading() as session:
        [own] = await rows.find_all(session, town.community_id)
        question = await questions.find(session, own.question_id or 0)
        assert question is not None
        assert (own.written_by, question.asked_by, question.text) == (None, None, "")


async def test_who_got_a_withdrawn_answer_hears_it_once_unless_they_opted_out(
    town: Town, room: Room
) -> None:
    _, mo = await room.staff()
    slug = await room.published()
    rosa, cem, bart = [await town.person(name) for name in ("Rosa", "Cem", "Bart")]
    for number, (who, place) in enumerate(
        ((rosa, None), (rosa, None), (cem, None), (bart, "discord:11"))
    ):
        reply = await room.desk.ask(
            who, Ask(f"discord:i:{number}", f"{ASKS_PUMP} {number}", place=place, message=place)
        )
        await room.desk.open_article(who, reply.question_id, slug)
        for follower in (cem, mo):
            async with town.store.writing() as session:
                await followers.add(
                    session, reply.question_id, follower.id, language="nl", since=town.clock.now()
                )
    await room.knowledge.reviews.spare(cem)
    await room.knowledge.keeping.withdraw(mo, slug, "klopt niet")
    told = await mail(town, "article-changed")
    assert len(told) == 3
    assert mo.identity in {one["target"] for one in told}
    assert "discord:11" in {one["target"] for one in told}
    assert rosa.identity in {one["target"] for one in told}


async def test_search_words_of_staff_work_in_every_process(town: Town, room: Room) -> None:
    """Words of residents lead to an article that does not have them."""
    sofie, _ = await room.staff()
    other = Room.over(town)
    await other.library.refresh()
    assert "wbtr" not in [found.article for found in other.search.passages("zwiebelkrats")]
    for _ in range(2):
        await room.knowledge.keeping.add_words(sofie, "wbtr", "zwiebelkrats\nzwiebelkrats")
    town.clock.move(seconds=1)
    await other.library.refresh()
    assert other.search.passages("zwiebelkrats")[0].article == "wbtr"
    with pytest.raises(NoWords):
        await room.knowledge.keeping.add_words(sofie, "wbtr", "!")


async def test_the_look_for_changes_is_three_small_queries_at_most_once_a_second(
    town: Town, room: Room
) -> None:
    await room.published()
    await room.library.refresh()
    town.clock.move(seconds=1)
    said: list[str] = []
    engines = {town.store._engine.sync_engine, town.store._reader.sync_engine}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", lambda *sent: said.append(sent[2]))
    await asyncio.gather(*(room.library.refresh() for _ in range(50)))
    looks = [one for one in said if one.startswith("SELECT")]
    assert len(looks) == 3
    if town.store.is_sqlite:  # from the end of an index, nothing sorted
        async with town.store.reading() as session:
            for one in looks:
                plan = await session.execute(text(f"EXPLAIN QUERY PLAN {one.replace('?', '20')}"))
                assert "TEMP B-TREE" not in str(plan.all())
