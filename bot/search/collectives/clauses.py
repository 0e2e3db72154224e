"""What can be told from the form of a sentence: numbers of people, and who offers something."""

import re
from typing import Final

from bot.search.words import words

_PEOPLE: Final = re.compile(
    r"(?P<number>\d{1,3}(?:[.,]\d{3})+|\d{2,7})\s*"
    r"(?P<unit>inwoners|zielen|inhabitants|mensen|bewoners|people|residents)\b",
    re.IGNORECASE,
)
_SURELY_PEOPLE: Final = frozenset({"inwoners", "zielen", "inhabitants"})
_OF: Final = re.compile(
    r"(?:dorp\w*|wijk\w*|stad\w*|kern|buurt\w*|village|town|city)\s+(?:van|met|of|with)\s*$",
    re.IGNORECASE,
)
_FEWEST_PEOPLE: Final = 300
_OFFERING: Final = re.compile(
    r"\b(?:wij|we|ik)\s+(?:bieden|hebben\s+(?:\w+\s+){0,4}over\b"
    r"|kunnen\s+(?:\w+\s+){0,4}(?:uitlenen|weggeven|missen)"
    r"|willen\s+(?:\w+\s+){0,4}(?:delen|weggeven|uitlenen)|geven\s+weg|lenen\s+uit"
    r"|have\s+spare|offer|can\s+lend|can\s+share)|\b(?:te\s+geef|gratis\s+af\s+te\s+halen|bieden\s+wij\s+aan)\b"
)
_THERE: Final = re.compile(
    r"\b(?:in|bij|rond|rondom|nabij|omgeving(?:\s+van)?|buurt\s+van|regio|provincie|near|around)"
    r"\s+(?:de\s+|het\s+|the\s+)?$",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_CLAUSE: Final = re.compile(r"[.!?;\n]+|\bmaar\b|\ben\s+(?=wij\b|we\b|ik\b|zoeken\b)")


def asks_for_place(before: str) -> bool:
    """Whether the text before a name asks for what is there ("in", "bij"), not "uit"."""
    return _THERE.search(before) is not None


def names_in(text: str) -> list[str]:
    """Words with a capital in the middle of a sentence: names of people, mostly."""
    return _NAME.findall(text)


def split_offers(text: str) -> tuple[list[str], list[str]]:
    """(what is told or sought, what the writer offers), clause by clause."""
    told: list[str] = []
    offered: list[str] = []
    for clause in _CLAUSE.split(text):
        if clause and clause.strip():
            is_offer = _OFFERING.search(" ".join(words(clause)))
            (offered if is_offer else told).append(clause.strip())
    return told, offered


def population_in(text: str) -> tuple[int | None, str]:
    """The number of people of a village or district, and the text without it."""
    for found in _PEOPLE.finditer(text):
        number = int(re.sub(r"[.,]", "", found["number"]))
        unit = found["unit"].lower()
        is_place = unit in _SURELY_PEOPLE or _OF.search(text[: found.start()])
        if is_place or number >= _FEWEST_PEOPLE:
            return number, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text
