"""Help with writing: parts of articles with their source, and replies that staff use again."""

import re
from typing import Any, Final

import discord

from bot.search.passages import Passage
from bot.services.helpdesk import CannedReply
from bot.services.helpdesk.cards import LONGEST
from cogs._client import Interaction
from cogs._ui import SafeButton, attend, person_of, reply, say, shown
from cogs.helpdesk.staff._place import view_of
from cogs.helpdesk.staff.answering import open_form

SHOWN: Final = 450
"""Characters of a passage in the list; the form gets all of it."""


async def help_write(interaction: Interaction, question_id: int) -> None:
    """The three best parts of articles, and the replies to choose from."""
    person = await attend(interaction)
    services = interaction.client.services
    found = await services.answer_drafts.passages(person, question_id)
    canned = await services.canned_replies.all(person)
    lines = [say(interaction, "staffdesk-help", number=question_id, count=len(found))]
    lines += [_passage(interaction, one, place) for place, one in enumerate(found, start=1)]
    rows: list[list[discord.ui.Item[Any]]] = []
    if found:
        rows.append([_passage_menu(interaction, question_id, found)])
    if canned:
        rows.append([_canned_menu(interaction, question_id, canned)])
    await reply(interaction, "\n\n".join(lines), view_of(*rows))


def _passage(interaction: Interaction, passage: Passage, place: int) -> str:
    title = shown(passage.title, 120)
    return f"**{place}. {title}**\n{shown(passage.text, SHOWN)}\n{_source(interaction, passage)}"


def _source(interaction: Interaction, passage: Passage) -> str:
    """The source with the day on which it was looked at; as known now."""
    language = passage.language
    article = interaction.client.services.helpdesk.article(passage.article, language)
    if article is None:
        return ""
    return interaction.client.services.texts.text(
        "helpdesk-source",
        language,
        name=article.source_name,
        url=article.source_url,
        checked_on=article.checked_on,
    )


def _passage_menu(
    interaction: Interaction, question_id: int, found: tuple[Passage, ...]
) -> "StartSelect":
    options = [
        discord.SelectOption(label=f"{place}. {shown(one.title, 90)}", value=f"p{place}")
        for place, one in enumerate(found, start=1)
    ]
    return _menu(interaction, question_id, "passage", options)


def _canned_menu(
    interaction: Interaction, question_id: int, canned: tuple[CannedReply, ...]
) -> "StartSelect":
    options = [
        discord.SelectOption(label=shown(one.name, 100) or "-", value=f"c{one.id}")
        for one in canned
    ]
    return _menu(interaction, question_id, "canned", options)


def _menu(
    interaction: Interaction, question_id: int, what: str, options: list[discord.SelectOption]
) -> "StartSelect":
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=f"answer-start:{question_id}:{what}",
        placeholder=say(interaction, "staffdesk-start-from", what=what)[:150],
        options=options,
    )
    return StartSelect(question_id, what, menu)


class StartSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"answer-start:(?P<id>\d{1,18}):(?P<what>passage|canned)",
):
    """A text to start an answer from."""

    def __init__(
        self, question_id: int, what: str, select: discord.ui.Select[Any] | None = None
    ) -> None:
        custom_id = f"answer-start:{question_id}:{what}"
        super().__init__(select or discord.ui.Select(custom_id=custom_id))
        self.question_id, self.what = question_id, what

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "StartSelect":
        """The menu behind a custom_id."""
        return cls(int(match["id"]), match["what"])

    async def press(self, interaction: Interaction) -> None:
        """Open the form with that text in it."""
        values = [str(value) for value in (interaction.data or {}).get("values", [])]
        picked = re.fullmatch(r"([pc])(\d{1,18})", values[0]) if values else None
        number = int(picked[2]) if picked else 0
        person = await person_of(interaction)
        services = interaction.client.services
        if picked and picked[1] == "c":
            start = await services.canned_replies.fill(person, number, self.question_id)
            await open_form(interaction, self.question_id, start)
            return
        found = await services.answer_drafts.passages(person, self.question_id)
        if not 1 <= number <= len(found):
            await reply(interaction, say(interaction, "error-not-found"))
            return
        passage = found[number - 1]
        source = _source(interaction, passage)
        start = f"{passage.text[: LONGEST - len(source) - 2]}\n\n{source}"
        await open_form(interaction, self.question_id, start)
