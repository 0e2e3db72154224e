"""The community's own articles; those that ship live in `data/content`."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, Session, keep


class ArticleRow(Base):
    """An article a community wrote itself, or its own version of a shipped one (same `slug`)."""

    __tablename__ = "articles"
    __table_args__ = (
        UniqueConstraint("community_id", "slug", "language"),
        {
            "info": keep(
                Keep(
                    "until 30 days after it was withdrawn; reviewed yearly",
                    Erase.BLANK,
                    person=("written_by",),
                    days=30,
                    since="changed_at",
                    only="withdrawn",
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    slug: Mapped[str]
    language: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    themes: Mapped[list[str]]
    questions: Mapped[list[str]]
    keywords: Mapped[list[str]]
    source_name: Mapped[str]
    source_url: Mapped[str]
    written_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    withdrawn: Mapped[bool]
    review_on: Mapped[date]
    changed_at: Mapped[datetime]


async def find_all(session: Session, community_id: int) -> tuple[ArticleRow, ...]:
    """The published articles of a community."""
    rows = await session.scalars(
        select(ArticleRow)
        .where(ArticleRow.community_id == community_id, ArticleRow.withdrawn.is_(False))
        .order_by(ArticleRow.id)
    )
    return tuple(rows)
