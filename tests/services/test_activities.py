"""Activities that everybody may come to (H14), on both databases."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import NotAllowed
from bot.moments import MomentPast, MomentUnclear
from bot.people import Person
from bot.services.helpdesk import Activities, ActivityDraft, ActivityState
from bot.services.helpdesk.activities import (
    ActivityLink,
    ActivityNotFound,
    ActivityNowhere,
    ActivityOver,
    ActivityUnfinished,
)
from data.store import activities as rows
from data.store import collectives, communities, deliveries
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
COFFEE = ActivityDraft("Koffie op het plein", "vrijdag 20.00 tot 22.00", "Het plein", "Voor buren.")
FRIDAY = datetime(2026, 11, 27, 19, 0, tzinfo=UTC)


@pytest.fixture
def activities(town: Town) -> Activities:
    return Activities(town.store, town.clock)


TEXTS = dict.fromkeys(("municipality", "context", "phase", "legal_form", "description"), "")
LISTS: dict[str, list[str]] = {"motives": [], "methods": [], "offers": [], "needs": []}


async def contact(town: Town, *groups: str) -> Person:
    """Bart, who speaks for these groups."""
    bart = await town.person("Bart")
    async with town.store.writing() as session:
        for name in groups:
            made = await collectives.add(
                session,
                community_id=town.community_id,
                name=name,
                place="Ede",
                population=None,
                hidden=False,
                changed_at=town.clock.now(),
                **TEXTS,
                **LISTS,
            )
            assert made is not None
            await collectives.add_contact(session, made, bart.id, "", town.clock.now())
    return await town.person("Bart")


async def queued(town: Town) -> list[tuple[str, str | None, str]]:
    async with town.store.reading() as session:
        found = [await deliveries.find_first(session, source) for source in SOURCES]
        return [(row.kind, row.edits, row.target) for some in found for row in some]


SOURCES = (
    "activity:1", "activity:1:card", "activity:1:told:posted", "activity:1:told:refused",
    "activity:1:told:cancelled",
)  # fmt: skip
CARD = ("staff-activity", None, "discord:14")


async def test_h14_staff_look_first_and_then_everybody_reads_it(
    town: Town, activities: Activities
) -> None:
    bart = await contact(town, "De Meent")
    sofie = await town.person("Sofie", "staff")
    made = await activities.propose(bart, COFFEE)
    assert (made.starts_at, made.ends_at) == (FRIDAY, FRIDAY + timedelta(hours=2))
    assert (made.group, await activities.coming(town.community_id)) == ("De Meent", ())
    assert await activities.propose(bart, COFFEE) == made
    assert await queued(town) == [CARD]
    for _ in range(2):
        posted = await activities.post(sofie, made.id)
    assert await activities.coming(town.community_id) == (posted,)
    assert await queued(town) == [
        ("activity", None, "discord:13"), CARD, ("activity-told", None, bart.identity)
    ]  # fmt: skip


async def test_what_is_over_or_cancelled_is_not_coming(town: Town, activities: Activities) -> None:
    sofie = await town.person("Sofie", "staff")
    first = await activities.propose(sofie, COFFEE)
    later = await activities.propose(
        sofie, ActivityDraft("Soep", "zaterdag 18.00", "Zaal", "Eten.")
    )
    for one in (first, later):
        await activities.post(sofie, one.id)
    town.clock.move(days=3, hours=11)
    assert [one.title for one in await activities.coming(town.community_id)] == [
        "Koffie op het plein", "Soep"
    ]  # fmt: skip
    town.clock.move(hours=2)
    assert [one.id for one in await activities.coming(town.community_id)] == [later.id]
    gone = await activities.cancel(sofie, later.id)
    assert (gone.state, await activities.cancel(sofie, later.id)) == (ActivityState.CANCELLED, gone)
    assert await activities.coming(town.community_id) == ()


async def test_a_refused_one_is_told_to_who_announced_it_and_stays_refused(
    town: Town, activities: Activities
) -> None:
    bart, sofie = await contact(town, "A", "B"), await town.person("Sofie", "staff")
    made = await activities.propose(bart, COFFEE)
    assert made.group == ""  # of more groups nobody knows which
    for _ in range(2):
        await activities.refuse(sofie, made.id)
    with pytest.raises(ActivityOver):
        await activities.post(sofie, made.id)
    with pytest.raises(ActivityOver):
        await activities.cancel(sofie, made.id)
    assert [kind for kind, *_ in await queued(town)] == ["staff-activity", "activity-told"]
    assert (await activities.propose(bart, COFFEE)).id != made.id


async def test_only_staff_decide_and_only_contacts_and_staff_announce(
    town: Town, activities: Activities
) -> None:
    rosa, bart = await town.person("Rosa"), await contact(town, "De Meent")
    made = await activities.propose(bart, COFFEE)
    with pytest.raises(NotAllowed):
        await activities.propose(rosa, COFFEE)
    for act in (activities.post, activities.refuse, activities.cancel):
        with pytest.raises(NotAllowed):
            await act(bart, made.id)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"title": " "}, ActivityUnfinished),
        ({"about": "\u200b"}, ActivityUnfinished),
        ({"link": "http://voorbeeld.nl"}, ActivityLink),
        ({"link": "https://a@b"}, ActivityLink),
        ({"when": "ooit"}, MomentUnclear),
        ({"when": "vrijdag 20.00 tot sint-juttemis"}, MomentUnclear),
        ({"when": "gisteren 20.00"}, MomentPast),
    ],
)
async def test_what_cannot_be_announced_is_said(
    town: Town, activities: Activities, change: dict[str, str], refusal: type[Exception]
) -> None:
    sofie = await town.person("Sofie", "staff")
    words = {name: getattr(COFFEE, name) for name in ("title", "when", "place", "about", "link")}
    with pytest.raises(refusal):
        await activities.propose(sofie, ActivityDraft(**words | change))


async def test_what_is_not_there_or_too_late_is_said(town: Town, activities: Activities) -> None:
    sofie = await town.person("Sofie", "staff")
    made = await activities.propose(sofie, COFFEE)
    with pytest.raises(ActivityNotFound):
        await activities.post(sofie, made.id + 1)
    with pytest.raises(ActivityNotFound):
        await activities.look(made.id + 1)
    town.clock.move(days=3, hours=10)
    with pytest.raises(ActivityOver):
        await activities.post(sofie, made.id)
    async with town.store.writing() as session:
        row = await rows.find(session, made.id)
        assert row is not None
        row.community_id = await communities.add_space(session, "discord:9", "Stad", FRIDAY)
    with pytest.raises(ActivityNotFound):
        await activities.refuse(sofie, made.id)


async def test_without_a_channel_nothing_is_announced(town: Town, activities: Activities) -> None:
    sofie = await town.person("Sofie", "staff")
    elsewhere = Person(sofie.id, 2, sofie.identity, sofie.name, "nl", sofie.roles)
    async with town.store.writing() as session:
        await communities.add_space(session, "discord:9", "Stad", town.clock.now())
    with pytest.raises(ActivityNowhere):
        await activities.propose(elsewhere, COFFEE)
