"""Questions that go along with another one, and holding more than one question at a time."""

from sqlalchemy import or_, select

from data.store.base import Session
from data.store.communities import CommunityRow
from data.store.questions import LARGEST, QuestionRow


async def find_merged(session: Session, question_id: int) -> tuple[int, ...]:
    """The numbers of the questions that go along with this one, lowest first."""
    found = await session.scalars(
        select(QuestionRow.id)
        .where(
            QuestionRow.merged_into == question_id, QuestionRow.state.in_(("answered", "closed"))
        )
        .order_by(QuestionRow.id)
    )
    return tuple(found)


async def hold_together(session: Session, *numbers: int) -> tuple[QuestionRow, ...]:
    """These questions and those that go along with one of them, locked, the lowest number first.

    Who needs more than one question takes them here and in one go, community by community: nobody
    else merges meanwhile, so the group stays as it is found, and nobody waits in a circle.
    """
    wanted = [id_ for id_ in numbers if id_ <= LARGEST]
    await session.execute(
        select(CommunityRow.id)
        .where(
            CommunityRow.id.in_(select(QuestionRow.community_id).where(QuestionRow.id.in_(wanted)))
        )
        .order_by(CommunityRow.id)
        .with_for_update(key_share=True)
    )
    found = await session.scalars(
        select(QuestionRow)
        .where(or_(QuestionRow.id.in_(wanted), QuestionRow.merged_into.in_(wanted)))
        .order_by(QuestionRow.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return tuple(found)
