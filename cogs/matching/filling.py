"""All else that a profile can tell, by subject, each of which may stay empty."""

import re
from collections.abc import Mapping
from typing import Any, Final

import discord

from bot.errors import NotFound
from bot.people import Person
from bot.services.matching import LONGEST_ALT, MOST_LINKS, MOST_THEMES, CollectiveCard
from cogs._client import Interaction
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    SafeModal,
    attend,
    language_for,
    numbered,
    person_of,
    reply,
    say,
)
from cogs._uploads import file_field, uploaded
from cogs.matching.cards import card_text, named, option, picture_of, theme_options
from cogs.matching.editing import ExchangeForm, ProfileForm, text_field

MENUS: Final = (
    "context", "phase", "motives", "methods", "legal_form", "languages", "members", "precision",
)  # fmt: skip
"""Subjects that are one menu, named as in the service."""
FORMS: Final = ("words", "exchange", "links", "picture")
SUBJECTS: Final = ("exchange", "themes", *MENUS, "links", "picture", "words")
TEXTS: Final = {"languages": "language", "members": "members", "precision": "precision"}
"""Menus whose lines are in the texts, with the beginning of their keys."""


class FacetSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=rf"collective-(?P<kind>groups|themes|{'|'.join(MENUS)}):(?P<id>\d{{1,18}})",
):
    """A menu of a profile; nothing chosen takes away what was there."""

    def __init__(
        self,
        collective_id: int,
        kind: str,
        options: list[discord.SelectOption],
        label: str = "",
        most: int = 1,
    ) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id=f"collective-{kind}:{collective_id}",
                placeholder=label[:150] or None,
                options=options,
                min_values=1 if kind in ("groups", "precision") else 0,
                max_values=min(most, len(options)),
            )
        )
        self.collective_id, self.kind = collective_id, kind

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "FacetSelect":
        """The menu behind a custom_id."""
        nothing = [discord.SelectOption(label="-", value="-")]
        return cls(int(match["id"]), match["kind"], nothing)

    async def press(self, interaction: Interaction) -> None:
        """Store what was picked, or show the themes of the groups that were picked."""
        from cogs.matching.making import OTHER, show_stored

        picked = [str(value) for value in (interaction.data or {}).get("values", [])]
        person = await attend(interaction)
        profiles = interaction.client.services.matching.profiles
        if self.kind == "groups" or OTHER in picked:
            card = (await profiles.propose(person, self.collective_id)).card
            await _show_themes(interaction, card, picked)
            return
        card = await profiles.put_facets(person, self.collective_id, **{self.kind: picked})
        await show_stored(interaction, person, card)


class SubjectSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"collective-subject:(?P<id>\d{1,18})",
):
    """What somebody wants to fill in."""

    def __init__(
        self, collective_id: int, options: list[discord.SelectOption], label: str = ""
    ) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id=f"collective-subject:{collective_id}",
                placeholder=label[:150] or None,
                options=options,
            )
        )
        self.collective_id = collective_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "SubjectSelect":
        """The menu behind a custom_id."""
        return cls(int(match["id"]), [discord.SelectOption(label="-", value="-")])

    async def press(self, interaction: Interaction) -> None:
        """Show the form or the menu of the subject."""
        picked = "".join(str(value) for value in (interaction.data or {}).get("values", []))
        if picked not in SUBJECTS:
            raise NotFound
        person = await person_of(interaction)
        profiles = interaction.client.services.matching.profiles
        card = (await profiles.propose(person, self.collective_id)).card
        if picked in FORMS:
            form = {"words": ProfileForm, "exchange": ExchangeForm, "links": LinksForm}
            await interaction.response.send_modal(form.get(picked, PictureForm)(interaction, card))
            return
        menu = (
            groups_menu(interaction, card)
            if picked == "themes"
            else _menu(interaction, card, picked)
        )
        view = discord.ui.View(timeout=None)
        view.add_item(menu)
        await reply(interaction, say(interaction, f"matching-pick-{picked}"), view)


