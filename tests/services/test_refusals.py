"""Who tries what only staff or admins may do is written down: from the matrix, action by action."""

import pytest
from sqlalchemy import select, text
from structlog.testing import capture_logs

from bot.errors import NotAllowed
from bot.people import Person
from bot.rights import MATRIX, Action, Grant, Role
from bot.services.alerts.views import AlertNotYours, AlertOwn
from bot.services.privacy import Privacy
from data.store.audits import AuditRow
from tests.services.conftest import Town
from tests.services.test_privacy import build

pytestmark = pytest.mark.asyncio
COLUMNS = tuple(Role)


def refused_to(role: Role) -> list[Action]:
    """The actions that this role may never do, whoever's thing it is."""
    return [action for action, row in MATRIX.items() if row[COLUMNS.index(role)] is Grant.NO]


def is_for_staff(action: Action) -> bool:
    resident, contact, *_ = MATRIX[action]
    return resident is contact is Grant.NO


def privacy_of(town: Town) -> Privacy:
    return build(town.store, town.clock, town.folder)


async def somebody(town: Town, role: Role) -> Person:
    known = await town.person("Rosa")
    return Person(known.id, known.community_id, known.identity, known.name, "nl", frozenset({role}))


async def refusals(town: Town) -> list[tuple[str, int | None, int | None]]:
    async with town.store.reading() as session:
        rows = await session.scalars(select(AuditRow).where(AuditRow.action == "refused"))
        return [(row.object, row.actor_id, row.community_id) for row in rows]


@pytest.mark.parametrize(
    ("role", "action"),
    [(role, action) for role in Role for action in refused_to(role)],
    ids=lambda one: one.value,
)
async def test_a_refusal_is_written_down_when_the_action_is_for_staff(
    town: Town, role: Role, action: Action
) -> None:
    person = await somebody(town, role)
    with pytest.raises(NotAllowed) as caught:
        person.need(action)
    await privacy_of(town).note_refusal(person, caught.value)
    expected = [(f"action:{action.value}", person.id, town.community_id)]
    assert await refusals(town) == (expected if is_for_staff(action) else [])


@pytest.mark.parametrize(
    ("refused", "action"),
    [(AlertOwn(number=1), Action.APPROVE_ALERT), (AlertNotYours(number=1), Action.WRITE_ALERT)],
)
async def test_a_refusal_with_a_sentence_of_its_own_names_the_action_too(
    town: Town, refused: NotAllowed, action: Action
) -> None:
    person = await somebody(town, Role.STAFF)
    await privacy_of(town).note_refusal(person, refused)
    assert [one[0] for one in await refusals(town)] == [f"action:{action.value}"]


async def test_a_refusal_that_cannot_be_written_down_breaks_nothing(town: Town) -> None:
    person = await somebody(town, Role.RESIDENT)
    async with town.store.writing() as session:
        await session.execute(text("ALTER TABLE audits RENAME TO away"))
    with capture_logs() as lines:
        await privacy_of(town).note_refusal(person, NotAllowed(action=Action.SETTINGS.value))
    assert [line["event"] for line in lines] == ["refusal-not-noted"]
