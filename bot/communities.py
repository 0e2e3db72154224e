"""What a community decided for itself: its places and who has which role."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from data.store import Session, communities


class Place(StrEnum):
    """The places the bot uses in a space."""

    START = "start"
    HELPDESK = "helpdesk"
    POLLS = "polls"
    NEWS = "news"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class CommunitySettings:
    """Places as `platform:id` and roles as platform role ids."""

    places: Mapping[Place, str] = field(default_factory=dict[Place, str])
    staff_roles: tuple[str, ...] = ()
    admin_roles: tuple[str, ...] = ()
    language: str = "nl"
    """Of what everybody reads; `Setup.open` writes down that of `.env` where none was chosen."""


async def read_settings(session: Session, community_id: int) -> CommunitySettings:
    """The settings of a community; what it did not set has its default."""
    found = await communities.find_settings(session, community_id)
    roles: Mapping[str, Any] = found.get("roles", {})
    return CommunitySettings(
        places={place: found[place]["place"] for place in Place if place in found},
        staff_roles=tuple(roles.get("staff", ())),
        admin_roles=tuple(roles.get("admin", ())),
        language=str(found.get("language", {}).get("value", "nl")),
    )
