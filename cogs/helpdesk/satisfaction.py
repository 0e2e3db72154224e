"""Below the answer of a person: did it help?"""

import discord

from cogs._client import Interaction, Services
from cogs._ui import Button, NumberButton, attend, numbered, reply, say
from cogs.helpdesk.pressing import PersonButton, reply_of_staff


class HelpedButton(NumberButton, Button, template=numbered("answer-helped")):
    """The answer helped."""

    noun = "answer-helped"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Close the question."""
        person = await attend(interaction)
        await interaction.client.services.satisfaction.judge(person, self.id_, happy=True)
        await reply(interaction, say(interaction, "helpdesk-helped"))


class NotHelpedButton(NumberButton, Button, template=numbered("answer-not-helped")):
    """The answer did not help: a person looks again."""

    noun = "answer-not-helped"

    async def press(self, interaction: Interaction) -> None:
        """Open the question again."""
        person = await attend(interaction)
        await interaction.client.services.satisfaction.judge(person, self.id_, happy=False)
        await reply_of_staff(interaction, self.id_, "helpdesk-not-helped")


def judging_person(services: Services, question_id: int, language: str) -> discord.ui.View:
    """The buttons under an answer of a person."""
    text = services.texts.text
    view = discord.ui.View(timeout=None)
    view.add_item(HelpedButton(question_id, text("helpdesk-helped-button", language)))
    view.add_item(NotHelpedButton(question_id, text("helpdesk-not-helped-button", language)))
    view.add_item(PersonButton(question_id, text("helpdesk-more-button", language)))
    return view
