"""A picture with a success, and the same in words."""

import re
from collections.abc import Mapping
from typing import Any

from cogs._client import Interaction
from cogs._ui import Button, NumberButton, SafeModal, attend, numbered, reply, say
from cogs._uploads import file_field, uploaded
from cogs.matching.editing import text_field


class SuccessPhotoButton(NumberButton, Button, template=numbered("success-photo")):
    """Put a picture with an own success."""

    noun = "success-photo"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(SuccessPhotoForm(interaction, self.id_))


class SuccessPhotoForm(SafeModal):
    """The picture, and what is on it."""

    pattern = re.compile(r"success-photo-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, success_id: int) -> None:
        custom_id = f"success-photo-form:{success_id}"
        super().__init__(title=say(interaction, "success-photo-button"), custom_id=custom_id)
        label, hint = (
            say(interaction, f"matching-form-{one}") for one in ("picture", "picture-hint")
        )
        self.add_item(file_field("picture", label, hint))
        self.add_item(text_field(interaction, "alt", 300, required=True))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it; staff look before anybody sees it."""
        person = await attend(interaction)
        data = await uploaded(interaction, values.get("picture"))
        successes = interaction.client.services.matching.successes
        alt = str(values.get("alt", ""))
        await successes.put_picture(person, int(match["id"]), data or b"", alt)
        await reply(interaction, say(interaction, "success-photo-kept"))
