"""Who did this already: named below an answer, with the way to read or meet them."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.services.helpdesk.around.known import Known
from cogs._client import Services
from cogs._ui import shown
from cogs.matching.successes import ReadSuccessButton

LONGEST = 160


def known_lines(services: Services, known: Sequence[Known], language: str) -> list[str]:
    """One paragraph, or none."""
    if not known:
        return []
    lines = [services.texts.text("helpdesk-knowers", language)]
    for one in known:
        who = ", ".join(part for part in (shown(one.name, 80), shown(one.place, 60)) if part)
        what = shown(one.what, LONGEST)
        lines.append(
            services.texts.text(f"helpdesk-knowers-{one.kind}", language, who=who, what=what)
        )
    return ["\n".join(lines)]


def known_buttons(
    services: Services, known: Sequence[Known], language: str
) -> list[discord.ui.Item[Any]]:
    """To read the first success; meeting a group goes by "Wie deed dit al?" beside it."""
    label = services.texts.text("helpdesk-knowers-button", language)
    successes = [one for one in known if one.kind == "success"]
    return [ReadSuccessButton(one.id, label) for one in successes[:1]]
