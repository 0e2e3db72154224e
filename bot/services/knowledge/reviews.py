"""What must be looked at again: by its date, by what readers say, by what does not answer."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.content import Article
from bot.library import Library, next_review
from bot.people import Person
from bot.posts import Post
from bot.rights import Action
from bot.services.knowledge.telling import to_staff
from bot.services.knowledge.versions import Change, put
from bot.services.knowledge.views import ArticleNotFound, Doubt, Week
from bot.untrusted import plain, without_personal_numbers
from data.store import Session, Store, article_checks, audits, readings, source_links
from data.store.articles import DoubtRow

AHEAD: Final = timedelta(days=30)
"""An article comes up this long before its date."""
SHOWN: Final = 10
"""Articles in one message: each has two buttons, and Discord shows 25."""
LONGEST_DOUBT: Final = 300
FAILURES: Final = 3
"""An address that fails this often, which takes a week, is told; one bad evening is not."""
STILL_RIGHT: Final = "✓"


class Reviews:
    """Keeping what is there right."""

    def __init__(self, store: Store, clock: Clock, library: Library) -> None:
        self._store = store
        self._clock = clock
        self._library = library

    async def tell(
        self, session: Session, community_id: int, week: str, *, since: datetime, now: datetime
    ) -> None:
        """Tell staff what they should look at; once for each week.

        Inside the block of a caller. `since`: when they were last told which sources are silent.
        """
        failed = await source_links.find_dead(session, FAILURES)
        news = [row for row in failed if row.told_at is None or row.told_at > since]
        found = self._week(community_id, self._clock.today(), {row.url for row in news})
        if not found.due and not found.dead:
            return
        facts = {
            "community": community_id,
            "articles": [[article.id, article.language] for article in found.due],
            "more": found.more,
            "dead": [list(pair) for pair in found.dead],
        }
        post = Post("staff-articles-week", f"articles-week:{week}", facts, now)
        if await to_staff(session, community_id, post) and found.dead:
            for row in news:
                row.told_at = row.told_at or now

    def _week(self, community_id: int, today: date, dead: Collection[str]) -> Week:
        known = self._library.all(community_id)
        due = sorted(
            (article for article in known if article.review_on <= today + AHEAD),
            key=lambda article: (article.review_on, article.id, article.language),
        )
        silent = [(a.title, a.source_url) for a in known if a.source_url in dead]
        return Week(tuple(due[:SHOWN]), max(0, len(due) - SHOWN), tuple(silent[:SHOWN]))

    def article(self, community_id: int, slug: str, language: str) -> Article | None:
        """An article as it is now, for a message about it."""
        return self._library.exact(community_id, slug, language)

    async def confirm(self, person: Person, slug: str, language: str) -> Article:
        """It is still right: looked at today, and again in a year. Twice on a day is once.

        What ships stays what ships, and changes along with it. Raises: NotAllowed, ArticleNotFound.
        """
        person.need(Action.WRITE_ARTICLE)
        await self._library.refresh()
        now, today = self._clock.now(), self._clock.today()
        async with self._store.writing() as session:
            article = self._library.exact(person.community_id, slug, language)
            if article is None:
                raise ArticleNotFound
            await readings.end_doubts(session, person.community_id, [slug], now)
            if (article.checked_on, article.review_on) == (today, next_review(today)):
                return article
            article = replace(article, checked_on=today, review_on=next_review(today))
            key = (person.community_id, slug, language)
            if self._library.is_own(*key):
                await put(session, key, article, Change(person.id, now, STILL_RIGHT))
            else:
                await article_checks.put(session, key, by=person.id, at=now)
            _audit(session, person, "article-confirmed", slug, now)
        self._library.look_again()
        return article

    async def doubt(self, person: Person, slug: str, text: str) -> None:
        """A reader says that an article may not be right; saying it again changes what was said.

        Staff get one message a day for each article. Raises: NotAllowed, ArticleNotFound.
        """
        person.need(Action.READ_PUBLIC)
        await self._library.refresh()
        now, day = self._clock.now(), self._clock.today().isoformat()
        said = without_personal_numbers(" ".join(plain(text).split()))[:LONGEST_DOUBT]
        async with self._store.writing() as session:
            if not self._library.shows(person.community_id, slug):
                raise ArticleNotFound
            row = await readings.find_doubt_of(session, person.community_id, slug, person.id)
            if row is None:
                row = DoubtRow(
                    community_id=person.community_id,
                    slug=slug,
                    person_id=person.id,
                    text=said,
                    at=now,
                    handled_at=None,
                )
                await readings.add_doubt(session, row)
            elif said in ("", row.text):
                return
            row.text = said
            first = f"article-doubt:{slug}:{day}"
            facts = {"slug": slug, "community": person.community_id}
            post = Post("staff-article-doubt", first, facts, now)
            if not await to_staff(session, person.community_id, post):
                post = replace(post, source=f"{first}:{row.id}", edits=first)
                await to_staff(session, person.community_id, post)

    async def doubts(self, community_id: int, slug: str, language: str) -> Doubt:
        """What readers said of an article and nobody looked at yet; nothing of who they are."""
        async with self._store.reading() as session:
            found = await readings.find_doubts(session, community_id, slug)
        article = self._library.find(community_id, slug, language)
        title = slug if article is None else article.title
        spoken = language if article is None else article.language
        return Doubt(slug, title, spoken, tuple(row.text for row in found))

    async def seen(self, person: Person, slug: str) -> int:
        """Staff looked at what readers said; how many doubts that ended. Raises: NotAllowed."""
        person.need(Action.WRITE_ARTICLE)
        now = self._clock.now()
        async with self._store.writing() as session:
            ended = await readings.end_doubts(session, person.community_id, [slug], now)
            if ended:
                _audit(session, person, "article-doubts-seen", slug, now)
        return ended

    async def spare(self, person: Person) -> None:
        """Tell this person no more that an article they got was changed."""
        async with self._store.writing() as session:
            await readings.spare(session, person.id)


def _audit(session: Session, person: Person, action: str, slug: str, at: datetime) -> None:
    audits.add(
        session,
        action,
        f"article:{slug}",
        at=at,
        community_id=person.community_id,
        actor_id=person.id,
    )
