"""What the help desk would say to a question: pure, stores nothing, asks nobody.

A referral comes first. Then: an answer when it is likely enough to be the right one, else a choice
of three when the right one is likely among them, else a person. `weights.json` has the chances.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from bot.search.articles import Articles, Entry, Scorer
from bot.search.calibration import Calibration
from bot.search.elsewhere import ELSEWHERE
from bot.search.passages import Passage, parts
from bot.search.questions import Asked, Reader
from bot.search.referrals import Referral, Referrals
from bot.search.remarks import Act, act_of
from bot.search.repeats import Alike, alike
from bot.search.sources import ArticleText, Known, ThemeText, entry, subject
from bot.search.themes import Candidate, Subject, Themes, ThemeScore
from bot.search.words import STOP_EN, STOP_NL, words

WEIGHTS: Final = Path(__file__).with_name("weights.json")
"""Made by `python -m bot search fit`."""
OFFERED: Final = 3
THEMES_SHOWN: Final = 3
THEME_FLOOR: Final = 0.08
"""A theme with a smaller chance is no ground for a guess."""
OFFER_FLOOR: Final = 0.04
"""An article with a smaller chance is not offered as a choice."""

TOUCHED: Final = 0.15
TOUCHED_THEME: Final = 0.45
"""From these chances on, what somebody tells of themselves is about a subject of the help desk."""


class Outcome(StrEnum):
    """What happens with a question. The values are those of the command line."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    UNSURE = "unsure"
    REFER = "refer"
    OFFTOPIC = "offtopic"


