"""What was asked and not found: counted in groups, never who, never one question alone."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

from bot.posts import Post
from bot.search.words import STOP_EN, STOP_NL, words
from bot.services.knowledge.telling import to_staff
from bot.services.knowledge.views import Gap, Gaps, Trend
from data.store import Session, gaps

Stems = Callable[[str], Sequence[str]]
SPAN: Final = timedelta(days=28)
SMALLEST: Final = 3
"""A group of fewer people is shown in a total only."""
ALIKE: Final = 0.5
"""Two questions are alike when they share this part of the shorter one's stems."""
SHOWN: Final = 5
SHOWN_WORDS: Final = 5
SHOWN_TRENDS: Final = 8
NO_THEME: Final = "-"


@dataclass(slots=True)
class _Group:
    theme: str
    stems: list[frozenset[str]] = field(default_factory=list[frozenset[str]])
    members: list[gaps.Asked] = field(default_factory=list[gaps.Asked])

    def takes(self, stems: frozenset[str]) -> bool:
        return any(
            len(stems & other) >= max(1, ALIKE * min(len(stems), len(other)))
            for other in self.stems
        )


class KnowledgeGaps:
    """The weekly look at what residents asked in vain."""

    def __init__(self, stems: Stems) -> None:
        """Prepare; `stems` gives the distinct stems of a text, without small words."""
        self._stems = stems

    async def tell(self, session: Session, community_id: int, week: str, now: datetime) -> None:
        """Tell staff, once for each week; inside the block of a caller."""
        asked = await gaps.find(session, community_id, now - 2 * SPAN)
        found = count(asked, now, self._stems)
        if found.groups or found.rest or found.trends:
            source = f"articles-gaps:{week}"
            await to_staff(
                session, community_id, Post("staff-article-gaps", source, facts_of(found), now)
            )


def count(asked: Iterable[gaps.Asked], now: datetime, stems: Stems) -> Gaps:
    """What was asked in the last four weeks and not found, and how often each theme came up."""
    since = now - SPAN
    lately, before = list[gaps.Asked](), list[gaps.Asked]()
    for one in asked:
        (lately if one.asked_at >= since else before).append(one)
    groups = _groups([one for one in lately if not one.is_found and one.text], stems)
    large = [group for group in groups if _people(group.members) >= SMALLEST]
    shown = sorted((_gap(group) for group in large), key=lambda g: (-g.count, g.theme))[:SHOWN]
    missed = sum(not one.is_found for one in lately)
    return Gaps(
        since=since.date(),
        groups=tuple(shown),
        rest=missed - sum(gap.count for gap in shown),
        trends=_trends(lately, before),
    )


def _groups(asked: Iterable[gaps.Asked], stems: Stems) -> list[_Group]:
    found: list[_Group] = []
    for one in asked:
        theme = one.themes[0] if one.themes else NO_THEME
        said = frozenset(stems(one.text))
        if not said:
            continue
        fits = (group for group in found if group.theme == theme and group.takes(said))
        group = next(fits, None)
        if group is None:
            group = _Group(theme)
            found.append(group)
        group.stems.append(said)
        group.members.append(one)
    return found


def _people(asked: Iterable[gaps.Asked]) -> int:
    """How many people asked; those who are gone count as one."""
    return len({one.asked_by for one in asked})


def _gap(group: _Group) -> Gap:
    by: defaultdict[str, set[int | None]] = defaultdict(set)
    for one in group.members:
        for token in one.text.split():
            for word in words(token) if token[:1].islower() else ():  # a name has a capital
                by[word].add(one.asked_by)
    shared = [
        word
        for word, people in by.items()
        if len(people) >= SMALLEST and word not in STOP_NL | STOP_EN and word.isalpha()
    ]
    shared.sort(key=lambda word: (-len(by[word]), word))
    return Gap(group.theme, tuple(shared[:SHOWN_WORDS]), len(group.members))


def _trends(lately: Sequence[gaps.Asked], before: Sequence[gaps.Asked]) -> tuple[Trend, ...]:
    """Themes that at least three people asked about; an earlier count below that stays 0."""
    now, then = _by_theme(lately), _by_theme(before)
    most = sorted(now, key=lambda theme: (-now[theme], theme))[:SHOWN_TRENDS]
    return tuple(Trend(theme, now[theme], then.get(theme, 0)) for theme in most)


def _by_theme(asked: Sequence[gaps.Asked]) -> dict[str, int]:
    counted = Counter(one.themes[0] for one in asked if one.themes)
    return {
        theme: number
        for theme, number in counted.items()
        if _people(one for one in asked if one.themes[:1] == (theme,)) >= SMALLEST
    }


def facts_of(found: Gaps) -> dict[str, Any]:
    """The same for a message that waits."""
    return {
        "since": found.since.isoformat(),
        "groups": [[gap.theme, list(gap.words), gap.count] for gap in found.groups],
        "rest": found.rest,
        "trends": [[trend.theme, trend.count, trend.before] for trend in found.trends],
    }


def gaps_of(facts: Any) -> Gaps:  # noqa: ANN401 - what JSON can hold
    """What `facts_of` wrote."""
    return Gaps(
        since=date.fromisoformat(facts["since"]),
        groups=tuple(Gap(theme, tuple(said), number) for theme, said, number in facts["groups"]),
        rest=int(facts["rest"]),
        trends=tuple(Trend(*trend) for trend in facts["trends"]),
    )
