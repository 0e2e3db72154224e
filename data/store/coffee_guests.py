"""Who comes to a round of coffee, and what keeps two of them apart."""

from collections.abc import Collection

from sqlalchemy import exists, or_, select

from data.store.base import Session
from data.store.blocks import BlockRow
from data.store.coffees import IN, CoffeeMemberRow
from data.store.collectives import CollectiveRow, ContactRow
from data.store.deliveries import DeliveryRow
from data.store.restrictions import RestrictionRow


async def find_takers(
    session: Session, coffee_id: int, number: int, asked: str
) -> tuple[CoffeeMemberRow, ...]:
    """Who is in this round: not who skips it, whose data is on hold, or whom the question missed.

    `asked` is the source of the message that asked whether they take part this time.
    """
    on_hold = exists().where(RestrictionRow.person_id == CoffeeMemberRow.person_id)
    missed = exists().where(
        DeliveryRow.source == asked,
        DeliveryRow.person_id == CoffeeMemberRow.person_id,
        DeliveryRow.state == "failed",
    )
    rows = await session.scalars(
        select(CoffeeMemberRow)
        .where(
            CoffeeMemberRow.coffee_id == coffee_id,
            CoffeeMemberRow.state == IN,
            or_(CoffeeMemberRow.skips.is_(None), CoffeeMemberRow.skips != number),
            ~on_hold,
            ~missed,
        )
        .order_by(CoffeeMemberRow.person_id)
        .execution_options(populate_existing=True)
    )
    return tuple(rows)


async def find_missed(session: Session, asked: str) -> frozenset[int]:
    """Whom the message with this source could not reach."""
    rows = await session.scalars(
        select(DeliveryRow.person_id).where(
            DeliveryRow.source == asked,
            DeliveryRow.state == "failed",
            DeliveryRow.person_id.is_not(None),
        )
    )
    return frozenset(one for one in rows if one is not None)


async def find_collectives_of(
    session: Session, community_id: int, person_ids: Collection[int]
) -> dict[int, tuple[int, ...]]:
    """The collectives that each of these people speaks for, oldest first."""
    rows = await session.execute(
        select(ContactRow.person_id, ContactRow.collective_id)
        .join(CollectiveRow)
        .where(CollectiveRow.community_id == community_id, ContactRow.person_id.in_(person_ids))
        .order_by(ContactRow.person_id, ContactRow.collective_id)
    )
    found: dict[int, tuple[int, ...]] = {}
    for person_id, collective_id in rows:
        found[person_id] = (*found.get(person_id, ()), collective_id)
    return found


async def find_blocked(session: Session, community_id: int) -> frozenset[tuple[int, int]]:
    """The pairs of collectives of which one does not want to hear from the other, smaller first."""
    rows = await session.execute(
        select(BlockRow.from_id, BlockRow.to_id)
        .join(CollectiveRow, CollectiveRow.id == BlockRow.from_id)
        .where(CollectiveRow.community_id == community_id)
    )
    return frozenset((min(one, two), max(one, two)) for one, two in rows)
