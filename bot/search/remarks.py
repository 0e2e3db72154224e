"""Whether a message wants to know something, or only thanks, greets, answers or remarks.

Three signs, in this order: words of a question or a need; only words of courtesy; a sentence about
the writer or about what was said before. What carries none of them counts as a question: a word
or two typed in a help channel are search words, and a question that is missed is worse than a
remark that is answered.
"""

import re
from enum import StrEnum
from typing import Final

from bot.search.words import words


class Act(StrEnum):
    """What somebody does by typing this."""

    ASK = "ask"
    COURTESY = "courtesy"
    PRAISE = "praise"
    """Tells what somebody thinks of something: a remark, unless an article surely answers it."""
    STATEMENT = "statement"
    """Somebody tells of themselves: a remark, unless it touches a subject of the help desk."""
    OPEN = "open"
    """Nothing shows; search words, or a language that is not known."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ASKING: Final = _set("""
wie wat waar waarom wanneer hoe hoeveel hoezo welk welke waarmee waarvoor waarover waarheen waaraan
waarop waarvan wiens wanner hoelang
who what where why when how which whose whom
vraag vragen vraagje vraagt gevraagd zoek zoekt zoeken gezocht zoekende benieuwd afvraag wil willen
wilt wilde wilden wou nodig hulp help helpen helpt helpe uitleg uitleggen advies voorbeeld
voorbeelden tip tips info informatie probleem problemen klacht lukt mag mogen moet moeten kunnen
kun zou zouden weet weten snap begrijp hoef hoeft behoefte ervaring ervaringen contact
question questions ask asking need needs needed want wants wanted looking search searching help
advice example examples explain explanation info information problem problems complaint wonder
wondering curious graag idee ideeen idea ideas may must should could would cannot allowed please
tips experience
""")
_FINE: Final = (
    "leuk|mooi|fijn|goed|lief|gaaf|tof|jammer|gezellig|vervelend|naar|geweldig|top|nice|lovely"
    "|great|good|fun|pity|shame|wonderful|beautiful|cool"
)
_NEWS: Final = (
    "hulp|help|uitleg|info|informatie|advies|tip|tips|antwoord|advice|explanation|information"
    "|answer|contact|moeite"
)
_NOT_ASKING: Final = tuple(
    re.compile(rf"\b(?:{pattern})\b")
    for pattern in (
        rf"(?:wat|hoe|what|how) (?:een |a |an |erg |super |ontzettend )?(?:{_FINE})\w*",
        r"(?:wat|what) (?:een|a) \w+ (?:dag|avond|middag|bijeenkomst|feest|day|evening|party)",
        r"hoe (?:gaat het|gaat ie|is het|ist)(?: met (?:je|jou|jullie|u|iedereen))?",
        r"how (?:are|r) (?:you|u|things)(?: all| doing)?",
        r"whats up|what s up|alles goed|graag gedaan|you are welcome|weet ik genoeg|als je wilt",
        r"(?:geen|no) (?:probleem|problem|problems|worries|dank)",
        r"wil ik (?:even )?zeggen",
        r"(?:ik|we|wij) (?:weet|weten|snap|snappen|begrijp|begrijpen) (?:het|genoeg|dat)",
        rf"(?:bedankt|dank|thanks|thank you) (?:voor|for) (?:\w+ ){{0,3}}(?:{_NEWS})",
        r"(?:dat|it|that) (?:helpt|helps|lukt|is gelukt|werkt)",
        r"(?:fijn|top|goed) dat (?:je|jullie|u) \w+",
        r"(?:leuk|fijn|prettig|nice|good) contact",
        r"(?:goed|goede|leuk|mooi|top|prima|good|great|nice) (?:idee|plan|idea)",
        r"zeker weten|good to know|(?:sounds|klinkt) \w+|slaap lekker|sleep well",
        r"(?:precies|net|exactly|just|dat is|was) (?:wat|what) (?:ik|we|i) (?:\w+ )?\w+$",
        r"(?:ha|he|hi){2,}h?",
    )
)
"""What has a word of a question in it and is none."""
_COURTESY: Final = _set("""
dank dankje dankjewel dankuwel bedankt bedankje merci thanks thank thx thnx tnx ty cheers danku
hallo hoi hey hee heej hai hi hello yo dag doei doeg ciao bye tot ziens later morgen gegroet groet
groeten groetjes welkom welcome goedemorgen goedemiddag goedenavond goeieavond goeiemorgen
goedenmiddag goedenacht goeiedag goedendag morning afternoon evening night greetings
ok oke okay okee okidoki k kay prima goed akkoord afgesproken begrepen duidelijk helder genoteerd
snap gesnapt check yes yep yeah yup ja jaa jawel jep nee neen nope no zeker precies klopt inderdaad
natuurlijk tuurlijk uiteraard exact agreed understood sure right correct true indeed fine alright
leuk leuke mooi mooie top super fijn fijne gaaf tof toffe geweldig geweldige fantastisch prachtig
lekker netjes knap goede gezellig lief lieve handig nuttig interessant perfect bravo hulde respect
gefeliciteerd proficiat succes sterkte beterschap jammer helaas sorry excuses pardon gelukt
nice great good cool awesome lovely wonderful amazing excellent perfect congratulations congrats
well done luck sorry pity sad happy glad interesting useful beautiful brilliant fantastic
haha hahaha hihi lol lmao wow woow hoera jippie joepie yay hoeraa ah aha oh ooh o hm hmm hmmm mm tja
nou goh wauw zo zeg eh uh proost grappig funny insgelijks same idem likewise
weer weertje regen zon plan zin
hebben heeft hebt had hadden waren zijn have has were been vorige volgende next last
allemaal iedereen mensen buren vrienden all everyone everybody
folks guys friends people there
snelle reactie antwoord moeite bericht berichtje joh eens mee komt erbij onderweg agree
quick answer reply response message
fijne prettige avond middag ochtend dag weekend vakantie week nacht werkse day weekend week time
heel erg zeer hartelijk hartstikke super echt ontzettend enorm vast alvast nog ook weer even maar
very much so really lot lots many too again also just quite pretty
de het een die dat dit deze en of van voor met aan op in bij te om je jij jou jouw jullie u uw ik
mij me mijn we wij ons onze is was ben zijn er hier daar al wel dan nu als hoor toch gedaan geen
the a an and or of for with to on in at is was are be am i you your my me we us our it that this
here there as then now not no yet welcome see soon
vandaag gisteren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag straks overmorgen
today tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday
""")
"""Words of greeting, thanks, praise and agreement, and the small words around them."""
_GREETINGS: Final = _set("""
hallo hoi hey hee hi hello dag goedemorgen goedemiddag goedenavond goeiemorgen goeiedag good morning
afternoon evening en and beste dear allemaal iedereen all everyone buren mensen
""")
_OPENERS: Final = _set("""
dank dankje dankjewel dankuwel bedankt merci thanks thank thx thnx tnx cheers gefeliciteerd
proficiat congratulations congrats succes sterkte beterschap welkom welcome leuk leuke mooi mooie
top super fijn fijne gaaf tof geweldig fantastisch prachtig gezellig jammer helaas sorry hulde bravo
nice great cool awesome lovely wonderful amazing excellent haha hahaha lol wow wauw hoera ok oke
okay prima akkoord afgesproken begrepen happy
""")
"""A sentence that begins so tells what somebody thinks of something."""
_SOCIAL: Final = (
    _OPENERS
    | _GREETINGS
    | _set("""
