"""Profiles of collectives: light, true to who made them, and only shown when they say so.

M10 (a line, themes and a place), M5 and X1 (anybody, without a question about membership), X7 (the
place below the municipality), X15 (no form is incomplete).
"""

import io

import pytest
import pytest_asyncio
from PIL import Image
from sqlalchemy import select

from bot.content import Content
from bot.errors import NotAllowed, TooMany
from bot.limits import PROFILE_EDITS
from bot.people import Person
from bot.search.collectives import ReasonKind
from bot.services.matching import CollectiveCard, Matching, ProfileDraft, Wish
from bot.services.matching.views import (
    BadLink,
    CollectiveExists,
    CollectiveNotFound,
    NoAltText,
    PlaceUnclear,
    UnknownChoice,
)
from data.store.pictures import PictureRow
from tests.services.conftest import Town

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),  # rules, no queries of note
]
HALL = ProfileDraft("De Haven", "", "Wij runnen een buurthuis in Deurne")
TWICE = ProfileDraft("De Zon", "", "Wij wekken samen stroom op, in Hengelo")


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


class Group:
    """Rosa's group, which is still a draft."""

    def __init__(self, town: Town, matching: Matching, card: CollectiveCard) -> None:
        self.town, self.matching, self.profiles = town, matching, matching.profiles
        self.id, self.card = card.id, card

    async def who(self, name: str = "Rosa", role: str = "") -> Person:
        return await self.town.person(name, role)

    async def seen_by(self, name: str) -> CollectiveCard | None:
        try:
            return await self.profiles.look(await self.who(name), self.id)
        except CollectiveNotFound:
            return None


@pytest.fixture
def matching(town: Town, content: Content) -> Matching:
    return Matching.over(town.store, town.clock, content)


@pytest_asyncio.fixture
async def group(town: Town, matching: Matching) -> Group:
    rosa = await town.person("Rosa")
    return Group(town, matching, await matching.profiles.make(rosa, HALL, is_ready=False))


async def test_nobody_else_sees_a_profile_before_its_maker_said_that_it_is_right(
    group: Group,
) -> None:
    wish = Wish(text="een buurthuis in Deurne")
    assert group.card.is_draft
    assert await group.seen_by("Cem") is None
    assert (await group.matching.finder.find(await group.who("Cem"), wish)).found == ()
    card = await group.profiles.confirm(await group.who(), group.id)
    assert not card.is_draft
    assert await group.seen_by("Cem")
    found = await group.matching.finder.find(await group.who("Cem"), wish)
    assert [one.card.id for one in found.found] == [group.id]


async def test_what_was_typed_is_kept_at_once_and_can_be_gone_on_with(group: Group) -> None:
    (draft,) = await group.profiles.mine(await group.who(), drafts=True)
    assert (draft.id, draft.description) == (group.id, HALL.description)
    assert "ontmoetingsplekken" in draft.themes
    assert draft.place == "Deurne"
    assert await group.profiles.mine(await group.who()) == ()


async def test_the_same_form_from_two_windows_is_one_group_with_the_last_words(
    group: Group,
) -> None:
    newer = ProfileDraft(HALL.name, "", "Wij runnen samen een buurthuis in Deurne")
    again = await group.profiles.make(await group.who(), newer, is_ready=False)
    assert (again.id, again.description) == (group.id, newer.description)
    with pytest.raises(CollectiveExists):
        await group.profiles.make(await group.who("Cem"), newer, is_ready=False)


async def test_a_long_story_is_cut_where_a_card_ends(group: Group) -> None:
    draft = ProfileDraft("De Bron", "", "Wij koken samen in Asten. " + "x" * 4000)
    made = await group.profiles.make(await group.who(), draft, is_ready=False)
    assert (made.place, len(made.description)) == ("Asten", 600)


async def test_saying_that_it_is_right_twice_does_not_end_a_pause(group: Group) -> None:
    rosa = await group.who()
    await group.profiles.confirm(rosa, group.id)
    rosa = await group.who()
    await group.profiles.set_hidden(rosa, group.id, hidden=True)
    assert (await group.profiles.confirm(rosa, group.id)).hidden


