"""What the tour plays: each chapter is one story in the practice community."""

from typing import Final

from cogs._practice.neighbourhood import ADMIN, STAFF
from cogs._practice.tour import Chapter, Tour


async def set_up(tour: Tour) -> None:
    """Ada zet de bot klaar."""
    guild = tour.stage.guild
    shown = await tour.slash("Ada", "start", "instellingen toon")
    card = tour.told("Ada", shown, "Instellingen", "klaar")
    built = await tour.click("Ada", card, "Maak de kanalen")
    tour.told("Ada", built, "Klaar")
    menus = await tour.slash("Ada", "start", "instellingen rollen")
    await tour.choose("Ada", tour.told("Ada", menus), "setup-roles:staff", guild.roles[STAFF])
    await tour.choose("Ada", tour.told("Ada", menus), "setup-roles:admin", guild.roles[ADMIN])
    tour.told("Ada", menus, "Opgeslagen", f"<@&{guild.roles[STAFF].id}>")
    for who, sees in (("Sofie", True), ("Mo", True), ("Ada", True), ("Fatima", False)):
        tour.sees(who, "staff", expected=sees)
    tour.last("start", "Fatima", "Welkom bij de Bewonersbot")


async def forum(tour: Tour) -> None:
    """Henk vraagt iets in het forum en is geholpen."""
    post = await tour.post("Henk", "Moestuin", "Hoe beginnen we een moestuin in de buurt?")
    answer = tour.last(post, "Aylin", "moestuin", "Bron:")
    done = await tour.click("Henk", answer, "Dit was het antwoord")
    tour.told("Henk", done)
    tour.tagged(post, "opgelost")


async def help_desk(tour: Tour) -> None:
    """Fatima stelt een vraag, Sofie antwoordt."""
    start = tour.last("start", "Fatima", "Welkom")
    form = await tour.click("Fatima", start, "Stel een vraag")
    asked = "Hoe houden wij als bewoners zelf ons buurthuis open?"
    found = await tour.fill("Fatima", form, question=asked)
    answer = tour.told("Fatima", found, "Bron:", "dorp of een stadswijk?")
    known = await tour.click("Fatima", answer, "Een dorp")
    tour.told("Fatima", known, "Was dit het antwoord?")
    asked = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
    post = await tour.post("Fatima", "Dakgoot", asked)
    tour.last(post, "Fatima", "Dat weet ik niet zeker")
    card = tour.last("staff", "Sofie", "Fatima", "dakgoot")
    await tour.click("Sofie", card, "Pak vraag op")
    form = await tour.click("Sofie", card, "Geef antwoord")
    shown = await tour.fill("Sofie", form, answer="Vraag het aan het dorpshuis in Deurne.")
    preview = tour.told("Sofie", shown, "Zo ziet de vrager", "dorpshuis in Deurne")
    sent = await tour.click("Sofie", preview, "Versturen")
    tour.told("Sofie", sent, "onderweg")
    letter = tour.last(post, "Fatima", "Sofie geeft antwoord", "dorpshuis in Deurne")
    mine = await tour.slash("Fatima", "start", "vraag mijn")
    tour.told("Fatima", mine, "dorpshuis in Deurne", "Een medewerker gaf antwoord")
    helped = await tour.click("Fatima", letter, "Ja, ik ben geholpen")
    tour.told("Fatima", helped, "Je vraag is klaar")
    figures = await tour.slash("Sofie", "staff", "helpdesk cijfers")
    tour.told("Sofie", figures, "3 vragen", "Per maand")


async def english(tour: Tour) -> None:
    """Emma reads English."""
    found = await tour.slash(
        "Emma", "start", "vraag stel", tekst="Do I have to become a member of LSA?"
    )
    tour.told("Emma", found, "member")


async def crisis(tour: Tour) -> None:
    """Een noodsignaal krijgt eerst het juiste nummer, in privé."""
    post = await tour.post("Henk", "Hallo", "ik wil niet meer leven")
    tour.last(post, "Fatima", "Ik heb je een privébericht gestuurd")
    tour.mail("Henk", "113")


async def poll(tour: Tour) -> None:
    """Sofie houdt een peiling en iedereen stemt."""
    opened = await tour.slash(
        "Sofie",
        "polls",
        "peiling nieuw",
        vraag="Wanneer doen we de buurtdag?",
        keuzes="Zaterdag; Zondag",
        tot="over 2 uur",
    )
    tour.told("Sofie", opened, "staat open")
    card = tour.last("polls", "Fatima", "Wanneer doen we de buurtdag?", "Dit is advies")
    for who, label in (
        ("Fatima", "A. Zaterdag"),
        ("Henk", "A. Zaterdag"),
        ("Aylin", "B. Zondag"),
        ("Mo", "A. Zaterdag"),
        ("Ada", "B. Zondag"),
        ("Emma", "A. Zaterdag"),
    ):
        voted = await tour.click(who, card, label)
    tour.told("Emma", voted, "Your vote counts")
    changed = await tour.click("Ada", card, "A. Zaterdag")
    tour.told("Ada", changed, "Je stem is veranderd")
    await tour.wait(3)
    tour.last("polls", "Fatima", "Uitslag", "De meeste stemmen: Zaterdag", "Beeld:")


