"""The card on which a second member of staff approves, and taking a message back."""

import re
from collections.abc import Callable
from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.alerts import ApprovalCard, Held
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, NumberButton, SafeButton, attend, numbered, reply, say, shown
from cogs.alerts.preview import TakeOverButton
from cogs.alerts.reading import alert_text


class ApproveButton(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"alert-approve:(?P<id>\d{1,18}):(?P<version>\d{1,9})",
):
    """Stand for one version."""

    def __init__(self, alert_id: int, version: int, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-",
                style=discord.ButtonStyle.success,
                custom_id=f"alert-approve:{alert_id}:{version}",
            )
        )
        self.alert_id, self.version = alert_id, version

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ApproveButton":
        """The button behind a custom_id."""
        return cls(int(match["id"]), int(match["version"]))

    async def press(self, interaction: Interaction) -> None:
        """Approve."""
        person = await attend(interaction)
        alert = await interaction.client.services.alerts.approve(
            person, self.alert_id, self.version
        )
        text = say(
            interaction,
            "alerts-approved",
            number=alert.id,
            state=alert.state.value,
            at=alert.send_at or alert.written_at,
        )
        await reply(interaction, text)


class RetractButton(NumberButton, Button, template=numbered("alert-retract")):
    """Take a message back, after the question whether this is the one."""

    noun = "alert-retract"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Take it back."""
        person = await attend(interaction)
        alert = await interaction.client.services.alerts.retract(person, self.id_)
        sent = alert.sent_at is not None
        await reply(
            interaction, say(interaction, "alerts-you-retracted", number=alert.id, sent=sent)
        )


async def render_card(services: Services, delivery: Delivery) -> Rendering:
    """What staff approve: the message as its readers will see it, and who wrote it."""
    version = int(delivery.facts["version"])
    card = await services.alerts.card(int(delivery.facts["alert"]), version)
    alert, language = card.alert, delivery.language

    def say_(key: str, **facts: object) -> str:
        return services.texts.text(key, language, **facts)

    if card.is_orphan:
        take = say_("alerts-take-button")
        return _card(services, card, language, lambda: TakeOverButton(alert.id, take))
    if not card.is_waiting:
        approver = shown(card.approver, 60)
        approved = bool(approver) and alert.version == version
        facts = {"number": alert.id, "title": shown(alert.wording.title), "approver": approver}
        return Rendering(say_("alerts-card-over", approved=approved, **facts))
    label = say_("alerts-send-button" if alert.held is Held.LATE else "alerts-approve-button")
    return _card(services, card, language, lambda: ApproveButton(alert.id, version, label))


def _card(
    services: Services,
    card: ApprovalCard,
    language: str,
    button: Callable[[], discord.ui.Item[Any]],
) -> Rendering:
    """The message, what is asked of staff, and the button for it."""
    alert = card.alert
    head = services.texts.text(
        "alerts-card-held" if alert.held else "alerts-card",
        language,
        number=alert.id,
        writer=shown(card.writer, 40),
        planned=alert.send_at is not None,
        at=alert.send_at or alert.written_at,
        corrects=alert.corrects_id or 0,
        why=alert.held.value if alert.held else "",
    )

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(button())
        return view

    return Rendering(f"{alert_text(services, alert, language)}\n-# {head}", view=view)
