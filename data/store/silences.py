"""Collectives that were not heard of for long: who is asked, and what is hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select, update

from data.store.base import Session
from data.store.collectives import CollectiveRow, ContactRow
from data.store.introductions import IntroductionRow


@dataclass(frozen=True, slots=True)
class Silent:
    """A collective that shows no sign of life, and the people who may know more."""

    id: int
    community_id: int
    name: str
    contacts: tuple[int, ...]


async def carry_signs(session: Session) -> None:
    """Let asking or answering somebody count as a sign of life, as a changed profile does."""
    lively = or_(
        IntroductionRow.from_id == CollectiveRow.id,
        and_(
            IntroductionRow.to_id == CollectiveRow.id,
            or_(IntroductionRow.answered_by.is_not(None), IntroductionRow.state == "agreed"),
        ),
    )
    last = select(func.max(IntroductionRow.asked_at)).where(lively).scalar_subquery()
    await session.execute(
        update(CollectiveRow)
        .where(CollectiveRow.changed_at < last)
        .values(changed_at=last)
        .execution_options(synchronize_session=False)
    )


async def find(session: Session, before: datetime) -> tuple[Silent, ...]:
    """Visible collectives that were silent since before this moment and not asked about it yet."""
    rows = await session.scalars(
        select(CollectiveRow)
        .where(
            CollectiveRow.hidden.is_(False),
            CollectiveRow.changed_at <= before,
            or_(
                CollectiveRow.asked_at.is_(None), CollectiveRow.asked_at < CollectiveRow.changed_at
            ),
        )
        .order_by(CollectiveRow.changed_at, CollectiveRow.id)
    )
    found = tuple(rows)
    contacts = await _contacts(session, [row.id for row in found])
    return tuple(
        Silent(row.id, row.community_id, row.name, contacts.get(row.id, ())) for row in found
    )


async def note_asked(session: Session, ids: Sequence[int], at: datetime) -> None:
    """Write down that contacts of these collectives were asked."""
    await session.execute(
        update(CollectiveRow)
        .where(CollectiveRow.id.in_(ids))
        .values(asked_at=at)
        .execution_options(synchronize_session=False)
    )


async def hide(session: Session, asked_before: datetime) -> frozenset[int]:
    """Show nobody the collectives that were asked before this moment and gave no sign since.

    Gives the communities they are in.
    """
    done = await session.execute(
        update(CollectiveRow)
        .where(
            CollectiveRow.hidden.is_(False),
            CollectiveRow.asked_at <= asked_before,
            CollectiveRow.changed_at <= CollectiveRow.asked_at,
        )
        .values(hidden=True)
        .returning(CollectiveRow.community_id)
        .execution_options(synchronize_session=False)
    )
    return frozenset(row.community_id for row in done)


async def _contacts(session: Session, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    rows = await session.execute(
        select(ContactRow.collective_id, ContactRow.person_id)
        .where(ContactRow.collective_id.in_(ids))
        .order_by(ContactRow.since, ContactRow.person_id)
    )
    found: dict[int, tuple[int, ...]] = {}
    for collective_id, person_id in rows:
        found[collective_id] = (*found.get(collective_id, ()), person_id)
    return found
