"""A question that the bot could not place, as words by which an article is found."""

from typing import Final

from bot.untrusted import without_personal_numbers
from cogs._client import Interaction
from cogs._ui import person_of

LONGEST: Final = 400


async def add_search_words(interaction: Interaction, question_id: int) -> None:
    """Open the form of the knowledge base, with the question in it to be shortened."""
    from cogs.knowledge.gaps import WordsForm  # that room has our buttons too

    person = await person_of(interaction)
    services = interaction.client.services
    services.knowledge.drafts.need(person)
    card = await services.staffdesk.card(question_id)
    words = " ".join(without_personal_numbers(card.text).split())
    await interaction.response.send_modal(WordsForm(interaction, words[:LONGEST]))
