"""The card of a question in the staff channel, and the short lines around it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

import discord

from bot.outbox import Delivery
from bot.services.helpdesk import StaffCard
from bot.services.helpdesk.facets import Facets
from bot.services.helpdesk.states import ENDED, WITH_STAFF, State
from bot.texts import Texts
from cogs._client import Services
from cogs._sender import Rendering
from cogs._ui import LONGEST, shown
from cogs.helpdesk.staff._place import view_of
from cogs.helpdesk.staff.answering import AnswerButton
from cogs.helpdesk.staff.handing import SHOWN, ClaimButton
from cogs.helpdesk.staff.more import more_menu

TALK: Final = 4
"""The last so many lines between staff and asker stand on the card; the rest is in the details."""


def card_text(services: Services, card: StaffCard, language: str) -> str:
    """What staff need to know at a glance; the whole of it is one choice away."""
    lines = [
        _head(services, card, language),
        *([f"> {shown(card.text, SHOWN)}"] if card.text else []),
        *_standing(services, card, language),
        *_found(services, card, language),
        *_around(services, card, language),
        *_said(services, card, language),
    ]
    return "\n".join(lines)[:LONGEST]


def _head(services: Services, card: StaffCard, language: str) -> str:
    text = services.texts.text
    themes = tuple(services.helpdesk.theme(theme, language) for theme in card.themes)
    return text(
        "staffdesk-card",
        language,
        number=card.id,
        asker=shown(card.asker, 60) or text("helpdesk-anonymous", language),
        age=_ago(card.asked_at),
        themes=themes or (text("helpdesk-no-theme", language),),
    )


def _standing(services: Services, card: StaffCard, language: str) -> Iterator[str]:
    """How far it is, who has it, and until when."""
    text = services.texts.text
    yield text(
        "staffdesk-card-state",
        language,
        state="merged" if card.merged_into and card.state == State.CLOSED else card.state,
        reason=text("staffdesk-reason", language, reason=card.reason or State.CLOSED.value),
        by=shown(card.claimed_by, 60) or "-",
        until=card.until or card.asked_at,
        other=card.merged_into or 0,
    )
    if card.due_at is not None and card.state in WITH_STAFF:
        yield text("staffdesk-card-due", language, due=card.due_at)
    if card.in_review and card.state not in ENDED:
        yield text("staffdesk-card-review", language)


def _found(services: Services, card: StaffCard, language: str) -> Iterator[str]:
    """Who asks, as far as they told, and what the bot made of the question."""
    text = services.texts.text
    if told := told_by(services.texts, services.answers.facets, card.context, language):
        yield text("staffdesk-card-context", language, values=told)
    if card.wrong:
        find, community = services.helpdesk.article, card.community_id
        articles = [find(slug, language, community) for slug in card.wrong]
        titles = tuple(shown(one.title, 100) for one in articles if one is not None)
        yield text("helpdesk-card-wrong", language, titles=titles or card.wrong)
    if card.is_unplaced and card.state in WITH_STAFF:
        yield text("helpdesk-card-unplaced", language)


def told_by(
    texts: Texts, facets: Facets, context: Sequence[tuple[str, str]], language: str
) -> tuple[str, ...]:
    """What an asker told of themselves, in words of this language.

    What was skipped is left out, and so is what nobody can tell any more: it has no words.
    """
    return tuple(
        texts.text(f"helpdesk-told-{value}", language)
        for facet, value in context
        if value in facets.values(facet)
    )


def _around(services: Services, card: StaffCard, language: str) -> Iterator[str]:
    """What hangs together with it, and what staff know besides."""
    text = services.texts.text
    if card.followers:
        yield text("staffdesk-card-followers", language, count=card.followers)
    if card.merged:
        yield text("staffdesk-card-merged", language, numbers=tuple(map(str, card.merged)))
    if card.linked:
        yield text("staffdesk-card-linked", language, numbers=tuple(map(str, card.linked)))
    if card.notes:
        yield text("staffdesk-card-notes", language, count=card.notes)
    if card.is_changed:
        yield text("helpdesk-card-changed", language)
    if card.referral:
        yield text("helpdesk-card-referral", language, rule=card.referral)


def _said(services: Services, card: StaffCard, language: str) -> Iterator[str]:
    """The talk with the asker, then the answers."""
    text = services.texts.text
    for is_asker, said in card.talk[-TALK:]:
        line = text("staffdesk-card-talk", language, asker=is_asker)
        yield f"> {line} {shown(said, 250)}"
    yield from (f"> {shown(answer, 400)}" for answer in card.answers[-3:])


def _ago(at: datetime) -> str:
    """How long ago, in the words and language of each reader, and always right.

    Source: Discord, message formatting, timestamps.
    """
    return f"<t:{int(at.timestamp())}:R>"


def card_view(services: Services, card: StaffCard, language: str) -> discord.ui.View:
    """Take it on, answer, make an article of it, and the menu with the rest."""
    from cogs.knowledge.consenting import FromQuestionButton  # that room shows articles as we do

    text = services.texts.text
    row: list[discord.ui.Item[Any]] = []
    if card.state == State.OPEN:
        row.append(ClaimButton(card.id, text("helpdesk-claim-button", language)))
    if card.state in (*WITH_STAFF, State.ANSWERED):
        row.append(AnswerButton(card.id, text("helpdesk-answer-button", language)))
    if card.state in ENDED and card.answers and not card.referral:
        row.append(FromQuestionButton(card.id, text("knowledge-from-question-button", language)))
    return view_of(row, [more_menu(services, card, language)])


async def render_staff_question(services: Services, delivery: Delivery) -> Rendering:
    """The card of a question."""
    card = await services.staffdesk.card(int(delivery.facts["question"]))
    language = delivery.language
    return Rendering(
        card_text(services, card, language), view=lambda: card_view(services, card, language)
    )


async def render_pointer(services: Services, delivery: Delivery) -> Rendering:
    """A line under a card: something came in. What it is stands on the card."""
    card = await services.staffdesk.card(int(delivery.facts["question"]))
    what = str(delivery.facts.get("what", ""))
    line = services.texts.text(
        "staffdesk-pointer",
        delivery.language,
        what=what,
        number=card.id,
        by=shown(card.claimed_by, 60),
        claimed=bool(card.claimed_by),
    )
    if what == "answered-back" and card.talk:
        line += f"\n> {shown(card.talk[-1][1], 1000)}"
    return Rendering(line, reply_to=delivery.facts.get("reply_to"))


async def render_limit(services: Services, delivery: Delivery) -> Rendering:
    """The note about somebody who asks a lot."""
    card = await services.staffdesk.card(int(delivery.facts["question"]))
    text, language = services.texts.text, delivery.language
    who = shown(card.asker, 60) or text("helpdesk-anonymous", language)
    return Rendering(text("helpdesk-asks-a-lot", language, name=who, number=card.id))
