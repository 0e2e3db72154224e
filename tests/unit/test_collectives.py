"""Which collective a sensible person would name, and what is no match at all.

The numbers M1 to M13 are the requirements of matching.
"""

from dataclasses import replace

import pytest

from bot.content import Content
from bot.search.collectives import (
    CollectiveIndex,
    Difference,
    Match,
    MatchQuery,
    Profile,
    Reader,
    Reason,
    ReasonKind,
    Weights,
    profile_of,
    query_of,
    rank,
)
from bot.search.places import Places


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture(scope="module")
def reader(content: Content) -> Reader:
    return Reader(content, Places(content.places()))


@pytest.fixture(scope="module")
def examples(content: Content, reader: Reader) -> CollectiveIndex:
    return CollectiveIndex((profile_of(one, one.name) for one in content.collectives), reader)


def names(found: tuple[Match, ...]) -> list[str]:
    return [match.name for match in found]


def kinds(match: Match) -> set[ReasonKind]:
    return {reason.kind for reason in match.reasons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("leeg schooltje overnemen in een dorp van 1200 mensen, wie deed dat al?", "De Zwaluw"),
        ("de laatste winkel in ons dorp gaat dicht", "Dorpswinkel"),
        ("who has experience with a village shop", "Dorpswinkel"),
        ("we want to start a food forest", "Voedselbos"),
        ("huisbaas doet niets aan schimmel in de flat", "Huurders voor Glas"),
        ("kelders staan onder water na een hoosbui", "Droge Voeten"),
        ("energiecooperasie met zonepanelen", "Zonnebries"),
        ("wij zoeken een peningmeester", "Bestuurspool"),
        ("zwerfafval prikken met buren", "Schoon Soesterkwartier"),
    ],
)
def test_a_wish_in_free_words_finds_who_did_it(
    examples: CollectiveIndex, text: str, expected: str
) -> None:
    assert expected in names(examples.rank(MatchQuery(text=text)))[0]


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "asdf qwer", "mijn fiets is gestolen", "recept voor appeltaart", "???",
        "wat wordt het weer morgen in Zwolle", "wie is de beste voetballer van de wereld",
    ],
)  # fmt: skip
def test_nothing_is_said_rather_than_something_silly(examples: CollectiveIndex, text: str) -> None:
    assert examples.rank(MatchQuery(text=text)) == ()


def test_the_same_kind_of_place_comes_first_and_is_the_reason(reader: Reader) -> None:
    """M1 and X7."""
    themes = ("maatschappelijk-vastgoed",)
    groups = [
        Profile("wijk", "Wijk", themes=themes, context="stadswijk"),
        Profile("dorp", "Dorp", themes=themes, context="dorp"),
    ]
    found = rank(MatchQuery(themes=themes, context="dorp"), groups, reader)
    assert names(found) == ["Dorp", "Wijk"]
    assert kinds(found[0]) == {ReasonKind.THEME, ReasonKind.CONTEXT}


def test_who_has_the_thing_comes_before_who_is_in_the_right_place(reader: Reader) -> None:
    groups = [
        Profile("a", "Heeft", context="stadswijk", offers=("een zaal voor tachtig mensen",)),
        Profile("b", "Heeft niet", context="dorp", themes=("vergroening",)),
    ]
    found = rank(
        MatchQuery(needs=("zaal",), themes=("vergroening",), context="dorp"), groups, reader
    )
    assert names(found)[0] == "Heeft"


def test_offers_count_in_both_directions(reader: Reader) -> None:
    """M3: what I offer finds who needs it."""
    groups = [
        Profile("a", "Zoekt", needs=("een imker",)),
        Profile("b", "Biedt", offers=("honing",)),
    ]
    found = rank(MatchQuery(offers=("imker met tien kasten",)), groups, reader)
    assert names(found) == ["Zoekt"]
    assert found[0].reasons[0].quote == "een imker"


def test_who_needs_the_same_is_no_answer_to_a_need(reader: Reader) -> None:
    groups = [Profile("a", "Zoekt ook", needs=("een penningmeester",))]
    assert rank(MatchQuery(needs=("penningmeester",)), groups, reader) == ()


def test_a_profile_of_one_line_with_a_theme_is_found(reader: Reader) -> None:
    """M10: everything else may stay empty."""
    found = rank(
        MatchQuery(text="hittestress"), [Profile("a", "A", themes=("hittestress",))], reader
    )
    assert names(found) == ["A"]


