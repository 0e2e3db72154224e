"""A profile as somebody may see it."""

from datetime import datetime

from bot.people import Person
from bot.rights import Action
from bot.search.collectives import Reader
from bot.services.matching.profiles.fields import MUNICIPALITY, PLACE
from bot.services.matching.views import CollectiveCard, CollectiveNotFound
from data.store import Session, audits, people
from data.store import collectives as rows


async def card_of(
    session: Session, row: rows.CollectiveRow, person_id: int | None
) -> CollectiveCard:
    """A profile as this person sees it: who speaks for it sees all, others the place as chosen."""
    themes = await rows.find_themes(session, [row.id])
    contacts = await rows.find_contacts(session, row.id)
    is_own = any(contact.person_id == person_id for contact in contacts)
    names = [await people.name_of(session, one.person_id) for one in contacts] if is_own else []
    return CollectiveCard(
        id=row.id,
        name=row.name,
        place=row.place if is_own else _blurred(row),
        themes=themes.get(row.id, ()),
        context=row.context,
        phase=row.phase,
        offers=tuple(row.offers),
        needs=tuple(row.needs),
        description=row.description,
        hidden=row.hidden,
        is_own=is_own,
        has_contact=bool(contacts),
        motives=tuple(row.motives),
        methods=tuple(row.methods),
        legal_form=row.legal_form,
        languages=tuple(row.languages),
        links=tuple(row.links),
        members=row.members,
        precision=row.precision,
        receives=row.receives,
        picture_id=row.picture_id,
        is_draft=row.is_draft,
        contacts=tuple(names),
    )


def _blurred(row: rows.CollectiveRow) -> str:
    """The place as exactly as it may be shown; nothing rather than too much."""
    if row.precision == PLACE:
        return row.place
    return row.municipality if row.precision == MUNICIPALITY else row.province


async def hold_own(session: Session, person: Person, collective_id: int) -> rows.CollectiveRow:
    """A collective that this person may change, locked. Raises: CollectiveNotFound, NotAllowed."""
    held = await rows.hold(session, [collective_id])
    if not held or held[0].community_id != person.community_id:
        raise CollectiveNotFound
    own = await rows.is_contact(session, person.id, collective_id)
    person.need(Action.EDIT_COLLECTIVE, own=own)
    return held[0]


def note(session: Session, action: str, collective_id: int, person: Person, at: datetime) -> None:
    """Write down who did what with a profile."""
    audits.add(
        session,
        action,
        f"collective:{collective_id}",
        at=at,
        community_id=person.community_id,
        actor_id=person.id,
    )


def is_placed(row: rows.CollectiveRow) -> bool:
    """Whether it is known which place is meant."""
    return bool(row.municipality or row.province)


def fill_in(row: rows.CollectiveRow, reader: Reader) -> None:
    """Find the municipality and province of a place that is shown less exactly."""
    if not (row.municipality and row.province):
        spot = reader.spot(row.place, row.municipality)
        row.municipality = row.municipality or (spot.municipality if spot else "")
        row.province = row.province or (spot.province if spot else "")
