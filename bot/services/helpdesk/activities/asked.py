"""Who asks what there is to do, or whether they may come, reads what is coming (H14)."""

from dataclasses import replace
from typing import Final

from bot.content import Article
from bot.search.helpdesk import Answer, Finding, Outcome
from bot.services.helpdesk.activities.announcing import Activities
from bot.services.helpdesk.views import Reply

ARTICLE: Final = "activiteiten"
"""That everybody may come, and where to look."""
_UNSURE: Final = (Outcome.SUGGEST, Outcome.UNSURE, Outcome.OFFTOPIC)


def with_article(finding: Finding, article: Article | None) -> Finding:
    """The finding for a question about what is on: this article, unless another surely answers."""
    if article is None or finding.outcome not in _UNSURE or finding.wants_person:
        return finding
    if finding.is_remark or finding.referrals:
        return finding
    source = article.source_url or article.source_name
    answer = Answer(article.id, article.title, 1.0, source, article.language)
    return replace(finding, outcome=Outcome.ANSWER, answers=(answer,))


async def with_coming(reply: Reply, community_id: int, activities: Activities) -> Reply:
    """The reply with what is coming, when that article is the answer."""
    first = reply.articles[0].id if reply.articles else ""
    if reply.outcome is not Outcome.ANSWER or first != ARTICLE:
        return reply
    coming = await activities.coming(community_id)
    return replace(reply, around=replace(reply.around, coming=coming))
