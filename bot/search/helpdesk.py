"""What the help desk would say to a question: pure, stores nothing, asks nobody.

A referral comes first. Then: an answer when it is likely enough to be the right one, else a choice
of three when the right one is likely among them, else a person. `weights.json` has the chances.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from bot.search.articles import Articles
from bot.search.calibration import Calibration
from bot.search.clues import Clues, Ranked, ranked, said_words, votes
from bot.search.elsewhere import ELSEWHERE
from bot.search.findings import Answer, Finding, Outcome
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
from bot.search.themes import Candidate, Themes, ThemeScore, scored, with_leanings, with_votes

__all__ = ["Answer", "Finding", "HelpDeskSearch", "Outcome"]

WEIGHTS: Final = Path(__file__).with_name("weights.json")
MEANING_WEIGHTS: Final = Path(__file__).with_name("weights_semantic.json")
"""Made by `python -m bot search fit`: by words alone, and by words and meaning."""
THEMES_SHOWN: Final = 3
THEME_FLOOR: Final = 0.08
"""A theme with a smaller chance is not shown beside the guess."""
OFFER_FLOOR: Final = 0.04
"""An article with a smaller chance is not offered as a choice."""

TOUCHED: Final = 0.15
TOUCHED_THEME: Final = 0.45
"""From these chances on, what somebody tells of themselves is about a subject of the help desk."""


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
        self.holdings = Holdings(content, meanings, index)
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
            self.holdings.build()

    @property
    def themes(self) -> Themes:
        """Guesses what a text is about."""
        with self._one_at_a_time:
            return self.holdings.build()[0]

    @property
    def articles(self) -> Articles:
        """Finds what may answer."""
        with self._one_at_a_time:
            return self.holdings.build()[1]

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
        likeliest = () if outcome is Outcome.OFFTOPIC else clues.themes[:THEMES_SHOWN]
        if any(referral.mode == "before" and not referral.in_project for referral in referrals):
            outcome = Outcome.REFER
        return Finding(
            outcome=outcome,
            language=spoken,
            themes=_guessed(likeliest, calibration.thresholds.get("theme", THEME_FLOOR)),
            likeliest=likeliest,
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
            keep = self.holdings.to_keep()
        finally:
            self._one_at_a_time.release()
        if keep is not None:
            keep()

    def publish(self, *articles: ArticleText) -> None:
        """Add or replace articles in their language; the next question finds them.

        Brings a withdrawn article back as well. Costs nothing before `warm_up`.
        """
        with self._one_at_a_time:
            self.holdings.publish(*articles)

    def withdraw(self, article_id: str) -> None:
        """Forget an article in every language; an unknown id is no error. Its words are kept."""
        with self._one_at_a_time:
            self.holdings.withdraw(article_id)

    def add_words(self, article_id: str, more: Iterable[str]) -> None:
        """Let an article be found by these words or questions too; readers do not see them.

        They stay when the article is published again. An article that comes later gets them then.
        """
        with self._one_at_a_time:
            self.holdings.change_words(article_id, dict.fromkeys(more), ())

    def drop_words(self, article_id: str, fewer: Iterable[str]) -> None:
        """Take back what `add_words` gave; what it did not give is no error."""
        with self._one_at_a_time:
            self.holdings.change_words(article_id, {}, fewer)

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
        parts = self.holdings.parts(id_, entry.language)
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
        leanings = self._leanings(asked.text, senses)
        rows = self.theme_rows(self.themes.candidates(asked.text), found, leanings)
        return Clues(
            found,
            scored(rows, models["theme"]),
            top=models["answer"].chance(found.answer_row()) if candidates else 0.0,
            among=models["among"].chance(found.among_row()) if candidates else 0.0,
        )

    def theme_rows(
        self,
        candidates: Sequence[Candidate],
        found: Ranked,
        leanings: Mapping[str, Mapping[str, float]],
    ) -> tuple[Candidate, ...]:
        """The themes that may fit, with all that their chances are made from."""
        pointed = votes(self.articles.themes_of(found.best), found)
        ids = self.themes.ids
        known = {
            way: {theme: value for theme, value in lean.items() if theme in ids}
            for way, lean in leanings.items()
        }
        return with_leanings(with_votes(candidates, pointed), known)

    def _leanings(
        self, text: str, senses: Mapping[str, Sense]
    ) -> Mapping[str, Mapping[str, float]]:
        """How far the question leans to each theme."""
        tables, stems = self._calibration(senses).leanings, self.themes.stems(text)
        if not senses or self.meanings is None:
            return tables.of(stems, text, None)
        return tables.of(stems, text, self.meanings.question(text), self.meanings.model)

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


def _guessed(likeliest: Sequence[ThemeScore], limit: float) -> tuple[ThemeScore, ...]:
    """The guess and what may be so beside it; nothing when the first is not likely enough."""
    if not likeliest or likeliest[0].score < limit:
        return ()
    return tuple(theme for theme in likeliest if theme.score >= THEME_FLOOR)