ja nee nope yes no goed komt genoteerd sounds groet groeten groetjes gelukt
""")
)
_SELF: Final = _set("ik k i im ive ill")
_US: Final = _set("wij we weve")
_TELLING: Final = _set(
    "hij zij ze het dat dit die er jij jullie hes shes he she they it its that this"
)
"""At the start of a sentence these are its subject; further on they may be anything."""
_DROPPED: Final = _set("""
ben heb had was kom ga zie doe vind neem blijf zit sta lees hoor denk hoop
am was had will going coming see saw think hope found read
""")
"""First words of a sentence whose "ik" is left out."""
_TROUBLE: Final = _set("""
niet geen niemand niks niets nooit zonder maar te kapot lek lekt overlast last klagen klaagt boos
bang zorgen word wordt werd moeilijk lastig weigert dicht vol stuk weg
not no nobody nothing never without but too broken leak leaks angry afraid worried difficult hard
refuses closed
""")
"""What makes a statement a question for help: something is missing, or in the way."""
_COMING: Final = _set("""
kom komen komt kwam ga gaan gaat ging blijf blijven kan kon konden doe doen sluit aan ziek laat
come coming came go going went stay can could make late ill
""")
"""Words of who comes and who does not."""
_TURNED: Final = _set("""
kan kun kunnen mag mogen moet moeten is zijn heeft hebben hebt weet weten wil willen wilt zou zouden
komt gaat gaan bestaat bestaan werkt krijg krijgt krijgen doen doet zal zullen hoort geldt kost
worden wordt ben heb telt
can could may must is are do does did has have will would should shall was were am
""")
_SUBJECTS: Final = _set("""
ik je jij u we wij jullie ze zij hij er het dat dit de een iemand deze die mijn ons onze
i you we they he she it there the a an this that these those anyone anybody someone my our
""")
_AFTER: Final = _set("ik we wij je jullie i you they")
_OWN: Final = _set("ben heb")
_ASKED: Final = _set("ik je jij u")
_SENTENCE: Final = re.compile(r"[^.!?;\n\r]+[.!?;]*")
_FEW: Final = 4


def act_of(text: str) -> Act:
    """What this text does, taken sentence by sentence: one question makes it a question."""
    acts = [_act(part) for part in _SENTENCE.findall(text)]
    for act in (Act.ASK, Act.OPEN, Act.STATEMENT, Act.PRAISE):
        if act in acts:
            return act
    return Act.COURTESY


def _act(sentence: str) -> Act:
    said = words(sentence)
    if not said and any(map(str.isalpha, sentence)):  # another script: a person may read it
        return Act.OPEN
    plain = " ".join(said)
    for pattern in _NOT_ASKING:
        plain = pattern.sub(" leuk ", plain)
    left = plain.split()
    telling = [word for word in left if word not in _COURTESY and not word.isdigit()]
    if not telling:
        return Act.COURTESY
    if "?" in sentence or not _ASKING.isdisjoint(left) or _is_turned(left):
        return Act.ASK
    return _told(left, telling)


def _told(said: list[str], telling: list[str]) -> Act:
    """What a sentence without a question does; `telling` are its words without those of courtesy.

    One word of its own, or only who comes and when, is courtesy. Trouble asks for help. What others
    do or what stands somewhere may be a question; what the writer does or thinks is a remark.
    """
    own = [word for word in telling if word not in _COMING]
    trouble = not _TROUBLE.isdisjoint(own)
    own = [word for word in own if word not in _TROUBLE]
    is_told = said[0] in _DROPPED or said[0] in _TELLING or not (_SELF | _US).isdisjoint(said)
    if is_told and (not own or (len(own) == 1 and not trouble)):
        return Act.COURTESY
    if trouble and own:
        return Act.ASK
    if said[0] in _OPENERS:
        return Act.PRAISE
    if not _SELF.isdisjoint(said) or said[0] in _DROPPED:
        return Act.STATEMENT
    few = len(own) <= 1 and len(said) <= _FEW and not _SOCIAL.isdisjoint(said)
    return Act.PRAISE if few else Act.OPEN


def _is_turned(said: list[str]) -> bool:
    """Whether the verb stands in front of its subject: "mag ik", "is there".

    Further on it counts too ("een windmolen naast ons dorp, hebben wij"), not after a word of time.
    """
    while said and said[0] in _GREETINGS:
        said = said[1:]
    if len(said) < 3:  # noqa: PLR2004 - verb, subject, the rest
        return False
    if said[0] in _TURNED and said[1] in (_ASKED if said[0] in _OWN else _SUBJECTS):
        return True
    return any(
        verb in _TURNED and subject in _AFTER and before not in _COURTESY
        for before, verb, subject in zip(said[2:], said[3:], said[4:], strict=False)
    )
