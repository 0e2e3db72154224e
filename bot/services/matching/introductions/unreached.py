"""A request that reached nobody of the group that is asked: staff may know them."""

from datetime import datetime

from bot.communities import Place, read_settings
from bot.posts import Post, to_place
from data.store import Session, deliveries
from data.store import introductions as rows
from data.store.due_introductions import UNREACHED


async def tell_of(session: Session, failed: deliveries.DeliveryRow, now: datetime) -> None:
    """Queue a line for staff; the same failure twice is once."""
    number = failed.source.split(":")[1]
    asked = await rows.find(session, int(number)) if number.isdecimal() else None
    if asked is None or asked.state != "asked":
        return
    settings = await read_settings(session, failed.community_id)
    source = f"{failed.source}:{UNREACHED}"
    post = Post("introduction-unseen", source, {"collective": asked.to_id}, now)
    await to_place(session, failed.community_id, settings, Place.STAFF, post)
