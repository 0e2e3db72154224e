"""A small picture for each person, so that one sees at a glance who speaks."""

import struct
import zlib
from typing import Final

SIZE: Final = 64
_COLOURS: Final = (
    (0x1F, 0x7A, 0x4D),
    (0xB0, 0x3A, 0x5B),
    (0x8A, 0x5A, 0x00),
    (0x1A, 0x6F, 0xA8),
    (0x7A, 0x45, 0xA8),
    (0xA8, 0x45, 0x1A),
    (0x00, 0x78, 0x78),
    (0x5B, 0x66, 0x1A),
)


def portrait(number: int) -> bytes:
    """A PNG of head and shoulders on the colour of this number; eight differ, then they repeat."""
    colour = bytes(_COLOURS[number % len(_COLOURS)])
    rows = bytearray()
    for y in range(SIZE):
        rows.append(0)
        for x in range(SIZE):
            head = (x - 31.5) ** 2 + (y - 25) ** 2 < 11**2
            shoulders = ((x - 31.5) / 20) ** 2 + ((y - 62) / 22) ** 2 < 1
            rows += b"\xff\xff\xff" if head or shoulders else colour
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
