"""Who did this already: collectives that fit a question, and how to meet them."""

from dataclasses import replace

import discord

from bot.services.matching import Wish
from cogs._client import Interaction
from cogs._ui import Button, NumberButton, attend, numbered, reply, say
from cogs.helpdesk.readers import need_to_read
from cogs.matching.searching import findings_text, findings_view

MOST = 3


class PeersButton(NumberButton, Button, template=numbered("question-peers")):
    """Who did this already?"""

    noun = "question-peers"

    async def press(self, interaction: Interaction) -> None:
        """Show at most three collectives with why each fits, to this person only.

        Meeting goes by the door of matching: nothing of a person is told before both say yes.
        """
        person = await attend(interaction)
        await need_to_read(interaction, person, self.id_)
        services = interaction.client.services
        sought = await services.answers.peers.sought(person, self.id_)
        text = f"{sought.text}\n{sought.context}".strip()
        found = await services.matching.finder.find(person, Wish(text=text, theme=sought.theme))
        found = replace(found, found=found.found[:MOST])
        if not found.found:
            await reply(interaction, say(interaction, "helpdesk-peers-none"))
            return
        view: discord.ui.View | None = findings_view(interaction, found)
        await reply(interaction, findings_text(interaction, found), view)
