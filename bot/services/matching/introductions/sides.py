"""A request to meet as each of its two sides sees it."""

from datetime import datetime

from bot.services.matching.profiles import card_of
from bot.services.matching.views import ContactShared, IntroductionNotFound, IntroductionView
from data.store import Session, collectives, people
from data.store import introductions as rows


async def view_of(
    session: Session, asked: rows.IntroductionRow, now: datetime, *, is_asker: bool
) -> IntroductionView:
    """How a request stands for one side. Raises: IntroductionNotFound."""
    mine_id, other_id = (asked.from_id, asked.to_id) if is_asker else (asked.to_id, asked.from_id)
    mine = await collectives.find(session, asked.community_id, mine_id)
    other = await collectives.find(session, asked.community_id, other_id)
    if mine is None or other is None:
        raise IntroductionNotFound
    return IntroductionView(
        id=asked.id,
        state=_state(asked, now, is_asker=is_asker),
        is_asker=is_asker,
        mine=mine.name,
        other=other.name,
        other_card=await card_of(session, other, None),
        note="" if is_asker else asked.note,
        asked_at=asked.asked_at,
        expires_at=asked.expires_at,
    )


def _state(asked: rows.IntroductionRow, now: datetime, *, is_asker: bool) -> str:
    if asked.state == "agreed":
        return "agreed"
    waits = asked.ended_at is None and asked.expires_at > now
    is_open = asked.state in rows.UNTOLD if is_asker else asked.state == "asked"
    return "asked" if waits and is_open else "ended"


async def shared_of(
    session: Session, asked: rows.IntroductionRow, *, is_asker: bool
) -> ContactShared:
    """What one side gets. Raises: IntroductionNotFound before both said yes."""
    other_person = asked.answered_by if is_asker else asked.asked_by
    mine_id, other_id = (asked.from_id, asked.to_id) if is_asker else (asked.to_id, asked.from_id)
    mine = await collectives.find(session, asked.community_id, mine_id)
    other = await collectives.find(session, asked.community_id, other_id)
    if asked.state != "agreed" or other_person is None or mine is None or other is None:
        raise IntroductionNotFound
    contact = await collectives.find_contact(session, other_id, other_person)
    row = await people.find(session, other_person)
    accounts = await people.identities(session, other_person)
    if contact is None or row is None or not accounts:
        raise IntroductionNotFound
    return ContactShared(mine.name, other.name, row.name, accounts[0], contact.reach)
