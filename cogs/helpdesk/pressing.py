"""What the asker presses below an answer."""

import re
from collections.abc import Sequence
from typing import Any

import discord

from bot.services.helpdesk import Reply
from cogs._client import Interaction, Services
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    attend,
    language_for,
    numbered,
    reply,
    say,
)
from cogs.helpdesk.articles import article_text
from cogs.helpdesk.bottlenecks import RuleButton
from cogs.helpdesk.following import earlier_buttons, earlier_lines
from cogs.helpdesk.hours import with_expected
from cogs.helpdesk.peers import PeersButton
from cogs.helpdesk.themes import theme_menu


class YesButton(NumberButton, Button, template=numbered("answer-yes")):
    """That was the answer."""

    noun = "answer-yes"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Close the question, and let the asker say what it was about."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        await services.helpdesk.accept(person, self.id_)
        found = await services.helpdesk.read(person, self.id_)
        view: discord.ui.View | None = None
        if not found.around.is_crisis:
            view = discord.ui.View(timeout=None)
            menu = theme_menu(services, self.id_, found.themes, language)
            stack(view, further(services, self.id_, language), [menu])
        await reply(interaction, say(interaction, "helpdesk-accepted"), view)


class NoButton(NumberButton, Button, template=numbered("answer-no")):
    """That is wrong: the answer is thrown away at once, and a person looks."""

    noun = "answer-no"

    async def press(self, interaction: Interaction) -> None:
        """Throw it away."""
        person = await attend(interaction)
        discarding = interaction.client.services.answers.discarding
        if await discarding.throw_away(person, self.id_):
            await reply_of_staff(interaction, self.id_, "helpdesk-thrown-away-thanks")
        else:
            await reply(
                interaction, say(interaction, "helpdesk-thrown-away-staff", number=self.id_)
            )


class PersonButton(NumberButton, Button, template=numbered("answer-person")):
    """Talk to a person."""

    noun = "answer-person"

    async def press(self, interaction: Interaction) -> None:
        """Hand the question over."""
        person = await attend(interaction)
        await interaction.client.services.helpdesk.hand_over(person, self.id_)
        await reply_of_staff(interaction, self.id_, "helpdesk-handed-over")


class ArticleButton(
    SafeButton, Button, template=r"article:(?P<question>\d{1,18}):(?P<article>[a-z0-9-]{1,60})"
):
    """Read one of the suggested articles, or all of the answer."""

    def __init__(self, question_id: int, article: str, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(label=label[:80] or "-", custom_id=f"article:{question_id}:{article}")
        )
        self.question_id, self.article = question_id, article

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ArticleButton":
        """The button behind a custom_id."""
        return cls(int(match["question"]), match["article"])

    async def press(self, interaction: Interaction) -> None:
        """Show the whole article to this person only."""
        from cogs.knowledge.reading import DoubtButton  # that room has our buttons too

        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        article = await services.helpdesk.open_article(person, self.question_id, self.article)
        if article is None:
            await reply(interaction, say(interaction, "error-not-found"))
            return
        around = await services.answers.around.of_article(
            person, self.question_id, self.article, language
        )
        text = article_text(services, article, language, whole=True, around=around)
        view = discord.ui.View(timeout=None)
        put(view, 0, *judging(services, self.question_id, language))
        put(view, 1, *further(services, self.question_id, language))
        put(view, 2, DoubtButton(article.id, say(interaction, "knowledge-doubt-button")))
        await reply(interaction, text, view)


def put(view: discord.ui.View, row: int, *items: discord.ui.Item[Any]) -> None:
    """Put these in one row of a message."""
    for item in items:
        item.row = row
        view.add_item(item)


def stack(view: discord.ui.View, *rows: Sequence[discord.ui.Item[Any]]) -> None:
    """Put these below each other; an empty row takes no place.

    A menu takes the first row that is free: discord.py 2.7 forgets the one it is given.
    """
    for place, row in enumerate(filter(None, rows)):
        put(view, place, *row)


def judging(services: Services, question_id: int, language: str) -> list[discord.ui.Item[Any]]:
    """Was it the answer? Yes, no, or rather a person."""
    text = services.texts.text
    return [
        YesButton(question_id, text("helpdesk-yes-button", language)),
        NoButton(question_id, text("helpdesk-no-button", language)),
        PersonButton(question_id, text("helpdesk-person-button", language)),
    ]


def further(services: Services, question_id: int, language: str) -> list[discord.ui.Item[Any]]:
    """Ways on from any answer: who did this already, and a rule in the way."""
    text = services.texts.text
    return [
        PeersButton(question_id, text("helpdesk-peers-button", language)),
        RuleButton(question_id, text("helpdesk-rule-button", language)),
    ]


async def reply_of_staff(interaction: Interaction, question_id: int, key: str) -> None:
    """Tell the asker that a person looks now, and what can be read or done meanwhile."""
    services, language = interaction.client.services, language_for(interaction)
    found = await services.helpdesk.reply_of(question_id)
    said = say(interaction, key, number=question_id)
    said = await with_expected(services, said, question_id, language)
    lines = [said, *earlier_lines(services, found.around.earlier, language)]
    await reply(interaction, "\n\n".join(lines), waiting_view(services, found, language))


def waiting_view(services: Services, found: Reply, language: str) -> discord.ui.View:
    """What the asker can do while a person looks; nothing beside a referral."""
    view = discord.ui.View(timeout=None)
    if not found.around.is_crisis:
        stack(
            view,
            earlier_buttons(services, found.around.earlier, language),
            further(services, found.question_id, language),
            [theme_menu(services, found.question_id, found.themes, language)],
        )
    return view
