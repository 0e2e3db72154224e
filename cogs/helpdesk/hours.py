"""What somebody whose question waits may expect: until when, and whether the help desk is open."""

from cogs._client import Services


async def expected_line(services: Services, question_id: int, language: str) -> str:
    """A line for who waits for a person; empty when nobody waits."""
    found = await services.hours.expected(question_id)
    if found is None:
        return ""
    text = services.texts.text
    if found.is_past:
        return text("helpdesk-expected-past", language)
    key = "helpdesk-expected-busy" if found.is_busy else "helpdesk-expected"
    line = text(key, language, days=found.days, until=found.until)
    if found.opens_at is None:
        return line
    return f"{line} {text('helpdesk-closed-hours', language, opens_at=found.opens_at)}"


async def with_expected(services: Services, said: str, question_id: int, language: str) -> str:
    """What is said to somebody who waits for a person, and what they may expect."""
    line = await expected_line(services, question_id, language)
    return f"{said}\n\n{line}" if line else said
