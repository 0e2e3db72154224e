"""The messages of a meeting, in its thread or in a direct message each."""

from collections.abc import Callable

import discord

from bot.outbox import Delivery
from bot.services.matching import MeetingNotFound, MeetingView
from cogs._client import Services
from cogs._sender import Rendering
from cogs._ui import number, shown
from cogs.matching.guarding import guard_button
from cogs.matching.meeting.buttons import helped_view, moments_view, planned_view
from cogs.matching.meeting.cards import mention, moments_text, names_of, opening_text


async def render_opening(services: Services, delivery: Delivery) -> Rendering:
    """Who is who, why, and two questions; in a thread it calls those who meet."""
    try:
        known = await services.matching.meetings.acquaint(_meeting(delivery))
    except MeetingNotFound:
        return _over(services, delivery)
    language = delivery.language
    text = opening_text(services, known, language)

    def view() -> discord.ui.View:
        found = discord.ui.View(timeout=None)
        found.add_item(guard_button(services, "meeting", known.meeting.id, language))
        return found

    return Rendering(text, view=view, mentions=_called(delivery, known.meeting))


async def render_moments(services: Services, delivery: Delivery) -> Rendering:
    """The moments to choose from, with the buttons."""
    try:
        meeting = await services.matching.meetings.look(_meeting(delivery))
    except MeetingNotFound:
        return _over(services, delivery)
    text, language = moments_text(services, meeting, delivery.language), delivery.language
    return _calling(delivery, meeting, text, lambda: moments_view(services, meeting, language))


async def render_planned(services: Services, delivery: Delivery) -> Rendering:
    """A moment was settled on; it may have moved since."""
    return await _about_plan(services, delivery, "meeting-planned")


async def render_tomorrow(services: Services, delivery: Delivery) -> Rendering:
    """The day before."""
    return await _about_plan(services, delivery, "meeting-tomorrow")


async def _about_plan(services: Services, delivery: Delivery, key: str) -> Rendering:
    try:
        meeting = await services.matching.meetings.look(_meeting(delivery))
    except MeetingNotFound:
        return _over(services, delivery)
    language = delivery.language
    if meeting.planned_at is None:
        return await render_moments(services, delivery)
    facts = {"at": meeting.planned_at, "names": names_of(meeting)}
    text = services.texts.text(key, language, **facts)
    return _calling(delivery, meeting, text, lambda: planned_view(services, meeting.id, language))


async def render_alone(services: Services, delivery: Delivery) -> Rendering:
    """Nobody else takes part any more in what was planned for tomorrow."""
    return await _about_plan(services, delivery, "meeting-alone")


async def render_helped(services: Services, delivery: Delivery) -> Rendering:
    """The one question whether it helped."""
    try:
        meeting = await services.matching.meetings.look(_meeting(delivery))
    except MeetingNotFound:
        return _over(services, delivery)
    language = delivery.language
    text = services.texts.text("meeting-helped", language, names=names_of(meeting))
    return _calling(delivery, meeting, text, lambda: helped_view(services, meeting.id, language))


async def render_unreached(services: Services, delivery: Delivery) -> Rendering:
    """Somebody gets no direct messages: who writes first."""
    try:
        meeting = await services.matching.meetings.look(_meeting(delivery))
    except MeetingNotFound:
        return _over(services, delivery)
    closed = [one for one in meeting.guests if one.person_id == delivery.facts.get("person")]
    if not closed:
        return _over(services, delivery)
    facts = {"name": shown(closed[0].name, 60), "mention": mention(closed[0])}
    return Rendering(services.texts.text("meeting-unreached", delivery.language, **facts))


def _meeting(delivery: Delivery) -> int:
    return int(delivery.facts["meeting"])


def _calling(
    delivery: Delivery, meeting: MeetingView, text: str, view: Callable[[], discord.ui.View]
) -> Rendering:
    """A message that in a thread calls those who meet; a change of one calls nobody anew."""
    called = _called(delivery, meeting)
    if called and not delivery.facts.get("edit_only"):
        text = f"{' '.join(mention(one) for one in meeting.guests)}\n{text}"
    return Rendering(text, view=view, mentions=called)


def _called(delivery: Delivery, meeting: MeetingView) -> tuple[int, ...]:
    """Whom the message mentions: in a thread everybody, in a direct message nobody."""
    if delivery.to_person:
        return ()
    return tuple(number(one.identity) for one in meeting.guests if one.identity)


def _over(services: Services, delivery: Delivery) -> Rendering:
    return Rendering(services.texts.text("matching-introduction-over", delivery.language))
