"""What the help desk searches in: the articles that ship and those of communities, and themes."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.search.articles import Articles, Entry
from bot.search.kept import Kept
from bot.search.meaning import Meanings
from bot.search.passages import parts
from bot.search.sources import ArticleText, Known, entry, subject
from bot.search.themes import Subject, Themes


class Holdings:
    """Articles by id and language, with the words that communities added. Not for two threads.

    Changes before `build` cost nothing.
    """

    def __init__(
        self, content: Known, meanings: Meanings | None, index: Kept | None = None
    ) -> None:
        self._subjects = content.themes
        self._index = index
        self._meanings = meanings
        self._kept = {(article.id, article.language): article for article in content.articles}
        self._extra: dict[str, dict[str, None]] = {}
        self._built: tuple[Themes, Articles] | None = None

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Every theme."""
        return tuple(map(subject, self._subjects))

    @property
    def articles(self) -> tuple[ArticleText, ...]:
        """Every article in every language."""
        return tuple(self._kept.values())

    def build(self) -> tuple[Themes, Articles]:
        """The indexes, made on the first call (some 0.2 s)."""
        if self._built is None:
            subjects = self.subjects
            entries = map(self._entry, self._kept.values())
            self._built = Themes(subjects), Articles(entries, theme_words(subjects), self._index)
            for id_ in dict.fromkeys(id_ for id_, _ in self._kept):
                self._tell_meanings(id_)
        return self._built

    def publish(self, *articles: ArticleText) -> None:
        """Add or replace articles in their language."""
        self._kept.update({(article.id, article.language): article for article in articles})
        self._renew(articles)

    def to_keep(self) -> Callable[[], None] | None:
        """See `Articles.to_keep`; None before `build`."""
        return None if self._built is None else self._built[1].to_keep()

    def withdraw(self, article_id: str) -> None:
        """Forget an article in every language; an unknown id is no error."""
        for key in [key for key in self._kept if key[0] == article_id]:
            del self._kept[key]
        if self._built is not None:
            self._built[1].remove(article_id)
            if self._meanings is not None:
                self._meanings.remove(article_id)

    def change_words(self, article_id: str, more: Mapping[str, None], fewer: Iterable[str]) -> None:
        """Words that find an article too, whether or not it is there yet."""
        own = {**self._extra.get(article_id, {}), **more}
        for word in fewer:
            own.pop(word, None)
        self._extra[article_id] = own
        self._renew(self._versions(article_id))

    def parts(self, article_id: str, language: str) -> tuple[str, ...]:
        """The paragraphs of an article. Raises: KeyError."""
        return parts(self._kept[article_id, language].body)

    def _versions(self, article_id: str) -> list[ArticleText]:
        return [article for (id_, _), article in self._kept.items() if id_ == article_id]

    def _renew(self, changed: Sequence[ArticleText]) -> None:
        if self._built is not None and changed:
            self._built[1].put(*map(self._entry, changed))
            for id_ in dict.fromkeys(article.id for article in changed):
                self._tell_meanings(id_)

    def _tell_meanings(self, article_id: str) -> None:
        versions = self._versions(article_id)
        if self._meanings is not None and versions:
            lines = [line for one in versions for line in (one.title, *one.questions)]
            told = [part for one in versions for part in parts(one.body)]
            self._meanings.put(article_id, (*lines, *self._extra.get(article_id, ())), told)

    def _entry(self, article: ArticleText) -> Entry:
        return entry(article, tuple(self._extra.get(article.id, ())))


def theme_words(subjects: Iterable[Subject]) -> dict[str, str]:
    """For each theme what people call it, to be found with the articles on that theme."""
    return {subject.id: " ".join((*subject.names, *subject.synonyms)) for subject in subjects}
