"""Successes on Discord: sharing, checking and reading what worked."""

from cogs._client import Client
from cogs.matching.successes.checking import (
    PublishSuccessButton,
    RefuseSuccessButton,
    RefuseSuccessForm,
    SuccessThemeSelect,
    render_card,
    render_checked,
    render_circle,
)
from cogs.matching.successes.photos import SuccessPhotoButton, SuccessPhotoForm
from cogs.matching.successes.reading import ReadSuccessButton, WithdrawSuccessButton
from cogs.matching.successes.sharing import ShareSuccessButton, SuccessCog, SuccessForm

__all__ = ["RefuseSuccessForm", "SuccessForm", "SuccessPhotoForm", "add_successes"]


async def add_successes(client: Client) -> None:
    """Everything about successes."""
    client.add_dynamic_items(PublishSuccessButton, RefuseSuccessButton, SuccessThemeSelect)
    client.add_dynamic_items(ReadSuccessButton, ShareSuccessButton, WithdrawSuccessButton)
    client.add_dynamic_items(SuccessPhotoButton)
    client.renderers |= {
        "staff-success": render_card,
        "success-checked": render_checked,
        "success-circle": render_circle,
    }
    await client.add_cog(SuccessCog(client))
