"""The revision of the database: bring it up to date, and see whether it drifted."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from data.store import Base, Store

MIGRATIONS: Final = Path(__file__).parent / "migrations"


async def upgrade(store: Store) -> None:
    """Bring the database to the newest revision."""
    async with store.engine.begin() as connection:
        await connection.run_sync(_upgrade)


async def revision(store: Store) -> tuple[str | None, str | None]:
    """The revision of the database, and the one this program needs."""
    async with store.engine.connect() as connection:
        return await connection.run_sync(_revision)


async def drift(store: Store) -> tuple[str, ...]:
    """What differs between the tables in the database and those in the code, in words."""
    async with store.engine.connect() as connection:
        return await connection.run_sync(_drift)


async def write_revision(store: Store, message: str) -> None:
    """Write a new migration from the difference, for developers."""
    async with store.engine.begin() as connection:
        await connection.run_sync(
            lambda sync: command.revision(_config(sync), message, autogenerate=True)
        )


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


def _revision(connection: Connection) -> tuple[str | None, str | None]:
    script = ScriptDirectory.from_config(_config(connection))
    return MigrationContext.configure(connection).get_current_revision(), script.get_current_head()


def _drift(connection: Connection) -> tuple[str, ...]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return tuple(str(difference) for difference in compare_metadata(context, Base.metadata))
