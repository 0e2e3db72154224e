"""Where the messages of a meeting go: its thread, or a direct message to each who takes part."""

import secrets
from datetime import datetime

from bot.communities import CommunitySettings, Place, read_settings
from bot.posts import Post, to_person, to_place, to_target
from data.store import Session, deliveries, meetings
from data.store.meetings import MeetingRow

FIRST = ("meeting-opening", "meeting-moments")
"""What a meeting begins with, in this order."""


async def begin(
    session: Session, meeting: MeetingRow, settings: CommunitySettings, now: datetime
) -> None:
    """Queue the making of a thread where staff set a place for it; else write to each person."""
    if Place.MEETINGS in settings.places:
        post = post_of(meeting, "meeting-thread", now)
        await to_place(session, meeting.community_id, settings, Place.MEETINGS, post)
        return
    await tell_first(session, meeting, settings, now)


async def tell_first(
    session: Session, meeting: MeetingRow, settings: CommunitySettings, now: datetime
) -> None:
    """Queue who is who and the moments to choose from, for the thread or for each person."""
    for kind in FIRST:
        await tell(session, meeting, settings, post_of(meeting, kind, now))


async def tell(
    session: Session, meeting: MeetingRow, settings: CommunitySettings, post: Post
) -> None:
    """Queue a message for the thread; without one, for each who still takes part."""
    if meeting.place:
        community, language = meeting.community_id, settings.language
        await to_target(session, community, meeting.place, language, post)
        return
    await tell_each(session, meeting, settings, post)


async def tell_each(
    session: Session, meeting: MeetingRow, settings: CommunitySettings, post: Post
) -> None:
    """Queue a direct message for each who still takes part."""
    for one in await meetings.find_present(session, meeting.id):
        await to_person(session, meeting.community_id, one.person_id, settings.language, post)


async def refresh(session: Session, meeting: MeetingRow, now: datetime) -> None:
    """Queue a change of each message with the moments, so that it shows what was said by now."""
    prefix = f"meeting:{meeting.id}:moments"
    for card in await deliveries.find_about(session, prefix, ["meeting-moments"]):
        if card.state != "failed" and (card.to_person or card.target == meeting.place):
            source = f"{card.source}:change:{secrets.token_hex(6)}"
            facts = {"meeting": meeting.id}
            await deliveries.add_change(
                session, card, "meeting-moments", source, facts=facts, at=now
            )


def post_of(meeting: MeetingRow, kind: str, now: datetime, *more: object) -> Post:
    """A message about a meeting. `more` makes it another message of the same kind."""
    part = kind.removeprefix("meeting-")
    source = ":".join(str(one) for one in ("meeting", meeting.id, part, *more))
    return Post(kind, source, {"meeting": meeting.id}, now)


async def settings_of(session: Session, meeting: MeetingRow) -> CommunitySettings:
    """The settings of the community of a meeting."""
    return await read_settings(session, meeting.community_id)
