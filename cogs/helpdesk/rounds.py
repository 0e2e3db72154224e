"""The list of a morning, the message about questions that are late, and their buttons."""

from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.helpdesk.days.rounds import Waiting
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, NumberButton, number, numbered, reply, say, shown
from cogs.helpdesk.staff.listing import open_card

SHOWN = 45
"""Characters of a question in a list: 25 lines fit in one message."""
LONGEST = 1900


class OpenCardButton(NumberButton, Button, template=numbered("card-open")):
    """Open the card of a question from a list."""

    noun = "card-open"

    async def press(self, interaction: Interaction) -> None:
        """Show how the question stands now, with its buttons, and where its card is."""
        await open_card(interaction, self.id_)
        source = await interaction.client.services.rounds.card_of(self.id_)
        where = await interaction.client.services.setup.message_of(source)
        if where is not None and interaction.guild is not None:
            place, message = (number(one) for one in where)
            url = f"https://discord.com/channels/{interaction.guild.id}/{place}/{message}"
            await reply(interaction, say(interaction, "helpdesk-card-link", url=url))


async def render_round(services: Services, delivery: Delivery) -> Rendering:
    """All questions that wait, on a working morning."""
    waiting = await services.rounds.waiting(delivery.facts["questions"])
    more = int(delivery.facts["more"])
    head = services.texts.text("helpdesk-round", delivery.language, count=len(waiting) + more)
    return _list(services, delivery, head, waiting)


async def render_late(services: Services, delivery: Delivery) -> Rendering:
    """Questions whose goal passed; mentions the roles of staff when the community wants that."""
    waiting = await services.rounds.waiting(delivery.facts["questions"])
    head = services.texts.text("helpdesk-late", delivery.language, count=len(waiting))
    roles = tuple(number(role) for role in delivery.facts["roles"])
    if roles:
        head = f"{' '.join(f'<@&{role}>' for role in roles)} {head}"
    return _list(services, delivery, head, waiting, roles)


def _list(
    services: Services,
    delivery: Delivery,
    head: str,
    waiting: tuple[Waiting, ...],
    roles: tuple[int, ...] = (),
) -> Rendering:
    text, language = services.texts.text, delivery.language
    more = int(delivery.facts["more"])
    last = text("helpdesk-round-more", language, count=more) if more else ""
    lines = [head]
    for one in waiting:
        line = _line(services, language, one)
        if len("\n".join([*lines, line, last])) > LONGEST:
            line = text("helpdesk-round-short", language, number=one.id, late=one.is_late)
        lines.append(line)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        for one in waiting:
            label = text("helpdesk-open-button", language, number=one.id)
            view.add_item(OpenCardButton(one.id, label))
        return view

    return Rendering("\n".join([*lines, last]).strip(), view=view, roles=roles)


def _line(services: Services, language: str, one: Waiting) -> str:
    text = services.texts.text
    said: dict[str, Any] = {
        "number": one.id,
        "late": one.is_late,
        "by": shown(one.by, 30) or "-",
        "taken": bool(one.by),
        "text": shown(one.text, SHOWN),
    }
    key = "helpdesk-round-referral" if one.has_referral else "helpdesk-round-line"
    return text(key, language, **said)
