"""Which characters of somebody else's text stay."""

import re
import unicodedata

MAX_MARKS = 3
"""Accents on one letter; more are there to cover other lines ("zalgo")."""

PICTURES = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25aa-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
"""Where emoji live, as the inside of a character class. Source: Unicode 15 emoji-data, rounded."""

_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # hyphens and fillers nobody sees
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width, direction
    "\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\uffff\U0001d173-\U0001d17a"
    "\ud800-\udfff\ufdd0-\ufdef"  # half characters and non-characters
    "\U000e0000-\U000e0fff"  # tags and variants
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(65536, 1114111, 65536)
    )
    + "]"
)
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\u2800]")
_LONE_STYLE = re.compile(f"(?<![{PICTURES}])(?<![0-9#*](?=\ufe0f\u20e3))\ufe0f")
_LONE_JOINER = re.compile(f"(?<![{PICTURES}\ufe0f])\u200d|\u200d(?![{PICTURES}])")
_LINE_ENDS = re.compile(" +$", re.MULTILINE)
_EMPTY_LINES = re.compile("\n{3,}")


def plain(text: str) -> str:
    """This text as we keep it: what cannot be seen is gone, what looks the same is the same.

    Composed (NFC), lines end in a line feed, every space is a plain one, at most one empty line in
    a row and three accents on a letter, nothing around it. Emoji keep what joins them. Applying it
    twice changes nothing.
    """
    text = _BREAKS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text)
    if not text.isascii():
        text = _LONE_JOINER.sub("", _LONE_STYLE.sub("", text))
        text = _few_marks(unicodedata.normalize("NFC", text))
    return _EMPTY_LINES.sub("\n\n", _LINE_ENDS.sub("", text)).strip(" \n")


def is_mark(character: str) -> bool:
    """Whether this character is drawn onto the one before it."""
    return unicodedata.category(character) in {"Mn", "Me"}


def _few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if not character.isascii() and is_mark(character) else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
