"""The tables in the database are those in the code, however they were made."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from bot import app
from bot.settings import SettingsError
from data.store import Base, Store, questions, schema

pytestmark = pytest.mark.asyncio
OLD_ROWS = (
    "INSERT INTO communities (id, name, created_at) VALUES (1, 'Wijk', '2026-11-01 10:00:00')",
    (
        "INSERT INTO questions (id, community_id, origin, text, language, anonymous, state,"
        " outcome, themes, suggested, asked_at) VALUES (1, 1, 'o', 'Hoe?', 'nl', FALSE,"
        " 'answered', 'unsure', '[]', '[]', '2026-11-01 10:00:00')"
    ),
    "INSERT INTO answers (id, question_id, text, written_at) VALUES (1, 1, 'Zo.', '2026-11-01')",
)
VERSIONS = Path(schema.__file__).parent / "migrations" / "versions"


async def shape(store: Store) -> dict[str, object]:
    """Tables with their columns, keys and indexes, as the database tells them."""

    def look(connection: object) -> dict[str, object]:
        found = inspect(connection)
        return {
            table: (
                [(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table)],
                found.get_pk_constraint(table),
                sorted(str(key) for key in found.get_foreign_keys(table)),
                sorted(str(one) for one in found.get_indexes(table)),
                sorted(str(one) for one in found.get_unique_constraints(table)),
            )
            for table in sorted(found.get_table_names())
        }

    async with store.engine.connect() as connection:
        return await connection.run_sync(look)


async def empty(store: Store) -> None:
    """Throw all tables away."""
    async with store.engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.execute(text("DROP TABLE alembic_version"))


async def test_all_migrations_together_make_the_tables_of_the_code(store: Store):
    assert await schema.drift(store) == ()


async def test_the_database_knows_its_revision(store: Store):
    found, needed = await schema.revision(store)
    assert found == needed is not None


async def test_a_column_too_many_is_drift(store: Store):
    async with store.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE jobs ADD COLUMN extra INTEGER"))
    assert "extra" in str(await schema.drift(store))


async def test_a_missing_table_is_drift(store: Store):
    async with store.engine.begin() as connection:
        await connection.execute(text("DROP TABLE jobs"))
    assert "jobs" in str(await schema.drift(store))


async def test_a_database_made_at_once_is_the_same_as_one_that_migrated(store: Store):
    migrated = await shape(store)
    await empty(store)
    await schema.create(store)
    assert await shape(store) == migrated
    assert await schema.drift(store) == ()


async def test_migrating_twice_changes_nothing(store: Store):
    before = await shape(store)
    await schema.upgrade(store)
    assert await shape(store) == before


async def test_a_migration_keeps_every_row_and_what_hangs_on_it(store: Store):
    """From 0001 on: a question with its answer, and an article."""
    await empty(store)
    async with store.engine.begin() as connection:
        await connection.run_sync(lambda sync: schema._upgrade(sync, "0001"))
    async with store.engine.begin() as connection:
        for row in OLD_ROWS:
            await connection.execute(text(row))
    await schema.upgrade(store)
    assert await schema.drift(store) == ()
    async with store.reading() as session:
        question = await session.get(questions.QuestionRow, 1)
        (answer,) = await questions.find_answers(session, [1])
    assert question is not None
    assert (question.text, question.context, question.raised) == ("Hoe?", {}, 0)
    assert answer.text == "Zo."
    async with store.engine.begin() as connection:
        await connection.execute(text("DELETE FROM questions"))
        assert (await connection.execute(text("SELECT count(*) FROM answers"))).scalar() == 0


async def test_an_empty_database_is_made_ready_at_the_start(store: Store):
    migrated = await shape(store)
    await empty(store)
    await app.prepare(store)
    assert await shape(store) == migrated


async def test_a_database_of_another_revision_is_refused_with_what_to_do(store: Store):
    async with store.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(SettingsError, match="db upgrade"):
        await app.prepare(store)


async def test_every_migration_follows_the_one_before():
    names = sorted(path.stem for path in VERSIONS.glob("*.py"))
    assert [name.partition("_")[0] for name in names] == [
        f"{number:04}" for number in range(1, len(names) + 1)
    ]
