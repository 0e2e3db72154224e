"""The messages with a request to meet, for the contacts of the group that is asked."""

import secrets
from datetime import datetime

from bot.communities import read_settings
from bot.posts import Post, to_person
from data.store import Session, collectives, deliveries
from data.store.introductions import IntroductionRow


async def ask_contacts(session: Session, asked: IntroductionRow, now: datetime) -> bool:
    """Queue the request for each contact; False when nobody could be written to."""
    settings = await read_settings(session, asked.community_id)
    source = f"introduction:{asked.id}"
    post = Post("introduction-request", source, {"introduction": asked.id}, now)
    told = [
        await to_person(session, asked.community_id, one.person_id, settings.language, post)
        for one in await collectives.find_contacts(session, asked.to_id)
    ]
    return any(told)


async def refresh(session: Session, asked: IntroductionRow, now: datetime) -> None:
    """Take the buttons from the messages of a request that is over, whoever got them."""
    first = f"introduction:{asked.id}"
    facts = {"introduction": asked.id}
    for source in (first, f"{first}:reminder"):
        for said in await deliveries.find_first(session, source):
            change = f"{source}:over:{secrets.token_hex(6)}"
            await deliveries.add_change(session, said, said.kind, change, facts=facts, at=now)
