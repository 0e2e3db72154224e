"""What is due, as rows, so that downtime loses nothing."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep


class JobRow(Base):
    """A thing the bot does again and again: when it is next due and when it was last done."""

    __tablename__ = "jobs"
    __table_args__ = ({"info": keep(Keep("one row a job", Erase.NOTHING, ends=Ends.NEVER))},)

    name: Mapped[str] = mapped_column(primary_key=True)
    due_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


async def hold(session: Session, name: str, first_due: datetime) -> JobRow | None:
    """A job, locked and made when new; None while another process has it."""
    await insert_once(session, JobRow, ["name"], name=name, due_at=first_due, done_at=None)
    return await session.scalar(
        select(JobRow).where(JobRow.name == name).with_for_update(skip_locked=True)
    )


async def find(session: Session, name: str) -> JobRow | None:
    """A job by name."""
    return await session.get(JobRow, name)
