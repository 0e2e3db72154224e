"""Choosing a moment to meet, each with one press, and telling whether the meeting helped."""

import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Self

import discord

from bot.calendar_files import Appointment, calendar_file
from bot.services.matching import MeetingView
from cogs._client import Interaction, Services
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    SafeModal,
    attend,
    field,
    language_for,
    numbered,
    person_of,
    reply,
    say,
)
from cogs.matching.meeting.cards import moments_text, names_of, short_moment

CANS = ("yes", "maybe", "no")
STYLES = {
    "yes": discord.ButtonStyle.success,
    "maybe": discord.ButtonStyle.secondary,
    "no": discord.ButtonStyle.danger,
}
ROW_OF_REST = 3


class CanButton(
    SafeButton,
    Button,
    template=r"meeting-can:(?P<id>\d{1,18}):(?P<at>\d{1,11}):(?P<can>yes|maybe|no)",
):
    """Whether one can come at a moment; the moment is seconds since 1970."""

    def __init__(
        self, meeting_id: int, at: int, can: str, label: str = "", row: int | None = None
    ) -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label[:80] or "-",
            style=STYLES[can],
            custom_id=f"meeting-can:{meeting_id}:{at}:{can}",
            row=row,
        )
        super().__init__(button)
        self.meeting_id, self.at, self.can = meeting_id, at, can

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(int(match["id"]), int(match["at"]), match["can"])

    async def press(self, interaction: Interaction) -> None:
        """Note it, and show how it stands."""
        person = await attend(interaction)
        at = datetime.fromtimestamp(self.at, UTC)
        meeting = await interaction.client.services.matching.meetings.react(
            person, self.meeting_id, at, self.can
        )
        lines = [say(interaction, "meeting-noted", at=at, can=self.can)]
        view = discord.ui.View(timeout=None)
        add_rest(interaction.client.services, view, meeting, language_for(interaction))
        if meeting.fit is not None:
            lines.append(say(interaction, "meeting-fits", at=meeting.fit))
        elif meeting.is_hopeless:
            lines.append(say(interaction, "meeting-hopeless"))
        await reply(interaction, "\n".join(lines), view if meeting.fit else None)


class PlanButton(SafeButton, Button, template=r"meeting-plan:(?P<id>\d{1,18}):(?P<at>\d{1,11})"):
    """Settle on the moment that suits everybody."""

    def __init__(self, meeting_id: int, at: int, label: str = "", row: int | None = None) -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label[:80] or "-",
            style=discord.ButtonStyle.primary,
            custom_id=f"meeting-plan:{meeting_id}:{at}",
            row=row,
        )
        super().__init__(button)
        self.meeting_id, self.at = meeting_id, at

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(int(match["id"]), int(match["at"]))

    async def press(self, interaction: Interaction) -> None:
        """Do it."""
        person = await attend(interaction)
        at = datetime.fromtimestamp(self.at, UTC)
        await interaction.client.services.matching.meetings.plan(person, self.meeting_id, at)
        services, language = interaction.client.services, language_for(interaction)
        view = planned_view(services, self.meeting_id, language)
        await reply(interaction, say(interaction, "meeting-you-planned", at=at), view)


