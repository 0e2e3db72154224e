"""A poll's result as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.pictures.canvas import (
    INK,
    INNER,
    MARGIN,
    QUIET,
    SOFT,
    STRONG,
    WIDTH,
    Type,
    as_png,
    load_type,
    new_image,
    pen,
    write_lines,
)

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_BAR: Final = 36
"""The height of a bar in pixels."""
_GAP: Final = 18
_COLUMN: Final = 300
"""Labels that fit in this width on one line stand beside their bars, else all stand above them."""
_THIN: Final = 3
"""The width of a bar for nothing."""
_IMMENSE: Final = 10**15
_GROUPED_FROM: Final = 10_000


@dataclass(frozen=True, slots=True)
class Bar:
    """One option. `note` stands behind the amount in brackets, such as "58 %"."""

    label: str
    amount: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    lines: tuple[str, ...]
    value: str
    amount: int


def bars(title: str, rows: Sequence[Bar], footer: str = "") -> bytes:
    """A PNG with a bar for each row, in the given order; the highest ones are dark.

    Every number stands in digits beside its bar. Long texts are wrapped, and cut after some lines.
    """
    big, kind, small = load_type(34), load_type(26), load_type(22)
    column = max((kind.width(kind.printable(row.label)) for row in rows), default=0)
    is_beside = column <= _COLUMN
    drawn = [_row(row, kind, INNER) for row in rows]
    heading, foot = big.wrap(title, INNER, 5), small.wrap(footer, INNER, 4)
    steps = [_GAP + _BAR + (0 if is_beside else len(row.lines) * kind.line) for row in drawn]
    body = MARGIN + len(heading) * big.line + sum(steps) + _GAP
    image = new_image(body + len(foot) * small.line + MARGIN)
    draw = pen(image)
    y = write_lines(draw, heading, big, at=(MARGIN, MARGIN))
    left = MARGIN + (column + _GAP if is_beside else 0)
    scale = _Scale.of(drawn, kind, left)
    for row, step in zip(drawn, steps, strict=True):
        top = y + step - _BAR
        write_lines(draw, row.lines, kind, at=(MARGIN, y + _GAP if not is_beside else top))
        _paint(draw, row, scale, kind, top)
        y += step
    write_lines(draw, foot, small, at=(MARGIN, body), ink=QUIET)
    return as_png(image)


@dataclass(frozen=True, slots=True)
class _Scale:
    left: int
    width: int
    highest: int

    @classmethod
    def of(cls, rows: Sequence[_Row], kind: Type, left: int) -> "_Scale":
        """The scale on which the longest bar and its number fit."""
        room = max((kind.width(row.value) for row in rows), default=0) + _GAP
        highest = max((row.amount for row in rows), default=0)
        return cls(left, max(WIDTH - MARGIN - left - room, _THIN), highest)


def _row(bar: Bar, kind: Type, width: int) -> _Row:
    note = f" ({bar.note})" if bar.note else ""
    value = kind.wrap(f"{_digits(max(bar.amount, 0))}{note}", INNER // 2, 1)
    return _Row(kind.wrap(bar.label, width, 4), value[0], max(bar.amount, 0))


def _paint(draw: "ImageDraw", row: _Row, scale: _Scale, kind: Type, top: int) -> None:
    long = scale.width * row.amount // scale.highest if scale.highest else 0
    is_highest = row.amount == scale.highest > 0
    end = scale.left + max(long, _THIN)
    draw.rectangle((scale.left, top, end, top + _BAR), fill=STRONG if is_highest else SOFT)
    inset = (_BAR - kind.line) // 2
    draw.text((end + _GAP // 2, top + inset), row.value, font=kind.font, fill=INK)


def _digits(amount: int) -> str:
    """The number, in groups of three from 10 000; beyond fifteen digits only its size."""
    if amount >= _IMMENSE:
        return "> 10¹⁵"
    grouped = f"{amount:,}".replace(",", "\u00a0")
    return grouped if amount >= _GROUPED_FROM else str(amount)
