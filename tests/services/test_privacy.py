"""Erasing while other things happen, terms that differ, and copies that are put back."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from bot.outbox import Delivery, Note, Outbox
from bot.services.polls import PollKeys
from bot.services.privacy import Journal, NothingKept, Privacy, Retention
from data.store import Base, Store, communities, deliveries, people
from data.store.questions import AnswerRow, QuestionRow
from tests.doubles.clock import SetClock

pytestmark = pytest.mark.asyncio
ROSA = "discord:4471"


class SlowSender:
    """A platform on which something happens while a message is under way."""

    def __init__(self, meanwhile) -> None:
        self.sent: list[Delivery] = []
        self._meanwhile = meanwhile

    async def send(self, delivery: Delivery, note: Note) -> str:
        self.sent.append(delivery)
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile:
            await meanwhile()
        return f"discord:{900 + len(self.sent)}"

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        return ()


@pytest.fixture
def privacy(store: Store, clock: SetClock, tmp_path: Path) -> Privacy:
    return build(store, clock, tmp_path)


def build(store: Store, clock: SetClock, folder: Path) -> Privacy:
    keys = folder / "keys"
    return Privacy(store, clock, PollKeys(keys), Journal(keys))


async def arrive(store: Store, clock: SetClock, identity: str = ROSA, name: str = "Rosa") -> int:
    async with store.writing() as session:
        await communities.add_space(session, "discord:1", "Buurt", clock.now())
        return (await people.add(session, identity, name, clock.now())).id


async def ask(store: Store, clock: SetClock, person: int, **values: object) -> None:
    row = {
        "community_id": 1,
        "asked_by": person,
        "claimed_by": None,
        "origin": f"o{person}",
        "text": "Een geheim",
        "language": "nl",
        "anonymous": False,
        "state": "closed",
        "outcome": "answer",
        "themes": [],
        "suggested": [],
        "referral": None,
        "reply_place": None,
        "reply_message": None,
        "asked_at": clock.now(),
        "closed_at": clock.now(),
    }
    async with store.writing() as session:
        await session.execute(insert(QuestionRow).values(row | values))


async def queue(store: Store, clock: SetClock, source: str, target: str = "discord:77") -> None:
    async with store.writing() as session:
        await deliveries.add(
            session,
            community_id=1,
            kind="staff-question",
            facts={"question": 1},
            source=source,
            target=target,
            to_person=False,
            person_id=None,
            language="nl",
            edits=None,
            due_at=clock.now(),
        )


async def texts_of(store: Store) -> list[str]:
    async with store.reading() as session:
        return list(await session.scalars(select(QuestionRow.text)))


async def kinds(store: Store) -> list[tuple[str, str]]:
    async with store.reading() as session:
        rows = await session.execute(
            select(deliveries.DeliveryRow.kind, deliveries.DeliveryRow.state).order_by(
                deliveries.DeliveryRow.id
            )
        )
        return [(row[0], row[1]) for row in rows]


async def test_a_message_that_waits_about_an_erased_person_is_never_sent(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    await ask(store, clock, await arrive(store, clock))
    await queue(store, clock, "question:1")
    await privacy.erase(ROSA)
    sender = SlowSender(None)
    await Outbox(store, clock, {"discord": sender}).deliver_due()
    assert sender.sent == []


async def test_a_message_under_way_during_the_erasing_is_changed_afterwards(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    await ask(store, clock, await arrive(store, clock))
    await queue(store, clock, "question:1")

    async def meanwhile() -> None:
        await privacy.erase(ROSA)

    sender = SlowSender(meanwhile)
    outbox = Outbox(store, clock, {"discord": sender})
    await outbox.deliver_due()
    clock.move(minutes=4)
    await outbox.deliver_due()
    assert [(one.kind, one.edits) for one in sender.sent] == [
        ("staff-question", None),
        ("privacy-erased", "discord:901"),
    ]


async def test_no_stray_line_comes_for_a_message_that_never_arrived(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    await ask(store, clock, await arrive(store, clock))
    await queue(store, clock, "question:1")
    async with store.writing() as session:
        await deliveries.lease(session, clock.now(), stale_before=clock.now(), limit=5)
    await privacy.erase(ROSA)
    clock.move(minutes=4)
    sender = SlowSender(None)
    await Outbox(store, clock, {"discord": sender}).deliver_due()
    assert sender.sent == []
    assert await kinds(store) == [("staff-question", "cancelled"), ("privacy-erased", "cancelled")]


async def test_an_answer_goes_with_the_question_and_staff_stay(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    rosa = await arrive(store, clock)
    staff = await arrive(store, clock, "discord:5", "Sofie")
    await ask(store, clock, rosa)
    async with store.writing() as session:
        session.add(
            AnswerRow(
                question_id=1,
                written_by=staff,
                article=None,
                text="Over het geheim",
                written_at=clock.now(),
            )
        )
    await privacy.erase(ROSA)
    async with store.reading() as session:
        assert list(await session.scalars(select(AnswerRow.text))) == [""]
        assert await people.find_by_identity(session, "discord:5") is not None


async def test_an_answer_of_erased_staff_stays_without_a_name(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    rosa = await arrive(store, clock)
    staff = await arrive(store, clock, "discord:5", "Sofie")
    await ask(store, clock, rosa)
    async with store.writing() as session:
        session.add(
            AnswerRow(
                question_id=1, written_by=staff, article=None, text="Zo", written_at=clock.now()
            )
        )
    await privacy.erase("discord:5")
    async with store.reading() as session:
        answer = (await session.scalars(select(AnswerRow))).one()
    assert (answer.text, answer.written_by) == ("Zo", None)


def work(store: Store, clock: SetClock, privacy: Privacy) -> Retention:
    return Retention(store, clock, privacy)


@pytest.mark.parametrize(("referral", "days"), [("113", 30), (None, 90)])
async def test_a_question_loses_its_text_sooner_when_it_was_about_danger(
    store: Store, clock: SetClock, privacy: Privacy, *, referral: str | None, days: int
) -> None:
    await ask(store, clock, await arrive(store, clock), referral=referral)
    clock.move(days=days - 0.1)
    await work(store, clock, privacy).apply()
    assert await texts_of(store) == ["Een geheim"]
    clock.move(days=0.2)
    await work(store, clock, privacy).apply()
    assert await texts_of(store) == [""]


async def test_an_open_question_keeps_its_text(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    await ask(store, clock, await arrive(store, clock), state="open", closed_at=None)
    clock.move(days=200)
    await work(store, clock, privacy).apply()
    assert await texts_of(store) == ["Een geheim"]


async def test_what_a_message_said_goes_a_day_after_it_was_sent(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    await arrive(store, clock)
    await queue(store, clock, "question:1")
    await Outbox(store, clock, {"discord": SlowSender(None)}).deliver_due()
    clock.move(hours=25)
    await work(store, clock, privacy).apply()
    async with store.reading() as session:
        assert list(await session.scalars(select(deliveries.DeliveryRow.facts))) == [{}]


@pytest.mark.parametrize(("state", "days"), [("refused", 30), ("agreed", 183)])
async def test_a_refused_introduction_goes_sooner_than_another(
    store: Store, clock: SetClock, privacy: Privacy, *, state: str, days: int
) -> None:
    person = await arrive(store, clock)
    tables = Base.metadata.tables
    async with store.writing() as session:
        for number in (1, 2):
            await session.execute(insert(tables["collectives"]).values(collective(number, clock)))
        await session.execute(
            insert(tables["introductions"]).values(
                community_id=1, from_id=1, to_id=2, asked_by=person, note="", state=state,
                asked_at=clock.now(), expires_at=clock.now(), ended_at=clock.now(),
            )
        )  # fmt: skip
    for moved, left in ((days - 0.1, 1), (0.2, 0)):
        clock.move(days=moved)
        await work(store, clock, privacy).apply()
        async with store.reading() as session:
            assert len((await session.execute(select(tables["introductions"]))).all()) == left


def collective(number: int, clock: SetClock) -> dict[str, object]:
    words = ("place", "municipality", "context", "phase", "legal_form", "description")
    lists = ("motives", "methods", "offers", "needs")
    return (
        {"id": number, "community_id": 1, "name": f"Groep {number}", "population": None}
        | dict.fromkeys(words, "")
        | {name: [] for name in lists}
        | {"hidden": False, "changed_at": clock.now()}
    )


async def test_a_named_ballot_goes_a_year_after_closing_and_the_total_stays(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    person = await arrive(store, clock)
    polls, ballots = Base.metadata.tables["polls"], Base.metadata.tables["ballots"]
    async with store.writing() as session:
        await session.execute(
            insert(polls).values(
                id=1, community_id=1, opened_by=None, origin="o", question="Wat?", purpose="",
                multiple=False, anonymous=False, state="closed", place="discord:7",
                opened_at=clock.now(), closes_at=clock.now(), closed_at=clock.now(),
                totals={"voters": 1, "counts": [1, 0]},
            )
        )  # fmt: skip
        await session.execute(
            insert(ballots).values(poll_id=1, voter=str(person), person_id=person, choices="1")
        )
    for moved, left in ((364.9, 1), (0.2, 0)):
        clock.move(days=moved)
        await work(store, clock, privacy).apply()
        async with store.reading() as session:
            assert len((await session.execute(select(ballots))).all()) == left
    async with store.reading() as session:
        assert await session.scalar(select(polls.c.totals)) == {"voters": 1, "counts": [1, 0]}


async def test_somebody_silent_hears_a_month_before_and_goes_after_two_years(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    await arrive(store, clock)
    clock.move(days=701)
    for _ in range(2):
        await work(store, clock, privacy).apply()
    assert await kinds(store) == [("privacy-reminder", "queued")]
    clock.move(days=30)
    await work(store, clock, privacy).apply()
    assert not await privacy.knows(ROSA)


async def test_the_counts_of_a_day_are_written_down(
    store: Store, clock: SetClock, privacy: Privacy
) -> None:
    await ask(store, clock, await arrive(store, clock))
    clock.move(days=91)
    await work(store, clock, privacy).apply()
    audits = Base.metadata.tables["audits"]
    async with store.reading() as session:
        found = await session.execute(select(audits.c.action, audits.c.object))
    assert ("retention", "questions:1") in {(row[0], row[1]) for row in found}


async def test_a_mark_does_not_tell_whose_it_is_without_the_key(tmp_path: Path) -> None:
    one, other = Journal(tmp_path / "a"), Journal(tmp_path / "b")
    assert one.mark(ROSA) == one.mark(ROSA)
    assert one.mark(ROSA) != other.mark(ROSA)
    assert stat.S_IMODE((tmp_path / "a" / "journal.key").stat().st_mode) == 0o600


async def test_a_mark_is_kept_for_36_days(tmp_path: Path, clock: SetClock) -> None:
    journal = Journal(tmp_path)
    journal.write([("m", clock.now())], clock.now())
    clock.move(days=35)
    journal.write([], clock.now())
    assert len(journal.read()) == 1
    journal.write([], clock.now() + timedelta(days=1))
    assert journal.read() == frozenset()


async def test_an_unknown_account_cannot_be_erased(privacy: Privacy) -> None:
    with pytest.raises(NothingKept):
        await privacy.erase("discord:404")
