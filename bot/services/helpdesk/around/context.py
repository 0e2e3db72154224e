"""One short question back, when the answer hangs on it: tenant or owner, village or district.

Never when the text says it already, and never a second one. The asker may skip it.
"""

from bot.clock import Clock
from bot.errors import BadInput
from bot.people import Person
from bot.services.helpdesk.asking.own import own
from bot.services.helpdesk.cards import held
from bot.services.helpdesk.facets import UNSAID, Facets
from bot.services.helpdesk.open_questions import NotHere
from bot.services.helpdesk.posting import card_again
from bot.services.helpdesk.refreshing import once, reply_again
from data.store import Store
from data.store import questions as rows


class UnknownContext(BadInput):
    """Nothing that was asked back."""

    key = "helpdesk-back-unknown"
    code = "H25"


class Contexts:
    """What askers tell of themselves when the help desk asks back."""

    def __init__(self, store: Store, clock: Clock, facets: Facets) -> None:
        self._store = store
        self._clock = clock
        self._facets = facets

    async def tell(self, person: Person, question_id: int, facet: str, value: str) -> None:
        """Keep what the asker told; a later answer replaces it. `UNSAID` skips the question.

        Raises: QuestionNotFound, NotAllowed, NotHere, UnknownContext.
        """
        if value not in (*self._facets.values(facet), UNSAID) or not self._facets.values(facet):
            raise UnknownContext
        now = self._clock.now()
        async with self._store.writing() as session:
            question = own(person, await held(session, person, question_id))
            if question.referral is not None or not question.text:
                raise NotHere
            if question.context.get(facet) == value:
                return
            question.context = {**question.context, facet: value}
            question.touched_at = now
            await reply_again(session, question, now)
            if await rows.find_newest_card(session, question.id):
                await card_again(session, question, f"context:{once()}", now)