def test_partners_are_never_mixed_in(reader: Reader) -> None:
    """M11."""
    groups = [
        Profile("a", "Buren", themes=("eenzaamheid",)),
        Profile("b", "Welzijn", themes=("eenzaamheid",), legal_form="partner"),
    ]
    query = MatchQuery(themes=("eenzaamheid",))
    assert names(rank(query, groups, reader)) == ["Buren"]
    partners = MatchQuery(themes=("eenzaamheid",), partners=True)
    assert names(rank(partners, groups, reader)) == ["Welzijn"]


def test_the_legal_form_makes_no_difference(reader: Reader) -> None:
    """X15: an informal group is complete as it is."""
    groups = [
        Profile("a", "A", themes=("vergroening",), legal_form="informele-groep"),
        Profile("b", "B", themes=("vergroening",), legal_form="stichting"),
    ]
    found = rank(MatchQuery(themes=("vergroening",)), groups, reader)
    assert found[0].score == found[1].score


def test_equals_do_not_always_stand_in_the_same_order(reader: Reader) -> None:
    """M8: nobody comes last each time."""
    groups = [Profile(f"g{n}", f"G{n}", themes=("vergroening",)) for n in range(6)]
    index = CollectiveIndex(groups, reader)
    queries = [MatchQuery(themes=("vergroening",), population=n) for n in range(1, 30)]
    assert len({index.rank(query, top=1)[0].id for query in queries}) >= 4


def test_profiles_that_tell_little_get_a_turn_but_not_before_who_has_the_thing(
    reader: Reader,
) -> None:
    """M8: small and new collectives surface too."""
    full = [
        Profile(
            f"f{n}", f"F{n}", themes=("vergroening",), phase="draaien", motives=("natuur",),
            methods=("abcd",), offers=("stekjes",), needs=("aarde",), description="Wij planten.",
        )
        for n in range(12)
    ]  # fmt: skip
    thin = [Profile(f"t{n}", f"T{n}", themes=("vergroening",)) for n in range(4)]
    having = Profile("h", "H", themes=("vergroening",), offers=("een graafmachine",))
    index = CollectiveIndex([*full, *thin, having], reader)
    queries = [MatchQuery(themes=("vergroening",), population=n) for n in range(1, 40)]
    shown = [[one.id for one in index.rank(query, top=5)] for query in queries]
    assert {one.id for one in thin} <= {id_ for five in shown for id_ in five}
    by_score = CollectiveIndex([*full, *thin, having], reader, Weights(turn=0.0))
    assert [five[0] for five in shown] == [by_score.rank(query)[0].id for query in queries]
    assert all(
        index.rank(replace(query, needs=("graafmachine",)), top=1)[0].id == "h" for query in queries
    )


def test_nobody_gets_a_turn_among_equals(reader: Reader) -> None:
    """Nearer comes first, whatever the question, when all tell as little."""
    groups = [
        Profile("a", "Ver", place="Maastricht", themes=("vergroening",)),
        Profile("b", "Dichtbij", place="Deventer", themes=("vergroening",)),
    ]
    index = CollectiveIndex(groups, reader)
    queries = (
        MatchQuery(themes=("vergroening",), place="Zutphen", population=n) for n in range(1, 30)
    )
    assert all(names(index.rank(query))[0] == "Dichtbij" for query in queries)


def test_the_same_motive_comes_first(reader: Reader) -> None:
    """M6 and M7."""
    groups = [
        Profile("a", "Geld", themes=("vergroening",), motives=("rekenen-besparen",)),
        Profile("b", "Natuur", themes=("vergroening",), motives=("natuur",)),
    ]
    query = MatchQuery(themes=("vergroening",), motives=("natuur",))
    assert names(rank(query, groups, reader)) == ["Natuur", "Geld"]


def test_others_may_be_asked_for_that_differ(reader: Reader) -> None:
    """M6 and M7: the same theme with another motive, or in another kind of place."""
    groups = [
        Profile("a", "A", themes=("vergroening",), motives=("natuur",), context="dorp"),
        Profile("b", "B", themes=("vergroening",), motives=("gezelligheid",), context="dorp"),
        Profile("c", "C", themes=("vergroening",), motives=("natuur", "grip"), context="stad"),
        Profile("d", "D", themes=("eenzaamheid",), motives=("gezelligheid",), context="stad"),
        Profile("e", "E", themes=("vergroening",)),
    ]
    own = MatchQuery(themes=("vergroening",), motives=("natuur",), context="dorp")
    motive = rank(replace(own, different=Difference.MOTIVE), groups, reader)
    assert names(motive) == ["B", "C"]
    assert motive[1].reasons[1] == Reason(ReasonKind.OTHER_MOTIVE, ids=("grip",))
    place = rank(replace(own, different=Difference.CONTEXT), groups, reader)
    assert [(one.name, one.reasons[1].kind) for one in place] == [("C", ReasonKind.OTHER_CONTEXT)]


