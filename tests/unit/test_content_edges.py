"""Shipped files that are wrong: each is refused with the name of the file and the place in it."""

from pathlib import Path

import pytest

from bot.content import ContentError
from bot.content.collectives import COLUMNS, read_collectives
from bot.content.contexts import read_contexts, read_flemish
from bot.content.files import Fields, read_csv, read_text, read_toml
from bot.content.geography import read_geography, read_provinces
from bot.content.themes import read_themes

FILE = Path("proef.toml")

CONTEXTS = """
[[value]]
facet = "form"
id = "stichting"
patterns = "stichting*"

[[value]]
facet = "motive"
id = "money"
patterns = "besparen"

[[variant]]
article = "geld"
facet = "form"
value = "stichting"
text_nl = "Vraag het fonds."
text_en = "Ask the fund."

[[duty]]
id = "veilig"
patterns = ["inbraak"]
text_nl = "Dat doet de politie."
text_en = "The police does that."

[taking_over]
patterns = ["zelf doen"]

[activities]
patterns = ["te doen"]
other = []
"""
ANGLES = """
[[article]]
id = "geld"
money_nl = "Tel eerst."
money_en = "Count first."
"""
THEMES = """
akin = [["geld", "wonen"]]
[[group]]
id = "samen"
name_nl = "Samen"
name_en = "Together"
[[theme]]
id = "geld"
parent = "samen"
"""
PLACES = "name,municipality,province,lat,lon,population,kind,aliases,also_in\n"
TOWNS = "name,official_name,province,aliases,former,population,main_place,lat,lon\n"
POSTCODES = "pc4,place,municipality,lat,lon\n"


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes("café".encode("latin-1"))
    (tmp_path / "folder.toml").mkdir()
    for name in ("latin.toml", "folder.toml"):
        with pytest.raises(ContentError, match=rf"^{name}: cannot be read \("):
            read_text(tmp_path / name)


def test_a_file_that_is_no_toml_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"^half\.toml: .*line 2"):
        read_toml(write(tmp_path, "half.toml", 'a = "een"\nb = twee\n'))


def test_a_table_of_rows_without_a_column_or_with_one_too_many_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r'^a\.csv: column "plaats" is missing'):
        list(read_csv(write(tmp_path, "a.csv", "naam\nEde\n"), ("naam", "plaats")))
    with pytest.raises(ContentError, match=r'^c\.csv: column "naam" is missing'):
        list(read_csv(write(tmp_path, "c.csv", ""), ("naam",)))
    rows = read_csv(write(tmp_path, "b.csv", "naam\nEde\nEde,Gelderland\n"), ("naam",))
    assert next(rows) == (2, {"naam": "Ede"})
    with pytest.raises(ContentError, match=r"^b\.csv: line 3: too many or too few columns"):
        next(rows)


def test_a_field_of_the_wrong_kind_says_which_and_where() -> None:
    of = Fields(
        {"number": 7, "mixed": ["a", 7], "moment": "gisteren", "lists": [["a"], 7]}, FILE, "theme 3"
    )
    for read, says in (
        (lambda: of.text("name"), '"name" is missing'),
        (lambda: of.text("number"), '"number" is not a text'),
        (lambda: of.texts("number"), '"number" is not a list'),
        (lambda: of.texts("mixed"), '"mixed" holds something that is not a text'),
        (lambda: of.lists("number"), '"number" is missing or no list'),
        (lambda: of.lists("lists"), '"lists" is not a list'),
        (lambda: of.flag("number"), '"number" is not true or false'),
        (lambda: of.day("moment"), '"moment" is not a date'),
        (lambda: list(of.tables("number")), "[[number]] is missing"),
        (lambda: list(of.named("number")), "[number] is missing"),
    ):
        with pytest.raises(ContentError) as error:
            read()
        assert str(error.value) == f"proef.toml: theme 3: {says}"


def test_one_text_counts_as_a_list_of_one_and_an_empty_one_as_none() -> None:
    of = Fields({"one": "geld", "none": ""}, FILE)
    assert (of.texts("one"), of.texts("none"), of.texts("absent")) == (("geld",), (), ())


