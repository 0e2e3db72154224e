"""The menu on a message: make a question of it, for who wrote it, answered where it stands."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.people import Person
from bot.rights import Action
from bot.services.helpdesk import (
    AlreadyAsked,
    Ask,
    EmptyQuestion,
    MessageOfBot,
    NotYourMessage,
    OnlyPictures,
)
from cogs._client import Client, Interaction
from cogs._ui import arrival_of, attend, ref, reply, say, shown
from cogs.helpdesk.private import origin_of_message
from cogs.helpdesk.typed import TypedCog

NAME = "Maak hier een vraag van"


class MakingCog(commands.Cog):
    """The menu "Maak hier een vraag van" on every message."""

    def __init__(self, client: Client, typed: TypedCog) -> None:
        self.client = client
        self.typed = typed
        self.menu = app_commands.ContextMenu(name=NAME, callback=self.make)

    async def cog_load(self) -> None:
        """Put the menu on messages."""
        self.client.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        """Take it away."""
        self.client.tree.remove_command(self.menu.name, type=self.menu.type)

    async def make(self, interaction: Interaction, message: discord.Message) -> None:
        """Make one question of this message, once."""
        with self.client.busy():
            person = await attend(interaction)
            author = message.author
            if author.bot:
                raise MessageOfBot
            is_own = author.id == interaction.user.id
            if not is_own and not person.may(Action.HANDLE_QUESTION):
                raise NotYourMessage
            text = self.typed.words_of(message)
            if not text:
                raise OnlyPictures if message.attachments else EmptyQuestion
            async with self.typed.turn_of(message.id):
                await self._ask(interaction, message, person, text)

    async def _ask(
        self, interaction: Interaction, message: discord.Message, person: Person, text: str
    ) -> None:
        services, origin = self.client.services, origin_of_message(message.id)
        known = await services.helpdesk.number_of(origin)
        if known is not None:
            raise AlreadyAsked(number=known)
        warned = await self.typed.heed(message, text)
        is_own = message.author.id == interaction.user.id
        asker = person if is_own else await self._writer(message, interaction)
        place = ref(message.channel.id) if interaction.guild is not None else None
        found = await services.helpdesk.ask(
            asker,
            Ask(
                origin=origin,
                text=text,
                place=place,
                message=ref(message.id) if place else None,
                reply=True,
                told=warned.told,
                made_by=person.id,
            ),
        )
        said = say(
            interaction,
            "helpdesk-made",
            number=found.question_id,
            own=is_own,
            name=shown(message.author.display_name, 60),
            again=found.is_again,
            private=not found.is_public,
        )
        await reply(interaction, said)

    async def _writer(self, message: discord.Message, interaction: Interaction) -> Person:
        """Who wrote it, with the rights of now; somebody who left has none."""
        author = message.author
        if interaction.guild is not None and not isinstance(author, discord.Member):
            author = await self.typed.member_of(interaction.guild, author)
        arrival = await arrival_of(self.client, author, "")
        return await self.client.services.people.recognise(arrival)
