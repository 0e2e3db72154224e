"""Joins what staff need all day: who helps, advice, the list of a morning, and the help forum."""

from dataclasses import replace

import discord

from bot.outbox import Delivery
from bot.services.helpdesk import StaffCard
from bot.services.helpdesk.states import WITH_STAFF
from cogs._client import Client, Render, Services
from cogs._sender import Rendering
from cogs._ui import LONGEST
from cogs.helpdesk.consulting import (
    AdviseButton,
    AdviseForm,
    ConsultForm,
    DeclineButton,
    ExpertSelect,
    UseAdviceButton,
    consult,
    render_advice,
    render_expert_question,
)
from cogs.helpdesk.forum import (
    DoneButton,
    ForumCog,
    NotDoneButton,
    SolvedButton,
    render_marks,
    render_opened,
    render_over,
    render_put_away,
    render_silent,
    render_solved_with,
)
from cogs.helpdesk.hours import with_expected
from cogs.helpdesk.rounds import OpenCardButton, render_late, render_round
from cogs.helpdesk.routing import (
    AwayButton,
    AwayForm,
    HelpAllButton,
    HelpSelect,
    HelpStopButton,
    HereAgainButton,
    RoutingCog,
    helper_lines,
)
from cogs.helpdesk.staff import CHOICES, Choice

__all__ = ["AdviseForm", "AwayForm", "ConsultForm", "add_days_work"]


async def add_days_work(client: Client) -> None:
    """Called when the help desk is set up."""
    client.add_dynamic_items(HelpSelect, HelpAllButton, HelpStopButton, AwayButton, HereAgainButton)
    client.add_dynamic_items(
        ExpertSelect, AdviseButton, DeclineButton, UseAdviceButton, OpenCardButton
    )
    client.add_dynamic_items(SolvedButton, DoneButton, NotDoneButton)
    client.renderers |= {
        "expert-question": render_expert_question,
        "expert-advice": render_advice,
        "staff-round": render_round,
        "staff-late": render_late,
        "question-solved": render_solved_with(client),
        "question-silent": render_silent,
        "question-put-away": render_put_away,
        "question-over": render_over,
        "question-opened": render_opened,
        "question-marks": render_marks,
    }
    client.renderers["staff-question"] = _with_helpers(client)
    client.renderers["question-reply"] = _with_time(client.renderers["question-reply"])
    client.renderers["question-answer"] = _with_solved(client.renderers["question-answer"])
    CHOICES["consult"] = Choice(_may_consult, consult)
    await client.add_cog(RoutingCog(client))
    await client.add_cog(ForumCog(client))


def _may_consult(card: StaffCard) -> bool:
    return card.state in WITH_STAFF and not card.referral


def _with_helpers(client: Client) -> Render:
    """The card as it was, and who can help with the question."""
    card: Render = client.renderers["staff-question"]

    async def render(services: Services, delivery: Delivery) -> Rendering:
        rendering: Rendering = await card(services, delivery)
        lines, mentions = await helper_lines(client, delivery)
        extra = "".join(f"\n{line}" for line in lines)
        text = f"{rendering.text[: LONGEST - len(extra)]}{extra}"
        return replace(rendering, text=text, mentions=mentions)

    return render


def _with_time(reply: Render) -> Render:
    """The reply to a question as it was, and what who waits may expect."""

    async def render(services: Services, delivery: Delivery) -> Rendering:
        rendering: Rendering = await reply(services, delivery)
        number, language = int(delivery.facts["question"]), delivery.language
        return replace(
            rendering, text=await with_expected(services, rendering.text, number, language)
        )

    return render


def _with_solved(answer: Render) -> Render:
    """The answer of a person as it was; in a post it can be marked as what it was about."""

    async def render(services: Services, delivery: Delivery) -> Rendering:
        rendering: Rendering = await answer(services, delivery)
        if delivery.to_person or rendering.view is None or not delivery.target:
            return rendering
        number, before = int(delivery.facts["question"]), rendering.view
        if not await services.forum.has_post(number):
            return rendering

        def view() -> discord.ui.View:
            view = before()
            label = services.texts.text("helpdesk-solved-button", delivery.language)
            view.add_item(SolvedButton(number, label))
            return view

        return replace(rendering, view=view)

    return render
