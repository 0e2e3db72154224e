"""The revision of the database: bring it up to date, and see whether it drifted.

Alembic is imported by what needs it: a start without a migration does without (0.1 s, 10 MB).
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
)

from data.store import Base, Store

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS: Final = Path(__file__).parent / "migrations"
_MADE: Final = MetaData()
_REVISIONS: Final = Table(
    "alembic_version",
    _MADE,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


async def create(store: Store) -> None:
    """Make the tables of an empty database as all migrations together would, without Alembic.

    Raises: StoreError when something is there already.
    """
    async with store.engine.begin() as connection:
        await connection.run_sync(_create)


async def upgrade(store: Store, to: str = "head") -> None:
    """Bring the database to this revision, by default the newest; all of it or nothing.

    SQLite changes a table by making it anew; with foreign keys on, dropping the old one would take
    the rows that hang on it. Source: sqlite.org, ALTER TABLE, part 7.
    """
    async with store.engine.connect() as connection:
        if not store.is_sqlite:
            await connection.run_sync(_upgrade, to)
            await connection.commit()
            return
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.execute("PRAGMA foreign_keys=OFF")
        try:
            await connection.run_sync(_upgrade, to)
            await connection.commit()
        finally:
            await connection.rollback()
            await driver.execute("PRAGMA foreign_keys=ON")


async def revision(store: Store) -> tuple[str | None, str | None]:
    """The revision of the database, and the one this program needs."""
    async with store.engine.connect() as connection:
        return await connection.run_sync(_found), _needed()


async def drift(store: Store) -> tuple[str, ...]:
    """What differs between the tables in the database and those in the code, in words."""
    async with store.engine.connect() as connection:
        return await connection.run_sync(_drift)


async def write_revision(store: Store, message: str) -> None:
    """Write a new migration from the difference, for developers."""
    from alembic import command

    async with store.engine.begin() as connection:
        await connection.run_sync(
            lambda sync: command.revision(_config(sync), message, autogenerate=True)
        )


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection, to: str) -> None:
    from alembic import command

    command.upgrade(_config(connection), to)


def _create(connection: Connection) -> None:
    Base.metadata.create_all(connection, checkfirst=False)
    _MADE.create_all(connection, checkfirst=False)
    connection.execute(insert(_REVISIONS).values(version_num=_needed()))


def _found(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_REVISIONS.name):
        return None
    return connection.scalar(select(_REVISIONS.c.version_num))


def _needed() -> str | None:
    """The newest file: a name begins with its revision, and revisions count up."""
    names = sorted(path.stem for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    return names[-1].partition("_")[0] if names else None


def _drift(connection: Connection) -> tuple[str, ...]:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return tuple(str(difference) for difference in compare_metadata(context, Base.metadata))
