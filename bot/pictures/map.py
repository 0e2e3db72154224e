"""A small map of the Netherlands with dots."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.content import Province
from bot.pictures.canvas import (
    INK,
    INNER,
    MARGIN,
    PAPER,
    QUIET,
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
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_WATER: Final = "#e6ecf1"
_LAND: Final = "#efece2"
_BORDER: Final = "#7d7d7d"
_SMOOTH: Final = 2
"""Outlines are drawn this many times larger and shrunk, for smooth edges."""
_SMALLEST, _LARGEST = 9, 26
"""Radius of a dot in pixels; its area grows with the weight."""
_WEST, _EAST, _SOUTH, _NORTH = 3.2, 7.35, 50.7, 53.6
"""The least that the map shows, in degrees."""
_WIDEST: Final = (2.3, 7.6, 49.4, 54.0)
"""Dots beyond these degrees (west, east, south, north) are left out."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place in degrees; `label` is drawn where it does not cover another one."""

    lat: float
    lon: float
    label: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True)
class _Frame:
    """From degrees to pixels, by Mercator."""

    west: float
    north: float
    scale: float
    top: int

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = MARGIN + (math.radians(longitude) - self.west) * self.scale
        return x, self.top + (self.north - _stretched(latitude)) * self.scale


def dots_on_map(
    provinces: Iterable[Province], dots: Sequence[Dot], title: str = "", footer: str = ""
) -> bytes:
    """A PNG of the provinces with the dots; a heavier dot is larger."""
    big, kind, small = load_type(34), load_type(22), load_type(22)
    heading, foot = big.wrap(title, INNER, 4), small.wrap(footer, INNER, 4)
    shown = [dot for dot in dots if _is_near(dot)]
    top = MARGIN + len(heading) * big.line
    frame, bottom = _framed(shown, top)
    image = new_image(bottom + MARGIN + len(foot) * small.line, PAPER)
    _paint_land(image, provinces, frame, bottom)
    draw = pen(image)
    write_lines(draw, heading, big, at=(MARGIN, MARGIN // 2))
    _paint_dots(draw, shown, frame, kind)
    write_lines(draw, foot, small, at=(MARGIN, bottom + MARGIN // 2), ink=QUIET)
    return as_png(image)


def _stretched(latitude: float) -> float:
    return math.asinh(math.tan(math.radians(latitude)))


def _is_near(dot: Dot) -> bool:
    west, east, south, north = _WIDEST
    return west <= dot.lon <= east and south <= dot.lat <= north


def _framed(dots: Sequence[Dot], top: int) -> tuple[_Frame, int]:
    """The frame around the country and every dot, and the y of its lower edge."""
    west = math.radians(min([_WEST, *(dot.lon - 0.2 for dot in dots)]))
    east = math.radians(max([_EAST, *(dot.lon + 0.2 for dot in dots)]))
    south = _stretched(min([_SOUTH, *(dot.lat - 0.1 for dot in dots)]))
    north = _stretched(max([_NORTH, *(dot.lat + 0.1 for dot in dots)]))
    scale = INNER / (east - west)
    return _Frame(west, north, scale, top), top + round((north - south) * scale)


def _paint_land(image: "Image", provinces: Iterable[Province], frame: _Frame, bottom: int) -> None:
    large = new_image(image.height * _SMOOTH, PAPER, width=WIDTH * _SMOOTH)
    draw = pen(large)
    box = (MARGIN, frame.top, WIDTH - MARGIN, bottom)
    draw.rectangle(tuple(edge * _SMOOTH for edge in box), fill=_WATER)
    for province in provinces:
        for land, *holes in province.polygons:
            _outline(draw, land, frame, _LAND)
            for hole in holes:
                _outline(draw, hole, frame, _WATER)
    image.paste(large.reduce(_SMOOTH))


def _outline(
    draw: "ImageDraw", ring: Sequence[tuple[float, float]], frame: _Frame, fill: str
) -> None:
    points = [(x * _SMOOTH, y * _SMOOTH) for x, y in (frame.at(lon, lat) for lon, lat in ring)]
    draw.polygon(points, fill=fill, outline=_BORDER, width=_SMOOTH)


def _paint_dots(draw: "ImageDraw", dots: Sequence[Dot], frame: _Frame, kind: Type) -> None:
    """Large dots first, so that no small one is hidden; then labels, where there is room."""
    heaviest = max((dot.weight for dot in dots), default=1)
    ordered = sorted(dots, key=lambda dot: (-dot.weight, dot.lon, dot.lat, dot.label))
    taken: list[tuple[float, float, float, float]] = []
    for dot in ordered:
        x, y = frame.at(dot.lon, dot.lat)
        radius = _radius(dot.weight, heaviest)
        box = (x - radius, y - radius, x + radius, y + radius)
        draw.ellipse(box, fill=STRONG, outline=PAPER, width=2)
        taken.append(box)
    for dot in ordered:
        label = kind.wrap(dot.label, INNER // 2, 1)
        if label:
            x, y = frame.at(dot.lon, dot.lat)
            _label(draw, label[0], kind, (x, y, _radius(dot.weight, heaviest) + 4), taken)


def _radius(weight: int, heaviest: int) -> float:
    """A lone weight gives the smallest dots; else the area of the dot follows the weight."""
    if heaviest <= 1:
        return _SMALLEST
    return max(_SMALLEST, _LARGEST * math.sqrt(max(weight, 0) / heaviest))


def _label(
    draw: "ImageDraw",
    text: str,
    kind: Type,
    spot: tuple[float, float, float],
    taken: list[tuple[float, float, float, float]],
) -> None:
    """Write the label right or left of its dot, above or below it; nowhere when all is taken."""
    x, y, away = spot
    wide, high = kind.width(text), kind.line
    for left, top in (
        (x + away, y - high / 2),
        (x - away - wide, y - high / 2),
        (x - wide / 2, y - away - high),
        (x - wide / 2, y + away),
    ):
        box = (left, top, left + wide, top + high)
        if left >= MARGIN and box[2] <= WIDTH - MARGIN and not any(_cross(box, o) for o in taken):
            taken.append(box)
            draw.text(
                (left, top), text, font=kind.font, fill=INK, stroke_width=3, stroke_fill=PAPER
            )
            return


def _cross(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
