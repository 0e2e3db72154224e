"""Questions that everybody reads: put there by the bot, moved to private, or taken back."""

import discord

from bot.outbox import Delivery
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, NumberButton, attend, numbered, reply, say, shown

LONGEST = 1800
"""Characters of a question in a message; the number and the name stand above it."""


class PrivateButton(NumberButton, Button, template=numbered("go-private")):
    """Go on in private messages."""

    noun = "go-private"

    async def press(self, interaction: Interaction) -> None:
        """Move the answer, and tell what still stands in public."""
        person = await attend(interaction)
        services = interaction.client.services
        moved = await services.helpdesk.go_private(person, self.id_)
        if not moved:
            await reply(interaction, say(interaction, "helpdesk-private-already"))
            return
        found = await services.own.one(person, self.id_)
        await reply(
            interaction,
            say(interaction, "helpdesk-gone-private", own_message=found.is_typed),
        )


async def render_posted(services: Services, delivery: Delivery) -> Rendering:
    """A question that the bot puts in the help channel, as a post where that is a forum."""
    card = await services.staffdesk.card(int(delivery.facts["question"]))
    text, language = services.texts.text, delivery.language
    if not card.text:
        return Rendering(text("helpdesk-unsaid", language), title=text("helpdesk-unsaid", language))
    asker = shown(card.asker, 60) or text("helpdesk-anonymous", language)
    lines = "\n".join(f"> {shown(line, LONGEST)}" for line in card.text.splitlines())
    said = text("helpdesk-post", language, number=card.id, asker=asker)
    return Rendering(f"{said}\n{lines}"[:LONGEST], title=shown(card.text, 90))


async def render_known(services: Services, delivery: Delivery) -> Rendering:
    """The line under a question that was asked a moment ago too."""
    found = await services.helpdesk.reply_of(int(delivery.facts["question"]))
    text = services.texts.text(
        "helpdesk-known",
        delivery.language,
        number=found.question_id,
        waits=found.waits_for_staff,
    )
    return Rendering(text, reply_to=delivery.facts.get("reply_to"))


async def render_withdrawn(services: Services, delivery: Delivery) -> Rendering:
    """What stays of a message of ours about a question that was taken back."""
    text, language, facts = services.texts.text, delivery.language, delivery.facts
    said = "\n".join(shown(line, 1500) for line in str(facts.get("text", "")).splitlines())
    if said and facts.get("is_first", True):
        name = shown(str(facts.get("by", "")), 60) or text("helpdesk-no-name", language)
        said = text("helpdesk-unsaid-answer", language, name=name, answer=said)
    gone = text("helpdesk-unsaid", language)
    return Rendering(said or gone, view=discord.ui.View, title="" if said else gone)
