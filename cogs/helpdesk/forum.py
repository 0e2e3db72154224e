"""Posts of the help forum: tags, the message that was the answer, done or not, opening again."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.communities import CommunitySettings, Place
from bot.errors import StoreError
from bot.outbox import Delivery
from cogs._client import Client, Interaction, Render, Services
from cogs._sender import Rendering
from cogs._ui import (
    TROUBLE,
    Button,
    NumberButton,
    attend,
    number,
    numbered,
    ref,
    reply,
    say,
)
from cogs.helpdesk.mine import OwnReopenButton
from cogs.setup.tags import STATES, tags_of

MOST_ON_POST: Final = 5
"""Source: Discord, tags of a post."""
MOST_THEMES: Final = 2
_log = structlog.get_logger("helpdesk-door")


class SolvedButton(NumberButton, Button, template=numbered("post-solved")):
    """Below an answer in public: this was it."""

    noun = "post-solved"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Mark the message of this button as the answer."""
        person = await attend(interaction)
        if interaction.message is None:
            return
        message = ref(interaction.message.id)
        await interaction.client.services.forum.solve(person, self.id_, message)
        await reply(interaction, say(interaction, "helpdesk-solved-saved", number=self.id_))


class DoneButton(NumberButton, Button, template=numbered("post-done")):
    """The asker needs nothing more."""

    noun = "post-done"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Put the post away."""
        person = await attend(interaction)
        await interaction.client.services.forum.done(person, self.id_)
        await reply(interaction, say(interaction, "helpdesk-done-saved"))


class NotDoneButton(NumberButton, Button, template=numbered("post-not-done")):
    """The asker is not done yet."""

    noun = "post-not-done"

    async def press(self, interaction: Interaction) -> None:
        """Leave the post as it is."""
        person = await attend(interaction)
        await interaction.client.services.forum.not_done(person, self.id_)
        await reply(interaction, say(interaction, "helpdesk-not-done-saved"))


class ForumCog(commands.Cog):
    """The context menu of a message: this is the answer."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._menu = app_commands.ContextMenu(name="Dit is het antwoord", callback=this_is_it)

    async def cog_load(self) -> None:
        """Called by discord.py."""
        self.client.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Called by discord.py."""
        self.client.tree.remove_command(self._menu.name, type=self._menu.type)


async def this_is_it(interaction: Interaction, message: discord.Message) -> None:
    """Mark any message in a post of the help forum as the answer."""
    with interaction.client.busy():
        person = await attend(interaction)
        place, forum = ref(message.channel.id), interaction.client.services.forum
        solved = await forum.solve_here(person, place, ref(message.id))
        await reply(interaction, say(interaction, "helpdesk-solved-saved", number=solved))


async def post_of(
    client: Client, message: discord.Message, settings: CommunitySettings | None
) -> discord.Thread | None:
    """The post of the help forum below whose first message somebody wrote this."""
    if settings is None:
        return None
    channel = await _known(client, message)
    if not isinstance(channel, discord.Thread) or message.id == channel.id:
        return None
    is_help = settings.places.get(Place.HELPDESK) == ref(channel.parent_id)
    return channel if is_help else None


async def hear(client: Client, message: discord.Message, text: str, post: discord.Thread) -> None:
    """Notice what somebody writes in a post of the help forum that is there already.

    It is a sign of life; in a closed post its asker opens it again by asking on. What needs a
    referral opens nothing: it is nothing for the staff channel.
    """
    helpdesk, forum = client.services.helpdesk, client.services.forum
    asks = bool(text) and not helpdesk.heed(text) and await helpdesk.asks(text)
    try:
        await forum.hear(ref(message.author.id), ref(post.id), text, asks=asks)
    except (StoreError, OSError) as error:  # nobody spoke to the bot: nobody hears of it
        _log.warning("post-not-heard", message=message.id, error=type(error).__name__)


async def _known(client: Client, message: discord.Message) -> object:
    """Where it was typed; a post that was put away is not known any more and looked up."""
    if not isinstance(message.channel, discord.PartialMessageable):
        return message.channel
    try:
        return await client.fetch_channel(message.channel.id)
    except TROUBLE as error:
        _log.warning("post-not-found", message=message.id, error=type(error).__name__)
        return None


# ------------------------------------------------------------------ what the bot says in a post


def render_solved_with(client: Client) -> Render:
    """Shows which message was the answer."""

    async def render(services: Services, delivery: Delivery) -> Rendering:
        """A line below that message; where the bot asked for somebody, a line that leads to it."""
        facts, text = delivery.facts, services.texts.text
        question_id, message = int(facts["question"]), str(facts["message"])
        if not await services.forum.is_solution(question_id, message):
            said = text("helpdesk-solved-elsewhere", delivery.language)
        elif facts["begun"]:
            url = _link(client, delivery, number(message))
            said = text("helpdesk-solved-link", delivery.language, url=url)
        else:
            said = text("helpdesk-solved", delivery.language)
        return Rendering(said, reply_to=facts.get("reply_to"))

    return render


def _link(client: Client, delivery: Delivery, message_id: int) -> str:
    """Where a message stands: in a post of a forum, or in a channel."""
    channel = client.get_channel(number(delivery.target))
    place_id, start = number(delivery.target), delivery.facts.get("reply_to")
    if isinstance(channel, discord.ForumChannel) and start:
        place_id = number(str(start))
    guild_id = channel.guild.id if isinstance(channel, discord.abc.GuildChannel) else 0
    return f"https://discord.com/channels/{guild_id}/{place_id}/{message_id}"


async def render_silent(services: Services, delivery: Delivery) -> Rendering:
    """Whether a silent post is done."""
    question_id, language = int(delivery.facts["question"]), delivery.language
    text = services.texts.text
    if delivery.facts.get("edit_only"):
        return Rendering(text("helpdesk-silent-over", language))

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(NotDoneButton(question_id, text("helpdesk-not-done-button", language)))
        view.add_item(DoneButton(question_id, text("helpdesk-done-button", language)))
        return view

    return Rendering(text("helpdesk-silent", language), view=view)


async def render_put_away(services: Services, delivery: Delivery) -> Rendering:
    """The last line of a post that stayed silent."""
    return _with_again(services, delivery, "helpdesk-put-away")


async def render_over(services: Services, delivery: Delivery) -> Rendering:
    """To an asker who writes in a post that is done."""
    return _with_again(services, delivery, "helpdesk-over")


async def render_opened(services: Services, delivery: Delivery) -> Rendering:
    """A post is open again."""
    key = "helpdesk-handed-over"
    question_id = int(delivery.facts["question"])
    return Rendering(services.texts.text(key, delivery.language, number=question_id))


def _with_again(services: Services, delivery: Delivery, key: str) -> Rendering:
    text, language = services.texts.text, delivery.language

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        label = text("helpdesk-again-button", language)
        view.add_item(OwnReopenButton(int(delivery.facts["question"]), label))
        return view

    return Rendering(text(key, language), view=view)


# ------------------------------------------------------------------ tags


async def render_marks(services: Services, delivery: Delivery) -> Rendering:
    """No message: the tags of a post, and whether it is put away."""
    facts = delivery.facts
    groups = services.forum.groups_of(facts["themes"])[:MOST_THEMES]

    async def work(place: object) -> None:
        if isinstance(place, discord.Thread) and isinstance(place.parent, discord.ForumChannel):
            await _arrange(services, place, facts, groups)

    return Rendering("", work=work)


async def _arrange(
    services: Services, post: discord.Thread, facts: Mapping[str, Any], groups: Sequence[str]
) -> None:
    """Give a post its tags, in one change; without the permission nothing happens."""
    if not post.permissions_for(post.guild.me).manage_threads:
        _log.info("post-not-marked", post=post.id)
        return
    tags = _tags(services, post, str(facts["state"]), groups)
    was_away, away = post.archived, bool(facts["put_away"])
    if tags == post.applied_tags and (was_away or not away):
        return
    try:
        if was_away:  # Discord changes nothing in a post that is put away
            await post.edit(archived=False)
        await post.edit(applied_tags=tags, archived=away or was_away)
    except (discord.Forbidden, discord.NotFound) as error:
        _log.warning("post-not-marked", post=post.id, status=error.status)


def _tags(
    services: Services, post: discord.Thread, state: str, groups: Sequence[str]
) -> list[discord.ForumTag]:
    """The tag of the state in the place of an older one; themes only where nobody chose one."""
    forum = post.parent
    assert isinstance(forum, discord.ForumChannel)  # noqa: S101 - the caller looked
    kinds = (*STATES, *services.forum.groups)
    known = {kind: tags_of(services.texts, kind, forum) for kind in kinds}
    states = [tag for kind in STATES for tag in known[kind]]
    themes = [tag for kind in services.forum.groups for tag in known[kind]]
    kept = [tag for tag in post.applied_tags if tag not in states]
    if not any(tag in themes for tag in kept):
        kept += [tag for group in groups for tag in known.get(group, [])[:1]]
    return [*known.get(state, [])[:1], *kept][:MOST_ON_POST]
