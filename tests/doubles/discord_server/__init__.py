"""A Discord on loopback: REST and gateway for a real bot process, with faults on order."""

from tests.doubles.discord_server.faults import Effect, Fault, FaultPlan
from tests.doubles.discord_server.limits import DISCORD, GLOBAL, Limit, Limits
from tests.doubles.discord_server.requests import Request, RequestLog
from tests.doubles.discord_server.server import DiscordServer, Person

__all__ = [
    "DISCORD",
    "GLOBAL",
    "DiscordServer",
    "Effect",
    "Fault",
    "FaultPlan",
    "Limit",
    "Limits",
    "Person",
    "Request",
    "RequestLog",
]
