"""Blocking another group and reporting it to staff; the other hears neither."""

import re
from collections.abc import Mapping
from typing import Any, Self

import discord

from bot.outbox import Delivery
from bot.services.matching import Blocked, Concern
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, SafeButton, SafeModal, attend, field, person_of, reply, say, shown

ABOUT = r"(?P<what>introduction|meeting):(?P<id>\d{1,18})"


class AboutButton(SafeButton):
    """A button about a request or a meeting. A subclass names its `noun` and its template."""

    noun: str
    style = discord.ButtonStyle.secondary

    def __init__(self, what: str, id_: int, label: str = "") -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label[:80] or "-", style=self.style, custom_id=f"{self.noun}:{what}:{id_}"
        )
        super().__init__(button)  # pyright: ignore[reportCallIssue] - DynamicItem is behind us
        self.what, self.id_ = what, id_

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(match["what"], int(match["id"]))


class BlockButton(AboutButton, Button, template=rf"guard-block:{ABOUT}"):
    """Hear no more of the other group."""

    noun = "guard-block"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Do it."""
        person = await attend(interaction)
        safety = interaction.client.services.matching.safety
        about = await safety.block(person, self.what, self.id_)
        await reply(interaction, say(interaction, "guard-blocked", names=_names(about)))


class ReportForm(SafeModal):
    """What is wrong, in one's own words."""

    pattern = re.compile(rf"guard-report-form:{ABOUT}")

    def __init__(self, interaction: Interaction, what: str, id_: int) -> None:
        super().__init__(
            title=say(interaction, "guard-report-title"),
            custom_id=f"guard-report-form:{what}:{id_}",
        )
        words: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=500
        )
        self.add_item(field("words", say(interaction, "guard-report-words"), words))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Tell staff."""
        person = await attend(interaction)
        safety = interaction.client.services.matching.safety
        words = str(values.get("words", ""))
        told = await safety.report(person, match["what"], int(match["id"]), words)
        await reply(interaction, say(interaction, "guard-reported" if told else "guard-no-staff"))


class ReportButton(AboutButton, Button, template=rf"guard-report:{ABOUT}"):
    """Tell staff what is wrong."""

    noun = "guard-report"

    async def press(self, interaction: Interaction) -> None:
        """Ask for it in words, from somebody whom it is about."""
        person = await person_of(interaction)
        await interaction.client.services.matching.safety.concern(person, self.what, self.id_)
        await interaction.response.send_modal(ReportForm(interaction, self.what, self.id_))


class GuardButton(AboutButton, Button, template=rf"guard:{ABOUT}"):
    """What one can do when something is not right."""

    noun = "guard"

    async def press(self, interaction: Interaction) -> None:
        """Explain, and offer both."""
        person = await attend(interaction)
        safety = interaction.client.services.matching.safety
        about = await safety.concern(person, self.what, self.id_)
        view = discord.ui.View(timeout=None)
        view.add_item(ReportButton(self.what, self.id_, say(interaction, "guard-report-button")))
        if about.own_id and any(other_id for other_id, _ in about.others):
            view.add_item(BlockButton(self.what, self.id_, say(interaction, "guard-block-button")))
        await reply(interaction, say(interaction, "guard-what", names=_names(about)), view)


class UnblockButton(
    SafeButton, Button, template=r"guard-unblock:(?P<own>\d{1,18}):(?P<other>\d{1,18})"
):
    """Hear of a group again."""

    def __init__(self, own_id: int, other_id: int, label: str = "") -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label[:80] or "-", custom_id=f"guard-unblock:{own_id}:{other_id}"
        )
        super().__init__(button)
        self.own_id, self.other_id = own_id, other_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(int(match["own"]), int(match["other"]))

    async def press(self, interaction: Interaction) -> None:
        """Do it."""
        person = await attend(interaction)
        safety = interaction.client.services.matching.safety
        name = await safety.unblock(person, self.own_id, self.other_id)
        await reply(interaction, say(interaction, "guard-unblocked", name=shown(name, 80)))


def guard_button(services: Services, what: str, id_: int, language: str) -> GuardButton:
    """Below what others wrote."""
    return GuardButton(what, id_, services.texts.text("guard-button", language))


def unblock_button(interaction: Interaction, one: Blocked) -> UnblockButton:
    """Takes one block away."""
    label = say(interaction, "guard-unblock-button", name=shown(one.other, 50))
    return UnblockButton(one.own_id, one.other_id, label)


async def render_report(services: Services, delivery: Delivery) -> Rendering:
    """For staff: who reports whom, what was written, and in which words."""
    from cogs.matching.groups import ShowButton

    text, language, facts = services.texts.text, delivery.language, delivery.facts
    others = tuple(shown(str(name), 80) for name in facts.get("others", ()))
    lines = [text("guard-card", language, own=shown(str(facts.get("own", "")), 80), others=others)]
    for key in ("note", "words"):
        said = str(facts.get(key, ""))
        if said:
            lines.append(text(f"guard-card-{key}", language, said=shown(said, 500)))
    lines.append(text("guard-card-foot", language))
    other = int(facts.get("other", 0))

    def view() -> discord.ui.View:
        found = discord.ui.View(timeout=None)
        found.add_item(ShowButton(other, text("guard-show-button", language)))
        return found

    return Rendering("\n\n".join(lines), view=view if other else None)


def _names(about: Concern) -> tuple[str, ...]:
    return tuple(shown(name, 80) for _, name in about.others)
