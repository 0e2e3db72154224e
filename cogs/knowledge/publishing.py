"""The second pair of eyes: the card of a draft, and publishing it."""

import re
from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.knowledge import Draft, State
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, SafeButton, attend, reply, say, shown
from cogs.knowledge.preview import OpenDraftButton
from cogs.knowledge.showing import remarks

SHOWN = 700
"""Characters of an article on its card; who presses reads the rest."""


class PublishButton(
    SafeButton, Button, template=r"article-publish:(?P<id>\d{1,18}):(?P<tell>[01])"
):
    """Publish a colleague's draft; `tell` also tells who got the older one."""

    def __init__(self, draft_id: int, label: str = "", *, tell: bool = False) -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-",
                style=discord.ButtonStyle.secondary if tell else discord.ButtonStyle.success,
                custom_id=f"article-publish:{draft_id}:{int(tell)}",
            )
        )
        self.draft_id, self.tell = draft_id, tell

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "PublishButton":
        """The button behind a custom_id."""
        return cls(int(match["id"]), tell=match["tell"] == "1")

    async def press(self, interaction: Interaction) -> None:
        """Publish it."""
        person = await attend(interaction)
        keeping = interaction.client.services.knowledge.keeping
        article = await keeping.publish(person, self.draft_id, tell=self.tell)
        await reply(
            interaction,
            say(
                interaction,
                "knowledge-published",
                title=shown(article.title, 100),
                slug=article.id,
                review_on=article.review_on,
                told=self.tell,
            ),
        )


def publish_buttons(services: Services, draft: Draft, language: str) -> list[PublishButton]:
    """One button for what is new, two for what readers may have got already."""
    text = services.texts.text
    found = [PublishButton(draft.id, text("knowledge-publish-button", language))]
    if not draft.is_new:
        label = text("knowledge-publish-tell-button", language)
        found.append(PublishButton(draft.id, label, tell=True))
    return found


async def render_card(services: Services, delivery: Delivery) -> Rendering:
    """A draft in the place of staff."""
    draft = await services.knowledge.drafts.card(int(delivery.facts["draft"]))
    text, language = services.texts.text, delivery.language
    head = text(
        "knowledge-card",
        language,
        number=draft.id,
        state=draft.state.value,
        title=shown(draft.article.title, 100) or "-",
        writer=shown(draft.writer, 60) or text("helpdesk-no-name", language),
        new=draft.is_new,
        consent=draft.question_id is not None,
    )
    lines = [head]
    if draft.state is State.READY:
        lines.append("\n".join(f"> {shown(line, SHOWN)}" for line in _lines(draft)))
        source = shown(draft.article.source_name, 150)
        lines.append(text("knowledge-card-source", language, name=source))
        if draft.why:
            lines.append(text("knowledge-card-why", language, why=shown(draft.why, 200)))
        lines += remarks(services, draft, language)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        if draft.state is State.READY:
            view.add_item(OpenDraftButton(draft.id, text("knowledge-read-button", language)))
            for item in publish_buttons(services, draft, language):
                view.add_item(item)
        return view

    return Rendering("\n".join(lines)[:2000], view=view)


def _lines(draft: Draft) -> list[str]:
    body = draft.article.body
    cut = body if len(body) <= SHOWN else f"{body[:SHOWN]}…"
    return [line for line in cut.splitlines() if line.strip()]
