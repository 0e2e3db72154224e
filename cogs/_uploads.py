"""Files that people send along in a form."""

from typing import Any

import discord

from bot.errors import DomainError
from bot.pictures.photos import MOST_BYTES, PictureTooLarge
from cogs._client import Interaction
from cogs._ui import TROUBLE


class FileAway(DomainError):
    """Discord took the file and does not give it."""

    key = "picture-away"
    code = "F3"


def file_field(name: str, label: str, hint: str = "", *, required: bool = True) -> Any:  # noqa: ANN401 - a generic of discord.py
    """A field of a form for one file, under this name."""
    upload = discord.ui.FileUpload(
        custom_id=name, required=required, min_values=1 if required else 0, max_values=1
    )
    return discord.ui.Label(text=label[:45], description=hint[:100] or None, component=upload)


async def uploaded(interaction: Interaction, ids: object) -> bytes | None:
    """The first file of a field, by its value in the form; None when there is none.

    Raises: PictureTooLarge, FileAway.
    """
    files: dict[str, Any] = (interaction.data or {}).get("resolved", {}).get("attachments", {})
    wanted = [files[one] for one in ids if one in files] if isinstance(ids, list) else []
    if not wanted:
        return None
    if int(wanted[0]["size"]) > MOST_BYTES:
        raise PictureTooLarge
    try:
        return await interaction.client.http.get_from_cdn(str(wanted[0]["url"]))
    except TROUBLE as error:
        raise FileAway from error
