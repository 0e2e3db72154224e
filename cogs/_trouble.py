"""What ended the connection with Discord, as the shell can tell it."""

import aiohttp
import discord

from bot.outages import discord_trouble
from bot.settings import SettingsError

TOO_MANY_REQUESTS = 429


def trouble(error: BaseException) -> BaseException:
    """A wrong setting, something that is away, or the error itself: a mistake of ours."""
    if isinstance(error, discord.LoginFailure):
        line = (
            "DISCORD_TOKEN: Discord kent dit token niet. Maak een nieuw token en zet het in .env."
        )
        return SettingsError((line,))
    if isinstance(error, discord.PrivilegedIntentsRequired):
        line = (
            "MESSAGE_CONTENT: zet 'Message Content Intent' aan op de pagina van je bot, "
            "of zet MESSAGE_CONTENT=false in .env."
        )
        return SettingsError((line,))
    return discord_trouble(error) if _is_away(error) else error


def _is_away(error: BaseException) -> bool:
    if isinstance(error, discord.HTTPException):
        return isinstance(error, discord.DiscordServerError) or error.status == TOO_MANY_REQUESTS
    away = (aiohttp.ClientError, OSError, discord.GatewayNotFound, discord.RateLimited)
    return isinstance(error, away)
