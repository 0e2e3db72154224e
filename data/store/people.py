"""People, their accounts, and how much of their limits they used."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, false, select, update
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep, upsert


class PersonRow(Base):
    """Somebody who used the bot. `language` is set only when the person chose one.

    `no_changes`: does not want to hear that an article they got was changed or withdrawn.
    """

    __tablename__ = "people"
    __table_args__ = (
        {
            "sqlite_autoincrement": True,  # a number never stands for somebody else later
            "info": keep(
                Keep(
                    "24 months after last activity",
                    Erase.DELETE,
                    person=("id",),
                    text=("name",),
                    days=730,
                    since="seen_at",
                )
            ),
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    language: Mapped[str | None]
    seen_at: Mapped[datetime] = mapped_column(index=True)
    no_changes: Mapped[bool] = mapped_column(server_default=false())


class IdentityRow(Base):
    """An account of a person on a platform, `platform:id`."""

    __tablename__ = "identities"
    __table_args__ = (
        {
            "info": keep(
                Keep("as the person", Erase.CASCADE, person=("person_id",), ends=Ends.PARENT)
            )
        },
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)


class BucketRow(Base):
    """What is left of one limit for one person: a token bucket that survives restarts."""

    __tablename__ = "buckets"
    __table_args__ = (
        Index("ix_buckets_used_at", "used_at"),
        {
            "info": keep(
                Keep("24 hours", Erase.CASCADE, person=("person_id",), days=1, since="used_at")
            )
        },
    )

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(primary_key=True)
    tokens: Mapped[float]
    used_at: Mapped[datetime]


async def find(session: Session, person_id: int) -> PersonRow | None:
    """A person by id."""
    return await session.get(PersonRow, person_id)


async def hold(session: Session, person_id: int) -> None:
    """Let what this person does now happen one thing after the other, until the block ends."""
    await session.execute(
        select(PersonRow.id).where(PersonRow.id == person_id).with_for_update(key_share=True)
    )


async def find_by_identity(session: Session, identity: str) -> PersonRow | None:
    """The person behind an account."""
    return await session.scalar(
        select(PersonRow).join(IdentityRow).where(IdentityRow.id == identity)
    )


async def add(session: Session, identity: str, name: str, at: datetime) -> PersonRow:
    """The person behind an account, made when the account is new."""
    person = PersonRow(name=name, language=None, seen_at=at)
    session.add(person)
    await session.flush()
    if await insert_once(session, IdentityRow, ["id"], id=identity, person_id=person.id):
        return person
    await session.delete(person)
    await session.flush()
    known = await find_by_identity(session, identity)
    assert known is not None  # noqa: S101 - the insert above said that it exists
    return known


async def identities(session: Session, person_id: int) -> tuple[str, ...]:
    """All accounts of a person, in a fixed order."""
    rows = await session.scalars(
        select(IdentityRow.id).where(IdentityRow.person_id == person_id).order_by(IdentityRow.id)
    )
    return tuple(rows)


async def put_seen(session: Session, person_id: int, name: str, at: datetime) -> None:
    """Remember when somebody was last here and under which name."""
    await session.execute(
        update(PersonRow).where(PersonRow.id == person_id).values(name=name, seen_at=at)
    )


async def hold_bucket(session: Session, person_id: int, name: str) -> BucketRow | None:
    """What is left of a limit, locked."""
    return await session.scalar(
        select(BucketRow)
        .where(BucketRow.person_id == person_id, BucketRow.name == name)
        .with_for_update()
    )


async def put_bucket(
    session: Session, person_id: int, name: str, *, tokens: float, used_at: datetime
) -> None:
    """Remember what is left of a limit."""
    await upsert(
        session,
        BucketRow,
        ["person_id", "name"],
        person_id=person_id,
        name=name,
        tokens=tokens,
        used_at=used_at,
    )


async def hold_by_identity(session: Session, identity: str) -> int | None:
    """The number of the person behind an account, locked against new rows about them."""
    return await session.scalar(
        select(PersonRow.id)
        .join(IdentityRow)
        .where(IdentityRow.id == identity)
        .with_for_update(of=PersonRow)
    )


async def name_of(session: Session, person_id: int) -> str:
    """The name of a person; empty when they are gone."""
    return await session.scalar(select(PersonRow.name).where(PersonRow.id == person_id)) or ""


async def every_identity(session: Session) -> tuple[str, ...]:
    """All accounts of everybody."""
    return tuple(await session.scalars(select(IdentityRow.id).order_by(IdentityRow.id)))
