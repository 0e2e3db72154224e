"""From a solved question to an article: the press of staff, and the yes of the asker."""

import re
from typing import Any

import discord

from bot.outbox import Delivery
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, NumberButton, SafeButton, attend, numbered, reply, say, shown
from cogs.helpdesk.articles import article_text
from cogs.knowledge.showing import show_draft, view_of

ROOM = 1200
"""Characters of an article in the message to its asker; the question around it needs the rest."""


class FromQuestionButton(NumberButton, Button, template=numbered("question-article")):
    """Make an article of a solved question."""

    noun = "question-article"

    async def press(self, interaction: Interaction) -> None:
        """Show the draft, with people taken out."""
        person = await attend(interaction)
        draft = await interaction.client.services.knowledge.consents.begin(person, self.id_)
        await show_draft(interaction, draft)


class ConsentButton(
    SafeButton, Button, template=r"article-consent:(?P<id>\d{1,18}):(?P<answer>yes|no)"
):
    """The asker's yes or no; a no works later too."""

    def __init__(self, draft_id: int, answer: str, label: str = "") -> None:
        style = discord.ButtonStyle.success if answer == "yes" else discord.ButtonStyle.secondary
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-",
                style=style,
                custom_id=f"article-consent:{draft_id}:{answer}",
            )
        )
        self.draft_id, self.answer = draft_id, answer

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ConsentButton":
        """The button behind a custom_id."""
        return cls(int(match["id"]), match["answer"])

    async def press(self, interaction: Interaction) -> None:
        """Keep the answer."""
        person = await attend(interaction)
        consents = interaction.client.services.knowledge.consents
        yes = await consents.answer(person, self.draft_id, yes=self.answer == "yes")
        await reply(interaction, say(interaction, "knowledge-consent-kept", yes=yes))


def consent_view(services: Services, draft_id: int, language: str) -> discord.ui.View:
    """Yes and no."""
    view = discord.ui.View(timeout=None)
    for answer in ("yes", "no"):
        label = services.texts.text(f"knowledge-consent-{answer}-button", language)
        view.add_item(ConsentButton(draft_id, answer, label))
    return view


async def render_consent(services: Services, delivery: Delivery) -> Rendering:
    """The question to the asker, with what everybody would read."""
    draft_id = int(delivery.facts["draft"])
    article = await services.knowledge.consents.preview(draft_id)
    language = delivery.language
    said = article_text(services, view_of(article), article.language, whole=True)
    if len(said) > ROOM:
        said = f"{said[:ROOM].rsplit(' ', 1)[0]} …"
    ask = services.texts.text("knowledge-consent", language)
    last = services.texts.text("knowledge-consent-what", language)
    return Rendering(
        f"{ask}\n\n{said}\n\n{last}"[:2000],
        view=lambda: consent_view(services, draft_id, language),
    )


async def render_published(services: Services, delivery: Delivery) -> Rendering:
    """The asker hears that others can read it now."""
    title = shown(str(delivery.facts["title"]), 100)
    text = services.texts.text("knowledge-your-article", delivery.language, title=title)
    return Rendering(text)
