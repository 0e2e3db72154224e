"""Who was asked to become contact of a collective, and from whom they take it over."""

from datetime import datetime

from sqlalchemy import ForeignKey, delete
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, Session, keep, upsert


class ContactOfferRow(Base):
    """The role of contact, offered to a person until they say yes or no.

    `from_person` goes when they say yes. It is empty for somebody who left as the last contact,
    and may come back.
    """

    __tablename__ = "contact_offers"
    __table_args__ = (
        {
            "info": keep(
                Keep(
                    "14 days",
                    Erase.DELETE,
                    person=("person_id", "from_person"),
                    days=14,
                    since="at",
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
    from_person: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    at: Mapped[datetime] = mapped_column(index=True)


async def put(
    session: Session, collective_id: int, person_id: int, from_person: int | None, at: datetime
) -> None:
    """Offer the role to this person, instead of an earlier offer to them."""
    await upsert(
        session,
        ContactOfferRow,
        ["collective_id", "person_id"],
        collective_id=collective_id,
        person_id=person_id,
        from_person=from_person,
        at=at,
    )


async def hold(session: Session, collective_id: int, person_id: int) -> ContactOfferRow | None:
    """What this person was offered, locked."""
    return await session.get(ContactOfferRow, (collective_id, person_id), with_for_update=True)


async def remove(session: Session, collective_id: int, person_id: int) -> None:
    """The offer was answered."""
    await session.execute(
        delete(ContactOfferRow).where(
            ContactOfferRow.collective_id == collective_id,
            ContactOfferRow.person_id == person_id,
        )
    )


async def remove_from(session: Session, collective_id: int, from_person: int) -> None:
    """Take back what this person offered to others."""
    await session.execute(
        delete(ContactOfferRow).where(
            ContactOfferRow.collective_id == collective_id,
            ContactOfferRow.from_person == from_person,
        )
    )
