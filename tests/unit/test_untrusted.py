"""What is kept, shown and found in text of others."""

import time

import pytest

from bot.untrusted import (
    PersonalKind,
    clean,
    personal_numbers,
    plain,
    shown_host,
    shown_link,
    without_personal_numbers,
)

KNOWN = ("lsabewoners.nl", "rijksoverheid.nl")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("@everyone kom", "＠everyone kom"),
        ("a@here", "a＠here"),
        ("hoi @jan:dorp.nl en @room", "hoi ＠jan:dorp.nl en ＠room"),
        ("<@123> <@&1> <#1> </x:1> <t:1> <:e:1> <id:browse>",
         "‹＠123> ‹＠&1> ‹#1> ‹/x:1> ‹t:1> ‹:e:1> ‹id:browse>"),
        ("mail info@dorp.nl", "mail info@dorp.nl"),
        ("5 < 6 en <3", "5 < 6 en <3"),
        ("**dik** _schuin_ `code` ||weg||", r"\*\*dik\*\* \_schuin\_ \`code\` \|\|weg\|\|"),
        ("# kop", r"\# kop"),
        ("-# klein", r"\-# klein"),
        ("> citaat", r"\> citaat"),
        ("1. een\n2) twee\n- drie\n+ vier", "1\\. een\n2\\) twee\n\\- drie\n\\+ vier"),
        ("  10. tien", r"10\. tien"),
        ("Op 6 nov. om 20.00 uur: #1 - ja", "Op 6 nov. om 20.00 uur: #1 - ja"),
        (r"\*al escaped\*", r"\*al escaped\*"),
        (r"https\://evil.example/x", "evil.example"),
        ("[klik hier](https://evil.example/a)", r"\[klik hier\](evil.example)"),
        ("(zie https://lsabewoners.nl/help).", "(zie lsabewoners.nl)."),
        ("www.dorp.nl/plan?x=1 mooi", "www.dorp.nl mooi"),
        ("discord.gg/abc", "discord.gg"),
        ("en/of 1/2 24/7 b.v.", "en/of 1/2 24/7 b.v."),
        ("Ga naar pаypal.com", "Ga naar xn--pypal-4ve.com"),
        ("Eén cafébezoek.Überleuk", "Eén cafébezoek.Überleuk"),
        ("http:// los", "http: los"),
    ],
)  # fmt: skip
def test_text_of_others_is_shown_as_words(typed: str, shown: str):
    assert clean(typed, max_length=300) == shown


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\u200bb\u202ec\x07", "abc"),
        ("e\u0301", "é"),
        ("z" + "\u0301" * 9, "z\u0301\u0301\u0301".replace("z\u0301", "ź", 1) + "\u0301"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3", "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3"),
        ("a\u200db\ufe0f", "ab"),
        ("\U000e0068\U000e0069hoi", "hoi"),
        ("een\r\ntwee\u2028drie\x85vier", "een\ntwee\ndrie\nvier"),
        ("een\n\n\n\n\ntwee", "een\n\ntwee"),
        ("\xa0een\u3000twee\t", "een twee"),
        ("half\ud83d", "half"),
    ],
)
def test_what_cannot_be_seen_is_not_kept(typed: str, kept: str):
    assert plain(typed) == kept


@pytest.mark.parametrize(
    "typed", ["x" * 50, "*" * 50, "woord " * 20, "👨\u200d👩\u200d👧" * 20, "é" * 50]
)
def test_a_long_text_is_cut_and_says_so(typed: str):
    shown = clean(typed, max_length=20)
    assert len(shown) <= 20
    assert shown.endswith("…")


def test_a_cut_never_leaves_half_an_escape():
    assert clean("*" * 50, max_length=10) == r"\*\*\*\*" + "…"


def test_a_cut_never_leaves_half_a_family():
    assert clean("ab👨\u200d👩\u200d👧cdef", max_length=6) == "ab…"


def test_a_cut_never_leaves_half_a_host():
    assert clean("zie https://lsabewoners.nl.evil.example/x", max_length=20) == "zie…"


def test_a_text_that_just_fits_is_whole():
    assert clean("x" * 20, max_length=20) == "x" * 20


def test_a_name_stays_on_one_line():
    assert clean("Dorp\n# kop", max_length=40, one_line=True) == "Dorp # kop"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://LSAbewoners.nl/a", "lsabewoners.nl"),
        ("https://lsabewoners.nl@evil.example/", "evil.example"),
        ("https://evil.example\\@lsabewoners.nl/", "evil.example"),
        ("https://evil.example#@lsabewoners.nl", "evil.example"),
        ("https://evil.example:8443/x", "evil.example"),
        ("https://аррӏе.com", "xn--80ak6aa92e.com"),
        ("https://xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),
        ("https://ｅvil。example", "evil.example"),
        ("https://%65vil.example", "evil.example"),
        ("https://", "…"),
        ("https://" + "lsabewoners.nl." * 9 + "evil.example", "…"),
    ],
)
def test_a_host_is_the_one_the_link_goes_to(url: str, host: str):
    assert shown_host(url).startswith(host)


def test_a_very_long_host_shows_who_owns_it():
    assert shown_host("https://" + "lsabewoners.nl." * 9 + "evil.example").endswith(".evil.example")


