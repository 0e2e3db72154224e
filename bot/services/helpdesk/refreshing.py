"""The reply of the bot that stands somewhere already, shown as things are now."""

import secrets
from datetime import datetime
from typing import Final

from data.store import Session, deliveries
from data.store import questions as rows

REPLY: Final = ("question-reply",)


async def reply_again(session: Session, question: rows.QuestionRow, at: datetime) -> None:
    """Change each reply to this question that was sent or waits; call it once for each change.

    A reply over an interaction is not in the outbox: who pressed gets a new one.
    """
    for said in await deliveries.find_about(session, f"question:{question.id}:reply", REPLY):
        if not said.facts and question.referral is not None:
            continue  # what was told in private is not known any more
        facts = {**said.facts, "question": question.id}
        facts.pop("if_closed", None)
        source = f"{said.source}:{once()}"
        await deliveries.add_change(session, said, said.kind, source, facts=facts, at=at)


def once() -> str:
    """The end of a source that no other message has."""
    return secrets.token_hex(6)
