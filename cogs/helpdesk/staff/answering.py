"""Writing an answer: the form, the preview as the asker will see it, and sending."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.helpdesk import Draft
from bot.services.helpdesk.cards import LONGEST
from bot.services.helpdesk.posting import parts
from cogs._client import Client, Interaction
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    SafeModal,
    field,
    numbered,
    origin_of,
    person_of,
    say,
    shown,
)
from cogs.helpdesk.staff._place import renew, settle, view_of

MOST_FINDINGS = 4


class AnswerButton(NumberButton, Button, template=numbered("question-answer")):
    """Answer a question."""

    noun = "question-answer"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show the form, with who is writing too."""
        await open_form(interaction, self.id_)


async def open_form(interaction: Interaction, question_id: int, start: str = "") -> None:
    """The form for an answer, with a text to start from; else with what was kept of last time."""
    person = await person_of(interaction)
    begun = await interaction.client.services.answer_drafts.begin(person, question_id)
    form = AnswerForm(interaction, question_id, begun.seen, start or begun.kept)
    for name, minutes in begun.others:
        notice = say(interaction, "staffdesk-also-writing", name=shown(name, 60), minutes=minutes)
        form.add_item(discord.ui.TextDisplay(notice))
    await interaction.response.send_modal(form)


class AnswerForm(SafeModal):
    """The form for an answer; its id says how many answers its writer knows of."""

    pattern = re.compile(r"answer-form:(?P<id>\d{1,18})(?::(?P<seen>\d{1,6}))?")

    def __init__(
        self, interaction: Interaction, question_id: int, seen: int, start: str = ""
    ) -> None:
        super().__init__(
            title=say(interaction, "helpdesk-answer-title", number=question_id),
            custom_id=f"answer-form:{question_id}:{seen}",
        )
        self.add_item(_box(interaction, start))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it, and show it as the asker will see it."""
        person = await renew(interaction)
        draft = await interaction.client.services.answer_drafts.write(
            person,
            int(match["id"]),
            str(values.get("answer", "")),
            origin_of(interaction),
            seen=int(match["seen"]) if match["seen"] else None,
        )
        await preview(interaction, draft)


class DraftForm(SafeModal):
    """The form with the words of a draft, to change them."""

    pattern = re.compile(r"draft-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, draft: Draft) -> None:
        super().__init__(
            title=say(interaction, "helpdesk-answer-title", number=draft.question_id),
            custom_id=f"draft-form:{draft.id}",
        )
        self.add_item(_box(interaction, draft.text))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep the other words, and show them."""
        person = await renew(interaction)
        draft = await interaction.client.services.answer_drafts.change(
            person, int(match["id"]), str(values.get("answer", ""))
        )
        await preview(interaction, draft)


def _box(interaction: Interaction, start: str) -> discord.ui.Label[Any]:
    box: discord.ui.TextInput[Any] = discord.ui.TextInput(
        style=discord.TextStyle.paragraph, max_length=LONGEST, default=start[:LONGEST] or None
    )
    return field("answer", say(interaction, "helpdesk-answer-label"), box)


class SendButton(SafeButton, Button, template=r"draft-send:(?P<id>\d{1,18}):(?P<seen>\d{1,6})"):
    """Send a draft, knowing of so many answers."""

    def __init__(self, draft_id: int, seen: int, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-",
                style=discord.ButtonStyle.success,
                custom_id=f"draft-send:{draft_id}:{seen}",
            )
        )
        self.draft_id, self.seen = draft_id, seen

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "SendButton":
        """The button behind a custom_id."""
        return cls(int(match["id"]), int(match["seen"]))

    async def press(self, interaction: Interaction) -> None:
        """Send it, or show what came in since."""
        person = await renew(interaction)
        drafts = interaction.client.services.answer_drafts
        draft = await drafts.send(person, self.draft_id, self.seen)
        await preview(interaction, draft)


class ChangeDraftButton(NumberButton, Button, template=numbered("draft-change")):
    """Write it otherwise."""

    noun = "draft-change"

    async def press(self, interaction: Interaction) -> None:
        """Show the form with the words as they are."""
        person = await person_of(interaction)
        draft = await interaction.client.services.answer_drafts.look(person, self.id_)
        await interaction.response.send_modal(DraftForm(interaction, draft))


class ReviewButton(NumberButton, Button, template=numbered("draft-review")):
    """Let a colleague look at it first."""

    noun = "draft-review"

    async def press(self, interaction: Interaction) -> None:
        """Put it in the staff channel."""
        person = await renew(interaction)
        draft = await interaction.client.services.answer_drafts.reviews.ask(person, self.id_)
        await settle(
            interaction, say(interaction, "staffdesk-review-asked", number=draft.question_id)
        )


