"""A bot that does through discord.py, on command, what the loopback server must get right."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from io import BytesIO

import discord
from discord import app_commands

from tests.wire.hello_bot import HelloBot, run


class ProbeBot(HelloBot):
    """Says on its output what it sees."""

    async def on_ready(self) -> None:
        print(f"ready in {len(self.guilds)} guilds", flush=True)

    async def on_resumed(self) -> None:
        print("resumed", flush=True)

    async def on_message(self, message: discord.Message) -> None:
        print(f"heard {message.content!r} nonce {message.nonce}", flush=True)


class NameForm(discord.ui.Modal, title="Wie ben je?"):
    """A form with one line."""

    who = discord.ui.TextInput(label="Naam", custom_id="who", max_length=40)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"dag {self.who.value}", ephemeral=True)


class Buttons(discord.ui.View):
    """One button and one menu."""

    @discord.ui.button(label="Druk", custom_id="press:1")
    async def press(self, interaction: discord.Interaction, _button: discord.ui.Button) -> None:
        await interaction.response.edit_message(content="gedrukt")

    @discord.ui.select(
        custom_id="pick:1",
        options=[
            discord.SelectOption(label="Aa", value="a"),
            discord.SelectOption(label="Bee", value="b"),
        ],
    )
    async def pick(self, interaction: discord.Interaction, menu: discord.ui.Select) -> None:
        await interaction.response.send_message(f"gekozen: {menu.values[0]}", ephemeral=True)


def add_senders(tree: app_commands.CommandTree) -> None:
    @tree.command(name="stuur", description="Stuurt met een nonce")
    async def stuur(interaction: discord.Interaction, tekst: str, nonce: str) -> None:
        await interaction.response.defer(ephemeral=True)
        await report(interaction, interaction.channel.send(tekst, nonce=nonce))

    @tree.command(name="kaal", description="Stuurt zonder nonce")
    async def kaal(interaction: discord.Interaction, tekst: str, extra: bool = False) -> None:
        await interaction.response.defer(ephemeral=True)
        route = discord.http.Route(
            "POST", "/channels/{channel_id}/messages", channel_id=interaction.channel_id
        )
        body = {"content": tekst} | ({"onbekend": 1} if extra else {})
        sending = interaction.client.http.request(route, json=body)
        await report(interaction, sending)

    @tree.command(name="dm", description="Stuurt je een bericht")
    async def dm(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        await report(interaction, interaction.user.send("dag"))

    @tree.command(name="draad", description="Begint een besloten draad en telt de leden")
    async def draad(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        thread = await interaction.channel.create_thread(name="praat")
        await thread.add_user(interaction.user)
        await report(interaction, thread.send(f"{len(interaction.guild.members)} leden"))


def add_answers(tree: app_commands.CommandTree) -> None:
    @tree.command(name="form", description="Toont een formulier")
    async def form(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(NameForm())

    @tree.command(name="knop", description="Toont een knop en een menu")
    async def knop(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("druk maar", view=Buttons())

    @tree.command(name="denk", description="Denkt na, antwoordt en stuurt een bestand")
    async def denk(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send(f"klaar, {interaction.locale}", ephemeral=True)
        file = discord.File(BytesIO(b"kolom\n1\n"), "lijst.csv", description="een lijst")
        await interaction.followup.send("bijlage", file=file, ephemeral=True)


def add_delays(tree: app_commands.CommandTree) -> None:
    @tree.command(name="wacht", description="Antwoordt te laat")
    async def wacht(interaction: discord.Interaction, tellen: float) -> None:
        await asyncio.sleep(tellen)
        try:
            await interaction.response.send_message("hier")
        except discord.HTTPException as error:
            print(f"refused {error.status} {error.code}", flush=True)

    @tree.command(name="lees", description="Leest een bestand terug")
    async def lees(interaction: discord.Interaction, bestand: discord.Attachment) -> None:
        await interaction.response.send_message((await bestand.read()).decode())

    @tree.command(name="zoek", description="Vult aan")
    async def zoek(interaction: discord.Interaction, woord: str) -> None:
        await interaction.response.send_message(woord)

    @zoek.autocomplete("woord")
    async def woorden(
        _interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{current}huis", value=f"{current}huis")]


async def report(interaction: discord.Interaction, work: Awaitable[object]) -> None:
    """Tell the person how it went."""
    try:
        await work
    except (discord.HTTPException, OSError) as error:
        code = getattr(error, "code", None) or getattr(error, "errno", None)
        said = f"mislukt: {type(error).__name__} {code}"
    else:
        said = "gelukt"
    await interaction.followup.send(said, ephemeral=True)


if __name__ == "__main__":
    intents = discord.Intents.all()
    intents.presences = False  # with presences Discord sends all members unasked
    probe = ProbeBot(intents)
    add_senders(probe.tree)
    add_answers(probe.tree)
    add_delays(probe.tree)
    run(probe)
