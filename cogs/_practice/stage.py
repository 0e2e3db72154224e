"""A community on the own machine: the real bot in a simulated Discord, with people to act as.

    async with Stage(make_client, community) as stage:
        fatima = stage.persona("Fatima")
        await fatima.slash(stage.channel("start"), "vraag", tekst="Hoe regel ik een speeltuin?")

Or let people do it by hand in a browser: `await serve(stage, port=8080)` of `page.py`. The people
are simcord actors; what they see is real discord.py data. Ids depend on names only, so a
second start with the same database knows the same people. Messages live as long as the stage.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

import discord
import simcord

from bot.clock import Clock
from cogs._practice import _simcord
from cogs._practice.portraits import portrait

_LOCALES = {"nl": "nl", "en": "en-GB"}
_SKIP_STEP_S = 900.0
"""A long skip goes in steps of this, so that what is due in between is also sent in between."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the community; `permissions` come on top of what everybody may."""

    name: str
    permissions: discord.Permissions = field(default_factory=discord.Permissions.none)


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody to act as. `about` is one line for who chooses, per language."""

    name: str
    roles: tuple[str, ...] = ()
    language: Literal["nl", "en"] = "nl"
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A channel that is there before the bot. `readers` and `writers` are roles; empty is all."""

    name: str
    kind: Literal["text", "news", "forum"] = "text"
    topic: str = ""
    readers: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Community:
    """What is there before the first word is said. Roles named by personas only need no entry."""

    name: str
    personas: tuple[Persona, ...]
    places: tuple[Place, ...] = ()
    roles: tuple[Role, ...] = ()
    bot_name: str = "Bewonersbot"
    bot_permissions: discord.Permissions | None = None
    """None leaves the bot everything but administrator."""


class StageClock(Clock):
    """The time of the stage, for the services of the bot that plays on it."""

    def __init__(self, stage: "Stage", zone: str) -> None:
        super().__init__(zone)
        self._stage = stage

    def now(self) -> datetime:
        """The present instant on the stage, in UTC."""
        return self._stage.now()

    async def sleep(self, seconds: float) -> None:
        """Wait for this many seconds of the stage; a skip ends it."""
        wait = asyncio.sleep(seconds)  # noqa: TID251 - this is Clock.sleep
        task = asyncio.current_task()
        if task is None or not self._stage.owns(task):
            await wait
            return
        await self._stage.env.external_wait(wait, reason="clock")


