"""The smallest bots against which ours is measured: one command, and one command with one insert.

`python -m tests.wire.hello_bot` answers `/hallo`. With `--insert` it first writes one row through
SQLAlchemy, with the pragmas of the product (WAL, NORMAL), to the database of DATABASE_URL.
The other commands exist to prove the loopback server: /stuur, /los, /form, /denk, /zoek, /lees.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys

import discord
import yarl
from discord import app_commands


class HelloBot(discord.Client):
    """discord.py with as little as possible around it."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, guild_ready_timeout=0.2)
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_ready(self) -> None:
        print("ready", flush=True)

    async def on_resumed(self) -> None:
        print("resumed", flush=True)

    async def on_message(self, message: discord.Message) -> None:
        if not message.author.bot:
            print(f"heard {message.content!r} nonce={message.nonce}", flush=True)
        if message.content == "!ping":
            await message.channel.send("pong")


def add_hello(bot: HelloBot) -> None:
    """`/hallo`: the baseline for a command that only reads."""

    @bot.tree.command(name="hallo", description="Zegt hallo")
    async def hallo(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("hallo")


def add_insert(bot: HelloBot, url: str) -> None:
    """`/hallo`: the baseline for a command that writes one row."""
    from sqlalchemy import Engine, Integer, String, event
    from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Greeting(Base):
        __tablename__ = "hello_greetings"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        name: Mapped[str] = mapped_column(String)

    engine = create_async_engine(url)
    sessions = async_sessionmaker(engine, expire_on_commit=False)

    if url.startswith("sqlite"):

        @event.listens_for(Engine, "connect")
        def pragmas(connection: object, _record: object) -> None:
            for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
                connection.execute(f"PRAGMA {pragma}")

    @bot.tree.command(name="hallo", description="Zegt hallo en schrijft het op")
    async def hallo(interaction: discord.Interaction) -> None:
        async with sessions.begin() as session:
            session.add(Greeting(name=interaction.user.name))
        await interaction.response.send_message("hallo")

    async def setup_hook() -> None:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        await bot.tree.sync()

    bot.setup_hook = setup_hook


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


def add_probes(bot: HelloBot) -> None:
    """Commands that let a test send, ask, think and read through discord.py."""
    tree = bot.tree

    @tree.command(name="stuur", description="Stuurt een bericht met een eigen nonce")
    async def stuur(interaction: discord.Interaction, tekst: str, nonce: str) -> None:
        await interaction.response.defer(ephemeral=True)
        asyncio.get_running_loop().create_task(_post(interaction, tekst, nonce or None))

    @tree.command(name="los", description="Stuurt zonder nonce")
    async def los(interaction: discord.Interaction, tekst: str) -> None:
        await interaction.response.defer(ephemeral=True)
        route = discord.http.Route(
            "POST", "/channels/{channel_id}/messages", channel_id=interaction.channel_id
        )
        await _report(interaction, bot.http.request(route, json={"content": tekst}))

    @tree.command(name="form", description="Toont een formulier")
    async def form(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(NameForm())

    @tree.command(name="knop", description="Toont een knop en een menu")
    async def knop(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("druk maar", view=Buttons())

    @tree.command(name="denk", description="Denkt na en antwoordt, met een bestand erachteraan")
    async def denk(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send(f"klaar, {interaction.locale}", ephemeral=True)
        from io import BytesIO

        file = discord.File(BytesIO(b"kolom\n1\n"), "lijst.csv", description="een lijst")
        await interaction.followup.send("bijlage", file=file, ephemeral=True)

    @tree.command(name="dm", description="Stuurt je een bericht")
    async def dm(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        await _report(interaction, interaction.user.send("dag"))

    @tree.command(name="lees", description="Leest een bestand terug")
    async def lees(interaction: discord.Interaction, bestand: discord.Attachment) -> None:
        data = await bestand.read()
        await interaction.response.send_message(data.decode())

    @tree.command(name="zoek", description="Vult aan")
    async def zoek(interaction: discord.Interaction, woord: str) -> None:
        await interaction.response.send_message(woord)

    @zoek.autocomplete("woord")
    async def woorden(
        _interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=current + "x", value=current + "x")]

    @tree.command(name="draad", description="Begint een draad en telt de leden")
    async def draad(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        thread = await interaction.channel.create_thread(
            name="praat", type=discord.ChannelType.private_thread
        )
        await thread.add_user(interaction.user)
        await thread.send("welkom")
        await _report(interaction, asyncio.sleep(0, f"{len(interaction.guild.members)} leden"))


async def _post(interaction: discord.Interaction, text: str, nonce: str | None) -> None:
    await _report(interaction, interaction.channel.send(text, nonce=nonce))


async def _report(interaction: discord.Interaction, work: object) -> None:
    """Tell in an ephemeral followup how it went."""
    try:
        done = await work
    except (discord.HTTPException, OSError) as error:
        await interaction.followup.send(f"mislukt: {type(error).__name__}: {error}", ephemeral=True)
    else:
        said = done if isinstance(done, str) else "gelukt"
        await interaction.followup.send(said, ephemeral=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--insert", action="store_true")
    parser.add_argument("--probes", action="store_true")
    options = parser.parse_args()
    discord.http.Route.BASE = os.environ["DISCORD_API_BASE"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])
    bot = HelloBot(discord.Intents.all() if options.probes else discord.Intents.default())
    if options.insert:
        add_insert(bot, os.environ["DATABASE_URL"])
    else:
        add_hello(bot)
    if options.probes:
        add_probes(bot)
    bot.run(os.environ["DISCORD_TOKEN"])
    sys.exit(0)


if __name__ == "__main__":
    main()
