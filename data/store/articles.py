"""The community's own articles; those that ship live in `data/content`."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, keep


class ArticleRow(Base):
    """An article a community wrote itself, or its own version of a shipped one (same `slug`).

    `state`: draft (waits for a second pair of eyes), published, withdrawn. `withdrawn` says the
    same of the last one: a shipped article of this slug is then hidden too. `number` grows with
    each version.
    """

    __tablename__ = "articles"
    __table_args__ = (
        UniqueConstraint("community_id", "slug", "language"),
        {
            "info": keep(
                Keep(
                    "until 30 days after it was withdrawn; reviewed yearly",
                    Erase.BLANK,
                    person=("written_by", "reviewed_by"),
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
    step: Mapped[str] = mapped_column(server_default="")
    question_id: Mapped[int | None] = mapped_column(
        ForeignKey("questions.id", ondelete="SET NULL"), index=True
    )
    reviewed_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[str] = mapped_column(server_default="published")
    number: Mapped[int] = mapped_column(server_default="1")
    checked_on: Mapped[date | None]


class ArticleVersionRow(Base):
    """An article as it was from a moment on, with who changed it and why; nothing is overwritten.

    The newest id says whether an index is up to date: every change of what can be found adds a row.
    """

    __tablename__ = "article_versions"
    __table_args__ = (
        Index("ix_article_versions_community_id_slug", "community_id", "slug"),
        {
            "info": keep(
                Keep(
                    "24 months, then without who",
                    Erase.BLANK,
                    person=("by",),
                    days=730,
                    since="at",
                    expire=Erase.BLANK,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    slug: Mapped[str]
    language: Mapped[str]
    number: Mapped[int]
    state: Mapped[str]
    article: Mapped[dict[str, Any]]
    why: Mapped[str]
    by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)


class ReadingRow(Base):
    """An article that was given as an answer to a question."""

    __tablename__ = "article_readings"
    __table_args__ = (
        Index("ix_article_readings_slug_at", "slug", "at"),
        {"info": keep(Keep("90 days", Erase.NOTHING, days=90, since="at"))},
    )

    question_id: Mapped[int] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    slug: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)


class DoubtRow(Base):
    """A reader who says that an article may not be right any more."""

    __tablename__ = "article_doubts"
    __table_args__ = (
        Index("ix_article_doubts_community_id_slug", "community_id", "slug"),
        {
            "info": keep(
                Keep(
                    "90 days",
                    Erase.BLANK,
                    person=("person_id",),
                    text=("text",),
                    days=90,
                    since="at",
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    slug: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
    handled_at: Mapped[datetime | None]


class SearchWordsRow(Base):
    """Words of residents by which an article is found too, added by staff."""

    __tablename__ = "search_words"
    __table_args__ = (
        UniqueConstraint("community_id", "slug", "words"),
        {
            "info": keep(
                Keep(
                    "words as long as they are used; names of staff 24 months",
                    Erase.BLANK,
                    person=("added_by",),
                    days=730,
                    since="at",
                    expire=Erase.BLANK,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    slug: Mapped[str]
    words: Mapped[str]
    added_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    at: Mapped[datetime]


class SourceLinkRow(Base):
    """The address of a source, and whether it still answers."""

    __tablename__ = "source_links"
    __table_args__ = (
        {"info": keep(Keep("as long as an article names it", Erase.NOTHING, ends=Ends.NEVER))},
    )

    url: Mapped[str] = mapped_column(primary_key=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    checked_at: Mapped[datetime | None]
    status: Mapped[int | None]
    failures: Mapped[int]
    told_at: Mapped[datetime | None]


async def find_all(session: Session, community_id: int) -> tuple[ArticleRow, ...]:
    """The published articles of a community."""
    rows = await session.scalars(
        select(ArticleRow)
        .where(ArticleRow.community_id == community_id, ArticleRow.withdrawn.is_(False))
        .order_by(ArticleRow.id)
    )
    return tuple(rows)