class LinksForm(SafeModal):
    """The form for where a group is on the web."""

    pattern = re.compile(r"collective-links-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, card: CollectiveCard) -> None:
        super().__init__(
            title=say(interaction, "matching-subject-links"),
            custom_id=f"collective-links-form:{card.id}",
        )
        self.add_item(text_field(interaction, "links", 900, "\n".join(card.links), long=True))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Store them and show the group."""
        from cogs.matching.making import show_stored

        person = await attend(interaction)
        lines = str(values.get("links", "")).split()[:MOST_LINKS]
        profiles = interaction.client.services.matching.profiles
        card = await profiles.put_links(person, int(match["id"]), lines)
        await show_stored(interaction, person, card)


class PictureForm(SafeModal):
    """The form for a picture and the same in words."""

    pattern = re.compile(r"collective-picture-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, card: CollectiveCard) -> None:
        super().__init__(
            title=say(interaction, "matching-subject-picture"),
            custom_id=f"collective-picture-form:{card.id}",
        )
        label, hint = (
            say(interaction, f"matching-form-{one}") for one in ("picture", "picture-hint")
        )
        self.add_item(file_field("picture", label, hint))
        self.add_item(text_field(interaction, "alt", LONGEST_ALT, required=True))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep the picture and show the group."""
        from cogs.matching.making import show_stored

        person = await attend(interaction)
        data = await uploaded(interaction, values.get("picture"))
        pictures = interaction.client.services.matching.pictures
        card = await pictures.put(person, int(match["id"]), data or b"", str(values.get("alt", "")))
        await show_stored(interaction, person, card)


class NoPictureButton(NumberButton, Button, template=numbered("collective-no-picture")):
    """Take the picture of a group away."""

    noun = "collective-no-picture"

    async def press(self, interaction: Interaction) -> None:
        """Do it."""
        from cogs.matching.making import show_stored

        person = await attend(interaction)
        card = await interaction.client.services.matching.pictures.remove(person, self.id_)
        await show_stored(interaction, person, card)


async def show_more(interaction: Interaction, person: Person, collective_id: int) -> None:
    """A group as it stands, with all that can be filled in."""
    services, language = interaction.client.services, language_for(interaction)
    card = (await services.matching.profiles.propose(person, collective_id)).card
    text = f"{say(interaction, 'matching-more')}\n\n{card_text(services, card, language)}"
    files = await picture_of(services, card.picture_id)
    await reply(interaction, text, more_view(interaction, card), files)


def more_view(interaction: Interaction, card: CollectiveCard) -> discord.ui.View:
    """The menu of subjects, each saying whether it is filled in."""
    from cogs.matching.groups import MatchesButton

    filled = {
        "themes": card.themes,
        "exchange": (*card.offers, *card.needs),
        "picture": card.picture_id,
        "words": card.name,
        "precision": "" if card.precision == "place" else card.precision,
    }
    options = [
        option(
            say(interaction, f"matching-subject-{one}"),
            one,
            chosen=False,
            hint=say(interaction, "matching-filled-in")
            if filled.get(one, getattr(card, one, ""))
            else "",
        )
        for one in SUBJECTS
    ]
    view = discord.ui.View(timeout=None)
    view.add_item(SubjectSelect(card.id, options, say(interaction, "matching-pick-subject")))
    view.add_item(MatchesButton(card.id, say(interaction, "matching-matches-button")))
    if card.picture_id is not None:
        view.add_item(NoPictureButton(card.id, say(interaction, "matching-no-picture-button")))
    return view


def groups_menu(interaction: Interaction, card: CollectiveCard) -> FacetSelect:
    """The groups of themes, from which the themes follow."""
    content, language = interaction.client.services.matching.content, language_for(interaction)
    parents = {theme.parent for theme in content.themes if theme.id in card.themes}
    options = [
        option(
            group.name_en if language == "en" else group.name_nl,
            group.id,
            chosen=group.id in parents,
        )
        for group in content.groups
    ]
    return FacetSelect(card.id, "groups", options, say(interaction, "matching-pick-groups"), most=3)


async def _show_themes(interaction: Interaction, card: CollectiveCard, picked: list[str]) -> None:
    """The themes of these groups; without any group, the groups."""
    services, language = interaction.client.services, language_for(interaction)
    options = theme_options(services, picked, card.themes, language)
    view = discord.ui.View(timeout=None)
    if options:
        text = say(interaction, "matching-pick-themes", most=MOST_THEMES)
        view.add_item(FacetSelect(card.id, "themes", options, text, most=MOST_THEMES))
    else:
        text = say(interaction, "matching-pick-groups")
        view.add_item(groups_menu(interaction, card))
    await reply(interaction, text, view)


def _menu(interaction: Interaction, card: CollectiveCard, kind: str) -> FacetSelect:
    """The menu of one subject, with what was chosen before."""
    matching, language = interaction.client.services.matching, language_for(interaction)
    ids = matching.profiles.choices.of(kind)
    if kind in TEXTS:
        names = tuple(say(interaction, f"matching-{TEXTS[kind]}-{one}") for one in ids)
    else:
        names = named(matching, ids, language)
    now = getattr(card, kind)
    chosen = (now,) if isinstance(now, str) else now
    options = [
        option(name, one, chosen=one in chosen) for one, name in zip(ids, names, strict=True)
    ]
    label = say(interaction, f"matching-pick-{kind}")
    return FacetSelect(card.id, kind, options, label, most=matching.profiles.choices.most(kind))
