"""Words of subjects that a help desk for residents' groups is not for.

They count only where a question shares little with the articles and the themes: "weer" and "auto"
are fine words in a neighbourhood too.
"""

from typing import Final

_SUBJECTS: Final = """
weer weerbericht weersverwachting regent regenen sneeuwt graden zonnig temperatuur onweer
buienradar voetbal voetbalwedstrijd wedstrijd uitslag ajax psv feyenoord eredivisie doelpunt
scheidsrechter wereldkampioen ek wk tennis wielrennen tour formule grand prix max verstappen
schaatsen marathon champions league goal recept recepten koken bakken oven ei eieren
pannenkoeken soep erwtensoep saus kip gehakt pizza pasta taart cake deeg kruiden courgette
avondeten lunch eten cook recipe bake film films serie series netflix televisie tv acteur
actrice zanger zangeres songtekst liedje muziek album concert spotify youtube tiktok instagram
game games gamen playstation xbox nintendo minecraft fortnite telefoon iphone samsung android
laptop computer pc windows printer wifi router virus software wachtwoord bluetooth tablet
oplader python java javascript programmeren code html functie script bug excel sorteren
hoofdstad rekenen vergelijking wiskunde natuurkunde scheikunde geschiedenis napoleon planeet
maan zon aarde dinosaurus hoogste grootste oudste president koning oorlog romeinen samenvatting
boek opstel huiswerk spreekbeurt vertaal vertalen vertaling spaans frans duits engels translate
essay capital gedicht mop moppen grap grappen raadsel verhaaltje rap joke poem story sudoku
puzzel bitcoin crypto aandelen beurs koers beleggen belegging hypotheek hypotheekrente
creditcard lotto loterij staatsloterij casino gokken lottouitslag vakantie vlucht vliegtickets
vliegtuig hotel camping strand parijs malaga londen reis reizen paspoort trein vertrekt
vertraging file files snelweg flitser navigatie route kat poes hond hondenvoer puppy konijn
hamster dierenarts vogel afvallen kilo dieet calorieen sporten spieren fitness schema
trainingsschema hoofdpijn koorts verkouden griep keelpijn pil tandenborstel make up parfum
puistjes auto tesla apk benzine diesel banden motor rijbewijs fietsband lekke band occasion
horoscoop sterrenbeeld weegschaal droom betekenis date daten verliefd relatie vriendje
vriendinnetje jongensnamen meisjesnamen babynamen trouwjurk verjaardagscadeau cadeau goedkoop
goedkope review aanbieding korting wasmachine stofzuiger bank vlek rode wijnvlek schoonmaaktip
robot weather football movie song flight stock price homework
"""
ELSEWHERE: Final = frozenset(_SUBJECTS.split())
