"""What residents asked in vain, once a week: groups, themes, and what staff do with them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.knowledge import Gaps, gaps_of
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, SafeButton, SafeModal, attend, field, person_of, reply, say, shown
from cogs.knowledge.forms import ArticleForm

WORDS = r"[a-z0-9+]{0,50}"
LONGEST_LIST = 400


class GapWriteButton(SafeButton, Button, template=rf"gap-write:(?P<words>{WORDS})"):
    """Begin an article on what was asked in vain."""

    def __init__(self, words: str, label: str = "") -> None:
        super().__init__(discord.ui.Button(label=label[:80] or "-", custom_id=f"gap-write:{words}"))
        self.words = words

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "GapWriteButton":
        """The button behind a custom_id."""
        return cls(match["words"])

    async def press(self, interaction: Interaction) -> None:
        """Show the form, with the words as a first title."""
        person = await person_of(interaction)
        interaction.client.services.knowledge.drafts.need(person)
        title = self.words.replace("+", " ").strip().capitalize()
        form = ArticleForm(interaction, None, language="nl", title=title)
        await interaction.response.send_modal(form)


class GapWordsButton(SafeButton, Button, template=rf"gap-words:(?P<words>{WORDS})"):
    """Let an article be found by the words that were used in vain."""

    def __init__(self, words: str, label: str = "") -> None:
        super().__init__(discord.ui.Button(label=label[:80] or "-", custom_id=f"gap-words:{words}"))
        self.words = words

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "GapWordsButton":
        """The button behind a custom_id."""
        return cls(match["words"])

    async def press(self, interaction: Interaction) -> None:
        """Ask for which article."""
        person = await person_of(interaction)
        interaction.client.services.knowledge.drafts.need(person)
        await interaction.response.send_modal(
            WordsForm(interaction, self.words.replace("+", " ").strip())
        )


class WordsForm(SafeModal):
    """An article, and words to find it by."""

    pattern = re.compile(r"article-words-form")

    def __init__(self, interaction: Interaction, words: str) -> None:
        super().__init__(
            title=say(interaction, "knowledge-words-title"), custom_id="article-words-form"
        )
        for name, most, default in (("article", 100, ""), ("words", 400, words)):
            box: discord.ui.TextInput[Any] = discord.ui.TextInput(
                style=discord.TextStyle.short if name == "article" else discord.TextStyle.paragraph,
                max_length=most,
                default=default or None,
            )
            label = field(name, say(interaction, f"knowledge-field-{name}"), box)
            label.description = say(interaction, f"knowledge-hint-{name}")[:100]
            self.add_item(label)

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Add them."""
        await add_words(interaction, str(values.get("article", "")), str(values.get("words", "")))


async def add_words(interaction: Interaction, article: str, words: str) -> None:
    """Let an article be found by these words, and say so."""
    person = await attend(interaction)
    keeping = interaction.client.services.knowledge.keeping
    title = await keeping.add_words(person, article, words)
    await reply(interaction, say(interaction, "knowledge-words-added", title=shown(title, 100)))


async def render_gaps(services: Services, delivery: Delivery) -> Rendering:
    """What was asked and not found."""
    text, language = services.texts.text, delivery.language
    found = gaps_of(delivery.facts)
    lines = [text("knowledge-gaps", language, since=found.since)]
    for number, gap in enumerate(found.groups, 1):
        lines.append(
            text(
                "knowledge-gap",
                language,
                number=number,
                theme=_theme(services, gap.theme, language),
                count=gap.count,
                words=gap.words or ("-",),
            )
        )
    if found.rest:
        lines.append(text("knowledge-gaps-rest", language, number=found.rest))
    lines += _trends(services, found, language)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        for number, gap in enumerate(found.groups, 1):
            words = _joined(gap.words)
            label = text("knowledge-gap-write-button", language, number=number)
            view.add_item(GapWriteButton(words, label))
            label = text("knowledge-gap-words-button", language, number=number)
            view.add_item(GapWordsButton(words, label))
        return view

    return Rendering("\n".join(lines)[:2000], view=view)


def _trends(services: Services, found: Gaps, language: str) -> list[str]:
    if not found.trends:
        return []
    text = services.texts.text
    return [
        text("knowledge-trends", language),
        *(
            text(
                "knowledge-trend",
                language,
                theme=_theme(services, trend.theme, language),
                count=trend.count,
                before=trend.before,
                known=trend.before > 0,
            )
            for trend in found.trends
        ),
    ]


def _theme(services: Services, theme: str, language: str) -> str:
    if theme == "-":
        return services.texts.text("helpdesk-no-theme", language)
    return services.helpdesk.theme(theme, language)


def _joined(words: Sequence[str]) -> str:
    """As many of the words as fit in the name of a button."""
    joined = ""
    for word in words:
        longer = f"{joined}+{word}" if joined else word
        if len(longer) > 50:  # noqa: PLR2004 - see `WORDS`
            break
        joined = longer
    return joined
