"""Everything that an answer can do beside answering, over one database."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.content import Content
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk.around.around import Surroundings
from bot.services.helpdesk.around.bottlenecks import Bottlenecks
from bot.services.helpdesk.around.context import Contexts
from bot.services.helpdesk.around.discarding import Discarding
from bot.services.helpdesk.around.earlier import EarlierQuestions
from bot.services.helpdesk.around.following import Following
from bot.services.helpdesk.around.known import Nobody
from bot.services.helpdesk.around.peers import Peers
from bot.services.helpdesk.around.theming import Theming
from bot.services.helpdesk.facets import Facets
from data.store import Store


@dataclass(frozen=True, slots=True)
class Answers:
    """The services around an answer."""

    around: Surroundings
    bottlenecks: Bottlenecks
    contexts: Contexts
    discarding: Discarding
    earlier: EarlierQuestions
    facets: Facets
    following: Following
    peers: Peers
    theming: Theming

    @classmethod
    def over(
        cls, store: Store, clock: Clock, content: Content, search: HelpDeskSearch
    ) -> "Answers":
        """Build them."""
        facets, earlier = Facets(content), EarlierQuestions(store, search)
        return cls(
            around=Surroundings(store, facets, earlier, Nobody()),
            bottlenecks=Bottlenecks(store, clock),
            contexts=Contexts(store, clock, facets),
            discarding=Discarding(store, clock),
            earlier=earlier,
            facets=facets,
            following=Following(store, clock),
            peers=Peers(store, facets),
            theming=Theming(store, clock, content, search),
        )