async def test_a_place_that_is_there_twice_is_asked_back_before_anybody_sees_it(
    town: Town, matching: Matching
) -> None:
    rosa, profiles = await town.person("Rosa"), matching.profiles
    made = await profiles.make(rosa, TWICE, is_ready=False)
    rosa = await town.person("Rosa")
    proposal = await profiles.propose(rosa, made.id)
    assert proposal.places == ("Hengelo (Overijssel)", "Hengelo (Gelderland)")
    with pytest.raises(PlaceUnclear):
        await profiles.confirm(rosa, made.id)
    chosen = await profiles.put_place(rosa, made.id, "Hengelo (Gelderland)")
    assert (await profiles.propose(rosa, made.id)).places == ()
    assert (chosen.place, chosen.context) == ("Hengelo (Gelderland)", "dorp")
    assert not (await profiles.confirm(rosa, made.id)).hidden


async def test_a_change_to_an_unclear_place_is_asked_back_too(group: Group) -> None:
    rosa = await group.who()
    await group.profiles.confirm(rosa, group.id)
    rosa = await group.who()
    await group.profiles.change(rosa, group.id, ProfileDraft("De Haven", "Bergen", "Een huis"))
    places = (await group.profiles.propose(rosa, group.id)).places
    assert places == ("Bergen (Noord-Holland)", "Bergen (Limburg)")


async def test_changing_the_words_leaves_what_is_known_of_the_place(group: Group) -> None:
    rosa = await group.who()
    await group.profiles.put_place(rosa, group.id, "Elsloo (Limburg)")
    changed = ProfileDraft("De Haven", "Elsloo (Limburg)", "Iets anders", None, None)
    await group.profiles.change(rosa, group.id, changed)
    assert (await group.profiles.propose(rosa, group.id)).places == ()


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("place", "Deurne"), ("municipality", "Deurne"), ("province", "Noord-Brabant")],
)
async def test_others_see_the_place_as_exactly_as_the_group_chose(
    group: Group, precision: str, shown: str
) -> None:
    rosa = await group.who()
    await group.profiles.put_place(rosa, group.id, "Liessel")
    await group.profiles.confirm(rosa, group.id)
    await group.profiles.put_facets(await group.who(), group.id, precision=precision)
    seen = await group.seen_by("Cem")
    assert seen is not None
    assert seen.place == ("Liessel" if precision == "place" else shown)
    own = await group.seen_by("Rosa")
    assert own is not None
    assert own.place == "Liessel"


async def test_a_search_tells_nothing_of_a_place_that_is_not_shown(group: Group) -> None:
    await group.profiles.confirm(await group.who(), group.id)
    wish = Wish(text="een buurthuis", place="Deurne")
    told = []
    for precision in ("place", "province"):
        await group.profiles.put_facets(await group.who(), group.id, precision=precision)
        found = await group.matching.finder.find(await group.who("Cem"), wish)
        told.append(ReasonKind.PLACE in {reason.kind for reason in found.found[0].reasons})
    assert told == [True, False]


async def test_a_place_nobody_knows_is_not_shown_less_exactly_but_not_at_all(
    group: Group,
) -> None:
    rosa = await group.who()
    await group.profiles.put_place(rosa, group.id, "Nergenshuizerveen")
    await group.profiles.confirm(rosa, group.id)
    await group.profiles.put_facets(await group.who(), group.id, precision="province")
    seen = await group.seen_by("Cem")
    assert seen is not None
    assert seen.place == ""


async def test_all_else_is_chosen_from_menus_and_can_be_taken_away_again(group: Group) -> None:
    rosa, profiles = await group.who(), group.profiles
    chosen = {
        "motives": ["natuur", "gezelligheid"],
        "methods": ["abcd"],
        "legal_form": ["geen-vorm"],
        "languages": ["nl", "ngt"],
        "members": ["6-15"],
        "phase": "draaien",
    }
    card = await profiles.put_facets(rosa, group.id, **chosen)
    assert (card.motives, card.methods) == (("natuur", "gezelligheid"), ("abcd",))
    assert (card.legal_form, card.languages) == ("geen-vorm", ("nl", "ngt"))
    assert (card.members, card.phase) == ("6-15", "draaien")
    card = await profiles.put_facets(rosa, group.id, legal_form=[], motives=[], phase="")
    assert (card.legal_form, card.motives, card.phase) == ("", (), "")


