"""Polls on Discord: asking the community, voting, the card that follows, and the result."""

from cogs._client import Client
from cogs.polls.asking import PollForm, PollsCog, StartPollButton
from cogs.polls.cards import render_card, render_result, render_stopped
from cogs.polls.drawing import LiveCards
from cogs.polls.voting import VoteButton, VoteSelect, WhoButton, WithdrawBallotButton

__all__ = ["PollForm", "setup"]


async def setup(client: Client) -> None:
    """Called by discord.py."""
    client.add_dynamic_items(VoteButton, VoteSelect, WithdrawBallotButton, WhoButton)
    client.add_dynamic_items(StartPollButton)
    client.start_items.append((3, StartPollButton, "start-poll-button"))
    client.renderers |= {
        "poll-card": render_card,
        "poll-result": render_result,
        "poll-stopped": render_stopped,
    }
    await client.add_cog(PollsCog(client))
    await client.add_cog(LiveCards(client))