class Stage:
    """The simulated community. `now` and `clock` work at once, the rest from `start` to `close`."""

    def __init__(
        self,
        make_client: Callable[[], discord.Client],
        community: Community,
        *,
        runs: bool = True,
        arrives: bool = False,
        zone: str = "Europe/Amsterdam",
        settle_timeout_s: float = 5.0,
    ) -> None:
        """`make_client` is called at `start` and at each `restart_bot`, with a running loop.

        With `runs` the clock runs by itself from the present; else only `skip` moves it. With
        `arrives` the bot is running already when it is invited (`on_guild_join`). Work of the bot
        that does not end in `settle_timeout_s` counts as stuck (TimeoutError).
        """
        self.community = community
        self.zone = zone
        self.clock = StageClock(self, zone)
        self.after: Callable[[], Awaitable[None]] | None = None
        """Called at each pulse, in the time of the stage: do and send what is due here, such as

            async def due() -> None:
                await build_ticker(stage.env.bot.services, store, stage.clock).tick()
                while await Outbox(store, stage.clock, {...}).deliver_due():
                    pass
        """
        self._make_client = make_client
        self._arrives = arrives
        self._settle_timeout_s = settle_timeout_s
        self._world = _simcord.LiveClock(Clock(zone).now(), runs=runs)
        self._lock = asyncio.Lock()
        self._people: dict[str, simcord.MemberActor] = {}
        self._locales: dict[int, str] = {}
        self._exits = AsyncExitStack()

    async def __aenter__(self) -> "Stage":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Start the bot and build the community."""
        self.env = simcord.Env(self._make_client(), settle_timeout=self._settle_timeout_s)
        _simcord.set_clock(self.env, self._world)
        _simcord.rename_bot(self.env, self.community.bot_name)
        _simcord.speak_locales(self.env, self._locales, _LOCALES["nl"])
        _simcord.number_posts(self.env)
        if not self._arrives:
            self._build()
        await self.env.start()
        self._exits.push_async_callback(self.env.shutdown)
        if self._arrives:
            self._build()
        await self.pulse()

    async def close(self) -> None:
        """Stop the bot; safe to call twice."""
        await self._exits.aclose()

    async def restart_bot(self) -> None:
        """Stop the bot as if its process ended and start a fresh one."""
        async with self.turn():
            await self.env.restart_bot(self._make_client())

    def now(self) -> datetime:
        """The present instant on the stage, in UTC."""
        return self._world.now()

    def persona(self, name: str) -> simcord.MemberActor:
        """The person of this name, ready to act. Raises: KeyError."""
        return self._people[name]

    def language(self, name: str) -> str:
        """`nl` or `en`, the language of this person. Raises: KeyError."""
        return {p.name: p.language for p in self.community.personas}[name]

    def channel(self, name: str) -> simcord.ChannelHandle:
        """The channel of this name, made by whom ever. Raises: KeyError."""
        return self.guild.channels[name]

    def place(self, channel_id: int) -> simcord.ChannelHandle:
        """The channel, thread or post with this id. Raises: simcord.BackendError when unknown."""
        return _simcord.channel_handle(self.env, self.guild, channel_id)

    def spots(self, name: str) -> tuple[_simcord.Spot, ...]:
        """Every place that this person can see now, threads after their channel, the DM last."""
        return _simcord.spots(self.env, self._people[name])

    async def post(self, name: str, forum: simcord.ChannelHandle, title: str, text: str) -> int:
        """Start a post in a forum as this person; gives the id of its thread.

        Raises: simcord.BackendError when the person may not write there.
        """
        thread = _simcord.make_post(self.env, forum, self._people[name], title, text)
        await self.env.settle()
        return thread

    async def skip(self, seconds: float) -> None:
        """Let this much time pass at once; what falls due in it happens, in order."""
        left_s = seconds
        while left_s > 0:
            step_s = min(left_s, _SKIP_STEP_S)
            await self.env.advance_time(step_s)
            await self.pulse()
            left_s -= step_s

    async def pulse(self) -> None:
        """Do what is due at this very moment and wait until the bot is quiet."""
        await self.env.advance_time(0)
        if self.after is not None:
            with self.env.time_context():
                await self.after()
            await self.env.settle()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Act while nobody else does; simcord takes one action at a time."""
        async with self._lock:
            yield

    def owns(self, task: "asyncio.Task[object]") -> bool:
        """Whether this task belongs to the bot on this stage."""
        return _simcord.owns(self.env, task)

    def _build(self) -> None:
        env, community = self.env, self.community
        with _simcord.stable_id(env, "owner"):
            owner = env.create_user("oefenruimte", global_name=community.name)
        with _simcord.stable_id(env, f"guild:{community.name}") as guild_id:
            pass
        self.guild = env.create_guild(
            community.name, id=guild_id, owner=owner, preferred_locale="nl"
        )
        if community.bot_permissions is not None:
            _simcord.set_bot_permissions(env, self.guild, community.bot_permissions.value)
        self._build_roles()
        for persona in community.personas:
            self._build_persona(persona)
        for place in community.places:
            self._build_place(place)

    def _build_roles(self) -> None:
        permissions = {role.name: role.permissions for role in self.community.roles}
        names = [*permissions, *(name for p in self.community.personas for name in p.roles)]
        for name in dict.fromkeys(names):
            with _simcord.stable_id(self.env, f"role:{name}"):
                self.guild.create_role(name, permissions=permissions.get(name))

    def _build_persona(self, persona: Persona) -> None:
        with _simcord.stable_id(self.env, f"user:{persona.name}"):
            handle = persona.name.lower().replace(" ", ".")
            user = self.env.create_user(handle, global_name=persona.name)
        _simcord.give_portrait(self.env, user, portrait(len(self._people)))
        roles = [self.guild.roles[name] for name in persona.roles]
        self._people[persona.name] = self.guild.add_member(user, roles=roles)
        self._locales[user.id] = _LOCALES[persona.language]
        with _simcord.stable_id(self.env, f"dm:{persona.name}"):
            self._people[persona.name].user.dm_channel  # noqa: B018 - asking makes it

    def _build_place(self, place: Place) -> None:
        make = {
            "text": self.guild.create_text_channel,
            "news": self.guild.create_news_channel,
            "forum": self.guild.create_forum_channel,
        }[place.kind]
        with _simcord.stable_id(self.env, f"channel:{place.name}"):
            channel = make(place.name)
        _simcord.set_place(self.env, channel, topic=place.topic)
        bot_role = self.guild.roles[self.community.bot_name]
        see = discord.Permissions(view_channel=True).value
        say = discord.Permissions(send_messages=True, create_public_threads=True).value
        for names, bits in ((place.readers, see), (place.writers, say)):
            if names:
                _simcord.close_for_others(
                    self.env, channel, bits, (bot_role, *(self.guild.roles[n] for n in names))
                )
