"""What staff look at again: articles whose date comes up, and what a reader doubts."""

import re
from typing import Any

import discord

from bot.outbox import Delivery
from bot.untrusted import shown_host
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, SafeButton, attend, person_of, reply, say, shown
from cogs.knowledge.forms import ArticleForm
from cogs.knowledge.reading import SLUG

LANGUAGE = r"nl|en"


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
