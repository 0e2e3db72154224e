"""How an article on its way looks, and what can be done with it."""

from typing import Any

import discord

from bot.content import Article
from bot.services.helpdesk import ArticleView
from bot.services.knowledge import Draft, State
from cogs._client import Interaction, Services
from cogs._ui import language_for, reply, say, shown
from cogs.alerts.following import parts, theme_menu
from cogs.helpdesk.articles import article_text

MENUS: int = 3
"""Rows for menus: a message has five, and one is for the buttons."""


def view_of(article: Article) -> ArticleView:
    """An article as the help desk shows it."""
    return ArticleView(
        id=article.id,
        title=article.title,
        body=article.body,
        step=article.step,
        source_name=article.source_name or "?",
        source_url=article.source_url,
        checked_on=article.checked_on,
        language=article.language,
        country=article.country,
    )


async def show_draft(interaction: Interaction, draft: Draft) -> None:
    """The article as readers will see it, and below it what can be done."""
    services, language = interaction.client.services, draft.article.language
    await reply(interaction, article_text(services, view_of(draft.article), language, whole=True))
    await reply(interaction, draft_text(interaction, draft), draft_view(interaction, draft))


def draft_text(interaction: Interaction, draft: Draft) -> str:
    """What is to be known of a draft beside the article itself."""
    services, language = interaction.client.services, language_for(interaction)
    names = tuple(services.helpdesk.theme(theme, language) for theme in draft.article.themes)
    lines = [
        say(
            interaction,
            "knowledge-draft",
            number=draft.id,
            title=shown(draft.article.title, 100),
            slug=draft.article.id,
        )
    ]
    if names:
        lines.append(say(interaction, "knowledge-draft-themes", themes=names))
    lines += remarks(services, draft, language)
    lines.append(say(interaction, f"knowledge-next-{draft.state}", origin=_origin(draft)))
    return "\n".join(lines)[:2000]


def remarks(services: Services, draft: Draft, language: str) -> list[str]:
    """What it lacks, what reads badly and what was taken out."""
    text, lines = services.texts.text, list[str]()
    if draft.lacks and draft.state is State.DRAFT:
        lacks = tuple(text(f"knowledge-lacks-{name}", language) for name in draft.lacks)
        lines.append(text("knowledge-draft-lacks", language, what=lacks))
    if draft.measures:
        rules = tuple(text(f"knowledge-measure-{rule}", language) for rule in draft.measures)
        lines.append(text("knowledge-draft-measures", language, what=rules))
    if draft.removed:
        removed = tuple(
            text(f"knowledge-removed-{kind}", language, number=number)
            for kind, number in draft.removed.items()
        )
        lines.append(text("knowledge-draft-removed", language, what=removed))
    return lines


def _origin(draft: Draft) -> str:
    return "chat" if draft.question_id is None else "question"


def draft_view(interaction: Interaction, draft: Draft) -> discord.ui.View:
    """Menus and buttons, as far as the draft is."""
    from cogs.knowledge.preview import (
        ArticleThemeSelect,
        AskArticleButton,
        DetailsButton,
        DropArticleButton,
        RewordArticleButton,
    )
    from cogs.knowledge.publishing import publish_buttons

    view = discord.ui.View(timeout=None)
    if draft.state not in (State.DRAFT, State.ASKED, State.READY):
        return view
    services, language = interaction.client.services, language_for(interaction)
    if draft.state is State.DRAFT:
        for part in range(min(MENUS, parts(services.following.themes))):
            menu: discord.ui.Select[Any] = theme_menu(
                services, language, part, draft.article.themes
            )
            menu.custom_id = f"article-themes:{draft.id}:{part}"
            menu.placeholder = say(interaction, "knowledge-pick-themes", part=part + 1)[:150]
            view.add_item(ArticleThemeSelect(draft.id, part, menu))
    if draft.state is State.READY:
        for item in publish_buttons(services, draft, language):
            view.add_item(item)
    view.add_item(RewordArticleButton(draft.id, say(interaction, "knowledge-change-button")))
    view.add_item(DetailsButton(draft.id, say(interaction, "knowledge-details-button")))
    if draft.state is State.DRAFT:
        key = "knowledge-ask-button" if draft.question_id is None else "knowledge-asker-button"
        view.add_item(AskArticleButton(draft.id, say(interaction, key)))
    view.add_item(DropArticleButton(draft.id, say(interaction, "knowledge-drop-button")))
    return view
