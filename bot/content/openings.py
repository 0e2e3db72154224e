"""Questions to begin a talk between two groups with, by theme and by phase."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.content.files import Fields, read_toml


@dataclass(frozen=True, slots=True)
class Question:
    """One question, in the languages of the bot."""

    nl: str
    en: str

    def said(self, language: str) -> str:
        """The question in this language."""
        return self.en if language == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Openings:
    """The questions for each group of themes and each phase, and those that always fit."""

    themes: dict[str, tuple[Question, ...]]
    phases: dict[str, tuple[Question, ...]]
    always: tuple[Question, ...]

    def pick(self, groups: Sequence[str], phases: Sequence[str], turn: int) -> tuple[Question, ...]:
        """Two questions: about the first of these groups of themes, and the first of these phases.

        What is not known gets a question that always fits. Another `turn` may give others.
        """
        about = next((self.themes[one] for one in groups if one in self.themes), self.always)
        along = next((self.phases[one] for one in phases if one in self.phases), self.always)
        first = about[turn % len(about)]
        others = (along[turn % len(along)], *along, *self.always)
        return first, next(one for one in others if one != first)


def read_openings(file: Path, groups: Collection[str], phases: Collection[str]) -> Openings:
    """The questions; each group of themes and each phase has one. Raises: ContentError."""
    top = Fields(read_toml(file), file)
    themes = {name: _questions(one) for name, one in top.named("theme")}
    steps = {name: _questions(one) for name, one in top.named("phase")}
    for found, wanted in ((themes, groups), (steps, phases)):
        if set(found) != set(wanted):
            top.fail(f"not the ones there are: {sorted(set(found) ^ set(wanted))}")
    always = tuple(_question(one) for one in top.tables("always"))
    if len(always) < 2:  # noqa: PLR2004 - two questions open every talk
        top.fail('"always" needs two questions')
    return Openings(themes, steps, always)


def _questions(one: Fields) -> tuple[Question, ...]:
    found = tuple(_question(part) for part in one.tables("question"))
    if not found:
        one.fail("no question")
    return found


def _question(one: Fields) -> Question:
    return Question(one.text("nl"), one.text("en"))
