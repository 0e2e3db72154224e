"""What staff press about an activity."""

import discord

from bot.services.helpdesk import Activities, Activity
from cogs._client import Interaction
from cogs._ui import Button, NumberButton, attend, numbered, reply, say, shown


class ActivityPostButton(NumberButton, Button, template=numbered("activity-post")):
    """Announce it to everybody."""

    noun = "activity-post"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Announce it."""
        person = await attend(interaction)
        await _done(interaction, await _activities(interaction).post(person, self.id_))


class ActivityRefuseButton(NumberButton, Button, template=numbered("activity-refuse")):
    """Do not announce it."""

    noun = "activity-refuse"

    async def press(self, interaction: Interaction) -> None:
        """Leave it."""
        person = await attend(interaction)
        await _done(interaction, await _activities(interaction).refuse(person, self.id_))


class ActivityCancelButton(NumberButton, Button, template=numbered("activity-cancel")):
    """It does not go on after all."""

    noun = "activity-cancel"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Say so where it was announced."""
        person = await attend(interaction)
        await _done(interaction, await _activities(interaction).cancel(person, self.id_))


def _activities(interaction: Interaction) -> Activities:
    return interaction.client.services.activities


async def _done(interaction: Interaction, activity: Activity) -> None:
    title, state = shown(activity.title), activity.state.value
    await reply(interaction, say(interaction, "activities-decided", title=title, state=state))
