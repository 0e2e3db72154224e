"""What reaches readers: a message that goes out, and every change to where it stands."""

from datetime import datetime, timedelta
from typing import Final

from bot.communities import Place, read_settings
from bot.posts import Post, to_place, to_target
from bot.services.alerts._rows import EDIT_ONLY, audit, close_card, post_card, source_of
from bot.services.alerts.views import Held, State
from data.store import Session, deliveries
from data.store import alerts as rows

SETTLES: Final = timedelta(days=2)
"""So long after a change is looked for messages that were under way at that moment; the outbox
itself tries about a day."""
STILL_NEWS: Final = timedelta(hours=12)
"""How late a message may go out by itself, for example after the bot was away."""


async def publish(session: Session, row: rows.AlertRow, now: datetime) -> None:
    """Queue a message for the news place and for everybody who follows one of its themes."""
    row.state, row.sent_at, row.held = State.SENT.value, now, None
    settings = await read_settings(session, row.community_id)
    facts = {"alert": row.id}
    post = Post("alert", source_of(row.id), facts, now)
    await to_place(session, row.community_id, settings, Place.NEWS, post)
    followers = await rows.hold_followers(session, row.community_id, row.themes)
    await rows.queue_mail(
        session,
        [(account, id_, own or settings.language) for id_, account, own in followers],
        community_id=row.community_id,
        kind="alert-dm",
        facts=facts,
        source=source_of(row.id),
        edits=None,
        due_at=now,
    )
    audit(session, "alert-sent", row, now)


async def hold_back(session: Session, row: rows.AlertRow, why: Held, now: datetime) -> None:
    """Let an approved message wait, and tell staff why and what they can do about it."""
    row.version, row.held, row.approved_by = row.version + 1, why.value, None
    is_orphan = why is Held.WRITER
    row.state = State.DRAFT.value if is_orphan else State.ASKED.value
    row.asked_at = None if is_orphan else now
    settings = await read_settings(session, row.community_id)
    await post_card(session, row, settings, now)
    audit(session, "alert-held", row, now)


def is_stale(row: rows.AlertRow, now: datetime) -> bool:
    """Whether the planned moment is so long ago that nobody expects the message any more."""
    is_late = row.send_at is not None and now - row.send_at > STILL_NEWS
    return is_late or (row.until_at is not None and row.until_at <= now)


async def change_sent(session: Session, row: rows.AlertRow, now: datetime) -> None:
    """Queue a change for every message of this alert that has not had this version's yet."""
    first, again = source_of(row.id), _again(row)
    if row.state == State.RETRACTED:
        await deliveries.cancel(session, first, now)
    outdated = await rows.find_outdated(session, first, again)
    mails = [
        (sent.target, sent.person_id, sent.language)
        for sent in outdated
        if sent.to_person and sent.person_id is not None
    ]
    facts = {"alert": row.id, EDIT_ONLY: True}
    for sent in (one for one in outdated if not one.to_person):
        post = Post(sent.kind, again, facts, now, edits=first)
        await to_target(session, sent.community_id, sent.target, sent.language, post)
    await rows.queue_mail(
        session,
        mails,
        community_id=row.community_id,
        kind="alert-dm",
        facts=facts,
        source=again,
        edits=first,
        due_at=now,
    )


async def drop_corrections(session: Session, alert_id: int, now: datetime) -> None:
    """A correction of a text that is no longer there needs new eyes: it is dropped."""
    for row in await rows.hold_corrections(session, alert_id):
        old, row.state, row.version = row.version, State.RETRACTED.value, row.version + 1
        await close_card(session, row, old, now)


async def unsettled(session: Session, now: datetime) -> tuple[int, ...]:
    """Alerts of which a message arrived after they were changed."""
    found: list[int] = []
    for row in await rows.changed_since(session, now - SETTLES):
        source = source_of(row.id)
        late = await rows.find_outdated(session, source, _again(row), row.changed_at)
        stuck = row.state == State.RETRACTED and await rows.is_waiting(session, source)
        if late or stuck:
            found.append(row.id)
    return tuple(found)


def _again(row: rows.AlertRow) -> str:
    return f"{source_of(row.id)}:v{row.version}"
