"""A meeting as those who meet see it."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from bot.content import Content
from bot.search.collectives import Profile, Reason
from bot.services.matching.meeting import moments as evenings
from bot.services.matching.meeting.views import Acquaintance, Guest, MeetingView
from bot.services.matching.reading import Reading, profile_of_row
from data.store import Session, collectives, meetings, people
from data.store.meetings import AttendeeRow, MeetingRow

PAIR = 2


@dataclass(frozen=True, slots=True)
class Known:
    """A meeting with the profiles of its collectives, read from the tables."""

    meeting: MeetingView
    profiles: tuple[Profile, ...]

    async def told(self, content: Content, reading: Reading) -> Acquaintance:
        """With why they match and two questions; outside any block, for it may take a while."""
        parents = {theme.id: theme.parent for theme in content.themes}
        counts: dict[str, int] = {}
        for profile in self.profiles:
            for group in dict.fromkeys(parents.get(theme, "") for theme in profile.themes):
                counts[group] = counts.get(group, 0) + 1
        groups = sorted(counts, key=lambda group: -counts[group])  # what most of them share first
        order = [value.id for value in content.facet("fase").values]
        phases = sorted({one.phase for one in self.profiles if one.phase in order}, key=order.index)
        questions = content.openings.pick(groups, phases, self.meeting.id)
        reasons: tuple[Reason, ...] = ()
        if len(self.profiles) == PAIR:
            one, other = self.profiles
            index = await reading.index_of(self.profiles)
            reasons = await asyncio.to_thread(index.reasons, one.id, other.id)
        return Acquaintance(self.meeting, reasons, questions)


async def view_of(session: Session, meeting: MeetingRow, now: datetime) -> MeetingView:
    """A meeting with who still takes part; only moments that are still to come can fit."""
    present = await meetings.find_present(session, meeting.id)
    found = await meetings.find_cans(session, meeting.id)
    who = [one.person_id for one in present]
    ahead = [one for one in meeting.moments if datetime.fromisoformat(one) > now]
    fit = evenings.best(ahead, found, who)
    return MeetingView(
        id=meeting.id,
        word=meeting.source.partition(":")[0],
        guests=tuple([await _guest(session, meeting, one) for one in present]),
        moments=tuple(datetime.fromisoformat(one) for one in meeting.moments),
        cans={(who, datetime.fromisoformat(moment)): can for (who, moment), can in found.items()},
        fit=datetime.fromisoformat(fit) if fit else None,
        is_hopeless=evenings.is_hopeless(ahead, found, who),
        planned_at=meeting.planned_at,
        has_thread=bool(meeting.place),
    )


async def acquaintance_of(session: Session, meeting: MeetingRow, now: datetime) -> Known:
    """A meeting with the profiles of its collectives, each once."""
    view = await view_of(session, meeting, now)
    present = await meetings.find_present(session, meeting.id)
    ids = list(dict.fromkeys(one.collective_id for one in present if one.collective_id))
    themes = await collectives.find_themes(session, ids)
    profiles: list[Profile] = []
    for id_ in ids:
        row = await collectives.find(session, meeting.community_id, id_)
        if row is not None:
            profiles.append(profile_of_row(row, themes.get(id_, ())))
    return Known(view, tuple(profiles))


async def _guest(session: Session, meeting: MeetingRow, one: AttendeeRow) -> Guest:
    person = await people.find(session, one.person_id)
    accounts = await people.identities(session, one.person_id)
    row = contact = None
    if one.collective_id is not None:
        row = await collectives.find(session, meeting.community_id, one.collective_id)
        contact = await collectives.find_contact(session, one.collective_id, one.person_id)
    shares = meeting.source.startswith("introduction:")
    return Guest(
        person_id=one.person_id,
        name=person.name if person else "",
        identity=accounts[0] if accounts else "",
        collective=row.name if row else "",
        place=row.place if row and row.precision == "place" else "",
        reach=contact.reach if contact and shares else "",
    )