@dataclass(frozen=True, slots=True)
class Answer:
    """An article that may answer, with its chance of being right, in the language of `language`."""

    article: str
    title: str
    score: float
    source: str
    language: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What the help desk would say.

    `answers` has one article for `answer`, one to three for `suggest`, and none for `unsure` and
    `offtopic`. With `refer` it holds what a normal answer would have been, unless the mode of the
    referral is "instead". `referrals` may also stand beside any other outcome (mode "after", or a
    theme question with a crisis word): then they are shown too, on top or below by their mode.
    `wants_person`: the writer asked for one. `is_remark`: thanks, a greeting or a plain remark.
    """

    outcome: Outcome
    language: str
    themes: tuple[ThemeScore, ...] = ()
    answers: tuple[Answer, ...] = ()
    referrals: tuple[Referral, ...] = ()
    wants_person: bool = False
    is_remark: bool = False

    @property
    def referral(self) -> Referral | None:
        """The most urgent referral."""
        return self.referrals[0] if self.referrals else None

    @property
    def is_referral_alone(self) -> bool:
        """Whether the referral stands instead of every other answer."""
        return any(referral.mode == "instead" for referral in self.referrals)


@dataclass(frozen=True, slots=True)
class Clues:
    """All that a decision is made from."""

    asked: Asked
    articles: tuple[Candidate, ...]
    chances: Mapping[str, float]
    themes: tuple[ThemeScore, ...]

    @property
    def best(self) -> tuple[str, ...]:
        """The likeliest articles, best first, three at most."""
        return tuple(sorted(self.chances, key=lambda id_: (-self.chances[id_], id_))[:OFFERED])

    @property
    def top(self) -> float:
        """The chance of the likeliest article."""
        return max(self.chances.values(), default=0.0)

    @property
    def sure(self) -> float:
        """The chance for an answer: 0 when the question is a word that fits many articles."""
        loose = {candidate.id for candidate in self.articles if candidate.row["loose"]}
        return self.top if not loose.intersection(self.best[:1]) else 0.0

    def among_row(self) -> dict[str, float]:
        """The features of "the right article is one of the best three"; see `AMONG_NAMES`."""
        return {"sum": sum(self.chances[id_] for id_ in self.best), "top": self.top}


@dataclass(frozen=True, slots=True)
class _Indexes:
    themes: Themes
    articles: Articles

    @classmethod
    def over(
        cls, themes: Iterable[ThemeText], entries: Iterable[Entry], scorer: Scorer | None
    ) -> "_Indexes":
        subjects = tuple(map(subject, themes))
        return cls(Themes(subjects), Articles(entries, theme_words(subjects), scorer))


class HelpDeskSearch:
    """Answers questions from articles, themes and referrals.

    `calibration` is what `search fit` made, by default the one that ships. `scorer` is the seam
    for a semantic model; it comes with its own calibration. Every method is safe in any thread.
    Referrals are ready at once; the indexes are built by `warm_up`, or else by the first question.
    """

    def __init__(
        self,
        content: Known,
        *,
        calibration: Calibration | None = None,
        scorer: Scorer | None = None,
    ) -> None:
        self.referrals = Referrals(content.referrals)
        self._content = content
        self._scorer = scorer
        self._shelf = {(article.id, article.language): article for article in content.articles}
        self._extra: dict[str, dict[str, None]] = {}
        self._calibration = calibration or Calibration.load(WEIGHTS)
        self._reader = Reader()
        self._one_at_a_time = threading.RLock()
        self._indexes: _Indexes | None = None

    def warm_up(self) -> None:
        """Build the indexes now (some 0.2 s), so that the first question need not wait for it."""
        with self._one_at_a_time:
            if self._indexes is None:
                entries = [self._entry(article) for article in self._shelf.values()]
                self._indexes = _Indexes.over(self._content.themes, entries, self._scorer)

    @property
    def themes(self) -> Themes:
        """Guesses what a text is about."""
        return self._built().themes

    @property
    def articles(self) -> Articles:
        """Finds what may answer."""
        return self._built().articles

    def _built(self) -> "_Indexes":
        with self._one_at_a_time:
            self.warm_up()
            assert self._indexes is not None  # noqa: S101 - built above
            return self._indexes

    def look(self, question: str, language: str | None = None) -> Finding:
        """What to say to this question, whatever its text.

        `language` is the reader's own ("nl", "en-GB"), Dutch where unknown; a question that is
        clearly in the other one overrules it.
        """
        with self._one_at_a_time:
            return self._look(question, language)

    def _look(self, question: str, language: str | None) -> Finding:
        referrals = self.referrals.check(question)
        asked = self.read(question)
        spoken = asked.language or ("en" if (language or "").lower().startswith("en") else "nl")
        alone = Finding(Outcome.REFER, spoken, referrals=referrals)
        if alone.is_referral_alone:
            return alone
        clues = self.clues(asked)
        if not referrals and self._is_remark(clues):
            return Finding(Outcome.OFFTOPIC, spoken, is_remark=True)
        outcome = self._outcome(clues)
        answers = self._answers(clues, outcome, spoken)
        if any(referral.mode == "before" and not referral.in_project for referral in referrals):
            outcome = Outcome.REFER
        return Finding(
            outcome=outcome,
            language=spoken,
            themes=() if outcome is Outcome.OFFTOPIC else _shown(clues.themes),
            answers=answers,
            referrals=referrals,
            wants_person=asked.wants_person,
        )

    def publish(self, article: ArticleText) -> None:
        """Add or replace an article in its language; the next question finds it.

        Brings a withdrawn article back as well. Costs nothing before `warm_up`.
        """
        with self._one_at_a_time:
            self._shelf[article.id, article.language] = article
            if self._indexes is not None:
                self._indexes.articles.put(self._entry(article))

    def withdraw(self, article_id: str) -> None:
        """Forget an article in every language; an unknown id is no error. Its words are kept."""
        with self._one_at_a_time:
            for key in [key for key in self._shelf if key[0] == article_id]:
                del self._shelf[key]
            if self._indexes is not None:
                self._indexes.articles.remove(article_id)

    def add_words(self, article_id: str, more: Iterable[str]) -> None:
        """Let an article be found by these words or questions too; readers do not see them.

        They stay when the article is published again. An article that comes later gets them then.
        """
        self._change_words(article_id, dict.fromkeys(more), ())

    def drop_words(self, article_id: str, fewer: Iterable[str]) -> None:
        """Take back what `add_words` gave; what it did not give is no error."""
        self._change_words(article_id, {}, fewer)

    def _change_words(
        self, article_id: str, more: Mapping[str, None], fewer: Iterable[str]
    ) -> None:
        with self._one_at_a_time:
            own = {**self._extra.get(article_id, {}), **more}
            for word in fewer:
                own.pop(word, None)
            self._extra[article_id] = own
            if self._indexes is not None:
                for key, article in self._shelf.items():
                    if key[0] == article_id:
                        self._indexes.articles.put(self._entry(article))

    def _entry(self, article: ArticleText) -> Entry:
        return entry(article, tuple(self._extra.get(article.id, ())))

    def passages(self, text: str, language: str = "nl", top: int = 3) -> tuple[Passage, ...]:
        """The likeliest articles, each with the part that says most about this text.

        For people who write the answer: there is no threshold, and empty means that nothing shares
        a word with the text.
        """
        with self._one_at_a_time:
            clues = self.clues(self.read(text))
            ordered = sorted(clues.chances, key=lambda id_: (-clues.chances[id_], id_))
            return tuple(self._passage(id_, clues, language) for id_ in ordered[:top])

    def _passage(self, id_: str, clues: Clues, language: str) -> Passage:
        entry = self.articles.entry(id_, language)
        found = parts(self._shelf[id_, entry.language].body)
        text = self.articles.best_part(found, clues.asked.text)
        chance = round(clues.chances[id_], 4)
        return Passage(id_, entry.language, entry.title, text, entry.source, chance)

    def similar(self, text: str, others: Sequence[tuple[str, str]]) -> tuple[Alike, ...]:
        """Those of `others` (id, text) that ask the same as `text`, most alike first.

        Near repeats only: questions on one subject are not the same question.
        """
        return alike(self.read(text).text, others, self.articles.stems)

    def read(self, message: str) -> Asked:
        """The question in a message, without mentions, links, spam and orders to the bot."""
        return self._reader.read(message)

    def clues(self, asked: Asked) -> Clues:
        """The articles and themes that may fit, with their chances."""
        models = self._calibration.models
        found = self.articles.candidates(asked.text)
        chances = {candidate.id: models["article"].chance(candidate.row) for candidate in found}
        themes = self.themes.guess(asked.text, models["theme"], self.articles.votes(found))
        return Clues(asked, found, chances, themes)

    def elsewhere_row(self, clues: Clues) -> dict[str, float]:
        """The features of "this is not for us"; see `ELSEWHERE_NAMES`."""
        text = clues.asked.text
        said = set(words(text)) - STOP_NL - STOP_EN
        return {
            "article": clues.top,
            "theme": clues.themes[0].score if clues.themes else 0.0,
            "known": max(self.articles.known(text), self.themes.known(text)),
            "known_themes": self.themes.known(text),
            "elsewhere": len(said & ELSEWHERE) / len(said) if said else 0.0,
            "noise": float(clues.asked.had_noise),
            "short": 1.0 / (1.0 + len(said)),
        }

    def _is_remark(self, clues: Clues) -> bool:
        asked = clues.asked
        if asked.wants_person or asked.is_private or (asked.had_noise and not asked.text):
            return False
        act = act_of(asked.text)
        theme = clues.themes[0].score if clues.themes else 0.0
        if act is Act.STATEMENT:
            return clues.top < TOUCHED and theme < TOUCHED_THEME
        sure = self._calibration.thresholds["answer"]
        return act is Act.COURTESY or (act is Act.PRAISE and clues.top < sure)

    def _outcome(self, clues: Clues) -> Outcome:
        limits, asked = self._calibration.thresholds, clues.asked
        if asked.wants_person or asked.is_private:
            return Outcome.UNSURE
        if not asked.text or not any(map(str.isalpha, asked.text)):
            return Outcome.OFFTOPIC
        if asked.is_vague:  # small words only, or another script: a person may read it
            return Outcome.UNSURE
        if clues.sure >= limits["answer"]:
            return Outcome.ANSWER
        elsewhere = self._calibration.models["offtopic"].chance(self.elsewhere_row(clues))
        if elsewhere >= limits["offtopic"]:
            return Outcome.OFFTOPIC
        among = self._calibration.models["among"].chance(clues.among_row())
        return Outcome.SUGGEST if among >= limits["suggest"] else Outcome.UNSURE

    def _answers(self, clues: Clues, outcome: Outcome, language: str) -> tuple[Answer, ...]:
        if outcome is Outcome.ANSWER:
            return tuple(self._answer(id_, clues, language) for id_ in clues.best[:1])
        if outcome is Outcome.SUGGEST:
            likely = [id_ for id_ in clues.best if clues.chances[id_] >= OFFER_FLOOR]
            return tuple(self._answer(id_, clues, language) for id_ in likely)
        return ()

    def _answer(self, id_: str, clues: Clues, language: str) -> Answer:
        entry = self.articles.entry(id_, language)
        chance = round(clues.chances[id_], 4)
        return Answer(id_, entry.title, chance, entry.source, entry.language)


AMONG_NAMES: Final = ("sum", "top")
ELSEWHERE_NAMES: Final = (
    "article", "theme", "known", "known_themes", "elsewhere", "noise", "short",
)  # fmt: skip


def _shown(themes: Sequence[ThemeScore]) -> tuple[ThemeScore, ...]:
    return tuple(theme for theme in themes[:THEMES_SHOWN] if theme.score >= THEME_FLOOR)


def theme_words(subjects: Iterable[Subject]) -> dict[str, str]:
    """For each theme what people call it, to be found with the articles on that theme."""
    return {subject.id: " ".join((*subject.names, *subject.synonyms)) for subject in subjects}
