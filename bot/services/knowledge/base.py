"""Everything about the knowledge base in one hand."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.content import Content
from bot.library import Library
from bot.search.helpdesk import HelpDeskSearch
from bot.services.knowledge.consents import Consents
from bot.services.knowledge.drafts import ArticleDrafts
from bot.services.knowledge.gaps import KnowledgeGaps
from bot.services.knowledge.keeping import Keeping
from bot.services.knowledge.links import SourceLinks
from bot.services.knowledge.quotes import Quotes
from bot.services.knowledge.reviews import Reviews
from bot.services.knowledge.weekly import Weekly
from data.store import Store


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The knowledge base, by what is done with it."""

    drafts: ArticleDrafts
    consents: Consents
    keeping: Keeping
    reviews: Reviews
    weekly: Weekly
    quotes: Quotes
    links: SourceLinks
    library: Library

    @classmethod
    def over(
        cls,
        store: Store,
        clock: Clock,
        content: Content,
        search: HelpDeskSearch,
        library: Library,
    ) -> "Knowledge":
        """All of it over one database; `library` is what the help desk answers from."""
        reviews = Reviews(store, clock, library)
        gaps = KnowledgeGaps(lambda text: search.articles.stems(text))
        quotes = Quotes(store, clock, library)
        drafts = ArticleDrafts(store, clock, library, [theme.id for theme in content.themes])
        return cls(
            drafts=drafts,
            consents=Consents(store, clock, library, drafts),
            keeping=Keeping(store, clock, library, quotes),
            reviews=reviews,
            weekly=Weekly(store, clock, library, reviews, gaps),
            quotes=quotes,
            links=SourceLinks(store, clock, library),
            library=library,
        )

    async def keep_up(self) -> None:
        """Take in what another process changed, note quotations, and tell staff of the week."""
        await self.library.refresh()
        await self.quotes.keep_up()
        await self.weekly.tell_due()

    async def each_morning(self) -> None:
        """What is looked at every day, without a word to anybody."""
        await self.drafts.tidy()
        await self.links.gather()
