"""Communities, the spaces they live in, and what they set for themselves."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ForeignKey, bindparam, func, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep, upsert

STAYS: Final = Keep("as long as the community uses the bot", Erase.NOTHING, ends=Ends.NEVER)


class CommunityRow(Base):
    """One association or network, whatever platforms it uses."""

    __tablename__ = "communities"
    __table_args__ = ({"info": keep(STAYS)},)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    created_at: Mapped[datetime]


class SpaceRow(Base):
    """A Discord server or Matrix space of a community."""

    __tablename__ = "spaces"
    __table_args__ = ({"info": keep(STAYS)},)

    id: Mapped[str] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"), index=True)


class SettingRow(Base):
    """One thing a community decided for itself, as JSON under a name."""

    __tablename__ = "settings"
    __table_args__ = ({"info": keep(STAYS)},)

    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]]


async def find_space(session: Session, space_id: str) -> int | None:
    """The community this space belongs to."""
    return await session.scalar(select(SpaceRow.community_id).where(SpaceRow.id == space_id))


async def add_space(session: Session, space_id: str, name: str, at: datetime) -> int:
    """The community of a space, made when it is new."""
    known = await find_space(session, space_id)
    if known is not None:
        return known
    community = await _find_alone(session)
    if community is not None:
        await insert_once(session, SpaceRow, ["id"], id=space_id, community_id=community.id)
        return community.id
    community = CommunityRow(name=name, created_at=at)
    session.add(community)
    await session.flush()
    if await insert_once(session, SpaceRow, ["id"], id=space_id, community_id=community.id):
        return community.id
    await session.delete(community)
    return await find_space(session, space_id) or 0


async def find_spaces(session: Session) -> tuple[tuple[str, int], ...]:
    """All spaces with their community."""
    return tuple((row.id, row.community_id) for row in await session.scalars(select(SpaceRow)))


_FIND_SETTINGS: Final = select(SettingRow.name, SettingRow.value).where(
    SettingRow.community_id == bindparam("community_id")
)


async def find_settings(session: Session, community_id: int) -> dict[str, dict[str, Any]]:
    """All settings of a community by name."""
    rows = await session.execute(_FIND_SETTINGS, {"community_id": community_id})
    return {name: value for name, value in rows}  # noqa: C416 - rows are not pairs


async def put_setting(
    session: Session, community_id: int, name: str, value: dict[str, Any]
) -> None:
    """Set one thing."""
    await upsert(
        session,
        SettingRow,
        ["community_id", "name"],
        community_id=community_id,
        name=name,
        value=value,
    )


async def find_all(session: Session) -> tuple[tuple[int, str], ...]:
    """All communities with their names, oldest first."""
    rows = await session.scalars(select(CommunityRow).order_by(CommunityRow.id))
    return tuple((row.id, row.name) for row in rows)


async def find_first(session: Session) -> datetime | None:
    """Since when the first community is here."""
    return await session.scalar(select(func.min(CommunityRow.created_at)))


async def add_alone(session: Session, name: str, at: datetime) -> int:
    """A community without a space; the first space that comes by takes it over."""
    community = CommunityRow(name=name, created_at=at)
    session.add(community)
    await session.flush()
    return community.id


async def _find_alone(session: Session) -> CommunityRow | None:
    """The only community there is, when nobody uses it from a space yet."""
    rows = tuple(await session.scalars(select(CommunityRow).limit(2)))
    used = await session.scalar(select(SpaceRow.id).limit(1))
    return rows[0] if len(rows) == 1 and used is None else None
