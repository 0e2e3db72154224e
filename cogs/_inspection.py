"""What `doctor` asks Discord: token, intents, permissions and channels."""

from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp
import discord

from bot.settings import Settings
from bot.texts import Texts
from cogs._client import point_at
from cogs._ui import number, ref
from cogs.setup import NAMES, NEEDED


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that was looked at; `mend` is empty when it is in order."""

    what: str
    ok: bool
    found: str
    mend: str = ""


async def inspect_discord(
    settings: Settings, places: Mapping[str, Mapping[str, str]]
) -> list[Seen]:
    """Log in without opening the gateway, and look at every server."""
    assert settings.discord_token is not None  # noqa: S101 - the caller looked
    point_at(settings)
    client = discord.Client(intents=discord.Intents.none())
    try:
        async with client:
            await client.login(settings.discord_token.get_secret_value())
            seen = [Seen("Discord-token", ok=True, found="Discord kent de bot")]
            seen.append(_intents(settings, await client.application_info()))
            async for guild in client.fetch_guilds(limit=200):
                whole = await client.fetch_guild(guild.id)
                seen += await _guild(whole, client, places.get(ref(guild.id), {}))
            return seen
    except discord.LoginFailure:
        mend = "Maak een nieuw token op de pagina van je bot en zet het in .env."
        return [Seen("Discord-token", ok=False, found="Discord kent dit token niet", mend=mend)]
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        mend = "Kijk of er internet is en of DISCORD_API_BASE klopt."
        return [Seen("Discord", ok=False, found=type(error).__name__, mend=mend)]


def _intents(settings: Settings, application: discord.AppInfo) -> Seen:
    flags = application.flags
    allowed = flags.gateway_message_content or flags.gateway_message_content_limited
    if settings.message_content and not allowed:
        mend = (
            "Zet 'Message Content Intent' aan op de pagina van je bot, "
            "of zet MESSAGE_CONTENT=false in .env."
        )
        return Seen("Berichten lezen", ok=False, found="mag niet van Discord", mend=mend)
    return Seen("Berichten lezen", ok=True, found="aan" if settings.message_content else "uit")


async def _guild(
    guild: discord.Guild, client: discord.Client, places: Mapping[str, str]
) -> list[Seen]:
    assert client.user is not None  # noqa: S101 - logged in
    texts = Texts.load()
    me = await guild.fetch_member(client.user.id)
    mine = me.guild_permissions
    seen = [
        Seen(
            f"Recht in {guild.name}",
            ok=False,
            found=texts.text(key, "nl"),
            mend="Geef de rol van de bot dit recht in de serverinstellingen.",
        )
        for name, key in NEEDED.items()
        if not getattr(mine, name, True)
    ]
    seen = seen or [Seen(f"Rechten in {guild.name}", ok=True, found="alles wat nodig is")]
    known = {channel.id for channel in await guild.fetch_channels()}
    for place in NAMES:
        what = f"Kanaal in {guild.name}, {texts.text(f'setup-place-{place}', 'nl')}"
        target = places.get(place)
        mend = "Typ /instellingen toon in de chat en druk op de knop."
        if target is None:
            seen.append(Seen(what, ok=False, found="nog niet gekozen", mend=mend))
        elif number(target) not in known:
            seen.append(Seen(what, ok=False, found="bestaat niet meer", mend=mend))
        else:
            seen.append(Seen(what, ok=True, found="gevonden"))
    return seen
