"""Words for the same thing: what one collective calls a room, another calls a hall."""

from pathlib import Path

from bot.content.files import Fields, read_toml


def read_things(file: Path) -> tuple[tuple[str, ...], ...]:
    """Lists of words that mean one thing. Raises: ContentError."""
    return Fields(read_toml(file), file).lists("same")
