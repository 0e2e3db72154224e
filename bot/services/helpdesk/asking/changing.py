"""What was typed is changed or taken away, and the question follows."""

import asyncio
from datetime import datetime

from bot.clock import Clock
from bot.posts import Post
from bot.search.helpdesk import Finding, HelpDeskSearch
from bot.services.helpdesk.asking.moving import hide
from bot.services.helpdesk.asking.storing import Told, kept, reason_of, state_of
from bot.services.helpdesk.asking.withdrawing import withdraw
from bot.services.helpdesk.posting import card_again, tell_staff, to_asker
from bot.services.helpdesk.refreshing import reply_again
from bot.services.helpdesk.states import ENDED, Reason, State, Step
from bot.untrusted import plain
from data.store import Session, Store
from data.store import question_events as events
from data.store import questions as rows


class Changes:
    """Follows the messages in which questions were typed; each change counts once, in any order."""

    def __init__(self, store: Store, clock: Clock, search: HelpDeskSearch) -> None:
        self._store = store
        self._clock = clock
        self._search = search

    async def edited(
        self, origin: str, text: str, edited_at: datetime, told: Told = Told.NOT_YET
    ) -> int | None:
        """The message of a question says this since `edited_at`; the number of the question.

        Until a person answered, the question follows: text, search, reply and card. After that
        staff only read that it changed. None when the message is no question. An older change, or
        one that was heard before, does nothing. `told`: how an urgent referral was told.
        """
        whole = plain(text)
        if not whole:
            return await self.gone(origin)
        finding = await asyncio.to_thread(self._search.look, whole)
        async with self._store.writing() as session:
            question = await _held(session, origin)
            if question is None:
                return None
            steps = await events.find_of(session, [question.id])
            latest = max((s.facts.get("edited_at", "") for s in steps), default="")
            stamp = edited_at.isoformat()
            if question.reason == Reason.WITHDRAWN or stamp <= latest:
                return question.id
            now = self._clock.now()
            question.touched_at = now
            events.add(
                session, question.id, Step.EDITED, at=now, by=question.asked_by, edited_at=stamp
            )
            if kept(whole, strict=question.anonymous) == question.text:
                return question.id
            unanswered = await _is_unanswered(session, question)
            if unanswered or _cries(question, finding):
                fresh = await self._follow(session, question, whole, finding, told)
                await self._cards(session, question, fresh=fresh)
            elif await rows.find_newest_card(session, question.id):
                await card_again(session, question, f"edited:{stamp}", now)
            return question.id

    async def gone(self, origin: str) -> int | None:
        """The message of a question is not there any more: the question is withdrawn.

        Not when its asker went on in private, or sent the same again: then that one counts.
        The number of the question; None when the message is no question.
        """
        async with self._store.writing() as session:
            question = await _held(session, origin)
            if question is None:
                return None
            steps = await events.find_of(session, [question.id])
            if any(step.kind == Step.GONE_PRIVATE for step in steps):
                question.asked_message = None
                return question.id
            again = [step for step in steps if step.kind == Step.ASKED_AGAIN]
            if again and _stands_again(question, again[-1]):
                return question.id
            await withdraw(session, question, self._clock.now(), by=question.asked_by)
            return question.id

    async def _follow(
        self,
        session: Session,
        question: rows.QuestionRow,
        whole: str,
        finding: Finding,
        told: Told,
    ) -> bool:
        """Take the new text as if it was asked now; whether staff must see it at once.

        Who waits for staff goes on waiting. A question that a person ended opens for a cry only.
        """
        now = self._clock.now()
        was, state, cry = State(question.state), state_of(finding), _cries(question, finding)
        question.text = kept(whole, strict=question.anonymous)
        if finding.is_remark:
            return False
        question.language = self._search.read(whole).language or question.language
        question.outcome = finding.outcome.value
        question.suggested = [answer.article for answer in finding.answers]
        if not question.themes_judged:
            question.themes = [theme.id for theme in finding.themes]
        if finding.referrals:
            question.referral = finding.referrals[0].id
        if was is State.SUGGESTED or (
            was in ENDED and (state is State.OPEN or await _is_unanswered(session, question))
        ):
            question.state, question.reason = state.value, reason_of(finding, state)
            question.closed_at = now if state is State.CLOSED else None
            question.claimed_by = None
        if cry and any(referral.is_private for referral in finding.referrals):
            await self._private(session, question, finding, told)
        else:
            await reply_again(session, question, now)
        opened = question.state == State.OPEN and was is not State.OPEN
        return opened or (cry and state is State.OPEN)

    async def _private(
        self, session: Session, question: rows.QuestionRow, finding: Finding, told: Told
    ) -> None:
        """A cry for help is nobody else's business: what stands in public is hidden."""
        now = self._clock.now()
        if question.reply_place is not None:
            await hide(session, question, now)
        if told is Told.BEHIND_BUTTON or (told is Told.PRIVATELY and finding.is_referral_alone):
            return
        facts = {"question": question.id, "told": told is Told.PRIVATELY}
        source = f"question:{question.id}:reply:urgent:{now.isoformat()}"
        await to_asker(session, question, Post("question-reply", source, facts, now))

    async def _cards(self, session: Session, question: rows.QuestionRow, *, fresh: bool) -> None:
        """A new card for what staff must see at once, else the one they have changes."""
        now = self._clock.now()
        if fresh:
            await tell_staff(session, question, now)
        elif await rows.find_newest_card(session, question.id):
            await card_again(session, question, f"edited:{now.isoformat()}", now)


async def _held(session: Session, origin: str) -> rows.QuestionRow | None:
    found = await rows.find_by_origin(session, origin)
    return None if found is None else await rows.hold(session, found.id)


def _cries(question: rows.QuestionRow, finding: Finding) -> bool:
    """Whether this calls for a referral that the question did not call for."""
    return bool(finding.referrals) and finding.referrals[0].id != question.referral


async def _is_unanswered(session: Session, question: rows.QuestionRow) -> bool:
    """Whether no person answered or ended it; what the bot closed by itself counts too."""
    if await rows.find_answers(session, [question.id]):
        return False
    steps = await events.find_of(session, [question.id])
    ended = (Step.CLOSED, Step.ACCEPTED, Step.MERGED)
    return question.state not in ENDED or not any(step.kind in ended for step in steps)


def _stands_again(question: rows.QuestionRow, step: events.QuestionEventRow) -> bool:
    """Let the question stand on the second message; False when it does already."""
    origin = str(step.facts.get("origin", ""))
    if origin in ("", question.origin):
        return False
    question.origin, question.asked_message = origin, step.facts.get("message")
    if question.reply_place is not None:
        question.reply_message = question.asked_message
    return True
