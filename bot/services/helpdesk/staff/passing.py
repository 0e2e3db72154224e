"""Telling a colleague that a question is theirs now: one private message, or a line for staff."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.communities import Place, read_settings
from bot.people import Person
from bot.posts import Post, to_person
from bot.services.helpdesk.posting import point_staff, pointer
from bot.services.helpdesk.states import Step
from data.store import Session
from data.store import question_events as events
from data.store import questions as rows

AT_ONCE: Final = timedelta(minutes=1)
"""Given twice to one colleague within this time is one message."""
PASSED_ON: Final = "passed-on"


async def was_just_told(
    session: Session, question: rows.QuestionRow, to: Person, now: datetime
) -> bool:
    """Whether this colleague got the question a moment ago too; look before you note it anew."""
    return any(
        one.kind == Step.PASSED_ON and one.facts.get("to") == to.id and now - one.at < AT_ONCE
        for one in await events.find_of(session, [question.id])
    )


async def tell_colleague(
    session: Session, question: rows.QuestionRow, to: Person, number: int, now: datetime
) -> None:
    """Tell a colleague in private which question is theirs now; `number` is that of the step.

    Who takes no private messages is named in a line for staff, without a mention.
    """
    settings = await read_settings(session, question.community_id)
    facts = {"question": question.id}
    post = Post("staff-passed-on", f"question:{question.id}:passed-on:{number}", facts, now)
    place = settings.places.get(Place.STAFF)
    if place is not None:
        line = await pointer(session, question, place, what=PASSED_ON, number=number, at=now)
        instead = {
            "kind": line.kind,
            "source": line.source,
            "facts": dict(line.facts),
            "target": place,
            "language": settings.language,
        }
        post = replace(post, facts={**facts, "if_closed": instead})
    if not await to_person(session, question.community_id, to.id, settings.language, post):
        await point_staff(session, question, PASSED_ON, number, now)
