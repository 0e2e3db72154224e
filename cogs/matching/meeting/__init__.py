"""Meetings on Discord: a thread or direct messages, moments to choose from, and what came of it."""

from cogs._client import Client
from cogs.matching.meeting.buttons import (
    CalendarButton,
    CanButton,
    HelpedButton,
    MomentsButton,
    OtherButton,
    OtherForm,
    PlanButton,
)
from cogs.matching.meeting.letters import (
    render_alone,
    render_helped,
    render_moments,
    render_opening,
    render_planned,
    render_tomorrow,
    render_unreached,
)
from cogs.matching.meeting.threads import render_thread

__all__ = ["MomentsButton", "OtherForm", "add_meetings"]


def add_meetings(client: Client) -> None:
    """Let the client know the buttons and the messages of meetings."""
    client.add_dynamic_items(CanButton, PlanButton, OtherButton, MomentsButton)
    client.add_dynamic_items(CalendarButton, HelpedButton)
    client.renderers |= {
        "meeting-thread": render_thread,
        "meeting-opening": render_opening,
        "meeting-moments": render_moments,
        "meeting-planned": render_planned,
        "meeting-tomorrow": render_tomorrow,
        "meeting-alone": render_alone,
        "meeting-helped": render_helped,
        "meeting-unreached": render_unreached,
    }
