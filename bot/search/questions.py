"""What a message asks, without what only disturbs: mentions, links, spam, orders to the bot."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.search.patterns import Lookup, parse, sentences
from bot.search.words import STOP_EN, STOP_NL, words

LONGEST_CHARS: Final = 4_000
"""What is read of a question; chat platforms allow no more in one message."""

_MENTION: Final = re.compile(r"<[@#:&!/][^<>\s]{0,80}>|(?<!\w)@[\w.\-]{1,60}")
_LINK: Final = re.compile(r"(?i)\b(?:https?://|www\.|discord\.gg/)\S{0,2000}")
_SENTENCE: Final = re.compile(r"[^.!?;\n\r]+(?:[.!?;\n\r]+|$)")

_PERSON: Final = (
    "echt|echte mens|mensen|persoon|medewerker",
    "spreken|praten|chatten|bellen|overleggen met een|iemand _ mens|persoon|medewerker|lsa|jullie",
    "mens|persoon|medewerker _ spreken|bellen|mailen",
    "iemand _ spreken|bellen $",
    "iemand van lsa|jullie _ spreken|bellen|praten|langskomen",
    "iemand _ mij|me|ons _ bellen|terugbellen|opbellen",
    "bel _ mij|me|ons _ terug|op|even", "^ bel mij|me|ons",
    "geen bot|robot|chatbot|computer",
    "jullie telefoonnummer|nummer|mailadres", "telefoonnummer|mailadres van lsa|jullie",
    "contactpersoon",
    "klacht _ jullie|lsa|medewerker", "klacht indienen bij|over jullie|lsa",
    "verwijder|wis|haal|schrap _ mijn _ gegevens|naam|account|adres",
    "mijn|onze _ gegevens _ verwijder+|wissen|weg|schrappen",
    "gegevens van|over _ mij|mijn _ weg|verwijder+|wissen|lijst",
    "journalist", "interview met _ jullie|lsa|iemand",
    "factuur|rekening van _ lsa|jullie",
    "talk|speak|chat to|with _ person|human|someone|somebody|staff",
    "real person|human", "not a bot", "call me", "delete|remove my _ data",
)  # fmt: skip
_PRIVATE: Final = (
    "pillen|medicijn+|medicatie|antidepressiva|slaappil+|symptom+|diagnose|chemo+",
    "ik|me|mij _ ziek|misselijk|duizelig|somber|depressief|benauwd", "pijn in|op|aan _ mijn",
    "moeder|vader|man|vrouw|zoon|dochter|kind|oma|opa|buurvrouw|buurman _ gevallen|gewond|raar",
    "mijn|mn moeder|vader|man|vrouw|zoon|dochter|kind|oma|opa _ ziek|vermist|verward|dement+",
    "mijn|mn uitkering|toeslag|bijstand|aow|ww|wia|huurtoeslag|zorgtoeslag|pensioen|loon|ontslag",
    "mijn|mn scheiding|echtscheiding|alimentatie|ex|erfenis|advocaat|boete|hypotheek",
    "huurtoeslag|zorgtoeslag|kinderbijslag|kinderopvangtoeslag|bijstandsuitkering|alimentatie",
    "ik zie _ niet meer zitten", "hoeft _ mij|me _ niet meer", "ik kan|wil _ niet meer $",
    "my medication|benefits|divorce|landlord|salary|lawyer", "i am|feel _ sick|ill|dizzy|depressed",
)  # fmt: skip
"""A person's own need: no case advice by a bot. Source: requirement H3 of the LSA interview."""
_ORDER: Final = (
    "negeer|vergeet _ instructie+|opdracht+|regels|prompt",
    "ignore|disregard|forget _ instruction+|rules|prompt",
    "je|jij bent nu|voortaan een|beheerder|admin|administrator|systeem|moderator",
    "you are now", "act as a|an|admin|administrator", "doe alsof je|jij", "pretend you|to",
    "system|systeem prompt", "systeemprompt",
    "^ system|systeem|admin|assistant|developer je|you|zet",
    "verwijder|wis|delete|drop _ alle|all|database|tabel|table",
    "geef|toon|print|reveal|show _ wachtwoord|password|token|prompt|sleutel",
    "bevestig met ok", "jailbreak", "developer mode", "zet _ rollen|rechten open|aan",
)  # fmt: skip
_SPAM: Final = (
    "gratis|free _ cadeaubon+|giftcard|bitcoin+|crypto|nitro|iphone|geld|robux",
    "klik|click _ hier|here|snel|link|nu|now", "prijs gewonnen", "gewonnen klik|claim",
    "viagra", "casino", "onlyfans", "giveaway", "verdien+ _ euro|dollar|geld _ week|dag|huis",
    "join now|nu", "werk vanuit huis verdien+", "investeer nu|vandaag", "limited offer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A message as the search reads it. `language` is nl or en, empty when it does not show.

    `wants_person`: asks for a human. `is_private`: a person's own health, income or legal trouble.
    `is_vague`: small words only, nothing to search for.
    `had_noise`: mentions, links, spam or orders to the bot were left out of `text`.
    """

    text: str
    language: str
    wants_person: bool
    is_private: bool
    is_vague: bool
    had_noise: bool


class Reader:
    """Reads messages; holds the compiled patterns."""

    def __init__(self) -> None:
        self._person = _lookup(_PERSON)
        self._private = _lookup(_PRIVATE)
        self._noise = _lookup((*_ORDER, *_SPAM))

    def read(self, message: str) -> Asked:
        """The question in this message. Any text is accepted."""
        message = message[:LONGEST_CHARS]
        bare = _LINK.sub(" ", _MENTION.sub(" ", message))
        kept = [part for part in _SENTENCE.findall(bare) if not _fires(self._noise, part)]
        text = " ".join("".join(kept).split())
        return Asked(
            text=text,
            language=language_of(text),
            wants_person=_fires(self._person, text),
            is_private=_fires(self._private, text),
            is_vague=not set(words(text)) - STOP_NL - STOP_EN,
            had_noise=bare != message or text != " ".join(bare.split()),
        )


def language_of(text: str) -> str:
    """Dutch (nl) or English (en) by the small words of a text; empty when unclear."""
    found = words(text)
    dutch = sum(word in STOP_NL and word not in STOP_EN for word in found)
    english = sum(word in STOP_EN and word not in STOP_NL for word in found)
    if dutch == english:
        return ""
    return "nl" if dutch > english else "en"


def _lookup(sources: Iterable[str]) -> Lookup:
    return Lookup((parse(source), "", "strong") for source in sources)


def _fires(lookup: Lookup, text: str) -> bool:
    return any(
        pattern.end(found, place) is not None
        for found in sentences(text)
        for place, pattern, _, _ in lookup.candidates(found)
    )
