"""Who somebody at a door is, in one question to the database: every command begins with it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, bindparam, exists, select

from data.store.base import Session
from data.store.collectives import ContactRow
from data.store.communities import SettingRow, SpaceRow
from data.store.people import IdentityRow, PersonRow
from data.store.restrictions import RestrictionRow


@dataclass(frozen=True, slots=True)
class Known:
    """A person in a community. `roles` is the setting of that name, as JSON."""

    id: int
    name: str
    language: str | None
    seen_at: datetime
    community_id: int
    roles: dict[str, Any]
    is_contact: bool
    on_hold: bool
    """Whether this person asked not to use their data now."""


_FIND: Final = (
    # Built once: building it takes longer than running it.
    select(
        PersonRow.id,
        PersonRow.name,
        PersonRow.language,
        PersonRow.seen_at,
        SpaceRow.community_id,
        SettingRow.value,
        exists().where(ContactRow.person_id == PersonRow.id),
        exists().where(RestrictionRow.person_id == PersonRow.id),
    )
    .select_from(IdentityRow)
    .join(PersonRow, PersonRow.id == IdentityRow.person_id)
    .join(SpaceRow, SpaceRow.id == bindparam("space"))
    .outerjoin(
        SettingRow,
        and_(SettingRow.community_id == SpaceRow.community_id, SettingRow.name == "roles"),
    )
    .where(IdentityRow.id == bindparam("identity"))
)


async def find(session: Session, identity: str, space: str) -> Known | None:
    """The person behind an account in a space; None when either is new."""
    found = await session.execute(_FIND, {"identity": identity, "space": space})
    row = found.first()
    if row is None:
        return None
    id_, name, language, seen_at, community_id, roles, speaks, held = row
    roles = roles or {}
    return Known(id_, name, language, seen_at, community_id, roles, bool(speaks), bool(held))
