"""What is done to messages when somebody is forgotten: none tells of them any more."""

from dataclasses import dataclass
from datetime import datetime

from bot.communities import read_settings
from bot.posts import Post
from bot.services.helpdesk.posting import parts
from bot.services.helpdesk.staff.answering import without_name
from bot.services.polls import PollKeys
from data.store import Session, deliveries, people, polls, questions, signatures, traces


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes."""

    community_id: int
    place: str
    language: str
    person_id: int | None = None


async def change_messages(
    session: Session, keys: PollKeys, person: int, code: str, now: datetime
) -> None:
    """Take the person out of messages that others can read, and out of open polls."""
    await _leave_polls(session, keys, person, code, now)
    await _unsign(session, person, code, now)
    for row in await traces.hush(session, person, now):
        at = now if row.message else now + traces.IN_FLIGHT
        facts = {"edit_only": True}
        post = Post("privacy-erased", f"erased:{code}:{row.id}", facts, at, edits=row.source)
        await _queue(session, post, _same(row))


async def _leave_polls(
    session: Session, keys: PollKeys, person: int, code: str, now: datetime
) -> None:
    named = await traces.find_named_ballots(session, person)
    for poll in await traces.open_polls(session):
        voter = keys.pseudonym(poll.origin, person) if poll.anonymous else None
        if poll.id in named or (voter and await polls.remove_ballot(session, poll.id, voter)):
            first = f"poll:{poll.id}"
            facts = {"poll": poll.id, "edit_only": True}
            post = Post("poll-card", f"{first}:erased:{code}", facts, now, edits=first)
            language = (await read_settings(session, poll.community_id)).language
            await _queue(session, post, Target(poll.community_id, poll.place, language))


async def _unsign(session: Session, person: int, code: str, now: datetime) -> None:
    """The name of who answered goes, in the answers, in drafts and on the cards of staff."""
    for signed in await signatures.unsign(session, person):
        row, pieces = signed.row, parts(await _as_read(session, signed))
        facts = {
            "question": signed.question_id,
            "text": pieces[0] if pieces else "",
            "by": "",
            "is_first": True,
            "is_last": len(pieces) < 2,  # noqa: PLR2004 - the first is the last
            "edit_only": True,
        }
        source = f"question:{signed.question_id}:unsigned:{code}:{row.id}"
        at = now if row.message else now + traces.IN_FLIGHT
        kind = signatures.FOLLOWED if row.kind == signatures.FOLLOWED else "question-answer"
        await _queue(session, Post(kind, source, facts, at, edits=row.source), _same(row))
    for row, shown in await signatures.find_cards(session, person):
        at = now if row.message else now + traces.IN_FLIGHT
        facts = {**shown, "edit_only": True}
        post = Post(row.kind, f"{row.source}:erased:{code}", facts, at, edits=row.source)
        await _queue(session, post, _same(row))
    for question in await traces.find_taken(session, person):
        for card in await traces.find_cards(session, question.id):
            facts = {"question": question.id, "edit_only": True}
            source = f"question:{question.id}:erased:{code}:{card.id}"
            post = Post("staff-question", source, facts, now, edits=card.source)
            await _queue(session, post, _same(card))


async def _as_read(session: Session, signed: signatures.Signed) -> str:
    """The answer as the reader of this message got it: only its asker reads the asker's name."""
    question = await questions.find(session, signed.question_id)
    if signed.row.kind != signatures.FOLLOWED or question is None or question.anonymous:
        return signed.answer
    name = await people.name_of(session, question.asked_by) if question.asked_by else ""
    return without_name(signed.answer, name, question.language)


def _same(row: deliveries.DeliveryRow) -> Target:
    person_id = row.person_id if row.to_person else None
    return Target(row.community_id, row.target, row.language, person_id)


async def _queue(session: Session, post: Post, target: Target) -> None:
    await deliveries.add(
        session,
        community_id=target.community_id,
        kind=post.kind,
        facts=dict(post.facts),
        source=post.source,
        target=target.place,
        to_person=target.person_id is not None,
        person_id=target.person_id,
        language=target.language,
        edits=post.edits,
        due_at=post.due_at,
    )
