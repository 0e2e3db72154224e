"""What the asker reads and can press."""

import re
from typing import Any

import discord

from bot.outbox import Delivery
from bot.search.helpdesk import Outcome
from bot.services.helpdesk import ArticleView, Reply
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    attend,
    language_for,
    numbered,
    reply,
    say,
    shown,
)

FIRST_PART = 700
"""Characters of an article in the first reply; the rest comes with one press."""


class YesButton(NumberButton, Button, template=numbered("answer-yes")):
    """That was the answer."""

    noun = "answer-yes"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Close the question."""
        person = await attend(interaction)
        await interaction.client.services.helpdesk.accept(person, self.id_)
        await reply(interaction, say(interaction, "helpdesk-accepted"))


class NoButton(NumberButton, Button, template=numbered("answer-no")):
    """That was not the answer: a person takes over."""

    noun = "answer-no"

    async def press(self, interaction: Interaction) -> None:
        """Hand the question over."""
        await hand_over(interaction, self.id_)


class PersonButton(NumberButton, Button, template=numbered("answer-person")):
    """Talk to a person."""

    noun = "answer-person"

    async def press(self, interaction: Interaction) -> None:
        """Hand the question over."""
        await hand_over(interaction, self.id_)


class ArticleButton(
    SafeButton, Button, template=r"article:(?P<question>\d{1,18}):(?P<article>[a-z0-9-]{1,60})"
):
    """Read one of the suggested articles."""

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
        await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        article = services.helpdesk.article(self.article, language)
        if article is None:
            await reply(interaction, say(interaction, "error-not-found"))
            return
        view = discord.ui.View(timeout=None)
        for button in yes_no(services, self.question_id, language):
            view.add_item(button)
        await reply(interaction, article_text(services, article, language, whole=True), view)


async def hand_over(interaction: Interaction, question_id: int) -> None:
    """Give the question to staff."""
    person = await attend(interaction)
    await interaction.client.services.helpdesk.hand_over(person, question_id)
    await reply(interaction, say(interaction, "helpdesk-handed-over", number=question_id))


def yes_no(services: Services, question_id: int, language: str) -> list[discord.ui.Item[Any]]:
    """The two buttons under an answer."""
    text = services.texts.text
    return [
        YesButton(question_id, text("helpdesk-yes-button", language)),
        NoButton(question_id, text("helpdesk-no-button", language)),
    ]


def article_text(services: Services, article: ArticleView, language: str, *, whole: bool) -> str:
    """An article with its step and its source."""
    text = services.texts.text
    body = article.body.strip()
    if not whole and len(body) > FIRST_PART:
        body = re.sub(r"(\n+#[^\n]*)?\s*$", "", body[: body.rfind("\n", 0, FIRST_PART)])
    body = re.sub(r"^## (.+)$", r"**\1**", body, flags=re.MULTILINE)
    return "\n".join(
        [
            f"**{article.title}**",
            f"{body}\n",
            text("helpdesk-step", language, step=article.step),
            text(
                "helpdesk-source",
                language,
                name=article.source_name,
                url=article.source_url,
                checked_on=article.checked_on,
            ),
        ]
    )


def reply_text(services: Services, found: Reply, language: str, *, told: bool = False) -> str:
    """The whole reply to a question, most urgent first.

    `told`: what is urgent was told already and is left out.
    """
    text = services.texts.text
    parts: list[str] = []
    before = [r for r in found.referrals if r.mode != "after"]
    after = [r for r in found.referrals if r.mode == "after"]
    parts += [r.said(language) for r in before if not (told and r.is_private)]
    match found.outcome:
        case Outcome.ANSWER if found.articles:
            parts.append(article_text(services, found.articles[0], language, whole=False))
            parts.append(text("helpdesk-was-this-it", language))
        case Outcome.SUGGEST if found.articles:
            parts.append(text("helpdesk-suggest", language))
        case Outcome.OFFTOPIC:
            parts.append(text("helpdesk-offtopic", language))
        case _ if found.waits_for_staff:
            key = "helpdesk-person-follows" if before else "helpdesk-unsure"
            parts.append(text(key, language, number=found.question_id))
        case _:
            pass
    parts += [referral.said(language) for referral in after]
    if found.left_out:
        parts.append(text("helpdesk-left-out", language))
    otherwise = "helpdesk-person-follows" if told else "helpdesk-unsure"
    return "\n\n".join(parts) or text(otherwise, language, number=found.question_id)


def reply_view(services: Services, found: Reply, language: str) -> discord.ui.View:
    """The buttons under a reply; a person is always one press away."""
    text = services.texts.text
    view = discord.ui.View(timeout=None)
    instead = any(referral.mode == "instead" for referral in found.referrals)
    if not instead and found.outcome in (Outcome.ANSWER, Outcome.SUGGEST):
        one = found.outcome is Outcome.ANSWER
        for article in found.articles:
            label = text("helpdesk-whole-button", language) if one else article.title
            view.add_item(ArticleButton(found.question_id, article.id, label))
        if one:
            for button in yes_no(services, found.question_id, language):
                view.add_item(button)
            return view
    if not found.waits_for_staff:
        view.add_item(PersonButton(found.question_id, text("helpdesk-person-button", language)))
    return view


async def render_reply(services: Services, delivery: Delivery) -> Rendering:
    """The reply to a typed question."""
    found = await services.helpdesk.reply_of(int(delivery.facts["question"]))
    told = bool(delivery.facts.get("told"))
    return Rendering(
        reply_text(services, found, delivery.language, told=told),
        view=lambda: reply_view(services, found, delivery.language),
        reply_to=delivery.facts.get("reply_to"),
    )


async def render_answer(services: Services, delivery: Delivery) -> Rendering:
    """The answer of a person, or one part of it."""
    question_id = int(delivery.facts["question"])
    answer = shown_lines(str(delivery.facts["text"]))
    if delivery.facts.get("is_first", True):
        card = await services.staffdesk.card(question_id)
        answer = services.texts.text(
            "helpdesk-answer",
            delivery.language,
            name=shown(str(delivery.facts["by"]), 60)
            or services.texts.text("helpdesk-no-name", delivery.language),
            question=shown(card.text, 200),
            answer=answer,
        )
    return Rendering(
        answer,
        view=(
            (lambda: more_view(services, question_id, delivery.language))
            if delivery.facts.get("is_last", True)
            else None
        ),
        reply_to=delivery.facts.get("reply_to"),
    )


def more_view(services: Services, question_id: int, language: str) -> discord.ui.View:
    """The button under an answer of a person."""
    view = discord.ui.View(timeout=None)
    view.add_item(PersonButton(question_id, services.texts.text("helpdesk-more-button", language)))
    return view


async def render_private(services: Services, delivery: Delivery) -> Rendering:
    """The public line when the reply went to somebody in private."""
    text = services.texts.text("helpdesk-private", delivery.language)
    return Rendering(text, reply_to=delivery.facts.get("reply_to"))


def shown_lines(text: str) -> str:
    """Text of staff, line by line, harmless."""
    return "\n".join(shown(line, 1500) for line in text.splitlines())
