"""Dutch and English words for time, brought into one small language.

`wd4` is Friday, `mo11` November, `d30` "the 30th", `p_evening` a part of the day; a word that means
nothing here stays as it is, so that the text is refused and never half understood.
"""

import re
import unicodedata
from typing import Final

_DAYS: Final = (
    "maandag ma monday mon",
    "dinsdag di tuesday tue tues",
    "woensdag wo woe woens wednesday wed",
    "donderdag do donder thursday thu thur thurs",
    "vrijdag vr vrij vrijd friday fri",
    "zaterdag za zat saturday sat",
    "zondag zo zon sunday sun",
)
_MONTHS: Final = (
    "januari jan january",
    "februari feb febr february",
    "maart mrt march mar",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "augustus aug august",
    "september sep sept",
    "oktober okt october oct",
    "november nov",
    "december dec",
)
_NUMBERS: Final = (
    "nul zero",
    "een one",
    "twee two",
    "drie three",
    "vier four",
    "vijf five",
    "zes six",
    "zeven seven",
    "acht eight",
    "negen nine",
    "tien ten",
    "elf eleven",
    "twaalf twelve",
    "dertien thirteen",
    "veertien fourteen",
    "vijftien fifteen",
    "zestien sixteen",
    "zeventien seventeen",
    "achttien eighteen",
    "negentien nineteen",
    "twintig twenty",
    "eenentwintig",
    "tweeentwintig",
    "drieentwintig",
    "vierentwintig",
    "vijfentwintig",
)
_OTHERS: Final = {
    "today": "vandaag today",
    "tomorrow": "morgen tomorrow tmrw mrgn",
    "overmorrow": "overmorgen",
    "yesterday": "gisteren eergisteren yesterday gister geleden ago vorige vorig afgelopen last",
    "today p_evening": "vanavond tonight",
    "today p_afternoon": "vanmiddag",
    "today p_morning": "vanochtend vanmorgen",
    "today p_night": "vannacht",
    "p_morning": "ochtend ochtends voormiddag morning mornings morgens vroeg early",
    "p_afternoon": "middag middags namiddag afternoon smiddags",
    "p_evening": "avond avonds evening evenings savonds",
    "p_night": "nacht night",
    "p_nights": "nachts snachts",
    "am": "am",
    "pm": "pm",
    "noon": "noon midday",
    "midnight": "middernacht midnight",
    "u_minute": "minuut minuten min minute minutes mins",
    "u_quarter": "kwartier kwartiertje",
    "u_hour": "uren uurtje hour hours hrs",
    "u_day": "dag dagen dagje day days",
    "u_week": "week weken weekje weeks",
    "u_month": "maand maanden month months",
    "u_year": "jaar year years",
    "30": "dertig thirty",
    "40": "veertig forty",
    "45": "vijfenveertig",
    "50": "vijftig fifty",
    "60": "zestig sixty",
    "uur": "uur u oclock h",
    "half": "half halve",
    "quarter": "kwart quarter",
    "over": "over nog",
    "in": "in binnen within",
    "past": "past after na",
    "voor": "voor to before",
    "next": "volgende volgend next",
    "coming": "komende komend aanstaande eerstvolgende coming upcoming",
    "this": "deze dit this",
    "end": "eind einde end",
    "begin": "begin start beginning",
    "mid": "mid medio halverwege",
    "weekend": "weekend weekeinde",
    "at": "om at",
    "a": "a an",
    "25 mo12": "kerst kerstmis christmas",
    "31 mo12": "oudjaar",
    "31 mo12 p_evening": "oudejaarsavond",
    "1 mo1": "nieuwjaar nieuwjaarsdag",
    "5 mo12": "sinterklaas",
    "": "op on de het the van of graag uiterlijk tot tm until till by for deadline sluit sluiten "
    "sluiting s t please aub precies rond around dan from now",
}
_LONG: Final = 6
"""Letters from which a day's name may stand in front of a part of the day: vrijdagavond."""

_PHRASES: Final = (
    (re.compile(r"\ba\.?\s?s\.(?!\w)"), " komende "),
    (re.compile(r"(?<=\s)'(\d\d)\b"), r" 20\1 "),
    (re.compile(r"\b([ap])\.\s?m\b\.?"), r" \1m "),
    (re.compile(r"\bt/m\b"), " tm "),
    (re.compile(r"o'\s?clock"), " oclock "),
    (re.compile(r"\b(?:the )?day after tomorrow\b"), " overmorgen "),
    (re.compile(r"\b(?:laatste dag|last day) (?=(?:van|of)\b)"), " eind "),
    (re.compile(r"\bhalf an hour\b"), " half u_hour "),
    (re.compile(r"\bhalf uur(?:tje)?\b"), " half u_hour "),
    (re.compile(r"\banderhal(?:f|ve) (?:uur|u)\b"), " 90 minuten "),
    (re.compile(r"(\d{1,2})[.,]5 (?:uur|uren|hours)\b"), r" \1 5 tenths "),
    (re.compile(r"(?<=\d)t(?=\d\d:\d\d)"), " "),
    (re.compile(r"\b(\d{1,2})(?:e|ste|de|st|nd|rd|th)\b"), r" d\1 "),
    (re.compile(r"\b(\d{1,2})\s?[uh]\s?(\d\d)\b"), r" \1:\2 "),
    (re.compile(r"(?<=\d)(?=(?:uur|u|h|am|pm)\b)"), " "),
    (re.compile(r"[.,](?!\d)|,(?=\d)"), " "),
)
_OURS: Final = re.compile(r"(?:wd|mo)\d+")
"""Words of the small language that nobody types."""
_SPLIT: Final = re.compile(r"[\s'\"!?;()]+")


def canonical(text: str) -> str:
    """The text in the small language, words split by single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("_", "?")
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    for quote in "’‘`´′":
        plain = plain.replace(quote, "'")
    for pattern, instead in _PHRASES:
        plain = pattern.sub(instead, plain)
    table = _table()
    words = [_word(word, table) for word in _SPLIT.split(plain)]
    found = " ".join(word for word in words if word)
    found = re.sub(r"(?<!\S)(wd\d|tomorrow) tomorrow(?!\S)", r"\1 p_morning", found)
    return re.sub(r"(?<!\S)a (?=u_)", "1 ", found)


def _word(word: str, table: dict[str, str]) -> str:
    if word in table:
        return table[word]
    for part in ("ochtend", "morgen", "middag", "namiddag", "avond", "nacht"):
        day = word.removesuffix(part)
        if day != word and (day == "morgen" or (len(day) >= _LONG and day in table)):
            return f"{table[day]} {'p_morning' if part == 'morgen' else table[part]}"
    return "?" if _OURS.fullmatch(word) else word


def _table() -> dict[str, str]:
    table = {word: meaning for meaning, words in _OTHERS.items() for word in words.split()}
    table |= {word: f"wd{day}" for day, words in enumerate(_DAYS) for word in words.split()}
    table |= {
        word: f"mo{month}" for month, words in enumerate(_MONTHS, 1) for word in words.split()
    }
    return table | {word: str(n) for n, words in enumerate(_NUMBERS) for word in words.split()}
