"""Stepping in and out of a circle."""

import discord

from bot.services.matching import CircleView
from cogs._client import Interaction
from cogs._ui import Button, NumberButton, attend, language_for, number, numbered, reply, say
from cogs.matching.cards import named


class JoinCircleButton(NumberButton, Button, template=numbered("circle-join")):
    """Step in."""

    noun = "circle-join"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Do it, and say what happens next."""
        person = await attend(interaction)
        circle = await interaction.client.services.matching.circles.join(person, self.id_)
        theme = theme_of(interaction, circle)
        if circle.place:
            thread = f"<#{number(circle.place)}>"
            text = say(interaction, "circle-joined", theme=theme, thread=thread)
        elif circle.needed:
            text = say(interaction, "circle-joined-waits", theme=theme, needed=circle.needed)
        else:
            text = say(interaction, "circle-joined-soon", theme=theme)
        view = discord.ui.View(timeout=None)
        view.add_item(LeaveCircleButton(circle.id, say(interaction, "circle-leave-button")))
        await reply(interaction, text, view)


class LeaveCircleButton(NumberButton, Button, template=numbered("circle-leave")):
    """Step out, or say no to an invitation."""

    noun = "circle-leave"

    async def press(self, interaction: Interaction) -> None:
        """Do it at once; the way back is one press too."""
        person = await attend(interaction)
        circle = await interaction.client.services.matching.circles.leave(person, self.id_)
        view = discord.ui.View(timeout=None)
        view.add_item(JoinCircleButton(circle.id, say(interaction, "circle-back-button")))
        await reply(
            interaction, say(interaction, "circle-left", theme=theme_of(interaction, circle)), view
        )


class CloseCircleButton(NumberButton, Button, template=numbered("circle-close")):
    """Staff end a circle."""

    noun = "circle-close"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Do it."""
        person = await attend(interaction)
        circle = await interaction.client.services.matching.circles.close(person, self.id_)
        text = say(interaction, "circle-closed-done", theme=theme_of(interaction, circle))
        await reply(interaction, text)


def theme_of(interaction: Interaction, circle: CircleView) -> str:
    """The name of its theme, for this person."""
    matching = interaction.client.services.matching
    return named(matching, (circle.theme,), language_for(interaction))[0]
