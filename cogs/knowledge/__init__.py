"""The knowledge base on Discord: writing, consent, keeping it right, and what is missing."""

from cogs._client import Client
from cogs.knowledge.commands import ArticlesCog
from cogs.knowledge.consenting import (
    ConsentButton,
    FromQuestionButton,
    render_consent,
    render_published,
)
from cogs.knowledge.forms import ArticleDetailsForm, ArticleForm
from cogs.knowledge.gaps import GapWordsButton, GapWriteButton, WordsForm, render_gaps
from cogs.knowledge.preview import (
    ArticleThemeSelect,
    AskArticleButton,
    DetailsButton,
    DropArticleButton,
    OpenDraftButton,
    RewordArticleButton,
)
from cogs.knowledge.publishing import PublishButton, render_card
from cogs.knowledge.reading import DoubtButton, DoubtForm, SpareButton, render_changed
from cogs.knowledge.weekly import (
    DoubtsSeenButton,
    ReviewArticleButton,
    StillRightButton,
    render_doubt,
    render_week,
)

__all__ = ["ArticleDetailsForm", "ArticleForm", "DoubtForm", "WordsForm", "setup"]


async def setup(client: Client) -> None:
    """Called by discord.py."""
    client.add_dynamic_items(ArticleThemeSelect, RewordArticleButton, DetailsButton)
    client.add_dynamic_items(AskArticleButton, DropArticleButton, OpenDraftButton, PublishButton)
    client.add_dynamic_items(FromQuestionButton, ConsentButton, DoubtButton, SpareButton)
    client.add_dynamic_items(StillRightButton, ReviewArticleButton, DoubtsSeenButton)
    client.add_dynamic_items(GapWriteButton, GapWordsButton)
    client.renderers |= {
        "staff-article": render_card,
        "question-consent": render_consent,
        "question-published": render_published,
        "article-changed": render_changed,
        "staff-article-doubt": render_doubt,
        "staff-articles-week": render_week,
        "staff-article-gaps": render_gaps,
    }
    await client.add_cog(ArticlesCog(client))
