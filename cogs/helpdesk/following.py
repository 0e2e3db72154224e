"""Follow a question of somebody else ("ik heb deze vraag ook"), and read what was asked before."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.helpdesk.around.beside import Earlier
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, NumberButton, attend, language_for, numbered, reply, say, shown
from cogs.helpdesk.articles import article_text
from cogs.helpdesk.readers import need_to_read

LONGEST_ANSWER = 1500


class MeTooButton(NumberButton, Button, template=numbered("question-follow")):
    """I have this question too."""

    noun = "question-follow"

    async def press(self, interaction: Interaction) -> None:
        """Follow it; when the answer is there already, show that."""
        person = await attend(interaction)
        await need_to_read(interaction, person, self.id_)
        followed = await interaction.client.services.answers.following.follow(person, self.id_)
        if not followed.is_open:
            await show_earlier(interaction, followed.question_id)
            return
        key = "helpdesk-followed" if followed.is_new else "helpdesk-followed-before"
        facts = {"number": followed.question_id, "count": followed.count}
        view = stop_view(
            interaction.client.services, followed.question_id, language_for(interaction)
        )
        await reply(interaction, say(interaction, key, **facts), view)


class StopFollowingButton(NumberButton, Button, template=numbered("question-unfollow")):
    """Hear no more about a question."""

    noun = "question-unfollow"

    async def press(self, interaction: Interaction) -> None:
        """Stop; pressing twice says the same."""
        person = await attend(interaction)
        await interaction.client.services.answers.following.stop(person, self.id_)
        await reply(interaction, say(interaction, "helpdesk-unfollowed", number=self.id_))


class EarlierButton(NumberButton, Button, template=numbered("question-earlier")):
    """Read what somebody asked before."""

    noun = "question-earlier"

    async def press(self, interaction: Interaction) -> None:
        """Show it with its answers, or offer to follow it."""
        person = await attend(interaction)
        await need_to_read(interaction, person, self.id_)
        await show_earlier(interaction, self.id_)


async def show_earlier(interaction: Interaction, question_id: int) -> None:
    """A question of somebody else, with what was answered, to this person only."""
    person = await attend(interaction)
    services, language = interaction.client.services, language_for(interaction)
    found = await services.answers.earlier.read(person, question_id)
    lines = [
        say(interaction, "helpdesk-earlier-head", number=found.id),
        f"> {shown(found.text, 600)}",
    ]
    for answer in found.answers:
        cut = "\n".join(shown(line, LONGEST_ANSWER) for line in answer.splitlines())
        lines.append(say(interaction, "helpdesk-earlier-answer", answer=cut))
    community = person.community_id
    article = (
        services.helpdesk.article(found.article, language, community) if found.article else None
    )
    if article is not None:
        lines.append(article_text(services, article, language, whole=False))
    view: discord.ui.View | None = None
    if found.is_open:
        lines.append(say(interaction, "helpdesk-earlier-open"))
        view = discord.ui.View(timeout=None)
        view.add_item(MeTooButton(found.id, say(interaction, "helpdesk-follow-button")))
    elif len(lines) == 2:  # noqa: PLR2004 - the question alone
        lines.append(say(interaction, "helpdesk-earlier-nothing"))
    await reply(interaction, "\n".join(lines), view)


def earlier_lines(services: Services, earlier: Sequence[Earlier], language: str) -> list[str]:
    """What others asked before, one line each."""
    if not earlier:
        return []
    text = services.texts.text
    lines = [text("helpdesk-earlier", language)]
    lines += [
        text(
            "helpdesk-earlier-line",
            language,
            number=one.id,
            text=shown(one.text, 120),
            answered=one.is_answered,
        )
        for one in earlier
    ]
    return ["\n".join(lines)]


def earlier_buttons(
    services: Services, earlier: Sequence[Earlier], language: str
) -> list[discord.ui.Item[Any]]:
    """A button for each of them."""
    text = services.texts.text
    return [
        EarlierButton(one.id, text("helpdesk-earlier-button", language, number=one.id))
        for one in earlier
    ]


def stop_view(services: Services, question_id: int, language: str) -> discord.ui.View:
    """The one button with which somebody stops following."""
    view = discord.ui.View(timeout=None)
    label = services.texts.text("helpdesk-unfollow-button", language)
    view.add_item(StopFollowingButton(question_id, label))
    return view


async def render_followed(services: Services, delivery: Delivery) -> Rendering:
    """The answer to a question that somebody has too, or one part of it."""
    facts, language = delivery.facts, delivery.language
    question_id = int(facts["question"])
    text = services.texts.text
    is_last = facts.get("is_last", True)
    if facts.get("is_first", True):
        asked = shown(await services.answers.following.text_of(question_id), 200)
        said = [text("helpdesk-followed-answer", language, number=question_id, question=asked)]
    else:
        said = []
    if slug := facts.get("article"):
        article = services.helpdesk.article(str(slug), language, int(facts["community"]))
        if article is not None:
            said.append(article_text(services, article, language, whole=False))
    else:
        lines = str(facts["text"]).splitlines()
        answer = "\n".join(shown(line, LONGEST_ANSWER) for line in lines)
        by = shown(str(facts["by"]), 60) or text("helpdesk-no-name", language)
        first = facts.get("is_first", True)
        said.append(
            text("helpdesk-followed-by", language, name=by, answer=answer) if first else answer
        )
    return Rendering(
        "\n".join(said),
        view=(lambda: stop_view(services, question_id, language)) if is_last else None,
    )


async def render_moved(services: Services, delivery: Delivery) -> Rendering:
    """The question that somebody follows belongs to another one."""
    facts, language = delivery.facts, delivery.language
    other = int(facts["other"])
    said = services.texts.text(
        "helpdesk-followed-moved",
        language,
        number=int(facts["question"]),
        other=other,
        public=bool(facts["is_open"]),
    )
    if not facts["is_open"]:
        return Rendering(said)
    return Rendering(said, view=lambda: stop_view(services, other, language))


async def render_gone(services: Services, delivery: Delivery) -> Rendering:
    """The question that somebody follows was taken back, or goes on in private."""
    number = int(delivery.facts["question"])
    return Rendering(
        services.texts.text("helpdesk-followed-gone", delivery.language, number=number)
    )
