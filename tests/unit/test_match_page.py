"""The page that tells residents how matching works tells the truth."""

import re
from dataclasses import asdict
from pathlib import Path

from bot.content import Content
from bot.search.collectives import (
    CollectiveIndex,
    MatchQuery,
    Reader,
    Weights,
    profile_of,
    reason_facts,
)
from bot.search.places import Places
from bot.texts import Texts

PAGE = Path(__file__).parents[2] / "docs" / "gebruik" / "hoe-matchen-werkt.md"
ROW = re.compile(r"^\| .* \| (?P<most>[\d,]+) \| .* \| `(?P<code>\w+)` \|$", re.MULTILINE)


def test_the_table_has_every_weight() -> None:
    page = PAGE.read_text(encoding="utf-8")
    told = {row["code"]: float(row["most"].replace(",", ".")) for row in ROW.finditer(page)}
    [different] = re.findall(r"hoogstens (\S+) punten \(`different`\)", page)
    assert {**told, "different": float(different)} == asdict(Weights())


def test_the_example_is_what_the_bot_says() -> None:
    content, texts = Content.load(), Texts.load()
    reader = Reader(content, Places(content.places()))
    index = CollectiveIndex((profile_of(one, one.name) for one in content.collectives), reader)
    query = MatchQuery(
        themes=("vergroening",), place="Borculo", context="dorp", needs=("goedkope regentonnen",)
    )
    first = index.rank(query)[0]
    said = [
        texts.text(f"match-reason-{one.kind}", "nl", **reason_facts(one, content, "nl")).rstrip(".")
        for one in first.reasons
    ]
    sentence = ", ".join([said[0], *(one[0].lower() + one[1:] for one in said[1:])])
    assert f"> {sentence}.\n" in PAGE.read_text(encoding="utf-8")


def test_every_kind_of_reason_reads_well_in_both_languages() -> None:
    from bot.search.collectives import Reason, ReasonKind

    content, texts = Content.load(), Texts.load()
    ids = {
        "theme": ("vergroening", "hittestress"), "context": ("dorp",), "phase": ("draaien",),
        "motive": ("natuur", "grip"), "method": ("abcd",),
    }  # fmt: skip
    for kind in ReasonKind:
        known = next((ids[part] for part in ids if part in kind), ())
        reason = Reason(kind, ids=known, quote="een zaal.", number=14)
        for language, joined in (("nl", " en "), ("en", " and ")):
            facts = reason_facts(reason, content, language)
            said = texts.text(f"match-reason-{kind}", language, **facts)
            assert re.fullmatch(r"[A-Z0-9][^.!?{}\n]*\.", said), said
            assert len(known) < 2 or joined in said
