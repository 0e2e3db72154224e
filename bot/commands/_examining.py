"""What `doctor` looks at on the machine itself: settings, folder, keys, database, daily work."""

import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.clock import Clock
from bot.communities import CommunitySettings, read_settings
from bot.findings import Finding
from bot.outages import OutOfReach, database_trouble
from bot.settings import Odd, Settings

if TYPE_CHECKING:
    from data.store import Store

ENOUGH_MB: Final = 200
LONGEST_WITHOUT: Final = timedelta(hours=48)
"""The daily work is late after this."""
RETENTION: Final = "retention"
Spaces = Mapping[str, CommunitySettings]
_DATABASE: Final = "Database"
_REMEMBERING: Final = "Daarin onthoudt de bot alles."
_FORGETTING: Final = "Zo verdwijnen gegevens van bewoners op tijd."
_START: Final = "Zet de bot aan (python -m bot run) en kijk in het logboek naar job-broken."


def odd_settings(odd: Iterable[Odd]) -> Iterator[Finding]:
    """Names that are no setting: wrong when they look like one."""
    for one in odd:
        what = f"Instelling {one.name} ({one.where})"
        if one.meant is None:
            yield Finding(what, ok=True, found="niet van de bot; de bot doet er niets mee")
        else:
            yield Finding(
                what,
                ok=False,
                found=f"is geen instelling van de bot. Bedoel je {one.meant}?",
                why="Een naam met een fout telt niet mee: de bot gebruikt dan iets anders.",
                mend=f"Schrijf {one.meant}, of haal de regel weg.",
            )


def data_folder(settings: Settings) -> Finding:
    """Whether the bot can write in its folder; nothing is made."""
    folder, what = settings.data_dir, "Map voor gegevens (DATA_DIR)"
    why = "Daar staan de database, de sleutels en de kopieën."
    base = _base(folder)
    if not _is_writable(base):
        mend = f"Maak de map {folder} en geef de bot het recht om daar te schrijven."
        return Finding(what, ok=False, found=f"{base}: niet te schrijven", why=why, mend=mend)
    free_mb = shutil.disk_usage(base).free // 1_000_000
    if free_mb < ENOUGH_MB:
        mend = "Maak ruimte vrij op de schijf."
        return Finding(what, ok=False, found=f"nog {free_mb} MB vrij", why=why, mend=mend)
    when = "" if base == folder else ", de bot maakt hem bij de start"
    return Finding(what, ok=True, found=f"{folder}{when}, {free_mb} MB vrij")


def _base(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(one for one in (folder, *folder.absolute().parents) if one.exists())


def _is_writable(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def keys(settings: Settings) -> Finding:
    """Whether nobody else on the machine can read the keys of polls."""
    folder, what = settings.data_dir / "keys", "Sleutels"
    if not folder.is_dir():
        return Finding(what, ok=True, found="nog niet nodig")
    open_ones = [one for one in (folder, *_inside(folder)) if one.stat().st_mode & 0o077]
    if not open_ones:
        return Finding(what, ok=True, found="alleen de bot kan erbij")
    modes = ", ".join(f"{one.name}: {stat.S_IMODE(one.stat().st_mode):o}" for one in open_ones[:3])
    return Finding(
        what,
        ok=False,
        found=f"anderen op deze computer kunnen erbij ({modes})",
        why="Met een sleutel is te zien wie wat stemde in een anonieme peiling.",
        mend=f"chmod -R go= {folder}",
    )


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:  # not ours: then others cannot come in either
        return []


def _new(url: str) -> Finding | None:
    """What to say of a file that is not there; looking at it by opening would make it."""
    path = Path(url.partition("sqlite+aiosqlite:///")[2])
    if path == Path() or path.exists():
        return None
    base = _base(path.parent)
    if _is_writable(base):
        return Finding(_DATABASE, ok=True, found="nieuw, de bot maakt hem bij de start")
    mend = f"Geef de bot het recht om in {base} te schrijven, of verander DATABASE_URL."
    return Finding(_DATABASE, ok=False, found="niet te maken", why=_REMEMBERING, mend=mend)


async def database(settings: Settings, clock: Clock) -> tuple[list[Finding], Spaces]:
    """The database, the daily work in it, and the settings of each space."""
    from data.store import Store, StoreError

    if new := _new(settings.database):
        return [new], {}
    try:
        store = Store(settings.database)
        try:
            return await _look(store, clock)
        finally:
            await store.close()
    except (StoreError, OSError) as error:
        return [_trouble(database_trouble(error))], {}


def _trouble(error: Exception) -> Finding:
    told = error.line if isinstance(error, OutOfReach) else str(error)
    mend = "Kijk of DATABASE_URL klopt en of de database aan staat."
    return Finding(_DATABASE, ok=False, found=told, why=_REMEMBERING, mend=mend)


async def _look(store: "Store", clock: Clock) -> tuple[list[Finding], Spaces]:
    from data.store import schema

    found, needed = await schema.revision(store)
    if found is None:
        return [Finding(_DATABASE, ok=True, found="leeg, de bot vult hem bij de start")], {}
    drift = await schema.drift(store) if found == needed else ()
    if found != needed or drift:
        told = f"versie {found}, nodig is {needed}" if found != needed else "; ".join(drift)
        mend = "python -m bot db upgrade"
        return [Finding(_DATABASE, ok=False, found=told, why=_REMEMBERING, mend=mend)], {}
    seen = [Finding(_DATABASE, ok=True, found=f"versie {found}")]
    return [*seen, await _daily_work(store, clock)], await _spaces(store)


async def _daily_work(store: "Store", clock: Clock) -> Finding:
    """Whether what is over its term was let go of in the last two days."""
    from data.store import communities, jobs

    what, late = "Dagelijks opruimen", clock.now() - LONGEST_WITHOUT
    async with store.reading() as session:
        job = await jobs.find(session, RETENTION)
        since = await communities.find_first(session)
    done_at = job.done_at if job else None
    if done_at is not None and done_at > late:
        return Finding(
            what, ok=True, found=f"gedaan op {done_at.astimezone(clock.zone):%d-%m-%Y om %H.%M}"
        )
    if done_at is None and (since is None or since > late):
        return Finding(what, ok=True, found="nog niet nodig, de bot is nieuw")
    told = (
        f"het laatst op {done_at.astimezone(clock.zone):%d-%m-%Y}"
        if done_at
        else "nog nooit gelukt"
    )
    return Finding(what, ok=False, found=told, why=_FORGETTING, mend=_START)


async def _spaces(store: "Store") -> Spaces:
    from data.store import communities

    async with store.reading() as session:
        known = await communities.find_spaces(session)
        return {space: await read_settings(session, community) for space, community in known}
