"""`demo`: the tour plays and checks itself, and the community goes on where it was."""

import asyncio
import os
import shutil
import signal
import socket
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import discord
import pytest
import typer
from click.testing import Result
from rich.console import Console
from typer.testing import CliRunner

from bot.commands import demo
from cogs._practice import chapters
from cogs._practice.stage import Community, Persona, Place, Stage
from cogs._practice.tour import Differs, Tour, _chosen
from data.store import Store, communities
from tests.doubles.kept_process import kept_process
from tests.doubles.toy_client import ToyClient


@pytest.fixture(autouse=True, scope="module")
def own_process() -> Iterator[None]:
    """The log is that of the demo here, and of the tests afterwards."""
    with kept_process():
        yield


HALL = Community(
    name="Hal",
    personas=(Persona("Fatima"), Persona("Sofie", roles=("Medewerker",))),
    places=(Place("begin-hier"), Place("medewerkers", readers=("Medewerker",))),
)


def run(folder: Path, *more: str) -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    demo.register(app)
    return CliRunner().invoke(app, ["demo", "--data-dir", str(folder), *more])


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A folder in which the tour was played, and what it said."""
    folder = tmp_path_factory.mktemp("tour")
    return folder, run(folder, "--tour")


def test_the_tour_is_right_about_everything_it_shows(played: tuple[Path, Result]) -> None:
    _, result = played
    assert result.exit_code == 0, result.output
    assert "De rondleiding klopt" in result.output


def test_the_tour_plays_each_module(played: tuple[Path, Result]) -> None:
    titles = [(chapter.__doc__ or "").strip().rstrip(".") for chapter in chapters.CHAPTERS]
    assert [title for title in titles if title not in played[1].output] == []


def test_the_tour_shows_that_residents_do_not_see_the_channel_of_staff(
    played: tuple[Path, Result],
) -> None:
    assert "Sofie ziet #medewerkers" in played[1].output
    assert "Fatima ziet #medewerkers niet" in played[1].output


def test_a_second_start_goes_on_and_a_taken_port_is_one_line(played: tuple[Path, Result]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run(played[0] / "rondleiding", "--port", str(port))
    assert "De oefenbuurt gaat verder waar ze was" in result.output
    assert f"Poort {port} is bezet" in result.stderr
    assert result.exit_code == 1


@pytest.mark.asyncio
async def test_the_page_follows_the_tour_and_ends_at_sigterm(
    played: tuple[Path, Result], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = played[0] / "rondleiding"
    playing = asyncio.create_task(demo._play(folder, port=0, tour_only=False))
    said = ""
    async with asyncio.timeout(60):
        while "Chatpagina" not in said:
            await asyncio.sleep(0.05)
            said += capsys.readouterr().out
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(playing, 20) == 0


def test_a_tour_that_differs_ends_with_status_1(
    played: tuple[Path, Result], tmp_path: Path
) -> None:
    folder = shutil.copytree(played[0] / "rondleiding", tmp_path / "anders")
    asyncio.run(leave_without_admin(folder))
    result = run(folder, "--port", "0")
    assert result.exit_code == 1
    assert "De rondleiding klopt niet" in result.stderr


async def leave_without_admin(folder: Path) -> None:
    """Let the admin role be one that nobody has."""
    store = Store(f"sqlite+aiosqlite:///{folder / 'bewonersbot.db'}")
    async with store.writing() as session:
        ((community_id, _),) = await communities.find_all(session)
        roles = {"staff": [], "admin": ["discord:1"]}
        await communities.put_setting(session, community_id, "roles", roles)
    await store.close()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("look", "where"),
    [
        (lambda tour: tour.last("start", "Fatima"), "start"),
        (lambda tour: tour.mail("Fatima"), "Fatima"),
        (lambda tour: tour.sees("Fatima", "staff", expected=True), "Fatima"),
        (lambda tour: tour.sees("Sofie", "staff", expected=False), "Sofie"),
    ],
)
async def test_what_is_not_there_differs(look, where: str) -> None:
    async with Stage(ToyClient, HALL, runs=False) as stage:
        with pytest.raises(Differs, match=where):
            look(Tour(stage, Console(file=StringIO())))


@pytest.mark.asyncio
async def test_roles_and_channels_are_shown_by_name() -> None:
    async with Stage(ToyClient, HALL, runs=False) as stage:
        out, role = StringIO(), stage.guild.roles["Medewerker"]
        place = stage.channel("begin-hier")
        tour = Tour(stage, Console(file=out))
        await stage.persona("Fatima").send(place, f"<@&{role.id}> <@&1> <#{place.id}>")
        assert isinstance(tour.last("start", "Sofie"), discord.Message)
    assert "@Medewerker <@&1> #begin-hier" in out.getvalue()


def test_what_stands_in_a_menu_counts_when_nobody_touches_it() -> None:
    options = [{"value": "a", "default": True}, {"value": "b"}]
    form = {"components": [{"component": {"custom_id": "kind", "options": options}}]}
    assert _chosen(form) == {"kind": ["a"]}
    assert _chosen({"custom_id": "kind", "options": [{"value": "b"}]}) == {}
