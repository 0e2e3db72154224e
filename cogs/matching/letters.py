"""The messages about a request to meet, for both sides and for staff."""

from bot.outbox import Delivery
from bot.services.matching import IntroductionNotFound
from cogs._client import Services
from cogs._sender import Rendering
from cogs._ui import shown
from cogs.matching.answering import answer_view
from cogs.matching.cards import card_text


async def render_request(services: Services, delivery: Delivery) -> Rendering:
    """The request, for each contact of the group that is asked; without buttons when it is over."""
    text, language = services.texts.text, delivery.language
    try:
        asked = await services.matching.introductions.look(
            int(delivery.facts["introduction"]), is_asker=False
        )
    except IntroductionNotFound:
        return Rendering(text("matching-introduction-over", language))
    names = {"mine": shown(asked.mine, 80), "other": shown(asked.other, 80)}
    if asked.state != "asked":
        return Rendering(text("matching-request-over", language, **names))
    lines = [
        text("matching-request", language, **names),
        card_text(services, asked.other_card, language),
    ]
    if asked.note:
        lines.append(text("matching-request-said", language, note=shown(asked.note, 300)))
    lines.append(text("matching-request-foot", language, until=asked.expires_at))
    return Rendering("\n\n".join(lines), view=lambda: answer_view(services, asked.id, language))


async def render_reminder(services: Services, delivery: Delivery) -> Rendering:
    """The one reminder, for each contact of the group that is asked."""
    text, language = services.texts.text, delivery.language
    try:
        asked = await services.matching.introductions.look(
            int(delivery.facts["introduction"]), is_asker=False
        )
    except IntroductionNotFound:
        return Rendering(text("matching-introduction-over", language))
    names = {"mine": shown(asked.mine, 80), "other": shown(asked.other, 80)}
    if asked.state != "asked":
        return Rendering(text("matching-request-over", language, **names))
    said = text("matching-reminder", language, until=asked.expires_at, **names)
    return Rendering(said, view=lambda: answer_view(services, asked.id, language))


async def render_unseen(services: Services, delivery: Delivery) -> Rendering:
    """For staff: a request waits for a group whose contacts get no direct messages."""
    name = await services.matching.profiles.name_of(int(delivery.facts["collective"]))
    return Rendering(
        services.texts.text("matching-staff-unseen", delivery.language, name=shown(name, 80))
    )


async def render_ended(services: Services, delivery: Delivery) -> Rendering:
    """The one neutral line after a request that nobody said yes to."""
    text = services.texts.text
    try:
        asked = await services.matching.introductions.look(
            int(delivery.facts["introduction"]), is_asker=True
        )
    except IntroductionNotFound:
        return Rendering(text("matching-introduction-over", delivery.language))
    return Rendering(text("matching-ended", delivery.language, other=shown(asked.other, 80)))


async def render_no_contact(services: Services, delivery: Delivery) -> Rendering:
    """For staff: somebody wants to meet a group that nobody here speaks for."""
    name = await services.matching.profiles.name_of(int(delivery.facts["collective"]))
    return Rendering(
        services.texts.text("matching-staff-no-contact", delivery.language, name=shown(name, 80))
    )
