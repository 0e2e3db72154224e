"""What can go wrong when staff handle a question."""

from typing import ClassVar

from bot.errors import BadInput, Expired, NotAllowed, NotFound


class NotNow(Expired):
    """The question is too far, or not far enough, for this. Facts: `number`, `state`."""

    key = "staffdesk-not-now"
    code = "H30"


class NotStaff(BadInput):
    """Who was chosen cannot handle questions. Facts: `name`."""

    key = "staffdesk-not-staff"
    code = "H31"


class EmptyText(BadInput):
    """The form came without words."""

    key = "staffdesk-empty"
    code = "H32"


class LineNeeded(BadInput):
    """A question that closes without an answer needs a word for its asker."""

    key = "staffdesk-line-needed"
    code = "H33"


class KeptApart(BadInput):
    """A question of somebody in need is never put together with another. Facts: `number`."""

    key = "staffdesk-kept-apart"
    code = "H34"


class NoOther(BadInput):
    """The other question is not there, or is this one. Facts: `number`, as typed."""

    key = "staffdesk-no-other"
    code = "H35"


class Merged(Expired):
    """The question goes along with another one. Facts: `number`, `other`."""

    key = "staffdesk-merged"
    code = "H36"


class NotMerged(Expired):
    """It goes along with no other question, or was answered along already. Facts: `number`."""

    key = "staffdesk-not-merged"
    code = "H37"


class DraftNotFound(NotFound):
    """No such draft."""

    key = "staffdesk-draft-not-found"
    code = "H38"


class DraftGone(Expired):
    """The draft was sent, thrown away or changed since. Facts: `state`."""

    key = "staffdesk-draft-gone"
    code = "H39"


class OwnDraft(NotAllowed):
    """Nobody is the second pair of eyes for their own draft."""

    key = "staffdesk-own-draft"
    code = "H40"
    action: ClassVar[str] = "approve-answer"


class DraftOfOther(NotAllowed):
    """The draft belongs to a colleague."""

    key = "staffdesk-draft-of-other"
    code = "H41"
    action: ClassVar[str] = "change-draft"


class NothingAskedBack(NotFound):
    """Staff asked this person nothing about this question."""

    key = "staffdesk-nothing-asked-back"
    code = "H42"


class UnknownPlaceholder(BadInput):
    """A place to fill in that the bot does not know. Facts: `said`, `known`."""

    key = "staffdesk-unknown-placeholder"
    code = "H43"


class NameTaken(BadInput):
    """There is a reply of this name already. Facts: `name`."""

    key = "staffdesk-name-taken"
    code = "H44"


class TooManyReplies(BadInput):
    """As many replies as one menu can show. Facts: `most`."""

    key = "staffdesk-too-many-replies"
    code = "H45"


class ReplyNotFound(NotFound):
    """No such reply in this community."""

    key = "staffdesk-reply-not-found"
    code = "H46"
