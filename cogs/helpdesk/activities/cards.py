"""How an activity reads: for everybody, for staff who look first, and in a list."""

from collections.abc import Sequence

import discord

from bot.calendar_files import Appointment, calendar_file
from bot.outbox import Delivery
from bot.services.helpdesk import Activity, ActivityState
from bot.untrusted import clean
from cogs._client import Services
from cogs._sender import Rendering
from cogs._ui import shown
from cogs.helpdesk.activities.buttons import (
    ActivityCancelButton,
    ActivityPostButton,
    ActivityRefuseButton,
)


def activity_text(services: Services, activity: Activity, language: str) -> str:
    """The whole announcement; everybody may come, always."""

    def line(key: str, **facts: object) -> str:
        return services.texts.text(key, language, **facts)

    at, until = activity.starts_at, activity.ends_at
    lines = [f"**{shown(activity.title)}**"]
    if activity.state is ActivityState.CANCELLED:
        lines.append(line("activities-gone"))
    when = "activities-when" if until is None else "activities-when-until"
    lines += [line(when, at=at, until=until), line("activities-where", place=shown(activity.place))]
    lines.append(clean(activity.about, max_length=900))
    if activity.group:
        lines.append(line("activities-from", group=shown(activity.group)))
    if activity.link:
        lines.append(line("activities-more", link=f"<{activity.link}>"))
    return "\n".join([*lines, line("activities-everybody")])


def coming_lines(services: Services, coming: Sequence[Activity], language: str) -> list[str]:
    """What is coming, a line each, and that everybody may come."""
    text = services.texts.text
    if not coming:
        return [text("activities-none", language)]
    lines = [text("activities-coming", language)]
    lines += [
        text(
            "activities-line",
            language,
            title=shown(activity.title),
            at=activity.starts_at,
            place=shown(activity.place),
        )
        for activity in coming
    ]
    return ["\n".join(lines), text("activities-everybody", language)]


async def render_activity(services: Services, delivery: Delivery) -> Rendering:
    """The announcement with a file for the calendar; later on that it does not go on."""
    activity = await services.activities.look(int(delivery.facts["activity"]))
    language = delivery.language

    def appointment() -> bytes:
        everybody = services.texts.text("activities-everybody", language)
        planned = Appointment(
            f"activity-{activity.id}@bewonersbot",
            activity.starts_at,
            activity.title,
            "\n".join(filter(None, (activity.about, activity.link, everybody))),
            until=activity.ends_at,
            place=activity.place,
        )
        return calendar_file(planned, now=services.clock.now())

    return Rendering(
        activity_text(services, activity, language),
        picture=appointment,
        alt=services.texts.text("activities-file-alt", language),
        file_name=services.texts.text("activities-file", language),
        title=activity.title,
        publish=True,
    )


async def render_card(services: Services, delivery: Delivery) -> Rendering:
    """What staff look at first: the announcement, and what they can do with it."""
    activity = await services.activities.look(int(delivery.facts["activity"]))
    language = delivery.language
    head = services.texts.text("activities-card", language, state=activity.state.value)
    text = f"{activity_text(services, activity, language)}\n-# {head}"
    return Rendering(text, view=lambda: deciding(services, activity, language))


def deciding(services: Services, activity: Activity, language: str) -> discord.ui.View:
    """The buttons with which staff decide."""
    text = services.texts.text
    view = discord.ui.View(timeout=None)
    if activity.state is ActivityState.PROPOSED:
        view.add_item(ActivityPostButton(activity.id, text("activities-post-button", language)))
        view.add_item(ActivityRefuseButton(activity.id, text("activities-refuse-button", language)))
    elif activity.state is ActivityState.POSTED:
        view.add_item(ActivityCancelButton(activity.id, text("activities-cancel-button", language)))
    return view


async def render_told(services: Services, delivery: Delivery) -> Rendering:
    """What staff decided, for who announced it."""
    activity = await services.activities.look(int(delivery.facts["activity"]))
    return Rendering(
        services.texts.text(
            "activities-told",
            delivery.language,
            title=shown(activity.title),
            state=activity.state.value,
        )
    )
