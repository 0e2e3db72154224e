"""Who lives in the practice community, and which channels it has; the bot makes that of staff."""

from typing import Final

import discord

from bot.communities import Place as Spot
from cogs._practice.stage import Community, Persona, Place, Role
from cogs.setup import NAMES

STAFF: Final = "Medewerker"
ADMIN: Final = "Beheerder"

NEIGHBOURHOOD: Final = Community(
    name="Oefenbuurt",
    personas=(
        Persona("Fatima", about=(("nl", "bewoner met een vraag"), ("en", "resident"))),
        Persona(
            "Emma",
            language="en",
            about=(("nl", "bewoner die Engels leest"), ("en", "resident who reads English")),
        ),
        Persona("Henk", about=(("nl", "van de buurttuin"), ("en", "of the community garden"))),
        Persona("Aylin", about=(("nl", "van het dorpshuis"), ("en", "of the village hall"))),
        Persona("Sofie", roles=(STAFF,), about=(("nl", "medewerker"), ("en", "staff"))),
        Persona("Mo", roles=(STAFF,), about=(("nl", "medewerker"), ("en", "staff"))),
        Persona("Ada", roles=(ADMIN,), about=(("nl", "beheerder"), ("en", "admin"))),
    ),
    places=(
        Place(NAMES[Spot.START], topic="Begin hier"),
        Place(NAMES[Spot.HELPDESK], kind="forum", topic="Stel je vraag"),
        Place(NAMES[Spot.POLLS], topic="Stem mee"),
        Place(NAMES[Spot.NEWS], topic="Nieuws van LSA"),
    ),
    roles=(Role(ADMIN, discord.Permissions(manage_guild=True)), Role(STAFF)),
)
