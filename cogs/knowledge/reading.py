"""What readers can say of an article, and what they hear when it is changed."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.outbox import Delivery
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    PlainButton,
    SafeButton,
    SafeModal,
    attend,
    field,
    reply,
    say,
    shown,
)
from cogs.helpdesk.asking import AskQuestionButton
from cogs.helpdesk.replies import PersonButton

SLUG = r"[a-z0-9-]{1,60}"
LONGEST = 300


class DoubtButton(SafeButton, Button, template=rf"article-doubt:(?P<slug>{SLUG})"):
    """Below an article: may something not be right?"""

    def __init__(self, slug: str, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(label=label[:80] or "-", custom_id=f"article-doubt:{slug}")
        )
        self.slug = slug

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "DoubtButton":
        """The button behind a custom_id."""
        return cls(match["slug"])

    async def press(self, interaction: Interaction) -> None:
        """Ask what is not right."""
        await interaction.response.send_modal(DoubtForm(interaction, self.slug))


class DoubtForm(SafeModal):
    """What is not right any more; nothing need be filled in."""

    pattern = re.compile(rf"article-doubt-form:(?P<slug>{SLUG})")

    def __init__(self, interaction: Interaction, slug: str) -> None:
        super().__init__(
            title=say(interaction, "knowledge-doubt-title"), custom_id=f"article-doubt-form:{slug}"
        )
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=LONGEST, required=False
        )
        label = field("doubt", say(interaction, "knowledge-field-doubt"), box)
        label.description = say(interaction, "knowledge-hint-doubt")[:100]
        self.add_item(label)

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it for staff."""
        person = await attend(interaction)
        reviews = interaction.client.services.knowledge.reviews
        await reviews.doubt(person, match["slug"], str(values.get("doubt", "")))
        await reply(interaction, say(interaction, "knowledge-doubt-kept"))


class SpareButton(PlainButton, Button, template=r"article-spare"):
    """Under each message about a changed article: no more of these."""

    noun = "article-spare"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """Stop at once."""
        person = await attend(interaction)
        await interaction.client.services.knowledge.reviews.spare(person)
        await reply(interaction, say(interaction, "knowledge-spared"))


async def render_changed(services: Services, delivery: Delivery) -> Rendering:
    """Who got an article hears that it was changed or withdrawn."""
    text, language, facts = services.texts.text, delivery.language, delivery.facts
    said = text(
        "knowledge-changed",
        language,
        title=shown(str(facts["title"]), 100),
        withdrawn=bool(facts["withdrawn"]),
    )

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        if "question" in facts:
            label = text("knowledge-person-button", language)
            view.add_item(PersonButton(int(facts["question"]), label))
        else:  # only who asked a question can hand it over
            view.add_item(AskQuestionButton(text("start-ask-button", language)))
        if delivery.to_person:
            view.add_item(SpareButton(text("knowledge-spare-button", language)))
        return view

    return Rendering(said, view=view, reply_to=facts.get("reply_to"))
