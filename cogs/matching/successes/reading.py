"""A success as people read it, and taking an own one back."""

import discord

from bot.services.matching import Success
from cogs._client import Interaction, Services
from cogs._ui import Button, NumberButton, attend, language_for, numbered, reply, say, shown
from cogs.matching.cards import named, picture_of
from cogs.matching.groups import ShowButton


class ReadSuccessButton(NumberButton, Button, template=numbered("success-read")):
    """Read a whole success."""

    noun = "success-read"

    async def press(self, interaction: Interaction) -> None:
        """Show it, with the way to the group."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        found = await services.matching.successes.read(person, self.id_)
        view = discord.ui.View(timeout=None)
        if found.group_id is not None and found.state == "published":
            view.add_item(ShowButton(found.group_id, say(interaction, "success-group-button")))
        files = await picture_of(services, found.picture_id)
        await reply(interaction, success_text(services, found, language), view, files)


class WithdrawSuccessButton(NumberButton, Button, template=numbered("success-withdraw")):
    """Take an own success back."""

    noun = "success-withdraw"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Do it at once."""
        person = await attend(interaction)
        await interaction.client.services.matching.successes.withdraw(person, self.id_)
        await reply(interaction, say(interaction, "success-withdrawn"))


def success_text(services: Services, success: Success, language: str) -> str:
    """A success, whole."""
    text = services.texts.text
    if success.state == "withdrawn":
        return text("success-gone", language)
    who = f"{shown(success.name, 80)}, {shown(success.place, 60)}".rstrip(", ")
    lines = [f"**{shown(success.what, 200)}**", text("success-by", language, who=who)]
    for key, value in (("success-how", success.how), ("success-otherwise", success.otherwise)):
        if value:
            told = "\n".join(shown(line, 1000) for line in value.splitlines() if line.strip())
            lines.append(f"**{text(key, language)}**\n{told}")
    if success.differs:
        lines.append(text("success-abroad", language, differs=shown(success.differs, 400)))
    if success.themes:
        values = named(services.matching, success.themes, language)
        lines.append(text("matching-card-themes", language, values=values))
    if success.language != language:
        lines.append(text("success-in-other-language", language))
    return "\n\n".join(lines)


def line_of(success: Success) -> str:
    """A success in one line."""
    who = ", ".join(part for part in (shown(success.name, 80), shown(success.place, 60)) if part)
    return f"**{shown(success.what, 160)}** ({who})"
