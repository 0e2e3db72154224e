"""Collectives that have met no other yet."""

from datetime import datetime

from sqlalchemy import exists, or_, select

from data.store.base import Session
from data.store.circles import CircleMemberRow
from data.store.coffees import CoffeeSeatRow
from data.store.collectives import CollectiveRow, ContactRow
from data.store.introductions import IntroductionRow
from data.store.meetings import AttendeeRow


async def find(
    session: Session, community_id: int, before: datetime, most: int
) -> tuple[CollectiveRow, ...]:
    """Visible collectives with a contact that met nobody, and are not just here, oldest first.

    Meeting is an introduction that both sides wanted, a meeting, a circle or a coffee round.
    """
    introduced = exists().where(
        or_(IntroductionRow.from_id == CollectiveRow.id, IntroductionRow.to_id == CollectiveRow.id),
        IntroductionRow.state == "agreed",
    )
    in_circle = exists().where(
        CircleMemberRow.collective_id == CollectiveRow.id, CircleMemberRow.state == "in"
    )
    rows = await session.scalars(
        select(CollectiveRow)
        .where(
            CollectiveRow.community_id == community_id,
            CollectiveRow.hidden.is_(False),
            CollectiveRow.changed_at <= before,
            exists().where(ContactRow.collective_id == CollectiveRow.id),
            ~introduced,
            ~in_circle,
            ~exists().where(AttendeeRow.collective_id == CollectiveRow.id),
            ~exists().where(CoffeeSeatRow.collective_id == CollectiveRow.id),
        )
        .order_by(CollectiveRow.id)
        .limit(most)
    )
    return tuple(rows)