class OtherForm(SafeModal):
    """Up to three other moments, in words."""

    pattern = re.compile(r"meeting-other-form:(?P<id>\d{1,18})")

    def __init__(
        self, interaction: Interaction, meeting_id: int, proposed: tuple[datetime, ...]
    ) -> None:
        super().__init__(
            title=say(interaction, "meeting-other-title"),
            custom_id=f"meeting-other-form:{meeting_id}",
        )
        services, language = interaction.client.services, language_for(interaction)
        for place in range(3):
            default = (
                short_moment(services, proposed[place], language) if place < len(proposed) else None
            )
            box: discord.ui.TextInput[Any] = discord.ui.TextInput(
                max_length=60, required=place == 0, default=default
            )
            label = say(interaction, "meeting-other-moment", number=place + 1)
            self.add_item(field(f"moment{place}", label, box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Propose them."""
        person = await attend(interaction)
        texts = [str(values.get(f"moment{place}", "")) for place in range(3)]
        services = interaction.client.services
        meeting = await services.matching.meetings.propose(person, int(match["id"]), texts)
        language = language_for(interaction)
        text = (
            f"{say(interaction, 'meeting-proposed')}\n\n{moments_text(services, meeting, language)}"
        )
        await reply(interaction, text, moments_view(services, meeting, language))


class OtherButton(NumberButton, Button, template=numbered("meeting-other")):
    """Propose other moments."""

    noun = "meeting-other"

    async def press(self, interaction: Interaction) -> None:
        """Show the form, with further evenings filled in."""
        person = await person_of(interaction)
        proposed = await interaction.client.services.matching.meetings.suggest(person, self.id_)
        await interaction.response.send_modal(OtherForm(interaction, self.id_, proposed))


class MomentsButton(NumberButton, Button, template=numbered("meeting-moments")):
    """See the moments of a meeting, and choose."""

    noun = "meeting-moments"

    async def press(self, interaction: Interaction) -> None:
        """Show them to who takes part."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        meeting = await services.matching.meetings.open_one(person, self.id_)
        text = moments_text(services, meeting, language)
        await reply(interaction, text, moments_view(services, meeting, language))


class CalendarButton(NumberButton, Button, template=numbered("meeting-calendar")):
    """The appointment as a file."""

    noun = "meeting-calendar"

    async def press(self, interaction: Interaction) -> None:
        """Give it to who takes part."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        meeting = await services.matching.meetings.open_one(person, self.id_)
        if meeting.planned_at is None:
            text = moments_text(services, meeting, language)
            await reply(interaction, text, moments_view(services, meeting, language))
            return
        title = say(interaction, "meeting-calendar-title", names=names_of(meeting))
        about = say(interaction, "meeting-calendar-about")
        uid = f"meeting-{meeting.id}@bewonersbot"
        planned = Appointment(uid, meeting.planned_at, title, about)
        data = calendar_file(planned, now=services.clock.now())
        name = say(interaction, "meeting-calendar-file")
        file = discord.File(io.BytesIO(data), f"{name}.ics", description=title[:1024])
        await reply(interaction, say(interaction, "meeting-calendar-here"), files=[file])


class HelpedButton(
    SafeButton, Button, template=r"meeting-helped:(?P<id>\d{1,18}):(?P<helped>yes|not-yet|no)"
):
    """Whether the meeting helped; only ever counted."""

    def __init__(self, meeting_id: int, helped: str, label: str = "") -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label[:80] or "-", custom_id=f"meeting-helped:{meeting_id}:{helped}"
        )
        super().__init__(button)
        self.meeting_id, self.helped = meeting_id, helped

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(int(match["id"]), match["helped"])

    async def press(self, interaction: Interaction) -> None:
        """Note it."""
        person = await attend(interaction)
        meetings = interaction.client.services.matching.meetings
        await meetings.note_help(person, self.meeting_id, self.helped)
        await reply(interaction, say(interaction, "meeting-helped-thanks", helped=self.helped))


def moments_view(services: Services, meeting: MeetingView, language: str) -> discord.ui.View:
    """Three presses for each moment that is still to come, and what can be done with them all."""
    view = discord.ui.View(timeout=None)
    now = services.clock.now()
    if meeting.planned_at is None:
        for place, moment in enumerate(meeting.moments[:ROW_OF_REST], start=1):
            if moment > now:
                for can in CANS:
                    label = services.texts.text("meeting-can", language, number=place, can=can)
                    at = int(moment.timestamp())
                    view.add_item(CanButton(meeting.id, at, can, label, place - 1))
    add_rest(services, view, meeting, language)
    return view


def add_rest(
    services: Services, view: discord.ui.View, meeting: MeetingView, language: str
) -> None:
    """Settling on the moment that suits everybody, and proposing others."""
    text = services.texts.text
    if meeting.planned_at is None and meeting.fit is not None:
        moment = short_moment(services, meeting.fit, language)
        label = text("meeting-plan-button", language, moment=moment)
        at = int(meeting.fit.timestamp())
        view.add_item(PlanButton(meeting.id, at, label, ROW_OF_REST))
    if meeting.planned_at is not None:
        calendar = CalendarButton(meeting.id, text("meeting-calendar-button", language))
        calendar.row = ROW_OF_REST
        view.add_item(calendar)
    other = OtherButton(meeting.id, text("meeting-other-button", language))
    other.row = ROW_OF_REST
    view.add_item(other)


def planned_view(services: Services, meeting_id: int, language: str) -> discord.ui.View:
    """For the calendar, or another moment after all."""
    text = services.texts.text
    view = discord.ui.View(timeout=None)
    view.add_item(CalendarButton(meeting_id, text("meeting-calendar-button", language)))
    view.add_item(OtherButton(meeting_id, text("meeting-other-button", language)))
    return view


def helped_view(services: Services, meeting_id: int, language: str) -> discord.ui.View:
    """Yes, not yet, or no."""
    view = discord.ui.View(timeout=None)
    for helped in ("yes", "not-yet", "no"):
        label = services.texts.text("meeting-helped-button", language, helped=helped)
        view.add_item(HelpedButton(meeting_id, helped, label))
    return view
