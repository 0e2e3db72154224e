import pytest

from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer

HELLO = ("-m", "tests.wire.hello_bot")


@pytest.mark.asyncio
async def test_a_bot_in_another_process_answers_a_command():
    async with DiscordServer() as discord, BotProcess(discord, args=HELLO) as bot:
        guild = discord.create_guild()
        square = guild.create_text_channel("plein")
        anna = guild.add_member(discord.create_user("anna"))
        print(await bot.ready())
        shown = await discord.answered(await anna.slash(square, "hallo"))
        assert shown.response.content == "hallo"
