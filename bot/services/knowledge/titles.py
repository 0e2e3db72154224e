"""Which article somebody means by a short name or a part of a title."""

from typing import Final

from bot.library import Library
from bot.people import Person
from bot.services.knowledge.views import ArticleNotFound, ManyAlike

SHOWN_ALIKE: Final = 5


def find(library: Library, person: Person, said: str) -> str:
    """The short name of the one article that is meant. Raises: ArticleNotFound, ManyAlike."""
    wanted = " ".join(said.lower().split())
    known = library.all(person.community_id)
    if any(article.id == wanted for article in known):
        return wanted
    fits = {a.id: a.title for a in known if wanted and wanted in a.title.lower()}
    exact = [a.id for a in known if a.title.lower() == wanted]
    if exact or len(fits) == 1:
        return exact[0] if exact else next(iter(fits))
    if not fits:
        raise ArticleNotFound
    raise ManyAlike(titles=tuple(fits.values())[:SHOWN_ALIKE])
