"""What the asker reads, and what can be pressed below it."""

from typing import Any

import discord

from bot.outbox import Delivery
from bot.search.helpdesk import Outcome
from bot.services.helpdesk import Reply
from cogs._client import Services
from cogs._sender import Rendering
from cogs._ui import shown
from cogs.helpdesk.activities.cards import coming_lines
from cogs.helpdesk.articles import article_text
from cogs.helpdesk.context import back_buttons
from cogs.helpdesk.following import MeTooButton, earlier_buttons, earlier_lines
from cogs.helpdesk.known import known_buttons, known_lines
from cogs.helpdesk.posted import PrivateButton
from cogs.helpdesk.pressing import (
    ArticleButton,
    NoButton,
    PersonButton,
    YesButton,
    further,
    judging,
    put,
    stack,
)
from cogs.helpdesk.satisfaction import judging_person
from cogs.helpdesk.themes import ThemeButton, theme_menu

__all__ = ["ArticleButton", "NoButton", "PersonButton", "YesButton", "reply_text", "reply_view"]

LAST_ROW = 4
"""Of the five that a message can have."""


def reply_text(services: Services, found: Reply, language: str, *, told: bool = False) -> str:
    """The whole reply to a question, most urgent first.

    `told`: what is urgent was told already and is left out.
    """
    text = services.texts.text
    before = [r for r in found.referrals if r.mode != "after"]
    parts = [r.said(language) for r in before if not (told and r.is_private)]
    parts += _outcome(services, found, language, has_referral=bool(before))
    parts += [referral.said(language) for referral in found.referrals if referral.mode == "after"]
    parts += found.around.duties
    if found.left_out:
        parts.append(text("helpdesk-left-out", language))
    if found.around.followers and found.around.can_follow:
        parts.append(text("helpdesk-followers", language, count=found.around.followers))
    parts += known_lines(services, found.around.known, language)
    parts += earlier_lines(services, found.around.earlier, language)
    otherwise = "helpdesk-person-follows" if told else "helpdesk-unsure"
    return "\n\n".join(parts) or text(otherwise, language, number=found.question_id)


def _outcome(services: Services, found: Reply, language: str, *, has_referral: bool) -> list[str]:
    """What the help desk knows, or who takes over."""
    text, number = services.texts.text, found.question_id
    if found.around.is_thrown_away:
        return [text("helpdesk-thrown-away", language, number=number)]
    match found.outcome:
        case Outcome.ANSWER if found.articles:
            article, around = found.articles[0], found.around
            answer = [article_text(services, article, language, whole=False, around=around)]
            if around.coming is not None:
                answer += coming_lines(services, around.coming, language)
            next_key = f"helpdesk-back-{around.asks}" if around.asks else "helpdesk-was-this-it"
            if found.waits_for_staff:
                next_key = "helpdesk-person-looks-too"
            return [*answer, text(next_key, language)]
        case Outcome.SUGGEST if found.articles:
            return [text("helpdesk-suggest", language)]
        case Outcome.OFFTOPIC:
            return [text("helpdesk-offtopic", language)]
        case _ if found.waits_for_staff:
            key = "helpdesk-person-follows" if has_referral else "helpdesk-unsure"
            return [text(key, language, number=number)]
        case _:
            return []


def reply_view(services: Services, found: Reply, language: str) -> discord.ui.View:
    """The buttons under a reply; a person is always one press away."""
    text = services.texts.text
    view = discord.ui.View(timeout=None)
    instead = any(referral.mode == "instead" for referral in found.referrals)
    is_known = found.outcome in (Outcome.ANSWER, Outcome.SUGGEST) and bool(found.articles)
    if is_known and not instead and not found.around.is_thrown_away:
        if found.outcome is Outcome.ANSWER:
            _below_answer(view, services, found, language)
        else:
            _below_choice(view, services, found, language)
    elif found.waits_for_staff:
        _below_waiting(view, services, found, language)
    else:
        label = text("helpdesk-person-button", language)
        view.add_item(PersonButton(found.question_id, label))
    return view


