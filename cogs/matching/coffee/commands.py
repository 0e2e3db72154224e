"""`/koffieronde`: take part, and for staff begin, stop, look ahead and figures."""

from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.matching import CoffeeCard
from cogs._client import Client, Interaction
from cogs._ui import attend, language_for, reply, say, shown
from cogs.matching.cards import theme_choices
from cogs.matching.coffee.buttons import (
    JoinCoffeeButton,
    LeaveCoffeeButton,
    SkipCoffeeButton,
    name_of,
)
from cogs.matching.coffee.proofs import preview_text

MOST: Final = 8
LINES: Final = {
    "out": "coffee-line-out",
    "in": "coffee-line-in",
    "paused": "coffee-line-paused",
    "skips": "coffee-line-skips",
}
DAYS: Final = [app_commands.Choice(name=f"setup-weekday-{day}", value=day) for day in range(5)]


class CoffeeCog(commands.Cog):
    """`/koffieronde`."""

    group = app_commands.Group(name="koffieronde", description="command-koffieronde")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="mee", description="command-koffieronde-mee")
    async def mine(self, interaction: Interaction) -> None:
        """The rounds there are, to step in and out."""
        with self.client.busy():
            person = await attend(interaction)
            found = await self.client.services.matching.coffee.guests.mine(person)
            view = discord.ui.View(timeout=None)
            lines = [say(interaction, "coffee-list" if found else "coffee-none")]
            for card in found[:MOST]:
                name, group = name_of(interaction, card), shown(card.collective, 80)
                facts = {"name": name, "group": group, "for_group": bool(group)}
                lines.append(say(interaction, LINES[card.state], at=card.next_at, **facts))
                _add_buttons(interaction, view, card, name)
            await reply(interaction, "\n".join(lines), view)

    @group.command(name="maak", description="command-koffieronde-maak")
    @app_commands.describe(
        thema="option-coffee-theme", weken="option-coffee-weeks", dag="option-coffee-day"
    )
    @app_commands.choices(dag=DAYS)
    async def make(
        self,
        interaction: Interaction,
        thema: app_commands.Range[str, 0, 60] = "",
        weken: app_commands.Range[int, 1, 26] = 4,
        dag: int = 0,
    ) -> None:
        """Begin a series, or change its rhythm."""
        with self.client.busy():
            person = await attend(interaction)
            series = self.client.services.matching.coffee.series
            card = await series.open(person, thema, weeks=weken, weekday=dag)
            facts = {"name": name_of(interaction, card), "weeks": card.weeks}
            await reply(interaction, say(interaction, "coffee-opened", at=card.next_at, **facts))

    @group.command(name="stop", description="command-koffieronde-stop")
    @app_commands.describe(thema="option-coffee-theme")
    async def stop(
        self, interaction: Interaction, thema: app_commands.Range[str, 0, 60] = ""
    ) -> None:
        """No round comes any more."""
        with self.client.busy():
            person = await attend(interaction)
            series = self.client.services.matching.coffee.series
            card = await series.stop(person, thema)
            text = say(interaction, "coffee-stopped-done", name=name_of(interaction, card))
            await reply(interaction, text)

    @group.command(name="vooruit", description="command-koffieronde-vooruit")
    @app_commands.describe(thema="option-coffee-theme")
    async def look_ahead(
        self, interaction: Interaction, thema: app_commands.Range[str, 0, 60] = ""
    ) -> None:
        """Who would meet whom; nothing is sent."""
        with self.client.busy():
            person = await attend(interaction)
            services = self.client.services
            preview = await services.matching.coffee.series.foresee(person, thema)
            name, language = name_of(interaction, preview.card), language_for(interaction)
            await reply(interaction, preview_text(services, preview, name, language))

    @group.command(name="cijfers", description="command-koffieronde-cijfers")
    async def figures(self, interaction: Interaction) -> None:
        """How the rounds go, without names."""
        with self.client.busy():
            person = await attend(interaction)
            found = await self.client.services.matching.coffee.series.figures(person)
            lines = [say(interaction, "coffee-figures" if found else "coffee-none")]
            for one in found:
                card = CoffeeCard(0, one.theme, one.weeks, None)
                facts = {
                    name: getattr(one, name)
                    for name in (
                        "weeks", "members", "paused", "rounds", "people",
                        "groups", "planned", "alone", "repeats",
                    )
                }  # fmt: skip
                name = name_of(interaction, card)
                lines.append(say(interaction, "coffee-figures-line", name=name, **facts))
            await reply(interaction, "\n".join(lines))

    @make.autocomplete("thema")
    @stop.autocomplete("thema")
    @look_ahead.autocomplete("thema")
    async def themes(
        self, interaction: Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        """The themes that have these letters in their name."""
        return theme_choices(interaction, current)


def _add_buttons(
    interaction: Interaction, view: discord.ui.View, card: CoffeeCard, name: str
) -> None:
    """What can be done with a series, as it stands for this person."""
    if card.state == "in":
        if card.round_id is not None:
            label = say(interaction, "coffee-skip-named", name=name)
            view.add_item(SkipCoffeeButton(card.round_id, label))
        view.add_item(LeaveCoffeeButton(card.id, say(interaction, "coffee-leave-named", name=name)))
    else:
        view.add_item(JoinCoffeeButton(card.id, say(interaction, "coffee-join-named", name=name)))
