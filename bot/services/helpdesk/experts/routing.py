"""Who helps with which theme, who is away, and which colleague a new question is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bot.clock import Clock
from bot.communities import CommunitySettings
from bot.moments import parse_moment
from bot.people import Person
from bot.posts import Post, to_person
from bot.rights import Action, Role
from bot.services.helpdesk.days import goals
from bot.services.helpdesk.forum.marks import mark
from bot.services.helpdesk.states import ENDED, State, Step
from bot.services.helpdesk.views import QuestionNotFound
from data.store import Session, Store, people, routes
from data.store import question_events as events
from data.store import questions as rows

STAFF: Final = "staff"
EXPERT: Final = "expert"
"""A resident or somebody of a collective who went through it themselves."""
NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Helping:
    """What somebody helps with. `everything`: every theme, also those that come later."""

    themes: tuple[str, ...]
    everything: bool
    as_staff: bool
    away_until: datetime | None

    @property
    def is_empty(self) -> bool:
        """Whether this person helps with nothing."""
        return not self.themes and not self.everything


@dataclass(frozen=True, slots=True)
class Consulted:
    """Somebody whose advice was asked. `state`: asked, answered, declined or ended."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Helpers:
    """Who can help with a question, for its card. `called` is an account; empty: nobody."""

    staff: tuple[str, ...] = ()
    experts: tuple[str, ...] = ()
    called: str = ""
    called_name: str = ""
    consulted: tuple[Consulted, ...] = ()


class Routing:
    """Themes that people chose to help with."""

    def __init__(self, store: Store, clock: Clock, themes: Sequence[str]) -> None:
        """Prepare.

        Args:
            store: where the rows are.
            clock: the time.
            themes: the ids of all themes, in the order of the menus.
        """
        self._store = store
        self._clock = clock
        self.themes = tuple(themes)

    async def look(self, person: Person) -> Helping:
        """What this person helps with now."""
        async with self._store.reading() as session:
            return await self._helping(session, person)

    async def choose(
        self, person: Person, offered: Sequence[str], picked: Sequence[str]
    ) -> Helping:
        """Of the `offered` themes help with the `picked` ones; others stay as they are.

        Choosing themes ends helping with everything. Raises: NotAllowed.
        """
        person.need(Action.ASK)
        wanted = [theme for theme in self.themes if theme in picked and theme in offered]
        gone = [theme for theme in offered if theme not in wanted]
        async with self._store.writing() as session:
            dropped = [*gone, routes.EVERYTHING] if wanted else gone
            await routes.drop(session, person.id, person.community_id, dropped)
            await self._put(session, person, wanted)
            return await self._helping(session, person)

    async def choose_all(self, person: Person) -> Helping:
        """Help with every theme. Raises: NotAllowed."""
        person.need(Action.ASK)
        async with self._store.writing() as session:
            await routes.drop(session, person.id, person.community_id)
            await self._put(session, person, [routes.EVERYTHING])
            return await self._helping(session, person)

    async def stop(self, person: Person) -> Helping:
        """Help with nothing from now on."""
        async with self._store.writing() as session:
            await routes.drop(session, person.id, person.community_id)
            return await self._helping(session, person)

    async def leave(self, person: Person, said: str) -> Helping:
        """Be away until a moment in people's own words.

        Raises: MomentUnclear, MomentPast, MomentSkipped, MomentTooFar.
        """
        until = parse_moment(said, self._clock.now(), self._clock.zone).at_utc
        async with self._store.writing() as session:
            await routes.put_absence(session, person.id, until)
            return await self._helping(session, person)

    async def come_back(self, person: Person) -> Helping:
        """Be there again."""
        async with self._store.writing() as session:
            await routes.drop_absence(session, person.id)
            return await self._helping(session, person)

    async def helpers(self, question_id: int) -> Helpers:
        """Who can help with a question, and whose turn it is. Raises: QuestionNotFound.

        Of a question with a referral nobody is named.
        """
        now = self._clock.now()
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
            if question is None:
                raise QuestionNotFound
            if question.referral or question.state not in (State.OPEN, State.CLAIMED):
                return Helpers()
            return await self._helpers(session, question, now)

    async def not_staff(self, question_id: int, account: str) -> None:
        """Somebody who was called is no staff any more: from here they help as an expert."""
        async with self._store.writing() as session:
            question = await rows.hold(session, question_id)
            person = await people.find_by_identity(session, account)
            if question is not None and person is not None:
                await routes.put_kind(session, person.id, question.community_id, EXPERT)

    async def _helpers(
        self, session: Session, question: rows.QuestionRow, now: datetime
    ) -> Helpers:
        found = await others(session, question, now)
        called = await self._called(session, question)
        names = {row.person_id: row.name for row in found if row.kind == STAFF}
        accounts = await people.identities(session, called) if called in names else ()
        asked = await routes.find_consultations(session, question.id)
        return Helpers(
            staff=tuple(one.name for one in found if one.kind == STAFF),
            experts=tuple(one.name for one in found if one.kind == EXPERT),
            called=accounts[0] if accounts else "",
            called_name=names.get(called, "") if called else "",
            consulted=tuple(
                [Consulted(await _name(session, one.person_id), one.state) for one in asked]
            ),
        )

    async def _called(self, session: Session, question: rows.QuestionRow) -> int:
        """Who was called to an open question last; 0 for nobody."""
        if question.state != State.OPEN:
            return 0
        steps = await events.find_of(session, [question.id])
        called = [step.by for step in steps if step.kind == Step.CALLED and step.by is not None]
        return called[-1] if called else 0

    async def _put(self, session: Session, person: Person, themes: Sequence[str]) -> None:
        """Choose these, and let all that was chosen follow the role of now."""
        kind = kind_of(person)
        for theme in themes:
            await routes.put(
                session,
                person_id=person.id,
                community_id=person.community_id,
                theme=theme,
                kind=kind,
                since=self._clock.now(),
            )
        await routes.put_kind(session, person.id, person.community_id, kind)

    async def _helping(self, session: Session, person: Person) -> Helping:
        chosen = await routes.find_chosen(session, person.id, person.community_id)
        names = {row.theme for row in chosen}
        return Helping(
            themes=tuple(theme for theme in self.themes if theme in names),
            everything=routes.EVERYTHING in names,
            as_staff=kind_of(person) == STAFF,
            away_until=await routes.find_absence(session, person.id, self._clock.now()),
        )


