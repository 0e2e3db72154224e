"""What its writer presses below a draft."""

import re
from typing import Any

import discord

from cogs._client import Interaction
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    attend,
    numbered,
    person_of,
    reply,
    say,
)
from cogs.alerts.following import part_of, picked_in, put, renew
from cogs.knowledge.forms import ArticleDetailsForm, ArticleForm
from cogs.knowledge.showing import draft_text, draft_view, show_draft


class ArticleThemeSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"article-themes:(?P<id>\d{1,18}):(?P<part>\d)",
):
    """Some of the themes, for a draft."""

    def __init__(
        self, draft_id: int, part: int, select: discord.ui.Select[Any] | None = None
    ) -> None:
        custom_id = f"article-themes:{draft_id}:{part}"
        super().__init__(select or discord.ui.Select(custom_id=custom_id))
        self.draft_id, self.part = draft_id, part

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ArticleThemeSelect":
        """The menu behind a custom_id."""
        return cls(int(match["id"]), int(match["part"]))

    async def press(self, interaction: Interaction) -> None:
        """Take what was picked."""
        await renew(interaction)
        person = await person_of(interaction)
        drafts = interaction.client.services.knowledge.drafts
        offered = part_of(drafts.themes, self.part)
        draft = await drafts.choose_themes(person, self.draft_id, offered, picked_in(interaction))
        await put(interaction, draft_text(interaction, draft), draft_view(interaction, draft))


class RewordArticleButton(NumberButton, Button, template=numbered("article-change")):
    """Other words."""

    noun = "article-change"

    async def press(self, interaction: Interaction) -> None:
        """Show the form with what is there."""
        person = await person_of(interaction)
        draft = await interaction.client.services.knowledge.drafts.look(person, self.id_)
        await interaction.response.send_modal(ArticleForm(interaction, draft.article, draft.id))


class DetailsButton(NumberButton, Button, template=numbered("article-details")):
    """Who can help, which country, search words, and why."""

    noun = "article-details"

    async def press(self, interaction: Interaction) -> None:
        """Show the second form."""
        person = await person_of(interaction)
        draft = await interaction.client.services.knowledge.drafts.look(person, self.id_)
        await interaction.response.send_modal(ArticleDetailsForm(interaction, draft))


class AskArticleButton(NumberButton, Button, template=numbered("article-ask")):
    """Ask the asker, or a colleague."""

    noun = "article-ask"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Ask."""
        person = await attend(interaction)
        draft = await interaction.client.services.knowledge.drafts.ask(person, self.id_)
        view = draft_view(interaction, draft)
        await reply(interaction, draft_text(interaction, draft), view)


class DropArticleButton(NumberButton, Button, template=numbered("article-drop")):
    """Throw a draft away."""

    noun = "article-drop"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Throw it away."""
        person = await attend(interaction)
        await interaction.client.services.knowledge.drafts.drop(person, self.id_)
        await reply(interaction, say(interaction, "knowledge-dropped", number=self.id_))


class OpenDraftButton(NumberButton, Button, template=numbered("article-read")):
    """Read a draft as a whole, with all that can be done."""

    noun = "article-read"

    async def press(self, interaction: Interaction) -> None:
        """Show it to this person only."""
        person = await attend(interaction)
        draft = await interaction.client.services.knowledge.drafts.look(person, self.id_)
        await show_draft(interaction, draft)
