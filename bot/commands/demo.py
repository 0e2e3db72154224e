"""`demo`: the practice community, without token and without network."""

import asyncio
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from bot.clock import Clock
    from cogs._client import Services
    from data.store import Store

DEFAULT_DIR = Path("var/demo")
PATIENCE_S = 30.0
"""How long the bot may be busy in one turn; a slow machine gets there too."""


def register(app: typer.Typer) -> None:
    """Add the subcommand."""

    @app.command("demo")
    def demo(
        tour: Annotated[
            bool, typer.Option("--tour", help="Speel alles af in de terminal en stop dan.")
        ] = False,
        port: Annotated[
            int, typer.Option(min=0, max=65535, help="Poort van de chatpagina.")
        ] = 8080,
        data_dir: Annotated[
            Path, typer.Option(help="De map waarin de oefenbuurt alles onthoudt.")
        ] = DEFAULT_DIR,
    ) -> None:
        """Oefen met de bot in een nagebootste chat: eerst een rondleiding, dan een chatpagina."""
        raise typer.Exit(asyncio.run(_play(data_dir, port=port, tour_only=tour)))


async def _play(data_dir: Path, *, port: int, tour_only: bool) -> int:
    from rich.console import Console

    from bot import app
    from bot.logs import start_log
    from bot.settings import LogFormat
    from cogs._practice.page import PortTaken
    from cogs._practice.tour import Differs
    from data.store import Store

    start_log(LogFormat.CONSOLE, "ERROR")
    console = Console()
    if tour_only:
        data_dir /= "rondleiding"
        shutil.rmtree(data_dir, ignore_errors=True)
    is_known = (data_dir / "bewonersbot.db").exists()
    store = Store(f"sqlite+aiosqlite:///{data_dir / 'bewonersbot.db'}")
    console.print(f"De oefenbuurt onthoudt alles in: {data_dir}")
    try:
        await app.prepare(store)
        await _perform(store, data_dir, console, port=None if tour_only else port, again=is_known)
    except Differs as difference:
        sys.stderr.write(f"De rondleiding klopt niet / the tour differs: {difference}\n")
        return 1
    except PortTaken as taken:
        sys.stderr.write(
            f"Poort {taken.facts['port']} is bezet. Probeer: make demo "
            f'ARGS="--port {taken.facts["other"]}" / This port is taken.\n'
        )
        return 1
    finally:
        await store.close()
    return 0


async def _perform(
    store: "Store", data_dir: Path, console: "Console", *, port: int | None, again: bool
) -> None:
    """The tour, and then the chat page on `port` unless that is None."""
    from bot import app
    from bot.outbox import Outbox
    from bot.settings import Settings
    from cogs._client import Client
    from cogs._practice.chapters import ALWAYS, CHAPTERS
    from cogs._practice.neighbourhood import NEIGHBOURHOOD
    from cogs._practice.page import serve
    from cogs._practice.stage import Stage
    from cogs._practice.tour import Tour
    from cogs._sender import DiscordSender

    settings = Settings(_env_file=None, data_dir=data_dir, language="nl")  # pyright: ignore[reportCallIssue]
    clients: list[Client] = []

    def make_client() -> Client:
        clients[:] = [app.build_client(settings, store, stage.clock)]
        return clients[0]

    async def after() -> None:
        await app.build_ticker(clients[0].services, store, stage.clock).tick()
        outbox = Outbox(store, stage.clock, {"discord": DiscordSender(clients[0])})
        while await outbox.deliver_due():
            pass

    stage = Stage(make_client, NEIGHBOURHOOD, settle_timeout_s=PATIENCE_S)
    async with stage:
        stage.after = after
        await _fill(store, clients[0].services, f"discord:{stage.guild.id}", stage.clock)
        if again:
            console.print("De oefenbuurt gaat verder waar ze was. Ada zet alles weer klaar.")
        checked = await Tour(stage, console).play(CHAPTERS[:ALWAYS] if again else CHAPTERS)
        console.print(f"[bold green]De rondleiding klopt: {checked} dingen gecontroleerd.")
        if port is not None:
            await serve(
                stage,
                port=port,
                ready=lambda url: console.print(f"Chatpagina: {url} (stop met Ctrl-C)"),
            )


async def _fill(store: "Store", services: "Services", space: str, clock: "Clock") -> None:
    """Let the example collectives live here; doing it again changes nothing."""
    from bot.content import Content
    from bot.services.matching.imports import Imports
    from bot.spreadsheets import read_table

    content = Content.load()
    community_id = await services.people.open_space(space, "Oefenbuurt")
    data = (content.root / "collectives.csv").read_bytes()
    await Imports(store, clock, content).apply(community_id, read_table(data, "collectives.csv"))
