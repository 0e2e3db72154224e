"""Moments as people say them ("vrijdag 20.00", "over 3 dagen"), and daily ones."""

from bot.moments.instants import at_wall_time, next_daily
from bot.moments.parsing import Moment, parse_moment
from bot.moments.problems import MomentPast, MomentSkipped, MomentTooFar, MomentUnclear
from bot.moments.weeks import last_weekly, week_of

__all__ = [
    "Moment",
    "MomentPast",
    "MomentSkipped",
    "MomentTooFar",
    "MomentUnclear",
    "at_wall_time",
    "last_weekly",
    "next_daily",
    "parse_moment",
    "week_of",
]
