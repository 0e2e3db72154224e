"""What the soak does to the bot, and what must be so afterwards; see `test_soak`."""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter
from typing import Any

import discord
import simcord
from sqlalchemy import text

from bot.communities import Place
from cogs._ui import ref
from data.store import Store, communities
from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer

SEND = ("POST", "/channels/*/messages")
STORMY = (
    ("*", "/channels/**"),
    ("*", "/users/**"),
    ("*", "/webhooks/**"),
    ("*", "/interactions/**"),
)
QUESTIONS = (
    "Kan iemand ons bellen over het hek bij nummer {}?",
    "Hoe richten wij een vereniging op? Het gaat om groep {}.",
    "Waar vinden wij een zaal voor bijeenkomst {}?",
)
STALLED_S = 60.0
"""When nothing moves for so long, it never will."""
UNFINISHED = "('queued', 'sending')"
EXPECTED_ERRORS = re.compile(r"delivery-broken|unexpected")


@dataclass
class Soak:
    """The community, the bot, and what its people were told."""

    server: DiscordServer
    bot: BotProcess
    store: Store
    rng: random.Random
    guild: simcord.GuildHandle
    channels: dict[Place, simcord.ChannelHandle] = field(default_factory=dict)
    staff: list[simcord.MemberActor] = field(default_factory=list)
    people: list[simcord.MemberActor] = field(default_factory=list)
    typed: list[int] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)
    answered: Counter[int] = field(default_factory=Counter)
    voted: dict[tuple[int, int], int] = field(default_factory=dict)
    opened: list[int] = field(default_factory=list)
    tried: set[tuple[int, int]] = field(default_factory=set)
    number: int = 0

    async def furnish(self) -> None:
        """Places and roles are there before the bot comes, and three staff members."""
        role = self.guild.create_role("Medewerker")
        for name in ("Sofie", "Mo", "Ada"):
            user = self.server.create_user(name)
            self.staff.append(self.guild.add_member(user, roles=(role,)))
        for place in Place:
            self.channels[place] = self.guild.create_text_channel(place.value)
        await self.bot.start()
        await self.bot.ready()
        await self.bot.wrote("ready")
        for made in ("name from jobs where name = 'helpdesk-seen'", "id from spaces"):
            while not await self.rows(f"select {made}"):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        await self.bot.stop()
        async with self.store.writing() as session:
            space = await communities.find_space(session, ref(self.guild.id))
            assert space is not None
            for place, channel in self.channels.items():
                value = {"place": ref(channel.id)}
                await communities.put_setting(session, space, place.value, value)
            roles = {"staff": [ref(role.id)], "admin": []}
            await communities.put_setting(session, space, "roles", roles)

    # ------------------------------------------------------------------ what people do

    def newcomer(self) -> simcord.MemberActor:
        person = self.guild.add_member(self.server.create_user(f"bewoner{len(self.people)}"))
        self.people.append(person)
        return person

    def question(self) -> str:
        self.number += 1
        return self.rng.choice(QUESTIONS).format(self.number)

    async def types(self, person: simcord.MemberActor) -> None:
        message = await person.send(self.channels[Place.HELPDESK], self.question())
        self.typed.append(message.id)

    async def told(self, shown: simcord.InteractionResult) -> str:
        """What the person saw in the end; empty when nothing came."""
        seen = shown._interaction
        try:
            await self.server.until(
                lambda: (seen.responded and not seen.loading) or not self.bot.running, timeout_s=4
            )
        except TimeoutError:
            return ""
        texts = [one.content for one in (shown.response, *shown.followups) if one is not None]
        return "" if any("-# Code:" in one for one in texts) else "\n".join(texts)

    async def comes(self, shown: simcord.InteractionResult, words: str) -> bool:
        """Whether a private message that was pressed says this in the end."""

        def said() -> bool:
            return shown.response is not None and words in shown.response.content

        try:
            await self.server.until(lambda: said() or not self.bot.running, timeout_s=4)
        except TimeoutError:
            return False
        return said()

    async def asks(self, person: simcord.MemberActor) -> None:
        place = self.channels[Place.START]
        shown = await person.slash(place, "vraag stel", tekst=self.question())
        if await self.told(shown):
            self.asked.append(interaction_id(shown))

    async def claims(self, person: simcord.MemberActor) -> None:
        card = self._some(Place.STAFF, "question-claim:")
        if card is None:
            return
        shown = await person.click(card[0], custom_id=card[1])
        if "is nu van jou" in await self.told(shown):
            self.claimed.add(int(card[1].partition(":")[2]))

    async def answers(self, person: simcord.MemberActor) -> None:
        card = self._some(Place.STAFF, "question-answer:")
        if card is None:
            return
        shown = await person.click(card[0], custom_id=card[1])
        await self.told(shown)
        if shown.modal is None:
            return
        self.number += 1
        preview = await person.submit_modal(
            shown, {"answer": f"Kom dinsdag langs, balie {self.number}."}
        )
        await self.told(preview)
        send = _button(preview.response, "draft-send:")
        if preview.response is None or send is None:
            return
        sent = await person.click(preview.response, custom_id=send)
        if await self.comes(sent, "is onderweg"):
            self.answered[int(card[1].partition(":")[2])] += 1

    async def votes(self, person: simcord.MemberActor) -> None:
        option = self.rng.randint(1, 2)
        card = self._some(Place.POLLS, "poll:", f":{option}")
        if card is None:
            return
        key = (int(card[1].split(":")[1]), person.id)
        if key in self.tried:
            return
        self.tried.add(key)
        shown = await person.click(card[0], custom_id=card[1])
        if "Je stem telt mee" in await self.told(shown):
            self.voted[key] = option

    async def opens_a_poll(self, person: simcord.MemberActor) -> None:
        self.number += 1
        shown = await person.slash(
            self.channels[Place.POLLS],
            "peiling nieuw",
            vraag=f"Doen we mee met plan {self.number}?",
            keuzes="Ja; Nee",
            tot="over 2 uur",
            op_naam=True,
        )
        if "staat open" in await self.told(shown):
            self.opened.append(interaction_id(shown))

    def _some(self, place: Place, begin: str, end: str = "") -> tuple[discord.Message, str] | None:
        found = [
            (message, item.custom_id)
            for message in self.server.messages(self.channels[place])[-12:]
            for row in message.components
            for item in getattr(row, "children", ())
            if item.custom_id.startswith(begin) and item.custom_id.endswith(end)
        ]
        return self.rng.choice(found) if found else None

    # ------------------------------------------------------------------ rounds

    async def round(self) -> None:
        """Start, live, die, and let time pass."""
        await self.bot.start()
        await self.bot.ready()
        for wish in STORMY:
            self.server.faults.storm(*wish, chance=0.02)
        if self.rng.random() < 0.8:
            await self.bot.wrote("ready")
        acts = self._acts()
        at_a_send = self.rng.random() < 0.5
        if at_a_send:
            end = partial(self._kill, self.bot.starts)
            self.server.faults.call(*SEND, end, after=self.rng.random() < 0.5)
        working = [asyncio.create_task(self._after(act)) for act in acts]
        if self.rng.random() < 0.3:
            await asyncio.sleep(0.3)
            self.server.gateway.drop(remember=self.rng.random() < 0.5)
        await asyncio.sleep(self.rng.uniform(0.2, 1.8))
        await self.bot.kill()
        self.server.faults.clear()
        await asyncio.gather(*working)
        await self.types(self.newcomer())
        await self.time_passes()

    async def _kill(self, start: int) -> None:
        """Kill the bot of this start; a request of a dead one may still be under way at Discord."""
        if self.bot.starts == start:
            await self.bot.kill()

    def _acts(self) -> list[Coroutine[Any, Any, None]]:
        one, other = self.newcomer(), self.newcomer()
        acts = [self.types(one), self.types(other), self.asks(one), self.asks(other)]
        acts += [self.claims(self.staff[0]), self.claims(self.staff[1])]
        acts += [self.answers(self.staff[2]), self.answers(self.staff[0])]
        acts += [self.votes(person) for person in self.people[-8:]]
        if self.rng.random() < 0.4:
            acts.append(self.opens_a_poll(self.staff[1]))
        self.rng.shuffle(acts)
        return acts

    async def _after(self, act: Coroutine[Any, Any, None]) -> None:
        await asyncio.sleep(self.rng.uniform(0, 1.0))
        try:
            await act
        except simcord.SetupError:
            return  # the button was gone by then: a person cannot press it either

    async def time_passes(self, *, all_due: bool = False) -> None:
        """Leases end, retries fall due, a poll's time is over, Discord forgets nonces."""
        if all_due or self.rng.random() < 0.5:
            await self._shift("deliveries", ("due_at", "leased_at"), f"state in {UNFINISHED}")
        if all_due or self.rng.random() < 0.3:
            await self._shift("polls", ("closes_at",), "state = 'open'")
        if self.rng.random() < 0.5:
            self.server.world.nonces._seen.clear()

    async def _shift(self, table: str, columns: tuple[str, ...], where: str) -> None:
        for column in columns:
            earlier = (
                f"datetime({column}, '-5 hours')"
                if self.store.is_sqlite
                else f"{column} - interval '5 hours'"
            )
            async with self.store.writing() as session:
                await session.execute(
                    text(f"update {table} set {column} = {earlier} where {where}")
                )

    async def settle(self) -> None:
        """A calm Discord, and time for everything that waits, as long as it gets less."""
        await self.time_passes(all_due=True)
        await self.bot.start()
        await self.bot.ready()
        began_s, moved_s, left = perf_counter(), perf_counter(), await self._left()
        while left and perf_counter() - moved_s < STALLED_S:
            await asyncio.sleep(0.25)
            before, left = left, await self._left()
            if left != before:
                moved_s = perf_counter()
            elif perf_counter() - moved_s > STALLED_S / 4:
                # a next try may be minutes away; what is under way stays so
                await self._shift("deliveries", ("due_at",), "state = 'queued'")
        print(f"quiet after {perf_counter() - began_s:.0f} s")
        await asyncio.sleep(0.3)
        await self.bot.stop()

    async def _left(self) -> int:
        """How much still waits: messages, polls, and what was typed and not heard."""
        waiting = await self.rows(f"select count(*) from deliveries where state in {UNFINISHED}")
        due = await self.rows("select count(*) from polls where state = 'open'")
        heard = {row[0] for row in await self.rows("select origin from questions")}
        unheard = sum(f"discord:m:{one}" not in heard for one in self.typed)
        return waiting[0][0] + due[0][0] + unheard

    # ------------------------------------------------------------------ what must be so

    def figures(self) -> str:
        confirmed = len(self.asked) + len(self.claimed) + self.answered.total() + len(self.voted)
        return (
            f"{len(self.typed)} typed, {confirmed + len(self.opened)} confirmed, "
            f"{len(self.posted())} messages"
        )

    async def rows(self, query: str) -> list[Any]:
        async with self.store.reading() as session:
            return list((await session.execute(text(query))).all())

    def posted(self) -> list[discord.Message]:
        """Every message of the bot that is no answer to an interaction."""
        places = [self.server.messages(channel) for channel in self.channels.values()]
        mail = [self.server.dm(person) for person in (*self.people, *self.staff)]
        return [
            message
            for messages in (*places, *mail)
            for message in messages
            if message.author.bot and not message.flags.ephemeral and not message.is_system()
        ]

    async def faults(self) -> list[str]:
        """Everything that is not as it must be, in words."""
        return [
            *await self._lost(),
            *await self._outbox(),
            *(f"ERROR {line[:400]}" for line in self.errors()),
        ]

    async def _lost(self) -> list[str]:
        found = Counter(row[0] for row in await self.rows("select origin from questions"))
        wanted = [f"discord:m:{one}" for one in self.typed]
        wanted += [f"discord:i:{one}" for one in self.asked]
        lost = [
            f"question {one} is there {found[one]} times; {self._told_of(one)}"
            for one in wanted
            if found[one] != 1
        ]
        states = dict(await self.rows("select id, state from questions"))
        lost += [f"claim of {one} lost" for one in self.claimed if states[one] == "open"]
        lines = await self.rows("select question_id, count(*) from answers group by question_id")
        answers = dict(lines)
        lost += [
            f"question {one} has {answers.get(one, 0)} answers, {count} were promised"
            for one, count in self.answered.items()
            if answers.get(one, 0) < count
        ]
        names = {row[0]: row[1] for row in await self.rows("select id, person_id from identities")}
        ballots = {
            (row[0], row[1]): row[2]
            for row in await self.rows("select poll_id, person_id, choices from ballots")
        }
        for (poll, person), option in self.voted.items():
            if ballots.get((poll, names[ref(person)])) != str(option):
                lost.append(f"vote of {person} in poll {poll} lost")
        polls = {row[0] for row in await self.rows("select origin from polls")}
        lost += [f"poll {one} lost" for one in self.opened if f"discord:i:{one}" not in polls]
        return lost

    def _told_of(self, origin: str) -> str:
        """What the log and the bot's replies say of a question, to find out what went wrong."""
        number = origin.rpartition(":")[2]
        log = [line[:300] for line in self.bot.lines if number in line]
        replies = [
            message.content[:200]
            for message in self.posted()
            if message.reference is not None and str(message.reference.message_id) == number
        ]
        return f"log {log}; replies {replies}"

    async def _outbox(self) -> list[str]:
        rows = await self.rows("select key, state, reason, message, edits, kind from deliveries")
        wrong = [f"{row.kind} ends as {row.state}" for row in rows if row.state in UNFINISHED]
        wrong += [f"{row.kind} failed: {row.reason}" for row in rows if row.state != "sent"]
        keys = {row.key for row in rows}
        posted = self.posted()
        nonces = Counter(self.server.nonce_of(message) for message in posted)
        wrong += [f"sent {count} times: {key}" for key, count in nonces.items() if count > 1]
        wrong += [
            f"no row for {message.content[:60]!r}"
            for message in posted
            if self.server.nonce_of(message) not in keys
        ]
        there = {ref(message.id) for message in posted}
        wrong += [f"{row.kind} says sent, is not there" for row in rows if row.message not in there]
        held = Counter(row.message for row in rows if not row.edits)
        wrong += [f"{count} rows share {one}" for one, count in held.items() if count > 1]
        if len(there) != len(held):
            wrong.append(f"{len(there)} messages for {len(held)} rows")
        results = Counter(row.kind for row in rows)
        polls = await self.rows("select id from polls where state = 'closed'")
        if results["poll-result"] != len(polls):
            wrong.append(f"{results['poll-result']} results of {len(polls)} polls")
        return wrong

    def errors(self) -> list[str]:
        lines = [line for line in self.bot.lines if line.startswith("{")]
        told = [line for line in lines if json.loads(line).get("level") in ("error", "critical")]
        return [line for line in told if not EXPECTED_ERRORS.search(line)] + [
            line for line in self.bot.lines if line.startswith("Traceback")
        ]


def _button(message: simcord.ResponseMessage | None, begin: str) -> str | None:
    """The id of a button below a message."""
    rows = message.components if message is not None else ()
    plain = [row if isinstance(row, dict) else row.to_dict() for row in rows]
    found = [part["custom_id"] for row in plain for part in row["components"]]
    return next((one for one in found if one.startswith(begin)), None)


def interaction_id(shown: simcord.InteractionResult) -> int:
    return shown._interaction.id
