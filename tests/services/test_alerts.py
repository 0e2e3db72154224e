"""Policy messages over both databases: two pairs of eyes, once, and everywhere the same."""

import asyncio

import pytest
import pytest_asyncio
from sqlalchemy import select

from bot.communities import Place
from bot.errors import NotAllowed, TooMany
from bot.people import Arrival, Person
from bot.rights import Role
from bot.services.alerts import (
    AlertChanged,
    AlertDrafts,
    AlertFollowing,
    AlertLate,
    AlertNotFound,
    AlertNotYours,
    AlertOver,
    AlertOwn,
    Alerts,
    AlertThemes,
    AlertUnfinished,
    PlatformAway,
    State,
    Wording,
    shown_code,
)
from data.store import Store, communities, deliveries, people
from data.store.deliveries import DeliveryRow
from tests.doubles.clock import SetClock

pytestmark = pytest.mark.asyncio
THEMES = tuple(f"thema-{number}" for number in range(39))
WORDS = Wording("Nieuwe wet", "Er komt een wet.", "Huur daalt.", "Bel.", "https://www.a.nl/x")


class Members:
    """A platform that knows who has which role now; unreachable while `away`."""

    def __init__(self) -> None:
        self.roles: dict[str, frozenset[str]] = {}
        self.away = False

    async def arrival(self, identity: str, space: str) -> Arrival | None:
        if self.away:
            raise PlatformAway
        roles = self.roles.get(identity)
        return None if roles is None else Arrival(identity, identity, space, "nl", roles)


