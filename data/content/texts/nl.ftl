### Alle teksten in het Nederlands, op niveau B1. Sleutel: module-situatie. Bekijk ze met `python -m bot texts check`.

## Errors

error-unexpected =
    Er ging iets mis bij ons. Wat al was opgeslagen, is er nog. Probeer het over een paar minuten opnieuw.
error-not-allowed =
    Dit mag je hier niet doen. Er is niets veranderd. Vraag een medewerker om hulp als je denkt dat het wel mag.
error-not-found =
    Dit kan ik niet vinden. Er is niets veranderd. Kijk of de naam klopt en probeer het opnieuw.
error-expired =
    Deze knop is verlopen. Wat je eerder deed, is bewaard. Open het startbericht en begin daar opnieuw.
error-bad-input =
    Dit begrijp ik niet goed. Er is niets veranderd. Kijk wat je hebt ingevuld en probeer het opnieuw.
error-too-many =
    Je doet veel achter elkaar. Wat je al deed, is bewaard. Over { DURATION($wait_s) } kun je verder.
error-unavailable =
    Dit werkt nu even niet. Wat je al deed, is bewaard. Probeer het over een paar minuten opnieuw.

## Practice community

practice-port-taken =
    Poort { $port } is al in gebruik door een ander programma. Kies een andere poort, bijvoorbeeld { $other }.

## Outbox

outbox-undelivered =
    Een bericht is niet aangekomen: { $what }. { $reason } Het bericht staat nog in de lijst. Code: { $source }
outbox-no-platform = Dit soort chat staat niet aan.
outbox-too-often = Het lukte een dag lang niet.
outbox-dm-closed = Deze persoon krijgt geen privéberichten.
outbox-forbidden = De bot mag daar niet schrijven. Geef de bot rechten in dat kanaal.
outbox-place-gone = Het kanaal of bericht bestaat niet meer. Kies een ander kanaal met /instellingen kanaal.
outbox-refused = Discord wilde het bericht niet aannemen.
outbox-kind-poll-card = een nieuwe peiling
outbox-kind-poll-result = de uitslag van een peiling
outbox-kind-poll-stopped = het bericht dat een peiling is gestopt
outbox-kind-start-message = het startbericht

## Set-up

people-on-hold = Je gegevens staan stil, omdat jij dat vroeg. Daarom kan kennismaken nu niet. Typ /mijn-gegevens om ze weer aan te zetten.
people-no-community = De bot staat hier nog niet klaar. Vraag een beheerder om /instellingen toon te typen.
start-message = **Welkom bij de Bewonersbot**
    Hier helpen bewoners elkaar. Lid zijn hoeft niet. Kies hieronder wat je wilt doen. Je kunt niets stukmaken.
start-poll-button = Start een peiling
setup-head = **Instellingen.** Dit gebruikt de bot nu:
setup-place = - { $place }: { $channel } { $exists ->
        [yes] (klaar)
       *[no] (maak ik als je op de knop drukt)
    }
setup-place-start = het startbericht
setup-place-helpdesk = vragen stellen
setup-place-polls = peilingen
setup-place-news = beleidsnieuws
setup-place-meetings = kennismaken
setup-place-staff = alleen voor medewerkers
setup-staff-roles = { $known ->
        [yes] Medewerkers: { $roles }.
       *[no] Er is nog geen rol voor medewerkers. Kies die met /instellingen rollen.
    }
setup-admin-roles = { $known ->
        [yes] Beheerders: { $roles }.
       *[no] Er is nog geen rol voor beheerders. Wie de server beheert, is nu beheerder.
    }
setup-role-gone = Een rol die je koos, bestaat niet meer. Kies opnieuw met /instellingen rollen.
setup-roles-how = Kies hieronder de rollen. Je kunt meer rollen kiezen. Haal je een rol weg, dan geldt die niet meer.
setup-pick-staff = Wie is medewerker?
setup-pick-admin = Wie is beheerder?
setup-not-everyone = Dat is de rol van iedereen. Dan zou iedereen alles mogen. Er is niets veranderd. Kies een andere rol.
setup-language = Taal van berichten die iedereen leest: { $language }.
setup-language-saved = Opgeslagen. Nieuwe berichten die iedereen leest, zijn in deze taal. Het startbericht verandert vanzelf.
setup-build-button = Maak de kanalen
setup-built = { $done ->
        [yes] Klaar. De bot gebruikt nu { $channels }. Het startbericht staat er zo.
       *[no] Niet alle kanalen zijn gemaakt. Geef de bot het recht dat hieronder staat. Druk daarna opnieuw op de knop.
    }
setup-saved = Opgeslagen. Het werkt meteen.
setup-not-saved = Dit is nog niet opgeslagen.
setup-no-forum = Een forum kan alleen het kanaal voor vragen zijn. Er is niets veranderd. Kies een gewoon kanaal.
setup-staff-open = { $everyone ->
        [yes] Let op: iedereen kan meelezen in { $channel }. Daar komen vragen van bewoners. Druk op de knop. Dan sluit ik het kanaal voor anderen en gebruik ik het.
       *[no] Let op: ook { $who } kan meelezen in { $channel }. Daar komen vragen van bewoners. Druk op de knop. Dan sluit ik het kanaal voor anderen en gebruik ik het.
    }
setup-staff-shut = { $who } kan nog niet in { $channel } kijken. Druk op de knop. Of geef de rol zelf het recht 'kanaal bekijken'.
setup-staff-let-in = { $who } kan nu in { $channel } kijken.
setup-staff-closed = Klaar. Alleen medewerkers en beheerders zien { $channel } nu. De bot gebruikt dit kanaal.
setup-close-button = Sluit { $channel } voor anderen
setup-whole-server = deze server
setup-lacking = - De bot mist een recht in { $where }: { $right }. { $reason }
setup-right-view = kanalen bekijken
setup-for-view = Zonder dat ziet de bot het kanaal niet.
setup-right-send = berichten sturen
setup-for-send = Zonder dat kan de bot daar niets zeggen.
setup-right-threads = berichten sturen in draden
setup-for-threads = Zonder dat kan de bot niet antwoorden in een forum of een draad.
setup-right-history = oude berichten lezen
setup-for-history = Zonder dat kan een bericht dubbel komen.
setup-right-files = bestanden toevoegen
setup-for-files = Zonder dat komt de uitslag niet, want daar hoort een beeld bij.
setup-right-pin = berichten vastzetten
setup-for-pin = Dat is nodig om het startbericht vast te zetten.
setup-right-meet = privédraden maken
setup-for-meet = Zonder dat krijgen groepen die kennismaken geen eigen draad. Ze krijgen dan privéberichten.
setup-right-channels = kanalen beheren
setup-for-channels = Dat is alleen nodig om de kanalen te maken.
setup-right-roles = rollen beheren
setup-for-roles = Dat is alleen nodig om het kanaal van medewerkers te openen en te sluiten.
command-instellingen = Stel de bot in, voor beheerders
command-instellingen-toon = Bekijk de instellingen en maak de kanalen
command-instellingen-kanaal = Kies een ander kanaal
command-instellingen-rollen = Kies wie medewerker en wie beheerder is
command-instellingen-taal = Kies de taal van berichten die iedereen leest
option-setup-place = Waar is het kanaal voor?
option-setup-channel = Welk kanaal?
option-setup-language = Welke taal leest iedereen?

## Polls

polls-not-found = Deze peiling kan ik niet vinden. Er is niets veranderd. Typ /peiling lijst om te zien wat er open is.
polls-closed = Deze peiling is gesloten. Stemmen kon tot { $closes_at }. Er is niets veranderd.
polls-options = Een peiling heeft 2 tot 25 verschillende keuzes. { $equal ->
        [yes] Twee van jouw keuzes zijn hetzelfde.
       *[no] Jij gaf er { $count }.
    } Zet tussen twee keuzes een puntkomma. Je peiling is niet gestart.
polls-no-question = Ik zie geen vraag. Je peiling is niet gestart. Schrijf in één zin wat je wilt weten.
polls-not-a-starter = Een peiling starten kan alleen een contactpersoon van een groep of een medewerker. Er is niets veranderd. Wil je iets weten van iedereen? Vraag een medewerker om hulp met /vraag stel.
polls-is-stopped = Deze peiling is gestopt. Er komt geen uitslag. Er is niets veranderd.
polls-is-lost = Deze peiling is gestopt. Er ging bij ons iets mis. Je stem is niet geteld. De peiling moet opnieuw beginnen.
polls-secret = Deze peiling is zonder naam. Niemand ziet wie wat koos. Medewerkers ook niet.
polls-names-later = De peiling is nog open. Wie wat koos, zie je pas na { $closes_at }.
polls-no-place = Er is nog geen kanaal voor peilingen. Je peiling is niet gestart. Vraag een beheerder om /instellingen toon te typen.
polls-too-soon = Dat is te snel. Mensen hebben tijd nodig om te stemmen. Kies een later moment, zoals morgen 20.00.
polls-choice = Deze keuze past niet bij de peiling. Je stem is niet veranderd. Kies een van de knoppen.
polls-opened = Je peiling { $number } staat open, met { $options } keuzes: { $question } Stemmen kan tot { $closes_at }. Daarna komt de uitslag vanzelf in het kanaal.
polls-receipt = { $changed ->
        [yes] Je stem is veranderd.
       *[no] Je stem telt mee.
    } Je koos: { $choices }. Je kunt je stem veranderen tot { $closes_at }. { $anonymous ->
        [yes] Niemand in de groep ziet wat jij stemt.
       *[no] Na de sluiting ziet iedereen hier jouw naam bij je keuze.
    }
polls-withdraw-button = Neem stem terug
polls-withdrawn = { $found ->
        [yes] Je stem is weg. Je kunt opnieuw stemmen zolang de peiling open is.
       *[no] Je had nog niet gestemd. Er is niets veranderd.
    }
polls-list-line = Peiling { $number }: { $question } Open tot { $closes_at }.
polls-none-open = Er is nu geen peiling open.
polls-stopped = Peiling { $number } is gestopt. Er komt geen uitslag.
polls-stopped-notice = De peiling is gestopt: { $question } Er komt geen uitslag.
polls-lost-notice = De peiling is gestopt: { $question } Er ging bij ons iets mis. Wij kunnen niet meer zien of iemand al heeft gestemd. Tellen is dan niet eerlijk. Alle stemmen zijn gewist. Start de peiling opnieuw.
polls-card-purpose = Waarvoor: { $purpose }
polls-card-count = { " " }({ $count })
polls-card-foot = { $open ->
        [yes] Stemmen kan tot { $closes_at }.
       *[no] Deze peiling is gesloten.
    } { $multiple ->
        [yes] Je mag meer keuzes maken.
       *[no] Je kiest één keer.
    } { $anonymous ->
        [yes] Niemand in de groep ziet wat jij stemt. Medewerkers ook niet.
       *[no] Met naam: na de sluiting ziet iedereen hier wie wat koos.
    } { $voters ->
        [0] { "" }
        [one] Er is 1 stem.
       *[other] Er zijn { $voters } stemmen.
    } Dit is advies, geen besluit.
polls-pick = { $multiple ->
        [yes] Kies wat je wilt
       *[no] Kies één antwoord
    }
polls-result = **Uitslag: { $question }**
    { $tied ->
        [yes] Gelijk: { $winners } hebben evenveel stemmen.
       *[no] De meeste stemmen: { $winners }.
    } { $voters ->
        [one] 1 mens heeft gestemd.
       *[other] { $voters } mensen hebben gestemd.
    }
polls-result-alt = Staafdiagram van de uitslag. { $question } { $numbers }.
polls-result-footer = { $voters ->
        [one] 1 stem
       *[other] { $voters } stemmen
    }
polls-result-few = De peiling is gesloten: { $question } Minder dan 5 mensen stemden. Daarom tonen wij geen cijfers. Zo kan niemand raden wie wat koos.
polls-result-none = De peiling is gesloten: { $question } Er heeft niemand gestemd.
polls-advice = Dit is advies, geen besluit.
polls-who-button = Wie stemde wat?
polls-who-head = Wie stemde wat? { $question }
polls-who-nobody = niemand
polls-who-unnamed = { $count ->
        [one] 1 stem zonder naam
       *[other] { $count } stemmen zonder naam
    }
polls-who-foot = Wist iemand zijn gegevens? Dan telt de stem mee zonder naam. Na 12 maanden wissen wij alle namen.
polls-who-file = De lijst is lang. Hij staat in dit bestand: { $question } Alleen jij ziet dit bericht.
polls-form-title = Start een peiling
polls-form-question = Wat wil je weten?
polls-form-question-hint = Eén duidelijke vraag
polls-form-options = Welke keuzes zijn er?
polls-form-options-hint = Zet elke keuze op een eigen regel
polls-form-deadline = Tot wanneer kan het?
polls-form-deadline-hint = Bijvoorbeeld: vrijdag 20.00
polls-form-purpose = Waar is de uitslag voor?
polls-form-purpose-hint = Bijvoorbeeld: voor ons gesprek met de gemeente
polls-form-kind = Wil je iets anders dan normaal?
polls-form-multiple = Meer keuzes mogen
polls-form-named = Met naam, niet anoniem
command-peiling = Vraag iets aan iedereen
command-peiling-nieuw = Start een peiling in één regel
command-peiling-formulier = Start een peiling met een formulier
command-peiling-lijst = Bekijk welke peilingen open zijn
command-peiling-stop = Stop een peiling, zonder uitslag
option-poll-question = Wat wil je weten?
option-poll-options = De keuzes, met een puntkomma ertussen
option-poll-deadline = Tot wanneer, bijvoorbeeld: vrijdag 20.00
option-poll-multiple = Mag iemand meer keuzes maken?
option-poll-named = Mag iedereen zien wie wat stemt?
option-poll-number = Het nummer van de peiling

error-code = Code: { $code }

## Moments

moment-unclear = Dit moment begrijp ik niet. Er is niets veranderd. Noem één dag en één tijd, zoals: vrijdag 20.00, over 3 dagen, 30 november 12.00.
moment-past = Dat moment is al voorbij. Er is niets veranderd. Bedoel je { $proposal }? Typ dan dat.
moment-skipped = Die tijd is er niet, want dan gaat de klok een uur vooruit. Er is niets veranderd. Kies bijvoorbeeld { $proposal }.
moment-too-far = Dat is meer dan een jaar vooruit. Er is niets veranderd. Kies een moment tot en met { $latest }.

## Matching: why somebody fits

match-reason-offers-what-you-need = Biedt wat je zoekt: “{ $what }”.
match-reason-offers-something-like-it = Biedt iets wat erop lijkt: “{ $what }”.
match-reason-needs-what-you-offer = Zoekt wat jij biedt: “{ $what }”.
match-reason-needs-something-like-it = Zoekt iets wat lijkt op wat jij biedt: “{ $what }”.
match-reason-shared-theme = Zelfde thema: { $names }.
match-reason-related-theme = Doet iets wat erop lijkt: { $names }.
match-reason-same-words = Vertelt erover: “{ $what }”.
match-reason-same-context =
    { $kind ->
        [dorp] Ook in een dorp.
        [stadswijk] Ook in een stadswijk.
        [stad] Ook voor een hele stad.
        [regio] Ook voor een hele regio.
        [landelijk] Ook voor heel Nederland.
       *[other] Ook buiten Nederland.
    }
match-reason-other-context =
    { $kind ->
        [dorp] Maar dan in een dorp.
        [stadswijk] Maar dan in een stadswijk.
        [stad] Maar dan voor een hele stad.
        [regio] Maar dan voor een hele regio.
        [landelijk] Maar dan voor heel Nederland.
       *[other] Maar dan buiten Nederland.
    }
match-reason-same-size = Ongeveer even groot, met { $number } inwoners.
match-reason-same-place = Zit in { $what }.
match-reason-distance = { $number } kilometer verderop in { $what }.
match-reason-a-phase-ahead = Is al verder, in de fase “{ $names }”.
match-reason-same-phase = Is even ver, in de fase “{ $names }”.
match-reason-same-motive = Zelfde drijfveer: { $names }.
match-reason-other-motive = Andere drijfveer: { $names }.
match-reason-same-method = Zelfde aanpak: { $names }.
match-reason-same-language = Spreekt nog een taal die jij ook spreekt.

## Help desk

start-ask-button = Stel een vraag
start-mine-button = Mijn vragen
helpdesk-not-found = Deze vraag kan ik niet vinden. Er is niets veranderd. Typ /vraag mijn om je vragen te zien.
helpdesk-empty = Ik zie nog geen tekst. Er is niets opgeslagen. Typ je vraag in gewone woorden.
helpdesk-nothing-asked = Ik lees hier geen vraag in. Er is niets opgeslagen. Typ wat je wilt weten, in gewone woorden.
helpdesk-hello = Hallo! Stel mij gerust een vraag over je buurt of je groep. Ik zoek het antwoord, of een medewerker helpt je. Met /vraag mijn zie je je vragen.
helpdesk-too-many =
    Je stelt veel vragen achter elkaar. Deze vraag heb ik niet bewaard. Over { DURATION($wait_s) } kun je hem weer sturen. Dit typte je:
    { $text }
helpdesk-empty-answer = Ik zie nog geen antwoord. Er is niets verstuurd. Typ je antwoord in gewone woorden.
helpdesk-answer-too-long = Dit antwoord is te lang. Er is niets verstuurd. Gebruik hoogstens { $most } tekens.
helpdesk-asks-a-lot = { $name } moest vandaag vijf keer wachten met een nieuwe vraag. De laatste is vraag { $number }. Kijk of je kunt helpen.
helpdesk-left-out = Let op: er stond een nummer of adres van een persoon in je vraag. Dat heb ik niet bewaard.
helpdesk-closed = Het antwoord op vraag { $number } is er. De vrager krijgt geen privéberichten. Was het jouw vraag? Druk op de knop. Alleen jij ziet het antwoord.
helpdesk-closed-now = Je privéberichten staan dicht. Druk op de knop om mijn antwoord te lezen. Alleen jij ziet het.
helpdesk-read-button = Lees het hier
helpdesk-answers = Dit is het antwoord op vraag { $number }:
helpdesk-not-yours = Dit antwoord is voor iemand anders. Heb je zelf een vraag? Druk in het startbericht op Stel een vraag.
helpdesk-referral-lost = Ik kan je bericht niet meer lezen. Bij gevaar: bel 112. Denk je aan zelfdoding? Bel 113 of chat op 113.nl.
helpdesk-claimed = { $named ->
        [yes] { $name } is al met deze vraag bezig.
       *[no] Deze vraag is al klaar.
    } Er is niets veranderd.
helpdesk-accepted = Fijn dat dit helpt. Je kunt altijd een nieuwe vraag stellen.
helpdesk-handed-over = Een medewerker kijkt naar je vraag, nummer { $number }. Je krijgt vanzelf antwoord. Met /vraag mijn zie je hoe het staat.
helpdesk-step = **Kleine stap:** { $step }
helpdesk-source = Bron: { $url ->
        [none] { $name }
       *[other] [{ $name }](<{ $url }>)
    }, bekeken op { $checked_on }.
helpdesk-was-this-it = Was dit het antwoord?
helpdesk-suggest = Ik weet het niet zeker. Bedoel je een van deze? Druk op een knop om te lezen. Staat het er niet bij? Vraag een mens.
helpdesk-offtopic = Daar weet ik niets van. Ik help met vragen over bewonersgroepen, zoals een buurthuis, een moestuin of subsidie. Wil je toch iemand spreken? Druk op de knop.
helpdesk-unsure = Dat weet ik niet zeker. Daarom kijkt een medewerker ernaar. Je vraag is bewaard onder nummer { $number }. Je krijgt vanzelf antwoord.
helpdesk-person-follows = Een medewerker kijkt ook naar je bericht. Het is bewaard onder nummer { $number }.
helpdesk-private = Ik heb je een privébericht gestuurd.
helpdesk-answer = { $name } geeft antwoord op je vraag: { $question }
    { $answer }
helpdesk-no-name = Een medewerker
helpdesk-yes-button = Dit was het antwoord
helpdesk-no-button = Dat klopt niet
helpdesk-whole-button = Lees alles
helpdesk-person-button = Vraag een mens
helpdesk-more-button = Vraag door
helpdesk-form-title = Stel een vraag
helpdesk-form-question = Wat wil je weten?
helpdesk-form-hint = Typ gewoon wat je wilt weten. Fouten zijn niet erg.
helpdesk-form-name = Mag je naam erbij?
helpdesk-mine-line = Vraag { $number }, { $asked_at }: { $text }
    { $state }
