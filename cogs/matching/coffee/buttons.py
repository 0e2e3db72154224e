"""Taking part in coffee rounds: in, out, and not this time."""

import discord

from bot.services.matching import CoffeeCard
from cogs._client import Interaction, Services
from cogs._ui import Button, NumberButton, attend, language_for, numbered, reply, say, shown
from cogs.matching.cards import named


class JoinCoffeeButton(NumberButton, Button, template=numbered("coffee-join")):
    """Take part, also again."""

    noun = "coffee-join"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Do it, and say when the next round is."""
        person = await attend(interaction)
        card = await interaction.client.services.matching.coffee.guests.join(person, self.id_)
        facts = {"name": name_of(interaction, card), "at": card.next_at}
        if card.collective:
            group = shown(card.collective, 80)
            text = say(interaction, "coffee-joined-for", group=group, **facts)
        else:
            text = say(interaction, "coffee-joined", **facts)
        view = discord.ui.View(timeout=None)
        view.add_item(LeaveCoffeeButton(card.id, say(interaction, "coffee-leave-button")))
        await reply(interaction, text, view)


class LeaveCoffeeButton(NumberButton, Button, template=numbered("coffee-leave")):
    """Take part no longer."""

    noun = "coffee-leave"

    async def press(self, interaction: Interaction) -> None:
        """Do it at once; the way back is one press too."""
        person = await attend(interaction)
        had = await interaction.client.services.matching.coffee.guests.leave(person, self.id_)
        view = discord.ui.View(timeout=None)
        view.add_item(JoinCoffeeButton(self.id_, say(interaction, "coffee-back-button")))
        key = "coffee-left" if had else "coffee-left-already"
        await reply(interaction, say(interaction, key), view)


class SkipCoffeeButton(NumberButton, Button, template=numbered("coffee-skip")):
    """Not this round."""

    noun = "coffee-skip"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Note it; somebody who would meet them hears it from the bot."""
        person = await attend(interaction)
        card = await interaction.client.services.matching.coffee.guests.skip(person, self.id_)
        view = discord.ui.View(timeout=None)
        if card.round_id is None:
            await reply(interaction, say(interaction, "coffee-skipped-late", at=card.next_at))
            return
        view.add_item(JoinCoffeeButton(card.id, say(interaction, "coffee-after-all-button")))
        await reply(interaction, say(interaction, "coffee-skipped"), view)


def name_of(interaction: Interaction, card: CoffeeCard) -> str:
    """What a series is called, for this person."""
    return name_in(interaction.client.services, card.theme, language_for(interaction))


def name_in(services: Services, theme: str, language: str) -> str:
    """What a series about a theme is called; without one it is the series for everybody."""
    if not theme:
        return services.texts.text("coffee-name-all", language)
    shown_theme = named(services.matching, (theme,), language)[0]
    return services.texts.text("coffee-name-theme", language, theme=shown_theme)
