"""Numbers in a text that point at one person: citizen service number, bank account, mail, phone."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.untrusted.characters import plain

IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28,
    "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31,
    "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
    "TR": 26, "VA": 22,
}  # fmt: skip
"""Characters of a bank account number per country. Source: SWIFT IBAN registry, SEPA and Turkey."""

_SERVICE_NUMBERS = ("0800", "0900", "0906", "0909")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_MAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}(?: ?[(\[]at[)\]] ?|[@＠])[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5}",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])(?=([A-Za-z]{2})((?:[ .\-]?[A-Za-z0-9]){13,32}))")
_ABROAD = re.compile(r"(?<![\d+])(?:\+|00)[1-9](?:[ ()./\-]{0,3}\d){7,13}(?!\d)")
_PHONE = re.compile(r"(?<![\d+])0[ ()]{0,2}[1-9](?:[ ()./\-]{0,3}\d){8}(?!\d)")
_DATE = re.compile(r"(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)")
_RUN = re.compile(r"\d+(?:[ .\-]\d+)*")
_GROUP = re.compile(r"\d+")
_CITIZEN_DIGITS = 9


class PersonalKind(StrEnum):
    """What a number points at."""

    BSN = "bsn"
    IBAN = "iban"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A find, with its place in `plain(text)`; `end` is exclusive."""

    kind: PersonalKind
    value: str
    start: int
    end: int


def personal_numbers(text: str) -> tuple[PersonalNumber, ...]:
    """What in this text points at one person, in order; places count in `plain(text)`.

    A citizen service number (BSN) has nine digits and passes the eleven test; the number of a legal
    person (RSIN) does too and is found as well. Numbers that are free or paid to call are no find.
    """
    shown = plain(text)
    read = "".join(map(_digit, shown)).translate(_DASHES)
    finds: list[PersonalNumber] = []
    for kind, spans in (
        (PersonalKind.EMAIL, (found.span() for found in _MAIL.finditer(read))),
        (PersonalKind.IBAN, _ibans(read)),
        (PersonalKind.PHONE, _phones(read)),
        (PersonalKind.BSN, _citizens(read)),
    ):
        for start, end in spans:
            if all(end <= known.start or start >= known.end for known in finds):
                finds.append(PersonalNumber(kind, shown[start:end], start, end))
    return tuple(sorted(finds, key=lambda find: find.start))


def without_personal_numbers(text: str, replacement: str = "…") -> str:
    """The plain text with each find replaced."""
    shown = plain(text)
    for find in reversed(personal_numbers(text)):
        shown = shown[: find.start] + replacement + shown[find.end :]
    return shown


def _digit(character: str) -> str:
    """The ASCII digit for a digit of any script; anything else as it is."""
    value = unicodedata.decimal(character, None) if not character.isascii() else None
    return character if value is None else str(value)


def _ibans(text: str) -> Iterable[tuple[int, int]]:
    for found in _IBAN.finditer(text):
        wanted = IBAN_LENGTHS.get(found.group(1).upper(), 0)
        span = range(found.start(1), found.end(2))
        places = [place for place in span if text[place].isalnum()][:wanted]
        if wanted and len(places) == wanted and _passes_97(text[p] for p in places):
            yield places[0], places[-1] + 1


def _passes_97(characters: Iterable[str]) -> bool:
    account = "".join(characters).upper()
    digits = "".join(str(int(sign, 36)) for sign in account[4:] + account[:4])
    return int(digits) % 97 == 1


def _phones(text: str) -> Iterable[tuple[int, int]]:
    text = _without_dates(text)
    for found in _ABROAD.finditer(text):
        yield found.span()
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        if not digits.startswith(_SERVICE_NUMBERS):
            yield found.span()


def _citizens(text: str) -> Iterable[tuple[int, int]]:
    """Nine digits in a row, or in groups with the same sign between them."""
    text = _without_dates(text)
    for run in _RUN.finditer(text):
        groups = [group.span() for group in _GROUP.finditer(text, *run.span())]
        for first in range(len(groups)):
            last, count = first, 0
            while last < len(groups) and count < _CITIZEN_DIGITS:
                count += groups[last][1] - groups[last][0]
                last += 1
            start, end = groups[first][0], groups[last - 1][1]
            if count == _CITIZEN_DIGITS and _is_citizen(text[start:end]):
                yield start, end


def _is_citizen(number: str) -> bool:
    """Whether nine digits in these groups pass the eleven test."""
    shortest = min(map(len, _GROUP.findall(number)))
    if shortest < 2 or len(set(number) - set("0123456789")) > 1:  # noqa: PLR2004 - no lone digit
        return False
    digits = [int(sign) for sign in number if sign.isdigit()]
    weighed = sum(digit * weight for digit, weight in zip(digits, range(9, 1, -1), strict=False))
    return any(digits) and (weighed - digits[8]) % 11 == 0


def _without_dates(text: str) -> str:
    return _DATE.sub(lambda found: "x" * len(found.group()), text)