helpdesk-mine-none = Je hebt nog geen vraag gesteld. Druk op Stel een vraag of typ /vraag stel.
helpdesk-card-referral = Let op: de bot heeft doorverwezen ({ $rule }).
helpdesk-anonymous = iemand zonder naam
helpdesk-no-theme = nog geen
helpdesk-claim-button = Pak vraag op
helpdesk-answer-button = Geef antwoord
helpdesk-answer-title = Antwoord op vraag { $number }
helpdesk-answer-label = Je antwoord
helpdesk-you-claimed = Vraag { $number } is nu van jou. Druk op Geef antwoord, of antwoord op het bericht.
helpdesk-you-answered = Je antwoord op vraag { $number } is onderweg naar de vrager.
helpdesk-waiting-none = Er wacht geen vraag.
outbox-kind-question-reply = de reactie op een vraag
outbox-kind-question-answer = het antwoord op een vraag
outbox-kind-question-private = het bericht dat iemand een privébericht kreeg
outbox-kind-question-closed = het bericht dat een antwoord klaarstaat
outbox-kind-staff-limit = een melding over veel vragen
outbox-kind-staff-question = een vraag voor medewerkers
command-vraag = Stel een vraag of bekijk je vragen
command-vraag-stel = Stel een vraag
command-vraag-mijn = Bekijk je eigen vragen
command-vragen = Bekijk welke vragen wachten, voor medewerkers
option-question = Je vraag, in gewone woorden. Niets ingevuld? Dan krijg je een formulier.
option-anonymous = Vraag zonder dat een medewerker je naam ziet

## Sheets: files with a table

sheet-too-large =
    Dit bestand is te groot. Er is niets veranderd. Stuur een bestand van hoogstens { $max_mb } MB.
sheet-kind =
    Dit soort bestand kan ik niet lezen. Er is niets veranderd. Sla de lijst op als CSV of XLSX en stuur die.
sheet-unsafe =
    Dit bestand open ik niet, want het is niet veilig. Er is niets veranderd. Sla de lijst op als CSV en stuur die.
sheet-broken =
    { $line ->
        [0] Dit bestand is stuk.
       *[other] Regel { $line } van dit bestand is stuk.
    } Er is niets veranderd. Sla de lijst opnieuw op en stuur hem nog een keer.
sheet-empty =
    Dit bestand is leeg. Er is niets veranderd. Zet op de eerste regel de namen van de kolommen.
sheet-too-long =
    Deze lijst is te lang. Er is niets veranderd. Stuur hoogstens { $max_rows } regels per keer.
sheet-too-wide =
    Regel { $line } heeft te veel kolommen. Er is niets veranderd. Gebruik hoogstens { $max_columns } kolommen.
sheet-header =
    Kolom { $column } heeft geen naam, of de naam staat er twee keer. Er is niets veranderd. Pas regel { $line } aan.
sheet-columns =
    Regel { $line } heeft meer cellen dan er kolommen zijn. Er is niets veranderd. Pas die regel aan.
sheet-quote =
    Op regel { $line } staat een aanhalingsteken te veel of te weinig. Er is niets veranderd. Pas die regel aan.
sheet-cell =
    In regel { $line } staat een cel die te lang of onleesbaar is. Er is niets veranderd. Pas die regel aan.
sheet-formula =
    In regel { $line }, kolom { $column } staat een som of een fout. Er is niets veranderd. Zet daar gewoon de uitkomst neer.

## Pictures

picture-too-large = Deze foto is te groot. Er is niets veranderd. Stuur een foto van hoogstens { $most_mb } MB.
picture-unreadable = Dit bestand kan ik niet als foto lezen. Er is niets veranderd. Stuur een JPG, PNG, WEBP of GIF.
picture-away = Ik kreeg je foto niet binnen. Er is niets veranderd. Stuur de foto nog een keer.

## Matching module

start-find-button = Vind een groep
matching-collective-not-found = Deze groep vind ik hier niet. Misschien staat de groep nu uit. Zoek een andere met /zoek.
matching-collective-exists = { $name } in { $place } staat er al. Vraag een contactpersoon van die groep of een medewerker om je toe te voegen. Met /collectief toon zie je de groep.
matching-empty-profile = Vul een naam in, en in een paar woorden wat jullie doen. De rest mag leeg blijven.
matching-empty-wish = Schrijf wie of wat je zoekt, kies een thema, of noem een plaats.
matching-no-own-collective = Kennismaken doe je namens je eigen groep. Zet die er eerst bij met /collectief maak. Dat is klaar in twee minuten. Je groep mag ook klein of nieuw zijn.
matching-own-collective = Dit is je eigen groep. Kies een andere groep.
matching-asked-before = Jullie hebben deze groep al gevraagd. Vanaf { $again_at } kan het opnieuw.
matching-already-met = Jullie hebben al ja gezegd tegen elkaar. Je vindt het contact met /kennismakingen.
matching-too-many-open = Jullie wachten al op { $most } antwoorden. Trek er een in met /kennismakingen, of wacht even.
matching-introduction-over = Deze kennismaking is voorbij. Je hoeft niets te doen.
matching-introduction-not-found = Deze kennismaking ken ik niet, of ze is niet voor jouw groep. Kijk met /kennismakingen.
matching-unknown-choice = Deze keuze ken ik niet. Kies opnieuw uit de lijst.
matching-card-themes = Thema: { $values }
matching-card-offers = Biedt: { $values }
matching-card-needs = Zoekt: { $values }
matching-card-phase = Fase: { $values }
matching-card-context = Waar: { $values }
matching-card-hidden = Je groep is nu niet te vinden.
matching-why = Past bij je: { $why }.
matching-found-success = Dit lukte hen: { $what }
matching-pick-groups = Waar gaat jullie groep over?
matching-pick-themes = Kies hoogstens { $most } thema's.
matching-pick-phase = Hoe ver zijn jullie?
matching-pick-context = Waar zijn jullie bezig?
matching-form-title =
    { $is_new ->
        [yes] Zet je groep erbij
       *[no] Wijzig je groep
    }
matching-form-name = Naam van de groep
matching-form-name-hint = Zoals jullie jezelf noemen.
matching-form-place = Dorp, wijk of postcode
matching-form-place-hint = Zo precies als je wilt. Je mag ook zeggen hoe precies anderen het zien.
matching-form-description = Wat doen jullie?
matching-form-description-hint = Eén of twee zinnen. Zet hier geen telefoonnummer in: iedereen kan dit lezen.
matching-form-offers = Wat kunnen jullie een ander bieden?
matching-form-offers-hint = Elk ding op een nieuwe regel. Bijvoorbeeld: een zaal op dinsdag.
matching-form-needs = Wat zoeken jullie?
matching-form-needs-hint = Elk ding op een nieuwe regel. Mag leeg blijven.
matching-made = **{ $name } staat erbij en jij bent contactpersoon.** Andere groepen kunnen jullie nu vinden. Stap 3 mag je overslaan: vertel wat jullie een ander kunnen geven en wat jullie zoeken. Dan vind ik groepen die nog beter passen.
matching-changed = Bewaard. Zo staat je groep er nu:
matching-left =
    { $last ->
        [yes] Klaar. Je bent geen contactpersoon meer van { $name }. Je was de laatste. Daarom laat ik de groep aan niemand meer zien. Een medewerker krijgt bericht en kan een nieuwe contactpersoon zoeken. Bedenk je je? Dan kun je 14 dagen lang terugkomen met de knop.
       *[no] Klaar. Je bent geen contactpersoon meer van { $name }. Vragen om kennis te maken die je open had staan, zijn ingetrokken.
    }
matching-paused =
    { $hidden ->
        [yes] { $name } is nu niet meer te vinden. Alles blijft bewaard. Weer meedoen? Druk op de knop of typ /collectief weer-meedoen.
       *[no] { $name } is weer te vinden.
    }
matching-edit-button = Wijzig de tekst
matching-hide-button = Pauze
matching-unhide-button = Weer meedoen
matching-leave-button = Stop als contactpersoon
matching-introduce-button = Maak kennis
matching-make-button = Zet je groep erbij
matching-introduce-number = Maak kennis met { $number }
matching-contact-done = { $who } is nu ook contactpersoon van { $name } en krijgt daar bericht van.
matching-contact-bot = Een bot kan geen contactpersoon zijn. Er is niets veranderd. Kies iemand uit je groep.
matching-contact-added = Je bent nu contactpersoon van { $name }. Wil een andere groep kennismaken, dan vraag ik het jou. Je contact geef ik pas door als jij ja zegt. Wil je dit niet? Druk op de knop, dan stopt het meteen.
matching-none-own = Je hebt hier nog geen groep. Zet die erbij met /collectief maak.
matching-none-named = Ik vind geen groep met die naam. Probeer een deel van de naam, of zoek met /zoek.
matching-choose = Welke groep bedoel je?
matching-find-title = Vind een groep
matching-find-text = Wie of wat zoek je?
matching-find-text-hint = Bijvoorbeeld: een groep die zelf een buurthuis beheert.
matching-find-place = In de buurt van (mag leeg blijven)
matching-find-place-hint = Dorp, wijk, stad of postcode.
matching-unknown-place = De plaats { $place } ken ik niet. Ik heb zonder plaats gezocht.
matching-nothing-found = Ik vind nu geen groep die hierbij past. Probeer het met andere woorden of zonder plaats. Of stel je vraag met /vraag stel, dan zoekt een medewerker mee.
matching-found =
    { $count ->
        [one] Deze groep past bij wat je zoekt:
       *[other] Deze { $count } groepen passen bij wat je zoekt:
    }
matching-found-by =
    { $count ->
        [one] Deze groep past bij wat je zoekt en bij { $name }:
       *[other] Deze { $count } groepen passen bij wat je zoekt en bij { $name }:
    }
success-title = Deel een succes
success-form-what = Wat lukte er?
success-form-what-hint = In één zin. Bijvoorbeeld: we kregen de sleutel van het dorpshuis.
success-form-how = Hoe deden jullie dat?
success-form-how-hint = Zo kort als je wilt. Noem geen namen of telefoonnummers: iedereen kan dit lezen.
success-form-otherwise = Wat zou je nu anders doen?
success-form-otherwise-hint = Daar leert een ander het meest van. Mag leeg blijven.
success-form-abroad = Uit een ander land? Wat is hier anders?
success-form-abroad-hint = Alleen invullen bij een voorbeeld van buiten Nederland.
success-shared = Bewaard: { $what } Een medewerker kijkt ernaar. Daarna kan iedereen het lezen. Je krijgt er bericht van.
success-no-group = Een succes deel je namens je groep. Zet die er eerst bij. Dat is zo gedaan.
success-not-found = Dit succes vind ik hier niet. Misschien is het weggehaald.
success-empty = Vul in wat er lukte en hoe jullie dat deden. De rest mag leeg blijven.
success-no-reason = Schrijf erbij waarom niet. Dan weet de groep wat er anders moet.
success-by = Een succes van { $who }.
success-how = Hoe ging het?
success-otherwise = Wat zouden ze nu anders doen?
success-abroad = Let op: dit komt niet uit Nederland. Wat is hier anders: { $differs }
success-in-other-language = Dit is geschreven in een andere taal.
success-gone = Dit succes is weggehaald.
success-circle = Een groep uit deze kring deelt wat er lukte:
success-group-button = Bekijk de groep
success-share-button = Deel een succes
success-withdraw-button = Haal weg
success-withdraw-number = Haal { $number } weg
success-withdrawn = Weggehaald. Niemand kan het nog lezen.
success-list = Dit lukte groepen, het nieuwste eerst:
success-none = Er staan hier nog geen successen bij. Lukte er iets bij jullie, hoe klein ook? Deel het.
success-mine = De successen van jouw groep:
success-none-own = Jouw groep heeft nog geen succes gedeeld. Een klein succes telt ook.
success-state-waiting = Een medewerker kijkt er nog naar.
success-state-published = Iedereen kan dit lezen.
success-state-refused = Dit staat er niet bij. Reden: { $reason }
success-photo-button = Foto erbij
success-photo-kept = De foto is bewaard. Een medewerker kijkt ernaar, daarna kan iedereen hem zien.
success-publish-button = Zet erbij
success-refuse-button = Niet erbij zetten
success-refuse-title = Niet erbij zetten
success-refuse-reason = Waarom niet? De groep leest dit.
success-refused-done = Goed. De groep krijgt je reden te lezen.
success-published = Staat erbij: { $what } De groep krijgt er bericht van.
success-card-waiting = **Een groep deelt een succes.** Staan er geen namen of andere gegevens van mensen in? Zet het er dan bij.
success-card-published = **Een succes dat erbij staat.**
success-card-refused = **Een succes dat er niet bij staat.** Reden: { $reason }
success-card-withdrawn = **De groep heeft dit succes weggehaald.** Je hoeft niets te doen.
success-told-waiting = Een medewerker kijkt nog naar je succes: { $what }
success-told-published = Je succes staat erbij: { $what } Iedereen kan het nu lezen, ook onder antwoorden van de helpdesk. Weghalen kan altijd met /succes mijn.
success-told-refused = Je succes staat er nog niet bij: { $what } Een medewerker schrijft: "{ $reason }" Je kunt het opnieuw delen met /succes deel.
success-told-withdrawn = Je succes is weggehaald.
command-succes = Successen van groepen
command-succes-deel = Deel wat er bij jullie lukte
command-succes-lijst = Lees wat er bij andere groepen lukte
command-succes-mijn = De successen van jouw groep
coffee-not-found = Deze koffieronde is er niet. Met /koffieronde mee zie je welke er zijn.
coffee-over = Deze koffieronde is voorbij of gestopt. Met /koffieronde mee zie je welke er zijn.
coffee-unclear = Kies een ritme van 1 tot en met { $most } weken, en een dag van maandag tot en met vrijdag.
coffee-not-in = Je doet nu niet mee aan deze koffieronde. Je hoeft dus niets over te slaan.
coffee-name-all = de koffieronde voor iedereen
coffee-name-theme = de koffieronde over { $theme }
coffee-open =
    { $weeks ->
        [one] **Koffie met iemand die bij je past?** Doe mee met { $name }. Elke week breng ik mensen bij elkaar die elkaar nog niet spraken, met twee of soms met drie. Jullie kiezen zelf een moment. Zien of bellen mag allebei. De eerste ronde is op { $at }. Iedereen mag meedoen, lid of geen lid, met of zonder groep. Je stapt in en uit met een knop.
       *[other] **Koffie met iemand die bij je past?** Doe mee met { $name }. Om de { $weeks } weken breng ik mensen bij elkaar die elkaar nog niet spraken, met twee of soms met drie. Jullie kiezen zelf een moment. Zien of bellen mag allebei. De eerste ronde is op { $at }. Iedereen mag meedoen, lid of geen lid, met of zonder groep. Je stapt in en uit met een knop.
    }
coffee-join-button = Ja, ik doe mee
coffee-leave-button = Ik stop ermee
coffee-skip-button = Deze keer niet
coffee-back-button = Ik doe weer mee
coffee-after-all-button = Toch wel deze keer
coffee-joined = Je doet mee met { $name }. De volgende ronde is op { $at }. Twee werkdagen ervoor vraag ik of het uitkomt.
coffee-joined-for = Je doet namens { $group } mee met { $name }. De volgende ronde is op { $at }. Twee werkdagen ervoor vraag ik of het uitkomt.
coffee-left = Je doet niet meer mee. Je hoeft niet te zeggen waarom. Zat je al bij iemand? Die hoort van mij dat jij niet komt.
coffee-left-already = Je deed al niet mee.
coffee-skipped = Goed, deze keer sla je over. De ronde daarna doe je weer mee.
coffee-skipped-late = Goed, deze keer sla je over. Met wie je zou praten, hoort van mij dat het niet lukt. De volgende ronde is op { $at }. Dan doe je weer mee.
coffee-asked = **Doe je mee deze keer?** Op { $at } begint { $name } weer. Doe je mee, dan hoef je niets te doen. Komt het niet uit, dan is één druk op de knop genoeg.
coffee-alone-few = **Deze keer gaat de koffie niet door.** Je was de enige bij { $name }. De volgende keer ben je als eerste aan de beurt. Ken je iemand die ook wil? Vertel het door.
coffee-alone-nobody = **Deze keer was er niemand voor je.** Het kwam niet uit bij { $name }. Dat ligt niet aan jou. De volgende keer ben je als eerste aan de beurt.
coffee-alone-left = **Met wie je koffie zou drinken, kan deze keer niet.** Daardoor ben je nu alleen bij { $name }. De volgende keer ben je als eerste aan de beurt.
coffee-paused = **Ik zet je even op pauze bij { $name }.** De laatste twee keer hoorde ik niets van je. Dat geeft niet. Wil je weer meedoen, dan is één druk op de knop genoeg. Ik vraag het je niet nog eens.
coffee-stopped = Er komen geen rondes meer van { $name }. Bedankt voor het meedoen. Wat je al afsprak, gaat gewoon door.
coffee-made = **De groepjes zijn gemaakt** voor { $name }.
coffee-proof-people = Mensen: { $people }. Paren: { $pairs }. Drietallen: { $trios }.
coffee-proof-alone =
    { $alone ->
        [0] Niemand overgeslagen.
        [one] Voor één mens was er niemand. Die weet dat, en komt de volgende keer als eerste.
       *[other] Voor { $alone } mensen was er niemand. Zij weten dat, en komen de volgende keer als eerste.
    }
coffee-proof-repeats =
    { $repeats ->
        [0] Herhalingen: 0. Iedereen spreekt iemand die nieuw is.
       *[other] Herhalingen: { $repeats }. Zo veel rondes is de nieuwste geleden: { $age }.
    }
coffee-proof-same =
    { $same ->
        [0] Niemand zit bij iemand van de eigen groep.
        [one] In één groepje zitten mensen van dezelfde groep. Dat kon niet anders.
       *[other] In { $same } groepjes zitten mensen van dezelfde groep. Dat kon niet anders.
    }
coffee-proof-waited =
    { $waited ->
        [0] Niemand wachtte nog van de vorige keer.
        [one] Wie het langst wachtte (één ronde), zit erbij.
       *[other] Wie het langst wachtte ({ $waited } rondes), zit erbij.
    }
coffee-proof-score = Gemiddeld passen de groepjes voor { $score } procent.
coffee-proof-best =
    { $best ->
        [yes] Een betere indeling bestaat niet: dat is nagerekend.
       *[no] Een betere indeling vond de bot niet in de tijd die hij had.
    }
coffee-preview = **Vooruitkijken naar { $name }.** Er is niets verstuurd. De ronde is op { $at }. Als het nu zover was:
coffee-preview-none = Er doet nu niemand mee met { $name }.
coffee-preview-new = • { $names }
coffee-preview-again =
    { $age ->
        [one] • { $names }. Zij spraken elkaar de vorige keer.
       *[other] • { $names }. Zij spraken elkaar { $age } rondes geleden.
    }
coffee-preview-more = En meer groepjes: { $count }.
coffee-preview-alone = Nog niemand voor: { $names }.
coffee-figures = **De koffierondes in cijfers.** Zonder namen.
coffee-figures-line = • { $name }. Weken tussen twee rondes: { $weeks }. Nu doen er { $members } mee en staan er { $paused } op pauze. Rondes: { $rounds }. Plekken: { $people }. Groepjes van het laatste half jaar: { $groups }, met een moment: { $planned }. Zo vaak had iemand niemand: { $alone }. Herhalingen: { $repeats }.
coffee-none = Er zijn hier nu geen koffierondes.
coffee-list = De koffierondes hier. Iedereen mag meedoen:
coffee-line-out = • { $name }: de volgende ronde is op { $at }.
coffee-line-in =
    { $for_group ->
        [yes] • { $name }: je doet mee namens { $group }. De volgende ronde is op { $at }.
       *[no] • { $name }: je doet mee. De volgende ronde is op { $at }.
    }
coffee-line-paused = • { $name }: je staat op pauze. De volgende ronde is op { $at }.
coffee-line-skips = • { $name }: je slaat de ronde van { $at } over.
coffee-join-named = Doe mee: { $name }
coffee-leave-named = Stop: { $name }
coffee-skip-named = Sla één keer over: { $name }
coffee-opened =
    { $weeks ->
        [one] Goed: elke week is er { $name }. De eerste keer dat ik nieuwe groepjes maak, is op { $at }.
       *[other] Goed: om de { $weeks } weken is er { $name }. De eerste keer dat ik nieuwe groepjes maak, is op { $at }.
    }
coffee-stopped-done = Gestopt: { $name }. Wie meedeed, krijgt bericht.
command-koffieronde = Koffie met iemand die bij je past
command-koffieronde-mee = Doe mee, sla over of stap uit
command-koffieronde-maak = Begin een koffieronde, of kies een ander ritme
command-koffieronde-stop = Stop een koffieronde
command-koffieronde-vooruit = Kijk wie elkaar zou spreken, niemand krijgt bericht
command-koffieronde-cijfers = De koffierondes in cijfers, zonder namen
option-coffee-theme = Het thema. Leeg: de ronde voor iedereen
option-coffee-weeks = Om de hoeveel weken, van 1 tot en met 26
option-coffee-day = De dag waarop ik de groepjes maak
outbox-kind-coffee-open = de uitnodiging voor een koffieronde
outbox-kind-coffee-asked = de vraag of iemand deze keer meedoet met koffie
outbox-kind-coffee-alone = het bericht dat er deze keer niemand voor iemand was
outbox-kind-coffee-paused = het bericht dat iemand op pauze staat bij een koffieronde
outbox-kind-coffee-stopped = het einde van een koffieronde
outbox-kind-coffee-made = de cijfers van een nieuwe koffieronde
circle-not-found = Deze kring is er niet meer. Met /kringen zie je welke er zijn.
circle-no-place = Er is nog geen kanaal voor kringen. Een beheerder kiest dat met /instellingen kanaal.
circle-invitation = **Wil je bij de kring over { $theme }?** Meer groepen hier zijn daarmee bezig. In een kring praat je met elkaar in een eigen gesprek: je stelt een vraag, je deelt wat lukt.
circle-who = Wie er al bij zijn: { $names }.
circle-invitation-foot = Je zit nergens aan vast. Je stapt in en uit met een knop. Doe je niets, dan vraag ik het niet nog eens.
circle-join-button = Ja, ik doe mee
circle-no-button = Nee, dank je
circle-leave-button = Stap uit de kring
circle-back-button = Toch meedoen
circle-joined = Je bent erbij. Het gesprek over { $theme } vind je hier: { $thread }
circle-joined-waits =
    { $needed ->
        [one] Je bent erbij. Zegt nog één ander ja, dan open ik het gesprek over { $theme }.
       *[other] Je bent erbij. Zeggen nog { $needed } anderen ja, dan open ik het gesprek over { $theme }.
    }
