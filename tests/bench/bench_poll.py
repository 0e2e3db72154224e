"""One hot poll: votes through the service against a bare SQLite upsert loop in the same run.

`pytest -q -s -m bench tests/bench/bench_poll.py` prints the figures; only people judge them.
"""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import time
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.communities import Place
from bot.people import Arrival, People, Person
from bot.services.polls import Draft, PollKeys, Polls
from data.store import Store, communities, schema
from tests.bench.bench_commands import bench

pytestmark = [pytest.mark.bench, pytest.mark.asyncio, pytest.mark.timeout(300)]
VOTERS = 300
ROUNDS = 5
HOT_S = 6.0
SPACE = "discord:1"
UPSERT = (
    "INSERT INTO ballots VALUES (1, ?, ?) ON CONFLICT (poll_id, voter) "
    "DO UPDATE SET choices = excluded.choices"
)


async def prepared(store: Store, folder: Path) -> tuple[Polls, list[Person], int]:
    """A poll with its voters."""
    clock = Clock()
    await schema.create(store)
    people, polls = People(store, clock, "nl"), Polls(store, clock, PollKeys(folder / "keys"))
    async with store.writing() as session:
        community = await communities.add_space(session, SPACE, "Buurt", clock.now())
        await communities.put_setting(session, community, Place.POLLS.value, {"place": "discord:2"})
    voters = [
        await people.recognise(Arrival(f"discord:{10 + n}", f"Buur {n}", SPACE, "nl"))
        for n in range(VOTERS)
    ]
    steward = Arrival("discord:9", "Ada", SPACE, "nl", is_steward=True)
    ada = await people.recognise(steward)
    draft = Draft("bench:1", "Wanneer?", ("zaterdag", "zondag"), "over 3 dagen", anonymous=False)
    return polls, voters, (await polls.open(ada, draft)).id


def bare(folder: Path, choice: str) -> float:
    """Upserts a second of a loop that does nothing else: one transaction each, WAL, NORMAL.

    The choice must differ from the last round: SQLite writes nothing when nothing changes.
    """
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS ballots "
        "(poll_id INT, voter TEXT, choices TEXT, PRIMARY KEY (poll_id, voter))"
    )
    before = time.perf_counter()
    for number in range(VOTERS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(UPSERT, (str(number), choice))
        connection.execute("COMMIT")
    took_s = time.perf_counter() - before
    connection.close()
    return VOTERS / took_s


async def together(polls: Polls, voters: list[Person], poll_id: int, option: int) -> float:
    """Votes a second when all of them arrive at the same moment."""
    before = time.perf_counter()
    await asyncio.gather(*(polls.vote(voter, poll_id, [option]) for voter in voters))
    return len(voters) / (time.perf_counter() - before)


async def ours(polls: Polls, voters: list[Person], poll_id: int, option: int) -> float:
    """Votes a second when they come one after the other."""
    before = time.perf_counter()
    for voter in voters:
        await polls.vote(voter, poll_id, [option])
    return len(voters) / (time.perf_counter() - before)


async def test_votes_beside_a_bare_upsert_loop(tmp_path: Path) -> None:
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    polls, voters, poll_id = await prepared(store, tmp_path)
    votes, upserts, at_once = [], [], []
    await together(polls, voters, poll_id, 2)  # the first time every statement is made
    for number in range(ROUNDS):
        upserts.append(bare(tmp_path, str(number)))
        at_once.append(await together(polls, voters, poll_id, 1))
        votes.append(await ours(polls, voters, poll_id, 2))
    await store.close()
    alone, hot, least = (statistics.median(rates) for rates in (votes, at_once, upserts))
    print(f"\nbare upserts {least:.0f} a second")
    print(f"{VOTERS} votes together {hot:.0f} a second: {hot / least:.3f} x")
    print(f"votes one after the other {alone:.0f} a second: {alone / least:.3f} x")


async def test_edits_of_a_hot_poll() -> None:
    async with bench() as at:
        card = at.discord.messages(at.poll)[0]
        edits = f"/channels/{at.poll.id}/messages/{card.id}"
        before = len(
            [one for one in at.discord.log if one.method == "PATCH" and one.path.endswith(edits)]
        )
        began, votes = time.perf_counter(), 0
        while time.perf_counter() - began < HOT_S:
            option = votes % 3 + 1
            result = await at.anna.click(card, custom_id=f"poll:{at.poll_id}:{option}")
            await at.discord.until(lambda result=result: result.acknowledged)
            votes += 1
        await asyncio.sleep(1.5)
        took_s = time.perf_counter() - began
        made = (
            len(
                [
                    one
                    for one in at.discord.log
                    if one.method == "PATCH" and one.path.endswith(edits)
                ]
            )
            - before
        )
    print(
        f"\n{votes} votes in {HOT_S:.0f} s, {made} edits in {took_s:.1f} s: {made / took_s:.2f}/s"
    )
