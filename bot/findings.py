"""What was looked at in an installation: what is wrong, what it is for, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    `why` says what it is for and `mend` what to do; both are empty when it is in order.
    """

    what: str
    ok: bool
    found: str
    why: str = ""
    mend: str = ""
