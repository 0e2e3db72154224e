"""Who cannot be reached by direct message: what the others are told of it."""

from datetime import datetime

from bot.communities import CommunitySettings, Place
from bot.posts import Post, to_person, to_place
from data.store import Session, deliveries
from data.store import introductions as rows


async def tell_of(
    session: Session,
    failed: deliveries.DeliveryRow,
    asked: rows.IntroductionRow,
    settings: CommunitySettings,
    now: datetime,
) -> None:
    """Queue what a message that did not arrive means for others; the same failure twice is once."""
    source = f"{failed.source}:{rows.UNREACHED}"
    if failed.kind == "introduction-request":
        if asked.state == "asked":
            post = Post("introduction-unseen", source, {"collective": asked.to_id}, now)
            await to_place(session, failed.community_id, settings, Place.STAFF, post)
        return
    is_asker = not failed.facts["asker"]
    other = asked.asked_by if is_asker else asked.answered_by
    if other is not None:
        facts = {"introduction": asked.id, "asker": is_asker}
        post = Post("introduction-unreached", source, facts, now)
        await to_person(session, failed.community_id, other, settings.language, post)
