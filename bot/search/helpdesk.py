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

from bot.search.articles import Articles
from bot.search.calibration import Calibration
from bot.search.clues import Clues, Ranked, ranked, said_words, votes
from bot.search.elsewhere import ELSEWHERE
from bot.search.holdings import Holdings
from bot.search.kept import Kept
from bot.search.meaning import Meanings
from bot.search.passages import Passage
from bot.search.questions import Asked, Reader
from bot.search.referrals import Referral, Referrals
from bot.search.remarks import Act, act_of
from bot.search.repeats import Alike, alike
from bot.search.senses import Sense
from bot.search.sources import ArticleText, Known
from bot.search.themes import Themes, ThemeScore, scored

WEIGHTS: Final = Path(__file__).with_name("weights.json")
MEANING_WEIGHTS: Final = Path(__file__).with_name("weights_semantic.json")
"""Made by `python -m bot search fit`: by words alone, and by words and meaning."""
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


class HelpDeskSearch:
    """Answers questions from articles, themes and referrals.

    With `meanings` it also goes by what texts mean, as soon as every article has its vectors.
    With `index` the index of many articles stays on disk, and is opened at the next start.
    `calibration` and `meaning_calibration` are what `search fit` made, by default those that ship.
    Every method is safe in any thread. Referrals are ready at once; the indexes are built by
    `warm_up`, or else by the first question.
    """

    def __init__(
        self,
        content: Known,
        *,
        calibration: Calibration | None = None,
        meanings: Meanings | None = None,
        meaning_calibration: Calibration | None = None,
        index: Kept | None = None,
    ) -> None:
        self.referrals = Referrals(content.referrals)
        self.meanings = meanings
        self._holdings = Holdings(content, meanings, index)
        self._by_words = calibration or Calibration.load(WEIGHTS)
        self._by_meaning = self._by_words
        if meanings is not None:
            self._by_meaning = meaning_calibration or Calibration.load(MEANING_WEIGHTS)
        self._reader = Reader()
        self._one_at_a_time = threading.RLock()

    def warm_up(self) -> None:
        """Build the indexes now (some 0.2 s), so that the first question need not wait for it.

        Vectors of articles are read, or worked out, in a thread of their own from here on.
        """
        with self._one_at_a_time:
            self._holdings.build()

    @property
    def themes(self) -> Themes:
        """Guesses what a text is about."""
        with self._one_at_a_time:
            return self._holdings.build()[0]

    @property
    def articles(self) -> Articles:
        """Finds what may answer."""
        with self._one_at_a_time:
            return self._holdings.build()[1]

    def look(self, question: str, language: str | None = None) -> Finding:
        """What to say to this question, whatever its text.

        `language` is the reader's own ("nl", "en-GB"), Dutch where unknown; a question that is
        clearly in the other one overrules it.
        """
        referrals = self.referrals.check(question)
        asked = self.read(question)
        spoken = asked.language or ("en" if (language or "").lower().startswith("en") else "nl")
        alone = Finding(Outcome.REFER, spoken, referrals=referrals)
        if alone.is_referral_alone:
            return alone
        senses = self.senses(asked)
        with self._one_at_a_time:
            return self._look(asked, senses, spoken, referrals)

    def _look(
        self,
        asked: Asked,
        senses: Mapping[str, Sense],
        spoken: str,
        referrals: tuple[Referral, ...],
    ) -> Finding:
        calibration = self._calibration(senses)
        clues = self.clues(asked, senses)
        if not referrals and _is_remark(clues, calibration.thresholds["answer"]):
            return Finding(Outcome.OFFTOPIC, spoken, is_remark=True)
        outcome = self._outcome(clues, calibration)
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

    def keep_index(self) -> None:
        """Keep the index for the next start, if it changed and nobody is using it now.

        For a thread beside the questions.
        """
        if not self._one_at_a_time.acquire(blocking=False):
            return
        try:
            keep = self._holdings.to_keep()
        finally:
            self._one_at_a_time.release()
        if keep is not None:
            keep()

    def publish(self, *articles: ArticleText) -> None:
        """Add or replace articles in their language; the next question finds them.

        Brings a withdrawn article back as well. Costs nothing before `warm_up`.
        """
        with self._one_at_a_time:
            self._holdings.publish(*articles)

    def withdraw(self, article_id: str) -> None:
        """Forget an article in every language; an unknown id is no error. Its words are kept."""
        with self._one_at_a_time:
            self._holdings.withdraw(article_id)

    def add_words(self, article_id: str, more: Iterable[str]) -> None:
        """Let an article be found by these words or questions too; readers do not see them.

        They stay when the article is published again. An article that comes later gets them then.
        """
        with self._one_at_a_time:
            self._holdings.change_words(article_id, dict.fromkeys(more), ())

    def drop_words(self, article_id: str, fewer: Iterable[str]) -> None:
        """Take back what `add_words` gave; what it did not give is no error."""
        with self._one_at_a_time:
            self._holdings.change_words(article_id, {}, fewer)

    def passages(self, text: str, language: str = "nl", top: int = 3) -> tuple[Passage, ...]:
        """The likeliest articles, each with the part that says most about this text.

        For people who write the answer: there is no threshold, and empty means that nothing shares
        a word with the text.
        """
        asked = self.read(text)
        senses = self.senses(asked)
        with self._one_at_a_time:
            clues = self.clues(asked, senses)
            ids = tuple(clues.chances)[:top]
            return tuple(
                self._passage(id_, clues, language, by_meaning=bool(senses)) for id_ in ids
            )

    def _passage(self, id_: str, clues: Clues, language: str, *, by_meaning: bool) -> Passage:
        entry = self.articles.entry(id_, language)
        near: Mapping[str, float] = {}
        if by_meaning and self.meanings is not None:
            near = self.meanings.nearest_part(id_, clues.asked.text)
        parts = self._holdings.parts(id_, entry.language)
        text = self.articles.best_part(parts, clues.asked.text, near)
        chance = round(clues.chances[id_], 4)
        return Passage(id_, entry.language, entry.title, text, entry.source, chance)

    def similar(self, text: str, others: Sequence[tuple[str, str]]) -> tuple[Alike, ...]:
        """Those of `others` (id, text) that ask the same as `text`, most alike first.

        Near repeats only: questions on one subject are not the same question.
        """
        return alike(self.read(text).text, others, self.articles.stems, self.meanings)

    def read(self, message: str) -> Asked:
        """The question in a message, without mentions, links, spam and orders to the bot."""
        return self._reader.read(message)

    def senses(self, asked: Asked) -> Mapping[str, Sense]:
        """How near each article is in meaning; empty while the search goes by words alone."""
        if self.meanings is None or not asked.text or asked.is_vague:
            return {}
        self.warm_up()
        return self.meanings.senses(asked.text)

    def clues(self, asked: Asked, senses: Mapping[str, Sense]) -> Clues:
        """The articles and themes that may fit, with their chances."""
        models = self._calibration(senses).models
        candidates = self.articles.candidates(asked.text, senses)
        found = ranked(asked, candidates, models["article"])
        themes = self.themes.candidates(asked.text)
        return Clues(
            found,
            scored(themes, models["theme"], self.votes(found)),
            top=models["answer"].chance(found.answer_row()) if candidates else 0.0,
            among=models["among"].chance(found.among_row()) if candidates else 0.0,
        )

    def votes(self, found: Ranked) -> dict[str, float]:
        """How strongly the best articles point to each theme, 0 to 1."""
        return votes(self.articles.themes_of(found.best), found)

    def _calibration(self, senses: Mapping[str, Sense]) -> Calibration:
        return self._by_meaning if senses else self._by_words

    def elsewhere_row(self, clues: Clues) -> dict[str, float]:
        """The features of "this is not for us"; see `ELSEWHERE_NAMES`."""
        text = clues.asked.text
        said = said_words(text)
        near = [candidate.row["near"] for candidate in clues.ranked.articles]
        return {
            "article": clues.top,
            "theme": clues.themes[0].score if clues.themes else 0.0,
            "known": max(self.articles.known(text), self.themes.known(text)),
            "known_themes": self.themes.known(text),
            "elsewhere": len(said & ELSEWHERE) / len(said) if said else 0.0,
            "noise": float(clues.asked.had_noise),
            "short": 1.0 / (1.0 + len(said)),
            "near": max(near, default=0.0),
        }

    def _outcome(self, clues: Clues, calibration: Calibration) -> Outcome:
        limits, asked = calibration.thresholds, clues.asked
        if asked.wants_person or asked.is_private:
            return Outcome.UNSURE
        if not asked.text or not any(map(str.isalpha, asked.text)):
            return Outcome.OFFTOPIC
        if asked.is_vague:  # small words only, or another script: a person may read it
            return Outcome.UNSURE
        if clues.sure >= limits["answer"]:
            return Outcome.ANSWER
        elsewhere = calibration.models["offtopic"].chance(self.elsewhere_row(clues))
        if elsewhere >= limits["offtopic"]:
            return Outcome.OFFTOPIC
        return Outcome.SUGGEST if clues.among >= limits["suggest"] else Outcome.UNSURE

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


def _is_remark(clues: Clues, sure: float) -> bool:
    asked = clues.asked
    if asked.wants_person or asked.is_private or (asked.had_noise and not asked.text):
        return False
    act = act_of(asked.text)
    theme = clues.themes[0].score if clues.themes else 0.0
    if act is Act.STATEMENT:
        return clues.top < TOUCHED and theme < TOUCHED_THEME
    return act is Act.COURTESY or (act is Act.PRAISE and clues.top < sure)


def _shown(themes: Sequence[ThemeScore]) -> tuple[ThemeScore, ...]:
    return tuple(theme for theme in themes[:THEMES_SHOWN] if theme.score >= THEME_FLOOR)