def test_nobody_differs_from_what_is_not_known(reader: Reader) -> None:
    groups = [Profile("a", "A", themes=("vergroening",), motives=("natuur",), context="dorp")]
    for different in (Difference.MOTIVE, Difference.CONTEXT):
        query = MatchQuery(themes=("vergroening",), different=different)
        assert rank(query, groups, reader) == ()


def test_a_language_beside_dutch_counts(reader: Reader) -> None:
    groups = [
        Profile("a", "Nederlands", themes=("eenzaamheid",), languages=("nl",)),
        Profile("b", "Turks", themes=("eenzaamheid",), languages=("nl", "tr")),
    ]
    query = MatchQuery(themes=("eenzaamheid",), languages=("nl", "tr"))
    found = rank(query, groups, reader)
    assert names(found) == ["Turks", "Nederlands"]
    assert (ReasonKind.LANGUAGE in kinds(found[0]), ReasonKind.LANGUAGE in kinds(found[1])) == (
        True,
        False,
    )


def test_somebody_a_phase_ahead_comes_before_somebody_behind(reader: Reader) -> None:
    groups = [
        Profile("a", "Idee", themes=("vergroening",), phase="onvrede-of-idee"),
        Profile("b", "Bezig", themes=("vergroening",), phase="aan-de-slag"),
    ]
    query = MatchQuery(themes=("vergroening",), phase="plan-maken")
    found = rank(query, groups, reader)
    assert names(found) == ["Bezig", "Idee"]
    assert ReasonKind.AHEAD in kinds(found[0])


def test_a_rare_theme_weighs_more_than_a_common_one(reader: Reader) -> None:
    common = [Profile(f"c{n}", f"C{n}", themes=("vergroening",)) for n in range(20)]
    groups = [*common, Profile("r", "Zeldzaam", themes=("wooncooperaties",))]
    query = MatchQuery(themes=("vergroening", "wooncooperaties"))
    assert names(rank(query, groups, reader))[0] == "Zeldzaam"


def test_nearer_comes_first_and_the_distance_is_told(reader: Reader) -> None:
    groups = [
        Profile("a", "Ver", place="Maastricht", themes=("vergroening",), context="stad"),
        Profile("b", "Dichtbij", place="Deventer", themes=("vergroening",), context="stad"),
    ]
    found = rank(MatchQuery(themes=("vergroening",), place="Zutphen"), groups, reader)
    assert names(found) == ["Dichtbij", "Ver"]
    distance = next(one for one in found[0].reasons if one.kind is ReasonKind.DISTANCE)
    assert (distance.quote, 10 <= distance.number <= 16) == ("Deventer", True)


def test_groups_around_a_place_may_be_asked_for_whatever_they_do(examples: CollectiveIndex) -> None:
    found = names(examples.rank(MatchQuery(text="welke groepen zijn er in Arnhem?"), top=2))
    assert sorted(one.split()[0] for one in found) == ["Talentenkaart", "Wijkraad"]


def test_a_collective_finds_others_and_not_itself(
    content: Content, examples: CollectiveIndex
) -> None:
    own = profile_of(content.collectives[0], content.collectives[0].name)
    found = examples.rank(query_of(own, blocked=[content.collectives[3].name]))
    assert not {own.name, content.collectives[3].name} & set(names(found))
    assert found


def test_an_akin_theme_comes_along_and_is_called_that(reader: Reader) -> None:
    groups = [
        Profile("a", "A", themes=("klimaatadaptatie",)),
        Profile("b", "B", themes=("lsa-vereniging",)),
    ]
    found = rank(MatchQuery(themes=("wateroverlast",)), groups, reader)
    assert [(one.name, one.reasons[0].kind) for one in found] == [("A", ReasonKind.RELATED)]


@pytest.mark.parametrize("said", ["wijk", "Buurt", "stadswijk", "een wijk in de stad"])
def test_kinds_of_place_are_understood_in_everyday_words(reader: Reader, said: str) -> None:
    assert reader.context(said, None)[0] == "stadswijk"


