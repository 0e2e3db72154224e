"""Keeping knowledge at its edges: drafts that changed hands, are over or are not there."""

# ruff: noqa: F401, F811 - a fixture is named like the argument that asks for it

from dataclasses import replace

import pytest

from bot.services.knowledge import ArticleNotFound, DraftOver, State
from tests.services.test_knowledge import PUMP, Room, room

pytestmark = pytest.mark.asyncio


async def test_the_same_words_again_are_the_same_draft_only_for_their_writer(room: Room) -> None:
    sofie, mo = await room.staff()
    drafts = room.knowledge.drafts
    first = await drafts.write(sofie, PUMP, "nl")
    other = await drafts.write(mo, PUMP, "nl")
    assert (await drafts.write(sofie, PUMP, "nl")).id == first.id
    assert other.id != first.id
    assert other.article.id == f"{first.article.id}-2"


async def test_a_draft_that_was_asked_about_is_asked_once_and_is_over_when_dropped(
    room: Room,
) -> None:
    sofie, _ = await room.staff()
    drafts = room.knowledge.drafts
    draft = await room.ready()
    assert (await drafts.ask(sofie, draft.id)).state == State.READY
    await drafts.drop(sofie, draft.id)
    assert (await drafts.card(draft.id)).state == State.DROPPED
    with pytest.raises(DraftOver):
        await drafts.rewrite(sofie, draft.id, replace(PUMP, title="Een pomp"))


async def test_a_draft_that_never_was_is_not_found(room: Room) -> None:
    sofie, _ = await room.staff()
    drafts = room.knowledge.drafts
    for call in (drafts.card(999), drafts.look(sofie, 999), drafts.drop(sofie, 999)):
        with pytest.raises(ArticleNotFound):
            await call