circle-joined-soon = Je bent erbij. Ik open nu het gesprek over { $theme }. Je krijgt er bericht van.
circle-left = Goed, je zit niet in de kring over { $theme }. Niemand hoort daar iets van.
circle-thread-name = Kring: { $theme }
circle-opening = **Welkom in de kring over { $theme }.** Hier praten jullie met elkaar. Wie meedoet, leest mee.
circle-opening-foot = Twee vragen om mee te beginnen: Waar ben je trots op? En waar kun je hulp bij gebruiken?
circle-closed = Deze kring is gestopt. Wat hier staat, blijft staan. Bedankt voor het meedenken.
circle-closed-done = De kring over { $theme } is gestopt.
circle-list = De kringen hier. Iedereen mag meedoen:
circle-none = Er zijn hier nog geen kringen. Doen genoeg groepen hetzelfde, dan vraag ik of ze een kring willen.
circle-line-open =
    { $count ->
        [one] • { $theme }: één iemand, in { $thread }
       *[other] • { $theme }: { $count } mensen, in { $thread }
    }
circle-line-waits =
    { $needed ->
        [0] • { $theme }: het gesprek gaat zo open
        [one] • { $theme }: nog één iemand nodig om te beginnen
       *[other] • { $theme }: nog { $needed } mensen nodig om te beginnen
    }
circle-join-named = Doe mee: { $theme }
circle-leave-named = Stap uit: { $theme }
circle-close-named = Stop de kring: { $theme }
circle-begun =
    { $count ->
        [0] De kring staat klaar. Er was niemand nieuw om te vragen.
        [one] De kring staat klaar. Ik heb één contactpersoon gevraagd.
       *[other] De kring staat klaar. Ik heb { $count } contactpersonen gevraagd.
    }
circle-needed-set = Goed. Hebben { $count } groepen hetzelfde thema, dan vraag ik of ze een kring willen.
command-kring = Kringen, voor medewerkers
command-kring-begin = Begin nu een kring over een thema
command-kring-vanaf = Vanaf hoeveel groepen ik een kring voorstel
command-kringen = De kringen waar je bij kunt
option-circle-needed = Het aantal groepen, van 2 tot 50
outbox-kind-circle-invitation = de vraag of iemand bij een kring wil
outbox-kind-circle-thread = het gesprek van een kring
outbox-kind-circle-opening = het begin van een kring
outbox-kind-circle-in = iemand in een kring laten
outbox-kind-circle-out = iemand uit een kring laten
outbox-kind-circle-closed = het einde van een kring
watch-button = Laat het me weten
watch-not-found = Deze melding heb je niet (meer). Met /melding lijst zie je welke je hebt.
watch-unknown-place = De plaats { $place } ken ik niet. Probeer een dorp, wijk, stad of postcode.
watch-too-many = Je hebt al { $most } meldingen. Stop er eerst een met /melding lijst.
watch-begun = Goed. Komt er een groep bij, dan laat ik het je weten in een privébericht: { $what }. Stoppen kan altijd.
watch-stopped = Gestopt. Je hoort hier niets meer over.
watch-stop-button = Stop deze melding
watch-stop-number = Stop { $number }
watch-list = Over deze nieuwe groepen hoor je van mij:
watch-none = Je hebt geen meldingen. Met /melding nieuw laat ik je weten als er een groep bij komt.
watch-every-theme = alle thema's
watch-around = binnen { $km } kilometer van { $place }
watch-now = meteen
watch-weekly = elke maandag
watch-found = **Nieuw hier** ({ $what }):
watch-more =
    { $count ->
        [one] En nog één andere groep. Met /groepen zie je ze allemaal.
       *[other] En nog { $count } andere groepen. Met /groepen zie je ze allemaal.
    }
watch-over = Deze melding is gestopt. Je hoeft niets te doen.
command-melding = Horen als er een groep bij komt
command-melding-nieuw = Laat het me weten als er een groep bij komt
command-melding-lijst = Welke meldingen je hebt, en ze stoppen
option-watch-km = Tot hoeveel kilometer van die plaats
option-watch-now = Meteen, of anders elke maandag
outbox-kind-watch-found = de melding dat er een groep bij kwam
sheets-no-file = Het bestand is er niet meer bij. Stuur het opnieuw met /groepenlijst breng.
sheets-file = groepen
sheets-exported =
    { $count ->
        [one] Hier is de lijst met één groep. Er staan geen namen van mensen in. Je kunt hem later weer inlezen.
       *[other] Hier is de lijst met { $count } groepen. Er staan geen namen van mensen in. Je kunt hem later weer inlezen.
    }
sheets-take-in-button = Lees in
sheets-more =
    { $count ->
        [one] En nog één regel.
       *[other] En nog { $count } regels.
    }
duplicate-not-found = Een van deze twee is er niet meer. Kijk opnieuw met /groepenlijst dubbel.
duplicate-none = Ik zie geen groepen die er twee keer in staan.
duplicate-pair =
    { $count ->
        [one] Deze twee lijken dezelfde groep:
       *[other] Deze twee lijken dezelfde groep. Na deze heb ik er nog meer:
    }
duplicate-what = Is het dezelfde groep? Kies welke naam blijft. De contactpersonen, thema's, vragen en kennismakingen van de andere gaan mee. Er gaat niets verloren.
duplicate-keep = Zelfde groep, houd { $letter }
duplicate-no = Dit zijn er twee
duplicate-merged = Samengevoegd. De groep heet nu { $name }:
duplicate-distinct = Goed, dit zijn twee groepen. Ik vraag het niet nog eens.
command-groepenlijst = De lijst met groepen, voor medewerkers en beheerders
command-groepenlijst-dubbel = Groepen die er misschien twee keer in staan
command-groepenlijst-haal = Alle groepen in een bestand
command-groepenlijst-breng = Lees groepen in uit een bestand
option-sheet-excel = Een Excel-bestand, of anders CSV
option-sheet-file = Een CSV of Excel-bestand
lonely-list = Deze groepen kennen hier nog niemand. Bel of schrijf ze eens, of stel ze zelf aan elkaar voor:
lonely-none = Elke groep die hier langer dan twee weken is, heeft al eens een andere ontmoet.
lonely-fits = { $name } past het best bij:
lonely-nobody = { $name }: ik vind nog geen groep die erbij past.
command-groepenlijst-alleen = Groepen die hier nog niemand kennen
groups-title =
    { $count ->
        [one] Er staat hier één groep.
       *[other] Er staan hier { $count } groepen.
    }
groups-title-chosen =
    { $count ->
        [one] Eén groep bij: { $chosen }.
       *[other] { $count } groepen bij: { $chosen }.
    }
groups-none = Hier staat nog geen groep bij. Kies een ander thema of een andere provincie. Of zet je eigen groep erbij.
groups-partners = Partners (geen bewonersgroepen)
groups-page = Bladzijde { $page } van { $pages }. Druk op een nummer om meer over die groep te lezen.
groups-pick-theme = Welk thema?
groups-pick-province = Welke provincie?
groups-pick-context = Wat voor plek?
groups-everything = Alles
groups-show = Bekijk { $number }
groups-back = Vorige
groups-on = Volgende
groups-map-button = Kaart
groups-all-button = Bekijk alle groepen
groups-map-title =
    { $count ->
        [one] Eén groep op de kaart
       *[other] { $count } groepen op de kaart
    }
groups-map-file = kaart.png
groups-map-unknown = Zonder plaats
groups-map-more = { " " }en { $count } andere plaatsen
command-groepen = Bekijk alle groepen, per thema of provincie, en op de kaart
matching-others-motive = Met een andere drijfveer
matching-others-context = Op een ander soort plek
matching-next-introduce = Een gesprek waard? Druk op Maak kennis. De ander ziet pas wie je bent als jullie allebei ja zeggen.
matching-next-make = Wil je kennismaken? Zet dan eerst je eigen groep erbij. Druk op de knop, of typ /collectief maak.
matching-request-title = Maak kennis
matching-request-from = Namens welke groep?
matching-request-note = Waarom wil je kennismaken?
matching-request-note-hint = De andere groep leest dit. Mag leeg blijven.
matching-reach = Hoe mogen ze je bereiken?
matching-reach-hint = Telefoon of e-mail, mag leeg. De ander ziet dit pas na twee keer ja.
matching-requested = Gevraagd. Ik heb { $name } een bericht gestuurd. Zeggen zij ja, dan krijgen jullie elkaars contact. Ik laat uiterlijk { $until } iets weten.
matching-requested-no-contact = Gevraagd. { $name } heeft hier nog geen contactpersoon. Een medewerker kijkt mee. Ik laat uiterlijk { $until } iets weten.
matching-they-asked = { $name } wil ook met jullie kennismaken en vroeg het al. Wil je dat?
matching-yes-title = Ja, we maken kennis
matching-yes-button = Ja, graag
matching-no-button = Nee, nu niet
matching-you-agreed = Mooi! Ik breng jullie bij elkaar: je krijgt zo een bericht met momenten om uit te kiezen. Het contact staat hier alvast.
matching-answer-button = Bekijk het antwoord
matching-answer =
    { $state ->
        [asked] Er is nog geen antwoord van { $other }. Ik laat uiterlijk { $until } iets weten. Staan je privéberichten uit? Kijk dan later met deze knop, of typ /kennismakingen.
       *[ended] De kennismaking met { $other } is er nu niet van gekomen. Zoek gerust een andere groep met /zoek.
    }
matching-staff-unseen = Een groep wil kennismaken met { $name }. De vraag kwam niet aan: de contactpersonen van die groep krijgen geen privéberichten. Zie je iemand van die groep? Vraag om /kennismakingen te typen. Daar staat de vraag met de knoppen.
matching-you-refused = Goed. De ander hoort niet dat je nee zei. Wil je zeggen waarom? Het hoeft niet, en de ander ziet het nooit.
matching-withdrawn = Je vraag is ingetrokken.
matching-line =
    { $asker ->
        [yes] { $number }. { $mine } vroeg { $other }: { $state }
       *[no] { $number }. { $other } vroeg { $mine }: { $state }
    }
matching-state-asked = wacht op antwoord tot { $until }.
matching-state-agreed = jullie kennen elkaar.
matching-state-ended = voorbij.
matching-none-introductions = Er zijn nog geen kennismakingen. Zoek een groep met /zoek en druk op Maak kennis.
matching-withdraw-named = Trek in: { $name }
matching-yes-named = Ja tegen { $name }
matching-no-named = Nee tegen { $name }
matching-contact-named = Contact van { $name }
matching-agreed = **{ $mine } en { $other } maken kennis.** Jullie zeiden allebei ja. Je contact bij { $other } is { $name } ({ $mention }).
matching-agreed-reach = Te bereiken via: { $reach }
matching-agreed-next = Stuur gerust het eerste bericht en spreek een moment af om elkaar te zien of te bellen.
matching-request = **{ $other } wil graag kennismaken met { $mine }.**
matching-request-said = Zij schrijven: "{ $note }"
matching-request-foot = Wil je dat? Pas als jij ja zegt, krijgen jullie elkaars contact. Zeg je nee of niets, dan hoort de ander dat niet. Je kunt antwoorden tot { $until }.
matching-request-over = { $other } wilde kennismaken met { $mine }. Dit is afgehandeld. Je hoeft niets te doen.
matching-ended = De kennismaking met { $other } is er nu niet van gekomen. Dat kan van alles betekenen. Zoek gerust een andere groep met /zoek.
matching-staff-no-contact = Een groep wil kennismaken met { $name }. Die groep heeft hier nog geen contactpersoon. Ken je iemand? Voeg die toe met /collectief contact.
outbox-kind-contact-added = het bericht aan een nieuwe contactpersoon
outbox-kind-introduction-request = de vraag om kennis te maken
outbox-kind-staff-success = een succes om na te kijken
outbox-kind-success-checked = het bericht over een succes
outbox-kind-success-circle = een succes in een kring
outbox-kind-introduction-ended = het bericht dat een kennismaking voorbij is
outbox-kind-introduction-unseen = het bericht over een vraag die niet aankwam
outbox-kind-introduction-no-contact = het bericht over een groep zonder contactpersoon
matching-form-line = Wat doen jullie, en waar?
matching-form-line-hint = In één zin. Bijvoorbeeld: wij runnen een buurthuis in Deurne.
matching-form-offers-kinds = Wat kunnen jullie geven?
matching-form-needs-kinds = Wat zoeken jullie?
matching-form-links = Waar staan jullie op internet?
matching-form-links-hint = Hoogstens drie adressen, elk op een nieuwe regel.
matching-form-picture = Foto
matching-form-picture-hint = Hoogstens 4 MB. Vraag eerst wie erop staat of het mag.
matching-form-alt = Wat staat er op de foto?
matching-form-alt-hint = In één zin, voor wie de foto niet kan zien.
matching-step-check =
    { $resumed ->
        [yes] **Je was al begonnen. Stap 2 van 3: klopt dit?** Alles is bewaard. Niemand anders ziet dit nog.
       *[no] **Stap 2 van 3: klopt dit?** Dit is wat ik begreep. Niemand anders ziet dit nog.
    }
matching-step-no-theme = Een thema herkende ik niet. Kies er een in de lijst, of laat het leeg.
matching-step-no-place = De plaats herkende ik niet. Druk op Plaats, of laat het leeg.
matching-step-which-place = Deze plaats is er vaker. Kies eerst welke jullie bedoelen.
matching-place-unclear = Deze plaats is er vaker. Kies eerst in de lijst welke jullie bedoelen. Wat je invulde, is bewaard.
matching-pick-place = Welke plaats is het?
matching-pick-other = Iets anders
matching-confirm-button = Klopt, zet erbij
matching-place-button = Plaats
matching-drop-button = Toch niet
matching-another-button = Een andere groep
matching-exchange-title = Geven en zoeken
matching-exchange-button = Wat geven en zoeken jullie?
matching-matches-button = Wie past bij ons?
matching-more-button = Meer invullen
matching-more = Alles hieronder mag leeg blijven. Kies wat je wilt invullen. Ik bewaar het meteen.
matching-pick-subject = Wat wil je invullen?
matching-filled-in = ingevuld
matching-subject-words = Naam, plaats en tekst
matching-subject-exchange = Wat we geven en zoeken
matching-subject-themes = Thema's
matching-subject-context = Soort plek
matching-subject-phase = Hoe ver we zijn
matching-subject-motives = Waarom we het doen
matching-subject-methods = Hoe we werken
matching-subject-legal_form = Vereniging, stichting of nog niets
matching-subject-languages = Talen
matching-subject-members = Hoeveel mensen meedoen
matching-subject-precision = Hoe precies anderen de plaats zien
matching-subject-links = Op internet
matching-subject-picture = Foto
matching-pick-motives = Waarom doen jullie het? Kies er hoogstens 3.
matching-pick-methods = Hoe werken jullie? Kies er hoogstens 3.
matching-pick-legal_form = Wat voor groep zijn jullie? Nog geen vorm is ook goed.
matching-pick-languages = Welke talen spreken jullie?
matching-pick-members = Hoeveel mensen doen ongeveer mee?
matching-pick-precision = Hoe precies mogen anderen zien waar jullie zijn?
matching-precision-place = De plaats of wijk
matching-precision-municipality = Alleen de gemeente
matching-precision-province = Alleen de provincie
matching-members-1-5 = 1 tot 5 mensen
matching-members-6-15 = 6 tot 15 mensen
matching-members-16-50 = 16 tot 50 mensen
matching-members-51-150 = 51 tot 150 mensen
matching-members-151-500 = 151 tot 500 mensen
matching-members-501 = meer dan 500 mensen
matching-language-nl = Nederlands
matching-language-fy = Fries
matching-language-nds = Nedersaksisch
matching-language-li = Limburgs
matching-language-ngt = Nederlandse Gebarentaal
matching-language-en = Engels
matching-language-de = Duits
matching-language-fr = Frans
matching-language-tr = Turks
matching-language-ar = Arabisch
matching-language-ber = Berbers (Tamazight)
matching-language-pap = Papiaments
matching-language-srn = Sranantongo
matching-language-pl = Pools
matching-language-uk = Oekraïens
matching-language-ru = Russisch
matching-language-ro = Roemeens
matching-language-bg = Bulgaars
matching-language-es = Spaans
matching-language-pt = Portugees
matching-language-it = Italiaans
matching-language-zh = Chinees
matching-language-fa = Perzisch (Farsi, Dari)
matching-language-so = Somalisch
matching-language-ti = Tigrinya
matching-card-partner = Partner: geen groep van bewoners, wel iemand die met groepen samenwerkt.
matching-card-motives = Waarom: { $values }
matching-card-methods = Aanpak: { $values }
matching-card-form = Vorm: { $values }
matching-card-members = Doen mee: { $values }
matching-card-languages = Talen: { $values }
matching-card-links = Op internet: { $values }
matching-card-closed = Wil nu even niet kennismaken.
matching-card-contacts =
    { $count ->
        [one] Contactpersoon: { $values }
       *[other] Contactpersonen: { $values }
    }
matching-card-precision-municipality = Anderen zien van de plaats alleen de gemeente.
matching-card-precision-province = Anderen zien van de plaats alleen de provincie.
matching-no-picture-button = Foto weghalen
matching-no-alt-text = Schrijf in één zin wat er op de foto staat. De foto is nog niet bewaard.
matching-bad-link = { $link } lijkt geen adres op internet. Er is niets veranderd. Schrijf het zo: www.dorpshuis.nl
matching-close-button = Nu even niet kennismaken
matching-open-button = Weer kennismaken
matching-closed =
    { $closed ->
        [yes] { $name } blijft te vinden, maar andere groepen kunnen nu even niet vragen om kennis te maken.
       *[no] Andere groepen kunnen { $name } weer vragen om kennis te maken.
    }
matching-stop-button = Stop
matching-stay-button = Toch blijven
matching-contact-asked = Ik heb { $who } gevraagd om { $name } over te nemen. Zegt { $who } ja, dan ben jij meteen geen contactpersoon meer. Tot die tijd verandert er niets. De vraag blijft 14 dagen staan.
matching-contact-offered = { $who } vraagt of jij contactpersoon wilt worden van { $name }. Zeg je ja, dan stopt { $who }. Wil een andere groep kennismaken, dan vraag ik het jou. Je contact geef ik pas door als jij ja zegt. Je kunt 14 dagen antwoorden.
matching-take-button = Ja, ik neem het over
matching-decline-button = Nee, liever niet
matching-contact-declined = Goed. Ik zeg dat je { $name } nu niet overneemt.
matching-contact-answered =
    { $taken ->
        [yes] { $who } neemt { $name } over. Jij bent geen contactpersoon meer. Vragen om kennis te maken die je open had staan, zijn ingetrokken. Dank je wel voor wat je deed.
       *[no] { $who } neemt { $name } nu niet over. Jij blijft contactpersoon. Je kunt iemand anders vragen met /collectief overdragen.
    }
matching-contact-none = { $name } heeft geen contactpersoon meer en is daarom niet meer te vinden. Ken je iemand van die groep? Maak die contactpersoon met /collectief contact. Daarna zet die de groep weer aan.
matching-offer-over = Deze vraag geldt niet meer. Er is niets veranderd. Vraag een contactpersoon van de groep om het opnieuw te vragen.
matching-already-contact = { $name } is al contactpersoon van deze groep. Er is niets veranderd. Wil je zelf weg? Typ /collectief stop.
matching-silent = Klopt dit nog? Van { $name } hoorde ik een jaar niets. Dat mag. Hoor ik { $days } dagen niets, dan laat ik de groep niet meer zien. Wat jullie deelden, blijft staan. Ik vraag dit maar één keer.
matching-alive-button = Ja, klopt nog
matching-alive = Dank je. { $name } blijft te vinden.
matching-silent-alone = { $count ->
    [one] Van { $names } hoorde ik een jaar niets, en er is niemand die ik kan vragen. Over { $days } dagen laat ik de groep niet meer zien. Ken je iemand van die groep? Maak die contactpersoon met /collectief contact.
   *[other] Van { $count } groepen hoorde ik een jaar niets, en er is niemand die ik kan vragen: { $names }. Over { $days } dagen laat ik ze niet meer zien. Ken je iemand van zo'n groep? Maak die contactpersoon met /collectief contact.
}
outbox-kind-collective-silent = de vraag of een profiel nog klopt
outbox-kind-collectives-silent = een lijst van stille groepen
outbox-kind-contact-offered = de vraag om contactpersoon te worden
outbox-kind-contact-answered = het antwoord van een nieuwe contactpersoon
outbox-kind-contact-none = het bericht dat een groep geen contactpersoon meer heeft
command-collectief-overdragen = Vraag iemand om jou op te volgen als contactpersoon
command-collectief-pauze = Laat je groep even niet zien
command-collectief-weer-meedoen = Laat je groep weer zien
command-collectief-stop = Stop als contactpersoon, meteen
matching-movement =
    { $site ->
        [none] Ook goed om te weten: bij **{ $name }**, { $about }, vind je misschien nog meer groepen over dit thema.
       *[other] Ook goed om te weten: bij **{ $name }**, { $about }, vind je misschien nog meer groepen over dit thema. Kijk op { $site }.
    }

