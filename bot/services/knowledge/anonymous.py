"""Taking people out of what they wrote, before it may become an article."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from bot.untrusted import PersonalKind, personal_numbers, plain

NAME: Final = "[naam]"
LEFT_OUT: Final = "[…]"
ADDRESS: Final = "[adres]"
SHORTEST: Final = 3
"""A shorter part of a display name is as likely a word."""
_WORD: Final = r"[^\W\d_][\w'’-]*"
_CAPITAL: Final = r"[A-ZÀ-Þ][\w'’-]+"
_SAYS_NAME: Final = re.compile(
    rf"\b((?i:ik heet|mijn naam is|my name is|groeten?(?: van)?|groetjes(?: van)?|m\.?v\.?g\.?"
    rf"|met vriendelijke groeten?|regards|mevrouw|meneer|mw\.|dhr\.|buurvrouw|buurman)[,:]?\s+)"
    rf"({_CAPITAL}(?:\s+(?:van|de|der|den|el|al|ter)\b)*(?:\s+{_CAPITAL})*)"
)
_POSTCODE: Final = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")
_STREET: Final = re.compile(
    rf"\b(?:{_CAPITAL}\s+){{0,3}}{_CAPITAL}"
    r"(?i:straat|weg|laan|plein|gracht|kade|dijk|steeg|hof|singel|pad)\s+\d+\s?[a-zA-Z]?\b"
)
_HANDLE: Final = re.compile(r"<@[!&]?\d+>|(?<![\w.+\-])@\w[\w.]+")
_MASKED: Final = re.compile(r"\[([^\]\n]{1,200})\]\(<?(https?://[^)>\s]{1,500})>?\)")
"""A link that says another thing than where it goes."""
KINDS: Final = ("name", "address", *(kind.value for kind in PersonalKind))


def without_people(text: str, names: Iterable[str]) -> tuple[str, dict[str, int]]:
    """The text with a mark where something pointed at one person, and how many of each kind.

    `names` are display names of people who had to do with it. What this does not see, a colleague
    and the asker still can.
    """
    found: Counter[str] = Counter()
    said = _MASKED.sub(r"\1 (\2)", plain(text))
    for find in reversed(personal_numbers(said)):
        said = said[: find.start] + LEFT_OUT + said[find.end :]
        found[find.kind.value] += 1
    for pattern, mark, kind in (
        (_STREET, ADDRESS, "address"),
        (_POSTCODE, ADDRESS, "address"),
        (_HANDLE, NAME, "name"),
    ):
        said, count = pattern.subn(mark, said)
        found[kind] += count
    said, count = _SAYS_NAME.subn(rf"\1{NAME}", said)
    found["name"] += count
    for part in _parts(names):
        said, count = re.subn(rf"(?<!\w){re.escape(part)}(?!\w)", NAME, said, flags=re.IGNORECASE)
        found["name"] += count
    return said, {kind: found[kind] for kind in KINDS if found[kind]}


def _parts(names: Iterable[str]) -> list[str]:
    """Whole names first, then each word of them."""
    whole = [name.strip() for name in names if len(name.strip()) >= SHORTEST]
    words = [word for name in whole for word in re.findall(_WORD, name) if len(word) >= SHORTEST]
    return list(dict.fromkeys(sorted(whole + words, key=len, reverse=True)))
