"""What the knowledge base tells its keepers, and what can go wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.content import Article
from bot.errors import BadInput, Expired, NotFound


class ArticleNotFound(NotFound):
    """No such article, draft or version for this person."""

    key = "knowledge-not-found"
    code = "K1"


class ArticleEmpty(BadInput):
    """A title or a text is missing."""

    key = "knowledge-empty"
    code = "K2"


class NoSource(BadInput):
    """An article without a source says nothing: no source, no claim."""

    key = "knowledge-no-source"
    code = "K3"


class SourceNotSafe(BadInput):
    """The address of a source does not begin with https:// or is no address."""

    key = "knowledge-source-not-safe"
    code = "K4"


class NeedsColleague(BadInput):
    """Somebody else than the writer publishes."""

    key = "knowledge-needs-colleague"
    code = "K5"


class NoConsent(Expired):
    """The asker did not say yes, or not to this text."""

    key = "knowledge-no-consent"
    code = "K6"


class NoArticleOfThis(BadInput):
    """A question without an answer, or about a crisis, becomes no article."""

    key = "knowledge-no-article-of-this"
    code = "K7"


class DraftOver(Expired):
    """The draft was published, thrown away, or is somebody else's turn."""

    key = "knowledge-draft-over"
    code = "K8"


class ChangedMeanwhile(Expired):
    """Another version was published after this draft began."""

    key = "knowledge-changed-meanwhile"
    code = "K9"


class HasPersonalNumber(BadInput):
    """A mail address, phone, bank or citizen number stands in the text. Facts: `what`."""

    key = "knowledge-personal-number"
    code = "K10"


class AskerGone(Expired):
    """Nobody is there to be asked."""

    key = "knowledge-asker-gone"
    code = "K11"


class NoWords(BadInput):
    """No words to find an article by."""

    key = "knowledge-no-words"
    code = "K12"


class TooLongText(BadInput):
    """More than fits. Facts: `field`, `most`."""

    key = "knowledge-too-long"
    code = "K13"


class NoTheme(BadInput):
    """Readers find an article by theme: one at least."""

    key = "knowledge-no-theme"
    code = "K14"


class ManyAlike(BadInput):
    """These words fit more than one article. Facts: `titles`."""

    key = "knowledge-many-alike"
    code = "K15"


class State(StrEnum):
    """How far a version is; see `ArticleVersionRow`."""

    DRAFT = "draft"
    ASKED = "asked"
    READY = "ready"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    USED = "used"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Wording:
    """The fields of the first form. `source_url` is empty for something on paper."""

    title: str
    body: str
    step: str
    source_name: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Details:
    """The fields of the second form."""

    who: str
    country: str
    questions: tuple[str, ...]
    keywords: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An article on its way. `measures` are those of plain Dutch that it misses.

    `removed` counts per kind what was taken out of the asker's words; `question_id` is the question
    that it came from, `is_new` says that nothing stands under this name yet.
    """

    id: int
    article: Article
    state: State
    writer: str
    why: str
    is_new: bool
    question_id: int | None
    removed: Mapping[str, int] = field(default_factory=dict[str, int])
    measures: tuple[str, ...] = ()

    @property
    def lacks(self) -> tuple[str, ...]:
        """What it does not have: it needs a theme and a source, and readers like a step."""
        has = {
            "theme": self.article.themes,
            "source": self.article.source_name,
            "step": self.article.step,
        }
        return tuple(name for name, value in has.items() if not value)


@dataclass(frozen=True, slots=True)
class Version:
    """An article as readers had it from a moment on. `by` is empty when that is not known."""

    id: int
    number: int
    language: str
    state: State
    title: str
    why: str
    by: str
    at: datetime
    is_now: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """An own article in the list of staff. `lacks` are the languages that it is not there in."""

    slug: str
    title: str
    review_on: date
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What staff see of the knowledge base: how much there is, what is theirs, what waits."""

    count: int
    own: tuple[Listed, ...]
    drafts: tuple[Draft, ...]
    untranslated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What readers said of an article and nobody looked at yet."""

    slug: str
    title: str
    language: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """What the keepers of the knowledge base hear on Monday.

    `dead` are pairs of a title and an address that does not answer any more.
    """

    due: tuple[Article, ...]
    more: int
    dead: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions of several people that are alike and that nobody found an answer to.

    `words` are those that at least three of them used.
    """

    theme: str
    words: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Trend:
    """How often a theme was asked about in these four weeks and in those before."""

    theme: str
    count: int
    before: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """What was asked and not found. `rest`: questions in groups too small to show."""

    since: date
    groups: tuple[Gap, ...]
    rest: int
    trends: tuple[Trend, ...]
