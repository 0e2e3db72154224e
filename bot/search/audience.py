"""What of a finding somebody may see: articles of other communities are in the same index."""

from collections.abc import Callable
from dataclasses import replace

from bot.search.helpdesk import Finding, Outcome


def limit(finding: Finding, is_shown: Callable[[str], bool]) -> Finding:
    """The finding without the articles that are not for this reader; none left means a person."""
    answers = tuple(answer for answer in finding.answers if is_shown(answer.article))
    if len(answers) == len(finding.answers):
        return finding
    outcome = finding.outcome
    if not answers and outcome in (Outcome.ANSWER, Outcome.SUGGEST):
        outcome = Outcome.UNSURE
    return replace(finding, answers=answers, outcome=outcome)
