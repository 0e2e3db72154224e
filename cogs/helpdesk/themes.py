"""What a question is about, to be changed in one press by its asker and by staff."""

import re
from collections.abc import Sequence
from typing import Any, Final

import discord

from bot.services.helpdesk.around.theming import ThemeGuess
from cogs._client import Interaction, Services
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    attend,
    language_for,
    numbered,
    reply,
    say,
)

UNKNOWN: Final = "unknown"
GROUP: Final = "group-"


class ThemeSelect(
    SafeButton, discord.ui.DynamicItem[discord.ui.Select[Any]], template=numbered("question-theme")
):
    """The menu of themes: the guesses, "I do not know", and the headings of all themes."""

    def __init__(
        self, question_id: int, options: list[discord.SelectOption], label: str = ""
    ) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id=f"question-theme:{question_id}",
                placeholder=label[:150] or None,
                options=options,
            )
        )
        self.question_id = question_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ThemeSelect":
        """The menu behind a custom_id."""
        return cls(int(match["id"]), [discord.SelectOption(label="-", value="-")])

    async def press(self, interaction: Interaction) -> None:
        """Keep the theme, or show those under a heading."""
        picked = "".join(str(value) for value in (interaction.data or {}).get("values", []))
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        theming = services.answers.theming
        if picked.startswith(GROUP):
            await theming.guess(person, self.question_id)  # may they?
            themes = theming.of_group(picked.removeprefix(GROUP))
            options = [option(services.helpdesk.theme(one, language), one) for one in themes]
            label = say(interaction, "helpdesk-theme-pick")
            view = discord.ui.View(timeout=None)
            view.add_item(ThemeSelect(self.question_id, options, label))
            await reply(interaction, label, view)
            return
        chosen = () if picked == UNKNOWN else (picked,)
        await theming.judge(person, self.question_id, chosen)
        if not chosen:
            await reply(interaction, say(interaction, "helpdesk-theme-none"))
            return
        name = services.helpdesk.theme(picked, language)
        await reply(interaction, say(interaction, "helpdesk-theme-noted", theme=name))


class ThemeButton(NumberButton, Button, template=numbered("question-other-theme")):
    """Say what a question is about, from the card of staff."""

    noun = "question-other-theme"

    async def press(self, interaction: Interaction) -> None:
        """Show the menu with the guesses and how sure the bot was."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        guess = await services.answers.theming.guess(person, self.id_)
        view = discord.ui.View(timeout=None)
        view.add_item(guess_menu(services, guess, language))
        names = tuple(services.helpdesk.theme(theme, language) for theme in guess.themes)
        said = say(
            interaction,
            "helpdesk-theme-now",
            number=self.id_,
            themes=names or (say(interaction, "helpdesk-no-theme"),),
            judged=guess.is_judged,
        )
        await reply(interaction, said, view)


def guess_menu(services: Services, guess: ThemeGuess, language: str) -> ThemeSelect:
    """The menu with a chance below each guess."""
    text = services.texts.text
    options = [
        option(
            services.helpdesk.theme(theme, language),
            theme,
            text("helpdesk-theme-chance", language, percent=round(100 * chance)),
        )
        for theme, chance in guess.guesses
    ]
    return _menu(services, guess.question_id, options, language)


def theme_menu(
    services: Services, question_id: int, themes: Sequence[str], language: str
) -> ThemeSelect:
    """The menu below a reply: what the bot thinks first."""
    hint = services.texts.text("helpdesk-theme-guess", language)
    options = [option(services.helpdesk.theme(one, language), one, hint) for one in themes]
    return _menu(services, question_id, options, language)


def _menu(
    services: Services, question_id: int, first: list[discord.SelectOption], language: str
) -> ThemeSelect:
    text = services.texts.text
    rest = [option(text("helpdesk-theme-unknown-option", language), UNKNOWN)]
    rest += [
        option(
            text(
                "helpdesk-theme-group",
                language,
                group=group.name_en if language == "en" else group.name_nl,
            ),
            f"{GROUP}{group.id}",
        )
        for group in services.matching.content.groups
    ]
    return ThemeSelect(question_id, [*first, *rest][:25], text("helpdesk-theme-label", language))


def option(label: str, value: str, description: str = "") -> discord.SelectOption:
    """One line of a menu."""
    return discord.SelectOption(
        label=label[:100], value=value, description=description[:100] or None
    )