## From a match to a meeting

matching-not-open = Deze groep staat nu even niet open voor nieuwe kennismakingen. Zoek gerust een andere groep met /zoek.
matching-reminder = Een herinnering, en de enige: **{ $other } wil graag kennismaken met { $mine }.** Antwoorden kan tot { $until }. Zeg je nee of niets, dan hoort de ander dat niet.
matching-reason-button =
    { $reason ->
        [far] Te ver weg
        [themes] Andere thema's
        [time] Geen tijd
       *[other] Iets anders
    }
matching-reason-noted =
    { $reason ->
        [time] Dank je. Hebben jullie even geen tijd voor nieuwe mensen? Met /collectief toon druk je op Nu even niet kennismaken. Dan vraagt niemand je.
       *[other] Dank je. Niemand leest dit. Het telt alleen mee in wat jij zelf vindt.
    }
meeting-line = { $names }: jullie kiezen nog een moment.
meeting-line-planned = { $names }: afgesproken op { $at }.
meeting-figures = Voor medewerkers, over een half jaar: { $asked } keer gevraagd om kennis te maken, { $agreed } keer zeiden beide groepen ja. Er waren { $meetings } ontmoetingen, ook uit de koffierondes. Voor { $planned } daarvan is een moment gekozen.
meeting-figures-helped = Heeft het geholpen? Ja: { $yes }. Nog niet: { $later }. Nee: { $no }.
meeting-figures-few = Of het hielp, zie je als minstens vijf mensen antwoordden.
guard-button = Klopt er iets niet?
guard-what = Voelt het contact met { $names } niet goed? Je kunt het aan een medewerker vertellen. Je kunt de groep ook blokkeren: jullie vinden elkaar dan niet meer, en de groep kan jullie niets vragen. De ander hoort dit niet.
guard-report-button = Vertel het een medewerker
guard-block-button = Blokkeer deze groep
guard-blocked = { $names } kan jullie niets meer vragen, en jullie vinden elkaar niet meer. De ander hoort dit niet. Opheffen kan altijd met /kennismakingen.
guard-line = { $own } heeft { $other } geblokkeerd.
guard-unblock-button = Hef op: { $name }
guard-unblocked = De blokkade van { $name } is opgeheven.
guard-report-title = Vertel wat er is
guard-report-words = Wat klopt er niet?
guard-reported = Dank je. Medewerkers lezen dit nu, met wat er in de vraag stond. De ander hoort dit niet.
guard-no-staff = Er is hier nog geen kanaal voor medewerkers, dus dit kwam niet aan. Spreek een medewerker aan, of blokkeer de groep.
guard-card = **{ $own } meldt iets over { $others }.**
guard-card-note = Dit stond in de vraag om kennis te maken: "{ $said }"
guard-card-words = Dit schrijft wie het meldt: "{ $said }"
guard-card-foot = De andere groep weet dit niet. Praat eerst met wie het meldt. Met de knop zie je het profiel. Daar kun je de groep ook verbergen.
guard-show-button = Bekijk de groep
outbox-kind-introduction-reminder = de herinnering aan een vraag om kennis te maken
outbox-kind-introduction-report = een melding over een groep
meeting-not-found = Deze afspraak ken ik niet, of je hoort er niet (meer) bij. Kijk met /kennismakingen.
meeting-moment-gone = Dit moment kan niet meer. Kijk welke momenten er nu staan, of druk op Andere momenten.
meeting-planned-already = Jullie hebben al afgesproken op { $at }. Komt dat toch niet uit? Druk op Andere momenten.
meeting-moment-unfit = Dit moment past niet meer bij iedereen. Kijk wat er nu staat, of druk op Andere momenten.
meeting-no-moments = Vul een of meer momenten in. Bijvoorbeeld: dinsdag 19.30.
meeting-thread-name = { $number }. { $names }
meeting-opening =
    { $word ->
        [coffee] **Koffie! { $names } spreken elkaar deze ronde.** Zien of bellen mag allebei, een half uur is genoeg.
       *[introduction] **{ $names } maken kennis.** Jullie zeiden allebei ja.
    }
meeting-guest =
    { $has_place ->
        [yes] **{ $collective }** uit { $place }: { $who }.
       *[no] **{ $collective }**: { $who }.
    }
meeting-guest-alone = { $who }.
meeting-guest-reach = Te bereiken via: { $reach }
meeting-why = Dit past bij elkaar: { $why }.
meeting-reason-offers-what-you-need = { $other } biedt wat { $mine } zoekt: “{ $what }”.
meeting-reason-offers-something-like-it = { $other } biedt iets dat lijkt op wat { $mine } zoekt: “{ $what }”.
meeting-reason-needs-what-you-offer = { $other } zoekt wat { $mine } biedt: “{ $what }”.
meeting-reason-needs-something-like-it = { $other } zoekt iets dat lijkt op wat { $mine } biedt: “{ $what }”.
meeting-reason-a-phase-ahead = { $other } is al verder, in de fase “{ $names }”.
meeting-reason-same-place = Allebei in { $what }.
meeting-reason-distance = { $number } kilometer van elkaar.
meeting-questions = Twee vragen om mee te beginnen:
meeting-opening-foot =
    { $thread ->
        [yes] Praat hier met elkaar verder. Dit gesprek is van jullie.
       *[no] Stuur elkaar gerust het eerste bericht.
    }
meeting-moments = **Wanneer zien of bellen jullie elkaar?** Druk bij elk moment wat voor jou klopt. Je mag het later veranderen.
meeting-moment =
    { $is_over ->
        [yes] { $number }. ~~{ $at }~~ is voorbij
       *[no] { $number }. { $at }
    }
meeting-can =
    { $can ->
        [yes] { $number }: ja
        [maybe] { $number }: als het moet
       *[no] { $number }: nee
    }
meeting-can-of =
    { $can ->
        [yes] { $who }: ja
        [maybe] { $who }: als het moet
       *[no] { $who }: nee
    }
meeting-noted =
    { $can ->
        [yes] Genoteerd: op { $at } kun je.
        [maybe] Genoteerd: op { $at } kun je als het moet.
       *[no] Genoteerd: op { $at } kun je niet.
    }
meeting-fits = Op { $at } kan iedereen. Eén druk op de knop, en het staat.
meeting-hopeless = Geen van deze momenten past bij iedereen. Druk op Andere momenten en stel er zelf een paar voor.
meeting-short-moment = { $at }
meeting-plan-button = Afspreken: { $moment }
meeting-other-button = Andere momenten
meeting-other-title = Andere momenten
meeting-other-moment =
    { $number ->
        [1] Eerste moment
        [2] Tweede moment (mag leeg)
       *[other] Derde moment (mag leeg)
    }
meeting-proposed = Voorgesteld. De ander ziet deze momenten nu ook. Zeg zelf ook wat je kunt:
meeting-is-planned = **Afgesproken: { $at }.** Komt het toch niet uit? Druk op Andere momenten.
meeting-planned = **Afgesproken: { $at }.** { $names } zien of bellen elkaar dan. Spreek samen af waar. De dag ervoor herinner ik jullie.
meeting-you-planned = Het staat: { $at }. Iedereen krijgt bericht.
meeting-tomorrow = Een herinnering: **{ $at }** zien of bellen { $names } elkaar. Komt het toch niet uit? Druk op Andere momenten.
meeting-alone = Op { $at } zou je met een andere groep praten. Wie dat zou doen, is geen contactpersoon meer. Reken er dus niet op, tenzij je zelf iets hebt afgesproken. Met /zoek vind je andere groepen.
meeting-calendar-button = Zet in je agenda
meeting-calendar-title = Kennismaken: { $names }
meeting-calendar-about = Afgesproken via Bewonersbot.
meeting-calendar-file = kennismaken
meeting-calendar-here = Open dit bestand. Dan komt de afspraak in je agenda.
meeting-helped = Een paar weken geleden bracht ik { $names } met elkaar in contact. Eén vraag, en dan vraag ik het niet meer: **heeft het geholpen?** De ander ziet je antwoord niet. Medewerkers zien alleen hoe vaak alle groepen samen ja of nee zeiden.
meeting-helped-button =
    { $helped ->
        [yes] Ja
        [not-yet] Nog niet
       *[no] Nee
    }
meeting-helped-thanks =
    { $helped ->
        [yes] Fijn om te horen! Wil je delen wat er werkte? Dat kan met /succes deel.
        [not-yet] Dank je. Nog een keer afspreken kan altijd: druk op Andere momenten bij jullie afspraak.
       *[no] Dank je, ook daar leren we van. Met /zoek vind je andere groepen.
    }
meeting-unreached = { $name } ({ $mention }) krijgt geen privéberichten van mij. Stuur jij het eerste bericht? { $name } vindt alles ook met /kennismakingen.
meeting-moments-named = Afspraak met { $name }
outbox-no-threads = In dat kanaal kan ik geen privédraad maken, of iemand kan er niet bij. De groepen kregen een privébericht.
outbox-kind-meeting-thread = de draad voor groepen die kennismaken
outbox-kind-meeting-opening = het begin van een kennismaking
outbox-kind-meeting-moments = de momenten voor een afspraak
outbox-kind-meeting-planned = het bericht over een afspraak
outbox-kind-meeting-tomorrow = de herinnering aan een afspraak
outbox-kind-meeting-alone = het bericht dat een afspraak vervalt
outbox-kind-meeting-helped = de vraag of een kennismaking hielp
outbox-kind-meeting-unreached = het bericht dat een ander geen privéberichten krijgt
command-collectief = Je groep: erbij zetten, wijzigen en bekijken
command-collectief-maak = Zet je groep erbij
command-collectief-wijzig = Wijzig wat er over je groep staat
command-collectief-toon = Bekijk een groep, of die van jezelf
command-collectief-contact = Maak iemand contactpersoon van je groep
command-zoek = Zoek groepen die bij je passen
command-kennismakingen = Bekijk met wie je kennismaakt
option-collective = (Een deel van) de naam van de groep
option-collective-person = Wie wordt contactpersoon?
option-find-text = Wie of wat zoek je, in gewone woorden
option-find-theme = Een thema
option-find-place = Dorp, wijk, stad of postcode

setup-welcome = Hallo, ik ben de Bewonersbot. Ik sta nog niet klaar. Wie de server beheert, typt: /instellingen toon
outbox-kind-welcome = de eerste begroeting
outbox-kind-staff-undelivered = een melding voor medewerkers

## Alerts

start-follow-button = Volg het nieuws
alerts-not-found = Dit bericht kan ik niet vinden. Er is niets veranderd. Typ /beleidsbericht lijst om te zien wat er is.
alerts-changed = Bericht { $number } is veranderd na deze vraag. Er is niets veranderd door je druk op de knop. Kijk naar de nieuwste vraag om akkoord.
alerts-own = Bericht { $number } heb je zelf geschreven. Er is niets veranderd. Vraag een andere medewerker om akkoord.
alerts-late = Akkoord geven kon { $hours } uur lang. Er is niets veranderd. De schrijver kan bericht { $number } opnieuw laten zien met /beleidsbericht verder.
alerts-unfinished = Het bericht is nog niet klaar. Er is niets veranderd.{ $themes ->
        [yes] { " " }Kies minstens één thema.
       *[no] { "" }
    }{ $link ->
        [yes] { " " }Geef een link die begint met https://.
       *[no] { "" }
    }
alerts-themes = Dit zijn te veel thema's. Er is niets veranderd. Kies er hoogstens { $most }.
alerts-over = { $state ->
        [sent] Bericht { $number } is al verstuurd.
        [approved] Bericht { $number } heeft al akkoord.
        [retracted] Bericht { $number } is ingetrokken.
        [merged] Deze verbetering is al verstuurd.
       *[other] Bericht { $number } is nog niet verstuurd.
    } Er is niets veranderd.
alerts-not-yours = Bericht { $number } is van een collega. Er is niets veranderd. Vraag je collega om het aan te passen, of schrijf zelf een bericht.
alerts-no-place = Er is nog geen kanaal voor nieuws of voor medewerkers. Er is niets veranderd. Vraag een beheerder om /instellingen te openen.
alerts-ends = Het bericht geldt tot { $until }. { $past ->
        [yes] Dat is al voorbij.
       *[no] Het moet dus eerder weg.
    } Er is niets veranderd. Kies met /beleidsbericht verder een andere einddatum of een ander moment.
alerts-what = **Wat gebeurt er?**
alerts-meaning = **Wat betekent dit voor jou?**
alerts-action = **Wat kun je doen?**
alerts-until-day = **Tot wanneer?** Tot en met { $day }.
alerts-until = **Tot wanneer?** Tot { $at }.
alerts-source = Bron: { $link }. Bericht van { $day }.
alerts-about = Thema: { $themes }.
alerts-code = -# Code { $code }. Met /klopt-dit zie je of een bericht echt van ons is.
alerts-corrected = *Verbeterd op { $at }. Lees het opnieuw.*
alerts-retracted = **Ingetrokken: { $title }**
    Dit bericht klopt niet meer. Gebruik het niet.
    -# Code { $code }
alerts-stop-button = Stop deze berichten
alerts-stopped = { $had ->
        [yes] Je krijgt geen berichten meer. Wil je ze later weer? Druk op de knop.
       *[no] Je volgde nog niets. Er is niets veranderd. Wil je nieuws? Druk op de knop.
    }
alerts-follow-none = Je volgt nog niets. Kies hieronder de thema's die je wilt volgen. Je krijgt dan een privébericht als er nieuws is. Stoppen kan altijd.
alerts-follow-all = Je volgt alle thema's. Je krijgt een privébericht als er nieuws is.
alerts-follow = Je volgt: { $themes }. Je krijgt een privébericht als er nieuws is.
alerts-follow-pick = Kies thema's, lijst { $part }
alerts-follow-all-button = Volg alle thema's
alerts-code-unknown = Deze code kennen wij niet. Kijk of je hem goed typte. Staat de code zo in een bericht? Dan is dat bericht niet van ons. Druk niet op de links en vul niets in.
alerts-code-retracted = Dit bericht was van ons, maar is ingetrokken: **{ $title }**. Gebruik het niet meer.
alerts-code-real = Bij deze code hoort dit bericht van { $day }:
    Titel: **{ $title }**
    { $line }
    Bron: { $link }
    Staat er iets anders in jouw bericht? Dan is het niet van ons. Wij vragen nooit om een wachtwoord of om geld.
alerts-form-title = { $kind ->
        [change] Pas bericht { $number } aan
        [correct] Verbeter bericht { $number }
       *[other] Schrijf een beleidsbericht
    }
alerts-form-title-field = Titel
alerts-form-title-hint = Zo kort als een kop in de krant
alerts-form-what = Wat gebeurt er?
alerts-form-what-hint = Alleen feiten, in gewone woorden
alerts-form-meaning = Wat betekent dit voor de lezer?
alerts-form-meaning-hint = Voor wie geldt het, en wat merk je ervan?
alerts-form-action = Wat kan de lezer doen?
alerts-form-action-hint = Tot wanneer het kan, vul je daarna in
alerts-form-source-url = Link naar de bron
alerts-form-source-url-hint = Begint met https://
alerts-moment-title = Wanneer gaat het bericht weg?
alerts-moment-label = Op welk moment?
alerts-moment-hint = Bijvoorbeeld: vrijdag 10.00
alerts-until-title = Tot wanneer kan de lezer iets doen?
alerts-until-label = Laatste dag of moment
alerts-until-hint = Bijvoorbeeld: 1 december. Leeg is: geen einddatum
alerts-until-value = { $at }
alerts-until-button = Tot wanneer?
alerts-take-button = Neem over
alerts-themes-pick = Kies thema's, lijst { $part }
alerts-change-button = Pas tekst aan
alerts-moment-button = Kies een moment
alerts-now-button = Meteen na akkoord
alerts-ask-button = Vraag akkoord
alerts-approve-button = Akkoord
alerts-send-button = Stuur toch
alerts-retract-button = Ja, trek in
alerts-preview = { $state ->
        [draft] { $correction ->
            [yes] Verbetering { $number } is bewaard.
           *[no] Bericht { $number } is bewaard.
        } Zo zien lezers het.
        [asked] Bericht { $number } wacht op akkoord van een collega. Pas je het aan? Vraag dan opnieuw akkoord.
        [approved] Bericht { $number } heeft akkoord. Pas je het aan? Vraag dan opnieuw akkoord.
        [retracted] Bericht { $number } is ingetrokken.
       *[other] Bericht { $number } is verstuurd.
    }{ $planned ->
        [yes] { " " }Moment: { $at }.
       *[no] { "" }
    }{ $themes ->
        [yes] { "" }
       *[no] { " " }Kies nog een thema.
    }{ $link ->
        [yes] { "" }
       *[no] { " " }Deze link kan niet. Geef een link die begint met https://.
    }
alerts-card = Bericht { $number } van { $writer } vraagt akkoord van een collega.{ $corrects ->
        [0] { $planned ->
            [yes] { " " }Het gaat weg op { $at }.
           *[no] { " " }Het gaat meteen weg.
        }
       *[other] { " " }Het komt in de plaats van bericht { $corrects }, overal waar dat staat.
    } Je hebt 24 uur.
alerts-card-held = { $why ->
        [late] Bericht { $number } van { $writer } had weg moeten gaan op { $at }. Dat lukte niet op tijd. Het wacht nu. Klopt het nog? Een andere medewerker kan het toch sturen. Dat kan 24 uur lang.
        [approver] Bericht { $number } van { $writer } is niet weggegaan. Wie akkoord gaf, is geen medewerker meer. Een andere medewerker kan nu akkoord geven. Dan gaat het meteen weg. Je hebt 24 uur.
       *[writer] Bericht { $number } is niet weggegaan. De schrijver is geen medewerker meer. Neem het over en vraag dan een collega om akkoord. Of haal het weg met /beleidsbericht trek-in.
    }
alerts-card-over = { $approved ->
        [yes] Bericht { $number }, { $title }: akkoord van { $approver }.
       *[no] Bericht { $number }, { $title }: deze vraag om akkoord geldt niet meer.
    }
alerts-approved = { $state ->
        [sent] Bericht { $number } heeft je akkoord en is onderweg.
        [merged] De verbetering heeft je akkoord en is onderweg.
       *[other] Bericht { $number } heeft je akkoord. Het gaat weg op { $at }.
    }
alerts-you-retracted = { $sent ->
        [yes] Bericht { $number } is ingetrokken, overal waar het staat.
       *[no] Bericht { $number } is ingetrokken. Het was nog niet verstuurd.
    }
alerts-retract-sure = Wil je bericht { $number } intrekken: **{ $title }**? Lezers zien dan overal dat het niet meer geldt. Dit kun je niet terugdraaien.
alerts-list-line = Bericht { $number }: { $title } { $state ->
        [draft] Nog niet klaar, begonnen op { $at }.
        [asked] Wacht op akkoord sinds { $at }.
        [approved] Gaat weg op { $at }.
        [retracted] Ingetrokken, van { $at }.
       *[other] Verstuurd op { $at }.
    }{ $held ->
        [none] { "" }
        [late] { " " }Het ging niet op tijd weg.
        [writer] { " " }De schrijver is geen medewerker meer.
       *[approver] { " " }Wie akkoord gaf, is geen medewerker meer.
    }{ $until ->
        [none] { "" }
       *[other] { " " }{ $until }
    }
alerts-list-none = Er is nog geen bericht. Schrijf er een met /beleidsbericht schrijf.
outbox-kind-alert = een beleidsbericht in het nieuwskanaal
outbox-kind-alert-dm = een beleidsbericht aan een volger
outbox-kind-staff-alert = een vraag om akkoord
command-beleidsbericht = Schrijf en beheer beleidsberichten, voor medewerkers
command-beleidsbericht-schrijf = Schrijf een nieuw beleidsbericht
command-beleidsbericht-verder = Ga verder met een bericht dat je eerder schreef
command-beleidsbericht-verbeter = Verbeter een bericht, ook als het al verstuurd is
command-beleidsbericht-trek-in = Trek een bericht in, overal waar het staat
command-beleidsbericht-lijst = Bekijk de nieuwste beleidsberichten
command-abonneren = Kies van welke thema's je nieuws krijgt
command-afmelden = Stop alle nieuwsberichten
command-klopt-dit = Kijk of een bericht echt van ons is
option-alert-number = Het nummer van het bericht
option-alert-code = De code onder het bericht

## Matching module: files with collectives

