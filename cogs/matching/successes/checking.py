"""Staff look at a success; who shared it reads what became of it; circles get it."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.matching import Success, SuccessNotFound
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    SafeModal,
    attend,
    field,
    language_for,
    numbered,
    reply,
    say,
    shown,
)
from cogs.matching.cards import theme_options
from cogs.matching.groups import ShowButton
from cogs.matching.successes.reading import success_text

MOST_THEMES = 3


class PublishSuccessButton(NumberButton, Button, template=numbered("success-publish")):
    """Let everybody read it."""

    noun = "success-publish"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Publish."""
        person = await attend(interaction)
        found = await interaction.client.services.matching.successes.publish(person, self.id_)
        await reply(interaction, say(interaction, "success-published", what=shown(found.what)))


class RefuseSuccessButton(NumberButton, Button, template=numbered("success-refuse")):
    """Say no, with a reason."""

    noun = "success-refuse"

    async def press(self, interaction: Interaction) -> None:
        """Show the form for the reason."""
        await interaction.response.send_modal(RefuseSuccessForm(interaction, self.id_))


class RefuseSuccessForm(SafeModal):
    """Why not."""

    pattern = re.compile(r"success-refuse-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, success_id: int) -> None:
        custom_id = f"success-refuse-form:{success_id}"
        super().__init__(title=say(interaction, "success-refuse-title"), custom_id=custom_id)
        text: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=300, required=True
        )
        self.add_item(field("reason", say(interaction, "success-refuse-reason"), text))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Refuse."""
        person = await attend(interaction)
        successes = interaction.client.services.matching.successes
        await successes.refuse(person, int(match["id"]), str(values.get("reason", "")))
        await reply(interaction, say(interaction, "success-refused-done"))


class SuccessThemeSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"success-(?P<kind>groups|themes):(?P<id>\d{1,18})",
):
    """What it is about: first the group of themes, then the themes."""

    def __init__(
        self,
        success_id: int,
        kind: str,
        options: list[discord.SelectOption],
        label: str = "",
    ) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id=f"success-{kind}:{success_id}",
                placeholder=label[:150] or None,
                options=options,
                max_values=min(MOST_THEMES, len(options)),
            )
        )
        self.success_id, self.kind = success_id, kind

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "SuccessThemeSelect":
        """The menu behind a custom_id."""
        nothing = [discord.SelectOption(label="-", value="-")]
        return cls(int(match["id"]), match["kind"], nothing)

    async def press(self, interaction: Interaction) -> None:
        """Show the themes of these groups, or keep what was picked."""
        picked = [str(value) for value in (interaction.data or {}).get("values", [])]
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        successes = services.matching.successes
        if self.kind == "themes":
            known = {theme.id for theme in services.matching.content.themes}
            chosen = tuple(one for one in picked if one in known)
            found = await successes.put_themes(person, self.success_id, chosen)
            await reply(interaction, success_text(services, found, language))
            return
        found = await successes.read(person, self.success_id)
        options = theme_options(services, picked, found.themes, language)
        if not options:
            raise SuccessNotFound
        view = discord.ui.View(timeout=None)
        label = say(interaction, "matching-pick-themes", most=MOST_THEMES)
        view.add_item(SuccessThemeSelect(found.id, "themes", options, label))
        await reply(interaction, label, view)


async def render_card(services: Services, delivery: Delivery) -> Rendering:
    """A success for staff; without buttons when the group took it back."""
    language = delivery.language
    try:
        found = await _found(services, delivery)
    except SuccessNotFound:
        return Rendering(services.texts.text("success-gone", language))
    state = services.texts.text(
        f"success-card-{found.state}", language, reason=shown(found.reason, 300)
    )
    parts = [state]
    if found.state != "withdrawn":
        parts.append(success_text(services, found, language))
    picture = await services.matching.pictures.find(found.picture_id) if found.picture_id else None
    return Rendering(
        "\n\n".join(parts),
        view=lambda: _view(services, found, language),
        picture=(lambda: picture.data) if picture else None,
        alt=picture.alt if picture else "",
    )


async def render_checked(services: Services, delivery: Delivery) -> Rendering:
    """What staff said, for who shared it."""
    language = delivery.language
    try:
        found = await _found(services, delivery)
    except SuccessNotFound:
        return Rendering(services.texts.text("success-gone", language))
    key = f"success-told-{found.state}"
    facts = {"what": shown(found.what), "reason": shown(found.reason, 300)}
    return Rendering(services.texts.text(key, language, **facts))


async def render_circle(services: Services, delivery: Delivery) -> Rendering:
    """A success in a circle."""
    language = delivery.language
    try:
        found = await _found(services, delivery)
    except SuccessNotFound:
        return Rendering(services.texts.text("success-gone", language))
    if found.state != "published":
        return Rendering(services.texts.text("success-gone", language))
    intro = services.texts.text("success-circle", language)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        if found.group_id is not None:
            label = services.texts.text("success-group-button", language)
            view.add_item(ShowButton(found.group_id, label))
        return view

    return Rendering(f"{intro}\n\n{success_text(services, found, language)}", view=view)


async def _found(services: Services, delivery: Delivery) -> Success:
    return await services.matching.successes.look(int(delivery.facts["success"]))


def _view(services: Services, found: Success, language: str) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    if found.state == "withdrawn":
        return view
    text, content = services.texts.text, services.matching.content
    groups = [
        discord.SelectOption(
            label=(group.name_en if language == "en" else group.name_nl)[:100], value=group.id
        )
        for group in content.groups
    ][:25]
    label = text("matching-pick-groups", language)
    view.add_item(SuccessThemeSelect(found.id, "groups", groups, label))
    if found.state != "published":
        view.add_item(PublishSuccessButton(found.id, text("success-publish-button", language)))
    if found.state != "refused":
        view.add_item(RefuseSuccessButton(found.id, text("success-refuse-button", language)))
    return view
