"""The two forms of an article: its words, and what is to be known about it."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.content import Article
from bot.services.knowledge import LONGEST, LONGEST_DETAILS, Details, Draft, Wording
from cogs._client import Interaction
from cogs._ui import SafeModal, attend, field, say
from cogs.knowledge.showing import show_draft

LINES = ("title", "source_name", "source_url", "country")
"""The fields of one line; in the others one may press enter."""
NEEDED = ("title", "body")


class ArticleForm(SafeModal):
    """The words of an article, new or not."""

    pattern = re.compile(r"article-form:(?P<language>nl|en):(?P<id>\d{1,18})")

    def __init__(
        self, interaction: Interaction, article: Article | None, draft_id: int = 0, **extra: str
    ) -> None:
        """Prepare; `extra` has a `language` and perhaps a `title` for an article that is new."""
        language = article.language if article else extra.get("language", "nl")
        super().__init__(
            title=say(interaction, "knowledge-form-title", number=draft_id, language=language),
            custom_id=f"article-form:{language}:{draft_id}",
        )
        for name, most in LONGEST.items():
            default = getattr(article, name) if article else extra.get(name, "")
            self.add_item(_field(interaction, name, most, default))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep what was typed, and show it."""
        person = await attend(interaction)
        drafts, number = interaction.client.services.knowledge.drafts, int(match["id"])
        wording = Wording(**{name: str(values.get(name, "")) for name in LONGEST})
        if number:
            draft = await drafts.rewrite(person, number, wording)
        else:
            draft = await drafts.write(person, wording, match["language"])
        await show_draft(interaction, draft)


class ArticleDetailsForm(SafeModal):
    """What readers need to know beside the text, and by which words they find it."""

    pattern = re.compile(r"article-details-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, draft: Draft) -> None:
        super().__init__(
            title=say(interaction, "knowledge-details-title", number=draft.id),
            custom_id=f"article-details-form:{draft.id}",
        )
        for name, most in LONGEST_DETAILS.items():
            value = draft.why if name == "why" else getattr(draft.article, name)
            default = value if isinstance(value, str) else "\n".join(value)
            self.add_item(_field(interaction, name, most, default))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it."""
        person = await attend(interaction)
        said = {name: str(values.get(name, "")) for name in LONGEST_DETAILS}
        details = Details(
            who=said["who"],
            country=said["country"],
            questions=tuple(said["questions"].splitlines()),
            keywords=tuple(re.split(r"[\n,;]", said["keywords"])),
            why=said["why"],
        )
        drafts = interaction.client.services.knowledge.drafts
        await show_draft(interaction, await drafts.detail(person, int(match["id"]), details))


def _field(interaction: Interaction, name: str, most: int, default: str) -> discord.ui.Label[Any]:
    """One field with its hint."""
    box: discord.ui.TextInput[Any] = discord.ui.TextInput(
        style=discord.TextStyle.short if name in LINES else discord.TextStyle.paragraph,
        max_length=most,
        required=name in NEEDED,
        default=default[:most] or None,
    )
    key = name.replace("_", "-")
    label = field(name, say(interaction, f"knowledge-field-{key}"), box)
    label.description = say(interaction, f"knowledge-hint-{key}")[:100]
    return label