class Office:
    """A community with staff and followers, and a door that sends at will."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store, self.clock = store, clock
        self.drafts = AlertDrafts(store, clock, THEMES)
        self.alerts = Alerts(store, clock)
        self.following = AlertFollowing(store, clock, THEMES)
        self.people: dict[str, Person] = {}
        self.members = self.alerts.doors["discord"] = Members()

    async def fill(self) -> None:
        async with self.store.writing() as session:
            now = self.clock.now()
            self.id = await communities.add_space(session, "discord:1", "Buurt", now)
            for place in (Place.NEWS, Place.STAFF):
                value = {"place": f"discord:{place.value}"}
                await communities.put_setting(session, self.id, place.value, value)
            setting = {"staff": ["staff"], "admin": ["admin"]}
            await communities.put_setting(session, self.id, "roles", setting)
            for name in ("Rosa", "Cem", "Sofie", "Mo", "Ada"):
                row = await people.add(session, f"discord:{name}", name, now)
                roles = {Role.RESIDENT} | ({Role.STAFF} if name in ("Sofie", "Mo") else set())
                roles |= {Role.ADMIN} if name == "Ada" else set()
                self.members.roles[f"discord:{name}"] = frozenset(role.value for role in roles)
                self.people[name] = Person(
                    row.id, self.id, f"discord:{name}", name, "nl", frozenset(roles)
                )

    async def asked(self, moment: str = "", origin: str = "o1", until: str = ""):
        sofie = self.people["Sofie"]
        alert = await self.drafts.write(sofie, WORDS, origin)
        await self.drafts.choose_themes(sofie, alert.id, THEMES[:20], THEMES[:2])
        await self.drafts.plan(sofie, alert.id, moment)
        await self.drafts.end_at(sofie, alert.id, until)
        return await self.drafts.ask(sofie, alert.id)

    async def sent(self):
        alert = await self.asked()
        done = await self.alerts.approve(self.people["Mo"], alert.id, alert.version)
        await self.deliver()
        return done

    async def rows(self, kind: str | None = None) -> list[DeliveryRow]:
        async with self.store.reading() as session:
            found = list(await session.scalars(select(DeliveryRow).order_by(DeliveryRow.id)))
        return [row for row in found if kind is None or row.kind == kind]

    async def deliver(self) -> None:
        async with self.store.writing() as session:
            due = await session.scalars(select(DeliveryRow).where(DeliveryRow.state == "queued"))
            for row in due:
                row.state, row.message, row.ended_at = "sent", f"m{row.id}", self.clock.now()


@pytest_asyncio.fixture
async def office(store: Store, clock: SetClock) -> Office:
    office = Office(store, clock)
    await office.fill()
    return office


async def test_the_writer_cannot_approve(office: Office) -> None:
    alert = await office.asked()
    with pytest.raises(AlertOwn):
        await office.alerts.approve(office.people["Sofie"], alert.id, alert.version)


async def test_an_approval_holds_for_one_version_only(office: Office) -> None:
    alert = await office.asked()
    await office.drafts.plan(office.people["Sofie"], alert.id, "vrijdag 10.00")
    again = await office.drafts.ask(office.people["Sofie"], alert.id)
    with pytest.raises(AlertChanged):
        await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    done = await office.alerts.approve(office.people["Mo"], alert.id, again.version)
    assert done.state is State.APPROVED


async def test_a_change_after_approval_takes_the_approval_away(office: Office) -> None:
    alert = await office.asked("vrijdag 10.00")
    await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    other = Wording("Oude wet", "Iets anders.", "Niets.", "Niets.", "https://www.a.nl/x")
    changed = await office.drafts.change(office.people["Sofie"], alert.id, other)
    office.clock.move(days=8)
    assert await office.alerts.send_due() == ()
    assert changed.state is State.DRAFT
    assert await office.rows("alert") == []


async def test_saying_the_same_again_keeps_the_approval(office: Office) -> None:
    alert = await office.asked("vrijdag 10.00")
    await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    same = await office.drafts.change(office.people["Sofie"], alert.id, WORDS)
    assert (same.state, same.version) == (State.APPROVED, alert.version)


async def test_approving_is_possible_for_less_than_a_day(office: Office) -> None:
    alert = await office.asked()
    office.clock.move(hours=24)
    with pytest.raises(AlertLate):
        await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    again = await office.drafts.ask(office.people["Sofie"], alert.id)
    done = await office.alerts.approve(office.people["Mo"], alert.id, again.version)
    assert done.state is State.SENT


async def test_two_approvers_at_the_same_moment_send_once(office: Office) -> None:
    await office.following.choose(office.people["Rosa"], THEMES, THEMES[:2])
    alert = await office.asked()
    done = await asyncio.gather(
        *(office.alerts.approve(office.people[n], alert.id, alert.version) for n in ("Mo", "Ada")),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in done) == ["Alert", "AlertOver"]
    assert len(await office.rows("alert")) == len(await office.rows("alert-dm")) == 1


async def test_approving_twice_is_approving_once(office: Office) -> None:
    alert = await office.asked()
    for _ in range(2):
        done = await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
        assert done.state is State.SENT
    assert len(await office.rows("alert")) == 1


async def test_who_lost_the_role_cannot_approve(office: Office) -> None:
    alert = await office.asked()
    with pytest.raises(NotAllowed):
        await office.alerts.approve(office.people["Rosa"], alert.id, alert.version)
    assert (await office.alerts.look(alert.id)).state is State.ASKED


async def test_who_lost_the_role_after_writing_cannot_ask(office: Office) -> None:
    alert = await office.drafts.write(office.people["Sofie"], WORDS, "o9")
    was = office.people["Sofie"]
    now = Person(was.id, was.community_id, was.identity, was.name, was.language)
    with pytest.raises(NotAllowed):
        await office.drafts.ask(now, alert.id)


async def test_a_follower_of_two_of_its_themes_gets_one_message(office: Office) -> None:
    await office.following.choose(office.people["Rosa"], THEMES, THEMES[:2])
    await office.following.follow_all(office.people["Cem"])
    await office.following.choose(office.people["Ada"], THEMES, THEMES[5:6])
    await office.sent()
    assert [row.target for row in await office.rows("alert-dm")] == ["discord:Rosa", "discord:Cem"]


async def test_stopping_also_stops_what_waits(office: Office) -> None:
    await office.following.choose(office.people["Rosa"], THEMES, THEMES[:1])
    alert = await office.asked()
    await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    assert await office.following.stop(office.people["Rosa"], alert.id)
    assert not await office.following.stop(office.people["Rosa"], alert.id)
    assert [row.state for row in await office.rows("alert-dm")] == ["cancelled"]


async def test_leaving_one_theme_keeps_what_another_theme_brings(office: Office) -> None:
    await office.following.choose(office.people["Rosa"], THEMES, THEMES[:2])
    alert = await office.asked()
    await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    await office.following.choose(office.people["Rosa"], THEMES[:1], ())
    assert [row.state for row in await office.rows("alert-dm")] == ["queued"]
    await office.following.choose(office.people["Rosa"], THEMES[1:2], ())
    assert [row.state for row in await office.rows("alert-dm")] == ["cancelled"]


async def test_a_correction_needs_approval_and_then_goes_everywhere(office: Office) -> None:
    await office.following.follow_all(office.people["Rosa"])
    sent = await office.sent()
    better = Wording("Betere titel", *list(WORDS_REST))
    draft = await office.drafts.correct(office.people["Mo"], sent.id, better, "o2")
    asked = await office.drafts.ask(office.people["Mo"], draft.id)
    assert (await office.alerts.look(sent.id)).wording.title == "Nieuwe wet"
    with pytest.raises(AlertOwn):
        await office.alerts.approve(office.people["Mo"], asked.id, asked.version)
    await office.alerts.approve(office.people["Sofie"], asked.id, asked.version)
    edits = [row for row in await office.rows() if row.edits == f"alert:{sent.id}"]
    assert [row.kind for row in edits] == ["alert", "alert-dm"]
    seen = await office.alerts.look(sent.id)
    assert seen.wording.title == "Betere titel"
    assert seen.corrected_at is not None


WORDS_REST = (WORDS.what, WORDS.meaning, WORDS.action, WORDS.source_url)


async def test_a_second_correction_of_an_older_text_is_dropped(office: Office) -> None:
    sent = await office.sent()
    asked = []
    for number, who in enumerate(("Mo", "Ada")):
        better = Wording(f"Titel {number}", *WORDS_REST)
        draft = await office.drafts.correct(office.people[who], sent.id, better, f"c{number}")
        asked.append(await office.drafts.ask(office.people[who], draft.id))
    await office.alerts.approve(office.people["Sofie"], asked[0].id, asked[0].version)
    with pytest.raises(AlertChanged):
        await office.alerts.approve(office.people["Sofie"], asked[1].id, asked[1].version)
    assert (await office.alerts.look(sent.id)).wording.title == "Titel 0"


async def test_retracting_changes_what_went_and_stops_what_waits(office: Office) -> None:
    await office.following.follow_all(office.people["Rosa"])
    alert = await office.asked()
    await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    async with office.store.writing() as session:
        row = await session.scalar(select(DeliveryRow).where(DeliveryRow.kind == "alert"))
        row.state, row.message, row.ended_at = "sent", "m1", office.clock.now()
    for _ in range(2):
        await office.alerts.retract(office.people["Sofie"], alert.id)
    edits = [row for row in await office.rows() if row.edits == f"alert:{alert.id}"]
    assert [row.kind for row in edits] == ["alert"]
    assert [row.state for row in await office.rows("alert-dm")] == ["cancelled"]


async def test_a_message_under_way_while_retracting_is_changed_afterwards(office: Office) -> None:
    alert = await office.asked()
    await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    async with office.store.writing() as session:
        now = office.clock.now()
        leased = await deliveries.lease(session, now, stale_before=now, limit=9)
        assert "alert" in [row.kind for row in leased]
    await office.alerts.retract(office.people["Mo"], alert.id)
    assert [row.edits for row in await office.rows("alert")] == [None]
    async with office.store.writing() as session:
        row = await session.scalar(select(DeliveryRow).where(DeliveryRow.kind == "alert"))
        row.state, row.message, row.ended_at = "sent", "m1", office.clock.now()
    for _ in range(2):
        await office.alerts.send_due()
    assert [row.edits for row in await office.rows("alert")] == [None, f"alert:{alert.id}"]


async def test_a_retracted_plan_is_never_sent(office: Office) -> None:
    alert = await office.asked("morgen 10.00")
    await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    await office.alerts.retract(office.people["Ada"], alert.id)
    office.clock.move(days=2)
    await office.alerts.send_due()
    assert await office.rows("alert") == []
    with pytest.raises(AlertOver):
        await office.drafts.change(office.people["Sofie"], alert.id, WORDS)


async def test_a_draft_needs_a_theme_and_an_https_link(office: Office) -> None:
    sofie = office.people["Sofie"]
    draft = await office.drafts.write(sofie, Wording("T", "w", "m", "a", "http://a.nl"), "o3")
    with pytest.raises(AlertUnfinished) as told:
        await office.drafts.ask(sofie, draft.id)
    assert told.value.facts == {"themes": True, "link": True}


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://",
        "https://localhost",
        "https://a.nl@kwaad.nl/",
        "https://a.nl/)[x](https://b.nl",
        "https://ɑ.nl/",
        "https://a..nl",
        "x https://a.nl",
    ],
)
async def test_a_link_that_hides_where_it_goes_is_refused(office: Office, url: str) -> None:
    draft = await office.drafts.write(
        office.people["Sofie"], Wording("T", "w", "m", "a", url), "o4"
    )
    assert draft.lacks_link


async def test_too_many_themes_are_refused_and_nothing_changes(office: Office) -> None:
    sofie = office.people["Sofie"]
    draft = await office.drafts.write(sofie, WORDS, "o5")
    with pytest.raises(AlertThemes):
        await office.drafts.choose_themes(sofie, draft.id, THEMES[:20], THEMES[:6])
    assert (await office.drafts.look(sofie, draft.id)).themes == ()


async def test_a_theme_that_does_not_exist_is_left_out(office: Office) -> None:
    sofie = office.people["Sofie"]
    draft = await office.drafts.write(sofie, WORDS, "o5")
    chosen = await office.drafts.choose_themes(sofie, draft.id, THEMES[:20], ("*", "x", THEMES[3]))
    assert chosen.themes == (THEMES[3],)


async def test_only_the_writer_changes_a_draft(office: Office) -> None:
    draft = await office.drafts.write(office.people["Sofie"], WORDS, "o6")
    with pytest.raises(AlertNotYours):
        await office.drafts.change(office.people["Mo"], draft.id, WORDS)


async def test_a_message_of_another_community_is_not_found(office: Office) -> None:
    alert = await office.asked()
    async with office.store.writing() as session:
        other = await communities.add_space(session, "discord:2", "Elders", office.clock.now())
    mo = office.people["Mo"]
    stranger = Person(mo.id, other, mo.identity, mo.name, mo.language, mo.roles)
    with pytest.raises(AlertNotFound):
        await office.alerts.approve(stranger, alert.id, alert.version)
    with pytest.raises(AlertNotFound):
        await office.alerts.retract(stranger, alert.id)


async def test_the_same_form_twice_is_one_draft(office: Office) -> None:
    first = await office.drafts.write(office.people["Sofie"], WORDS, "o7")
    second = await office.drafts.write(office.people["Sofie"], WORDS, "o7")
    assert first == second


async def test_a_code_is_read_however_it_is_typed(office: Office) -> None:
    sent = await office.sent()
    typed = shown_code(sent.code).replace("0", "o").replace("1", "l").lower()
    found = await office.alerts.check_code(office.people["Rosa"], f" {typed} ")
    assert found is not None
    assert found.id == sent.id


async def test_the_code_of_a_draft_counts_for_nothing(office: Office) -> None:
    asked = await office.asked()
    assert await office.alerts.check_code(office.people["Rosa"], asked.code) is None


async def test_guessing_codes_ends(office: Office) -> None:
    for _ in range(10):
        await office.alerts.check_code(office.people["Rosa"], "0000-0000")
    with pytest.raises(TooMany):
        await office.alerts.check_code(office.people["Rosa"], "0000-0000")
