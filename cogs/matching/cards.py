"""How a group looks in words, and the menus to change its themes, phase and kind of place."""

import discord
from discord import app_commands

from bot.content import Facet
from bot.services.matching import CollectiveCard, FoundCollective, Matching
from cogs._client import Interaction, Services
from cogs._ui import language_for, shown

LONGEST_CARD = 1800


def named(matching: Matching, ids: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The names of themes and facet values, in their order."""
    content = matching.content
    known = {
        one.id: one.name_en if language == "en" else one.name_nl
        for one in (
            *content.facet("context").values,
            *content.facet("fase").values,
            *content.themes,
        )
    }
    return tuple(known.get(one, one) for one in ids)


def card_text(services: Services, card: CollectiveCard, language: str) -> str:
    """A group as everybody reads it."""
    text, matching = services.texts.text, services.matching
    name, place = shown(card.name, 80), shown(card.place, 80)
    lines = [f"**{name}**" + (f", {place}" if place else "")]
    lines += [shown(line, 600) for line in card.description.splitlines() if line.strip()][:6]
    for key, values in (
        ("matching-card-themes", named(matching, card.themes, language)),
        ("matching-card-offers", tuple(shown(one, 200) for one in card.offers)),
        ("matching-card-needs", tuple(shown(one, 200) for one in card.needs)),
        ("matching-card-phase", named(matching, (card.phase,) if card.phase else (), language)),
        (
            "matching-card-context",
            named(matching, (card.context,) if card.context else (), language),
        ),
    ):
        if values:
            lines.append(text(key, language, values=values))
    if card.is_own and card.hidden:
        lines.append(text("matching-card-hidden", language))
    return "\n".join(lines)[:LONGEST_CARD]


def found_text(services: Services, found: FoundCollective, place: int, language: str) -> str:
    """One result: the group, what it does, and why it fits in one sentence."""
    from bot.search.collectives import reason_facts

    card, content = found.card, services.matching.content
    reasons: list[str] = []
    for reason in found.reasons[:4]:
        facts = reason_facts(reason, content, language)
        facts["what"] = shown(str(facts["what"]), 120)
        said = services.texts.text(f"match-reason-{reason.kind}", language, **facts)
        reasons.append(said.rstrip().rstrip("."))
    head = f"**{place}. {shown(card.name, 80)}**"
    if card.place:
        head += f", {shown(card.place, 80)}"
    why = ", ".join([*reasons[:1], *(one[0].lower() + one[1:] for one in reasons[1:])])
    lines = [head, shown(card.description, 200)]
    if why:
        lines.append(services.texts.text("matching-why", language, why=why))
    return "\n".join(line for line in lines if line)


def theme_menus(services: Services, card: CollectiveCard, language: str) -> discord.ui.View:
    """The first menus of a profile: the group of themes, the phase, and the kind of place."""
    from cogs.matching.editing import FacetSelect

    text, content = services.texts.text, services.matching.content
    view = discord.ui.View(timeout=None)
    parents = {theme.parent for theme in content.themes if theme.id in card.themes}
    groups = [
        _option(group.name_en if language == "en" else group.name_nl, group.id, group.id in parents)
        for group in content.groups
    ]
    label = text("matching-pick-groups", language)
    view.add_item(FacetSelect(card.id, "groups", groups, label, most=3))
    for kind, facet, chosen in (
        ("phase", content.facet("fase"), card.phase),
        ("context", content.facet("context"), card.context),
    ):
        label = text(f"matching-pick-{kind}", language)
        view.add_item(FacetSelect(card.id, kind, _values(facet, chosen, language), label))
    return view


def theme_options(
    services: Services, groups: list[str], chosen: tuple[str, ...], language: str
) -> list[discord.SelectOption]:
    """The themes of these groups, at most what one menu takes."""
    return [
        _option(theme.name_en if language == "en" else theme.name_nl, theme.id, theme.id in chosen)
        for theme in services.matching.content.themes
        if theme.parent in groups
    ][:25]


def theme_choices(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """The themes that have these letters in their name."""
    sought, language = current.casefold().strip(), language_for(interaction)
    names = [
        (theme.name_en if language == "en" else theme.name_nl, theme.id)
        for theme in interaction.client.services.matching.content.themes
    ]
    fitting = [one for one in names if sought in one[0].casefold()]
    return [app_commands.Choice(name=name[:100], value=id_) for name, id_ in fitting[:25]]


def _values(facet: Facet, chosen: str, language: str) -> list[discord.SelectOption]:
    return [
        _option(value.name_en if language == "en" else value.name_nl, value.id, value.id == chosen)
        for value in facet.values
    ]


def _option(label: str, value: str, chosen: bool) -> discord.SelectOption:  # noqa: FBT001 - a fact
    return discord.SelectOption(label=label[:100], value=value, default=chosen)