def test_contexts_without_faults_are_read(tmp_path: Path) -> None:
    write(tmp_path, "angles.toml", ANGLES)
    found = read_contexts(write(tmp_path, "contexts.toml", CONTEXTS))
    assert [one.patterns for one in found.values] == [("stichting*",), ("besparen",)]
    assert (found.variants[0].checked_on, found.taking_over) == (None, ("zelf doen",))
    assert [(one.value, one.text_en) for one in found.variants[1:]] == [("money", "Count first.")]


def test_an_angle_that_lacks_a_language_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path, "contexts.toml", CONTEXTS)
    write(tmp_path, "angles.toml", ANGLES.replace("money_en", "other_en"))
    with pytest.raises(ContentError, match=r'^angles\.toml: article 1: "money_en" is missing'):
        read_contexts(file)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('facet = "form"', 'facet = "age"', 'value 1: unknown facet "age"'),
        ('value = "stichting"', 'value = "bv"', 'variant 1: unknown value "form: bv"'),
        (
            'article = "geld"',
            'article = "geld"\ntitle_nl = "Geld"\nstep_nl = "Bel."',
            "variant 1: what stands in the place of an article needs a step and a source",
        ),
        (
            'article = "geld"',
            'article = "geld"\ntitle_nl = "Geld"\nsource_name = "Fonds"',
            "variant 1: what stands in the place of an article needs a step and a source",
        ),
        ("[taking_over]", "[other]", "[taking_over] is missing"),
        ("[activities]", "[other]", "[activities] is missing"),
    ],
)
def test_wrong_contexts_are_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    write(tmp_path, "angles.toml", ANGLES)
    file = write(tmp_path, "contexts.toml", CONTEXTS.replace(old, new, 1))
    with pytest.raises(ContentError) as error:
        read_contexts(file)
    assert str(error.value) == f"contexts.toml: {says}"


def test_the_words_of_flanders_need_a_number_for_a_town(tmp_path: Path) -> None:
    file = write(tmp_path, "flemish.toml", 'patterns = ["goesting"]\ntown = "groot"\n')
    with pytest.raises(ContentError, match=r'^flemish\.toml: "town" is not a number'):
        read_flemish(file)


def test_a_theme_that_stands_twice_or_is_akin_to_an_unknown_one_is_refused(tmp_path: Path) -> None:
    theme = THEMES[THEMES.index("[[theme]]") :]
    rest = ("name_nl", "name_en", "description_nl", "description_en")
    whole = theme + "".join(f'{name} = "Geld"\n' for name in rest)
    start = THEMES.replace(theme, "")
    with pytest.raises(ContentError, match=r'theme 2: "geld" stands there twice'):
        read_themes(write(tmp_path, "themes.toml", start + whole + whole))
    with pytest.raises(ContentError, match=r"\"akin\" has an unknown theme in \['geld', 'wonen'\]"):
        read_themes(write(tmp_path, "themes.toml", start + whole))


def test_an_example_with_a_population_in_words_names_its_line(tmp_path: Path) -> None:
    row = ["velen" if name == "population" else "" for name in COLUMNS]
    file = write(tmp_path, "collectives.csv", f"{','.join(COLUMNS)}\n{','.join(row)}\n")
    with pytest.raises(ContentError, match=r'line 2: "population" is not a whole number'):
        read_collectives(file, frozenset())


def test_provinces_that_are_no_map_are_refused(tmp_path: Path) -> None:
    for text in ("geen kaart", "{}", "[]", '{"features": [{"properties": {"label": [5]}}]}'):
        with pytest.raises(ContentError, match=r"^provinces\.json: is not the expected GeoJSON"):
            read_provinces(write(tmp_path, "provinces.json", text))


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("places.csv", "Ede,Ede,GE,noord,5.6,100,stad,,\n"),
        ("municipalities.csv", "Ede,Ede,GE,,,veel,Ede,52,5.6\n"),
        ("postcodes.csv", "6711,Ede,Ede,52,oost\n"),
    ],
)
def test_a_place_without_a_number_where_one_belongs_names_the_file(
    tmp_path: Path, name: str, row: str
) -> None:
    heads = {
        "places.csv": PLACES,
        "places_be.csv": PLACES,
        "municipalities.csv": TOWNS,
        "postcodes.csv": POSTCODES,
    }
    for file, head in heads.items():
        write(tmp_path, file, head + (row if file == name else ""))
    with pytest.raises(ContentError, match=rf"^{name}: .*(noord|veel|oost)"):
        read_geography(tmp_path)
