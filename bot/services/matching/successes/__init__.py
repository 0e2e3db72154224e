"""What worked: successes of collectives, as knowledge for everybody (X13, H9)."""

from bot.services.matching.successes.stories import Stories
from bot.services.matching.successes.successes import Successes
from bot.services.matching.successes.views import (
    EmptySuccess,
    Success,
    SuccessDraft,
    SuccessNoGroup,
    SuccessNoReason,
    SuccessNotFound,
)

__all__ = [
    "EmptySuccess",
    "Stories",
    "Success",
    "SuccessDraft",
    "SuccessNoGroup",
    "SuccessNoReason",
    "SuccessNotFound",
    "Successes",
]
