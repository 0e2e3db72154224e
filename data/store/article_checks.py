"""When a community last said that a shipped article is still right."""

from datetime import datetime

from sqlalchemy import select

from data.store.articles import NEWEST, ArticleCheckRow, Key
from data.store.base import Session, upsert


async def put(session: Session, key: Key, *, by: int, at: datetime) -> None:
    """Somebody looked at an article at this moment; the last one counts."""
    community_id, slug, language = key
    await upsert(
        session,
        ArticleCheckRow,
        ["community_id", "slug", "language"],
        community_id=community_id,
        slug=slug,
        language=language,
        person_id=by,
        at=at,
    )


async def find_all(session: Session) -> dict[Key, datetime]:
    """When each article was last looked at, of all communities."""
    rows = await session.scalars(select(ArticleCheckRow))
    return {(row.community_id, row.slug, row.language): row.at for row in rows}


async def find_marks(session: Session) -> tuple[int, ...]:
    """The latest moments, in microseconds: other ones mean that something was looked at."""
    found = await session.scalars(
        select(ArticleCheckRow.at).order_by(ArticleCheckRow.at.desc()).limit(NEWEST)
    )
    return tuple(int(at.timestamp() * 1_000_000) for at in found)
