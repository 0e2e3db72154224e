"""What staff hear of the knowledge base: on Monday, and when a reader doubts something."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.knowledge import Gaps, gaps_of
from bot.untrusted import shown_host
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, SafeButton, SafeModal, attend, field, person_of, reply, say, shown
from cogs.knowledge.forms import ArticleForm
from cogs.knowledge.reading import SLUG

WORDS = r"[a-z0-9+]{0,50}"
LANGUAGE = r"nl|en"
LONGEST_LIST = 400


class StillRightButton(
    SafeButton, Button, template=rf"article-right:(?P<slug>{SLUG}):(?P<language>{LANGUAGE})"
):
    """Somebody looked: it is still right."""

    def __init__(self, slug: str, language: str, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-",
                style=discord.ButtonStyle.success,
                custom_id=f"article-right:{slug}:{language}",
            )
        )
        self.slug, self.language = slug, language

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "StillRightButton":
        """The button behind a custom_id."""
        return cls(match["slug"], match["language"])

    async def press(self, interaction: Interaction) -> None:
        """Write it down."""
        person = await attend(interaction)
        reviews = interaction.client.services.knowledge.reviews
        article = await reviews.confirm(person, self.slug, self.language)
        title = shown(article.title, 100)
        await reply(
            interaction,
            say(interaction, "knowledge-confirmed", title=title, review_on=article.review_on),
        )


class ReviewArticleButton(
    SafeButton, Button, template=rf"article-review:(?P<slug>{SLUG}):(?P<language>{LANGUAGE})"
):
    """Change an article that came up."""

    def __init__(self, slug: str, language: str, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-", custom_id=f"article-review:{slug}:{language}"
            )
        )
        self.slug, self.language = slug, language

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ReviewArticleButton":
        """The button behind a custom_id."""
        return cls(match["slug"], match["language"])

    async def press(self, interaction: Interaction) -> None:
        """Show the form with what is there."""
        person = await person_of(interaction)
        drafts = interaction.client.services.knowledge.drafts
        draft = await drafts.edit(person, self.slug, self.language)
        await interaction.response.send_modal(ArticleForm(interaction, draft.article, draft.id))


class DoubtsSeenButton(SafeButton, Button, template=rf"article-seen:(?P<slug>{SLUG})"):
    """Staff looked at what readers said."""

    def __init__(self, slug: str, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(label=label[:80] or "-", custom_id=f"article-seen:{slug}")
        )
        self.slug = slug

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "DoubtsSeenButton":
        """The button behind a custom_id."""
        return cls(match["slug"])

    async def press(self, interaction: Interaction) -> None:
        """Write it down."""
        person = await attend(interaction)
        ended = await interaction.client.services.knowledge.reviews.seen(person, self.slug)
        await reply(interaction, say(interaction, "knowledge-doubts-seen", number=ended))


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


async def render_week(services: Services, delivery: Delivery) -> Rendering:
    """Articles whose date comes up, and sources that do not answer."""
    text, language, facts = services.texts.text, delivery.language, delivery.facts
    community_id = int(facts["community"])
    found = [
        article
        for slug, spoken in facts["articles"]
        if (article := services.knowledge.reviews.article(community_id, slug, spoken))
    ]
    lines = [text("knowledge-week", language)]
    for number, article in enumerate(found, 1):
        lines.append(
            text(
                "knowledge-week-line",
                language,
                number=number,
                title=shown(article.title, 80),
                language=article.language,
                review_on=article.review_on,
            )
        )
    if facts["more"]:
        lines.append(text("knowledge-week-more", language, number=int(facts["more"])))
    if facts["dead"]:
        lines.append(text("knowledge-week-dead", language))
        lines += [f"- {shown(title, 80)}: {shown_host(url)}" for title, url in facts["dead"]]

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        for number, one in enumerate(found, 1):
            label = text("knowledge-right-button", language, number=number)
            view.add_item(StillRightButton(one.id, one.language, label))
            label = text("knowledge-review-button", language, number=number)
            view.add_item(ReviewArticleButton(one.id, one.language, label))
        return view

    return Rendering("\n".join(lines)[:2000], view=view)


async def render_doubt(services: Services, delivery: Delivery) -> Rendering:
    """What readers said of an article, without who."""
    text, language, facts = services.texts.text, delivery.language, delivery.facts
    doubt = await services.knowledge.reviews.doubts(
        int(facts["community"]), str(facts["slug"]), language
    )
    lines = [
        text(
            "knowledge-doubt",
            language,
            title=shown(doubt.title, 100),
            slug=doubt.slug,
            number=len(doubt.lines),
        )
    ]
    lines += [f"> {shown(line, 300)}" for line in doubt.lines if line]

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        for item in (
            StillRightButton(doubt.slug, doubt.language, text("knowledge-still-button", language)),
            ReviewArticleButton(
                doubt.slug, doubt.language, text("knowledge-change-button", language)
            ),
            DoubtsSeenButton(doubt.slug, text("knowledge-seen-button", language)),
        ):
            view.add_item(item)
        return view

    return Rendering("\n".join(lines)[:2000], view=view)


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