import-languages = Deze taal ken ik niet: { $what }. Gebruik afkortingen zoals nl, en of tr.
import-members = Dit is geen keuze voor het aantal mensen: { $what }. Kies bijvoorbeeld 6-15.
import-precision = Dit ken ik niet: { $what }. Kies place, municipality of province.
import-links = Dit is geen goed adres op internet: { $what }. Hoogstens drie, met een puntkomma ertussen.
import-country = Dit is geen land: { $what }. Gebruik twee letters, zoals nl of be.
import-similar = Let op: lijkt op { $name }, die er al staat.
import-no-name-column = De kolom name ontbreekt. Er is niets veranderd. Zet op de eerste regel de namen van de kolommen.
import-line = Regel { $line }: { $name }: { $said }
import-outcome-new = nieuw
import-outcome-changed = anders dan wat er stond
import-outcome-same = was al zo
import-outcome-bad = klopt niet
import-no-name = de naam is leeg
import-twice = { $what } staat er twee keer in, met dezelfde plaats
import-themes = het thema "{ $what }" bestaat niet
import-context = de context "{ $what }" bestaat niet
import-phase = de fase "{ $what }" bestaat niet
import-motives = de drijfveer "{ $what }" bestaat niet
import-methods = de aanpak "{ $what }" bestaat niet
import-legal_form = de organisatievorm "{ $what }" bestaat niet
import-population = "{ $what }" is geen aantal inwoners
import-contact = "{ $what }" is geen account. Zet er bijvoorbeeld discord:123456789 neer
import-done = Klaar. Nieuw: { $new }. Bijgewerkt: { $changed }. Was al zo: { $same }.
import-plan = Er is nog niets veranderd. Nieuw: { $new }. Bijgewerkt: { $changed }. Was al zo: { $same }.
import-refused =
    { $bad ->
        [one] Er is niets veranderd, want één regel klopt niet. Verbeter die en lees het bestand opnieuw in.
       *[other] Er is niets veranderd, want { $bad } regels kloppen niet. Verbeter die en lees het bestand opnieuw in.
    }

## Privacy

command-mijn-gegevens = Zie en bewaar wat de bot over jou weet
command-vergeet-mij = Laat de bot alles over jou wissen
command-privacy = Lees wat de bot met jouw gegevens doet
command-taal = Kies de taal waarin de bot met jou praat
option-language = Welke taal?
language-nl = Nederlands
language-en = English
privacy-language-set = De bot praat voortaan Nederlands met jou.
privacy-nothing = Wij bewaren niets over jou. Er is niets te wissen.
privacy-none-now = Wij bewaren nu niets over jou.
privacy-file = Dit is alles wat de bot over jou bewaart. Het ene bestand kun je lezen. Het andere is voor een computer. Alleen jij ziet dit bericht. Klopt er iets niet? Vraag het met /vraag stel. Wil je dat wij alles wissen? Typ /vergeet-mij.
privacy-page-title = Jouw gegevens bij de Bewonersbot, { $at }
privacy-page-kept = Hoe lang: { $how }
privacy-page-until = Tot { $at }.
privacy-page-seen = Wie ziet het: { $who }
privacy-page-of-other = [bericht van een ander]
privacy-page-line = { $label }: { $value }
privacy-ask =
    Wil je dat wij alles over jou wissen?
    Dit gaat weg: je naam en account. Je vragen en de antwoorden. Je stemmen in open peilingen. De thema's waar je nieuws over krijgt. Je rol als contactpersoon. Je verzoeken om kennis te maken. Berichten die nog klaarstaan.
    Dit blijft: de uitslag van peilingen die al klaar zijn, zonder jouw naam. En wat je schreef voor de hele groep: een peiling, artikel of beleidsbericht, of als medewerker een antwoord aan een ander. Ook daar gaat jouw naam weg, behalve in een privébericht van meer dan 30 dagen oud.
    Anonieme stemmen in een peiling die klaar is, kunnen wij niet vinden. In onze kopieën duurt het wissen 35 dagen.
    Je kunt dit niet terugdraaien.
privacy-erase-button = Ja, wis alles over mij
privacy-done =
    Alles over jou is gewist. Jouw bewijs: { $code }. Schrijf die code op als je hem wilt bewaren.
    Wat je zelf in een kanaal typte, wis je zelf: houd het bericht ingedrukt en kies Verwijderen. Ook ons gesprek in je privéberichten blijft in de app staan.
    Gebruik je de bot weer? Dan kent hij je niet meer en begint hij opnieuw.
privacy-erased-message = Dit bericht is gewist, omdat iemand dat vroeg.
privacy-reminder = Je was lang niet bij de Bewonersbot. Over { $days } dagen wissen wij alles over jou. Wil je dat niet? Typ dan /privacy of stel een vraag. Dan blijft alles staan.
outbox-kind-privacy-erased = het wissen van een bericht
outbox-kind-privacy-reminder = een seintje dat wij bijna gegevens wissen
privacy-restrict-on-button = Zet gegevens stil
privacy-restrict-off-button = Zet gegevens aan
privacy-object-on-button = Maak bezwaar
privacy-object-off-button = Trek bezwaar in
privacy-restrict-on =
    Je gegevens staan stil. Wij bewaren ze, maar gebruiken ze niet. Medewerkers weten dat je dit vroeg.
    { privacy-on-hold }
privacy-object-on =
    Je bezwaar is bewaard. Een beheerder geeft je binnen een maand antwoord. Tot dan gebruiken wij je gegevens niet.
    { privacy-on-hold }
privacy-on-hold =
    De bot stelt jou niet voor aan andere groepen. Jouw open verzoeken om kennis te maken stoppen.
    Je krijgt geen nieuws of andere berichten van de bot. Je krijgt wel antwoord als je zelf iets vraagt. En een seintje voordat wij iets wissen.
    Stem je zelf in een peiling? Dan telt je stem mee.
    Wil je terug? Typ /mijn-gegevens.
privacy-hold-already = Dat had je al gevraagd. Er is niets veranderd.
privacy-hold-over = { $still ->
        [yes] Dat is ingetrokken. Je gegevens staan nog stil, want je vroeg ook iets anders.
       *[no] Je gegevens staan weer aan. De bot gebruikt ze weer.
    }
privacy-hold-none = Dat was al zo. Er is niets veranderd.
privacy-restriction-card = { $kind ->
        [object] **{ $name } maakt bezwaar tegen het gebruik van de eigen gegevens.** De bot gebruikt ze nu niet. Praat met { $name } en geef antwoord voor { $at }. Klaar? Dan drukt een beheerder op de knop.
       *[restrict] { $name } zette de eigen gegevens stil. De bot gebruikt ze nu niet. Je hoeft niets te doen.
    }
privacy-restriction-over = { $how ->
        [decided] Dit bezwaar is klaar.
       *[other] Iemand vroeg iets over de eigen gegevens, en trok dat weer in.
    }
privacy-restriction-gone = Dit is al klaar. Er is niets veranderd.
privacy-decide-button = Bezwaar is klaar
privacy-you-decided = Dit bezwaar is klaar. De vrager krijgt nu bericht.
privacy-decided = Een beheerder heeft naar je bezwaar gekeken. Het bezwaar is nu klaar. De bot gebruikt je gegevens weer. Zette je ze zelf ook stil? Dan blijft dat zo. Heb je een vraag? Typ /vraag stel. Klagen kan bij de Autoriteit Persoonsgegevens. Alles laten wissen kan met /vergeet-mij.
outbox-kind-privacy-restriction = een vraag over iemands gegevens
outbox-kind-privacy-decided = het antwoord op een bezwaar
privacy-table-restrictions = Wat wij niet met je gegevens mogen doen
privacy-keep-restrictions = Tot je het intrekt, of tot een beheerder antwoord geeft.
privacy-seen-restrictions = Jij en medewerkers.
privacy-notice-who = **Jouw gegevens bij de Bewonersbot.** Wij zijn LSA bewoners. Wij zorgen voor deze bot. Hier lees je wat de bot met jouw gegevens doet.
privacy-notice-what = **Wat bewaren wij?** Je naam in de chat en het nummer van je account. Wat je de bot vraagt of vertelt. Ben je contactpersoon? Dan ook hoe mensen jou kunnen bereiken.
privacy-notice-why = **Waarom?** Om je vraag goed te beantwoorden. Om groepen met elkaar in contact te brengen. Om stemmen eerlijk te tellen.
privacy-notice-basis = **Waarom mag dat?** Voor vragen en peilingen hebben wij het nodig voor ons werk. Dat heet 'gerechtvaardigd belang'. Voor kennismaken en nieuws over een thema vragen wij eerst jouw toestemming. Je mag altijd weer nee zeggen.
privacy-notice-long = **Hoe lang?** Je vraag: 90 dagen nadat hij klaar is. Vertel je over een noodsituatie? Dan 30 dagen. Een kennismaking: 6 maanden. Een stem op naam: 12 maanden na de peiling. Je naam en account: tot 24 maanden na je laatste bericht. Eerst krijg je een seintje. Kopieën voor als er iets stukgaat: 35 dagen.
privacy-notice-seen = **Wie ziet het?** Medewerkers van LSA zien je vraag. Een andere groep ziet je naam pas als jullie allebei ja zeggen. Wij verkopen niets. De bot neemt geen besluiten over jou.
privacy-notice-discord = **Let op: Discord.** Deze chat is van Discord, een bedrijf in Amerika. Discord ziet ook wat je typt en waar je op klikt. Vertel in de chat dus niets dat geheim moet blijven.
privacy-notice-votes = **Stemmen met naam.** Na de sluiting kan iedereen in de groep zien wat jij koos, 12 maanden lang. Dat staat vooraf bij de peiling. **Stemmen zonder naam.** Niemand in de groep ziet wat jij stemt. Medewerkers ook niet. Is de peiling nog open? Dan kan alleen de technische beheerder het met veel moeite uitzoeken. Dat doen wij niet. Na de sluiting kan het niet meer. Stemt iedereen hetzelfde? Dan weten anderen toch wat jij koos.
privacy-notice-rights = **Wat mag jij?** Zien wat wij hebben: typ /mijn-gegevens. Daar kun je ook je gegevens stilzetten of bezwaar maken. Weg bij de bot: typ /vergeet-mij. Wij wissen dan alles van jou. In de kopieën duurt dat 35 dagen. Wat je zelf in een kanaal typte, wis je zelf in de app.
privacy-notice-young = **Jonger dan 16?** Dan is deze bot niet voor jou. Vraag een volwassene om mee te doen.
privacy-notice-complain = **Vraag of klacht?** { $contact ->
        [none] Vraag een medewerker met /vraag stel.
       *[other] Vraag een medewerker met /vraag stel. Of mail naar { $contact }.
    } Klagen kan ook bij de Autoriteit Persoonsgegevens. Versie 2, november 2026.
privacy-table-people = Jij
privacy-keep-people = Tot 24 maanden na je laatste bericht.
privacy-seen-people = Jij en medewerkers.
privacy-table-identities = Je account in de chat
privacy-keep-identities = Zo lang als je naam.
privacy-seen-identities = Alleen de bot.
privacy-table-buckets = Hoe vaak je iets deed
privacy-keep-buckets = 24 uur.
privacy-seen-buckets = Alleen de bot.
privacy-table-questions = Je vragen
privacy-keep-questions = Tot 90 dagen nadat de vraag klaar is. In nood: 30 dagen.
privacy-seen-questions = Jij en medewerkers. Vroeg je het in een kanaal? Dan iedereen daar.
privacy-table-answers = Antwoorden
privacy-keep-answers = Zo lang als de vraag.
privacy-seen-answers = Wie het vroeg en medewerkers.
privacy-table-deliveries = Berichten van de bot aan jou
privacy-keep-deliveries = Tot 30 dagen na het versturen. Staat het voor iedereen onder een vraag? Dan zo lang als die vraag. De inhoud 24 uur.
privacy-seen-deliveries = Jij en de technische beheerder.
privacy-table-question_events = Wat er met je vraag gebeurde
privacy-keep-question_events = Zo lang als de vraag.
privacy-seen-question_events = Medewerkers. Jij ziet de stappen, niet hun notities.
privacy-table-question_followers = Vragen die jij ook hebt
privacy-keep-question_followers = Tot je ermee stopt.
privacy-seen-question_followers = Alleen de bot.
privacy-table-bottlenecks = Regels die je in de weg zitten
privacy-keep-bottlenecks = 12 maanden. Daarna blijft alleen het thema.
privacy-seen-bottlenecks = Medewerkers.
privacy-table-routes = Thema’s waar je bij helpt
privacy-keep-routes = Tot je het uitzet.
privacy-seen-routes = Medewerkers.
privacy-table-absences = Wanneer je weg bent
privacy-keep-absences = Tot 30 dagen daarna.
privacy-seen-absences = Medewerkers.
privacy-table-consultations = Vragen waar je advies over gaf
privacy-keep-consultations = Zo lang als de vraag.
privacy-seen-consultations = Medewerkers en jij.
privacy-table-canned_replies = Vaste antwoorden die je schreef
privacy-keep-canned_replies = Het antwoord blijft tot het weg mag. Je naam 24 maanden.
privacy-seen-canned_replies = Medewerkers.
privacy-table-answer_drafts = Antwoorden die je nog niet verstuurde
privacy-keep-answer_drafts = Zo lang als de vraag.
privacy-seen-answer_drafts = Medewerkers.
privacy-table-article_versions = Artikelen die je veranderde
privacy-keep-article_versions = De tekst blijft. Je naam 24 maanden.
privacy-seen-article_versions = Medewerkers.
privacy-table-article_doubts = Wat er volgens jou niet klopt in een artikel
privacy-keep-article_doubts = 90 dagen.
privacy-seen-article_doubts = Medewerkers.
privacy-table-search_words = Zoekwoorden die je toevoegde
privacy-keep-search_words = Het woord blijft. Je naam 24 maanden.
privacy-seen-search_words = Medewerkers.
privacy-table-contacts = Je rol als contactpersoon
privacy-keep-contacts = Tot je rol stopt.
privacy-seen-contacts = Medewerkers en de andere contactpersonen van je groep. Een andere groep pas als jullie allebei ja zeiden.
privacy-table-contact_offers = Dat je gevraagd bent als contactpersoon
privacy-keep-contact_offers = 14 dagen, of tot je antwoord geeft.
privacy-seen-contact_offers = Wie het je vroeg, en medewerkers.
privacy-table-introductions = Kennismaken met andere groepen
privacy-keep-introductions = Tot 6 maanden na het einde. Na een nee: 30 dagen.
privacy-seen-introductions = Jouw groep. De andere groep ziet je verzoek.
privacy-table-pictures = Foto's die je meestuurde
privacy-keep-pictures = Zolang het profiel of het succes er is. Je naam gaat eraf als jij weg wilt.
privacy-seen-pictures = Iedereen die het profiel of het succes ziet.
privacy-table-attendees = Kennismakingen waar je bij bent
privacy-keep-attendees = Tot 6 maanden nadat de afspraak is gemaakt.
privacy-seen-attendees = De mensen met wie je kennismaakt.
privacy-table-meeting_moments = Wanneer je kunt
privacy-keep-meeting_moments = Tot 6 maanden nadat de afspraak is gemaakt.
privacy-seen-meeting_moments = De mensen met wie je kennismaakt.
privacy-table-collective_blocks = Groepen waar jouw groep niets van wil horen
privacy-keep-collective_blocks = Tot je het uitzet.
privacy-seen-collective_blocks = Alleen jouw groep en medewerkers.
privacy-table-watches = Nieuwe groepen waar je van wilt horen
privacy-keep-watches = Tot je ermee stopt.
privacy-seen-watches = Alleen de bot.
privacy-table-circle_members = Themakringen waar je bij hoort
privacy-keep-circle_members = Tot je eruit stapt.
privacy-seen-circle_members = De mensen in de kring.
privacy-table-coffee_members = Koffierondes waar je aan meedoet
privacy-keep-coffee_members = Tot je eruit stapt.
privacy-seen-coffee_members = De bot. Een medewerker kan vooruitkijken wie elkaar zou spreken.
privacy-table-coffee_seats = Met wie je koffie dronk
privacy-keep-coffee_seats = 2 jaar. Zo kom je niet steeds dezelfde mensen tegen.
privacy-seen-coffee_seats = De mensen met wie je samen was.
privacy-table-successes = Successen die je deelde
privacy-keep-successes = Tot je groep het succes weghaalt. Je naam gaat eraf als jij weg wilt.
privacy-seen-successes = Iedereen, zonder jouw naam.
privacy-table-activities = Activiteiten die je aankondigde
privacy-keep-activities = Tot een jaar erna. Je naam gaat eraf als jij weg wilt.
privacy-seen-activities = Iedereen, zonder jouw naam.
privacy-table-article_checks = Artikelen die je hebt nagekeken
privacy-keep-article_checks = 3 jaar. Je naam gaat eraf als jij weg wilt.
privacy-seen-article_checks = Medewerkers.
privacy-table-polls = Peilingen die je begon
privacy-keep-polls = De peiling blijft. Je naam gaat er 12 maanden na het einde uit.
privacy-seen-polls = Iedereen ziet de peiling.
privacy-table-ballots = Je stemmen
privacy-keep-ballots = Op naam: tot 12 maanden na de peiling. Anoniem: tot de peiling sluit.
privacy-seen-ballots = Op naam: na de sluiting iedereen in de groep. Anoniem: niemand.
privacy-table-alerts = Beleidsberichten die je schreef of goedkeurde
privacy-keep-alerts = Het bericht blijft. Je naam 24 maanden.
privacy-seen-alerts = Iedereen ziet het bericht, medewerkers je naam.
privacy-table-subscriptions = Waar je nieuws over wilt
privacy-keep-subscriptions = Tot je het uitzet.
privacy-seen-subscriptions = Alleen jij.
privacy-table-articles = Artikelen die je schreef
privacy-keep-articles = Tot 30 dagen nadat het artikel weggaat.
privacy-seen-articles = Iedereen ziet het artikel.
privacy-table-audits = Wat je als medewerker of bij de bot deed
privacy-keep-audits = Tot 12 maanden daarna.
privacy-seen-audits = Beheerders.
privacy-field-name = Naam
privacy-field-language = Taal
privacy-field-seen_at = Laatst gezien
privacy-field-id = Nummer
privacy-field-text = Tekst
privacy-field-state = Stand
privacy-field-asked_at = Gevraagd
privacy-field-closed_at = Klaar
privacy-field-written_at = Geschreven
privacy-field-reach = Te bereiken via
privacy-field-note = Toelichting
privacy-field-theme = Thema
privacy-field-choices = Gekozen
privacy-field-question = Vraag
privacy-field-title = Titel
privacy-field-action = Wat
privacy-field-object = Waarover
privacy-field-at = Wanneer
privacy-field-kind = Soort
privacy-field-queued_at = Klaargezet
privacy-field-since = Sinds
privacy-field-used_at = Laatst gebruikt

helpdesk-helped-button = Ja, ik ben geholpen
helpdesk-not-helped-button = Nee, nog niet
helpdesk-helped = Fijn. Je vraag is klaar. Wil je later nog iets weten? Stel gerust een nieuwe vraag.
helpdesk-not-helped = Dank je, dat is goed om te weten. Een medewerker kijkt opnieuw naar vraag { $number }. Je krijgt vanzelf bericht.

# De cijfers van de helpdesk

command-helpdesk = De helpdesk in cijfers, voor medewerkers
command-helpdesk-cijfers = Bekijk hoeveel vragen er kwamen en hoe snel ze klaar waren
option-figures-months = Over hoeveel maanden? Vul 1 tot 12 in
figures-title = De helpdesk in { $months ->
    [one] deze maand
   *[other] de laatste { $months } maanden
  }
figures-none = Er zijn nog geen vragen in deze maanden.
figures-total = { $asked ->
    [one] Eén vraag.
   *[other] { $asked } vragen.
  } Zonder medewerker klaar: { $by_article }. Door een medewerker beantwoord: { $by_person }.
figures-first = Een medewerker gaf gemiddeld na { DURATION($first_s) } het eerste antwoord.
figures-last = Een vraag was gemiddeld na { DURATION($last_s) } klaar.
figures-open = Nu open: { $open }. Vandaag gevraagd: { $fresh }. Deze week: { $week }. Ouder: { $older }.
figures-happy = Geholpen, zeggen vragers: { $happy }. Nog niet geholpen: { $unhappy }.
figures-themes = **Waar gaat het over?**
figures-theme = { $theme }: { $asked }, zonder medewerker { $by_article }
figures-rest = Andere thema’s of geen thema
figures-months = **Per maand**
figures-month = { $month }: { $asked }, zonder medewerker { $by_article }
figures-about = Thema’s met minder dan { $smallest } vragen staan bij elkaar. Vragen van mensen in nood tellen we niet. Het gemiddelde is de middelste waarde.
figures-picture = Vragen per maand
figures-picture-note = { $count } zonder medewerker
figures-file-button = Download voor Excel
figures-file = Hier is het bestand. Er staan geen namen in.
figures-column-month = Maand
figures-column-theme = Thema
figures-column-asked = Vragen
figures-column-by-article = Zonder medewerker
figures-column-by-person = Door medewerker
figures-column-first = Uren tot eerste antwoord
figures-column-last = Uren tot klaar
figures-column-happy = Geholpen
figures-column-unhappy = Niet geholpen

# Onder een antwoord: klopt het, wie deed dit al, een regel in de weg, ik ook, het thema

