"""Whether two people still stand for a message at its moment: their roles are asked for anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bot.people import Arrival, roles_of
from bot.rights import Action, may
from bot.services.alerts.views import Held
from data.store import Session, communities, people
from data.store import alerts as rows


class PlatformAway(Exception):
    """The platform cannot say now who has which role."""


class Door(Protocol):
    """What a platform can say of an account at this moment."""

    async def arrival(self, identity: str, space: str) -> Arrival | None:
        """Somebody as they would arrive in a space now; None when they are not there.

        Raises: PlatformAway.
        """
        ...


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands for one version of a message, and where their roles can be asked."""

    version: int
    writer: tuple[str, ...]
    approver: tuple[str, ...]
    spaces: tuple[str, ...]
    roles: Mapping[str, Any]


async def standing_of(session: Session, row: rows.AlertRow) -> Standing:
    """Who stands for a message; somebody who was erased has no accounts."""
    writer, approver = [
        () if id_ is None else await people.identities(session, id_)
        for id_ in (row.written_by, row.approved_by)
    ]
    spaces = await communities.find_spaces(session)
    settings = await communities.find_settings(session, row.community_id)
    return Standing(
        version=row.version,
        writer=writer,
        approver=approver,
        spaces=tuple(id_ for id_, community in spaces if community == row.community_id),
        roles=settings.get("roles", {}),
    )


async def who_fell_out(standing: Standing, doors: Mapping[str, Door]) -> Held | None:
    """Who of the two may not stand for it any more; None when both may. Raises: PlatformAway."""
    if not await _may(standing, standing.writer, Action.WRITE_ALERT, doors):
        return Held.WRITER
    if not await _may(standing, standing.approver, Action.APPROVE_ALERT, doors):
        return Held.APPROVER
    return None


async def _may(
    standing: Standing, accounts: tuple[str, ...], action: Action, doors: Mapping[str, Door]
) -> bool:
    for account in accounts:
        platform = account.partition(":")[0]
        door = doors.get(platform)
        if door is None:
            raise PlatformAway
        for space in standing.spaces:
            if space.partition(":")[0] != platform:
                continue
            arrival = await door.arrival(account, space)
            if arrival is not None and may(roles_of(arrival, standing.roles), action):
                return True
    return False
