"""Looks up what each collective shares with the subject of a wish."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.search.collectives import scoring
from bot.search.collectives.catalogue import Catalogue
from bot.search.collectives.nearness import Nearness
from bot.search.collectives.reading import Item, Wish
from bot.search.collectives.shared import OnTheme, Shared

Links = Mapping[tuple[str, str], float]


def look(
    wish: Wish, catalogue: Catalogue, links: Links, near: Nearness[str] | None = None
) -> Shared:
    """What each collective shares with the subject of the wish.

    `links` tells which themes are related, `near` how near they are to its text in meaning.
    """
    return Shared(
        themes=_themes(wish, catalogue, links),
        gets=catalogue.offers.deals(wish.needs, catalogue.vocabulary),
        gives=catalogue.needs.deals(wish.offers, catalogue.vocabulary),
        story=_from_story(wish.needs, catalogue),
        told=_told(wish.told, catalogue),
        near=_numbered(near, catalogue) if near else None,
    )


def _numbered(near: Nearness[str], catalogue: Catalogue) -> Nearness[int]:
    here = {id_: catalogue.number(id_) for id_ in near.values if id_ in catalogue}
    values = {number: near.values[id_] for id_, number in here.items()}
    return Nearness(values, frozenset(here[id_] for id_ in near.sure if id_ in here))


def _themes(wish: Wish, catalogue: Catalogue, links: Links) -> OnTheme:
    having = (
        catalogue.on_theme(theme)
        for theme, chance in wish.themes.items()
        if chance >= scoring.SOLID_THEME
    )
    return OnTheme(_theme_sums(wish, catalogue, links), frozenset[int]().union(*having))


def _theme_sums(wish: Wish, catalogue: Catalogue, links: Links) -> dict[int, float]:
    """The rarities of shared themes, summed; 0 for who has only an akin theme."""
    sums: defaultdict[int, float] = defaultdict(float)
    for theme in sorted(wish.themes):
        worth = scoring.guessed(wish.themes[theme]) * catalogue.rarities.get(theme, 1.0)
        for number in catalogue.on_theme(theme):
            sums[number] += worth
    for (mine, theirs), strength in links.items():
        sure = wish.themes.get(mine, 0.0) >= scoring.SURE_OF_THEME
        if sure and strength >= scoring.AKIN and theirs not in wish.themes:
            for number in catalogue.on_theme(theirs):
                sums.setdefault(number, 0.0)
    return sums


def _from_story(needs: Sequence[Item], catalogue: Catalogue) -> dict[int, float]:
    """How well needs are covered by what collectives tell, or by their themes."""
    covered: dict[int, float] = {}
    for item in needs:
        for number, share in catalogue.about.cover(item, catalogue.vocabulary).items():
            if share >= scoring.ENOUGH_WORDS:
                covered[number] = max(covered.get(number, 0.0), share * scoring.TOLD)
        for theme in item.themes:
            for number in catalogue.on_theme(theme):
                covered[number] = max(covered.get(number, 0.0), scoring.KNOWS_THEME)
    return covered


def _told(told: Sequence[Item], catalogue: Catalogue) -> dict[int, float]:
    """How much of the free text each of them tells."""
    covered: dict[int, float] = {}
    for item in told:
        for number, share in catalogue.about.cover(item, catalogue.vocabulary).items():
            covered[number] = max(covered.get(number, 0.0), share)
    return covered
