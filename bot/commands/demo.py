"""`demo`: the practice community, without token and without network."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_DIR = Path("var/demo")


def register(app: typer.Typer) -> None:
    """Add the subcommand."""

    @app.command("demo")
    def demo(
        tour: Annotated[
            bool, typer.Option("--tour", help="Speel alles af in de terminal en stop dan.")
        ] = False,
        port: Annotated[int, typer.Option(min=0, max=65535, help="Poort van de chatpagina.")] = 8080,
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
    from bot.outbox import Outbox
    from bot.settings import LogFormat, Settings
    from cogs._client import Client
    from cogs._practice.neighbourhood import NEIGHBOURHOOD
    from cogs._practice.page import PortTaken, serve
    from cogs._practice.stage import Stage
    from cogs._practice.tour import Differs, Tour
    from cogs._sender import DiscordSender
    from data.store import Store

    start_log(LogFormat.CONSOLE, "ERROR")
    console = Console()
    settings = Settings(_env_file=None, data_dir=data_dir)  # pyright: ignore[reportCallIssue]
    store = Store(f"sqlite+aiosqlite:///{data_dir / 'bewonersbot.db'}")
    await app.prepare(store)
    clients: list[Client] = []

    def make_client() -> Client:
        clients[:] = [app.build_client(settings, store, stage.clock)]
        return clients[0]

    async def after() -> None:
        await app.build_ticker(clients[0].services, store, stage.clock).tick()
        outbox = Outbox(store, stage.clock, {"discord": DiscordSender(clients[0])})
        while await outbox.deliver_due():
            pass

    stage = Stage(make_client, NEIGHBOURHOOD)
    console.print(f"De oefenbuurt onthoudt alles in: {data_dir}")
    try:
        async with stage:
            stage.after = after
            checked = await Tour(stage, console).play()
            console.print(f"[bold green]De rondleiding klopt: {checked} dingen gecontroleerd.")
            if not tour_only:
                await serve(
                    stage,
                    port=port,
                    ready=lambda url: console.print(f"Chatpagina: {url} (stop met Ctrl-C)"),
                )
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