async def matching(tour: Tour) -> None:
    """Henk zoekt een groep en maakt kennis met Aylin."""
    for who, name, line, offers, needs in (
        (
            "Henk",
            "Buurttuin De Oogst",
            "Wij hebben in Deurne een tuin waar buren samen groente kweken.",
            "plantjes en stekken",
            "een ruimte voor de winter",
        ),
        (
            "Aylin",
            "Dorpshuis De Meent",
            "Wij beheren in Elsloo in Friesland zelf het dorpshuis, met een keuken en een zaal.",
            "een zaal en een voorbeeld van onze begroting",
            "groente voor de keuken",
        ),
    ):
        form = await tour.slash(who, "start", "collectief maak")
        step = await tour.fill(who, form, name=name, line=line)
        made = await tour.click(who, tour.told(who, step, name), "Klopt, zet erbij")
        seen = tour.told(who, made, "jij bent contactpersoon", name)
        form = await tour.click(who, seen, "Wat geven en zoeken jullie?")
        filled = await tour.fill(who, form, offers=offers, needs=needs)
        tour.told(who, filled, offers)
    found = await tour.slash("Henk", "start", "zoek", tekst="zelf een dorpshuis beheren")
    seen = tour.told("Henk", found, "Dorpshuis De Meent")
    place = seen.content.split(". Dorpshuis De Meent")[0][-1]
    form = await tour.click("Henk", seen, f"Maak kennis met {place}")
    asked = await tour.fill("Henk", form, note="Mogen wij een keer komen kijken?")
    tour.told("Henk", asked, "Dorpshuis De Meent")
    request = tour.mail("Aylin", "Buurttuin De Oogst", "Mogen wij een keer komen kijken?")
    form = await tour.click("Aylin", request, "Ja, graag", dm=True)
    await tour.fill("Aylin", form, dm=True, reach="bel 06 op dinsdag")
    moments = tour.thread("Henk", "Aylin", "bel 06 op dinsdag", "Wanneer zien of bellen")
    await tour.click("Henk", moments, "1: ja")
    chosen = await tour.click("Aylin", moments, "1: ja")
    tour.told("Aylin", chosen, "kan iedereen")


async def alert(tour: Tour) -> None:
    """Sofie schrijft beleidsnieuws, Mo geeft akkoord, Fatima leest het."""
    offer = await tour.slash("Fatima", "start", "abonneren")
    seen = tour.told("Fatima", offer)
    await tour.click("Fatima", seen, "Volg alle thema's")
    form = await tour.slash("Sofie", "staff", "beleidsbericht schrijf")
    draft = await tour.fill(
        "Sofie",
        form,
        title="Nieuwe regels voor buurthuizen",
        what="De Tweede Kamer stemt over een wet over huur.",
        meaning="De huur van je buurthuis kan lager worden.",
        action="Vertel het je gemeente, tot 1 december.",
        source_url="https://www.rijksoverheid.nl",
    )
    preview = tour.told("Sofie", draft, "Nieuwe regels voor buurthuizen")
    await tour.pick("Sofie", preview, "ontmoetingsplekken")
    await tour.click("Sofie", preview, "Vraag akkoord")
    card = tour.last("staff", "Mo", "Nieuwe regels voor buurthuizen")
    refused = await tour.click("Sofie", card, "Akkoord")
    tour.told("Sofie", refused, "Code:")
    await tour.click("Mo", card, "Akkoord")
    tour.last("news", "Emma", "Nieuwe regels voor buurthuizen", "tot 1 december")
    mail = tour.mail("Fatima", "Nieuwe regels voor buurthuizen")
    stopped = await tour.click("Fatima", mail, "Stop deze berichten", dm=True)
    tour.told("Fatima", stopped)


async def own_data(tour: Tour) -> None:
    """Emma sees what is kept about her and leaves."""
    shown = await tour.slash("Emma", "start", "mijn-gegevens")
    tour.told("Emma", shown)
    asked = await tour.slash("Emma", "start", "vergeet-mij")
    sure = tour.told("Emma", asked)
    gone = await tour.click("Emma", sure, "Yes, erase everything about me")
    tour.told("Emma", gone)


ALWAYS: Final = 2
"""So many chapters play at every start: messages live as long as the stage, settings longer."""
CHAPTERS: Final[tuple[Chapter, ...]] = (
    set_up,
    forum,
    help_desk,
    english,
    crisis,
    matching,
    poll,
    alert,
    own_data,
)