def kind_of(person: Person) -> str:
    """As what somebody helps, by the roles of this moment."""
    return STAFF if person.roles & {Role.STAFF, Role.ADMIN} else EXPERT


async def reach(
    session: Session, question: rows.QuestionRow, settings: CommunitySettings, at: datetime
) -> None:
    """A question reaches staff: from here the goal counts, and it is somebody's turn.

    One with a referral gets no promise of days and no name. What staff knew already stays as it is.
    """
    if question.state != State.OPEN or question.due_at is not None or question.referral:
        return
    question.due_at, question.raised = goals.due(at, settings), 0
    await mark(session, question, at)
    if goals.is_open(settings, at):
        await _call(session, question, at)


async def _call(session: Session, question: rows.QuestionRow, at: datetime) -> None:
    """Note which colleague a question is for: who has the fewest now, then who waited longest."""
    found = [one for one in await others(session, question, at) if one.kind == STAFF]
    ids = [one.person_id for one in found]
    if not ids:
        return
    busy = await routes.count_claimed(session, ids)
    last = await routes.find_called(session, ids, Step.CALLED)
    turn = min(ids, key=lambda id_: (busy.get(id_, 0), last.get(id_, NEVER), id_))
    events.add(session, question.id, Step.CALLED, at=at, by=turn)


async def others(session: Session, question: rows.QuestionRow, at: datetime) -> list[routes.Helper]:
    """Who chose a theme of the question or every theme, but not who asked it."""
    found = await routes.find_helpers(session, question.community_id, question.themes, at)
    return [one for one in found if one.person_id != question.asked_by]


async def settle(session: Session, question: rows.QuestionRow, at: datetime) -> None:
    """A question that ended needs no advice any more: thank whose advice was asked, quietly."""
    if question.state not in ENDED:
        return
    for asked in await routes.find_consultations(session, question.id):
        if asked.person_id is None or asked.state not in ("asked", "answered"):
            continue
        if asked.state == "asked":
            asked.state, asked.answered_at = "ended", at
        await show_expert(session, question, asked, "ended", at)


async def show_expert(
    session: Session,
    question: rows.QuestionRow,
    asked: routes.ConsultationRow,
    why: str,
    at: datetime,
) -> None:
    """Let the message to an expert say how it stands now."""
    if asked.person_id is None:
        return
    source = f"consultation:{asked.id}"
    facts = {"consultation": asked.id, "edit_only": True}
    post = Post("expert-question", f"{source}:{why}", facts, at, edits=source)
    await to_person(session, question.community_id, asked.person_id, question.language, post)


async def _name(session: Session, person_id: int | None) -> str:
    return "" if person_id is None else await people.name_of(session, person_id)