class DropButton(NumberButton, Button, template=numbered("draft-drop")):
    """Do not send it."""

    noun = "draft-drop"

    async def press(self, interaction: Interaction) -> None:
        """Throw it away."""
        person = await renew(interaction)
        await interaction.client.services.answer_drafts.drop(person, self.id_)
        await settle(interaction, say(interaction, "staffdesk-dropped"))


async def preview(interaction: Interaction, draft: Draft) -> None:
    """The draft as the asker will see it and what can be done with it; or that it is under way."""
    if draft.state == "sent":
        said = say(interaction, "helpdesk-you-answered", number=draft.question_id)
        await settle(interaction, said)
    elif draft.state == "dropped":
        await settle(interaction, say(interaction, "staffdesk-nobody", number=draft.question_id))
    else:
        text = await preview_text(interaction, draft)
        await settle(interaction, text, preview_view(interaction, draft))


async def preview_text(interaction: Interaction, draft: Draft) -> str:
    """First what came in since, then the answer exactly as it will arrive, then its measures."""
    newer = [
        say(
            interaction,
            "staffdesk-answered-since",
            name=shown(one.by, 60) or say(interaction, "helpdesk-no-name"),
            text=shown(one.text, 600),
        )
        for one in draft.newer
    ]
    head = say(interaction, "staffdesk-preview", clash=bool(newer), number=draft.question_id)
    seen = await as_asker_sees(interaction, draft)
    return "\n".join([*newer, head, seen, *finding_lines(interaction, draft)])


async def as_asker_sees(interaction: Interaction, draft: Draft) -> str:
    """The answer as the outbox will render it, each part."""
    client, pieces = interaction.client, parts(draft.text)
    texts: list[str] = []
    for number, piece in enumerate(pieces, start=1):
        delivery = Delivery(
            id=0,
            key="",
            kind="question-answer",
            facts={
                "question": draft.question_id,
                "text": piece,
                "by": draft.writer,
                "is_first": number == 1,
                "is_last": number == len(pieces),
            },
            target="",
            to_person=False,
            language=draft.language,
            edits=None,
            attempts=0,
            queued_at=client.services.clock.now(),
            looks=None,
        )
        rendering = await client.renderers["question-answer"](client.services, delivery)
        texts.append(rendering.text)
    return "\n\n".join(texts)


def finding_lines(interaction: Interaction, draft: Draft) -> list[str]:
    """What makes it hard to read, in small print; or that it is plain."""
    lines = [
        say(
            interaction,
            "staffdesk-plain",
            rule=one.rule,
            where=shown(one.where, 120),
            count=int(one.value),
        )
        for one in draft.findings[:MOST_FINDINGS]
    ]
    if not lines and draft.language == "nl":
        lines = [say(interaction, "staffdesk-plain", rule="fine", where="", count=0)]
    return lines


def preview_view(interaction: Interaction, draft: Draft) -> discord.ui.View:
    """Send, change, let a colleague look; with an answer of somebody else also: do not send."""
    clash = bool(draft.newer)
    send = say(interaction, "staffdesk-send-button", clash=clash)
    row: list[discord.ui.Item[Any]] = [
        SendButton(draft.id, draft.seen, send),
        ChangeDraftButton(draft.id, say(interaction, "staffdesk-change-button")),
    ]
    if clash:
        row.append(DropButton(draft.id, say(interaction, "staffdesk-drop-button")))
    row.append(ReviewButton(draft.id, say(interaction, "staffdesk-review-button")))
    return view_of(row)


def typed_clash(client: Client, draft: Draft, language: str) -> tuple[str, discord.ui.View]:
    """What is said under a typed answer when a colleague answered since."""
    text = client.services.texts.text
    newer = "\n".join(
        text(
            "staffdesk-answered-since",
            language,
            name=shown(one.by, 60) or text("helpdesk-no-name", language),
            text=shown(one.text, 600),
        )
        for one in draft.newer
    )
    row: list[discord.ui.Item[Any]] = [
        SendButton(draft.id, draft.seen, text("staffdesk-send-button", language, clash=True)),
        ChangeDraftButton(draft.id, text("staffdesk-change-button", language)),
        DropButton(draft.id, text("staffdesk-drop-button", language)),
    ]
    return f"{newer}\n{text('staffdesk-typed-clash', language)}", view_of(row)