def _below_answer(view: discord.ui.View, services: Services, found: Reply, language: str) -> None:
    """First what is asked back; then whether it was the answer; then ways on."""
    number, around, row = found.question_id, found.around, 0
    if around.asks:
        put(view, row, *back_buttons(services, number, around.asks, language))
        row += 1
    put(view, row, *judging(services, number, language))
    if around.can_follow:
        follow = services.texts.text("helpdesk-follow-button", language)
        put(view, row + 2, MeTooButton(number, follow))
    if not any(one.title for one in around.besides):  # what stands instead is whole
        label = services.texts.text("helpdesk-whole-button", language)
        put(view, row + 1, ArticleButton(number, found.articles[0].id, label))
    if not around.asks and not around.is_crisis:  # one question at a time
        put(view, row + 1, *known_buttons(services, around.known, language))
        put(view, row + 1, *further(services, number, language))


def _below_choice(view: discord.ui.View, services: Services, found: Reply, language: str) -> None:
    """The titles, one below the other; then a person and ways on."""
    number = found.question_id
    put(view, 0, *(ArticleButton(number, one.id, one.title) for one in found.articles))
    label = services.texts.text("helpdesk-person-button", language)
    put(view, 1, PersonButton(number, label))
    if not found.around.is_crisis:
        put(view, 1, *known_buttons(services, found.around.known, language))
        put(view, 1, *further(services, number, language))


def _below_waiting(view: discord.ui.View, services: Services, found: Reply, language: str) -> None:
    """While a person looks: the same question, what was asked before, ways on, the theme."""
    number, around = found.question_id, found.around
    if around.is_crisis:
        return
    follow = services.texts.text("helpdesk-follow-button", language)
    ways = [*known_buttons(services, around.known, language), *further(services, number, language)]
    menu: list[discord.ui.Item[Any]] = []
    if found.is_public:  # a menu is too much where everybody reads it
        label = services.texts.text("helpdesk-theme-button", language)
        ways.append(ThemeButton(number, label))
    else:
        menu = [theme_menu(services, number, found.themes, language)]
    stack(
        view,
        [MeTooButton(number, follow)] if around.can_follow else [],
        earlier_buttons(services, around.earlier, language),
        ways,
        menu,
    )


async def render_reply(services: Services, delivery: Delivery) -> Rendering:
    """The reply to a question, in the place where it was typed or in private."""
    facts, language = delivery.facts, delivery.language
    found = await services.helpdesk.reply_of(int(facts["question"]))
    if found.is_withdrawn:
        text = services.texts.text("helpdesk-unsaid", language)
        return Rendering(text, view=discord.ui.View, reply_to=facts.get("reply_to"))
    parts = [reply_text(services, found, language, told=bool(facts.get("told")))]
    if facts.get("moved"):
        card = await services.staffdesk.card(found.question_id)
        asked = {"number": found.question_id, "text": shown(card.text, 200)}
        parts.insert(0, services.texts.text("helpdesk-moved", language, **asked))
    if facts.get("made"):
        made = services.texts.text("helpdesk-made-for-you", language, number=found.question_id)
        parts.insert(0, made)

    def view() -> discord.ui.View:
        view = reply_view(services, found, language)
        if found.is_public:
            label = services.texts.text("helpdesk-private-button", language)
            put(view, LAST_ROW, PrivateButton(found.question_id, label))
        return view

    return Rendering("\n\n".join(parts), view=view, reply_to=facts.get("reply_to"))


async def render_answer(services: Services, delivery: Delivery) -> Rendering:
    """The answer of a person, or one part of it."""
    question_id = int(delivery.facts["question"])
    answer = shown_lines(str(delivery.facts["text"]))
    if delivery.facts.get("is_first", True):
        card = await services.staffdesk.card(question_id)
        answer = services.texts.text(
            "helpdesk-answer",
            delivery.language,
            name=shown(str(delivery.facts["by"]), 60)
            or services.texts.text("helpdesk-no-name", delivery.language),
            question=shown(card.text, 200),
            answer=answer,
        )
    return Rendering(
        answer,
        view=(
            (lambda: judging_person(services, question_id, delivery.language))
            if delivery.facts.get("is_last", True)
            else None
        ),
        reply_to=delivery.facts.get("reply_to"),
    )


async def render_private(services: Services, delivery: Delivery) -> Rendering:
    """The public line when the reply went to somebody in private."""
    text = services.texts.text("helpdesk-private", delivery.language)
    return Rendering(text, reply_to=delivery.facts.get("reply_to"))


def shown_lines(text: str) -> str:
    """Text of staff, line by line, harmless."""
    return "\n".join(shown(line, 1500) for line in text.splitlines())
