"""For whom a question asks ("wie deed dit al?"), in the words of matching."""

from dataclasses import dataclass
from typing import Final

from bot.people import Person
from bot.services.helpdesk.facets import Facets
from bot.services.helpdesk.open_questions import found_for
from data.store import Store

PLACES: Final = {"village": "dorp", "district": "wijk"}


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look for. `context` is a Dutch word for a kind of place, or empty."""

    text: str
    theme: str
    context: str


class Peers:
    """Whom to look for with a question; the search itself is that of matching."""

    def __init__(self, store: Store, facets: Facets) -> None:
        self._store = store
        self._facets = facets

    async def sought(self, person: Person, question_id: int) -> Sought:
        """What collectives would have to have done. Raises: QuestionNotFound, NotHere.

        An anonymous question is looked for as much as any: nobody but who presses sees the search.
        """
        async with self._store.reading() as session:
            question = await found_for(session, person, question_id)
            text, themes, told = question.text, question.themes, dict(question.context)
        shown = self._facets.shown(text).get("place", frozenset())
        place = str(told.get("place", "")) or (next(iter(shown)) if len(shown) == 1 else "")
        return Sought(text, themes[0] if themes else "", PLACES.get(place, ""))
