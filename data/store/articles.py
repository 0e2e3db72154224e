"""The community's own articles; those that ship live in `data/content`."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint, exists, func, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep, upsert

LARGEST: Final = 2**31 - 1
"""The largest number that a row can have; a forged button may name any."""


class ArticleRow(Base):
    """An article a community wrote itself, or its own version of a shipped one (same `slug`).

    `state`: draft (waits for a second pair of eyes), published, withdrawn. `withdrawn` says the
    same of the last one: a shipped article of this slug is then hidden too. `number` grows with
    each version. `country` is where an example comes from when that is not the Netherlands, and
    `unsure` what an editor must still look up.
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
    who: Mapped[str] = mapped_column(server_default="")
    country: Mapped[str] = mapped_column(server_default="")
    unsure: Mapped[list[str]] = mapped_column(server_default="[]")


class ArticleVersionRow(Base):
    """An article as it was from a moment on, with who changed it and why; nothing is overwritten.

    The newest ids say whether an index is up to date: every change of what can be found adds a row.
    `state`: published, withdrawn; before that draft (its writer works on it), asked (the asker of
    the question was asked), ready (waits for a colleague); after it used (it was published) or
    dropped, and then it is empty.
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


class ArticleCheckRow(Base):
    """Somebody said that a shipped article is still right; no copy of it is made."""

    __tablename__ = "article_checks"
    __table_args__ = (
        {
            "info": keep(
                Keep(
                    "3 years",
                    Erase.BLANK,
                    person=("person_id",),
                    days=1095,
                    since="at",
                )
            )
        },
    )

    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"), primary_key=True)
    slug: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    at: Mapped[datetime] = mapped_column(index=True)


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


Key = tuple[int, str, str]
"""Community, slug and language of an article."""
SAID: Final = ("published", "withdrawn")
"""The states of a version that readers noticed."""
OPEN: Final = ("draft", "asked", "ready")
"""The states of a version that may still be published."""
NEWEST: Final = 20
"""So many newest ids are looked at: on PostgreSQL a lower one may be committed later."""
_MARKS: Final = tuple(
    select(table.id).order_by(table.id.desc()).limit(NEWEST)
    for table in (ArticleVersionRow, SearchWordsRow)
)


async def find_marks(session: Session) -> tuple[tuple[int, ...], ...]:
    """The newest ids of versions and of search words: other ids mean that something changed."""
    return tuple([tuple(await session.scalars(statement)) for statement in _MARKS])


async def find_all(session: Session, community_id: int | None = None) -> tuple[ArticleRow, ...]:
    """The published articles of a community, or of all."""
    query = select(ArticleRow).where(ArticleRow.withdrawn.is_(False)).order_by(ArticleRow.id)
    if community_id is not None:
        query = query.where(ArticleRow.community_id == community_id)
    return tuple(await session.scalars(query))


async def find_withdrawn(session: Session) -> frozenset[Key]:
    """Every article that readers may not see, shipped or not: its last version is withdrawn."""
    last = (
        select(func.max(ArticleVersionRow.id))
        .where(ArticleVersionRow.state.in_(SAID))
        .group_by(
            ArticleVersionRow.community_id, ArticleVersionRow.slug, ArticleVersionRow.language
        )
    )
    rows = await session.execute(
        select(
            ArticleVersionRow.community_id, ArticleVersionRow.slug, ArticleVersionRow.language
        ).where(ArticleVersionRow.id.in_(last), ArticleVersionRow.state == "withdrawn")
    )
    return frozenset((community_id, slug, language) for community_id, slug, language in rows)


async def hold(session: Session, key: Key) -> ArticleRow | None:
    """The article of a community in a language, locked until the end of the block."""
    community_id, slug, language = key
    return await session.scalar(
        select(ArticleRow)
        .where(
            ArticleRow.community_id == community_id,
            ArticleRow.slug == slug,
            ArticleRow.language == language,
        )
        .with_for_update()
    )


async def put(session: Session, key: Key, **values: Any) -> None:  # noqa: ANN401 - column values
    """Write the article of a community in a language, new or in the place of the old one."""
    community_id, slug, language = key
    await upsert(
        session,
        ArticleRow,
        ["community_id", "slug", "language"],
        community_id=community_id,
        slug=slug,
        language=language,
        **values,
    )


async def add_version(session: Session, key: Key, **values: Any) -> ArticleVersionRow:  # noqa: ANN401
    """Write down a version; its id is known afterwards."""
    community_id, slug, language = key
    row = ArticleVersionRow(community_id=community_id, slug=slug, language=language, **values)
    session.add(row)
    await session.flush()
    return row


async def find_version(session: Session, version_id: int) -> ArticleVersionRow | None:
    """A version by its id."""
    return await session.get(ArticleVersionRow, version_id) if version_id <= LARGEST else None


async def hold_version(session: Session, version_id: int) -> ArticleVersionRow | None:
    """A version, locked until the end of the block."""
    if version_id > LARGEST:
        return None
    return await session.scalar(
        select(ArticleVersionRow).where(ArticleVersionRow.id == version_id).with_for_update()
    )


async def find_versions(
    session: Session, community_id: int, slug: str, states: Sequence[str] = SAID
) -> tuple[ArticleVersionRow, ...]:
    """The versions of an article, newest first."""
    rows = await session.scalars(
        select(ArticleVersionRow)
        .where(
            ArticleVersionRow.community_id == community_id,
            ArticleVersionRow.slug == slug,
            ArticleVersionRow.state.in_(states),
        )
        .order_by(ArticleVersionRow.id.desc())
        .limit(50)
    )
    return tuple(rows)


async def find_last_number(session: Session, key: Key) -> int:
    """The number of the newest version that readers noticed; 0 when there is none."""
    community_id, slug, language = key
    found = await session.scalar(
        select(func.max(ArticleVersionRow.number)).where(
            ArticleVersionRow.community_id == community_id,
            ArticleVersionRow.slug == slug,
            ArticleVersionRow.language == language,
            ArticleVersionRow.state.in_(SAID),
        )
    )
    return found or 0


async def find_drafts(
    session: Session, community_id: int | None = None
) -> tuple[ArticleVersionRow, ...]:
    """What may still be published, newest first."""
    query = select(ArticleVersionRow).where(ArticleVersionRow.state.in_(OPEN))
    if community_id is not None:
        query = query.where(ArticleVersionRow.community_id == community_id)
    return tuple(await session.scalars(query.order_by(ArticleVersionRow.id.desc()).limit(200)))


async def is_taken(session: Session, slug: str) -> bool:
    """Whether any article or draft in any community has this slug."""
    return await session.scalar(select(exists().where(ArticleVersionRow.slug == slug))) or False


async def add_words(
    session: Session, community_id: int, slug: str, words: str, *, by: int, at: datetime
) -> bool:
    """Let an article be found by these words too; False when they were there."""
    return await insert_once(
        session,
        SearchWordsRow,
        ["community_id", "slug", "words"],
        community_id=community_id,
        slug=slug,
        words=words,
        added_by=by,
        at=at,
    )


async def find_words(session: Session) -> tuple[tuple[str, str], ...]:
    """The added words of all communities, each with the slug of its article."""
    rows = await session.execute(
        select(SearchWordsRow.slug, SearchWordsRow.words).order_by(SearchWordsRow.id)
    )
    return tuple((slug, words) for slug, words in rows)
