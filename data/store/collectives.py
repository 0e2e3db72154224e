"""Collectives, their themes and their contacts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, delete, false, func, select, true
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, Sooner, insert_once, keep


class CollectiveRow(Base):
    """The profile of a collective: an organisation, not a person.

    `members` is a range, `precision` how exactly its place may be shown (place, municipality or
    province), `receives` whether it is open to new introductions now. `is_draft`: its maker still
    has to say that theme and place are right; it is hidden until then. `asked_at` is when its
    contacts were asked whether the profile is still right.
    """

    __tablename__ = "collectives"
    __table_args__ = (
        UniqueConstraint("community_id", "name", "place"),
        Index("ix_collectives_community_id_hidden", "community_id", "hidden"),
        Index("ix_collectives_community_id_changed_at", "community_id", "changed_at"),
        {
            "info": keep(
                Keep(
                    "hidden after 14 months of silence, gone 16 months later; a draft 3 months",
                    Erase.NOTHING,
                    days=913,
                    since="changed_at",
                    sooner=Sooner(90, "is_draft", value=True),
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    name: Mapped[str]
    place: Mapped[str]
    municipality: Mapped[str]
    context: Mapped[str]
    population: Mapped[int | None]
    phase: Mapped[str]
    motives: Mapped[list[str]]
    methods: Mapped[list[str]]
    offers: Mapped[list[str]]
    needs: Mapped[list[str]]
    legal_form: Mapped[str]
    description: Mapped[str]
    hidden: Mapped[bool]
    changed_at: Mapped[datetime]
    languages: Mapped[list[str]] = mapped_column(server_default="[]")
    links: Mapped[list[str]] = mapped_column(server_default="[]")
    members: Mapped[str] = mapped_column(server_default="")
    country: Mapped[str] = mapped_column(server_default="nl")
    precision: Mapped[str] = mapped_column(server_default="place")
    receives: Mapped[bool] = mapped_column(server_default=true())
    picture_id: Mapped[int | None] = mapped_column(
        ForeignKey("pictures.id", ondelete="SET NULL"), index=True
    )
    asked_at: Mapped[datetime | None]
    province: Mapped[str] = mapped_column(server_default="")
    is_draft: Mapped[bool] = mapped_column(server_default=false())


class CollectiveThemeRow(Base):
    """A theme a collective works on."""

    __tablename__ = "collective_themes"
    __table_args__ = ({"info": keep(Keep("as the collective", Erase.NOTHING, ends=Ends.PARENT))},)

    collective_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), primary_key=True
    )
    theme: Mapped[str] = mapped_column(primary_key=True, index=True)


class ContactRow(Base):
    """A person who speaks for a collective, and how to reach them after both said yes."""

    __tablename__ = "contacts"
    __table_args__ = (
        {
            "info": keep(
                Keep(
                    "until the role ends",
                    Erase.DELETE,
                    person=("person_id",),
                    text=("reach",),
                    ends=Ends.STOPPED,
                )
            )
        },
    )

    collective_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    reach: Mapped[str]
    since: Mapped[datetime]


async def find(session: Session, community_id: int, collective_id: int) -> CollectiveRow | None:
    """A collective of this community."""
    return await session.scalar(
        select(CollectiveRow).where(
            CollectiveRow.id == collective_id, CollectiveRow.community_id == community_id
        )
    )


async def find_by_name(
    session: Session, community_id: int, name: str, place: str
) -> CollectiveRow | None:
    """The collective with this name in this place."""
    return await session.scalar(
        select(CollectiveRow).where(
            CollectiveRow.community_id == community_id,
            CollectiveRow.name == name,
            CollectiveRow.place == place,
        )
    )


async def find_all(session: Session, community_id: int) -> tuple[CollectiveRow, ...]:
    """All visible collectives of a community, oldest first."""
    rows = await session.scalars(
        select(CollectiveRow)
        .where(CollectiveRow.community_id == community_id, CollectiveRow.hidden.is_(False))
        .order_by(CollectiveRow.id)
    )
    return tuple(rows)


async def find_every(session: Session, community_id: int) -> tuple[CollectiveRow, ...]:
    """All collectives of a community, also the hidden ones, oldest first."""
    rows = await session.scalars(
        select(CollectiveRow)
        .where(CollectiveRow.community_id == community_id)
        .order_by(CollectiveRow.id)
    )
    return tuple(rows)


async def stamp(session: Session, community_id: int) -> tuple[int, datetime | None]:
    """What differs after any change of a profile: how many there are, and the last change."""
    row = (
        await session.execute(
            select(func.count(CollectiveRow.id), func.max(CollectiveRow.changed_at)).where(
                CollectiveRow.community_id == community_id
            )
        )
    ).one()
    return row[0], row[1]


async def add(session: Session, **values: object) -> int | None:
    """Store a new collective; None when its name and place are taken."""
    if not await insert_once(session, CollectiveRow, ["community_id", "name", "place"], **values):
        return None
    return await session.scalar(
        select(CollectiveRow.id).where(
            CollectiveRow.community_id == values["community_id"],
            CollectiveRow.name == values["name"],
            CollectiveRow.place == values["place"],
        )
    )


async def remove(session: Session, collective_id: int) -> None:
    """Take a collective away, with its themes and contacts."""
    await session.execute(delete(CollectiveRow).where(CollectiveRow.id == collective_id))


async def hold(session: Session, collective_ids: Sequence[int]) -> tuple[CollectiveRow, ...]:
    """These collectives, locked, in the order of their ids."""
    rows = await session.scalars(
        select(CollectiveRow)
        .where(CollectiveRow.id.in_(collective_ids))
        .order_by(CollectiveRow.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return tuple(rows)


async def find_of(session: Session, person_id: int, community_id: int) -> tuple[CollectiveRow, ...]:
    """The collectives of this community that a person is contact of, oldest first."""
    rows = await session.scalars(
        select(CollectiveRow)
        .join(ContactRow)
        .where(ContactRow.person_id == person_id, CollectiveRow.community_id == community_id)
        .order_by(CollectiveRow.id)
    )
    return tuple(rows)


async def find_themes(
    session: Session, collective_ids: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """The themes of these collectives, each sorted."""
    rows = await session.execute(
        select(CollectiveThemeRow.collective_id, CollectiveThemeRow.theme)
        .where(CollectiveThemeRow.collective_id.in_(collective_ids))
        .order_by(CollectiveThemeRow.collective_id, CollectiveThemeRow.theme)
    )
    found: dict[int, tuple[str, ...]] = {}
    for collective_id, theme in rows:
        found[collective_id] = (*found.get(collective_id, ()), theme)
    return found


async def put_themes(session: Session, collective_id: int, themes: Sequence[str]) -> None:
    """Replace the themes of a collective."""
    await session.execute(
        delete(CollectiveThemeRow).where(CollectiveThemeRow.collective_id == collective_id)
    )
    session.add_all(
        CollectiveThemeRow(collective_id=collective_id, theme=theme)
        for theme in dict.fromkeys(themes)
    )
    await session.flush()


async def is_contact(session: Session, person_id: int, collective_id: int | None = None) -> bool:
    """Whether a person speaks for this collective, or for any."""
    query = select(ContactRow.person_id).where(ContactRow.person_id == person_id).limit(1)
    if collective_id is not None:
        query = query.where(ContactRow.collective_id == collective_id)
    return await session.scalar(query) is not None


async def add_contact(
    session: Session, collective_id: int, person_id: int, reach: str, at: datetime
) -> bool:
    """Make a person contact of a collective; False when they were already."""
    return await insert_once(
        session,
        ContactRow,
        ["collective_id", "person_id"],
        collective_id=collective_id,
        person_id=person_id,
        reach=reach,
        since=at,
    )


async def find_contacts(session: Session, collective_id: int) -> tuple[ContactRow, ...]:
    """The contacts of a collective, first come first."""
    rows = await session.scalars(
        select(ContactRow)
        .where(ContactRow.collective_id == collective_id)
        .order_by(ContactRow.since, ContactRow.person_id)
    )
    return tuple(rows)


async def find_contact(session: Session, collective_id: int, person_id: int) -> ContactRow | None:
    """One contact of a collective."""
    return await session.get(ContactRow, (collective_id, person_id))


async def remove_contact(session: Session, collective_id: int, person_id: int) -> bool:
    """End the role of a contact; False when there was none."""
    done = await session.execute(
        delete(ContactRow)
        .where(ContactRow.collective_id == collective_id, ContactRow.person_id == person_id)
        .returning(ContactRow.person_id)
    )
    return done.first() is not None


async def find_all_themes(session: Session, community_id: int) -> dict[int, tuple[str, ...]]:
    """The themes of every collective of a community, each sorted."""
    result = await session.execute(
        select(CollectiveThemeRow.collective_id, CollectiveThemeRow.theme)
        .join(CollectiveRow)
        .where(CollectiveRow.community_id == community_id)
        .order_by(CollectiveThemeRow.collective_id, CollectiveThemeRow.theme)
    )
    found: dict[int, list[str]] = {}
    for collective_id, theme in result:
        found.setdefault(collective_id, []).append(theme)
    return {collective_id: tuple(themes) for collective_id, themes in found.items()}


async def find_name(session: Session, collective_id: int) -> str | None:
    """The name of a collective."""
    return await session.scalar(select(CollectiveRow.name).where(CollectiveRow.id == collective_id))


async def add_all(
    session: Session, values: Sequence[Mapping[str, Any]], themes: Sequence[Sequence[str]]
) -> tuple[int, ...]:
    """Store many new collectives with their themes, and return their ids in the same order."""
    made = [CollectiveRow(**one) for one in values]
    session.add_all(made)
    await session.flush()
    session.add_all(
        CollectiveThemeRow(collective_id=row.id, theme=theme)
        for row, named in zip(made, themes, strict=True)
        for theme in dict.fromkeys(named)
    )
    await session.flush()
    return tuple(row.id for row in made)
