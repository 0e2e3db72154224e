"""All that stands in and below a reply beside the answer itself."""

import asyncio
from dataclasses import replace

from bot.content import Content
from bot.content.contexts import Variant
from bot.people import Person
from bot.search.helpdesk import HelpDeskSearch, Outcome
from bot.services.helpdesk.around.beside import NOTHING_AROUND, Around, Besides
from bot.services.helpdesk.around.discarding import is_thrown_away
from bot.services.helpdesk.around.earlier import EarlierQuestions, candidates
from bot.services.helpdesk.around.known import Knowers
from bot.services.helpdesk.facets import Facets
from bot.services.helpdesk.open_questions import is_for, is_open_to_all
from bot.services.helpdesk.states import WITH_STAFF
from bot.services.helpdesk.views import QuestionNotFound, Reply
from data.store import Store, followers
from data.store import questions as rows


class Surroundings:
    """Looks up what stands around a reply."""

    def __init__(
        self, store: Store, facets: Facets, earlier: EarlierQuestions, knowers: Knowers
    ) -> None:
        self._store = store
        self._facets = facets
        self._earlier = earlier
        self._knowers = knowers

    @classmethod
    def over(
        cls, store: Store, content: Content, search: HelpDeskSearch, knowers: Knowers
    ) -> "Surroundings":
        """Build it."""
        return cls(store, Facets(content), EarlierQuestions(store, search), knowers)

    def asks_what_is_on(self, text: str) -> bool:
        """Whether somebody wants to know what there is to do; see `Facets`."""
        return self._facets.asks_what_is_on(text)

    async def beside(self, reply: Reply, language: str) -> Reply:
        """A reply with what stands around it. Raises: QuestionNotFound."""
        return replace(reply, around=await self._around(reply.question_id, reply, language))

    async def fresh(self, reply: Reply, community_id: int, text: str, language: str) -> Reply:
        """As `beside`, for a question with this text that was stored just now: mostly no look-up.

        Raises: QuestionNotFound.
        """
        if reply.waits_for_staff or reply.referrals or reply.is_again:
            return await self.beside(reply, language)
        around = await asyncio.to_thread(self._read, text, language)
        if reply.outcome is not Outcome.OFFTOPIC:
            known = tuple(await self._knowers.knows(community_id, text))
            around = replace(around, known=known)
        article = _answer(reply)
        if article:
            around = self._with_article(around, article, text, {}, language)
        return replace(reply, around=around)

    async def of_article(
        self, person: Person, question_id: int, article: str, language: str
    ) -> Around:
        """What stands around an article that somebody chose; nothing when it is not for them."""
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
            if question is None or question.referral or not is_for(person, question):
                return NOTHING_AROUND
            text, told = question.text, _told(question)
        around = await asyncio.to_thread(self._read, text, language)
        return replace(self._with_article(around, article, text, told, language), asks="")

    async def _around(self, question_id: int, reply: Reply, language: str) -> Around:
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
            if question is None:
                raise QuestionNotFound
            if question.referral is not None or not question.text:
                return Around(is_crisis=question.referral is not None)
            with_staff = question.state in WITH_STAFF
            others = await candidates(session, question) if with_staff else ()
            gone = with_staff and await is_thrown_away(session, question.id)
            count = (await followers.count(session, [question.id])).get(question.id, 0)
            can_follow = with_staff and is_open_to_all(question)
            text, told = question.text, _told(question)
        around = replace(
            await asyncio.to_thread(self._read, text, language),
            is_thrown_away=gone,
            can_follow=can_follow,
            followers=count,
            earlier=await self._earlier.like(text, others),
            known=tuple(await self._knowers.knows(question.community_id, text)),
        )
        article = "" if gone else _answer(reply)
        if not article:
            return around
        around = self._with_article(around, article, text, told, language)
        return replace(around, asks="") if with_staff else around

    def _read(self, text: str, language: str) -> Around:
        """What the words of a question alone show."""
        duties = self._facets.duties(text)
        return Around(
            is_flemish=self._facets.is_flemish(text),
            duties=tuple(one.text_en if language == "en" else one.text_nl for one in duties),
        )

    def _with_article(
        self, around: Around, article: str, text: str, told: dict[str, str], language: str
    ) -> Around:
        fitting = self._facets.fitting(article, text, told)
        return replace(
            around,
            asks=self._facets.to_ask(article, text, told),
            besides=tuple(_besides(variant, language) for variant in fitting),
            no_angle=self._facets.motive(article, text),
        )


def _told(question: rows.QuestionRow) -> dict[str, str]:
    return {facet: str(value) for facet, value in question.context.items()}


def _answer(reply: Reply) -> str:
    """The one article that the reply gives as the answer, else empty."""
    is_answer = reply.outcome is Outcome.ANSWER and reply.articles
    return reply.articles[0].id if is_answer else ""


def _besides(variant: Variant, language: str) -> Besides:
    dutch = language != "en"
    return Besides(
        value=variant.value,
        title=variant.title_nl if dutch else variant.title_en,
        text=variant.text_nl if dutch else variant.text_en,
        step=variant.step_nl if dutch else variant.step_en,
        source_name=variant.source_name,
        source_url=variant.source_url,
        checked_on=variant.checked_on,
    )
