"""From rows to views, and the messages that go with a policy message."""

from datetime import datetime
from typing import Final

from bot.communities import CommunitySettings, Place, read_settings
from bot.people import Person
from bot.posts import Post, to_place
from bot.services.alerts.views import Alert, AlertNotFound, Held, State, Wording
from data.store import Session, audits, deliveries
from data.store import alerts as rows

EDIT_ONLY: Final = "edit_only"
"""The fact that a delivery changes a message, and is dropped when there is none."""


def alert_of(row: rows.AlertRow) -> Alert:
    """What readers may know of a row."""
    return Alert(
        id=row.id,
        community_id=row.community_id,
        version=row.version,
        state=State(row.state),
        code=row.code,
        wording=Wording(row.title, row.what, row.meaning, row.action, row.source_url),
        themes=tuple(row.themes),
        written_at=row.written_at,
        asked_at=row.asked_at,
        send_at=row.send_at,
        until_at=row.until_at,
        held=Held(row.held) if row.held else None,
        sent_at=row.sent_at,
        corrected_at=row.changed_at if row.state == State.SENT else None,
        corrects_id=row.corrects_id,
    )


async def held(session: Session, person: Person, alert_id: int) -> rows.AlertRow:
    """A row of this person's community, locked. Raises: AlertNotFound."""
    row = await rows.hold(session, alert_id)
    if row is None or row.community_id != person.community_id or row.state == State.MERGED:
        raise AlertNotFound
    return row


def audit(
    session: Session, action: str, row: rows.AlertRow, now: datetime, person: Person | None = None
) -> None:
    """Note what happened to a message, and who did it."""
    audits.add(
        session,
        action,
        f"alert:{row.id}",
        at=now,
        community_id=row.community_id,
        actor_id=person.id if person else None,
    )


def source_of(alert_id: int) -> str:
    """The source of all messages that carry an alert to its readers."""
    return f"alert:{alert_id}"


def card_source(alert_id: int, version: int) -> str:
    """The source of the card on which staff approve one version."""
    return f"alert:{alert_id}:ask:{version}"


async def post_card(
    session: Session, row: rows.AlertRow, settings: CommunitySettings, now: datetime
) -> bool:
    """Ask staff to approve this version; False without a place for staff."""
    facts = {"alert": row.id, "version": row.version}
    post = Post("staff-alert", card_source(row.id, row.version), facts, now)
    return await to_place(session, row.community_id, settings, Place.STAFF, post)


async def close_card(session: Session, row: rows.AlertRow, version: int, now: datetime) -> None:
    """Draw the card of a version again: it can be used no more.

    A card that did not leave yet needs nothing, because it is drawn when it leaves.
    """
    first = card_source(row.id, version)
    for sent in await deliveries.find_sent(session, first):
        settings = await read_settings(session, row.community_id)
        facts = {**sent.facts, EDIT_ONLY: True}
        post = Post("staff-alert", f"{first}:over", facts, now, edits=first)
        if settings.places.get(Place.STAFF) == sent.target:
            await to_place(session, row.community_id, settings, Place.STAFF, post)