helpdesk-not-here = Bij deze vraag kan dat niet. Er is niets veranderd. Typ /vraag mijn om je eigen vragen te zien.
helpdesk-other-language = { $spoken ->
        [nl] Dit artikel is er alleen in het Nederlands.
       *[other] Dit artikel is er alleen in het Engels.
    }
helpdesk-flemish = Je vraag lijkt over Vlaanderen te gaan. Dit gaat over Nederlandse regels. Vraag bij je eigen gemeente wat daar geldt.
helpdesk-no-angle = Je noemt een eigen reden om dit te doen. Daarover staat hier niets apart. Een medewerker of een andere groep weet er misschien meer van.
helpdesk-person-looks-too = Een medewerker kijkt ook naar deze vraag.
helpdesk-thrown-away = Hier stond een antwoord dat niet klopt. Ik heb het weggehaald. Een medewerker kijkt nu naar vraag { $number }.
helpdesk-thrown-away-thanks = Dank je wel. Het antwoord is weg. Een medewerker kijkt nu naar vraag { $number }. Je krijgt vanzelf antwoord.
helpdesk-thrown-away-staff = Het antwoord op vraag { $number } is weg. De vraag staat nu bij de medewerkers.
helpdesk-knowers = **Zij deden dit al:**
helpdesk-knowers-success = • { $who }: { $what }
helpdesk-knowers-collective = • { $who }. { $what }
helpdesk-knowers-button = Lees hoe zij het deden
helpdesk-peers-button = Wie deed dit al?
helpdesk-peers-none = Ik ken nog geen groep die dit deed. Vraag een mens, of kijk later nog eens. Er komen steeds groepen bij.
helpdesk-follow-button = Ik heb deze vraag ook
helpdesk-unfollow-button = Volg niet meer
helpdesk-follow-own = Dit is je eigen vraag. Je krijgt het antwoord vanzelf.
helpdesk-followers = { $count ->
        [one] Nog iemand heeft deze vraag ook.
       *[other] Nog { $count } mensen hebben deze vraag ook.
    }
helpdesk-followed = Ik heb het genoteerd. { $count ->
        [one] Jij hebt vraag { $number } ook.
       *[other] Jullie zijn nu met { $count } mensen die vraag { $number } ook hebben.
    } Komt er een antwoord? Dan stuur ik het je in een privébericht. Niemand ziet dat jij dit bent.
helpdesk-followed-before = Je volgt vraag { $number } al. Komt er een antwoord? Dan stuur ik het je in een privébericht.
helpdesk-unfollowed = Je volgt vraag { $number } niet meer. Je hoort er niets meer over.
helpdesk-followed-answer = Er is een antwoord op vraag { $number }, die jij ook hebt:
    > { $question }
helpdesk-followed-by = { $name } schrijft:
    { $answer }
helpdesk-followed-moved = { $public ->
        [yes] Vraag { $number } hoort bij vraag { $other }. Die volg je nu. Het antwoord krijg je vanzelf.
       *[no] Vraag { $number } hoort bij een vraag die niet voor iedereen is. Daarom stopt het volgen. Wil je toch antwoord? Stel dan je eigen vraag.
    }
helpdesk-followed-gone = Vraag { $number } gaat niet in het openbaar verder. Daarom stopt het volgen. Wil je toch antwoord? Stel dan je eigen vraag.
helpdesk-earlier = **Dit vroegen anderen eerder:**
helpdesk-earlier-line = - Vraag { $number }, { $answered ->
        [yes] met antwoord
       *[no] nog open
    }: { $text }
helpdesk-earlier-button = Lees vraag { $number }
helpdesk-earlier-head = **Vraag { $number }**
helpdesk-earlier-answer = Antwoord: { $answer }
helpdesk-earlier-open = Er is nog geen antwoord. Heb jij deze vraag ook? Druk op de knop.
helpdesk-earlier-nothing = Hier staat geen antwoord meer bij. Heb jij deze vraag ook? Stel hem dan zelf.
helpdesk-rule-button = Een regel zit in de weg
helpdesk-rule-title = Een regel zit in de weg
helpdesk-rule-which = Welke regel is dat?
helpdesk-rule-hint = Schrijf het in je eigen woorden. Je hoeft de naam van de wet niet te weten.
helpdesk-rule-layer = Van wie komt die regel?
helpdesk-layer-rijk = Het Rijk
helpdesk-layer-provincie = De provincie
helpdesk-layer-gemeente = De gemeente
helpdesk-layer-waterschap = Het waterschap
helpdesk-layer-unknown = Dat weet ik niet
helpdesk-rule-empty = Ik zie nog niet welke regel het is. Er is niets bewaard. Schrijf het in je eigen woorden.
helpdesk-rule-layer-unknown = Kies van wie de regel komt. Er is niets bewaard. Weet je het niet? Kies dan Dat weet ik niet.
helpdesk-rule-noted = Dank je wel, het is bewaard. We tellen hoe vaak een regel in de weg zit. Alleen die aantallen laten we zien, nooit wat jij schreef. Daarmee praten we met de overheid. Bedenk je je? Haal het dan weg.
helpdesk-rule-changed = Het is veranderd. Eerst had je iets anders ingevuld bij deze vraag. Dat telt niet meer mee.
helpdesk-rule-remove-button = Haal dit weg
helpdesk-rule-removed = Het is weg. Het telt niet meer mee.
command-knelpunten = Bekijk waar regels in de weg zitten, voor medewerkers
helpdesk-rules-themes = **Waar zit een regel in de weg?** Per thema:
helpdesk-rules-layers = **Van wie komt de regel?**
helpdesk-rules-line = - { $what }: { $count } mensen
helpdesk-rules-about = Dit gaat over de laatste twaalf maanden. Bij minder dan vijf mensen laat ik geen aantal zien.
helpdesk-rules-too-few = Er zijn regels gemeld, maar bij elk thema door minder dan vijf mensen. Dan laat ik geen aantal zien.
helpdesk-rules-none = Er is nog geen regel gemeld.
helpdesk-theme-label = Waar gaat je vraag over?
helpdesk-theme-guess = Dit denkt de bot
helpdesk-theme-chance = De bot is { $percent } procent zeker
helpdesk-theme-unknown-option = Dat weet ik niet
helpdesk-theme-group = Iets met: { $group }
helpdesk-theme-pick = Kies waar de vraag over gaat.
helpdesk-theme-now = Vraag { $number } gaat over: { $themes }. { $judged ->
        [yes] Dat heeft iemand gekozen.
       *[no] Dat denkt de bot.
    } Klopt dat niet? Kies hieronder.
helpdesk-theme-noted = Goed om te weten. De vraag gaat nu over: { $theme }.
helpdesk-theme-none = Dat geeft niet. Een medewerker kijkt waar de vraag over gaat.
helpdesk-theme-unknown = Dit thema ken ik niet. Er is niets veranderd. Kies er een uit de lijst.
helpdesk-theme-button = Kies een thema
helpdesk-back-tenure = Eén vraag terug: huur je of heb je een koophuis? Dan past het antwoord beter bij jou. Je mag dit overslaan.
helpdesk-back-place = Eén vraag terug: gaat het om een dorp of een stadswijk? Dan past het antwoord beter bij jullie. Je mag dit overslaan.
helpdesk-back-form = Eén vraag terug: zijn jullie al een stichting of vereniging? Dan past het antwoord beter bij jullie. Je mag dit overslaan.
helpdesk-back-tenant = Ik huur
helpdesk-back-owner = Ik heb een koophuis
helpdesk-back-village = Een dorp
helpdesk-back-district = Een stadswijk
helpdesk-back-informal = Nee, nog niet
helpdesk-back-formal = Ja, dat zijn we
helpdesk-back-unsaid = Sla over
helpdesk-back-thanks = Dank je wel. Zo past het antwoord beter:
helpdesk-back-skipped = Dat is goed. Dit is het antwoord:
helpdesk-back-unknown = Dit antwoord ken ik niet. Er is niets veranderd. Druk op een van de knoppen.
helpdesk-told-tenant = huurt
helpdesk-told-owner = heeft een koophuis
helpdesk-told-village = gaat om een dorp
helpdesk-told-district = gaat om een stadswijk
helpdesk-told-informal = nog geen stichting of vereniging
helpdesk-told-formal = is een stichting of vereniging
helpdesk-card-wrong = De bot gaf een antwoord dat niet klopt: { $titles }
helpdesk-card-unplaced = De bot kon dit niet plaatsen. Kies bij Meer een zoekwoord, dan vindt de bot het volgende keer wel.
staffdesk-do-words = Voeg een zoekwoord toe
outbox-kind-question-followed = het antwoord voor iemand die een vraag ook heeft
outbox-kind-question-followed-moved = het bericht dat een vraag bij een andere hoort
outbox-kind-question-followed-gone = het bericht dat een vraag niet verder gaat

## Help desk: who helps, until when, and the help forum

helpdesk-time-unclear = Deze tijd begrijp ik niet: { $said }. Er is niets veranderd. Typ bijvoorbeeld 9.00.
helpdesk-hours-unclear = Deze tijd begrijp ik niet: { $said }. Er is niets veranderd. Typ bijvoorbeeld 9.00-17.00. Of typ: dicht.
helpdesk-promise-unclear = Dit aantal dagen kan niet. Er is niets veranderd. Kies 1 tot { $most_goal } werkdagen voor een antwoord. Kies { $least_idle } tot { $most_idle } dagen stilte, of 0 als je dat niet wilt.
helpdesk-not-for-others = Deze vraag kan niet naar een ander. Er is niets verstuurd. De vraag is al klaar, of de bot gaf eerst een verwijzing.
helpdesk-expert-not-found = Niemand koos dit thema om bij te helpen, of die persoon is weg. Er is niets verstuurd. Kies zelf een antwoord of probeer het later.
helpdesk-already-consulted = Deze persoon kreeg deze vraag al. Er is niets verstuurd. Kies iemand anders.
helpdesk-advice-over = Dit is al klaar. Er is niets veranderd. Bedankt dat je wilt helpen.
helpdesk-no-post = Hier staat geen vraag die ik ken. Er is niets veranderd. Gebruik dit bij een bericht onder een vraag in het forum.
helpdesk-expected = Een medewerker antwoordt meestal binnen { $days ->
        [one] 1 werkdag
       *[other] { $days } werkdagen
    }: uiterlijk { $until }.
helpdesk-expected-busy = Het is nu druk. We proberen je te antwoorden voor { $until }. Het kan langer duren.
helpdesk-expected-past = Je wacht langer dan we zeiden. Dat spijt ons. We zijn je vraag niet vergeten.
helpdesk-closed-hours = Nu is er niemand. We zijn er weer op { $opens_at }.
helpdesk-help-none = Weet jij veel van een thema? Kies het hieronder. Dan kan een medewerker jou om hulp vragen. Je mag altijd nee zeggen en elk moment stoppen.
helpdesk-help-all = Je helpt bij elk thema. Kies hieronder thema's als je minder wilt.
helpdesk-help-themes = Je helpt bij: { $themes }.
helpdesk-help-as-staff = Je naam staat bij nieuwe vragen over deze thema's in het kanaal van medewerkers. Is het jouw beurt, dan noemt de bot je.
helpdesk-help-as-expert = Weet een medewerker iets niet? Dan krijg je misschien een privébericht. Je ziet nooit wie de vraag stelde.
helpdesk-help-away = Je bent weg tot { $until }. Tot dan vragen we je niets.
helpdesk-help-pick = Waar help je bij? (deel { $part } van { $of })
helpdesk-help-all-button = Ik help bij alles
helpdesk-help-stop-button = Stop met helpen
helpdesk-help-stopped = Gestopt. Je krijgt geen nieuwe vragen meer. Bedankt voor je hulp. Met /helpen begin je weer.
helpdesk-away-button = Ik ben even weg
helpdesk-back-button = Ik ben er weer
helpdesk-away-title = Even weg
helpdesk-away-label = Tot wanneer?
helpdesk-away-hint = Zoals: maandag 9.00, of over 2 weken
helpdesk-card-helpers = Medewerkers die dit thema kozen: { $names }.
helpdesk-card-experts = Ervaringsdeskundigen: { $names }.
helpdesk-card-called = { $who }, wil jij naar deze vraag kijken?
helpdesk-no-expert-name = Iemand
helpdesk-consulted-asked = { $name } is om advies gevraagd.
helpdesk-consulted-answered = { $name } gaf advies.
helpdesk-consulted-declined = { $name } weet dit niet.
helpdesk-consulted-ended = { $name } gaf geen advies.
staffdesk-do-consult = Vraag een ervaringsdeskundige
helpdesk-consult-pick = Wie wil je vragen?
helpdesk-consult-who = Deze mensen kozen het thema van vraag { $number }. Kies er een. Daarna zie je wat die persoon leest. De naam van de vrager staat er niet bij.
helpdesk-consult-title = Advies over vraag { $number }
helpdesk-consult-label = Dit leest de ander. Laat namen weg.
helpdesk-consult-sent = Verstuurd. { $name } krijgt de vraag in een privébericht. Het advies komt in het kanaal van medewerkers.
helpdesk-expert-contact = iemand van een bewonersgroep
helpdesk-expert-resident = een bewoner
helpdesk-expert-asked = Een medewerker vraagt jouw advies, omdat je wilt helpen bij dit thema. Iemand wil weten:
    { $question }
    Weet je iets? Schrijf het op. De medewerker kijkt ernaar en stuurt het door. Weet je het niet, dan is dat ook goed.
helpdesk-expert-answered = Je advies is bij de medewerker. Bedankt! Je hoeft niets meer te doen.
helpdesk-expert-declined = Je hebt laten weten dat je dit niet weet. Dat helpt ook. Je hoeft niets meer te doen.
helpdesk-expert-ended = Deze vraag is al klaar. Je hoeft niets meer te doen. Bedankt dat je wilt helpen.
helpdesk-expert-thanked = De vraag is klaar. Bedankt voor je advies!
helpdesk-advise-button = Ik weet iets
helpdesk-decline-button = Dit weet ik niet
helpdesk-advise-title = Jouw advies
helpdesk-advise-label = Wat is jouw advies?
helpdesk-advise-name = Mag je naam erbij staan?
helpdesk-advise-named = Ja, noem mijn naam
helpdesk-advised = Dank je wel. Je advies is nu bij de medewerker. Je hoeft niets meer te doen.
helpdesk-declined = Dank je voor het kijken. De medewerker zoekt verder.
helpdesk-advice-came = Er is advies bij vraag { $number }:
helpdesk-advice-button = Gebruik dit antwoord
helpdesk-advice-from = { $named ->
        [yes] Dit advies komt van { $name }, { $who }.
       *[no] Dit advies komt van een ervaringsdeskundige: { $who }.
    }
helpdesk-round = Goedemorgen. { $count ->
        [one] Er wacht 1 vraag
       *[other] Er wachten { $count } vragen
    } op een medewerker. De oudste staat bovenaan. Druk op een knop om een vraag te openen.
helpdesk-late = { $count ->
        [one] Deze vraag is over tijd.
       *[other] Deze { $count } vragen zijn over tijd.
    } De vrager wacht langer dan we beloofden. Wie pakt dit op?
helpdesk-round-line = - { $late ->
        [yes] **Vraag { $number }, over tijd**
       *[no] Vraag { $number }
    }{ $taken ->
        [yes] , bij { $by }
       *[no] { "" }
    }: { $text }
helpdesk-round-referral = - { $late ->
        [yes] **Vraag { $number }, over tijd**
       *[no] Vraag { $number }
    }{ $taken ->
        [yes] , bij { $by }
       *[no] { "" }
    }: de bot gaf eerst een verwijzing
helpdesk-round-short = - { $late ->
        [yes] **Vraag { $number }, over tijd**
       *[no] Vraag { $number }
    }
helpdesk-round-more = En nog { $count } andere. Typ /vragen om ze te zien.
helpdesk-open-button = Open { $number }
helpdesk-card-link = De kaart van deze vraag: { $url }
helpdesk-solved-button = Dit is het antwoord
helpdesk-solved-saved = Fijn. Vraag { $number } staat nu op opgelost. Anderen zien welk bericht het antwoord is.
helpdesk-solved = ✅ Dit bericht is het antwoord.
helpdesk-solved-link = ✅ Het antwoord staat hier: { $url }
helpdesk-solved-elsewhere = Een ander bericht is nu het antwoord.
helpdesk-silent = Het is hier al een tijd stil. Is je vraag klaar? Druk dan op Klaar. Hoor ik niets, dan berg ik dit bericht over een week op. Je kunt het altijd weer openen.
helpdesk-silent-over = Gelukt, ik weet genoeg.
helpdesk-done-button = Klaar
helpdesk-not-done-button = Nog niet klaar
helpdesk-done-saved = Fijn dat je klaar bent. Ik berg dit bericht op. Iedereen kan het nog lezen.
helpdesk-not-done-saved = Goed, ik laat dit bericht open. Wil je hulp van een mens? Typ /vraag mijn en kies je vraag.
helpdesk-put-away = Het bleef stil. Daarom berg ik dit bericht op. Is er toch nog iets? Schrijf het hier of druk op de knop. Dan kijkt een medewerker.
helpdesk-over = Deze vraag is klaar. Wil je er nog iets over weten? Druk op de knop. Dan kijkt een medewerker.
helpdesk-again-button = Open mijn vraag weer
forum-state-open = open
forum-state-answered = antwoord
forum-state-solved = opgelost
forum-theme-ontmoeten = ontmoeten
forum-theme-groen-klimaat = groen en klimaat
forum-theme-energie = energie
forum-theme-wonen = wonen
forum-theme-economie-werk = werk en economie
forum-theme-omzien = omzien naar elkaar
forum-theme-leefbaarheid = fijne buurt
forum-theme-zeggenschap-politiek = meedoen en politiek
forum-theme-aanpak = aanpak
forum-theme-organisatie = je groep regelen
forum-theme-geld = geld
forum-theme-lsa = over LSA
setup-hours = De helpdesk is open: { $days }.
setup-hours-never = De helpdesk is nooit open. Bewoners zien dan niet wanneer ze antwoord krijgen.
setup-hours-day = { $day } { $from } tot { $till }
setup-promises = We beloven een antwoord binnen { $goal ->
        [one] 1 werkdag
       *[other] { $goal } werkdagen
    }. { $idle ->
        [0] Stille berichten in het forum blijven staan.
       *[other] Na { $idle } dagen stilte vraag ik of een bericht in het forum klaar is.
    } { $calls ->
        [yes] Bij vragen die over tijd zijn, noem ik de rol van medewerkers.
       *[no] Bij vragen die over tijd zijn, noem ik niemand.
    }
setup-weekly = Medewerkers krijgen elke week een bericht over de kennisbank: op { $day } om { $at }. Is dat een feestdag? Dan op de werkdag erna.
setup-weekly-day = Weekbericht: op welke dag?
setup-weekly-at = Weekbericht: hoe laat? Bijvoorbeeld 9.00
setup-hours-button = Andere tijden
setup-promises-button = Andere beloften
setup-hours-title = Openingstijden
setup-hours-days = Op welke dagen?
setup-hours-span = Hoe laat? Of typ: dicht
setup-hours-hint = 9.00-17.00
setup-promises-title = Wat we beloven
setup-promises-goal = Antwoord binnen hoeveel werkdagen?
setup-promises-idle = Na hoeveel dagen stilte vragen? (0: nooit)
setup-promises-call = Medewerkers noemen bij late vragen?
setup-promises-call-yes = Ja, noem de rol van medewerkers
setup-weekday-0 = maandag
setup-weekday-1 = dinsdag
setup-weekday-2 = woensdag
setup-weekday-3 = donderdag
setup-weekday-4 = vrijdag
setup-weekday-5 = zaterdag
setup-weekday-6 = zondag
setup-right-tidy = draden beheren
setup-for-tidy = Zonder dat zet de bot geen labels op vragen in het forum en bergt hij ze niet op.
outbox-kind-staff-round = de lijst met vragen die wachten
outbox-kind-staff-late = het bericht over vragen die over tijd zijn
outbox-kind-expert-question = een vraag om advies
outbox-kind-expert-advice = advies van een ervaringsdeskundige
outbox-kind-question-solved = de regel onder het antwoord
outbox-kind-question-silent = de vraag of een bericht klaar is
outbox-kind-question-put-away = de laatste regel van een stil bericht
outbox-kind-question-over = het bericht dat een vraag klaar is
outbox-kind-question-opened = het bericht dat een vraag weer open is
outbox-kind-question-marks = de labels van een vraag in het forum
command-helpen = Kies thema's waar jij bij wilt helpen, of zeg dat je weg bent
command-instellingen-tijden = Kies wanneer de helpdesk open is en wat je belooft

## Asking in depth: who may read it, the own questions, what is changed or taken back

