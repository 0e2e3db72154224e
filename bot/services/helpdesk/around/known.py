"""Who can tell of it from experience: collectives and their successes, given by matching."""

from collections.abc import Sequence
from typing import Protocol


class Known(Protocol):
    """Somebody who did this already; all text is untrusted.

    `kind` is success or collective, `id` its number there; `what` says what they did.
    """

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def id(self) -> int: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def place(self) -> str: ...  # noqa: D102
    @property
    def what(self) -> str: ...  # noqa: D102


class Knowers(Protocol):
    """Looks for those who can tell of a question."""

    async def knows(self, community_id: int, text: str, /) -> Sequence[Known]:
        """The best two, or nobody rather than somebody who hardly fits."""
        ...


class Nobody:
    """For a help desk without matching beside it."""

    async def knows(self, _community_id: int, _text: str, /) -> Sequence[Known]:
        """Nobody."""
        return ()
