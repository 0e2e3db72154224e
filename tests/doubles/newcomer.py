"""A server that the bot has just been invited to, beside the house that is set up already."""

from __future__ import annotations

from dataclasses import dataclass

import discord
import simcord
from simcord import interactions
from simcord.backend import serializers
from simcord.backend.models import Overwrite
from simcord.enums import InteractionType, OverwriteType

from cogs._practice import _simcord
from tests.doubles.house import House


@dataclass
class Newcomer:
    """The new server, with who manages it, and roles for staff and residents."""

    house: House
    guild: simcord.GuildHandle
    square: simcord.ChannelHandle
    boss: simcord.MemberActor
    resident: simcord.MemberActor
    helper: simcord.MemberActor
    staff: simcord.RoleHandle

    @classmethod
    async def open(cls, house: House, *, square: str = "plein") -> Newcomer:
        """Invite the bot to a server with one channel."""
        guild = house.env.create_guild("Nieuwbuurt")
        place = guild.create_text_channel(square)
        manager = guild.create_role("Baas", permissions=discord.Permissions(manage_guild=True))
        staff = guild.create_role("Helper")
        boss = guild.add_member(house.env.create_user("Bea"), roles=[manager])
        resident = guild.add_member(house.env.create_user("Ria"))
        helper = guild.add_member(house.env.create_user("Hein"), roles=[staff])
        await house.env.settle()
        return cls(house, guild, place, boss, resident, helper, staff)

    async def build(self) -> simcord.InteractionResult:
        """Who manages the server presses "Maak de kanalen"."""
        shown = await self.boss.slash(self.square, "instellingen toon")
        return await self.boss.click(shown.response, custom_id="setup-build")

    async def choose(self, kind: str, *roles: simcord.RoleHandle) -> str:
        """Who manages the server picks these roles for staff or admin; what the message says then.

        Only text: the message is for one person.
        """
        shown = await self.boss.slash(self.square, "instellingen rollen")
        await self.boss.select(shown.response, roles, custom_id=f"setup-roles:{kind}")
        return shown.response.content

    async def press_at_once(self, custom_id: str, *, times: int) -> None:
        """Several presses that are all there before the bot begins with the first."""
        shown = await self.boss.slash(self.square, "instellingen toon")
        env = self.house.env
        card = env.backend.get_message(self.square.id, shown.response.id)
        for _ in range(times):
            record, payload = interactions.base_payload(
                env.backend,
                type=InteractionType.MESSAGE_COMPONENT,
                channel_id=self.square.id,
                guild_id=self.guild.id,
                user_id=self.boss.id,
                data={"custom_id": custom_id, "component_type": 2},
            )
            record.source_message_id = card.id
            payload["message"] = dict(serializers.message_payload(env.backend, card))
            env.backend.emit("INTERACTION_CREATE", payload)
        await env.settle()

    def seen_by_bot(self) -> discord.Guild:
        """The server as the bot knows it."""
        guild = self.house.client.get_guild(self.guild.id)
        assert guild is not None
        return guild

    def names(self) -> list[str]:
        """The names of all channels."""
        backend = self.house.env.backend
        ids = backend.get_guild(self.guild.id).channel_ids
        return [backend.channels[id_].name or "" for id_ in ids]

    def sees(self, who: simcord.MemberActor, name: str) -> bool:
        """Whether somebody sees a channel."""
        return name in [spot.name for spot in _simcord.spots(self.house.env, who)]

    async def let_in(self, name: str, role: simcord.RoleHandle) -> None:
        """Somebody lets a role see a channel by itself."""
        see = discord.Permissions(view_channel=True).value
        rule = Overwrite(role.id, OverwriteType.ROLE, see, 0)
        self.house.env.backend.set_overwrite(self.guild.channels[name].id, rule)
        await self.house.env.settle()

    async def post(self, forum: int, title: str, text: str) -> int:
        """A resident starts a post in a forum; gives the id of its thread."""
        env = self.house.env
        place = _simcord.channel_handle(env, self.guild, forum)
        thread = _simcord.make_post(env, place, self.resident, title, text)
        await env.settle()
        return thread

    def said_in(self, channel: int) -> list[str]:
        """What was said in a channel or thread."""
        backend = self.house.env.backend
        found = backend.messages[channel].values()
        return [str(serializers.message_payload(backend, one)["content"]) for one in found]

    async def remove(self, channel: simcord.ChannelHandle, message: int) -> None:
        """Somebody deletes a message."""
        self.house.env.backend.delete_message(channel.id, message)
        await self.house.env.settle()

    async def remove_channel(self, name: str) -> None:
        """Somebody deletes a channel."""
        self.house.env.backend.delete_channel(self.guild.channels[name].id)
        await self.house.env.settle()
