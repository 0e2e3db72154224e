"""Who wants to hear about what, and stopping at once."""

from collections.abc import Sequence
from typing import Final

from bot.clock import Clock
from bot.people import Person
from bot.services.alerts.views import AlertNotFound, Following
from data.store import Session, Store
from data.store import alerts as rows

EVERYTHING: Final = "*"


class AlertFollowing:
    """The subscriptions of everybody."""

    def __init__(self, store: Store, clock: Clock, themes: Sequence[str]) -> None:
        """Prepare.

        Args:
            store: where the rows are.
            clock: the time.
            themes: the ids of all themes, in the order of the menus.
        """
        self._store = store
        self._clock = clock
        self.themes = tuple(themes)

    async def look(self, person: Person) -> Following:
        """What this person follows."""
        async with self._store.reading() as session:
            return await self._following(session, person)

    async def choose(
        self, person: Person, offered: Sequence[str], picked: Sequence[str]
    ) -> Following:
        """Of the `offered` themes follow the `picked` ones; others stay as they are.

        Choosing themes ends following everything.
        """
        wanted = [theme for theme in self.themes if theme in picked and theme in offered]
        dropped = [theme for theme in offered if theme not in wanted]
        now = self._clock.now()
        async with self._store.writing() as session:
            gone = [*dropped, EVERYTHING] if wanted else dropped
            await rows.drop_subscriptions(session, person.id, person.community_id, gone)
            for theme in wanted:
                await rows.put_subscription(session, person.id, person.community_id, theme, now)
            await self._trim(session, person.id, person.community_id)
            return await self._following(session, person)

    async def follow_all(self, person: Person) -> Following:
        """Follow every theme, also those that come later."""
        async with self._store.writing() as session:
            await rows.drop_subscriptions(session, person.id, person.community_id)
            await rows.put_subscription(
                session, person.id, person.community_id, EVERYTHING, self._clock.now()
            )
            return await self._following(session, person)

    async def stop(self, person: Person, alert_id: int | None = None) -> bool:
        """Follow nothing from now on, also of what waits to be sent; False when nothing was.

        `alert_id`: the message whose button was pressed; it names the community, which a direct
        message does not. Raises: AlertNotFound.
        """
        async with self._store.writing() as session:
            community_id = person.community_id
            if alert_id is not None:
                alert = await rows.find(session, alert_id)
                if alert is None:
                    raise AlertNotFound
                community_id = alert.community_id
            had = await rows.find_subscriptions(session, person.id, community_id)
            await rows.drop_subscriptions(session, person.id, community_id)
            await self._trim(session, person.id, community_id)
            return bool(had)

    async def _following(self, session: Session, person: Person) -> Following:
        found = await rows.find_subscriptions(session, person.id, person.community_id)
        themes = tuple(theme for theme in self.themes if theme in found)
        return Following(themes, everything=EVERYTHING in found)

    async def _trim(self, session: Session, person_id: int, community_id: int) -> None:
        """Stop waiting messages about what this person no longer follows."""
        kept = set(await rows.find_subscriptions(session, person_id, community_id))
        for delivery_id, alert_id in await rows.find_waiting_mail(session, person_id, community_id):
            alert = await rows.find(session, alert_id)
            if alert is None or not kept & {*alert.themes, EVERYTHING}:
                await rows.cancel_mail(session, delivery_id, self._clock.now())
