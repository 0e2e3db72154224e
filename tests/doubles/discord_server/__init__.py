"""A Discord on loopback: REST and gateway for a real bot process, with faults on order.

    async with DiscordServer(seed=7) as discord:
        guild = discord.create_guild("Wijk")
        square = guild.create_text_channel("plein")
        anna = guild.add_member(discord.create_user("anna", locale="nl"))
        discord.faults.fail("POST", "/channels/*/messages", status=502, after=True)
        async with BotProcess(discord, database_url=url) as bot:
            await bot.ready()
            shown = await discord.answered(await anna.slash(square, "hallo"))
            await bot.restart()  # kill -9, start, wait
            async with discord.gateway_down():  # missed events come with the RESUME
                await anna.send(square, "is daar iemand?")
            await discord.until(lambda: discord.log.sends)

`python -m tests.doubles.discord_server --port 8710` serves one to play with by hand.
"""

from tests.doubles.discord_server.faults import Effect, Fault, FaultPlan
from tests.doubles.discord_server.limits import DISCORD, GLOBAL, Limit, Limits
from tests.doubles.discord_server.requests import Request, RequestLog
from tests.doubles.discord_server.server import DiscordServer, Person

__all__ = [
    "DISCORD",
    "GLOBAL",
    "DiscordServer",
    "Effect",
    "Fault",
    "FaultPlan",
    "Limit",
    "Limits",
    "Person",
    "Request",
    "RequestLog",
]