@pytest.mark.parametrize(
    "picked",
    [
        {"motives": ["bestaat-niet"]},
        {"motives": ["natuur", "gezelligheid", "omzien", "grip"]},
        {"members": ["1-5", "6-15"]},
        {"precision": "straat"},
        {"precision": ""},
        {"name": "gekaapt"},
    ],
)
async def test_what_no_menu_offers_is_refused(group: Group, picked: dict[str, str]) -> None:
    with pytest.raises(UnknownChoice):
        await group.profiles.put_facets(await group.who(), group.id, **picked)


async def test_what_a_group_gives_and_seeks_is_kept_once_each_and_without_empty_lines(
    group: Group,
) -> None:
    offers = ["ruimte", " een zaal ", "", "een zaal", "x" * 500]
    card = await group.profiles.put_exchange(await group.who(), group.id, offers, ["   "])
    assert card.offers == ("ruimte", "een zaal", "x" * 200)
    assert card.needs == ()


async def test_links_get_their_beginning_and_nonsense_is_refused(group: Group) -> None:
    rosa = await group.who()
    card = await group.profiles.put_links(rosa, group.id, ["www.dehaven.nl", "https://b.nl/x"])
    assert card.links == ("https://www.dehaven.nl", "https://b.nl/x")
    for bad in ("javascript:alert(1)", "ftp://b.nl", "dehaven", "."):
        with pytest.raises(BadLink):
            await group.profiles.put_links(rosa, group.id, [bad])


async def test_closed_for_introductions_is_not_hidden(group: Group) -> None:
    await group.profiles.confirm(await group.who(), group.id)
    closed = await group.profiles.set_receives(await group.who(), group.id, receives=False)
    assert not closed.receives
    seen = await group.seen_by("Cem")
    assert seen is not None
    assert not seen.receives


async def test_a_paused_group_is_found_by_name_by_staff_alone(group: Group) -> None:
    await group.profiles.confirm(await group.who(), group.id)
    await group.profiles.set_hidden(await group.who(), group.id, hidden=True)
    assert await group.profiles.named(await group.who("Cem"), "haven") == ()
    (found,) = await group.profiles.named(await group.who("Sofie", "staff"), "haven")
    assert found.id == group.id


async def test_nobody_else_changes_or_reads_a_draft(group: Group) -> None:
    cem, profiles = await group.who("Cem"), group.profiles
    for attempt in (
        profiles.propose(cem, group.id),
        profiles.confirm(cem, group.id),
        profiles.put_place(cem, group.id, "Utrecht"),
        profiles.put_exchange(cem, group.id, ["a"], []),
        profiles.put_links(cem, group.id, ["a.nl"]),
        profiles.set_receives(cem, group.id, receives=False),
        group.matching.pictures.put(cem, group.id, picture(), "Een huis"),
        group.matching.pictures.remove(cem, group.id),
    ):
        with pytest.raises(NotAllowed):
            await attempt


async def test_filling_in_everything_stays_below_the_limit_of_an_hour(group: Group) -> None:
    rosa = await group.who()
    for _ in range(PROFILE_EDITS[0].count - 1):
        await group.profiles.put_facets(rosa, group.id, phase="draaien")
    with pytest.raises(TooMany):
        await group.profiles.put_facets(rosa, group.id, phase="draaien")


def picture(colour: str = "red") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (20, 10), colour).save(made, "PNG")
    return made.getvalue()


async def test_a_picture_needs_words_and_replaces_the_one_before(group: Group) -> None:
    rosa, kept = await group.who(), group.matching.pictures
    with pytest.raises(NoAltText):
        await kept.put(rosa, group.id, picture(), " \u200b ")
    await kept.put(rosa, group.id, picture(), "Een rood huis")
    card = await kept.put(rosa, group.id, picture("blue"), "Een blauw huis")
    assert card.picture_id is not None
    found = await kept.find(card.picture_id)
    assert found is not None
    assert (found.alt, found.data[:2]) == ("Een blauw huis", b"\xff\xd8")
    assert await alts(group) == ["Een blauw huis"]
    assert (await kept.remove(rosa, group.id)).picture_id is None
    assert await alts(group) == []


async def alts(group: Group) -> list[str]:
    """The words of all pictures that are kept."""
    async with group.town.store.reading() as session:
        return list(await session.scalars(select(PictureRow.alt)))
