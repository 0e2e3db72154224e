"""The rules of polls, on both databases."""

import asyncio

import pytest
from sqlalchemy import text

from bot.errors import NotAllowed, TooMany
from bot.services.polls import Draft, OptionTexts, PollClosed, PollKeys, PollNotFound, Polls
from bot.services.polls.views import Choice, NoQuestion, TooSoon
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio


def polls_of(town: Town) -> Polls:
    return Polls(town.store, town.clock, PollKeys(town.folder / "keys"))


def draft(origin: str = "o1", **changes: object) -> Draft:
    wish = {
        "origin": origin,
        "question": "Doen we mee?",
        "options": ["Ja", "Nee"],
        "deadline": "morgen 20.00",
    }
    return Draft(**(wish | changes))


async def test_the_same_draft_twice_is_one_poll(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    first = await polls.open(staff, draft())
    second = await polls.open(staff, draft())
    assert first.id == second.id
    assert len(await polls.current(staff)) == 1


async def test_a_resident_may_not_open_a_poll(town: Town) -> None:
    with pytest.raises(NotAllowed):
        await polls_of(town).open(await town.person("Rosa"), draft())


@pytest.mark.parametrize("options", [["Ja"], ["Ja", "JA "], [str(n) for n in range(26)]])
async def test_options_must_be_two_to_twenty_five_and_differ(
    town: Town, options: list[str]
) -> None:
    with pytest.raises(OptionTexts):
        await polls_of(town).open(await town.person("Sofie", "staff"), draft(options=options))


async def test_a_vote_at_the_very_deadline_is_too_late(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    card = await polls.open(staff, draft())
    rosa = await town.person("Rosa")
    town.clock.move(seconds=(card.closes_at - town.clock.now()).total_seconds() - 0.001)
    await polls.vote(rosa, card.id, [1])
    town.clock.move(seconds=0.001)
    with pytest.raises(PollClosed):
        await polls.vote(rosa, card.id, [2])


@pytest.mark.parametrize("choices", [[], [0], [3], [1, 2]])
async def test_a_forged_choice_is_refused_and_stores_nothing(
    town: Town, choices: list[int]
) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    card = await polls.open(staff, draft(anonymous=False))
    with pytest.raises(Choice):
        await polls.vote(staff, card.id, choices)
    assert (await polls.look(card.id)).voters == 0


async def test_a_poll_of_another_community_looks_unknown(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    card = await polls.open(staff, draft())
    await town.people.open_space("discord:2", "Elders")
    from dataclasses import replace

    stranger = replace(staff, community_id=staff.community_id + 1)
    with pytest.raises(PollNotFound):
        await polls.vote(stranger, card.id, [1])


async def test_fifty_presses_at_once_are_one_vote(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    card = await polls.open(staff, draft(anonymous=False))
    await asyncio.gather(*(polls.vote(staff, card.id, [1 + n % 2]) for n in range(50)))
    assert (await polls.look(card.id)).voters == 1


async def test_no_vote_is_counted_after_the_final_count(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    card = await polls.open(staff, draft(anonymous=False))
    voters = [await town.person(f"Stem{n}") for n in range(12)]
    town.clock.move(seconds=(card.closes_at - town.clock.now()).total_seconds() - 0.01)

    async def vote(voter) -> bool:
        try:
            await polls.vote(voter, card.id, [1])
        except PollClosed:
            return False
        return True

    async def close() -> None:
        town.clock.move(seconds=0.02)
        await polls.close_due()

    votes = [vote(voter) for voter in voters]
    done = await asyncio.gather(*votes[:6], close(), *votes[6:])
    confirmed = sum(one is True for one in done)
    assert (await polls.result(card.id)).card.voters == confirmed


async def test_an_anonymous_ballot_tells_no_person_and_no_order(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    card = await polls.open(staff, draft())
    await polls.vote(await town.person("Rosa"), card.id, [1])
    async with town.store.reading() as session:
        rows = (await session.execute(text("SELECT * FROM ballots"))).mappings().all()
    assert set(rows[0]) == {"poll_id", "voter", "person_id", "choices"}
    assert rows[0]["person_id"] is None
    assert len(rows[0]["voter"]) == 64


async def test_closing_twice_tells_the_result_once(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    card = await polls.open(staff, draft())
    town.clock.move(days=3)
    await asyncio.gather(*(polls.close_due() for _ in range(4)))
    async with town.store.reading() as session:
        sent = await session.scalar(
            text("SELECT count(*) FROM deliveries WHERE kind = 'poll-result'")
        )
    assert sent == 1
    assert card.id


async def test_a_contact_starts_at_most_three_polls_a_day(town: Town) -> None:
    from dataclasses import replace

    from bot.rights import Role

    polls = polls_of(town)
    contact = replace(await town.person("Cem"), roles=frozenset({Role.RESIDENT, Role.CONTACT}))
    for number in range(3):
        await polls.open(contact, draft(f"o{number}", question=f"Vraag {number}?"))
    with pytest.raises(TooMany) as refused:
        await polls.open(contact, draft("o4", question="Nog een?"))
    assert refused.value.facts["wait_s"] > 0


async def test_the_same_wish_sent_twice_within_minutes_is_one_poll(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    first = await polls.open(staff, draft("o1", deadline="over 3 dagen"))
    town.clock.move(minutes=2)
    again = await polls.open(staff, draft("o2", deadline="over 3 dagen"))
    assert (again.id, len(list((town.folder / "keys").iterdir()))) == (first.id, 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"question": "Doen we niet mee?"},
        {"options": ["Nee", "Ja"]},
        {"anonymous": False},
        {"multiple": True},
        {"deadline": "overmorgen 20.00"},
    ],
)
async def test_another_wish_is_another_poll(town: Town, changes: dict[str, object]) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    first = await polls.open(staff, draft("o1"))
    assert (await polls.open(staff, draft("o2", **changes))).id != first.id


async def test_the_same_wish_later_or_of_another_is_another_poll(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    ids = {(await polls.open(staff, draft("o1"))).id}
    ids.add((await polls.open(await town.person("Mo", "staff"), draft("o2"))).id)
    town.clock.move(minutes=11)
    ids.add((await polls.open(staff, draft("o3"))).id)
    assert len(ids) == 3


async def test_what_nobody_can_read_is_no_option_and_no_question(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    with pytest.raises(OptionTexts) as refused:
        await polls.open(staff, draft(options=["Ja", "\u200b\u2060", " "]))
    assert refused.value.facts == {"count": 1, "equal": False}
    with pytest.raises(NoQuestion):
        await polls.open(staff, draft(question="\u200b\u200b\u200b\u200b\u200b"))


async def test_a_long_option_ends_in_an_ellipsis_and_equal_starts_are_equal(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    card = await polls.open(staff, draft(options=["a " * 60, "b"]))
    assert (len(card.options[0]) <= 80, card.options[0][-1]) == (True, "…")
    with pytest.raises(OptionTexts) as refused:
        await polls.open(staff, draft("o2", options=["a" * 90 + "1", "A" * 90 + "2"]))
    assert refused.value.facts == {"count": 2, "equal": True}


async def test_a_deadline_that_leaves_no_time_is_refused(town: Town) -> None:
    staff, polls = await town.person("Sofie", "staff"), polls_of(town)
    town.clock.move(seconds=30)
    with pytest.raises(TooSoon):
        await polls.open(staff, draft(deadline="vandaag 10.01"))
