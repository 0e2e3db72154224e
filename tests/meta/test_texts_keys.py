"""Every sentence exists in both languages, and is used."""

from functools import cache

import pytest
from discord import AppCommandType

from bot.commands._text_keys import Uses, read_uses
from bot.commands.texts import Problem, check
from bot.errors import DomainError
from bot.plain_language import Jargon
from bot.text_shapes import read_shapes
from bot.texts import LANGUAGES, Texts
from tests.meta.conftest import ROOT, Built

SLASH = AppCommandType.chat_input
"""A menu on a message has no description."""


@cache
def uses() -> Uses:
    return read_uses(ROOT)


@cache
def problems() -> tuple[Problem, ...]:
    texts = Texts.load()
    shapes = {language: read_shapes(texts.source(language)) for language in LANGUAGES}
    return tuple(check(shapes, uses(), Jargon.load()))


def failures(rule: str) -> list[str]:
    return [one.line() for one in problems() if one.level == "fail" and one.rule == rule]


@pytest.mark.parametrize("rule", ["file", "missing", "other-facts", "unknown", "unused"])
def test_no_text_breaks_a_rule_about_keys(rule: str) -> None:
    assert failures(rule) == []


def test_no_text_is_too_hard_to_read() -> None:
    assert [one.line() for one in problems() if one.level == "fail"] == []


COMPOSED = {
    "alerts-": "states of a message",
    "figures-": "columns of the figures",
    "forum-": "tags of the help forum",
    "guard-card-": "what a report tells staff",
    "groups-pick-": "menus of the list of groups",
    "helpdesk-": "states of a question",
    "import-": "what is wrong in a line of a file",
    "knowledge-": "fields, states and measures of articles",
    "language-": "languages in their own name",
    "match-reason-": "reasons why somebody fits",
    "matching-": "states and menus of groups",
    "meeting-reason-": "reasons why those who meet fit",
    "option-": "options of commands",
    "outbox-": "kinds of messages",
    "papers-": "what is wrong in a file of an article",
    "polls-": "kinds of polls",
    "privacy-": "tables, fields and notices about own data",
    "setup-": "places and rights",
    "success-": "fields and states of successes",
    "staffdesk-do-": "choices of the menu on a card",
    "watch-": "rhythms of a notice",
    "word-": "English names of commands",
}
"""The starts of keys that are put together while the bot runs, and what for."""


def test_keys_are_put_together_in_known_places_only() -> None:
    starts = {pattern.pattern.split("[")[0] for pattern in uses().composed}
    keys = {key for language in LANGUAGES for key in Texts.load().keys(language)}
    real = {start for start in starts if any(key.startswith(start) for key in keys)}
    assert {start for start in real if not start.startswith(tuple(COMPOSED))} == set()


def _kinds(top: type[DomainError]) -> list[type[DomainError]]:
    return [kind for child in top.__subclasses__() for kind in (child, *_kinds(child))]


def _own(attribute: str) -> list[tuple[str, str]]:
    """What each error class that is raised says for itself."""
    return [
        (str(vars(kind).get(attribute, "")), kind.__qualname__)
        for kind in _kinds(DomainError)
        if attribute in vars(kind) or not kind.__subclasses__()
        if kind.__name__ != "Unexpected"  # it keeps what its parent says
    ]


@pytest.mark.parametrize("attribute", ["key", "code"])
def test_every_refusal_has_its_own(modules: object, attribute: str) -> None:
    said = _own(attribute)
    assert len(said) > 20
    names: dict[str, list[str]] = {}
    for value, name in said:
        names.setdefault(value, []).append(name)
    assert {value: who for value, who in names.items() if len(who) > 1 or not value} == {}


def test_every_refusal_has_a_text(modules: object) -> None:
    keys = set(Texts.load().keys())
    assert [name for key, name in _own("key") if key not in keys] == []


def test_every_command_and_option_is_described_in_both_languages(built: Built) -> None:
    texts = Texts.load()
    known = {language: set(texts.keys(language)) for language in LANGUAGES}
    asked = [
        *(one.description for one in built.client.tree.get_commands(type=SLASH)),
        *(one.description for one in built.commands),
        *(option.description for one in built.commands for option in one.parameters),
    ]
    shown = {
        texts.text(key, "nl") for key in known["nl"] if key.startswith(("command-", "option-"))
    }
    assert asked
    assert [said for said in asked if str(said) not in shown] == []


def test_every_command_and_option_has_an_english_name(built: Built) -> None:
    keys = set(Texts.load().keys("en"))
    names = {
        name
        for command in built.commands
        for name in (
            *command.qualified_name.split(),
            *(option.name for option in command.parameters),
        )
    }
    assert {name for name in names if f"word-{name}" not in keys} == set()