def test_a_number_of_people_in_a_group_is_not_the_size_of_the_village(reader: Reader) -> None:
    assert (
        reader.wish(MatchQuery(text="met 40 mensen in een dorp van 1.200 inwoners")).population
        == 1200
    )
    assert reader.wish(MatchQuery(text="we zijn met 40 mensen")).population is None


def test_what_is_offered_in_a_sentence_is_not_read_as_a_need(reader: Reader) -> None:
    wish = reader.wish(MatchQuery(text="Wij hebben plantjes over. We zoeken een bakfiets."))
    assert [one.stems for one in wish.told] == [reader.terms.telling("bakfiets")]
    assert len(wish.offers) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tuinieren met buren", "moestuin"),
        ("warmte net in eigen hand", "warmtenet"),
        ("wij willen een warmtenett", "warmtenet"),
        ("a pub that belongs to the village", "café"),
        ("onze dorpskroeg sluit", "café"),
        ("zwembad overnemen", "zwembad"),
        ("iets met energie", "warmtenet"),
        ("kun je bij jullie meezingen", "koor"),
    ],
)
def test_other_words_for_the_same_thing_are_understood(
    reader: Reader, text: str, expected: str
) -> None:
    groups = [
        Profile("café", "Café", description="Het dorp kocht zijn café."),
        Profile("moestuin", "Tuin", themes=("buurtmoestuinen",), description="Eigen groente."),
        Profile("warmtenet", "Warmte", themes=("aardgasvrij-warmtenetten",)),
        Profile("zwembad", "Bad", description="Het zwembad is nu van ons."),
        Profile("koor", "Koor", description="Zingen op dinsdag."),
    ]  # fmt: skip
    assert rank(MatchQuery(text=text), groups, reader)[0].id == expected


def test_a_profile_without_themes_has_those_of_its_story(reader: Reader) -> None:
    """M10."""
    groups = [Profile("a", "A", description="Wij hebben een buurtmoestuin."), Profile("b", "B")]
    assert names(rank(MatchQuery(themes=("buurtmoestuinen",)), groups, reader)) == ["A"]


def test_everybody_in_a_province_that_was_asked_for_is_near(reader: Reader) -> None:
    groups = [
        Profile("a", "Buiten", place="Zwolle", themes=("circulaire-economie",)),
        Profile("b", "Binnen", place="Harlingen", themes=("circulaire-economie",)),
    ]
    found = rank(MatchQuery(text="repair café in Friesland"), groups, reader)
    assert names(found) == ["Binnen", "Buiten"]


def test_a_place_that_is_not_known_is_no_place_elsewhere(reader: Reader) -> None:
    """A hamlet that sounds like another stands for its own municipality."""
    spot = reader.spot("Binckhorst", "Den Haag")
    assert spot is not None
    assert spot.municipality == "Den Haag"


def test_what_others_look_for_is_no_typing_error(reader: Reader) -> None:
    groups = [
        Profile("a", "Net", offers=("een warmtenet",), needs=("een groep met een warmtenet",)),
        Profile("b", "Wet", needs=("uitleg over de warmtewet",)),
    ]
    found = rank(MatchQuery(offers=("jurist voor de warmtewet",)), groups, reader)
    assert names(found)[0] == "Wet"


def test_themes_that_are_not_in_the_list_still_meet(reader: Reader) -> None:
    groups = [Profile("a", "A", themes=("Vogels kijken",)), Profile("b", "B", themes=("schaken",))]
    assert names(rank(MatchQuery(themes=("vogels-kijken",)), groups, reader)) == ["A"]


def test_an_index_takes_over_what_changed_and_nothing_else(reader: Reader) -> None:
    groups = [Profile(f"g{n}", f"G{n}", themes=("vergroening",)) for n in range(3)]
    index = CollectiveIndex(groups, reader)
    moved = replace(groups[1], themes=("hittestress",))
    assert index.update([groups[0], moved]) == 2
    assert index.update([groups[0], moved]) == 0
    assert names(index.rank(MatchQuery(themes=("vergroening",)))) == ["G0", "G1"]
    assert names(index.rank(MatchQuery(themes=("hittestress",)))) == ["G1", "G0"]
    index.remove("nobody")
    assert len(index) == 2


def test_an_index_in_which_nearly_all_changed_is_made_anew(reader: Reader) -> None:
    index = CollectiveIndex([Profile("old", "Old", themes=("vergroening",))], reader)
    groups = [Profile(f"g{n}", f"G{n}", themes=("vergroening",)) for n in range(60)]
    assert index.update(groups) == 61
    assert len(index) == 60
    assert "Old" not in names(index.rank(MatchQuery(themes=("vergroening",)), top=60))
