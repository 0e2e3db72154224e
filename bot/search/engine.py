"""Ranks documents for a question: BM25 over words and over groups of four letters, summed.

The letter groups run over word borders. They split Dutch compounds and forgive typing errors, so
that no word list is needed. The index lives in memory, or in a room on disk; see `bot.search.kept`.
"""

import re
import threading
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

import tantivy
from tantivy import Filter, Occur, Query, Tokenizer

from bot.search.snapshots import Room
from bot.search.spelling import Speller
from bot.search.words import GRAM, STOP_EN, STOP_NL, grams, words

QUESTION_WORDS: Final = 120
"""The most words of a question that are read; longer ones only cost time."""
QUESTION_GRAMS: Final = 64
"""The most letter groups that are looked up: the rarest ones. More do not find more (measured)."""
FEW_GRAMS: Final = 48
"""The same from MANY documents on: there the time counts, and hardly any find is lost."""
HEAP_BYTES: Final = 15_000_000
BUILD_HEAP_BYTES: Final = 60_000_000
"""For a large corpus; a small one would pay for it at the start and use none of it."""
FEW: Final = 2_000
MANY: Final = 20_000
"""A large corpus; a help desk has hundreds of articles."""

_WORD: Final = re.compile(r"\w+")
_STEMMERS: Final = {"nl": ("dutch", STOP_NL), "en": ("english", STOP_EN)}
_WEIGHTS: Final = {"tw": 1.0, "bw": 1.0, "xw": 0.7, "tg": 1.0, "bg": 1.0, "xg": 0.7}
"""Source: measured, see tests/bench/bench_search.py; flat between half and double."""
_WORD_FIELDS: Final = ("tw", "bw", "xw")
_GRAM_FIELDS: Final = ("tg", "bg", "xg")


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found. `extra` holds search words and questions that readers do not see."""

    id: str
    title: str
    text: str
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A found document. The score only ranks within one search; it is no probability."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Terms:
    """What a question is looked up by: stems without stop words, and letter groups."""

    stems: tuple[str, ...]
    groups: tuple[str, ...]


class EngineLost(Exception):
    """The files of an engine can no longer be written: it finds what it had, and takes no more."""


class Engine:
    """A search index. Any text can be searched for; nothing in it is a query language.

    One with a `room` has its files there. `version` goes up with each change.
    """

    def __init__(self, language: str = "nl", room: Room | None = None) -> None:
        stemmer, stop = _STEMMERS[language]
        self.room = room
        self.version = 0
        self._analyzer = _word_analyzer(stemmer, stop)
        self._schema = _schema()
        with self._unless_lost():
            self._index = tantivy.Index(self._schema, None if room is None else str(room.path))
        self._index.register_tokenizer("words", _word_analyzer(stemmer, stop))
        self._index.register_tokenizer(
            "grams", tantivy.TextAnalyzerBuilder(Tokenizer.ngram(GRAM, GRAM)).build()
        )
        self._searcher = self._index.searcher()
        self._speller = Speller()
        self._writing = threading.Lock()

    @classmethod
    def build(
        cls, documents: Iterable[Document], language: str = "nl", room: Room | None = None
    ) -> "Engine":
        """An engine over these documents. Their ids must differ. Raises: EngineLost."""
        engine = cls(language, room)
        documents = iter(documents)
        few = tuple(islice(documents, FEW))
        heap = HEAP_BYTES if len(few) < FEW else BUILD_HEAP_BYTES
        engine._add(chain(few, documents), heap, replace=False)
        return engine

    @classmethod
    def open(cls, room: Room, words: Mapping[str, int], language: str = "nl") -> "Engine":
        """The engine whose files are in this room; `words` are its `counted_words`.

        Raises: EngineLost when they are no index.
        """
        engine = cls(language, room)
        engine._speller = Speller(words)
        return engine

    def put(self, *documents: Document) -> None:
        """Add documents, or replace those with the same id; the next search finds them.

        Raises: EngineLost.
        """
        self._add(documents, HEAP_BYTES, replace=True)

    def remove(self, *ids: str) -> None:
        """Forget these documents; unknown ids are no error. Raises: EngineLost."""
        with self._writing, self._unless_lost():
            writer = self._index.writer(HEAP_BYTES, 1)
            for id_ in ids:
                writer.delete_documents_by_term("id", id_)
            self._finish(writer)

    @contextmanager
    def at_rest(self) -> Generator[None]:
        """Nothing changes the engine meanwhile; searching goes on."""
        with self._writing:
            yield

    def counted_words(self) -> dict[str, int]:
        """How often each word occurs in what was ever added; for the guesses at misspelled ones."""
        return self._speller.counted()

    def __len__(self) -> int:
        return self._searcher.num_docs

    def search(self, text: str, top: int = 10) -> tuple[Hit, ...]:
        """The best documents for this text, best first, at most `top`; equal scores by id."""
        terms = self.terms(text)
        looked_up = [
            *((field, stem) for field in _WORD_FIELDS for stem in terms.stems),
            *((field, group) for field in _GRAM_FIELDS for group in terms.groups),
        ]
        if not looked_up or top < 1:
            return ()
        # One flat query: only then does the index skip documents that cannot reach the top.
        parts = [(Occur.Should, self._term(field, term)) for field, term in looked_up]
        return self._run(Query.boolean_query(parts), top)

    def stems(self, text: str) -> tuple[str, ...]:
        """The distinct stems of a text, in order, without stop words."""
        return tuple(dict.fromkeys(self._analyzer.analyze(" ".join(words(text)))))

    def terms(self, text: str) -> Terms:
        """The stems and letter groups of a text that this index is asked for."""
        plain = words(text[: QUESTION_WORDS * 20])[:QUESTION_WORDS]
        guesses = self._speller.guesses(plain)
        stems = tuple(dict.fromkeys(self._analyzer.analyze(" ".join(plain + guesses))))
        groups = dict.fromkeys(grams(plain))
        groups.update((group, None) for guess in guesses for group in grams([guess]))
        most = QUESTION_GRAMS if len(self) < MANY else FEW_GRAMS
        if len(groups) > most:
            rarest = sorted(groups, key=lambda group: self._searcher.doc_freq("bg", group))
            return Terms(stems, tuple(rarest[:most]))
        return Terms(stems, tuple(groups))

    def repaired(self, text: str) -> str:
        """The text with each word that no document has as the nearest one that a document has."""

        def mended(word: re.Match[str]) -> str:
            plain = words(word[0])
            guesses = self._speller.guesses(plain) if len(plain) == 1 else []
            return guesses[0] if guesses else word[0]

        return _WORD.sub(mended, text[: QUESTION_WORDS * 20])

    def _term(self, field: str, term: str) -> Query:
        query = Query.term_query(self._schema, field, term, "freq")
        weight = _WEIGHTS[field]
        return query if weight == 1.0 else Query.boost_query(query, weight)

    def _run(self, query: Query, top: int) -> tuple[Hit, ...]:
        searcher = self._searcher
        found = searcher.search(query, top, count=False).hits
        hits = [Hit(str(searcher.doc(address)["id"][0]), score) for score, address in found]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.id)))

    def _add(self, documents: Iterable[Document], heap: int, *, replace: bool) -> None:
        with self._writing:
            with self._unless_lost():
                writer = self._index.writer(heap, 1)
            for document in documents:
                row = self._row(document)
                with self._unless_lost():
                    if replace:
                        writer.delete_documents_by_term("id", document.id)
                    writer.add_document(row)
            with self._unless_lost():
                self._finish(writer)

    @contextmanager
    def _unless_lost(self) -> Generator[None]:
        try:
            yield
        except ValueError as fault:  # what tantivy makes of every error of a file
            if self.room is None:
                raise
            raise EngineLost(str(fault).partition(":")[0]) from fault

    def _row(self, document: Document) -> tantivy.Document:
        row = tantivy.Document()
        row.add_text("id", document.id)
        for kind, text in (("t", document.title), ("b", document.text), ("x", document.extra)):
            plain = words(text)
            self._speller.learn(plain)
            if plain:
                row.add_text(f"{kind}w", " ".join(plain))
                row.add_text(f"{kind}g", f" {' '.join(plain)} ")
        return row

    def _finish(self, writer: tantivy.IndexWriter) -> None:
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        self.version += 1


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for field in _WORD_FIELDS:
        builder.add_text_field(field, tokenizer_name="words", index_option="freq")
    for field in _GRAM_FIELDS:
        builder.add_text_field(field, tokenizer_name="grams", index_option="freq")
    return builder.build()


def _word_analyzer(stemmer: str, stop: frozenset[str]) -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(Tokenizer.whitespace())
        .filter(Filter.custom_stopword(sorted(stop)))
        .filter(Filter.stemmer(stemmer))
        .build()
    )
