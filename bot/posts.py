"""Putting a message in the outbox, in the transaction that causes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.communities import CommunitySettings, Place
from data.store import Session, deliveries, people, restrictions

ANSWERS: Final = ("question-", "privacy-", "welcome")
"""How the kinds begin that answer a person, or warn that their data goes."""


@dataclass(frozen=True, slots=True)
class Post:
    """A message as facts. `source` and the target together make it one message, however often."""

    kind: str
    source: str
    facts: Mapping[str, Any]
    due_at: datetime
    edits: str | None = None


async def to_place(
    session: Session, community_id: int, settings: CommunitySettings, place: Place, post: Post
) -> bool:
    """Queue for a place of the community; False when it was queued before or there is no place."""
    target = settings.places.get(place)
    if target is None:
        return False
    return await to_target(session, community_id, target, settings.language, post)


async def to_target(
    session: Session, community_id: int, target: str, language: str, post: Post
) -> bool:
    """Queue for one place on a platform; False when it was queued before."""
    return await deliveries.add(
        session,
        community_id=community_id,
        kind=post.kind,
        facts=dict(post.facts),
        source=post.source,
        target=target,
        to_person=False,
        person_id=None,
        language=language,
        edits=post.edits,
        due_at=post.due_at,
    )


async def to_person(
    session: Session, community_id: int, person_id: int, language: str, post: Post
) -> bool:
    """Queue a direct message in the language a person chose, or in this one.

    False when it was queued before, for somebody who is gone, and for somebody whose data is on
    hold unless it is an answer to them.
    """
    asked_for = post.edits is not None or post.kind.startswith(ANSWERS)
    if not asked_for and await restrictions.is_on_hold(session, person_id):
        return False
    person = await people.find(session, person_id)
    accounts = await people.identities(session, person_id)
    if person is None or not accounts:
        return False
    return await deliveries.add(
        session,
        community_id=community_id,
        kind=post.kind,
        facts=dict(post.facts),
        source=post.source,
        target=accounts[0],
        to_person=True,
        person_id=person_id,
        language=person.language or language,
        edits=post.edits,
        due_at=post.due_at,
    )
