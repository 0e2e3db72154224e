"""What is typed under a card, and below a question of staff to the asker."""

import re
from typing import Final

import discord

from bot.people import Person
from cogs._client import Client
from cogs._ui import ref
from cogs.helpdesk.private import origin_of_message
from cogs.helpdesk.staff.answering import typed_clash

CARD: Final = re.compile(r"question:(\d+)(?::(?:again|pointer):\d+)?")
"""The source of a message in the staff channel under which an answer is typed: no draft."""
ASKED: Final = re.compile(r"question:(\d+):ask-back(?:-warning)?:.+")
"""The source of a message in which staff ask the asker something."""


async def answer_typed(
    client: Client, person: Person, question_id: int, message: discord.Message, text: str
) -> None:
    """Send an answer that was typed under a card; ask first when a colleague answered since."""
    drafts = client.services.answer_drafts
    draft = await drafts.type(person, question_id, text, origin_of_message(message.id))
    if draft is not None:
        said, view = typed_clash(client, draft, person.language)
        await message.reply(said, view=view, mention_author=False)


async def asked_in(client: Client, message: discord.Message) -> tuple[int, bool] | None:
    """The question about which staff asked something that this message may answer.

    With whether it is a reply to that very message; else it was typed right below it.
    """
    if message.reference is not None and message.reference.message_id is not None:
        number = await _asked(client, message.reference.message_id)
        return None if number is None else (number, True)
    if not isinstance(message.channel, discord.DMChannel | discord.Thread):
        return None
    async for above in message.channel.history(limit=1, before=message):
        if above.author == client.user:
            number = await _asked(client, above.id)
            return None if number is None else (number, False)
    return None


async def _asked(client: Client, message_id: int) -> int | None:
    found = ASKED.fullmatch(await client.services.setup.source_of(ref(message_id)) or "")
    return int(found[1]) if found else None


async def hear_back(
    client: Client, person: Person, asked: tuple[int, bool], message: discord.Message, text: str
) -> bool:
    """Give what the asker typed to staff; False when nobody waits for it from this person."""
    back, origin = client.services.staffdesk.back, origin_of_message(message.id)
    number, is_reply = asked
    if not await back.awaits(person, number, origin, late=is_reply):
        return False
    await back.reply(person, number, text, origin)
    said = client.services.texts.text("staffdesk-replied", person.language, number=number)
    await message.reply(said, mention_author=False)
    return True
