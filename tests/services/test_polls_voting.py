"""Votes that arrive together: one transaction, each voter their own answer, on both databases."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import event, text

from bot.errors import NotFound, StoreError
from bot.limits import VOTES
from bot.people import Person
from bot.services.polls import PollClosed, PollNotFound, Polls, Receipt
from bot.services.polls.views import Choice
from tests.services.conftest import Town
from tests.services.test_polls import draft, polls_of

pytestmark = pytest.mark.asyncio


async def opened(town: Town, **changes: object) -> tuple[Polls, int]:
    polls = polls_of(town)
    changes = {"anonymous": False} | changes
    return polls, (await polls.open(await town.person("Sofie", "staff"), draft(**changes))).id


async def voters(town: Town, count: int) -> list[Person]:
    return [await town.person(f"Stem{number}") for number in range(count)]


def counted(town: Town, name: str) -> Callable[[], int]:
    """How often the database was told this since now."""
    seen: list[object] = []
    event.listen(town.store.engine.sync_engine, name, lambda *facts: seen.append(facts))
    return lambda: len(seen)


async def refuse_choice(town: Town, choices: str) -> None:
    """Let the database itself refuse some ballots, as a broken disk or a mistake of ours would."""
    trigger = "CREATE TRIGGER refuse BEFORE INSERT ON ballots"
    async with town.store.writing() as session:
        if town.store.is_sqlite:
            when = f"WHEN NEW.choices LIKE '{choices}'"
            await session.execute(text(f"{trigger} {when} BEGIN SELECT RAISE(ABORT, 'no'); END"))
            return
        body = f"IF NEW.choices LIKE '{choices}' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW;"
        function = f"CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN {body} END $$"
        await session.execute(text(f"{function} LANGUAGE plpgsql"))
        await session.execute(text(f"{trigger} FOR EACH ROW EXECUTE FUNCTION refuse()"))


async def test_votes_that_arrive_together_share_a_transaction(town: Town) -> None:
    polls, poll = await opened(town)
    people = await voters(town, 40)
    commits = counted(town, "commit")
    receipts = await asyncio.gather(*(polls.vote(one, poll, [1]) for one in people))
    assert [one.choices for one in receipts] == [("Ja",)] * 40
    assert (await polls.look(poll)).counts == (40, 0)
    assert commits() <= 4


async def test_a_single_vote_takes_at_most_five_statements(town: Town) -> None:
    polls, poll = await opened(town, anonymous=True)
    first, second = await voters(town, 2)
    await polls.vote(first, poll, [1])
    statements: list[str] = []
    event.listen(
        town.store.engine.sync_engine,
        "before_cursor_execute",
        lambda *facts: statements.append(facts[2]),
    )
    await polls.vote(second, poll, [1])
    assert len([one for one in statements if not one.startswith(("BEGIN", "PRAGMA"))]) <= 5


async def test_each_voter_gets_their_own_answer(town: Town) -> None:
    polls, poll = await opened(town)
    good, bad, stranger, ghost = await voters(town, 4)
    stranger = replace(stranger, community_id=stranger.community_id + 1)
    ghost = replace(ghost, id=ghost.id + 1000)
    answers = await asyncio.gather(
        polls.vote(good, poll, [2]),
        polls.vote(bad, poll, [99]),
        polls.vote(stranger, poll, [1]),
        polls.vote(ghost, poll, [1]),
        polls.vote(bad, poll + 1, [1]),
        polls.vote(bad, 10**17, [1]),
        polls.vote(bad, poll, []),
        polls.vote(bad, poll, [1, 2]),
        return_exceptions=True,
    )
    kinds = [type(answer) for answer in answers]
    assert kinds == [Receipt, Choice, PollNotFound, NotFound] + [PollNotFound] * 2 + [Choice] * 2
    assert (await polls.look(poll)).counts == (0, 1)


async def test_a_vote_that_the_database_refuses_does_not_fail_its_neighbours(town: Town) -> None:
    polls, poll = await opened(town, options=["Ja", "Nee", "Weet niet"])
    await refuse_choice(town, "2")
    people = await voters(town, 9)
    chosen = [1, 2, 3, 1, 2, 3, 1, 2, 3]
    votes = (polls.vote(one, poll, [pick]) for one, pick in zip(people, chosen, strict=True))
    answers = await asyncio.gather(*votes, return_exceptions=True)
    assert [isinstance(answer, Receipt) for answer in answers] == [pick != 2 for pick in chosen]
    assert all(isinstance(answer, StoreError | Receipt) for answer in answers)
    assert (await polls.look(poll)).counts == (3, 0, 3)


async def test_a_database_that_is_away_is_not_asked_for_every_vote(town: Town) -> None:
    polls, poll = await opened(town)
    await refuse_choice(town, "%")
    people = await voters(town, 20)
    tries = counted(town, "rollback")
    votes = (polls.vote(one, poll, [1]) for one in people)
    answers = await asyncio.gather(*votes, return_exceptions=True)
    assert all(isinstance(answer, StoreError) for answer in answers)
    assert tries() <= 4
    async with town.store.writing() as session:
        table = "" if town.store.is_sqlite else " ON ballots"
        await session.execute(text(f"DROP TRIGGER refuse{table}"))
    assert (await polls.vote(people[0], poll, [1])).choices == ("Ja",)


async def test_nothing_is_confirmed_before_its_commit(town: Town) -> None:
    polls, poll = await opened(town)
    people = await voters(town, 5)
    async with town.store.writing() as session:
        lock = "UPDATE polls SET purpose = purpose"
        await session.execute(text(lock))
        votes = [asyncio.create_task(polls.vote(one, poll, [1])) for one in people]
        await asyncio.sleep(0.2)
        assert not any(vote.done() for vote in votes)
        assert (await polls.look(poll)).voters == 0
    await asyncio.gather(*votes)
    assert (await polls.look(poll)).voters == 5


async def test_who_gives_up_waiting_takes_nobody_along(town: Town) -> None:
    polls, poll = await opened(town)
    people = await voters(town, 6)
    votes = [asyncio.create_task(polls.vote(one, poll, [1])) for one in people]
    await asyncio.sleep(0)
    votes[2].cancel()
    answers = await asyncio.gather(*votes, return_exceptions=True)
    assert isinstance(answers[2], asyncio.CancelledError)
    assert [isinstance(one, Receipt) for one in answers].count(True) == 5
    assert (await polls.look(poll)).voters in (5, 6)


async def test_a_counter_that_is_ended_confirms_nothing_and_the_next_vote_goes_on(
    town: Town,
) -> None:
    polls, poll = await opened(town)
    people = await voters(town, 3)
    async with town.store.writing() as session:
        await session.execute(text("UPDATE polls SET purpose = purpose"))
        votes = [asyncio.create_task(polls.vote(one, poll, [1])) for one in people]
        await asyncio.sleep(0.1)
        box = polls._box
        assert box._counting is not None
        box._counting.cancel()
    answers = await asyncio.gather(*votes, return_exceptions=True)
    assert [type(one) for one in answers] == [asyncio.CancelledError] * 3
    await polls.vote(people[0], poll, [2])
    assert (await polls.look(poll)).counts == (0, 1)


async def test_presses_of_one_person_count_in_their_order(town: Town) -> None:
    polls, poll = await opened(town)
    (rosa,) = await voters(town, 1)
    answers = await asyncio.gather(
        polls.withdraw(rosa, poll),
        polls.vote(rosa, poll, [1]),
        polls.vote(rosa, poll, [1]),
        polls.vote(rosa, poll, [2]),
        polls.withdraw(rosa, poll),
        polls.withdraw(rosa, poll),
        polls.vote(rosa, poll, [1]),
    )
    heard = [one.changed if isinstance(one, Receipt) else one for one in answers]
    assert heard == [False, False, False, True, True, False, False]
    assert (await polls.look(poll)).counts == (1, 0)


@pytest.mark.parametrize("anonymous", [True, False])
async def test_a_vote_that_is_taken_back_is_gone(town: Town, *, anonymous: bool) -> None:
    polls, poll = await opened(town, anonymous=anonymous)
    rosa, cem = await voters(town, 2)
    await polls.vote(rosa, poll, [1])
    await polls.vote(cem, poll, [1])
    assert await polls.withdraw(rosa, poll) is True
    assert await polls.withdraw(rosa, poll) is False
    async with town.store.reading() as session:
        assert await session.scalar(text("SELECT count(*) FROM ballots")) == 1


async def test_votes_use_up_a_limit_that_refuses_nobody(town: Town) -> None:
    polls, poll = await opened(town)
    (rosa,) = await voters(town, 1)
    sofie = await town.person("Sofie", "staff")
    for number in range(VOTES[0].count + 5):
        await polls.vote(rosa, poll, [1 + number % 2])
    await polls.vote(sofie, poll, [1])
    async with town.store.reading() as session:
        rows = (await session.execute(text("SELECT person_id, tokens FROM buckets"))).all()
    assert [tuple(row) for row in rows] == [(rosa.id, 0.0)]


async def test_many_different_states_of_a_limit_are_kept(town: Town) -> None:
    polls, poll = await opened(town)
    people = await voters(town, 12)
    for number in range(12):
        await asyncio.gather(*(polls.vote(one, poll, [1]) for one in people[number:]))
    async with town.store.reading() as session:
        query = "SELECT tokens FROM buckets ORDER BY person_id"
        left = list(await session.scalars(text(query)))
    assert left == [float(VOTES[0].count - number) for number in range(1, 13)]


@pytest.mark.parametrize("wait", range(0, 12, 3))
@pytest.mark.parametrize("anonymous", [True, False])
async def test_the_final_count_is_what_was_confirmed(
    town: Town, wait: int, *, anonymous: bool
) -> None:
    """Voters and the closing at the same moment, each time with another head start."""
    polls, poll = await opened(town, anonymous=anonymous)
    other = Polls(town.store, town.clock, polls._keys)
    people = await voters(town, 16)
    card = await polls.look(poll)
    town.clock.move(seconds=(card.closes_at - town.clock.now()).total_seconds() - 0.01)

    async def vote(number: int) -> bool:
        for _ in range(number % 5):
            await asyncio.sleep(0)
        try:
            await polls.vote(people[number], poll, [1])
        except PollClosed:
            return False
        return True

    async def close() -> None:
        for _ in range(wait):
            await asyncio.sleep(0)
        town.clock.move(seconds=0.02)
        await other.close_due()

    votes = [vote(number) for number in range(len(people))]
    *done, _ = await asyncio.gather(*votes, close())
    assert (await polls.result(poll)).card.voters == done.count(True)
    async with town.store.reading() as session:
        left = await session.scalar(text("SELECT count(*) FROM ballots"))
    assert left == (0 if anonymous else done.count(True))


async def test_closing_waits_for_a_vote_that_was_checked_but_not_stored(town: Town) -> None:
    polls, poll = await opened(town)
    (rosa,) = await voters(town, 1)
    await polls.vote(rosa, poll, [1])
    card = await polls.look(poll)
    town.clock.move(seconds=(card.closes_at - town.clock.now()).total_seconds() - 0.01)
    async with town.store.writing() as session:
        # The vote stops where it stores what is left of the limit, after it held the poll.
        await session.execute(text("UPDATE buckets SET tokens = tokens"))
        vote = asyncio.create_task(polls.vote(rosa, poll, [2]))
        await asyncio.sleep(0.3)
        town.clock.move(seconds=0.02)
        close = asyncio.create_task(polls.close_due())
        await asyncio.sleep(0.3)
    answer, _ = await asyncio.gather(vote, close, return_exceptions=True)
    counts = (0, 1) if isinstance(answer, Receipt) else (1, 0)
    assert (await polls.result(poll)).card.counts == counts
