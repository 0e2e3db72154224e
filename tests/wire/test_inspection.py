"""What `doctor` finds at a Discord on the own machine: token, intents, roles, channels, rights."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass

import discord
import pytest
import pytest_asyncio
import simcord

from bot.communities import CommunitySettings, Place
from bot.findings import Finding
from bot.settings import Settings
from cogs._inspection import inspect_discord
from cogs._practice._simcord import close_for_others, set_bot_permissions
from cogs._ui import ref
from cogs.setup.places import NAMES
from cogs.setup.rights import invitation
from tests.doubles.discord_server import DiscordServer
from tests.doubles.kept_process import kept_process

pytestmark = pytest.mark.asyncio
SEE = discord.Permissions(view_channel=True).value


@dataclass
class Street:
    """A server that is set up well, to break one thing of."""

    discord: DiscordServer
    guild: simcord.GuildHandle
    channels: dict[Place, simcord.ChannelHandle]
    staff: simcord.RoleHandle
    admin: simcord.RoleHandle

    @property
    def known(self) -> CommunitySettings:
        """What the community chose."""
        places = {place: ref(channel.id) for place, channel in self.channels.items()}
        return CommunitySettings(places, (ref(self.staff.id),), (ref(self.admin.id),))

    def deny(self, right: str, place: Place) -> None:
        """Take a right from the bot in one channel."""
        bits = discord.Permissions(**{right: True}).value
        roles = (self.staff, self.admin)
        close_for_others(self.discord.env, self.channels[place], bits, roles)

    async def look(self, known: CommunitySettings | None = None, **more: object) -> list[Finding]:
        """What doctor finds."""
        told = {name.lower(): value for name, value in self.discord.settings.items()}
        settings = Settings(_env_file=None, **(told | more))
        spaces = {ref(self.guild.id): known or self.known}
        call = inspect_discord(settings, spaces)
        return await asyncio.create_task(call, context=contextvars.Context())

    async def wrong(
        self, known: CommunitySettings | None = None, **more: object
    ) -> Mapping[str, Finding]:
        """What is wrong by what it is about; each says what it is for and what to do."""
        found = [one for one in await self.look(known, **more) if not one.ok]
        assert [one for one in found if not one.why or not one.mend] == []
        return {one.what: one for one in found}


@pytest.fixture(autouse=True)
def own_addresses() -> Iterator[None]:
    """Put back where discord.py looks."""
    with kept_process():
        yield


@pytest_asyncio.fixture
async def street() -> AsyncIterator[Street]:
    """A well set up server."""
    async with DiscordServer() as server:
        guild = server.create_guild("Wijk")
        set_bot_permissions(server.env, guild, invitation().value)
        staff, admin = guild.create_role("Medewerker"), guild.create_role("Beheerder")
        channels = {place: guild.create_text_channel(name) for place, name in NAMES.items()}
        bot = guild.roles[next(name for name, role in guild.roles.items() if _is_of_bot(role))]
        close_for_others(server.env, channels[Place.STAFF], SEE, (staff, admin, bot))
        yield Street(server, guild, channels, staff, admin)


def _is_of_bot(role: simcord.RoleHandle) -> bool:
    return role.name not in ("@everyone", "Medewerker", "Beheerder")


async def test_a_server_that_is_set_up_well_has_nothing_wrong(street: Street) -> None:
    found = await street.look()
    assert [one for one in found if not one.ok] == []
    assert "Rechten in Wijk" in [one.what for one in found]
    assert "alleen medewerkers en beheerders" in [one.found for one in found]


async def test_a_token_that_discord_does_not_know_is_wrong(street: Street) -> None:
    wrong = await street.wrong(discord_token="wrong.token.here")
    assert wrong["Discord-token"].found == "Discord kent dit token niet"


async def test_a_discord_that_is_away_is_wrong(street: Street) -> None:
    wrong = await street.wrong(discord_api_base="http://127.0.0.1:1")
    assert "niet te bereiken" in wrong["Discord"].found


async def test_an_intent_that_is_off_is_wrong_unless_it_is_not_used() -> None:
    async with DiscordServer(intents=discord.Intents.default()) as server:
        guild = server.create_guild("Wijk")
        role = guild.create_role("Medewerker")
        at = Street(server, guild, {}, role, role)
        assert "MESSAGE_CONTENT=false" in (await at.wrong())["Gewone berichten lezen"].mend
        assert "Gewone berichten lezen" not in await at.wrong(message_content=False)


async def test_a_bot_that_is_in_no_server_is_wrong() -> None:
    async with DiscordServer() as server:
        told = {name.lower(): value for name, value in server.settings.items()}
        call = inspect_discord(Settings(_env_file=None, **told), {})
        found = await asyncio.create_task(call, context=contextvars.Context())
    assert [one.found for one in found if not one.ok] == ["de bot staat in geen enkele server"]


async def test_what_nobody_chose_is_wrong(street: Street) -> None:
    wrong = await street.wrong(CommunitySettings())
    assert wrong["Medewerkers in Wijk"].found == "nog geen rol gekozen"
    assert wrong["Kanaal in Wijk, peilingen"].found == "nog niet gekozen"
    assert len([what for what in wrong if what.startswith("Kanaal")]) == len(Place)


async def test_a_channel_that_is_gone_is_wrong(street: Street) -> None:
    known = street.known
    street.discord.delete_channel(street.channels[Place.POLLS])
    wrong = await street.wrong(known)
    assert list(wrong) == ["Kanaal in Wijk, peilingen"]
    assert "bestaat niet meer" in wrong["Kanaal in Wijk, peilingen"].found


async def test_a_role_that_is_gone_is_wrong(street: Street) -> None:
    known = street.known
    street.discord.env.backend.delete_role(street.guild.id, street.staff.id)
    wrong = await street.wrong(known)
    assert wrong["Rollen in Wijk"].found == "1 gekozen rol bestaat niet meer"


async def test_without_an_admin_role_it_says_who_is_admin(street: Street) -> None:
    known = CommunitySettings(street.known.places, street.known.staff_roles)
    found = {one.what: one for one in await street.look(known)}
    assert "wie de server beheert" in found["Beheerders in Wijk"].found


@pytest.mark.parametrize(
    ("right", "place", "said"),
    [
        ("send_messages", Place.NEWS, "berichten sturen"),
        ("send_messages_in_threads", Place.HELPDESK, "berichten sturen in draden"),
        ("attach_files", Place.POLLS, "bestanden toevoegen"),
        ("pin_messages", Place.START, "berichten vastzetten"),
        ("read_message_history", Place.POLLS, "oude berichten lezen"),
        ("view_channel", Place.NEWS, "kanalen bekijken"),
    ],
)
async def test_a_right_that_a_channel_takes_away_is_wrong(
    street: Street, right: str, place: Place, said: str
) -> None:
    street.deny(right, place)
    wrong = await street.wrong()
    assert {what: one.found for what, one in wrong.items()} == {
        f"Recht in #{NAMES[place]} in Wijk": f"ontbreekt: {said}"
    }


async def test_channels_that_are_still_to_be_made_need_the_right_to_make_them(
    street: Street,
) -> None:
    without = invitation()
    without.manage_channels = False
    set_bot_permissions(street.discord.env, street.guild, without.value)
    wrong = await street.wrong(CommunitySettings())
    assert wrong["Recht in Wijk"].found == "ontbreekt: kanalen beheren"


async def test_a_staff_channel_that_others_see_is_wrong(street: Street) -> None:
    street.channels[Place.STAFF] = street.guild.create_text_channel("open")
    wrong = await street.wrong()
    assert wrong["Wie ziet #open in Wijk"].found == "ook @everyone"


async def test_a_staff_channel_that_staff_cannot_see_is_wrong(street: Street) -> None:
    other = street.guild.create_role("Nieuw")
    known = street.known
    wrong = await street.wrong(
        CommunitySettings(known.places, (*known.staff_roles, ref(other.id)), known.admin_roles)
    )
    assert wrong["Wie ziet #medewerkers in Wijk"].found == "niet: Nieuw"
