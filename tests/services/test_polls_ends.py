"""How polls end, what a restart makes up for, and what an open anonymous poll tells."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import NotAllowed
from bot.services.polls import PollClosed, PollKeys, PollNotFound, Polls, Roll
from bot.services.polls.views import (
    NamesComeLater,
    PollLost,
    PollStopped,
    VotesAreSecret,
)
from data.store import erasure
from tests.services.conftest import Town
from tests.services.test_polls import draft, polls_of

pytestmark = pytest.mark.asyncio


async def rows(town: Town, query: str) -> list[tuple[object, ...]]:
    async with town.store.reading() as session:
        return [tuple(row) for row in (await session.execute(text(query))).all()]


async def queued(town: Town, kind: str) -> int:
    found = await rows(town, f"SELECT count(*) FROM deliveries WHERE kind = '{kind}'")
    return int(str(found[0][0]))


def key_files(town: Town) -> list[Path]:
    return sorted((town.folder / "keys").glob("*.key"))


async def voted(town: Town, polls: Polls, poll: int, *picks: int) -> None:
    for number, pick in enumerate(picks):
        await polls.vote(await town.person(f"Stem{number}"), poll, [pick])


# ------------------------------------------------------------------ a lost key


async def test_a_vote_that_finds_the_key_gone_stops_the_poll_at_once(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    await voted(town, polls, poll, 1)
    key_files(town)[0].unlink()
    with pytest.raises(PollLost):
        await voted(town, polls, poll, 2)
    with pytest.raises(PollStopped):
        await voted(town, polls, poll, 2)
    facts = await rows(town, "SELECT source FROM deliveries WHERE kind = 'poll-stopped'")
    assert facts == [(f"poll:{poll}:stopped",)]
    assert await rows(town, "SELECT * FROM ballots") == []


async def test_taking_a_vote_back_finds_a_lost_key_too(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    key_files(town)[0].unlink()
    with pytest.raises(PollLost):
        await polls.withdraw(staff, poll)
    assert not (await polls.look(poll)).is_open


async def test_a_key_that_was_cut_short_is_lost(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    key_files(town)[0].write_bytes(b"")
    with pytest.raises(PollLost):
        await voted(town, polls, poll, 1)
    assert await queued(town, "poll-stopped") == 1


async def test_a_start_without_the_key_stops_the_poll(town: Town) -> None:
    staff = await town.person("Sofie", "staff")
    poll = (await polls_of(town).open(staff, draft())).id
    key_files(town)[0].unlink()
    anew = polls_of(town)
    assert await anew.resume() == ()
    assert not (await anew.look(poll)).is_open
    assert await queued(town, "poll-stopped") == 1


async def test_the_beat_finds_a_lost_key_without_any_vote(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    key_files(town)[0].unlink()
    await polls.count_turnout()
    assert not (await polls.look(poll)).is_open


async def test_a_poll_with_its_key_is_not_lost(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    secret = (await polls.open(staff, draft("o1"))).id
    named = (await polls.open(staff, draft("o2", anonymous=False))).id
    for poll in (secret, named, 99):
        await polls._closing.lose(poll)
    assert (await polls.look(secret)).is_open
    assert (await polls.look(named)).is_open


# ------------------------------------------------------------------ a start


async def test_a_start_closes_what_was_due_and_tells_it_once(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    await voted(town, polls, poll, 1, 1, 2)
    town.clock.move(days=30)
    for _ in range(2):
        await polls_of(town).resume()
    assert await queued(town, "poll-result") == 1
    with pytest.raises(PollClosed):
        await voted(town, polls, poll, 2)
    assert (await polls.result(poll)).card.voters == 3


async def test_a_start_gives_the_open_polls_by_name(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    await polls.open(staff, draft("o1"))
    named = (await polls.open(staff, draft("o2", anonymous=False))).id
    assert await polls.resume() == (named,)


async def test_a_start_destroys_keys_without_a_poll_and_no_other_file(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    kept = key_files(town)
    PollKeys(town.folder / "keys").make("a poll that was never opened")
    (town.folder / "keys" / "journal.key").write_bytes(b"of another")
    await polls_of(town).resume()
    assert key_files(town) == sorted([*kept, town.folder / "keys" / "journal.key"])
    assert (await polls.look(poll)).is_open


async def test_a_crash_before_the_key_was_destroyed_is_made_up_for(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    await polls.open(staff, draft())
    town.clock.move(days=2)
    key = key_files(town)[0]
    left = key.read_bytes()
    await polls.close_due()
    key.write_bytes(left)
    await polls_of(town).resume()
    assert key_files(town) == []


async def test_a_refused_poll_leaves_no_key(town: Town) -> None:
    polls, rosa = polls_of(town), await town.person("Rosa")
    with pytest.raises(NotAllowed):
        await polls.open(rosa, draft())
    async with town.store.writing() as session:
        await session.execute(text("DELETE FROM settings WHERE name = 'polls'"))
    with pytest.raises(Exception, match="polls-no-place"):
        await polls.open(await town.person("Sofie", "staff"), draft())
    assert key_files(town) == []


async def test_a_key_is_read_by_nobody_else(town: Town) -> None:
    await polls_of(town).open(await town.person("Sofie", "staff"), draft())
    assert key_files(town)[0].stat().st_mode & 0o077 == 0


# ------------------------------------------------------------------ stopping


async def test_stopping_twice_is_told_once(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    await polls.stop(staff, poll)
    with pytest.raises(PollStopped):
        await polls.stop(staff, poll)
    assert await queued(town, "poll-stopped") == 1
    assert key_files(town) == []


async def test_a_closed_poll_cannot_be_stopped(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    town.clock.move(days=2)
    await polls.close_due()
    with pytest.raises(PollClosed):
        await polls.stop(staff, poll)


async def test_only_its_maker_or_staff_stops_a_poll(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    with pytest.raises(NotAllowed):
        await polls.stop(await town.person("Rosa"), poll)
    for unknown in (poll + 1, 10**15, -1):
        with pytest.raises(PollNotFound):
            await polls.stop(staff, unknown)
    assert (await polls.look(poll)).is_open


async def test_a_poll_that_is_not_over_has_no_result(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    for unknown in (poll, 10**15):
        with pytest.raises(PollNotFound):
            await polls.result(unknown)
    with pytest.raises(PollNotFound):
        await polls.look(poll + 1)


# ------------------------------------------------------------------ what an open poll tells


async def test_the_turnout_of_an_anonymous_poll_comes_late_and_in_steps(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    await polls.count_turnout()
    await voted(town, polls, poll, *[1] * 7)
    seen: list[tuple[int, int]] = []
    for minutes in (1, 4, 4, 1):
        town.clock.move(minutes=minutes)
        await polls.count_turnout()
        seen.append(((await polls.look(poll)).voters, await queued(town, "poll-card")))
    # opening queued one card; the count of minute 5 is told at minute 10
    assert seen == [(0, 1), (0, 1), (0, 1), (5, 2)]


async def test_a_vote_changes_nothing_that_others_see_of_an_anonymous_poll(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    before = (await polls.look(poll), await queued(town, "poll-card"))
    await voted(town, polls, poll, *[1] * 12)
    assert (await polls.look(poll), await queued(town, "poll-card")) == before


async def test_the_turnout_is_told_again_only_when_it_changed(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft())).id
    await voted(town, polls, poll, *[1] * 5)
    for _ in range(6):
        await polls.count_turnout()
        town.clock.move(minutes=6)
    assert await queued(town, "poll-card") == 2
    await asyncio.gather(*[polls.withdraw(await town.person("Stem0"), poll)])
    for _ in range(3):
        await polls.count_turnout()
        town.clock.move(minutes=6)
    assert (await polls.look(poll)).voters == 0


# ------------------------------------------------------------------ who voted what


async def closed_by_name(town: Town, *picks: list[int], **changes: object) -> tuple[Polls, int]:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    wish = {"anonymous": False, "multiple": True} | changes
    poll = (await polls.open(staff, draft(**wish))).id
    for name, chosen in zip(("Rosa", "cem", "Bart"), picks, strict=False):
        await polls.vote(await town.person(name), poll, chosen)
    town.clock.move(days=2)
    await polls.close_due()
    return polls, poll


def told(roll: Roll) -> list[tuple[str, tuple[str, ...], int]]:
    return [(one.option, one.names, one.unnamed) for one in roll.options]


async def test_a_poll_by_name_tells_who_chose_what_when_it_is_over(town: Town) -> None:
    polls, poll = await closed_by_name(town, [1], [1, 2], [2])
    roll = await polls.roll(await town.person("Mo"), poll)
    assert told(roll) == [("Ja", ("cem", "Rosa"), 0), ("Nee", ("Bart", "cem"), 0)]


async def test_who_was_erased_stays_in_the_count_without_a_name(town: Town) -> None:
    polls, poll = await closed_by_name(town, [1], [1], [2])
    async with town.store.writing() as session:
        await erasure.erase(session, (await town.person("Rosa")).id)
    roll = await polls.roll(await town.person("Mo"), poll)
    assert told(roll) == [("Ja", ("cem",), 1), ("Nee", ("Bart",), 0)]


async def test_names_are_not_told_before_the_end(town: Town) -> None:
    polls, staff = polls_of(town), await town.person("Sofie", "staff")
    poll = (await polls.open(staff, draft(anonymous=False))).id
    await voted(town, polls, poll, 1)
    with pytest.raises(NamesComeLater) as refused:
        await polls.roll(staff, poll)
    assert refused.value.facts["closes_at"] == (await polls.look(poll)).closes_at
    await polls.stop(staff, poll)
    with pytest.raises(PollStopped):
        await polls.roll(staff, poll)


@pytest.mark.parametrize("role", ["", "staff", "admin"])
async def test_nobody_reads_the_names_of_an_anonymous_poll(town: Town, role: str) -> None:
    polls, poll = await closed_by_name(town, [1], [1], [2], anonymous=True)
    with pytest.raises(VotesAreSecret):
        await polls.roll(await town.person("Mo", role), poll)


async def test_names_stay_in_their_community(town: Town) -> None:
    from dataclasses import replace

    polls, poll = await closed_by_name(town, [1])
    mo = await town.person("Mo")
    stranger = replace(mo, community_id=mo.community_id + 1)
    for person, number in ((stranger, poll), (mo, poll + 1), (mo, 10**17)):
        with pytest.raises(PollNotFound):
            await polls.roll(person, number)
