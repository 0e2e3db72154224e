"""Why a moment cannot be used."""

from bot.errors import BadInput


class MomentUnclear(BadInput):
    """The text says no moment, or more than one. Facts: `said`, the text, cut to 100 characters."""

    key = "moment-unclear"
    code = "T1"


class MomentPast(BadInput):
    """The moment lies behind us. Facts: `proposal`, an instant in UTC that is still ahead."""

    key = "moment-past"
    code = "T2"


class MomentSkipped(BadInput):
    """The clock skips this moment. Facts: `proposal`, the instant in UTC right after the jump."""

    key = "moment-skipped"
    code = "T3"


class MomentTooFar(BadInput):
    """More than a year ahead. Facts: `latest`, the last instant in UTC that may be chosen."""

    key = "moment-too-far"
    code = "T4"
