"""The real bot in a simulated Discord: what the behaviour tests hold."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import discord
import simcord

from bot import app
from bot.communities import Place
from bot.outbox import Outbox
from bot.settings import Settings
from cogs._client import Client
from cogs._practice._simcord import number_posts, speak_locales
from cogs._sender import DiscordSender
from cogs._ui import ref
from cogs.setup import NAMES
from data.store import Store, communities, schema
from tests.doubles.clock import SetClock


@contextmanager
def doors_stay_imported() -> Iterator[None]:
    """discord.py forgets the modules of a cog when its client closes; each test imported them anew.

    That was a third of the time of these tests.
    """
    kept = {name: module for name, module in sys.modules.items() if name.startswith("cogs.")}
    try:
        yield
    finally:
        for name, module in kept.items():
            sys.modules.setdefault(name, module)


@dataclass
class House:
    """One server with its people, the bot, and hands to move time and mail."""

    env: simcord.Env
    store: Store
    clock: SetClock
    settings: Settings
    guild: simcord.GuildHandle
    client: Client
    channels: dict[Place, simcord.ChannelHandle] = field(default_factory=dict)
    people: dict[str, simcord.MemberActor] = field(default_factory=dict)
    users: dict[str, simcord.UserHandle] = field(default_factory=dict)

    @classmethod
    async def open(cls, folder: Path, clock: SetClock) -> House:
        """A community that is set up, with a resident, two contacts, two staff and an admin."""
        settings = Settings(_env_file=None, data_dir=folder)
        store = Store(settings.database)
        await schema.create(store)
        client = app.build_client(settings, store, clock)
        env = simcord.Env(client, settle_timeout=30)
        await env.start()
        guild = env.create_guild("Praktijkbuurt")
        speak_locales(env, {}, "nl")
        number_posts(env)
        house = cls(env, store, clock, settings, guild, client)
        await house._fill()
        return house

    async def _fill(self) -> None:
        staff = self.guild.create_role("Medewerker")
        admin = self.guild.create_role("Beheerder")
        for name, roles in (
            ("Rosa", ()),
            ("Cem", ()),
            ("Bart", ()),
            ("Sofie", (staff,)),
            ("Mo", (staff,)),
            ("Ada", (admin,)),
        ):
            self.users[name] = self.env.create_user(name)
            self.people[name] = self.guild.add_member(self.users[name], roles=roles)
        for place, name in NAMES.items():
            self.channels[place] = self.guild.create_text_channel(name)
        await self.env.settle()
        async with self.store.writing() as session:
            space = ref(self.guild.id)
            community = await communities.add_space(
                session, space, "Praktijkbuurt", self.clock.now()
            )
            for place, channel in self.channels.items():
                await communities.put_setting(
                    session, community, place.value, {"place": ref(channel.id)}
                )
            await communities.put_setting(
                session, community, "roles", {"staff": [ref(staff.id)], "admin": [ref(admin.id)]}
            )
        self.community_id = community

    async def deliver(self) -> None:
        """Send everything that is due."""
        outbox = Outbox(self.store, self.clock, {"discord": DiscordSender(self.client)})
        while await outbox.deliver_due():
            pass
        await self.env.settle()

    async def restart(self) -> None:
        """Stop the bot and start it anew on the same database."""
        self.client = app.build_client(self.settings, self.store, self.clock)
        with doors_stay_imported():
            await self.env.restart_bot(self.client)

    async def close(self) -> None:
        """End of the test."""
        with doors_stay_imported():
            await self.env.shutdown()
        await self.store.close()

    def mail(self, name: str) -> list[discord.Message]:
        """The direct messages between somebody and the bot, oldest first."""
        channel = self.users[name].dm_channel
        return [] if channel is None else channel.history()

    def messages(self, place: Place, viewer: str | None = None) -> list[discord.Message]:
        """What stands in a channel, oldest first."""
        who = self.people[viewer] if viewer else None
        return self.channels[place].history(viewer=who)
