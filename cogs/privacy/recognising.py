"""Who is known, without making somebody known."""

from bot.people import NoCommunity
from cogs._client import Interaction
from cogs._ui import person_of, ref


async def recognise_known(interaction: Interaction) -> None:
    """Find out the language of somebody who is known; a stranger stays one."""
    if await interaction.client.services.privacy.knows(ref(interaction.user.id)):
        try:
            await person_of(interaction)
        except NoCommunity:
            # The right to be forgotten does not hang on a community.
            interaction.extras.pop("person", None)
