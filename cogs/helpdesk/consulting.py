"""Advice of experts: staff choose whom to ask, the expert answers in private, staff use it."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.helpdesk import Advice
from bot.services.helpdesk.experts.consulting import LONGEST_ADVICE, LONGEST_ASKED
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
from cogs.alerts.following import picked_in
from cogs.helpdesk.replies import shown_lines
from cogs.helpdesk.routing import HelpStopButton
from cogs.helpdesk.staff.answering import open_form


async def consult(interaction: Interaction, question_id: int) -> None:
    """Show staff whom they can ask about a question."""
    person = await attend(interaction)
    experts = await interaction.client.services.consulting.experts(person, question_id)
    view = discord.ui.View(timeout=None)
    select: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=f"consult-pick:{question_id}",
        placeholder=say(interaction, "helpdesk-consult-pick")[:150],
        options=[
            discord.SelectOption(
                label=shown(one.name, 60)[:100] or str(one.id),
                value=str(one.id),
                description=say(interaction, _kind(is_contact=one.is_contact))[:100],
            )
            for one in experts.people
        ],
    )
    view.add_item(ExpertSelect(question_id, select))
    await reply(interaction, say(interaction, "helpdesk-consult-who", number=question_id), view)


class ExpertSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"consult-pick:(?P<id>\d{1,18})",
):
    """Whom to ask."""

    def __init__(self, question_id: int, select: discord.ui.Select[Any] | None = None) -> None:
        super().__init__(select or discord.ui.Select(custom_id=f"consult-pick:{question_id}"))
        self.question_id = question_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ExpertSelect":
        """The menu behind a custom_id."""
        return cls(int(match["id"]))

    async def press(self, interaction: Interaction) -> None:
        """Show the form, with the question as the expert would read it."""
        person = await person_of(interaction)
        experts = await interaction.client.services.consulting.experts(person, self.question_id)
        picked = next((int(one) for one in picked_in(interaction) if one.isdecimal()), 0)
        form = ConsultForm(interaction, self.question_id, picked, experts.text)
        await interaction.response.send_modal(form)


class ConsultForm(SafeModal):
    """What an expert reads, before it goes out."""

    pattern = re.compile(r"consult-form:(?P<question>\d{1,18}):(?P<expert>\d{1,18})")

    def __init__(
        self, interaction: Interaction, question_id: int, expert_id: int, text: str
    ) -> None:
        super().__init__(
            title=say(interaction, "helpdesk-consult-title", number=question_id),
            custom_id=f"consult-form:{question_id}:{expert_id}",
        )
        box = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, default=text, max_length=LONGEST_ASKED
        )
        self.add_item(field("text", say(interaction, "helpdesk-consult-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Ask the expert."""
        person = await attend(interaction)
        name = await interaction.client.services.consulting.ask(
            person, int(match["question"]), int(match["expert"]), str(values.get("text", ""))
        )
        await reply(interaction, say(interaction, "helpdesk-consult-sent", name=shown(name, 60)))


class AdviseButton(NumberButton, Button, template=numbered("expert-advise")):
    """An expert knows something."""

    noun = "expert-advise"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(AdviseForm(interaction, self.id_))


class AdviseForm(SafeModal):
    """The advice of an expert, and whether their name may stand with it."""

    pattern = re.compile(r"advise-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, consultation_id: int) -> None:
        super().__init__(
            title=say(interaction, "helpdesk-advise-title"),
            custom_id=f"advise-form:{consultation_id}",
        )
        box = discord.ui.TextInput(style=discord.TextStyle.paragraph, max_length=LONGEST_ADVICE)
        self.add_item(field("advice", say(interaction, "helpdesk-advise-label"), box))
        named: discord.ui.Select[Any] = discord.ui.Select(
            custom_id="named",
            required=False,
            min_values=0,
            options=[
                discord.SelectOption(
                    label=say(interaction, "helpdesk-advise-named")[:100], value="yes"
                )
            ],
        )
        label = say(interaction, "helpdesk-advise-name")[:45]
        self.add_item(discord.ui.Label(text=label, component=named))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Pass it on to staff."""
        person = await attend(interaction)
        await interaction.client.services.consulting.advise(
            person,
            int(match["id"]),
            str(values.get("advice", "")),
            named="yes" in values.get("named", []),
        )
        await reply(interaction, say(interaction, "helpdesk-advised"))


class DeclineButton(NumberButton, Button, template=numbered("expert-decline")):
    """An expert does not know it either."""

    noun = "expert-decline"

    async def press(self, interaction: Interaction) -> None:
        """Let staff know."""
        person = await attend(interaction)
        await interaction.client.services.consulting.decline(person, self.id_)
        await reply(interaction, say(interaction, "helpdesk-declined"))


class UseAdviceButton(NumberButton, Button, template=numbered("advice-use")):
    """Staff use the advice in their answer."""

    noun = "advice-use"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show the form for an answer, with the advice in it and where it comes from."""
        person = await person_of(interaction)
        services = interaction.client.services
        advice = await services.consulting.advice(person, self.id_)
        credit = credit_line(services, advice, advice.language)
        await open_form(interaction, advice.question_id, f"{advice.text}\n\n{credit}")


def _kind(*, is_contact: bool) -> str:
    return "helpdesk-expert-contact" if is_contact else "helpdesk-expert-resident"


def credit_line(services: Services, advice: Advice, language: str) -> str:
    """Whose advice it is: a resident or somebody of a group, by name only with their consent."""
    text = services.texts.text
    who = text(_kind(is_contact=advice.is_contact), language)
    name = shown(advice.name, 60)
    return text("helpdesk-advice-from", language, named=bool(name), name=name, who=who)


async def render_expert_question(services: Services, delivery: Delivery) -> Rendering:
    """The question to an expert in private, without who asked it."""
    consultation_id = int(delivery.facts["consultation"])
    advice = await services.consulting.look(consultation_id)
    text, language = services.texts.text, delivery.language
    if delivery.facts.get("edit_only"):
        state = "thanked" if advice.state == "answered" and advice.is_over else advice.state
        return Rendering(text(f"helpdesk-expert-{state}", language))
    question = shown_lines(str(delivery.facts["text"]))
    quoted = "\n".join(f"> {line}" for line in question.splitlines())

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(AdviseButton(consultation_id, text("helpdesk-advise-button", language)))
        view.add_item(DeclineButton(consultation_id, text("helpdesk-decline-button", language)))
        view.add_item(HelpStopButton(text("helpdesk-help-stop-button", language)))
        return view

    return Rendering(text("helpdesk-expert-asked", language, question=quoted), view=view)


async def render_advice(services: Services, delivery: Delivery) -> Rendering:
    """Advice that came back, for staff."""
    advice = await services.consulting.look(int(delivery.facts["consultation"]))
    text, language = services.texts.text, delivery.language
    head = text("helpdesk-advice-came", language, number=advice.question_id)
    lines = [f"> {line}" for line in shown_lines(advice.text).splitlines()]
    credit = credit_line(services, advice, language)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(UseAdviceButton(advice.id, text("helpdesk-advice-button", language)))
        return view

    return Rendering("\n".join([head, *lines, credit]), view=view)
