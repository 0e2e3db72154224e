"""The addresses of sources, and when each is looked at."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select

from data.store.articles import SourceLinkRow
from data.store.base import Session, insert_once


async def find_all(session: Session) -> frozenset[str]:
    """Every address that is known."""
    return frozenset(await session.scalars(select(SourceLinkRow.url)))


async def add(session: Session, url: str, due_at: datetime) -> None:
    """Look at an address from this moment on."""
    await insert_once(
        session,
        SourceLinkRow,
        ["url"],
        url=url,
        due_at=due_at,
        checked_at=None,
        status=None,
        failures=0,
        told_at=None,
    )


async def remove(session: Session, urls: Collection[str]) -> None:
    """Forget addresses that no article names any more."""
    if urls:
        await session.execute(delete(SourceLinkRow).where(SourceLinkRow.url.in_(urls)))


async def take_due(session: Session, at: datetime) -> SourceLinkRow | None:
    """The address that waits longest, locked; None when none is due."""
    return await session.scalar(
        select(SourceLinkRow)
        .where(SourceLinkRow.due_at <= at)
        .order_by(SourceLinkRow.due_at, SourceLinkRow.url)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


async def hold(session: Session, url: str) -> SourceLinkRow | None:
    """An address, locked until the end of the block."""
    return await session.scalar(
        select(SourceLinkRow).where(SourceLinkRow.url == url).with_for_update()
    )


async def find_dead(session: Session, failures: int) -> tuple[SourceLinkRow, ...]:
    """Addresses that failed so many times in a row."""
    rows = await session.scalars(
        select(SourceLinkRow)
        .where(SourceLinkRow.failures >= failures)
        .order_by(SourceLinkRow.url)
        .limit(100)
    )
    return tuple(rows)
