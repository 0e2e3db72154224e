"""What every picture shares: size, colours, the shipped font and lines that fit."""

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH: Final = 800
"""Pixels: as wide as a phone shows a picture in a chat without shrinking the text."""
MARGIN: Final = 32
INNER: Final = WIDTH - 2 * MARGIN
TEXT_CHARACTERS: Final = 600
"""A longer text is cut before it is measured."""

PAPER: Final = "#ffffff"
INK: Final = "#1a1a1a"
QUIET: Final = "#4d4d4d"
STRONG: Final = "#0b3d91"
SOFT: Final = "#6d8fc4"
"""At least 3:1 on paper, and apart from STRONG in lightness, so that no hue has to be seen."""

FONT_FILE: Final = "DejaVuSans.ttf"
_NO_GLYPH: Final = "\U0010fffd"
_GONE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class Type:
    """One size of the font. `line` is the height of a line in pixels."""

    font: "FreeTypeFont"
    size: int

    @property
    def line(self) -> int:
        """The height of a line in pixels."""
        return round(self.size * 1.35)

    def width(self, text: str) -> int:
        """The width of a text on one line, in pixels."""
        return round(self.font.getlength(text))

    def wrap(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """The text in at most `most` lines that fit; "…" ends a text that was cut."""
        lines: list[str] = []
        rest = self.printable(text)
        while rest and len(lines) < most:
            line = self._head(rest, width)
            lines.append(line.rstrip())
            rest = rest[len(line) :].lstrip()
        if rest:
            last = lines[-1]
            while last and self.width(f"{last}…") > width:
                last = last[:-1]
            lines[-1] = f"{last.rstrip()}…"
        return tuple(lines)

    def printable(self, text: str) -> str:
        """The text on one line, without what the font cannot show and is no letter (emoji)."""
        plain = " ".join(unicodedata.normalize("NFC", text[:TEXT_CHARACTERS]).split())
        return " ".join("".join(char for char in plain if self._is_shown(char)).split())

    def _is_shown(self, char: str) -> bool:
        kind = unicodedata.category(char)
        if kind in _GONE:
            return False
        return char.isascii() or kind[0] in "LN" or self._glyph(char) != self._glyph(_NO_GLYPH)

    def _glyph(self, char: str) -> bytes:
        spot = new_image(2 * self.size, width=2 * self.size)
        pen(spot).text((0, 0), char, font=self.font, fill=INK)
        return spot.tobytes()

    def _head(self, text: str, width: int) -> str:
        """The longest start of the text that fits: whole words, or a part of one long word."""
        end = len(text)
        while end > 1 and self.width(text[:end]) > width:
            space = text.rfind(" ", 0, end - 1)
            end = space if space > 0 else end - 1
        return text[:end]


def load_type(size: int) -> Type:
    """The shipped font at a size in pixels."""
    from PIL import ImageFont

    file = Path(__file__).resolve().parents[2] / "data" / "content" / "fonts" / FONT_FILE
    layout = ImageFont.Layout.BASIC  # the same on every machine, with and without libraqm
    return Type(ImageFont.truetype(file, size, layout_engine=layout), size)


def new_image(height: int, paper: str = PAPER, *, width: int = WIDTH) -> "Image":
    """An empty picture; of the usual width by default."""
    from PIL import Image

    return Image.new("RGB", (width, height), paper)


def as_png(image: "Image") -> bytes:
    """The picture as a PNG file."""
    file = io.BytesIO()
    image.save(file, format="PNG", optimize=True)
    return file.getvalue()


def pen(image: "Image") -> "ImageDraw":
    """What draws on the picture."""
    from PIL import ImageDraw

    return ImageDraw.Draw(image)


def write_lines(
    draw: "ImageDraw", lines: Sequence[str], kind: Type, *, at: tuple[int, int], ink: str = INK
) -> int:
    """Write lines below each other from the upper left corner; gives the y below them."""
    x, y = at
    for line in lines:
        draw.text((x, y), line, font=kind.font, fill=ink)
        y += kind.line
    return y
