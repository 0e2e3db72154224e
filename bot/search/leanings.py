"""Which themes a question leans to, by its words and by its meaning.

Two tables say so, which `search fit` makes from judged questions and from what ships: one has a row
of weights for each bucket of words and groups of letters, the other one for each number of a
vector. What a text shares with the texts of a theme adds up to how far it leans to that theme:
about 1 for a sure sign, about 0 for none. The tables hold sums over many texts and no text.
"""

import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import sqrt
from typing import TYPE_CHECKING, Final, cast

from bot.search.words import grams, words

if TYPE_CHECKING:
    from bot.search.vectors import Matrix, Vector

BUCKETS: Final = 8192
"""Words and groups of letters share so many rows. Half of it costs one to three points."""
GROUP_COUNTS: Final = 0.5
"""A group of letters beside a word."""
READ_WORDS: Final = 120
RARITY_STEP: Final = 1 / 25
Lean = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class WordTable:
    """Weights in steps of `step`: a row of one byte for each theme, for each bucket."""

    themes: tuple[str, ...]
    rarity: bytes
    table: bytes
    step: float

    def leaning(self, stems: Iterable[str], text: str) -> Lean:
        """How far these words lean to each theme; nothing for a text without words."""
        size = len(self.themes)
        sums = [0.0] * size
        for bucket, weight in buckets(stems, text, self.rarity).items():
            row = array("b", self.table[bucket * size : (bucket + 1) * size])
            sums = [old + weight * value for old, value in zip(sums, row, strict=True)]
        return dict(zip(self.themes, (value * self.step for value in sums), strict=True))


@dataclass(frozen=True, slots=True)
class VectorTable:
    """Weights for vectors of one model: a row for each number, after the mean is taken off."""

    themes: tuple[str, ...]
    model: str
    mean: bytes
    table: bytes

    def leaning(self, vector: "Vector") -> Lean:
        """How far this vector leans to each theme."""
        import numpy as np

        mean = np.frombuffer(self.mean, dtype=np.float16).astype(np.float32)
        table = np.frombuffer(self.table, dtype=np.float16).reshape(len(mean), -1)
        sums = centred(vector[None, :], mean)[0] @ table.astype(np.float32)
        return dict(zip(self.themes, sums.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Leanings:
    """The tables of one calibration; None where there is none."""

    words: WordTable | None = None
    meaning: VectorTable | None = None

    def of(
        self, stems: Iterable[str], text: str, vector: "Vector | None", model: str = ""
    ) -> dict[str, Lean]:
        """How far a question leans to each theme, by the way of reading.

        A vector of another model than the table was made with says nothing.
        """
        found: dict[str, Lean] = {}
        if self.words is not None:
            found["words"] = self.words.leaning(stems, text)
        if self.meaning is not None and vector is not None and model == self.meaning.model:
            found["meaning"] = self.meaning.leaning(vector)
        return found

    def plain(self) -> dict[str, object]:
        """What JSON says of the bytes of `packed`."""
        said: dict[str, object] = {"check": zlib.crc32(self.packed())}
        if self.words is not None:
            said |= {"themes": list(self.words.themes), "step": self.words.step}
        if self.meaning is not None:
            said |= {"model": self.meaning.model, "size": len(self.meaning.mean) // 2}
        return said

    def packed(self) -> bytes:
        """The tables as bytes."""
        parts: list[bytes] = []
        if self.words is not None:
            parts += [self.words.rarity, self.words.table]
        if self.meaning is not None:
            parts += [self.meaning.mean, self.meaning.table]
        return zlib.compress(b"".join(parts), 9)

    @classmethod
    def read(cls, said: Mapping[str, object], packed: bytes) -> "Leanings":
        """What `plain` and `packed` gave. Raises: ValueError or KeyError when it is damaged."""
        if zlib.crc32(packed) != said["check"]:
            message = "the table is not that of these weights"
            raise ValueError(message)
        try:
            whole = zlib.decompress(packed)
        except zlib.error as error:
            raise ValueError(str(error)) from None
        if "themes" not in said:
            return cls()
        themes = tuple(map(str, cast("list[str]", said["themes"])))
        model, numbers = str(said.get("model", "")), cast("int", said.get("size", 0))
        sizes = (BUCKETS, BUCKETS * len(themes), 2 * numbers, 2 * numbers * len(themes))
        if sum(sizes) != len(whole):
            message = "the table has another size"
            raise ValueError(message)
        rarity, table, mean, by_meaning = _cut(whole, sizes)
        by_words = WordTable(themes, rarity, table, cast("float", said["step"]))
        return cls(by_words, VectorTable(themes, model, mean, by_meaning) if model else None)


def buckets(stems: Iterable[str], text: str, rarity: Sequence[int]) -> dict[int, float]:
    """The buckets of a text with their weights: rare ones weigh more, the squares add up to 1."""
    counts: dict[int, float] = {}
    for bucket, count in terms(stems, text):
        counts[bucket] = counts.get(bucket, 0.0) + count
    weights = {bucket: count * rarity[bucket] for bucket, count in counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {bucket: weight / length for bucket, weight in weights.items()}


def terms(stems: Iterable[str], text: str) -> Iterator[tuple[int, float]]:
    """The bucket of each distinct stem and group of letters, with what it counts."""
    for stem in islice(stems, READ_WORDS):
        yield zlib.crc32(f"w{stem}".encode()) % BUCKETS, 1.0
    for group in dict.fromkeys(grams(words(text)[:READ_WORDS])):
        yield zlib.crc32(f"g{group}".encode()) % BUCKETS, GROUP_COUNTS


def centred(rows: "Matrix", mean: "Vector") -> "Matrix":
    """Vectors from where the mean is, each of length 1."""
    import numpy as np

    moved = rows - mean
    return moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)


def _cut(whole: bytes, sizes: Iterable[int]) -> Iterator[bytes]:
    at = 0
    for size in sizes:
        yield whole[at : at + size]
        at += size
