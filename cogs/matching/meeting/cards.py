"""A meeting in words: who is who, why they match, the moments, and who can come when."""

from datetime import datetime

from bot.search.collectives import Reason, reason_facts
from bot.services.matching import Acquaintance, Guest, MeetingView
from cogs._client import Services
from cogs._ui import number, shown

MOST_REASONS = 4
BOTH_WAYS = frozenset(
    {
        "offers-what-you-need",
        "offers-something-like-it",
        "needs-what-you-offer",
        "needs-something-like-it",
        "a-phase-ahead",
        "same-place",
        "distance",
    }
)
"""Reasons that name the two groups here, as nobody in particular reads them."""


def names_of(meeting: MeetingView) -> tuple[str, ...]:
    """The groups that meet, or the people where somebody comes for themselves."""
    return tuple(shown(one.collective or one.name, 80) for one in meeting.guests)


def mention(guest: Guest) -> str:
    """The account of somebody, to press on."""
    return f"<@{number(guest.identity)}>" if guest.identity else ""


def opening_text(services: Services, known: Acquaintance, language: str) -> str:
    """Who is who, why they match, and two questions."""
    text, meeting = services.texts.text, known.meeting
    lines = [text("meeting-opening", language, word=meeting.word, names=names_of(meeting)), ""]
    lines += [_guest_line(services, guest, language) for guest in meeting.guests]
    why = why_text(services, known, language)
    if why:
        lines += ["", text("meeting-why", language, why=why)]
    lines += ["", text("meeting-questions", language)]
    lines += [f"- {one.said(language)}" for one in known.questions]
    lines += ["", text("meeting-opening-foot", language, thread=meeting.has_thread)]
    return "\n".join(lines)


def _guest_line(services: Services, guest: Guest, language: str) -> str:
    text = services.texts.text
    who = f"{shown(guest.name, 60)} ({mention(guest)})"
    if guest.collective:
        place = shown(guest.place, 60)
        facts = {"collective": shown(guest.collective, 80), "place": place, "who": who}
        line = text("meeting-guest", language, has_place=bool(place), **facts)
    else:
        line = text("meeting-guest-alone", language, who=who)
    if guest.reach:
        line += " " + text("meeting-guest-reach", language, reach=shown(guest.reach, 200))
    return f"- {line}"


def why_text(services: Services, known: Acquaintance, language: str) -> str:
    """The weightiest reasons in one sentence, without its end; empty when nothing is alike."""
    said = [_reason(services, known, one, language) for one in known.reasons[:MOST_REASONS]]
    parts = [one.rstrip().rstrip(".") for one in said]
    return ", ".join([*parts[:1], *(one[:1].lower() + one[1:] for one in parts[1:])])


def _reason(services: Services, known: Acquaintance, reason: Reason, language: str) -> str:
    facts = reason_facts(reason, services.matching.content, language)
    facts["what"] = shown(str(facts["what"]), 120)
    if reason.kind in BOTH_WAYS:
        mine, other = names_of(known.meeting)[:2]
        key = f"meeting-reason-{reason.kind}"
        return services.texts.text(key, language, mine=mine, other=other, **facts)
    return services.texts.text(f"match-reason-{reason.kind}", language, **facts)


def moments_text(services: Services, meeting: MeetingView, language: str) -> str:
    """The moments with who said what, or the one that was settled on."""
    text, now = services.texts.text, services.clock.now()
    if meeting.planned_at is not None:
        return text("meeting-is-planned", language, at=meeting.planned_at)
    lines = [text("meeting-moments", language)]
    for place, moment in enumerate(meeting.moments, start=1):
        line = text("meeting-moment", language, number=place, at=moment, is_over=moment <= now)
        lines.append(f"{line}{_answers(services, meeting, moment, language)}")
    if meeting.fit is not None:
        lines += ["", text("meeting-fits", language, at=meeting.fit)]
    elif meeting.is_hopeless:
        lines += ["", text("meeting-hopeless", language)]
    return "\n".join(lines)


def _answers(services: Services, meeting: MeetingView, moment: datetime, language: str) -> str:
    said = [
        services.texts.text(
            "meeting-can-of", language, who=shown(guest.name, 40), can=meeting.cans[key]
        )
        for guest in meeting.guests
        if (key := (guest.person_id, moment)) in meeting.cans
    ]
    return f" ({', '.join(said)})" if said else ""


def short_moment(services: Services, at: datetime, language: str) -> str:
    """A moment as it can be typed and read back, and short enough for a button."""
    return services.texts.text("meeting-short-moment", language, at=at)
