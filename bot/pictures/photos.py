"""Pictures that people send, made anew: smaller, upright, and with nothing else in the file."""

import io
import struct
from typing import Final

from bot.errors import BadInput

MOST_BYTES: Final = 4 * 1024 * 1024
MOST_PIXELS: Final = 50_000_000
"""More than any phone makes; such a picture would take too much memory."""
LONGEST_SIDE: Final = 1280
"""Pixels of the longest side after it was made anew."""
QUALITY: Final = 85
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")


class PictureTooLarge(BadInput):
    """The file has more bytes or pixels than we take. Facts: `most_mb`."""

    key = "picture-too-large"
    code = "F1"

    def __init__(self) -> None:
        super().__init__(most_mb=MOST_BYTES // 1024 // 1024)


class PictureUnreadable(BadInput):
    """The file is no picture that we know, or it is broken."""

    key = "picture-unreadable"
    code = "F2"


def made_anew(data: bytes) -> bytes:
    """The picture as JPEG of at most 1280 pixels on white, without place, maker or comment.

    Of a moving picture the first moment. Takes some 0.1 s. Raises: PictureTooLarge,
    PictureUnreadable.
    """
    from PIL import Image, ImageOps

    if len(data) > MOST_BYTES:
        raise PictureTooLarge
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as sent:
            if sent.width * sent.height > MOST_PIXELS:
                raise PictureTooLarge
            sent.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(sent).convert("RGBA")
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            paper = Image.new("RGB", upright.size, "white")
            paper.paste(upright, mask=upright)
            made = io.BytesIO()
            paper.save(made, "JPEG", quality=QUALITY, optimize=True)
            return made.getvalue()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureTooLarge from error
    except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
        raise PictureUnreadable from error