helpdesk-form-reader = Wie mag het antwoord lezen?
helpdesk-form-reader-me = Alleen ik
helpdesk-form-reader-me-hint = Je leest het antwoord hier, of later in een privébericht.
helpdesk-form-reader-all = Iedereen in het hulpkanaal
helpdesk-form-reader-all-hint = Ik zet je vraag daar. Het antwoord komt eronder. Anderen leren mee.
helpdesk-form-name-yes = Ja, met mijn naam
helpdesk-form-name-yes-hint = Medewerkers zien je naam. In het hulpkanaal ziet iedereen je naam.
helpdesk-form-name-no = Nee, zonder mijn naam
helpdesk-form-name-no-hint = Niemand ziet je naam, ook medewerkers niet. Alleen de bot weet wie je bent.
helpdesk-without-name = Je vroeg zonder naam. Niemand ziet wie je bent, ook medewerkers niet. De bot weet het wel. Zo kan hij jou het antwoord brengen.
helpdesk-help-channel = het hulpkanaal
helpdesk-posted =
    Je vraag heeft nummer { $number }. Ik zet hem nu in { $place }, { $anonymous ->
        [yes] zonder je naam
       *[no] met je naam
    }. { $waits ->
        [yes] Een medewerker kijkt ernaar. Het antwoord komt eronder.
       *[no] Mijn antwoord staat eronder.
    } Met /vraag mijn zie je hoe het staat.
helpdesk-not-posted = Ik zet je vraag niet in het hulpkanaal. Alleen jij leest mijn antwoord.
helpdesk-post = **Vraag { $number }** van { $asker }:
helpdesk-known = Ik heb je vraag al, als nummer { $number }. { $waits ->
        [yes] Een medewerker kijkt ernaar. Je krijgt vanzelf antwoord.
       *[no] Ik gaf al antwoord. Helpt dat niet? Typ /vraag mijn en vraag een mens.
    }
helpdesk-is-withdrawn = Deze vraag is ingetrokken. De tekst is weg. Er is niets veranderd. Wie het toch wil weten, stelt de vraag opnieuw.
helpdesk-unsaid = Deze vraag is ingetrokken.
helpdesk-unsaid-answer = { $name } gaf hier antwoord. De vraag zelf is ingetrokken.
    { $answer }
helpdesk-private-button = Ga privé verder
helpdesk-private-already = Deze vraag is al privé. Kijk in je privéberichten, of typ /vraag mijn.
helpdesk-gone-private = Ik ga met je verder in een privébericht. { $own_message ->
        [yes] Je eigen bericht staat hier nog. Ik mag het niet weghalen. Jij kunt dat wel. Houd het bericht ingedrukt, of klik er met rechts op. Kies dan verwijderen. Je vraag blijft dan bestaan.
       *[no] Je vraag staat niet meer in het kanaal.
    }
helpdesk-moved = Hier gaan we privé verder met vraag { $number }: { $text }
helpdesk-made-for-you = Een medewerker maakte van je bericht vraag { $number }. Zo krijg je hier antwoord.
helpdesk-made = { $own ->
        [yes] Je bericht
       *[no] Het bericht van { $name }
    } is nu vraag { $number }. { $again ->
        [yes] Die vraag had ik al.
       *[no] { $private ->
            [yes] Het antwoord komt in een privébericht.
           *[no] Het antwoord komt onder het bericht.
        }
    }
helpdesk-already-asked = Van dit bericht is al vraag { $number } gemaakt. Er is niets veranderd.
helpdesk-not-your-message = Dit bericht is van iemand anders. Alleen de schrijver of een medewerker maakt er een vraag van. Er is niets opgeslagen. Wil je hetzelfde weten? Typ /vraag stel.
helpdesk-message-of-bot = Dit bericht is van een bot. Daar kan ik geen vraag van maken. Er is niets opgeslagen.
helpdesk-only-pictures = Ik kan geen plaatjes lezen, en ook geen filmpjes of geluid. Typ in een paar woorden wat je wilt weten. Dan help ik je verder.
helpdesk-own-suggested = Je kreeg een antwoord uit de kennisbank. Helpt het niet? Vraag een mens.
helpdesk-own-open = Wacht op een medewerker. Je krijgt vanzelf antwoord.
helpdesk-own-claimed = Een medewerker is ermee bezig. Je krijgt vanzelf antwoord.
helpdesk-own-waiting = Een medewerker vroeg je iets. We wachten op jouw antwoord.
helpdesk-own-snoozed = Een medewerker komt hier later op terug. Je krijgt vanzelf antwoord.
helpdesk-own-answered = Een medewerker gaf antwoord. Wil je meer weten? Open de vraag weer.
helpdesk-own-closed = Klaar. Toch nog niet geholpen? Open de vraag weer.
helpdesk-own-withdrawn = Ingetrokken. De tekst is weg. Niemand antwoordt nog.
helpdesk-own-page = Dit is bladzijde { $page } van { $pages }. Kies hieronder een vraag om meer te zien.
helpdesk-own-pick = Kies een vraag
helpdesk-own-option = Vraag { $number }: { $text }
helpdesk-own-newer-button = Nieuwere vragen
helpdesk-own-older-button = Oudere vragen
helpdesk-own-close-button = Sluit de vraag
helpdesk-own-reopen-button = Open weer
helpdesk-own-withdraw-button = Trek in
helpdesk-own-sure-button = Ja, trek in
helpdesk-own-sure = Weet je het zeker? Dan verdwijnt de tekst van vraag { $number } overal. Je kunt dit niet ongedaan maken. Niemand antwoordt dan nog. Wil je dat niet? Dan hoef je niets te doen.
helpdesk-own-gone = Vraag { $number } is ingetrokken. De tekst is weg. { $own_message ->
        [yes] Je eigen bericht staat nog in het kanaal. Dat kun je zelf verwijderen.
       *[no] Je kunt altijd een nieuwe vraag stellen.
    }
helpdesk-own-anonymous = Je vroeg dit zonder naam.
helpdesk-own-public = Iedereen in het kanaal kan dit lezen.
helpdesk-card-changed = Let op: de vrager paste de vraag aan na het antwoord.
helpdesk-own-history = Dit gebeurde er:
helpdesk-happened-asked = - { $at }: de vraag is gesteld.
helpdesk-happened-handed-over = - { $at }: je vroeg om een mens.
helpdesk-happened-claimed = - { $at }: een medewerker ging ermee aan de slag.
helpdesk-happened-asked-back = - { $at }: een medewerker vroeg je iets.
helpdesk-happened-answered-back = - { $at }: je gaf antwoord daarop.
helpdesk-happened-answered = - { $at }: een medewerker gaf antwoord.
helpdesk-happened-accepted = - { $at }: je zei dat het antwoord helpt.
helpdesk-happened-edited = - { $at }: je paste de vraag aan.
helpdesk-happened-gone-private = - { $at }: je ging privé verder.
helpdesk-happened-closed = - { $at }: de vraag is gesloten.
helpdesk-happened-reopened = - { $at }: je opende de vraag weer.
helpdesk-happened-withdrawn = - { $at }: de vraag is ingetrokken.
helpdesk-happened-split = - { $at }: een medewerker maakte er twee vragen van.
helpdesk-happened-published = - { $at }: er kwam een artikel van.
outbox-kind-question-posted = een vraag in het hulpkanaal
outbox-kind-question-known = het bericht dat een vraag er al is
outbox-kind-question-withdrawn = het weghalen van een ingetrokken vraag
option-public = Zet de vraag in het hulpkanaal. Iedereen leest het antwoord.

# De dag van de medewerker

command-antwoorden = Antwoorden die je vaker gebruikt, voor medewerkers
option-question-number = Het nummer van de vraag
staffdesk-not-now = Dit kan nu niet met vraag { $number }. { $state ->
    [suggested] De vrager kijkt nog naar een antwoord van de bot.
    [answered] Er is al een antwoord.
    [closed] De vraag is klaar.
   *[other] De vraag wacht nog op een antwoord.
  } Er is niets veranderd. Kijk op de kaart wat er nu kan.
staffdesk-not-staff = { $name } kan geen vragen behandelen. Er is niets veranderd. Kies een medewerker.
staffdesk-empty = Ik zie nog geen tekst. Er is niets bewaard. Typ wat je wilt zeggen.
staffdesk-line-needed = De vrager moet weten waarom dit klaar is. Er is niets veranderd. Schrijf er een zin bij.
staffdesk-kept-apart = Vraag { $number } gaat over iemand in nood. Die vraag blijft apart. Er is niets veranderd. Geef deze vrager een eigen antwoord.
staffdesk-no-other = Ik vind geen andere vraag met nummer { $number }. Er is niets veranderd. Het nummer staat boven aan de kaart.
staffdesk-merged = Vraag { $number } hoort bij vraag { $other }. Er is niets verstuurd. Geef je antwoord bij vraag { $other }. Dan krijgen alle vragers het.
staffdesk-not-merged = Vraag { $number } hoort niet bij een andere vraag, of het antwoord is al verstuurd. Er is niets veranderd.
staffdesk-draft-not-found = Dit concept kan ik niet vinden. Er is niets verstuurd. Druk op de kaart op Geef antwoord.
staffdesk-draft-gone = { $state ->
    [sent] Dit antwoord is al verstuurd.
    [dropped] Dit concept is weg.
   *[other] Dit concept is veranderd nadat je het zag.
  } Er is niets veranderd door je druk op de knop.
staffdesk-own-draft = Dit concept schreef je zelf. Er is niets verstuurd. Laat een collega kijken.
staffdesk-draft-of-other = Dit concept is van een collega. Er is niets veranderd. Schrijf zelf een antwoord, of vraag je collega.
staffdesk-nothing-asked-back = Er staat nu geen vraag aan jou open. Er is niets verstuurd. Typ /vraag mijn om je vragen te zien.
staffdesk-unknown-placeholder = Wat moet ik invullen bij { $said }? Dat ken ik niet. Er is niets bewaard. Je kunt kiezen uit: { $known }.
staffdesk-name-taken = Er is al een antwoord met de naam { $name }. Er is niets bewaard. Kies een andere naam.
staffdesk-too-many-replies = Je hebt al { $most } antwoorden. Meer past niet in de lijst. Er is niets bewaard. Haal eerst een oud antwoord weg.
staffdesk-reply-not-found = Dit antwoord is er niet meer. Er is niets veranderd. Typ /antwoorden om te zien wat er is.
staffdesk-card = **Vraag { $number }** van { $asker }, { $age }. Thema: { $themes }.
staffdesk-card-state = { $state ->
    [suggested] De vrager kijkt naar een antwoord van de bot.
    [open] Wacht op een medewerker.
    [claimed] Een medewerker is ermee bezig.
    [waiting] Wacht op de vrager, tot { $until }.
    [snoozed] Weggelegd tot { $until }.
    [answered] Beantwoord.
    [merged] Hoort bij vraag { $other }. De vrager krijgt hetzelfde antwoord.
   *[other] Klaar: { $reason }.
  } Medewerker: { $by }.
staffdesk-card-due = Antwoord beloofd voor { $due }.
staffdesk-card-review = Een concept wacht op een collega.
staffdesk-card-context = Over de vrager: { $values }.
staffdesk-card-followers = { $count ->
    [one] Nog één mens heeft deze vraag ook.
   *[other] Nog { $count } mensen hebben deze vraag ook.
  }
staffdesk-card-merged = Dezelfde vraag: { $numbers }. Die vragers krijgen dit antwoord ook.
staffdesk-card-linked = Kijk ook bij vraag: { $numbers }.
staffdesk-card-notes = { $count ->
    [one] Er is één notitie van een medewerker. Kies Bekijk alles.
   *[other] Er zijn { $count } notities van medewerkers. Kies Bekijk alles.
  }
staffdesk-card-talk = { $asker ->
    [yes] De vrager:
   *[no] Gevraagd:
  }
staffdesk-reason = { $reason ->
    [solved] de vrager is geholpen
    [elsewhere] iemand anders helpt verder
    [duplicate] dezelfde vraag als een andere
    [withdrawn] de vrager heeft de vraag weggehaald
    [silent] de vrager gaf geen antwoord
    [other] een andere reden
   *[closed] er is een antwoord
  }
staffdesk-more = Meer…
staffdesk-do-help = Help me schrijven
staffdesk-do-ask-back = Vraag de vrager iets
staffdesk-do-hand-over = Geef aan een collega
staffdesk-do-note = Schrijf een notitie
staffdesk-do-snooze = Leg weg tot een dag
staffdesk-do-merge = Dezelfde vraag als…
staffdesk-do-part = Haal weer uit elkaar
staffdesk-do-link = Hoort bij een andere vraag
staffdesk-do-split = Maak er twee vragen van
staffdesk-do-close = Sluit de vraag
staffdesk-do-reopen = Heropen de vraag
staffdesk-do-theme = Kies een ander thema
staffdesk-do-details = Bekijk alles
staffdesk-also-writing = Let op: { $name } schrijft ook een antwoord. { $minutes ->
    [0] Dat begon net.
    [one] Dat begon een minuut geleden.
   *[other] Dat begon { $minutes } minuten geleden.
  }
staffdesk-answered-since = **{ $name } gaf al dit antwoord:** { $text }
staffdesk-preview = { $clash ->
    [yes] **Jouw antwoord is nog niet verstuurd.** Wil je het toch versturen? Zo ziet de vrager van vraag { $number } het:
   *[no] **Zo ziet de vrager van vraag { $number } het.** Er is nog niets verstuurd.
  }
staffdesk-plain = -# { $rule ->
    [sentence-longest] Lange zin, { $count } woorden: { $where }
    [sentence-mean] De zinnen zijn gemiddeld { $count } woorden lang. Korter leest fijner.
    [long-words] Lange woorden: { $where }
    [jargon] Moeilijk woord, met gewoon woord: { $where }
    [abbreviation] Afkorting: { $where }
    [passive] Zin met "wordt" of "worden": { $where }
   *[fine] Dit leest makkelijk.
  }
staffdesk-send-button = { $clash ->
    [yes] Toch versturen
   *[no] Versturen
  }
staffdesk-change-button = Pas aan
staffdesk-drop-button = Niet versturen
staffdesk-review-button = Laat collega kijken
staffdesk-typed-clash = Jouw antwoord is nog niet verstuurd. Het is bewaard. Wil je het toch versturen?
staffdesk-nobody = De vrager van vraag { $number } is er niet meer. Er is niets verstuurd.
staffdesk-dropped = Je antwoord is niet verstuurd en weggegooid.
staffdesk-review-asked = Je concept voor vraag { $number } staat in het kanaal voor medewerkers. Is een collega het ermee eens? Dan gaat het naar de vrager.
staffdesk-draft = { $state ->
    [review] **Concept voor vraag { $number }, van { $name }.** Kan een collega meekijken?
    [sent] Het concept van { $name } voor vraag { $number } is goedgekeurd en verstuurd.
    [returned] Het concept van { $name } voor vraag { $number } kwam terug van een collega: { $remark }
    [dropped] Het concept van { $name } voor vraag { $number } is weggegooid.
   *[other] { $name } schrijft nog aan het concept voor vraag { $number }.
  }
staffdesk-draft-more = Het concept is langer. Druk op Lees alles.
staffdesk-approve-button = Akkoord, verstuur
staffdesk-return-button = Geef terug
staffdesk-return-title = Wat kan er beter?
staffdesk-return-label = Dit leest je collega
staffdesk-returned = Het concept is terug bij { $name }, met jouw tekst erbij.
staffdesk-approved = Dank je wel. Het antwoord op vraag { $number } is onderweg naar de vrager.
staffdesk-help = { $count ->
    [0] Ik vind geen artikel bij vraag { $number }. Kies een antwoord dat je vaker gebruikt, of schrijf zelf.
   *[other] Dit staat er in de kennisbank over vraag { $number }. Kies hieronder een begin voor je antwoord. Je kunt alles nog aanpassen.
  }
staffdesk-start-from = { $what ->
    [passage] Begin met een artikel
   *[canned] Begin met een vast antwoord
  }
staffdesk-hand-over = Wie pakt vraag { $number } op? Kies een collega, of geef de vraag terug aan iedereen.
staffdesk-hand-over-pick = Kies een collega
staffdesk-release-button = Terug naar iedereen
staffdesk-nobody-picked = Dit is geen mens uit deze groep. Er is niets veranderd. Kies een collega.
staffdesk-handed-over = Vraag { $number } is nu van { $name }. Je collega krijgt daarover bericht.
staffdesk-yours = **Vraag { $number } is nu van jou.** Een collega gaf de vraag aan jou. Thema: { $themes }.
staffdesk-open-button = Open de vraag
staffdesk-released = Vraag { $number } is weer van iedereen.
staffdesk-note-title = Notitie bij vraag { $number }
staffdesk-note-label = Alleen medewerkers lezen dit
staffdesk-noted = Je notitie bij vraag { $number } is bewaard. De vrager ziet die niet.
staffdesk-snooze-title = Leg vraag { $number } weg
staffdesk-snooze-label = Tot wanneer?
staffdesk-snooze-hint = Bijvoorbeeld: vrijdag, of 1 december
staffdesk-snoozed = Vraag { $number } komt terug op { $until }.
staffdesk-close-title = Sluit vraag { $number }
staffdesk-close-reason = Waarom is de vraag klaar?
staffdesk-close-line = Wat leest de vrager?
staffdesk-close-hint = Bijvoorbeeld wie er verder helpt
staffdesk-closed = Vraag { $number } is gesloten. De vrager kan de vraag heropenen.
staffdesk-reopened = Vraag { $number } staat weer open.
staffdesk-other-title = { $what ->
    [merge] Vraag { $number } is dezelfde als…
   *[link] Vraag { $number } hoort bij…
  }
staffdesk-other-label = Nummer van de andere vraag
staffdesk-linked = Vraag { $number } en vraag { $other } horen nu bij elkaar. Dat staat op beide kaarten.
staffdesk-you-merged = { $sent ->
    [yes] Vraag { $number } hoort nu bij vraag { $other }. De vrager krijgt het antwoord meteen.
   *[no] Vraag { $number } hoort nu bij vraag { $other }. Beide vragers krijgen straks hetzelfde antwoord.
  }
staffdesk-parted = Vraag { $number } staat weer apart.
staffdesk-split-title = Tweede vraag uit vraag { $number }
staffdesk-split-label = Wat is de tweede vraag?
staffdesk-split = Je vroeg twee dingen in één vraag. Daarom zijn het nu twee vragen: vraag { $number } en vraag { $second }. Zo krijg je op allebei een antwoord. Je hoeft niets te doen. Met **/vraag mijn** zie je ze allebei.
staffdesk-you-split = De tweede vraag staat nu apart als vraag { $second }. Vraag { $number } blijft ook staan. De vrager krijgt daarover bericht.
staffdesk-ask-back-title = Vraag iets bij vraag { $number }
staffdesk-ask-back-label = Wat wil je weten?
staffdesk-asked-back = Je vraag aan de vrager van vraag { $number } is onderweg. We wachten tot { $until }. Daarna sluit de vraag vanzelf.
staffdesk-question-back = Een medewerker wil iets weten over je vraag { $number }:
  { $text }
  { $waits ->
    [yes] Druk op de knop of typ je antwoord hieronder. Dat kan tot { $until }.
   *[no] Druk op de knop om te antwoorden.
  }
staffdesk-still-waiting = We hebben nog geen antwoord van je. Zonder antwoord sluiten we je vraag. Je kunt hem altijd heropenen.
staffdesk-reply-button = Geef antwoord
staffdesk-reply-title = Je antwoord bij vraag { $number }
staffdesk-reply-label = Wat wil je zeggen?
staffdesk-replied = Dank je wel. Een medewerker leest je antwoord en gaat verder met vraag { $number }.
staffdesk-ended = { $reason ->
    [silent] Je vraag { $number } is gesloten, want we hoorden niets meer. Dat geeft niet. Wil je toch verder? Druk op de knop.
    [elsewhere] Je vraag { $number } is bij ons klaar. Iemand anders kan je verder helpen:
    [solved] Je vraag { $number } is klaar. Wil je toch nog iets weten? Druk op de knop.
   *[other] Je vraag { $number } is gesloten. Ben je het er niet mee eens? Druk op de knop.
  }
staffdesk-again-button = Heropen mijn vraag
staffdesk-news = Er is nieuws over vraag { $number }. De vrager krijgt geen privéberichten. Was het jouw vraag? Druk op de knop. Alleen jij ziet het.
staffdesk-pointer = { $what ->
    [answered-back] De vrager van vraag { $number } gaf antwoord.
    [passed-on] Een collega gaf vraag { $number } door.
   *[woken] Vraag { $number } was weggelegd en is terug.
  } { $claimed ->
    [yes] { $by } heeft deze vraag.
   *[no] Wie pakt de vraag op?
  }
staffdesk-list-line = Vraag { $number }, { DURATION($age_s) } oud: { $text } { $state ->
    [waiting] Wacht op de vrager.
    [snoozed] Weggelegd.
    [claimed] Medewerker: { $by }.
   *[other] Nog van niemand.
  }
