"""Where an answer to staff goes: in the place of a private message that was pressed, or below."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.people import Person
from cogs._client import Interaction
from cogs._ui import LONGEST, attend, person_of, ref, reply


def is_private(interaction: Interaction) -> bool:
    """Whether the press or form came from a message that one person sees."""
    return interaction.message is not None and interaction.message.flags.ephemeral


async def renew(interaction: Interaction) -> Person:
    """As `attend`; a private message that was pressed is going to change. Raises: NoCommunity."""
    if not is_private(interaction):
        return await attend(interaction)
    await interaction.response.defer()
    return await person_of(interaction)


async def settle(interaction: Interaction, text: str, view: discord.ui.View | None = None) -> None:
    """Say this, after `renew`; a private message makes place for it, buttons and all."""
    if is_private(interaction) and len(text) <= LONGEST:
        view = view or discord.ui.View(timeout=None)
        await interaction.edit_original_response(content=text, view=view)
    else:
        await reply(interaction, text, view)


def view_of(*rows: Sequence[discord.ui.Item[Any]]) -> discord.ui.View:
    """Buttons and menus below a message, a row for each list."""
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(one for one in rows if one):
        for item in row:
            item.row = number
            view.add_item(item)
    return view


async def show_again(interaction: Interaction, question_id: int) -> None:
    """Let a menu of a channel forget its choice: Discord takes none twice in a row.

    The card is drawn anew and not put back as it was pressed: it may have changed since.
    """
    message = interaction.message
    if message is not None and not message.flags.ephemeral:
        await interaction.client.services.staffdesk.show_again(question_id, ref(message.id))
