"""How a group looks in words, and the menus of its themes."""

import io

import discord
from discord import app_commands

from bot.services.matching import CollectiveCard, FoundCollective, Matching
from bot.untrusted import clean, shown_host
from cogs._client import Interaction, Services
from cogs._ui import language_for, shown

LONGEST_CARD = 1800


def named(matching: Matching, ids: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The names of themes and facet values, in their order; what is no id stays as it is."""
    content = matching.content
    known = {
        one.id: one.name_en if language == "en" else one.name_nl
        for one in (*content.themes, *(value for facet in content.facets for value in facet.values))
    }
    return tuple(known.get(one, one) for one in ids)


def card_text(services: Services, card: CollectiveCard, language: str) -> str:
    """A group as everybody reads it; who speaks for it reads a little more."""
    text = services.texts.text
    name, place = shown(card.name, 80), shown(card.place, 80)
    lines = [f"**{name}**" + (f", {place}" if place else "")]
    if card.is_partner:
        lines.append(text("matching-card-partner", language))
    lines += [shown(line, 600) for line in card.description.splitlines() if line.strip()][:6]
    lines += [
        text(key, language, values=values)
        for key, values in _facts(services, card, language)
        if values
    ]
    if not card.receives:
        lines.append(text("matching-card-closed", language))
    return "\n".join([*lines, *_own_facts(services, card, language)])[:LONGEST_CARD]


def _facts(
    services: Services, card: CollectiveCard, language: str
) -> list[tuple[str, tuple[str, ...]]]:
    """What a group told of itself, with the key of the line that tells it."""
    matching, text = services.matching, services.texts.text

    def names(*ids: str) -> tuple[str, ...]:
        return named(matching, tuple(one for one in ids if one), language)

    def told(items: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(shown(one, 200) for one in names(*items))

    spoken = tuple(text(f"matching-language-{one}", language) for one in card.languages)
    members = (text(f"matching-members-{card.members}", language),) if card.members else ()
    return [
        ("matching-card-themes", names(*card.themes)),
        ("matching-card-offers", told(card.offers)),
        ("matching-card-needs", told(card.needs)),
        ("matching-card-phase", names(card.phase)),
        ("matching-card-context", names(card.context)),
        ("matching-card-motives", names(*card.motives)),
        ("matching-card-methods", names(*card.methods)),
        ("matching-card-form", names("" if card.is_partner else card.legal_form)),
        ("matching-card-members", members),
        ("matching-card-languages", spoken),
        ("matching-card-links", tuple(shown_host(one) for one in card.links)),
    ]


def _own_facts(services: Services, card: CollectiveCard, language: str) -> list[str]:
    """What only who speaks for a group reads."""
    text = services.texts.text
    if not card.is_own or card.is_draft:
        return []
    lines = [
        text(
            "matching-card-contacts",
            language,
            count=len(card.contacts),
            values=tuple(shown(name, 60) for name in card.contacts),
        )
    ]
    if card.precision != "place":
        lines.append(text(f"matching-card-precision-{card.precision}", language))
    if card.hidden:
        lines.append(text("matching-card-hidden", language))
    return lines


async def picture_of(services: Services, picture_id: int | None) -> list[discord.File]:
    """A picture as an attachment, with its words; nothing when there is none."""
    picture = await services.matching.pictures.find(picture_id) if picture_id else None
    if picture is None:
        return []
    alt = clean(picture.alt, max_length=300, one_line=True)
    return [discord.File(io.BytesIO(picture.data), f"{picture_id}.jpg", description=alt)]


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
    if found.success:
        what = shown(found.success, 160)
        lines.append(services.texts.text("matching-found-success", language, what=what))
    return "\n".join(line for line in lines if line)


def theme_options(
    services: Services, groups: list[str], chosen: tuple[str, ...], language: str
) -> list[discord.SelectOption]:
    """The themes of these groups, at most what one menu takes."""
    return [
        option(
            theme.name_en if language == "en" else theme.name_nl,
            theme.id,
            chosen=theme.id in chosen,
        )
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


def option(label: str, value: str, *, chosen: bool, hint: str = "") -> discord.SelectOption:
    """One line of a menu."""
    return discord.SelectOption(
        label=label[:100], value=value, default=chosen, description=hint[:100] or None
    )
