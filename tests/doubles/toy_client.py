"""A small client that uses every kind of control, to try the practice community with."""

import discord
from discord import app_commands, ui

from cogs._practice.stage import Community, Persona, Place, Role


class ThankButton(ui.DynamicItem[ui.Button], template=r"dank:(?P<number>\d+)"):
    """Counts nothing; answers the presser only."""

    def __init__(self, number: int) -> None:
        button = ui.Button(label="Bedankt", custom_id=f"dank:{number}")
        super().__init__(button)
        self.number = number

    @classmethod
    async def from_custom_id(cls, interaction, item, match, /):
        return cls(int(match["number"]))

    async def callback(self, interaction):
        dutch = interaction.locale is discord.Locale.dutch
        answer = "Graag gedaan" if dutch else "You are welcome"
        await interaction.response.send_message(f"{answer} ({self.number})", ephemeral=True)


class QuestionModal(ui.Modal, title="Stel je vraag"):
    """A text field and a list; the answer is a card, a thread and a private message."""

    text = ui.Label(text="Je vraag", component=ui.TextInput(max_length=200))
    theme = ui.Label(
        text="Onderwerp",
        component=ui.Select(
            required=False,
            placeholder="Kies een onderwerp",
            options=[discord.SelectOption(label=one) for one in ("Groen", "Energie", "Zorg")],
        ),
    )

    async def on_submit(self, interaction):
        text = self.text.component.value
        await interaction.response.send_message("We hebben je vraag.", ephemeral=True)
        message = await interaction.channel.send(f"Nieuwe vraag: {text}")
        thread = await message.create_thread(name=f"Vraag: {text}"[:100])
        await thread.send("Hier kun je meepraten.")
        await interaction.user.send(f"Je vroeg: {text}")


class AskButton(ui.DynamicItem[ui.Button], template=r"vraag"):
    """Opens the form."""

    def __init__(self) -> None:
        super().__init__(
            ui.Button(label="Stel een vraag", custom_id="vraag", style=discord.ButtonStyle.primary)
        )

    @classmethod
    async def from_custom_id(cls, interaction, item, match, /):
        return cls()

    async def callback(self, interaction):
        await interaction.response.send_modal(QuestionModal())


def card(number):
    """A message card with a button."""
    view = ui.LayoutView(timeout=None)
    view.add_item(
        ui.Container(
            ui.TextDisplay("## Welkom\nWat wil je doen?"),
            ui.ActionRow(AskButton(), ThankButton(number)),
            accent_colour=discord.Colour.green(),
        )
    )
    return view


def many():
    """A list to choose several from."""
    view = ui.View(timeout=None)
    view.add_item(
        ui.Select(
            custom_id="keuze",
            min_values=1,
            max_values=3,
            placeholder="Kies een of meer dagen",
            options=[discord.SelectOption(label=one) for one in ("Maandag", "Dinsdag", "Vrijdag")],
        )
    )
    return view


class ToyClient(discord.Client):
    """Made anew for each start of the bot."""

    def __init__(self) -> None:
        intents = discord.Intents.default()
        intents.message_content = True
        super().__init__(intents=intents)
        self.tree = app_commands.CommandTree(self)
        self.posts: list[str] = []
        self.tree.command(name="vraag", description="Stel een vraag")(_ask)
        self.tree.command(name="start", description="Zet het startbericht hier neer")(_start)
        self.tree.command(name="peiling", description="Begin een peiling")(_poll)

    async def setup_hook(self):
        self.add_dynamic_items(ThankButton, AskButton)
        await self.tree.sync()

    async def on_thread_create(self, thread):
        if thread.owner_id != self.user.id:
            self.posts.append(thread.name)

    async def on_message(self, message):
        if message.author.bot:
            return
        if message.guild is None:
            await message.channel.send("Dank je, ik heb het gelezen.")
        elif message.content == "stuk":
            raise RuntimeError(message.content)


async def _ask(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(QuestionModal())


async def _start(interaction: discord.Interaction) -> None:
    await interaction.response.send_message(view=card(3))


@app_commands.describe(vraag="Waar gaat het over?", dagen="Hoe lang?")
async def _poll(interaction: discord.Interaction, vraag: str, dagen: int = 3) -> None:
    await interaction.response.send_message(f"Peiling: {vraag} ({dagen})", view=many())


COMMUNITY = Community(
    name="Buurt in beweging",
    personas=(
        Persona("Fatima", ("contactpersoon",), about=(("nl", "Bewoner uit Goes"),)),
        Persona("Piet", about=(("nl", "Nieuw hier"),)),
        Persona("Sarah", language="en", about=(("en", "New neighbour"),)),
        Persona("Marieke", ("medewerker",), about=(("nl", "Helpt bewoners"),)),
    ),
    roles=(Role("medewerker", discord.Permissions(manage_messages=True)),),
    places=(
        Place("start", topic="Begin hier"),
        Place("vragen", "forum", topic="Stel hier je vraag"),
        Place("peilingen"),
        Place("beleidsnieuws", "news", writers=("medewerker",)),
        Place("medewerkers", readers=("medewerker",), writers=("medewerker",)),
    ),
)
