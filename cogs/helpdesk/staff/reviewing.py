"""A draft in the staff channel, for a second pair of eyes."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

import discord

from bot.outbox import Delivery
from bot.services.helpdesk import Draft
from bot.services.helpdesk.posting import parts
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    SafeModal,
    attend,
    field,
    numbered,
    person_of,
    reply,
    say,
    shown,
)
from cogs.helpdesk.replies import shown_lines
from cogs.helpdesk.staff._place import view_of
from cogs.helpdesk.staff.answering import (
    ChangeDraftButton,
    as_asker_sees,
    finding_lines,
)

SHOWN: Final = 1000
"""Characters of a draft in the channel; the rest comes with one press."""


class _VersionButton(SafeButton):
    """A button about one version of a draft, pressed by who knows of so many answers."""

    noun: ClassVar[str]
    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.secondary

    def __init__(self, draft_id: int, version: int, seen: int, label: str = "") -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label[:80] or "-",
            style=self.style,
            custom_id=f"{self.noun}:{draft_id}:{version}:{seen}",
        )
        super().__init__(button)  # pyright: ignore[reportCallIssue] - DynamicItem is behind us
        self.draft_id, self.version, self.seen = draft_id, version, seen

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(int(match["id"]), int(match["version"]), int(match["seen"]))


def _versioned(noun: str) -> str:
    return rf"{noun}:(?P<id>\d{{1,18}}):(?P<version>\d{{1,6}}):(?P<seen>\d{{1,6}})"


class ApproveDraftButton(_VersionButton, Button, template=_versioned("draft-approve")):
    """It is right: send it."""

    noun = "draft-approve"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Send it under the name of its writer, unless somebody answered since."""
        person = await attend(interaction)
        drafts = interaction.client.services.answer_drafts
        draft = await drafts.reviews.approve(person, self.draft_id, self.version, self.seen)
        if draft.state == "review":
            text = "\n".join(since_lines(interaction.client.services, draft, person.language))
            label = say(interaction, "staffdesk-send-button", clash=True)
            anyway = ApproveDraftButton(draft.id, draft.version, draft.seen, label)
            await reply(interaction, text, view_of([anyway]))
            return
        key = "staffdesk-approved" if draft.state == "sent" else "staffdesk-nobody"
        await reply(interaction, say(interaction, key, number=draft.question_id))


class ReturnDraftButton(_VersionButton, Button, template=_versioned("draft-return")):
    """It is not right yet."""

    noun = "draft-return"

    async def press(self, interaction: Interaction) -> None:
        """Ask what should change."""
        person = await person_of(interaction)
        await interaction.client.services.answer_drafts.look(person, self.draft_id)
        form = ReturnForm(interaction, self.draft_id, self.version)
        await interaction.response.send_modal(form)


class ReadDraftButton(NumberButton, Button, template=numbered("draft-read")):
    """Read all of a long draft."""

    noun = "draft-read"

    async def press(self, interaction: Interaction) -> None:
        """Show it as the asker will see it."""
        person = await attend(interaction)
        draft = await interaction.client.services.answer_drafts.look(person, self.id_)
        lines = [await as_asker_sees(interaction, draft), *finding_lines(interaction, draft)]
        await reply(interaction, "\n".join(lines))


class ReturnForm(SafeModal):
    """What should change in a draft."""

    pattern = re.compile(r"draft-return-form:(?P<id>\d{1,18}):(?P<version>\d{1,6})")

    def __init__(self, interaction: Interaction, draft_id: int, version: int) -> None:
        super().__init__(
            title=say(interaction, "staffdesk-return-title"),
            custom_id=f"draft-return-form:{draft_id}:{version}",
        )
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=1000
        )
        self.add_item(field("remark", say(interaction, "staffdesk-return-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Give it back to its writer."""
        person = await attend(interaction)
        draft = await interaction.client.services.answer_drafts.reviews.give_back(
            person, int(match["id"]), int(match["version"]), str(values.get("remark", ""))
        )
        await reply(
            interaction, say(interaction, "staffdesk-returned", name=shown(draft.writer, 60))
        )


def since_lines(services: Services, draft: Draft, language: str) -> list[str]:
    """What colleagues answered since the draft was begun."""
    text = services.texts.text
    return [
        text(
            "staffdesk-answered-since",
            language,
            name=shown(one.by, 60) or text("helpdesk-no-name", language),
            text=shown(one.text, 600),
        )
        for one in draft.newer
    ]


async def render_draft(services: Services, delivery: Delivery) -> Rendering:
    """The draft of a colleague with its buttons; or what became of it."""
    draft = await services.answer_drafts.show(int(delivery.facts["draft"]))
    text, language = services.texts.text, delivery.language
    head = text(
        "staffdesk-draft",
        language,
        state="returned" if draft.remark else draft.state,
        number=draft.question_id,
        name=shown(draft.writer, 60) or text("helpdesk-no-name", language),
        remark=shown(draft.remark, 600),
    )
    lines = [head]
    if draft.state == "review":
        lines += [f"> {shown(draft.question, 300)}", *since_lines(services, draft, language)]
        lines.append(shown_lines(parts(draft.text, SHOWN)[0]))
        if len(parts(draft.text, SHOWN)) > 1:
            lines.append(text("staffdesk-draft-more", language))

    def view() -> discord.ui.View:
        change = ChangeDraftButton(draft.id, text("staffdesk-change-button", language))
        if draft.state == "kept":
            return view_of([change])
        if draft.state != "review":
            return view_of()
        which = (draft.id, draft.version, draft.seen)
        approve = ApproveDraftButton(*which, text("staffdesk-approve-button", language))
        back = ReturnDraftButton(*which, text("staffdesk-return-button", language))
        read = ReadDraftButton(draft.id, text("helpdesk-whole-button", language))
        return view_of([approve, back, change, read])

    return Rendering("\n".join(lines), view=view, reply_to=delivery.facts.get("reply_to"))
