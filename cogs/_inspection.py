"""What `doctor` asks Discord: token, intents, roles, channels, and the rights in each of them."""

import asyncio
from collections.abc import Iterator, Mapping
from typing import Final

import aiohttp
import discord

from bot.communities import CommunitySettings, Place
from bot.findings import Finding
from bot.settings import Settings
from bot.texts import HOME, Texts
from cogs._client import point_at
from cogs._ui import number, ref
from cogs.setup import staffroom
from cogs.setup.places import Channel, gone_roles, staff_of
from cogs.setup.rights import Lack, lacking

PATIENCE_S: Final = 60
"""Discord answers within this, or counts as out of reach."""
_PRESS: Final = "Typ /instellingen toon in de chat en druk op de knop."
_ROLES: Final = "Typ /instellingen rollen in de chat en kies de rol."


async def inspect_discord(
    settings: Settings, spaces: Mapping[str, CommunitySettings]
) -> list[Finding]:
    """Log in without opening the gateway, and look at every server."""
    assert settings.discord_token is not None  # noqa: S101 - the caller looked
    point_at(settings)
    client = discord.Client(intents=discord.Intents.none())
    try:
        async with asyncio.timeout(PATIENCE_S), client:
            await client.login(settings.discord_token.get_secret_value())
            seen = [Finding("Discord-token", ok=True, found="Discord kent de bot")]
            seen.append(_intents(settings, await client.application_info()))
            servers = [guild.id async for guild in client.fetch_guilds(limit=200)]
            for id_ in servers:
                known = spaces.get(ref(id_), CommunitySettings())
                seen += await _server(client, id_, known)
            return seen if servers else [*seen, _nowhere()]
    except discord.LoginFailure:
        return [
            Finding(
                "Discord-token",
                ok=False,
                found="Discord kent dit token niet",
                why="Met het token meldt de bot zich bij Discord.",
                mend="Maak een nieuw token op de pagina van je bot en zet het in .env.",
            )
        ]
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        return [
            Finding(
                "Discord",
                ok=False,
                found=f"niet te bereiken ({type(error).__name__})",
                why="Zonder Discord kan de bot niet werken.",
                mend="Kijk of er internet is en of DISCORD_API_BASE klopt.",
            )
        ]


def _nowhere() -> Finding:
    return Finding(
        "Servers",
        ok=False,
        found="de bot staat in geen enkele server",
        why="Daar praat de bot met bewoners.",
        mend="Nodig de bot uit. In README.md staat hoe.",
    )


def _intents(settings: Settings, application: discord.AppInfo) -> Finding:
    flags, what = application.flags, "Gewone berichten lezen"
    allowed = flags.gateway_message_content or flags.gateway_message_content_limited
    if not settings.message_content:
        return Finding(what, ok=True, found="uit")
    if allowed:
        return Finding(what, ok=True, found="aan")
    return Finding(
        what,
        ok=False,
        found="mag niet van Discord",
        why="Zo kan iemand een vraag gewoon typen.",
        mend=(
            "Zet 'Message Content Intent' aan op de pagina van je bot, "
            "of zet MESSAGE_CONTENT=false in .env."
        ),
    )


async def _server(client: discord.Client, id_: int, known: CommunitySettings) -> list[Finding]:
    assert client.user is not None  # noqa: S101 - logged in
    texts, guild = Texts.load(), await client.fetch_guild(id_)
    me = await guild.fetch_member(client.user.id)
    channels = {channel.id: channel for channel in await guild.fetch_channels()}
    found: dict[Place, Channel] = {}
    seen = list(_roles(guild, known))
    for place in Place:
        target = known.places.get(place)
        channel = channels.get(number(target)) if target else None
        if isinstance(channel, Channel):
            found[place] = channel
        seen.append(_place(texts, guild.name, (place, target), channel))
    staff = found.get(Place.STAFF)
    if staff is not None:
        seen += _staff_room(guild, staff, known)
    missing = [_lack(texts, guild.name, one) for one in lacking(me, found, known)]
    return seen + (missing or [Finding(f"Rechten in {guild.name}", ok=True, found="in orde")])


def _place(texts: Texts, server: str, chosen: tuple[Place, str | None], channel: object) -> Finding:
    place, target = chosen
    purpose = texts.text(f"setup-place-{place}", HOME)
    what = f"Kanaal in {server}, {purpose}"
    if isinstance(channel, Channel):
        return Finding(what, ok=True, found=f"#{channel.name}")
    found = "bestaat niet meer, of de bot ziet het niet" if target else "nog niet gekozen"
    why = f"Dit kanaal is voor: {purpose}."
    return Finding(what, ok=False, found=found, why=why, mend=_PRESS)


def _roles(guild: discord.Guild, known: CommunitySettings) -> Iterator[Finding]:
    gone = gone_roles(guild, known)
    if gone:
        yield Finding(
            f"Rollen in {guild.name}",
            ok=False,
            found=f"{len(gone)} gekozen rol bestaat niet meer",
            why="Wie die rol had, mag nu niets meer als medewerker of beheerder.",
            mend=_ROLES,
        )
    if not known.staff_roles:
        yield Finding(
            f"Medewerkers in {guild.name}",
            ok=False,
            found="nog geen rol gekozen",
            why="Zonder medewerkers beantwoordt niemand de vragen.",
            mend=_ROLES,
        )
    if not known.admin_roles:
        found = "nog geen rol gekozen: wie de server beheert, is beheerder"
        yield Finding(f"Beheerders in {guild.name}", ok=True, found=found)
    here = staff_of(guild, known)
    if here and not gone:
        names = ", ".join(role.name for role in here)
        yield Finding(f"Rollen in {guild.name}", ok=True, found=names)


def _staff_room(
    guild: discord.Guild, channel: Channel, known: CommunitySettings
) -> Iterator[Finding]:
    door, what = staffroom.look(channel, known), f"Wie ziet #{channel.name} in {guild.name}"
    why = "Daar staan vragen van bewoners. Die zijn alleen voor medewerkers."
    if door.strangers:
        who = ", ".join(role.name for role in door.strangers)
        yield Finding(what, ok=False, found=f"ook {who}", why=why, mend=_PRESS)
    if door.locked_out:
        who = ", ".join(role.name for role in door.locked_out)
        yield Finding(what, ok=False, found=f"niet: {who}", why=why, mend=_PRESS)
    if door.is_right:
        yield Finding(what, ok=True, found="alleen medewerkers en beheerders")


def _lack(texts: Texts, server: str, lack: Lack) -> Finding:
    text, name = texts.text, lack.need.name
    where = f"#{lack.channel.name} in {server}" if lack.channel else server
    place = "de instellingen van dat kanaal" if lack.channel else "de serverinstellingen"
    return Finding(
        f"Recht in {where}",
        ok=False,
        found=f"ontbreekt: {text(f'setup-right-{name}', HOME)}",
        why=text(f"setup-for-{name}", HOME),
        mend=f"Geef de rol van de bot dit recht in {place}.",
    )
