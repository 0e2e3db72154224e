"""`/kennismakingen`: the own requests and meetings, and what can be done with each."""

from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.matching import Blocked, IntroductionView, MeetingFigures, MeetingView
from cogs._client import Client, Interaction
from cogs._ui import attend, reply, say, shown
from cogs.matching.answering import AgainButton, NoButton, YesButton
from cogs.matching.asking import WithdrawButton
from cogs.matching.guarding import unblock_button
from cogs.matching.meeting import MomentsButton
from cogs.matching.meeting.cards import names_of

MOST_BUTTONS = 25


class IntroductionsCog(commands.Cog):
    """`/kennismakingen`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="kennismakingen", description="command-kennismakingen")
    async def mine(self, interaction: Interaction) -> None:
        """What there is, with a button for what can be done; for staff also how it goes."""
        with self.client.busy():
            person, matching = await attend(interaction), self.client.services.matching
            views = await matching.introductions.mine(person)
            meetings = await matching.meetings.mine(person)
            blocked = await matching.safety.blocked(person)
            figures = await matching.figures.look(person)
            lines = [
                *_lines(interaction, views),
                *(_meeting_line(interaction, one) for one in meetings),
                *(
                    say(
                        interaction,
                        "guard-line",
                        own=shown(one.own, 80),
                        other=shown(one.other, 80),
                    )
                    for one in blocked
                ),
            ] or [say(interaction, "matching-none-introductions")]
            if figures is not None:
                lines += ["", *_figures(interaction, figures)]
            items = [*_items(interaction, views), *_more(interaction, meetings, blocked)]
            await reply(interaction, "\n".join(lines), _view_of(items))


def _lines(interaction: Interaction, views: tuple[IntroductionView, ...]) -> Iterator[str]:
    for one in views:
        yield say(
            interaction,
            "matching-line",
            number=one.id,
            mine=shown(one.mine, 80),
            other=shown(one.other, 80),
            asker=one.is_asker,
            state=say(interaction, f"matching-state-{one.state}", until=one.expires_at),
        )


def _meeting_line(interaction: Interaction, one: MeetingView) -> str:
    planned = one.planned_at
    key = "meeting-line" if planned is None else "meeting-line-planned"
    return say(interaction, key, names=names_of(one), at=planned or one.moments[0])


def _figures(interaction: Interaction, figures: MeetingFigures) -> Iterator[str]:
    yield say(
        interaction,
        "meeting-figures",
        asked=figures.asked,
        agreed=figures.agreed,
        meetings=figures.meetings,
        planned=figures.planned,
    )
    if not figures.helped:
        yield say(interaction, "meeting-figures-few")
        return
    counts = {name: figures.helped.get(name, 0) for name in ("yes", "not-yet", "no")}
    yield say(
        interaction,
        "meeting-figures-helped",
        yes=counts["yes"],
        later=counts["not-yet"],
        no=counts["no"],
    )


def _items(
    interaction: Interaction, views: tuple[IntroductionView, ...]
) -> Iterator[discord.ui.Item[Any]]:
    """What can be done with each request that waits or that both wanted."""
    for one in views:
        name = {"name": shown(one.other, 50)}
        if one.state == "asked" and one.is_asker:
            label = say(interaction, "matching-withdraw-named", **name)
            yield WithdrawButton(one.id, label)
        elif one.state == "asked":
            yield YesButton(one.id, say(interaction, "matching-yes-named", **name))
            yield NoButton(one.id, say(interaction, "matching-no-named", **name))
        elif one.state == "agreed":
            yield AgainButton(one.id, say(interaction, "matching-contact-named", **name))


def _more(
    interaction: Interaction, meetings: tuple[MeetingView, ...], blocked: tuple[Blocked, ...]
) -> Iterator[discord.ui.Item[Any]]:
    for one in meetings:
        name = " + ".join(names_of(one))[:50]
        yield MomentsButton(one.id, say(interaction, "meeting-moments-named", name=name))
    for block in blocked:
        yield unblock_button(interaction, block)


def _view_of(items: list[discord.ui.Item[Any]]) -> discord.ui.View | None:
    """A view with these, as many as fit."""
    if not items:
        return None
    view = discord.ui.View(timeout=None)
    for item in items[:MOST_BUTTONS]:
        view.add_item(item)
    return view
