"""A Discord to play with: `python -m tests.doubles.discord_server --port 8710`.

It serves a small neighbourhood and prints the settings with which a bot finds it. Then each line is
something that a person does:

    anna plein hallo allemaal          a message in a channel (or: anna dm hallo)
    anna plein /vraag tekst=warmte     a command; write options with spaces as tekst="een twee"
    anna klik Stem                     the newest button with this label or custom_id
    anna vul naam=Anna                 the form that she has in front of her
"""

from __future__ import annotations

import argparse
import asyncio
import shlex
import sys
from dataclasses import dataclass, field

import simcord

from tests.doubles.discord_server import DiscordServer, stored

_CHANNELS = ("plein", "peilingen", "staf")
_PEOPLE = ("anna", "bert", "chris")


@dataclass(slots=True)
class Table:
    """The people and places at this terminal."""

    discord: DiscordServer
    channels: dict[str, simcord.ChannelHandle] = field(default_factory=dict)
    people: dict[str, simcord.MemberActor] = field(default_factory=dict)
    forms: dict[str, simcord.InteractionResult] = field(default_factory=dict)
    seen: dict[int, str] = field(default_factory=dict)

    def furnish(self) -> None:
        guild = self.discord.create_guild("Wijk Zonnehof")
        for name in _CHANNELS:
            self.channels[name] = guild.create_text_channel(name)
        self.channels["nieuws"] = guild.create_news_channel("nieuws")
        self.channels["vragen"] = guild.create_forum_channel("vragen")
        staff = guild.create_role("staf")
        for name in _PEOPLE:
            roles = (staff,) if name == "chris" else ()
            self.people[name] = guild.add_member(self.discord.create_user(name), roles=roles)

    async def play(self, line: str) -> None:
        """Let somebody do what the line says."""
        name, what, *rest = shlex.split(line)
        person = self.people[name]
        if what == "klik":
            await self._show(name, await self._click(person, " ".join(rest)))
        elif what == "vul":
            await self._show(name, await person.submit_modal(self.forms.pop(name), _pairs(rest)))
        elif rest and rest[0].startswith("/"):
            words = [one for one in rest if "=" not in one]
            options = _pairs([one for one in rest if "=" in one])
            place = self.channels[what]
            await self._show(name, await person.slash(place, " ".join(words)[1:], **options))
        elif what == "dm":
            await person.send_dm(" ".join(rest))
        else:
            await person.send(self.channels[what], " ".join(rest))

    async def _click(self, person: simcord.MemberActor, label: str) -> simcord.InteractionResult:
        places = (*self.channels.values(), person.user.dm_channel)
        shown = [one for place in places for one in place.history(viewer=person) if one.components]
        for message in sorted(shown, key=lambda one: one.id, reverse=True):
            for wanted in ({"label": label}, {"custom_id": label}):
                try:
                    return await person.click(message, **wanted)
                except simcord.SetupError:
                    continue
        text = f"geen knop {label!r}"
        raise simcord.SetupError(text)

    async def _show(self, name: str, result: simcord.InteractionResult) -> None:
        await self.discord.answered(result, timeout_s=4.0)
        if result.modal is not None:
            self.forms[name] = result
            fields = [one for one in stored.modal_fields(result) if one]
            print(f"  formulier {result.modal['title']!r}: {name} vul {'=… '.join(fields)}=…")

    async def report(self) -> None:
        """Print what is new or changed, for ever."""
        while True:
            for one in stored.everything(self.discord.world.env):
                if self.seen.get(one.id) != one.mark:
                    self.seen[one.id] = one.mark
                    private = " (alleen voor jou)" if one.only_for_one else ""
                    print(f"  #{one.channel} {one.author}{private}: {one.text}", flush=True)
            await asyncio.sleep(0.2)


def _pairs(words: list[str]) -> dict[str, str]:
    return dict(one.split("=", 1) for one in words)


async def serve(port: int) -> None:
    async with DiscordServer(port=port) as discord:
        table = Table(discord)
        table.furnish()
        for name, value in discord.settings.items():
            print(f"{name}={value}", flush=True)
        reporting = asyncio.create_task(table.report())
        while line := await asyncio.to_thread(sys.stdin.readline):
            try:
                if line.strip():
                    await table.play(line)
            except (simcord.SetupError, simcord.BackendError) as error:
                print(f"  kan niet: {error}")
            except (KeyError, ValueError, TimeoutError) as error:
                print(f"  begrijp ik niet, of geen antwoord: {error!r:.200}")
        if not sys.stdin.isatty():
            await asyncio.Event().wait()  # started without a keyboard: serve until it is stopped
        reporting.cancel()


def main() -> None:
    parser = argparse.ArgumentParser(description="A Discord to play with.")
    parser.add_argument("--port", type=int, default=8710)
    try:
        asyncio.run(serve(parser.parse_args().port))
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
