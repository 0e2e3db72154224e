"""What a colleague reads when a question is given to them, and the button that opens its card."""

import discord

from bot.outbox import Delivery
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, NumberButton, numbered, shown
from cogs.helpdesk.staff._place import view_of
from cogs.helpdesk.staff.handing import SHOWN
from cogs.helpdesk.staff.listing import open_card


class OpenCardButton(NumberButton, Button, template=numbered("question-open")):
    """Open the card of a question, also in a private message."""

    noun = "question-open"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show the card as it is now, with everything that can be done."""
        await open_card(interaction, self.id_)


async def render_passed_on(services: Services, delivery: Delivery) -> Rendering:
    """Which question is theirs now: what was asked, the theme, and the button to open it."""
    card = await services.staffdesk.card(int(delivery.facts["question"]))
    text, language = services.texts.text, delivery.language
    themes = tuple(services.helpdesk.theme(theme, language) for theme in card.themes)
    said = text(
        "staffdesk-yours",
        language,
        number=card.id,
        themes=themes or (text("helpdesk-no-theme", language),),
    )
    label = text("staffdesk-open-button", language)
    return Rendering(
        f"{said}\n> {shown(card.text, SHOWN)}" if card.text else said,
        view=lambda: view_of([OpenCardButton(card.id, label)]),
    )
