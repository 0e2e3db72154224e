"""Which roles somebody has on Discord at this moment, for messages that go out by themselves."""

import asyncio
from typing import Final

import discord

from bot.people import Arrival
from bot.services.alerts import PlatformAway
from cogs._client import Client
from cogs._ui import TROUBLE, arrival_of, number

LONGEST_WAIT_S: Final = 10
"""The ticker does one thing after the other, and others wait for it."""


class MemberDoor:
    """Asks Discord itself: the bot keeps no list of members."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def arrival(self, identity: str, space: str) -> Arrival | None:
        """Somebody as they would arrive now; None for who left. Raises: PlatformAway."""
        guild = self._client.get_guild(number(space))
        if guild is None or guild.unavailable:
            raise PlatformAway
        try:
            async with asyncio.timeout(LONGEST_WAIT_S):
                member = await guild.fetch_member(number(identity))
        except discord.NotFound:
            return None
        except (*TROUBLE, TimeoutError) as error:
            raise PlatformAway from error
        return await arrival_of(self._client, member, "nl")
