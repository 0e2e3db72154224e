"""All collectives as a table that can be read in again."""

from data.store import Store
from data.store import collectives as rows


async def read_rows(store: Store, community_id: int) -> list[list[str]]:
    """All collectives of a community as rows under `COLUMNS`, without people."""
    async with store.reading() as session:
        found = await rows.find_every(session, community_id)
        themes = await rows.find_all_themes(session, community_id)
    return [
        [
            row.name,
            row.place,
            row.municipality,
            ";".join(themes.get(row.id, ())),
            row.context,
            "" if row.population is None else str(row.population),
            row.phase,
            ";".join(row.motives),
            ";".join(row.methods),
            ";".join(row.offers),
            ";".join(row.needs),
            row.legal_form,
            row.description,
            ";".join(row.languages),
            row.members,
            ";".join(row.links),
            row.country,
            row.precision,
        ]
        for row in found
    ]
