"""What readers see of a policy message: in the news place, in a direct message, and by its code."""

from discord import app_commands
from discord.ext import commands

from bot.outbox import Delivery
from bot.services.alerts import LONGEST, Alert, State, shown_code, whole_day
from bot.texts import Texts
from bot.untrusted import clean, shown_host
from cogs._client import Client, Interaction, Services
from cogs._sender import Rendering
from cogs._ui import attend, language_for, reply, say, shown


class ReadingCog(commands.Cog):
    """`/klopt-dit`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="klopt-dit", description="command-klopt-dit")
    @app_commands.describe(code="option-alert-code")
    async def check(self, interaction: Interaction, code: app_commands.Range[str, 1, 60]) -> None:
        """Whether a message is really ours."""
        with self.client.busy():
            person = await attend(interaction)
            services = self.client.services
            alert = await services.alerts.check_code(person, code)
            if alert is None:
                await reply(interaction, say(interaction, "alerts-code-unknown"))
            else:
                text = real_text(services.texts, alert, language_for(interaction))
                await reply(interaction, text)


def real_text(texts: Texts, alert: Alert, language: str) -> str:
    """What the real message says, to lay beside what somebody received."""
    if alert.state is State.RETRACTED:
        return texts.text("alerts-code-retracted", language, title=shown(alert.wording.title))
    first_line = (alert.wording.what.splitlines() or [""])[0]
    return texts.text(
        "alerts-code-real",
        language,
        title=shown(alert.wording.title),
        day=(alert.sent_at or alert.written_at).date(),
        line=shown(first_line, 450),
        link=link(alert),
    )


def alert_text(services: Services, alert: Alert, language: str) -> str:
    """A policy message as its readers see it."""

    def say_(key: str, **facts: object) -> str:
        return services.texts.text(key, language, **facts)

    words, code = alert.wording, shown_code(alert.code)
    title = shown(words.title, LONGEST["title"])
    if alert.state is State.RETRACTED:
        return say_("alerts-retracted", title=title, code=code)
    names = tuple(services.helpdesk.theme(theme, language) for theme in alert.themes)
    lines = [f"**{title}**"]
    if alert.corrected_at is not None:
        lines.append(say_("alerts-corrected", at=alert.corrected_at))
    for part in ("what", "meaning", "action"):
        text = clean(getattr(words, part), max_length=LONGEST[part])
        lines.append(f"{say_(f'alerts-{part}')}\n{text}")
    if until := until_text(services, alert, language):
        lines.append(until)
    lines.append(say_("alerts-source", link=link(alert), day=alert.written_at.date()))
    if names:
        lines.append(say_("alerts-about", themes=names))
    lines.append(say_("alerts-code", code=code))
    return "\n".join(lines)


def until_text(services: Services, alert: Alert, language: str) -> str:
    """Until when readers can do something; empty when there is no end."""
    if alert.until_at is None:
        return ""
    day = whole_day(alert.until_at, services.clock.zone)
    if day is not None:
        return services.texts.text("alerts-until-day", language, day=day)
    return services.texts.text("alerts-until", language, at=alert.until_at)


def link(alert: Alert) -> str:
    """The source under the name of the place it goes to; an address we refuse is only named."""
    host = shown_host(alert.wording.source_url)
    return host if alert.lacks_link else f"[{host}](<{alert.wording.source_url}>)"


async def render_alert(services: Services, delivery: Delivery) -> Rendering:
    """The message in the news place."""
    alert = await services.alerts.look(int(delivery.facts["alert"]))
    text = alert_text(services, alert, delivery.language)
    return Rendering(text, publish=delivery.edits is None)