@pytest.mark.parametrize(
    "url",
    [
        "https://lsabewoners.nl",
        "https://www.lsabewoners.nl/a?b#c",
        "https://rijksoverheid.nl:443/x",
    ],
)
def test_a_link_to_an_allowed_host_may_be_pressed(url: str):
    assert shown_link(url, KNOWN).url == url


@pytest.mark.parametrize(
    "url",
    [
        "http://lsabewoners.nl",
        "https://evil.example",
        "https://evil.example@lsabewoners.nl",
        "https://lsabewoners.nl:8443",
        "https://evillsabewoners.nl",
        "https://lsabewoners.nl\\.evil.example",
        "javascript://lsabewoners.nl/%0aalert(1)",
        "https://lsabewoners。nl",
    ],
)
def test_any_other_link_may_not_be_pressed(url: str):
    assert shown_link(url, KNOWN).url is None


@pytest.mark.parametrize(
    "host",
    ["rijksoverheld.nl", "rijksoverhied.nl", "rijksoverheids.nl", "rijksoverhed.nl",
     "rijksоverheid.nl", "rijksoverheïd.nl", "www.rijksoverheld.nl",
         "rijksoverheid.nl.evil.example",
     "rijks0verhe1d.nl"],
)  # fmt: skip
def test_a_look_alike_of_an_allowed_host_is_flagged(host: str):
    assert shown_link(f"https://{host}/inloggen", KNOWN).resembles == "rijksoverheid.nl"


@pytest.mark.parametrize("host", ["dorp.nl", "overheid.nl", "voorbeeld.example"])
def test_another_host_is_not_flagged(host: str):
    assert shown_link(f"https://{host}", KNOWN).resembles is None


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("mijn bsn is 111222333.", PersonalKind.BSN, "111222333"),
        ("bsn 1112.22.333", PersonalKind.BSN, "1112.22.333"),
        ("bsn 111 222 333", PersonalKind.BSN, "111 222 333"),
        ("in 2024 111222333", PersonalKind.BSN, "111222333"),
        ("in 2024 111 222 333 of zo", PersonalKind.BSN, "111 222 333"),
        ("bsn 1112.22.333, 2024", PersonalKind.BSN, "1112.22.333"),
        ("bsn 111-222-333 6", PersonalKind.BSN, "111-222-333"),
        ("bsn １１１２２２３３３", PersonalKind.BSN, "１１１２２２３３３"),
        ("NL91 ABNA 0417 1643 00 op naam", PersonalKind.IBAN, "NL91 ABNA 0417 1643 00"),
        ("iban:nl91abna0417164300,", PersonalKind.IBAN, "nl91abna0417164300"),
        ("DE89 3704 0044 0532 0130 00", PersonalKind.IBAN, "DE89 3704 0044 0532 0130 00"),
        (
            "mail jan.de-boer+x@mijn-dorp.co.uk!",
            PersonalKind.EMAIL,
            "jan.de-boer+x@mijn-dorp.co.uk",
        ),
        ("jan (at) dorp.nl", PersonalKind.EMAIL, "jan (at) dorp.nl"),
        ("bel 06-12345678", PersonalKind.PHONE, "06-12345678"),
        ("bel 06 12 34 56 78.", PersonalKind.PHONE, "06 12 34 56 78"),
        ("bel +31 (0)6 1234 5678", PersonalKind.PHONE, "+31 (0)6 1234 5678"),
        ("bel 0031 20 123 4567", PersonalKind.PHONE, "0031 20 123 4567"),
        ("bel 0571-123456", PersonalKind.PHONE, "0571-123456"),
        ("bel 06‑1234‑5678", PersonalKind.PHONE, "06‑1234‑5678"),
    ],
)
def test_a_personal_number_is_found(typed: str, kind: PersonalKind, value: str):
    assert [(find.kind, find.value) for find in personal_numbers(typed)] == [(kind, value)]


@pytest.mark.parametrize(
    "typed",
    [
        "kvk 12345678",
        "nummer 111222334 past niet",
        "000000000",
        "1 1 1 2 2 2 3 3 3",
        "1112.22-333",
        "bel 0800-2000 of 0900 145 0123",
        "op 01-02-2026 10.30 uur",
        "van 6-11-2026 tot 13-11-2026",
        "in 2024 en 2025, 20.000 euro",
        "NL92 ABNA 9417 1643 00",
        "1234 AB Dorp, huisnummer 12",
        "@jan en info@",
    ],
)
def test_another_number_is_left_alone(typed: str):
    assert personal_numbers(typed) == ()


def test_places_of_finds_fit_the_kept_text():
    typed = "\u200bik: 111222333"
    find = personal_numbers(typed)[0]
    assert plain(typed)[find.start : find.end] == "111222333"


def test_personal_numbers_can_be_taken_out():
    typed = "Ik ben 111222333, mail jan@dorp.nl."
    assert without_personal_numbers(typed) == "Ik ben …, mail …."


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "a.",
        "a@",
        "1 ",
        "0 6",
        "NL91 ",
        "https://",
        "a-",
        "\u0301",
        "👨\u200d",
        "<@",
        "\\",
        "+1 (",
        "@a.",
        "1.",
        "11 ",
    ],
)
def test_no_text_takes_more_than_linear_time(unit: str):
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        began = time.process_time()
        clean(text, max_length=2000)
        personal_numbers(text)
        return time.process_time() - began

    seconds(2_000)
    assert seconds(40_000) < max(0.4, 60 * min(seconds(2_000) for _ in range(3)))
