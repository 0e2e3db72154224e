"""The messages of a circle."""

import discord

from bot.outbox import Delivery
from bot.services.matching import CircleNotFound, CircleView
from cogs._client import Services
from cogs._sender import Rendering
from cogs._ui import number, shown
from cogs.matching.cards import named
from cogs.matching.circles.buttons import JoinCircleButton, LeaveCircleButton

MOST_NAMES = 12


async def render_invitation(services: Services, delivery: Delivery) -> Rendering:
    """Do you want to be in a circle? Said once, and no is one press."""
    text, language = services.texts.text, delivery.language
    try:
        circle = await services.matching.circles.look(int(delivery.facts["circle"]))
    except CircleNotFound:
        return Rendering(text("circle-not-found", language))
    if circle.state == "closed":
        return Rendering(text("circle-not-found", language))

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(JoinCircleButton(circle.id, text("circle-join-button", language)))
        view.add_item(LeaveCircleButton(circle.id, text("circle-no-button", language)))
        return view

    lines = [text("circle-invitation", language, theme=theme_in(services, circle, language))]
    if circle.names:
        lines.append(text("circle-who", language, names=_names(circle)))
    lines.append(text("circle-invitation-foot", language))
    return Rendering("\n\n".join(lines), view=view)


async def render_opening(services: Services, delivery: Delivery) -> Rendering:
    """The first message in the thread: who is here, and two things to begin with."""
    text, language = services.texts.text, delivery.language
    circle = await services.matching.circles.look(int(delivery.facts["circle"]))
    theme = theme_in(services, circle, language)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(LeaveCircleButton(circle.id, text("circle-leave-button", language)))
        return view

    lines = [text("circle-opening", language, theme=theme)]
    if circle.names:
        lines.append(text("circle-who", language, names=_names(circle)))
    lines.append(text("circle-opening-foot", language))
    accounts = tuple(number(one) for one in circle.accounts)
    return Rendering("\n\n".join(lines), view=view, mentions=accounts)


async def render_closed(services: Services, delivery: Delivery) -> Rendering:
    """The last message in the thread."""
    return Rendering(services.texts.text("circle-closed", delivery.language))


def theme_in(services: Services, circle: CircleView, language: str) -> str:
    """The name of its theme."""
    return named(services.matching, (circle.theme,), language)[0]


def _names(circle: CircleView) -> str:
    return ", ".join(shown(name, 60) for name in circle.names[:MOST_NAMES])