staffdesk-list-pick = Kies een vraag
staffdesk-list-label = Vraag { $number }
staffdesk-details = **Alles over vraag { $number }**, van { $asker }. Alleen voor medewerkers.
staffdesk-details-answer = **Antwoord van { $name }:**
staffdesk-the-asker = De vrager
staffdesk-the-bot = De bot
staffdesk-happened = { $at }: { $what }. Door: { $by }.
staffdesk-step = { $step ->
    [asked] vraag gesteld
    [asked-again] nog eens gevraagd
    [gone-private] verder in privé
    [handed-over] gevraagd om een mens
    [called] collega geroepen
    [claimed] opgepakt
    [passed-on] aan een collega gegeven
    [let-go] teruggegeven aan iedereen
    [note] notitie
    [writing] begonnen met een antwoord
    [asked-back] iets gevraagd aan de vrager
    [answered-back] antwoord van de vrager
    [warned] vrager gewaarschuwd dat wij niet langer wachten
    [snoozed] weggelegd
    [woken] teruggekomen
    [consulted] advies gevraagd
    [advised] advies gekregen
    [review-asked] collega gevraagd om mee te kijken
    [reviewed] meegekeken met het concept
    [answered] antwoord verstuurd
    [accepted] antwoord was goed
    [thrown-away] antwoord van de bot weggegooid
    [themed] thema gekozen
    [edited] tekst veranderd
    [merged] samengevoegd met vraag { $other }
    [linked] hoort bij vraag { $other }
    [split] gesplitst, samen met vraag { $other }
    [raised] onder de aandacht gebracht
    [asked-if-done] gevraagd of het klaar is
    [closed] gesloten
    [reopened] heropend
    [withdrawn] weggehaald
    [published] artikel van gemaakt
   *[other] veranderd
  }
staffdesk-canned = { $count ->
    [0] Er zijn nog geen antwoorden om vaker te gebruiken. Maak er een. Dit vult de bot voor je in: { $places }
   *[other] Dit zijn jullie vaste antwoorden: { $count }. Kies er een om te lezen of te veranderen. Dit vult de bot voor je in: { $places }
  }
staffdesk-canned-pick = Kies een antwoord
staffdesk-canned-new-button = Nieuw antwoord
staffdesk-canned-delete-button = Haal weg
staffdesk-canned-one = { $what ->
    [saved] **{ $name }** is bewaard. Kies het bij een vraag met Help me schrijven.
    [deleted] **{ $name }** is weg. Toch nodig? Dit was de tekst:
   *[shown] **{ $name }**
  }
staffdesk-canned-title = { $isnew ->
    [yes] Nieuw antwoord
   *[no] Verander het antwoord
  }
staffdesk-canned-name = Naam, om het terug te vinden
staffdesk-canned-text = Tekst
staffdesk-canned-hint = De bot vult in: { $places }
outbox-kind-staff-pointer = een regel onder de kaart van een vraag
outbox-kind-staff-passed-on = het bericht dat een vraag nu van een collega is
outbox-kind-staff-draft = een concept voor een collega
outbox-kind-question-ask-back = een vraag aan de vrager
outbox-kind-question-ask-back-warning = een herinnering aan de vrager
outbox-kind-question-split = het bericht dat een vraag er twee werd
outbox-kind-question-ended = het bericht dat een vraag gesloten is
outbox-kind-question-news = het bericht dat er nieuws is over een vraag

# De kennisbank bijhouden
command-artikel = Artikelen van de kennisbank schrijven en bijhouden
command-artikel-nieuw = Schrijf een nieuw artikel
command-artikel-wijzig = Wijzig of vertaal een artikel
command-artikel-lijst = Laat eigen artikelen en concepten zien
command-artikel-trek-in = Haal een artikel weg voor iedereen
command-artikel-versies = Laat zien hoe een artikel eerder was
command-artikel-terug = Zet een eerdere versie terug
command-artikel-zoekwoord = Laat een artikel ook met andere woorden vinden
option-article = Korte naam of deel van de titel
option-article-language = In welke taal
option-article-why = Waarom het weg moet, voor collega’s
option-article-version = Het nummer van de versie, uit /artikel versies
option-article-words = De woorden die bewoners gebruiken
knowledge-not-found = Dat artikel is er niet. Kijk in /artikel lijst hoe het heet.
knowledge-empty = Er staat nog geen tekst in. Vul een titel en een tekst in.
knowledge-no-source = Zonder bron kan dit niet. Vul in waar je het vandaan hebt.
knowledge-source-not-safe = Dit adres van de bron werkt niet. Het moet beginnen met https://. Is de bron van papier? Laat het adres dan leeg.
knowledge-needs-colleague = Jij schreef dit zelf. Een collega leest mee en zet het in de kennisbank.
knowledge-no-consent = De vrager zei geen ja tegen deze tekst. Daarom kan dit niet in de kennisbank.
knowledge-no-article-of-this = Van deze vraag kan geen artikel komen. Er is nog geen antwoord van een mens, of iemand was in nood.
knowledge-draft-over = Dit concept is al klaar, of het is weggegooid. Er is niets veranderd.
knowledge-changed-meanwhile = Een collega zette intussen een andere versie in de kennisbank. Begin opnieuw met /artikel wijzig.
knowledge-personal-number = Er staat nog { $what ->
        [bsn] een burgerservicenummer
        [iban] een rekeningnummer
        [email] een mailadres
       *[phone] een telefoonnummer
    } in de tekst. Haal dat weg en probeer het opnieuw.
knowledge-asker-gone = De vrager is er niet meer, of wil nu geen berichten. Je kunt dus geen ja krijgen. Schrijf zelf een artikel met /artikel nieuw, zonder deze vraag erin.
knowledge-no-words = Typ minstens één woord.
knowledge-too-long = Dat is te lang. Er passen { $most } letters in.
knowledge-no-theme = Kies eerst een thema, in het menu onder het concept.
knowledge-many-alike = Dit past bij meer artikelen: { $titles }. Typ iets meer van de titel.
knowledge-form-title = { $number ->
        [0] Nieuw artikel ({ $language })
       *[other] Concept { $number } ({ $language })
    }
knowledge-details-title = Meer over concept { $number }
knowledge-words-title = Zoekwoorden erbij
knowledge-doubt-title = Klopt dit nog?
knowledge-field-title = Titel
knowledge-field-body = Tekst
knowledge-field-step = Kleine stap
knowledge-field-source-name = Bron
knowledge-field-source-url = Adres van de bron
knowledge-field-who = Wie kan helpen
knowledge-field-country = Land
knowledge-field-questions = Vragen van bewoners
knowledge-field-keywords = Zoekwoorden
knowledge-field-why = Waarom deze versie
knowledge-field-article = Artikel
knowledge-field-words = Woorden
knowledge-field-doubt = Wat klopt er niet meer?
knowledge-hint-title = Zoals een bewoner het zegt.
knowledge-hint-body = Korte zinnen. Geen namen van mensen.
knowledge-hint-step = Eén ding dat de lezer morgen kan doen.
knowledge-hint-source-name = De website, de wet of het boek.
knowledge-hint-source-url = Begint met https://. Leeg als de bron van papier is.
knowledge-hint-who = Een loket of groep, geen namen van mensen.
knowledge-hint-country = Alleen als het voorbeeld niet uit Nederland komt.
knowledge-hint-questions = Eén vraag op een regel.
knowledge-hint-keywords = Met een komma ertussen.
knowledge-hint-why = Collega’s lezen dit bij de versies.
knowledge-hint-article = Korte naam of deel van de titel.
knowledge-hint-words = Elke regel telt apart.
knowledge-hint-doubt = Je mag dit leeg laten. Zet er geen naam in.
knowledge-draft = **Concept { $number }: { $title }** ({ $slug }). Hierboven zie je het zoals lezers het zien.
knowledge-draft-themes = Thema’s: { $themes }.
knowledge-draft-lacks = Dit mist nog: { $what }.
knowledge-lacks-theme = een thema
knowledge-lacks-source = een bron
knowledge-lacks-step = een kleine stap
knowledge-draft-measures = Dit kan eenvoudiger: { $what }.
knowledge-measure-sentence-mean = kortere zinnen
knowledge-measure-sentence-longest = een lange zin
knowledge-measure-reading-ease = makkelijker woorden
knowledge-measure-long-words = lange woorden
knowledge-measure-passive = zinnen met ‘wordt’
knowledge-measure-jargon = moeilijke woorden
knowledge-measure-abbreviation = afkortingen
knowledge-measure-commas = veel komma’s
knowledge-measure-brackets = veel haakjes
knowledge-measure-semicolons = puntkomma’s
knowledge-draft-removed = Weggehaald: { $what }. Lees zelf na of er nog iemand te herkennen is.
knowledge-removed-name = { $number ->
        [one] een naam
       *[other] { $number } keer een naam
    }
knowledge-removed-address = { $number ->
        [one] een adres
       *[other] { $number } adressen
    }
knowledge-removed-bsn = een burgerservicenummer
knowledge-removed-iban = een rekeningnummer
knowledge-removed-email = een mailadres
knowledge-removed-phone = een telefoonnummer
knowledge-next-draft = { $origin ->
        [question] Klaar? Vraag het dan aan de vrager. Zegt die ja, dan leest een collega mee.
       *[other] Klaar? Vraag dan een collega om mee te lezen.
    }
knowledge-next-asked = De vrager kreeg dit te lezen. Zegt die ja, dan kan een collega het in de kennisbank zetten. Wijzig je het? Dan begint het vragen opnieuw.
knowledge-next-ready = Een collega kan dit nu in de kennisbank zetten. De schrijver zelf niet.
knowledge-next-used = Dit staat in de kennisbank.
knowledge-next-dropped = Dit concept is weggegooid.
knowledge-next-published = Dit staat in de kennisbank.
knowledge-next-withdrawn = Dit is weggehaald.
knowledge-pick-themes = Thema’s, deel { $part }
knowledge-change-button = Wijzig tekst
knowledge-details-button = Meer invullen
knowledge-ask-button = Vraag een collega
knowledge-asker-button = Vraag de vrager
knowledge-drop-button = Gooi weg
knowledge-read-button = Lees alles
knowledge-open-button = Open { $number }
knowledge-publish-button = Zet erin
knowledge-publish-tell-button = Zet erin, vertel lezers
knowledge-from-question-button = Maak een artikel
knowledge-dropped = Concept { $number } is weg.
knowledge-published = **{ $title }** staat nu in de kennisbank ({ $slug }). Op { $review_on } kijken we of het nog klopt. { $told ->
        [yes] Wie een ouder antwoord kreeg, krijgt bericht.
       *[no] Iets niet goed? Typ /artikel trek-in.
    }
knowledge-card = { $state ->
        [ready] **Concept { $number } wacht op een collega: { $title }.** { $writer } schreef het. { $new ->
            [yes] Het is nieuw.
           *[no] Het komt in de plaats van wat er nu staat.
        } { $consent ->
            [yes] De vrager zei ja.
           *[no] Lees het na en zet het erin.
        }
        [used] Concept { $number } staat nu in de kennisbank.
       *[other] Concept { $number } is weggegooid.
    }
knowledge-card-source = Bron: { $name }
knowledge-card-why = Waarom: { $why }
knowledge-consent = Je vraag is beantwoord. Het antwoord kan ook andere bewoners helpen. Mogen wij dit in de kennisbank zetten? Jouw naam staat er niet bij.
knowledge-consent-what = Druk op ja of nee. Doe je niets, dan gebeurt er niets. Zei je ja? Dan mag je later nog nee zeggen met dezelfde knop.
knowledge-consent-yes-button = Ja, dat mag
knowledge-consent-no-button = Nee, liever niet
knowledge-consent-kept = { $yes ->
        [yes] Dank je wel! Een medewerker kijkt er nog naar. Je krijgt bericht als het in de kennisbank staat.
       *[no] Goed. Wij gebruiken je vraag niet. Stond het al in de kennisbank? Dan is het nu weg.
    }
knowledge-your-article = Jouw vraag helpt nu ook anderen. In de kennisbank staat: **{ $title }**. Je naam staat er niet bij.
knowledge-doubt-button = Klopt dit nog?
knowledge-doubt-kept = Dank je wel. Een medewerker kijkt ernaar. Je hoeft niets te doen.
knowledge-doubt = { $number ->
        [0] **{ $title }** ({ $slug }): hier is naar gekeken.
        [one] **Klopt dit nog?** Een lezer twijfelt aan **{ $title }** ({ $slug }).
       *[other] **Klopt dit nog?** { $number } lezers twijfelen aan **{ $title }** ({ $slug }).
    }
knowledge-doubts-seen = { $number ->
        [0] Hier was al naar gekeken.
       *[other] Goed, dit is gezien. Een nieuwe twijfel komt hier vanzelf weer.
    }
knowledge-still-button = Klopt nog
knowledge-seen-button = Gezien
knowledge-confirmed = **{ $title }** klopt nog. Op { $review_on } kijken we weer.
knowledge-changed = { $withdrawn ->
        [yes] Je kreeg eerder dit antwoord: **{ $title }**. Wij hebben het weggehaald, want het klopt niet meer. Ga er niet meer van uit.
       *[no] Je kreeg eerder dit antwoord: **{ $title }**. Wij hebben er iets belangrijks in verbeterd. Stel je vraag nog eens om het nieuwe antwoord te lezen.
    } Wil je iemand spreken? Druk op de knop.
knowledge-person-button = Vraag een mens
knowledge-spare-button = Niet meer vertellen
knowledge-spared = Goed. Je hoort niet meer dat een antwoord veranderde.
knowledge-country = Dit voorbeeld komt uit een ander land: { $country }. In Nederland kan het anders gaan.
knowledge-week = **De kennisbank deze week.** Kijk of deze artikelen nog kloppen.
knowledge-week-line = { $number }. { $title } ({ $language }), voor { $review_on }
knowledge-week-more = En nog { $number }. Die komen volgende week.
knowledge-week-dead = Deze bronnen gaven drie keer geen antwoord, een week lang. Zoek een andere bron.
knowledge-right-button = { $number } klopt nog
knowledge-review-button = { $number } wijzig
knowledge-gaps = **Wat bewoners vroegen en niet vonden**, sinds { $since }. Zonder namen. Groepen van minder dan drie mensen staan alleen in het totaal.
knowledge-gap = { $number }. { $theme }: { $count } vragen. Woorden: { $words }.
knowledge-gaps-rest = { $number ->
        [one] Nog één vraag vond geen antwoord.
       *[other] Nog { $number } vragen vonden geen antwoord.
    }
knowledge-trends = Waar vragen over gingen:
knowledge-trend = - { $theme }: { $count } vragen. { $known ->
        [yes] Vier weken eerder waren het er { $before }.
       *[no] Vier weken eerder waren het er minder dan drie.
    }
knowledge-gap-write-button = { $number } Schrijf artikel
knowledge-gap-words-button = { $number } Voeg zoekwoord toe
knowledge-words-added = Deze woorden vinden nu ook **{ $title }**.
knowledge-list = In de kennisbank staan { $number } artikelen. Hieronder staat wat jullie zelf schreven of wijzigden.
knowledge-list-line = - { $title } ({ $slug }), nakijken voor { $review_on }
knowledge-list-draft = - Concept { $number }: { $title } ({ $state ->
        [asked] wacht op de vrager
        [ready] wacht op een collega
       *[other] nog niet klaar
    })
knowledge-list-untranslated = Deze { $number } zijn er in één taal: { $slugs }. Vertalen kan met /artikel wijzig.
knowledge-withdrawn = **{ $title }** is weg. Niemand vindt het nog. Wie het in de laatste 90 dagen kreeg, krijgt bericht. Toch terug? Typ /artikel versies.
knowledge-versions-next = Terug naar een versie? Typ /artikel terug en het nummer vooraan.
knowledge-versions-none = Hier is nog niets aan veranderd.
knowledge-version-line = **{ $id }** { $state ->
        [withdrawn] weggehaald
       *[other] versie { $number }
    } ({ $language }), { $at }: { $title }. Door: { $by }. Waarom: { $why }.{ $now ->
        [yes] {" "}Dit is er nu.
       *[no] {""}
    }
knowledge-restored = **{ $title }** is terug zoals het toen was. Iedereen kan het weer vinden.
outbox-kind-staff-article = een concept voor de kennisbank
outbox-kind-question-consent = de vraag of een antwoord in de kennisbank mag
outbox-kind-question-published = het bericht dat een artikel klaar is
outbox-kind-article-changed = het bericht dat een antwoord veranderde
outbox-kind-staff-article-doubt = een twijfel over een artikel
outbox-kind-staff-articles-week = de lijst met artikelen om na te kijken
outbox-kind-staff-article-gaps = de lijst met vragen zonder antwoord
papers-outcome-new = nieuw
papers-outcome-changed = wordt anders
papers-outcome-same = was er al, er verandert niets
papers-outcome-wrong = klopt niet
papers-unreadable = dit bestand is niet te lezen, of te groot
papers-no-head = het bestand moet beginnen met een kop tussen twee regels +++
papers-not-toml = deze regel van de kop klopt niet
papers-missing = dit mist: { $what }
papers-wrong-kind = hier staat iets van een andere soort: { $what }
papers-unknown-field = dit veld kennen wij niet: { $what }
papers-unknown-theme = dit thema kennen wij niet: { $what }
papers-unknown-language = deze taal kennen wij niet: { $what }
papers-bad-id = de korte naam mag alleen kleine letters, cijfers en streepjes hebben: { $what }
papers-not-safe = dit adres moet beginnen met https://: { $what }
papers-personal = hier staat een burgerservicenummer
papers-empty = onder de kop staat geen tekst
papers-twice = dit artikel staat ook in { $what }
papers-nothing = in deze map staan geen bestanden van Markdown
papers-plan = Dit zou er gebeuren: { $new } nieuw, { $changed } anders, { $same } hetzelfde.
papers-done = Klaar: { $new } nieuw, { $changed } anders, { $same } hetzelfde.
papers-written = { $number ->
        [one] Eén artikel staat
       *[other] { $number } artikelen staan
    } nu in { $folder }.
papers-refused = Er is niets ingelezen. Verbeter { $wrong ->
        [one] het bestand hierboven
       *[other] de { $wrong } bestanden hierboven
    } en probeer het opnieuw.

## Activities

outbox-kind-activity = een activiteit
outbox-kind-staff-activity = een activiteit om naar te kijken
outbox-kind-activity-told = het bericht wat er met een activiteit gebeurt
command-activiteit = Activiteiten waar iedereen mag komen.
command-activiteit-nieuw = Kondig een activiteit aan.
command-activiteit-lijst = Kijk wat er te doen is.
activities-everybody = Iedereen mag komen, ook als je geen lid bent van LSA.
activities-gone = **Dit gaat niet door.**
activities-when = Wanneer: { $at }
activities-when-until = Wanneer: { $at }, tot { $until }
activities-where = Waar: { $place }
activities-from = Van: { $group }
activities-more = Meer weten: { $link }
activities-file = activiteit.ics
activities-file-alt = De activiteit voor in je agenda
activities-coming = **Dit komt eraan:**
activities-line = - **{ $title }**: { $at }, { $place }
activities-none = Er staat hier nu geen activiteit. Kijk ook op de agenda van LSA.
activities-form-title = Kondig een activiteit aan
activities-form-name = Hoe heet het?
activities-form-name-hint = Bijvoorbeeld: koffie op het plein.
activities-form-when = Wanneer is het?
activities-form-when-hint = Bijvoorbeeld: vrijdag 20.00 tot 22.00.
activities-form-place = Waar is het?
activities-form-place-hint = Noem de plek en het adres.
activities-form-about = Wat is het, en voor wie?
activities-form-about-hint = Een paar zinnen. Dat iedereen mag komen, zet ik er altijd bij.
activities-form-link = Waar lees je meer?
activities-form-link-hint = Een adres dat begint met https://. Mag leeg blijven.
activities-ready = Zo ziet iedereen het. Zet je het in het kanaal?
activities-with-staff = Zo ziet iedereen het straks. Een medewerker kijkt er eerst naar. Je hoort van me wat er gebeurt.
activities-card = { $state ->
        [posted] Deze activiteit staat in het kanaal.
        [refused] Deze activiteit komt niet in het kanaal.
        [cancelled] Deze activiteit gaat niet door. Dat staat nu ook in het kanaal.
       *[proposed] Deze activiteit wacht. Zet een medewerker haar in het kanaal?
    }
activities-post-button = Zet in het kanaal
activities-refuse-button = Zet er niet in
activities-cancel-button = Gaat niet door
activities-decided = { $state ->
        [posted] **{ $title }** komt in het kanaal.
        [cancelled] Bij **{ $title }** staat nu dat het niet doorgaat.
       *[refused] **{ $title }** komt niet in het kanaal.
    }
activities-told = { $state ->
        [posted] **{ $title }** staat in het kanaal. Iedereen kan het lezen.
        [cancelled] Bij **{ $title }** staat nu dat het niet doorgaat. Klopt dat niet? Vraag het aan een medewerker.
       *[refused] **{ $title }** komt niet in het kanaal. Wil je weten waarom? Vraag het aan een medewerker.
    }
activities-not-found = Deze activiteit vind ik hier niet. Kijk met /activiteit lijst wat er is.
activities-unfinished = Er mist iets. Vul in hoe het heet, waar het is en wat het is.
activities-link = Dit adres kan ik niet gebruiken. Neem een adres dat begint met https://, of laat het leeg.
activities-over = { $state ->
        [past] Deze activiteit is al geweest.
        [posted] Deze activiteit staat al in het kanaal.
        [refused] Een medewerker besloot al dat deze activiteit niet in het kanaal komt.
        [cancelled] Deze activiteit gaat al niet meer door.
       *[proposed] Deze activiteit staat nog niet in het kanaal.
    }
activities-nowhere = Er is nog geen kanaal voor nieuws of vragen, of geen kanaal voor medewerkers. Een beheerder kan dat kiezen met /instellingen kanaal.
