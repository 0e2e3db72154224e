"""Answering a request to meet: yes or no, and the contact that both get after two times yes."""

import re
from collections.abc import Mapping
from typing import Any, Final, Self

import discord

from bot.services.matching import ContactShared
from cogs._client import Interaction, Services
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    SafeModal,
    attend,
    language_for,
    number,
    numbered,
    person_of,
    reply,
    say,
    shown,
)
from cogs.matching.guarding import guard_button

LONGEST_REACH: Final = 200
REASONS: Final = ("far", "themes", "time", "other")


class YesForm(SafeModal):
    """How to be reached, together with the yes."""

    pattern = re.compile(r"introduction-yes-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, introduction_id: int) -> None:
        super().__init__(
            title=say(interaction, "matching-yes-title"),
            custom_id=f"introduction-yes-form:{introduction_id}",
        )
        self.add_item(reach_field(interaction, ""))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Say yes."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        contact = await services.matching.introductions.accept(
            person, int(match["id"]), str(values.get("reach", ""))
        )
        text = f"{say(interaction, 'matching-you-agreed')}\n\n"
        await reply(interaction, text + contact_text(services, contact, language))


class YesButton(NumberButton, Button, template=numbered("introduction-yes")):
    """Yes, we want to meet."""

    noun = "introduction-yes"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Ask how to be reached."""
        person = await person_of(interaction)
        await interaction.client.services.matching.introductions.may_answer(person, self.id_)
        await interaction.response.send_modal(YesForm(interaction, self.id_))


class NoButton(NumberButton, Button, template=numbered("introduction-no")):
    """No; the other side does not hear it."""

    noun = "introduction-no"

    async def press(self, interaction: Interaction) -> None:
        """Note it."""
        person = await attend(interaction)
        await interaction.client.services.matching.introductions.refuse(person, self.id_)
        view = discord.ui.View(timeout=None)
        for reason in REASONS:
            label = say(interaction, "matching-reason-button", reason=reason)
            view.add_item(ReasonButton(self.id_, reason, label))
        await reply(interaction, say(interaction, "matching-you-refused"), view)


class ReasonButton(
    SafeButton,
    Button,
    template=r"introduction-why:(?P<id>\d{1,18}):(?P<reason>far|themes|time|other)",
):
    """Why not, for who wants to tell; the other never sees it."""

    def __init__(self, id_: int, reason: str, label: str = "") -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label[:80] or "-", custom_id=f"introduction-why:{id_}:{reason}"
        )
        super().__init__(button)
        self.id_, self.reason = id_, reason

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(int(match["id"]), match["reason"])

    async def press(self, interaction: Interaction) -> None:
        """Note it."""
        person = await attend(interaction)
        introductions = interaction.client.services.matching.introductions
        await introductions.explain(person, self.id_, self.reason)
        await reply(interaction, say(interaction, "matching-reason-noted", reason=self.reason))


class AgainButton(NumberButton, Button, template=numbered("introduction-contact")):
    """See the contact after both said yes, and before that how it stands."""

    noun = "introduction-contact"

    async def press(self, interaction: Interaction) -> None:
        """Show it to one of the two."""
        person = await attend(interaction)
        services = interaction.client.services
        found = await services.matching.introductions.answer(person, self.id_)
        if isinstance(found, ContactShared):
            text = contact_text(services, found, language_for(interaction))
        else:
            facts = {"other": shown(found.other, 80), "until": found.expires_at}
            text = say(interaction, "matching-answer", state=found.state, **facts)
        await reply(interaction, text)


def answer_view(services: Services, introduction_id: int, language: str) -> discord.ui.View:
    """Yes or no to a request."""
    text = services.texts.text
    view = discord.ui.View(timeout=None)
    view.add_item(YesButton(introduction_id, text("matching-yes-button", language)))
    view.add_item(NoButton(introduction_id, text("matching-no-button", language)))
    view.add_item(guard_button(services, "introduction", introduction_id, language))
    return view


def reach_field(interaction: Interaction, reach: str) -> discord.ui.Label[Any]:
    """How to be reached; kept to oneself until both said yes."""
    return discord.ui.Label(
        text=say(interaction, "matching-reach")[:45],
        description=say(interaction, "matching-reach-hint")[:100],
        component=discord.ui.TextInput(
            custom_id="reach",
            max_length=LONGEST_REACH,
            required=False,
            default=reach[:LONGEST_REACH] or None,
        ),
    )


def contact_text(services: Services, contact: ContactShared, language: str) -> str:
    """The contact of the other side, with what they chose to share."""
    text = services.texts.text
    lines = [
        text(
            "matching-agreed",
            language,
            mine=shown(contact.mine, 80),
            other=shown(contact.other, 80),
            name=shown(contact.name, 60),
            mention=f"<@{number(contact.identity)}>",
        )
    ]
    if contact.reach:
        lines.append(text("matching-agreed-reach", language, reach=shown(contact.reach, 200)))
    lines.append(text("matching-agreed-next", language))
    return "\n".join(lines)
