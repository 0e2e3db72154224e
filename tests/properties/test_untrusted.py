"""Whatever people type, what is shown carries no mention, no tag and no link."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.untrusted import (
    clean,
    personal_numbers,
    plain,
    shown_host,
    shown_link,
    without_personal_numbers,
)

FRAGMENTS = st.sampled_from(
    [
        "@everyone", "@here", "@room", "<@123456789012345678>", "<@!1>", "<@&12>", "<#5>",
        "</cmd:1>",
        "<t:0>", "<:a:1>", "<a:b:1>", "<id:browse>", "<https://evil.example>", "https://", "http://",
        "evil.example", "/path", "[x](", ")", "\\", "*", "_", "~~", "||", "`", "```", "#", "-",
        "1", ".",
        ">", "\n", " ", "\u200b", "\u202e", "\u200d", "\ufe0f", "\U000e0041", "\u0301", "👨", "👩",
        "🏽",
        "🇳", "🇱", "\u20e3", "\ufdd0", "\ufdd1", "\ud800", "@", "every", "one", "xn--", "а", "e",
        "<",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=25).map("".join))
INVISIBLE = st.sampled_from(
    ["\u200b", "\u200e", "\u202a", "\u2066", "\ufeff", "\U000e0020", "\x07", "\xad"]
)


@given(TEXTS, st.integers(1, 250))
def test_nothing_shown_is_longer_than_allowed(text: str, longest: int):
    assert len(clean(text, max_length=longest)) <= longest


@given(TEXTS)
def test_no_mass_mention_survives(text: str):
    assert not re.search(r"@(everyone|here|room)", clean(text, max_length=500), re.IGNORECASE)


@given(TEXTS)
def test_no_platform_tag_survives(text: str):
    assert not re.search(r"<[^\s\d=]", clean(text, max_length=500))


@given(TEXTS)
def test_no_link_survives(text: str):
    assert not re.search(r"[A-Za-z]://\S", clean(text, max_length=500))


@given(TEXTS)
def test_every_sign_of_markdown_is_escaped(text: str):
    shown = re.sub(r"\\[!-/:-@\[-`{-~]", "", clean(text, max_length=500))
    assert not re.search(r"[\\*_~|`\[\]]", shown)


@given(TEXTS)
def test_no_line_starts_a_list_heading_or_quote(text: str):
    assert not re.search(r"^ *([#>+-]|\d{1,9}[.)])", clean(text, max_length=500), re.MULTILINE)


@given(TEXTS)
def test_cleaning_twice_changes_nothing(text: str):
    once = clean(text, max_length=5000)
    assert clean(once, max_length=5000) == once


@given(TEXTS)
def test_storing_twice_changes_nothing(text: str):
    assert plain(plain(text)) == plain(text)


@given(TEXTS)
def test_what_is_stored_is_composed_and_can_be_written_to_a_file(text: str):
    stored = plain(text)
    assert unicodedata.is_normalized("NFC", stored)
    stored.encode("utf-8")


@given(TEXTS)
def test_no_letter_carries_more_than_three_marks(text: str):
    marks = "".join("m" if unicodedata.category(c) in ("Mn", "Me") else "." for c in plain(text))
    assert "mmmm" not in marks


@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), INVISIBLE), max_size=5))
def test_texts_that_look_equal_are_equal(text: str, additions: list[tuple[int, str]]):
    visible = plain(text).replace("\u200d", "").replace("\ufe0f", "")
    spoilt = unicodedata.normalize("NFD", visible)
    for place, sign in additions:
        spoilt = spoilt[:place] + sign + spoilt[place:]
    assert plain(spoilt) == plain(visible)


@given(TEXTS)
def test_the_whole_text_stays_when_it_is_harmless(text: str):
    words = re.sub(r"[^a-z ]", "", text)
    assert clean(words, max_length=500) == plain(words)


@given(TEXTS)
def test_a_host_is_ascii_and_never_empty(text: str):
    host = shown_host(text)
    assert host
    assert host.lstrip("…").isascii()


@given(TEXTS)
def test_only_an_allowed_host_is_clickable(text: str):
    link = shown_link("https://" + text, ["lsabewoners.nl"])
    assert link.url is None or re.match(
        r"https://([a-z0-9.-]+\.)?lsabewoners\.nl(:443)?([/?#]|$)", link.url, re.IGNORECASE
    )


@given(TEXTS, st.sampled_from(["111222333", "NL91ABNA0417164300", "jan@dorp.nl", "06-12345678"]))
def test_a_personal_number_is_found_between_any_words(text: str, number: str):
    before = re.sub(r"[^a-z ]", "", text)
    found = personal_numbers(f"{before} , {number} , {before}")
    assert number in [find.value for find in found]


@given(TEXTS)
def test_finds_are_in_order_and_do_not_overlap(text: str):
    found = personal_numbers(text)
    ends = [0, *(find.end for find in found)]
    assert all(end <= find.start for end, find in zip(ends, found, strict=False))
    without_personal_numbers(text)
