"""Everything about a question, for one member of staff."""

from bot.services.helpdesk import Details
from cogs._client import Interaction, Services
from cogs._ui import attend, language_for, reply, say, shown


async def show_details(interaction: Interaction, question_id: int) -> None:
    """The whole question, its answers, and each step with notes."""
    person = await attend(interaction)
    services = interaction.client.services
    details = await services.staffdesk.look(person, question_id)
    text = details_text(services, language_for(interaction), details)
    await reply(interaction, text or say(interaction, "error-not-found"))


def details_text(services: Services, language: str, details: Details) -> str:
    """All of it, oldest first."""
    text, card = services.texts.text, details.card
    nobody = text("helpdesk-no-name", language)
    lines = [
        text(
            "staffdesk-details",
            language,
            number=card.id,
            asker=shown(card.asker, 60) or text("helpdesk-anonymous", language),
        ),
        f"> {shown(card.text, 2 * len(card.text) + 1)}",
    ]
    for one in details.history:
        who = text("staffdesk-the-asker", language) if one.is_asker else shown(one.by, 60)
        line = text(
            "staffdesk-happened",
            language,
            at=one.at,
            by=who or text("staffdesk-the-bot", language),
            what=text("staffdesk-step", language, step=one.step, other=one.other or 0),
        )
        lines.append(f"{line}\n> {shown(one.text, 1000)}" if one.text else line)
    for answer in details.answers:
        name = shown(answer.by, 60) or nobody
        lines.append(text("staffdesk-details-answer", language, name=name))
        lines.append(f"> {shown(answer.text, 2 * len(answer.text) + 1)}")
    return "\n".join(lines)
