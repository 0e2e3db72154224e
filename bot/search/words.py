"""Text to words, stems and letter groups, the same way for documents and for questions."""

import re
import unicodedata
from typing import Final

GRAM: Final = 4
"""Letters in a group; groups run over word borders, which splits Dutch compounds."""

_WORD: Final = re.compile(r"[a-z0-9]+")
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’`´]s\b")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘`´ʼ"), " ")
_HIDDEN: Final = frozenset({"Mn", "Me", "Cf"})
_LETTERS: Final = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})

_NL: Final = """
aan al alle alles als bij dan dat de deze die dit doe doen doet door dus een eens en er even ga
gaan gaat geen gevraagd graag had hadden heb hebben hebt heeft help helpen helpt hem hen het
hier hij hoe hulp hun iedereen iemand iets ik in info informatie is ja je jij jouw jullie kan
kon kun kunnen kunt maar mag me mee meer met mij mijn moet moeten mogen n na naar nee niet nodig
nog nou nu o of om omdat ons onze ook op over s t te toch toen tot u uit uw van veel verder voor
vraag vraagje vraagt vragen waar waarom wanneer want waren was wat we weet wel welk welke werd
werkt weten wie wij wil willen wilt word worden wordt zal ze zelf zich zij zijn zo zoal zou
zouden zullen
"""
STOP_NL: Final = frozenset(_NL.split())
_EN: Final = """
a about all am an and any anyone are as at be been but by can could did do does for from get had
has have help how i if in info information into is it its just know me my need no not of on or
our out please question questions s should so some someone t than that the their them then there
these they this to us want was we were what when where which who why will with work works would
you your
"""
STOP_EN: Final = frozenset(_EN.split())


def words(text: str) -> list[str]:
    """The words `[a-z0-9]+` of a text: compatibility forms, lower case, without accents."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFD", folded).translate(_LETTERS)
        folded = "".join(char for char in decomposed if unicodedata.category(char) not in _HIDDEN)
    return _WORD.findall(_POSSESSIVE.sub("", folded).translate(_APOSTROPHES))


def grams(plain: list[str]) -> list[str]:
    """Every group of four letters of these words joined by spaces, in order, repeats included.

    A text shorter than that is one group, so that a word of three letters can be found.
    """
    joined = f" {' '.join(plain)} " if plain else ""
    return [joined[at : at + GRAM] for at in range(len(joined) - GRAM + 1)] or (
        [joined] if joined else []
    )
