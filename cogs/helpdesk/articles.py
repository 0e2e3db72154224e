"""How an article reads in a chat: short first, whole with one press."""

import re
from typing import Final

from bot.services.helpdesk import ArticleView
from bot.services.helpdesk.around.beside import NOTHING_AROUND, Around, Besides
from cogs._client import Services

CORE: Final = 600
"""Characters of the core of an article: what fits on a phone without scrolling."""
SHORTEST: Final = 250
"""So much of the core stands there, however long what is said besides."""
LEAST: Final = 120
"""With less room than this, nothing is begun any more."""
_HEADING: Final = re.compile(r"^#+ .*$", re.MULTILINE)
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s|$)")


def core(body: str, longest: int = CORE) -> str:
    """The beginning of an article, in whole sentences or lines; never a heading without text."""
    parts = _HEADING.split(body.strip())
    text = next((part.strip() for part in parts if part.strip()), "")
    kept: list[str] = []
    for block in re.split(r"\n{2,}", text):
        room = longest - len("\n\n".join([*kept, ""]))
        if len(block) > room:
            kept += [] if room < LEAST else [_cut(block, room)]
            break
        kept.append(block)
    while len(kept) > 1 and kept[-1].rstrip().endswith(":"):
        kept.pop()  # it announces a list that did not fit
    return "\n\n".join(kept)


def _cut(text: str, longest: int) -> str:
    """One long block, cut at a line or at the end of a sentence."""
    part = text[:longest]
    ends = [match.end() for match in _SENTENCE_END.finditer(part)]
    cut = max(part.rfind("\n"), ends[-1] if ends else 0)
    return part[:cut].rstrip() if cut > 0 else part[: part.rfind(" ")].rstrip() + " …"


def article_text(
    services: Services,
    article: ArticleView,
    language: str,
    *,
    whole: bool,
    around: Around = NOTHING_AROUND,
) -> str:
    """An article with one small step, its source and its date, and what is said besides."""
    text = services.texts.text
    instead = next((one for one in around.besides if one.title), None)
    first = [] if instead is None else _instead(services, instead, language)
    if first and not whole:
        return "\n".join([*first, *_notes(services, around, language)])
    besides = [one.text for one in around.besides if not one.title]
    room = max(SHORTEST, CORE - sum(map(len, besides)))
    body = article.body.strip() if whole else core(article.body, room)
    body = re.sub(r"^#+ (.+)$", r"**\1**", body, flags=re.MULTILINE)
    lines = [f"**{article.title}**", "\n\n".join([body, *besides]) + "\n"]
    if article.step:
        lines.append(text("helpdesk-step", language, step=article.step))
    lines.append(
        text(
            "helpdesk-source",
            language,
            name=article.source_name,
            url=article.source_url or "none",
            checked_on=article.checked_on,
        )
    )
    if article.country:
        lines.append(text("knowledge-country", language, country=article.country))
    if article.language != language:
        lines.append(text("helpdesk-other-language", language, spoken=article.language))
    return "\n".join([*first, *lines, *_notes(services, around, language)])


def _instead(services: Services, besides: Besides, language: str) -> list[str]:
    """What stands in the place of an article for people like the asker."""
    text = services.texts.text
    return [
        f"**{besides.title}**",
        f"{besides.text}\n",
        text("helpdesk-step", language, step=besides.step),
        text(
            "helpdesk-source",
            language,
            name=besides.source_name,
            url=besides.source_url,
            checked_on=besides.checked_on,
        ),
    ]


def _notes(services: Services, around: Around, language: str) -> list[str]:
    keys = [
        key
        for key, shown in (
            ("helpdesk-no-angle", around.no_angle),
            ("helpdesk-flemish", around.is_flemish),
        )
        if shown
    ]
    return [services.texts.text(key, language) for key in keys]
