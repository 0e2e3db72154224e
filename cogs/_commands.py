"""The words of slash commands: Dutch at the base, English beside it, both from the texts files.

In the cogs a command is named in Dutch and described by a text key.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import discord
from discord import app_commands

from bot.rights import Action
from bot.texts import HOME, LANGUAGES, Texts

Translated = app_commands.Command | app_commands.Group | app_commands.ContextMenu
RIGHTS: Final[Mapping[str, Action | None]] = MappingProxyType(
    {
        "instellingen toon": Action.SETTINGS,
        "instellingen kanaal": Action.SETTINGS,
        "instellingen rollen": Action.SETTINGS,
        "instellingen taal": Action.SETTINGS,
        "instellingen tijden": Action.SETTINGS,
        "helpen": Action.ASK,
        "vraag stel": Action.ASK,
        "vraag mijn": Action.OWN_DATA,
        "Maak hier een vraag van": Action.ASK,
        "Dit is het antwoord": Action.FOLLOW_UP_ANSWER,
        "vragen": Action.SEE_QUESTION,
        "antwoorden": Action.HANDLE_QUESTION,
        "knelpunten": Action.SEE_SIGNALS,
        "helpdesk cijfers": Action.SEE_SIGNALS,
        "activiteit nieuw": Action.EDIT_COLLECTIVE,
        "activiteit lijst": Action.READ_PUBLIC,
        "artikel nieuw": Action.WRITE_ARTICLE,
        "artikel wijzig": Action.WRITE_ARTICLE,
        "artikel lijst": Action.WRITE_ARTICLE,
        "artikel trek-in": Action.WRITE_ARTICLE,
        "artikel versies": Action.WRITE_ARTICLE,
        "artikel terug": Action.WRITE_ARTICLE,
        "artikel zoekwoord": Action.WRITE_ARTICLE,
        "peiling nieuw": Action.START_QUICK_POLL,
        "peiling formulier": Action.START_QUICK_POLL,
        "peiling lijst": None,
        "peiling stop": Action.STOP_POLL,
        "collectief maak": None,
        "collectief wijzig": Action.EDIT_COLLECTIVE,
        "collectief toon": Action.READ_PUBLIC,
        "collectief contact": Action.EDIT_COLLECTIVE,
        "collectief overdragen": Action.EDIT_COLLECTIVE,
        "collectief pauze": Action.EDIT_COLLECTIVE,
        "collectief weer-meedoen": Action.EDIT_COLLECTIVE,
        "collectief stop": Action.EDIT_COLLECTIVE,
        "zoek": Action.READ_PUBLIC,
        "groepen": Action.READ_PUBLIC,
        "succes deel": None,
        "succes lijst": Action.READ_PUBLIC,
        "succes mijn": Action.OWN_DATA,
        "melding nieuw": Action.READ_PUBLIC,
        "melding lijst": Action.OWN_DATA,
        "groepenlijst dubbel": Action.HANDLE_QUESTION,
        "groepenlijst alleen": Action.HANDLE_QUESTION,
        "groepenlijst haal": Action.EXPORT_ALL,
        "groepenlijst breng": Action.IMPORT,
        "kringen": Action.READ_PUBLIC,
        "kring begin": Action.HANDLE_QUESTION,
        "kring vanaf": Action.HANDLE_QUESTION,
        "kennismakingen": Action.SEE_INTRODUCTION_STATUS,
        "koffieronde mee": Action.READ_PUBLIC,
        "koffieronde maak": Action.RUN_ROUNDS,
        "koffieronde stop": Action.RUN_ROUNDS,
        "koffieronde vooruit": Action.RUN_ROUNDS,
        "koffieronde cijfers": Action.RUN_ROUNDS,
        "beleidsbericht schrijf": Action.WRITE_ALERT,
        "beleidsbericht verder": Action.WRITE_ALERT,
        "beleidsbericht verbeter": Action.WRITE_ALERT,
        "beleidsbericht trek-in": Action.RETRACT_ALERT,
        "beleidsbericht lijst": Action.WRITE_ALERT,
        "klopt-dit": Action.READ_PUBLIC,
        "abonneren": Action.OWN_DATA,
        "afmelden": Action.OWN_DATA,
        "mijn-gegevens": Action.OWN_DATA,
        "vergeet-mij": Action.OWN_DATA,
        "privacy": None,
        "taal": None,
    }
)
"""The right behind each command, by its full name; None: everyone, also without a community.

The service asks for the right; a test tries each command here as somebody who lacks it.
"""

_ENGLISH = (discord.Locale.british_english, discord.Locale.american_english)


def language_choices() -> list[app_commands.Choice[str]]:
    """The languages to choose from, each in its own words; new ones, as `speak` fills them in."""
    return [app_commands.Choice(name=f"language-{one}", value=one) for one in LANGUAGES]


class Words(app_commands.Translator):
    """English names and descriptions for clients that read English."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The English words, or None to leave the Dutch ones."""
        if locale not in _ENGLISH:
            return None
        kinds = app_commands.TranslationContextLocation
        names = (kinds.command_name, kinds.group_name, kinds.parameter_name)
        key = string.message
        if context.location in names:  # that of a menu has spaces and a capital
            key = f"word-{key.lower().replace(' ', '-')}"
        known = key in self._texts.keys("en")
        return self._texts.text(key, "en") if known else None


def speak(tree: app_commands.CommandTree, texts: Texts) -> None:
    """Put the Dutch text in the place of every text key; the key stays for the translator."""
    for command in tree.walk_commands():
        _describe(command, texts)


def _describe(command: Translated, texts: Texts) -> None:
    if isinstance(command, app_commands.ContextMenu):
        return
    command.description = _dutch(command.description, texts)
    if isinstance(command, app_commands.Command):
        for parameter in command._params.values():  # noqa: SLF001 - there is no public setter
            parameter.description = app_commands.locale_str(str(parameter.description))
            key = parameter.description.message
            parameter.description = _Spoken(_dutch(key, texts), key)
            for choice in parameter.choices or ():
                choice.name = _dutch(choice.name, texts)


class _Spoken(app_commands.locale_str):
    """Dutch to show, with the key to translate from."""

    def __init__(self, shown: str, key: str) -> None:
        super().__init__(key)
        self._shown = shown

    def __str__(self) -> str:
        return self._shown


def _dutch(key: str, texts: Texts) -> str:
    return texts.text(key, HOME) if key in texts.keys(HOME) else key
