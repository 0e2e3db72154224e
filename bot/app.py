"""Builds everything once, opens the doors, and closes them in order."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Final

import structlog

from bot import memory
from bot.clock import Clock
from bot.content import Content
from bot.jobs import Daily, Ticker
from bot.library import Library
from bot.outages import database_trouble
from bot.outbox import Outbox
from bot.people import People
from bot.search.helpdesk import HelpDeskSearch
from bot.search.kept import Kept
from bot.search.meaning import Meanings
from bot.services.alerts import AlertDrafts, AlertFollowing, Alerts
from bot.services.helpdesk import (
    Activities,
    AnswerDrafts,
    Answers,
    CannedReplies,
    Changes,
    Consulting,
    DeskFigures,
    Forum,
    Hearing,
    HelpDesk,
    Hours,
    OwnQuestions,
    Rounds,
    Routing,
    Satisfaction,
    StaffDesk,
)
from bot.services.knowledge import Knowledge
from bot.services.matching import Matching
from bot.services.polls import PollKeys, Polls
from bot.services.privacy import Copies, Journal, Privacy, Retention
from bot.services.setup import Setup
from bot.settings import Settings, SettingsError
from bot.texts import Texts
from cogs._client import Client, Services
from data.store import Store, StoreError, schema

FINISH_S: Final = 6
"""What is under way gets this long after SIGTERM; a container is killed after 10 s."""
_log = structlog.get_logger("app")


def build_services(settings: Settings, store: Store, clock: Clock) -> Services:
    """All services over one database."""
    content = Content.load()
    search = _search(settings, content)
    library = Library(store, clock, content, search)
    themes = [theme.id for theme in content.themes]
    keys, journal = PollKeys(settings.data_dir / "keys"), Journal(settings.data_dir / "keys")
    privacy = Privacy(store, clock, keys, journal, settings.privacy_contact)
    matching = Matching.over(store, clock, content)
    helpdesk = HelpDesk(store, clock, content, search, library, knowers=matching.knowing)
    return Services(
        texts=Texts.load(),
        clock=clock,
        people=People(store, clock, settings.language),
        setup=Setup(store, clock, settings.language),
        helpdesk=helpdesk,
        own=OwnQuestions(store, clock),
        changes=Changes(store, clock, search),
        hearing=Hearing(store, clock),
        staffdesk=StaffDesk(store, clock),
        answer_drafts=AnswerDrafts(store, clock, search),
        canned_replies=CannedReplies(store, clock, helpdesk.theme),
        answers=Answers.over(store, clock, content, search),
        satisfaction=Satisfaction(store, clock),
        figures=DeskFigures(store, clock),
        routing=Routing(store, clock, themes),
        consulting=Consulting(store, clock),
        hours=Hours(store, clock),
        rounds=Rounds(store, clock),
        forum=Forum(store, clock, {theme.id: theme.parent for theme in content.themes}),
        activities=Activities(store, clock),
        knowledge=Knowledge.over(store, clock, content, search, library),
        alert_drafts=AlertDrafts(store, clock, themes),
        alerts=Alerts(store, clock),
        following=AlertFollowing(store, clock, themes),
        polls=Polls(store, clock, keys),
        matching=matching,
        privacy=privacy,
        retention=Retention(store, clock, privacy, Copies(settings.data_dir)),
    )


def _search(settings: Settings, content: Content) -> HelpDeskSearch:
    meanings = Meanings.installed(settings.data_dir, wanted=settings.semantic)
    return HelpDeskSearch(content, meanings=meanings, index=Kept(settings.data_dir / "index"))


def build_client(settings: Settings, store: Store, clock: Clock) -> Client:
    """The Discord client with everything behind it."""
    return Client(build_services(settings, store, clock), settings)


async def prepare(store: Store) -> None:
    """Make a new database, or see that an existing one fits. Raises: SettingsError."""
    found, needed = await schema.revision(store)
    if found is None:
        await schema.create(store)
    elif found != needed:
        line = f"DATABASE_URL: versie {found}, nodig is {needed}. Doe: python -m bot db upgrade"
        raise SettingsError((line,))


async def serve(settings: Settings) -> None:
    """Serve Discord until SIGTERM or Ctrl-C; finish what is under way and lose nothing.

    Raises: SettingsError when the database, the token or the intents do not fit; OutOfReach when
    the database or Discord is away at the start.
    """
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    clock = Clock(settings.timezone)
    try:
        store = Store(settings.database)
    except (StoreError, OSError) as error:
        raise database_trouble(error) from None
    try:
        client = build_client(settings, store, clock)
        if await _unless(stop, _make_ready(store, client)):
            await _open(settings, store, client, stop)
    finally:
        await store.close()
        _log.info("stopped")


async def _unless(stop: asyncio.Event, work: Coroutine[None, None, None]) -> bool:
    """Do this, or leave it when the bot is to stop; whether it was done. Raises: as the work."""
    doing, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait({doing, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if not doing.done():
        doing.cancel()
        await asyncio.wait({doing})
        return False
    doing.result()
    return True


async def _make_ready(store: Store, client: Client) -> None:
    """The database, before anybody is let in. Raises: SettingsError, OutOfReach."""
    try:
        await prepare(store)
        await client.services.privacy.catch_up()
    except (StoreError, OSError) as error:
        raise database_trouble(error) from None


async def _open(settings: Settings, store: Store, client: Client, stop: asyncio.Event) -> None:
    """Open the doors until `stop`, and close them in order. Raises: as `serve`."""
    from cogs._client import point_at
    from cogs._sender import DiscordSender
    from cogs._trouble import trouble
    from cogs.knowledge.web import PublicWeb

    assert settings.discord_token is not None  # noqa: S101 - `run` looked
    point_at(settings)
    if settings.check_links:
        client.services.knowledge.links.web = PublicWeb()
    outbox = Outbox(store, client.services.clock, {"discord": DiscordSender(client)})
    ticker = build_ticker(client.services, store, client.services.clock)
    door = asyncio.create_task(client.start(settings.discord_token.get_secret_value()))
    warming: asyncio.Task[None] | None = None
    opened = asyncio.create_task(client.doors_open.wait())
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({door, opened, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if opened.done():
            ticker.start()
            sending = asyncio.create_task(outbox.run(stop))
            warming = asyncio.create_task(_warm_up(client))
            await asyncio.wait({door, stopped, sending}, return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            ticker.stop()
            await asyncio.wait({sending}, timeout=FINISH_S)
            sending.cancel()
        else:
            door.cancel()  # while it logs in, closing would not end it
        await client.finish(FINISH_S / 2)
        await client.close()
        await asyncio.wait({door})
        if not door.cancelled() and (error := door.exception()):
            raise trouble(error) from None
    finally:
        for task in filter(None, (opened, warming, stopped)):
            task.cancel()


async def _warm_up(client: Client) -> None:
    """Make the search ready when the doors are open: a question before that waits some 0.2 s."""
    try:
        await client.services.helpdesk.warm_up()
    except (StoreError, OSError) as error:
        _log.warning("not-warm", why=type(error).__name__)  # the first question does it
    memory.settle()


def build_ticker(services: Services, store: Store, clock: Clock) -> Ticker:
    """Everything that happens by itself."""
    return Ticker(
        store,
        clock,
        always=(
            services.polls.close_due,
            services.polls.count_turnout,
            services.alerts.send_due,
            services.matching.introduction_keeper.keep_up,
            services.matching.keeper.keep_up,
            services.matching.coffee.keeper.keep_up,
            services.matching.watches.tell_due,
            services.staffdesk.wake_due,
            services.rounds.tell_late,
            services.knowledge.keep_up,
            services.helpdesk.keep_index,
            services.knowledge.links.look_at_next,
        ),
        daily=(
            Daily("retention", 3, 30, services.retention.apply),
            Daily("silent-collectives", 10, 30, services.matching.freshness.apply),
            Daily("knowledge", 7, 30, services.knowledge.each_morning),
            Daily("circles", 10, 15, services.matching.proposals.propose_due),
            Daily("waiting-questions", 9, 0, services.rounds.list_waiting),
            Daily("silent-posts", 10, 0, services.rounds.mind_silent),
        ),
    )
