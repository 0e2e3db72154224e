"""`/artikel`: everything about the knowledge base that staff can type."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.knowledge import Shelf, Version
from cogs._client import Client, Interaction
from cogs._commands import language_choices
from cogs._ui import attend, person_of, reply, say, shown
from cogs.knowledge.forms import ArticleForm
from cogs.knowledge.gaps import add_words
from cogs.knowledge.preview import OpenDraftButton

SHOWN = 25
LONGEST_WHY = 200


class ArticlesCog(commands.Cog):
    """`/artikel`."""

    group = app_commands.Group(name="artikel", description="command-artikel")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="nieuw", description="command-artikel-nieuw")
    @app_commands.describe(taal="option-article-language")
    @app_commands.choices(taal=language_choices())
    async def new(self, interaction: Interaction, taal: str = "nl") -> None:
        """Write a new article."""
        with self.client.busy():
            person = await person_of(interaction)
            self.client.services.knowledge.drafts.need(person)
            await interaction.response.send_modal(ArticleForm(interaction, None, language=taal))

    @group.command(name="wijzig", description="command-artikel-wijzig")
    @app_commands.describe(artikel="option-article", taal="option-article-language")
    @app_commands.choices(taal=language_choices())
    async def change(self, interaction: Interaction, artikel: str, taal: str = "nl") -> None:
        """Write another version, or a translation."""
        with self.client.busy():
            person = await person_of(interaction)
            draft = await self.client.services.knowledge.drafts.edit(person, artikel, taal)
            await interaction.response.send_modal(ArticleForm(interaction, draft.article, draft.id))

    @group.command(name="lijst", description="command-artikel-lijst")
    async def show_list(self, interaction: Interaction) -> None:
        """Show what is one's own, what waits, and what is in one language."""
        with self.client.busy():
            person = await attend(interaction)
            shelf = await self.client.services.knowledge.keeping.shelf(person)
            text, view = _listed(interaction, shelf)
            await reply(interaction, text, view)

    @group.command(name="trek-in", description="command-artikel-trek-in")
    @app_commands.describe(artikel="option-article", waarom="option-article-why")
    async def withdraw(
        self,
        interaction: Interaction,
        artikel: str,
        waarom: app_commands.Range[str, 1, LONGEST_WHY],
    ) -> None:
        """Take an article away from everybody."""
        with self.client.busy():
            person = await attend(interaction)
            keeping = self.client.services.knowledge.keeping
            title = await keeping.withdraw(person, artikel, waarom)
            await reply(
                interaction, say(interaction, "knowledge-withdrawn", title=shown(title, 100))
            )

    @group.command(name="versies", description="command-artikel-versies")
    @app_commands.describe(artikel="option-article")
    async def versions(self, interaction: Interaction, artikel: str) -> None:
        """Show how an article was, with who and why."""
        with self.client.busy():
            person = await attend(interaction)
            found = await self.client.services.knowledge.keeping.versions(person, artikel)
            lines = [_line(interaction, version) for version in found[:SHOWN]]
            if lines:
                lines.append(say(interaction, "knowledge-versions-next"))
            await reply(
                interaction, "\n".join(lines) or say(interaction, "knowledge-versions-none")
            )

    @group.command(name="terug", description="command-artikel-terug")
    @app_commands.describe(versie="option-article-version")
    async def restore(
        self, interaction: Interaction, versie: app_commands.Range[int, 1, 2**31 - 1]
    ) -> None:
        """Go back to how an article was."""
        with self.client.busy():
            person = await attend(interaction)
            article = await self.client.services.knowledge.keeping.restore(person, versie)
            title = shown(article.title, 100)
            await reply(interaction, say(interaction, "knowledge-restored", title=title))

    @group.command(name="zoekwoord", description="command-artikel-zoekwoord")
    @app_commands.describe(artikel="option-article", woorden="option-article-words")
    async def words(self, interaction: Interaction, artikel: str, woorden: str) -> None:
        """Let an article be found by other words too."""
        with self.client.busy():
            await add_words(interaction, artikel, woorden)

    @change.autocomplete("artikel")
    @withdraw.autocomplete("artikel")
    @versions.autocomplete("artikel")
    @words.autocomplete("artikel")
    async def suggest(
        self, interaction: Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        """Titles that fit what somebody is typing."""
        person = await person_of(interaction)
        found = self.client.services.knowledge.drafts.suggest(person, current)
        return [app_commands.Choice(name=title[:100], value=slug) for slug, title in found[:SHOWN]]


def _listed(interaction: Interaction, shelf: Shelf) -> tuple[str, discord.ui.View]:
    """The list in words, with a button for each draft."""
    lines = [say(interaction, "knowledge-list", number=shelf.count)]
    lines += [
        say(
            interaction,
            "knowledge-list-line",
            title=shown(article.title, 100),
            slug=article.slug,
            review_on=article.review_on,
        )
        for article in shelf.own
    ]
    view = discord.ui.View(timeout=None)
    for draft in shelf.drafts:
        title = shown(draft.article.title, 100) or "-"
        facts = {"number": draft.id, "title": title, "state": draft.state.value}
        lines.append(say(interaction, "knowledge-list-draft", **facts))
        label = say(interaction, "knowledge-open-button", number=draft.id)
        view.add_item(OpenDraftButton(draft.id, label))
    if shelf.untranslated:
        slugs = shelf.untranslated[:SHOWN]
        facts = {"number": len(shelf.untranslated), "slugs": slugs}
        lines.append(say(interaction, "knowledge-list-untranslated", **facts))
    return "\n".join(lines), view


def _line(interaction: Interaction, version: Version) -> str:
    return say(
        interaction,
        "knowledge-version-line",
        id=version.id,
        number=version.number,
        language=version.language,
        state=version.state.value,
        title=shown(version.title, 80) or "-",
        by=shown(version.by, 60) or "-",
        why=shown(version.why, 200) or "-",
        at=version.at,
        now=version.is_now,
    )
