"""A rule in the way: telling of it, taking it back, and what staff see of it all."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.helpdesk.around.bottlenecks import LAYERS, LONGEST_RULE, Rule
from cogs._client import Client, Interaction
from cogs._ui import (
    Button,
    NumberButton,
    SafeModal,
    attend,
    field,
    language_for,
    numbered,
    person_of,
    reply,
    say,
)
from cogs.helpdesk.readers import need_to_read


class RuleForm(SafeModal):
    """Which rule is in the way, and whose it is."""

    pattern = re.compile(r"rule-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, question_id: int, told: Rule | None) -> None:
        super().__init__(
            title=say(interaction, "helpdesk-rule-title"), custom_id=f"rule-form:{question_id}"
        )
        self.add_item(
            field(
                "rule",
                say(interaction, "helpdesk-rule-which"),
                discord.ui.TextInput(
                    style=discord.TextStyle.paragraph,
                    placeholder=say(interaction, "helpdesk-rule-hint")[:100],
                    max_length=LONGEST_RULE,
                    default=told.rule if told else None,
                ),
            )
        )
        chosen = told.layer if told else ""
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "helpdesk-rule-layer")[:45],
                component=discord.ui.Select(
                    custom_id="layer",
                    options=[
                        discord.SelectOption(
                            label=say(interaction, f"helpdesk-layer-{layer}")[:100],
                            value=layer,
                            default=layer == chosen,
                        )
                        for layer in LAYERS
                    ],
                ),
            )
        )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it."""
        person, number = await attend(interaction), int(match["id"])
        await need_to_read(interaction, person, number)
        layer = "".join(str(one) for one in values.get("layer", []))
        told = Rule(str(values.get("rule", "")), layer)
        is_new = await interaction.client.services.answers.bottlenecks.note(person, number, told)
        view = discord.ui.View(timeout=None)
        view.add_item(NoRuleButton(number, say(interaction, "helpdesk-rule-remove-button")))
        key = "helpdesk-rule-noted" if is_new else "helpdesk-rule-changed"
        await reply(interaction, say(interaction, key), view)


class RuleButton(NumberButton, Button, template=numbered("rule-in-the-way")):
    """A rule is in the way."""

    noun = "rule-in-the-way"

    async def press(self, interaction: Interaction) -> None:
        """Show the form, with what this person told before."""
        person = await person_of(interaction)
        await need_to_read(interaction, person, self.id_)
        told = await interaction.client.services.answers.bottlenecks.mine(person, self.id_)
        await interaction.response.send_modal(RuleForm(interaction, self.id_, told))


class NoRuleButton(NumberButton, Button, template=numbered("rule-taken-back")):
    """Take back what one told of a rule."""

    noun = "rule-taken-back"

    async def press(self, interaction: Interaction) -> None:
        """Remove it; pressing twice says the same."""
        person = await attend(interaction)
        await interaction.client.services.answers.bottlenecks.take_back(person, self.id_)
        await reply(interaction, say(interaction, "helpdesk-rule-removed"))


class BottlenecksCog(commands.Cog):
    """`/knelpunten`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="knelpunten", description="command-knelpunten")
    async def totals(self, interaction: Interaction) -> None:
        """Where rules are in the way, in numbers."""
        with self.client.busy():
            person = await attend(interaction)
            services, language = self.client.services, language_for(interaction)
            totals = await services.answers.bottlenecks.totals(person)
            lines: list[str] = []
            for key, found in (("themes", totals.themes), ("layers", totals.layers)):
                if found:
                    lines.append(say(interaction, f"helpdesk-rules-{key}"))
                for what, count in found:
                    name = (
                        services.helpdesk.theme(what, language)
                        if key == "themes"
                        else say(interaction, f"helpdesk-layer-{what}")
                    )
                    lines.append(say(interaction, "helpdesk-rules-line", what=name, count=count))
            if not lines:
                key = "helpdesk-rules-too-few" if totals.too_few else "helpdesk-rules-none"
                lines.append(say(interaction, key))
            else:
                lines.append(say(interaction, "helpdesk-rules-about"))
            await reply(interaction, "\n".join(lines))
