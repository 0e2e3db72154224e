"""Coffee rounds: who takes part, and who met whom."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, keep


class CoffeeRow(Base):
    """A series of rounds, per theme or open (an empty theme), every so many weeks.

    `state` is on or off; `next_at` is when the next round is made that was not announced yet, on
    the `weekday` (Monday is 0) or, on a public holiday, near it.
    """

    __tablename__ = "coffees"
    __table_args__ = (
        UniqueConstraint("community_id", "theme"),
        {"info": keep(Keep("until staff stop it", Erase.NOTHING, ends=Ends.NEVER))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    theme: Mapped[str]
    weeks: Mapped[int]
    weekday: Mapped[int]
    state: Mapped[str]
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    made_at: Mapped[datetime]


class CoffeeMemberRow(Base):
    """Somebody who takes part, for a collective or for themselves. `state` is in or paused.

    `skips` is the number of the round that they skip; `silent` the rounds in a row without a sign;
    `waited` the rounds in a row in which there was nobody for them.
    """

    __tablename__ = "coffee_members"
    __table_args__ = (
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED))},
    )

    coffee_id: Mapped[int] = mapped_column(
        ForeignKey("coffees.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    collective_id: Mapped[int | None] = mapped_column(
        ForeignKey("collectives.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[str]
    skips: Mapped[int | None]
    silent: Mapped[int]
    waited: Mapped[int]
    joined_at: Mapped[datetime]


class CoffeeRoundRow(Base):
    """One round of a series. `state` is announced, made, or held: everybody got their group.

    `people`, `alone` and `repeats` are figures of when it was made, for staff.
    """

    __tablename__ = "coffee_rounds"
    __table_args__ = (
        UniqueConstraint("coffee_id", "number"),
        Index("ix_coffee_rounds_state_at", "state", "at"),
        {"info": keep(Keep("2 years", Erase.NOTHING, days=730, since="at"))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    coffee_id: Mapped[int] = mapped_column(ForeignKey("coffees.id", ondelete="CASCADE"))
    number: Mapped[int]
    state: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
    people: Mapped[int]
    alone: Mapped[int]
    repeats: Mapped[int]


class CoffeeSeatRow(Base):
    """Who sat with whom: the same `group` in one round. `reacted_at`: the first sign."""

    __tablename__ = "coffee_seats"
    __table_args__ = (
        Index("ix_coffee_seats_person_id", "person_id"),
        {"info": keep(Keep("as the round", Erase.DELETE, person=("person_id",), ends=Ends.PARENT))},
    )

    round_id: Mapped[int] = mapped_column(
        ForeignKey("coffee_rounds.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    collective_id: Mapped[int | None] = mapped_column(
        ForeignKey("collectives.id", ondelete="SET NULL"), index=True
    )
    group: Mapped[int]
    reacted_at: Mapped[datetime | None]
