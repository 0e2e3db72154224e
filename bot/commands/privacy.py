"""`data erase`, `backup`, `restore` and `export PERSON`: own data and copies, from the shell."""

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.commands._lines import clean, utf8_stdout
from bot.commands._opened import stop, with_store, write_file

if TYPE_CHECKING:
    from bot.clock import Clock
    from bot.services.privacy import Dossier, Erased, Privacy
    from bot.settings import Settings
    from data.store import Store

ACCOUNT: Final = re.compile(r"[a-z]{2,20}:[^\s/\\]+")
YES: Final = ("j", "ja", "y", "yes")
_Person = Annotated[str, typer.Argument(help="Het account, zoals discord:123456789.")]
_Json = Annotated[bool, typer.Option("--json", help="De uitkomst als JSON.")]


def add_to(group: typer.Typer) -> None:
    """Add the subcommands to the group `data`."""
    group.command("erase")(erase)
    group.command("backup")(backup)
    group.command("restore")(restore)


def is_account(text: str) -> bool:
    """Whether this can be an account, `platform:id`."""
    return ACCOUNT.fullmatch(text) is not None


def how_an_account_looks(given: str) -> str:
    """What to say about a text that is no account."""
    return (
        f"{given} is geen account. Zo ziet een account eruit: discord:123456789 "
        "/ this is no account; it looks like discord:123456789"
    )


def export_person(person: str, out: Path | None) -> None:
    """Everything about one person, as JSON on the screen or in a new file (.json or .txt)."""
    if out is not None and out.suffix.lower() not in (".json", ".txt"):
        stop(f"{out.name}: kies .json of .txt / choose .json or .txt")

    async def work(store: "Store", settings: "Settings") -> str:
        from bot.services.privacy import EXPORT_KEPT, as_json, page
        from bot.texts import Texts

        clock, privacy = _privacy(store, settings)
        dossier = await _dossier(privacy, person)
        written = page if out is not None and out.suffix.lower() == ".txt" else as_json
        told = written(Texts.load(), dossier, settings.language)
        if out is None:
            return told
        write_file(out, told.encode(), anew=True)
        _note(settings, out, clock, EXPORT_KEPT.days)
        return (
            f"Alles over {person} staat in {out.name}. De bot wist dit bestand na "
            f"{EXPORT_KEPT.days} dagen. / written; the bot deletes this file after "
            f"{EXPORT_KEPT.days} days.\n"
        )

    utf8_stdout()
    typer.echo(with_store(work), nl=False)


def erase(
    person: _Person,
    yes: Annotated[bool, typer.Option("--yes", help="Niet eerst vragen.")] = False,
    as_json: _Json = False,
) -> None:
    """Wis alles over één persoon, zoals /vergeet-mij dat doet. Dit kan niet terug."""
    if not is_account(person):
        stop(how_an_account_looks(person))
    if not yes:
        _ask(person)

    async def work(store: "Store", settings: "Settings") -> "Erased":
        from bot.services.privacy import NothingKept

        try:
            return await _privacy(store, settings)[1].erase(person)
        except NothingKept:
            stop(_nothing(person))

    done = with_store(work)
    if as_json:
        typer.echo(json.dumps({"code": done.code, "rows": dict(done.tables)}))
        return
    typer.echo(f"Gewist / erased. Code: {done.code}")


def backup(
    file: Annotated[Path, typer.Argument(help="Een nieuw bestand voor de kopie.")],
    as_json: _Json = False,
) -> None:
    """Schrijf een kopie van de database. De sleutels zitten er niet in. Bewaar hem op slot.

    De bot wist deze kopie na 35 dagen. Een kopie die je zelf verplaatst, moet je zelf wissen.
    """

    async def work(store: "Store", settings: "Settings") -> int:
        from bot.services.privacy import COPY_KEPT
        from data.store import backup as copies

        clock, _ = _privacy(store, settings)
        try:
            await copies.write(store, file)
        except FileExistsError:
            stop(f"{file.name} bestaat al. Kies een andere naam. / exists already.")
        except OSError as error:
            stop(f"{file.name}: kan niet worden geschreven / cannot be written ({error.strerror})")
        _note(settings, file, clock, COPY_KEPT.days)
        return COPY_KEPT.days

    days = with_store(work)
    if as_json:
        typer.echo(json.dumps({"file": str(file), "days": days}))
        return
    typer.echo(
        f"Kopie gemaakt / copy made: {clean(file.name)}. De bot wist hem na {days} dagen. / "
        f"The bot deletes it after {days} days."
    )


def restore(
    file: Annotated[Path, typer.Argument(help="De kopie.")],
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Vervang ook een database die niet leeg is, of neem een oude kopie."
        ),
    ] = False,
    as_json: _Json = False,
) -> None:
    """Zet een kopie terug, alles of niets. Zet de bot eerst uit. Wie gewist was, blijft gewist."""

    async def work(store: "Store", settings: "Settings") -> tuple[int, int]:
        from data.store import erasure

        clock, privacy = _privacy(store, settings)
        async with store.reading() as session:
            if not force and not await erasure.is_empty(session):
                stop(
                    "De database is niet leeg. Er is niets veranderd. Wil je hem vervangen? "
                    "Gebruik --force. / the database is not empty; use --force to replace it."
                )
        if not force:
            _need_fresh(file, clock)
        return await _put_back(store, privacy, file)

    rows, gone = with_store(work)
    if as_json:
        typer.echo(json.dumps({"rows": rows, "erased": gone}))
        return
    typer.echo(f"Teruggezet / restored: {rows}. Opnieuw gewist / erased again: {gone}")


async def _put_back(store: "Store", privacy: "Privacy", file: Path) -> tuple[int, int]:
    """Replace everything by the copy and forget again: how many rows, how many people."""
    from data.store import backup as copies
    from data.store import erasure

    async with store.reading() as session:
        before = await erasure.journal(session)
    try:
        async with store.writing() as session:
            done = await copies.read(store, session, file)
            gone = await privacy.catch_up_in(session, before)
    except copies.NotACopy as error:
        found = f" (versie / version {clean(error.found)})" if error.found else ""
        stop(f"{file.name} is geen kopie voor deze versie / no copy for this version{found}")
    except OSError as error:
        if error.filename is None:
            raise
        stop(f"{file.name}: kan niet worden gelezen / cannot be read ({error.strerror})")
    await store.wipe()
    return sum(done.values()), gone


def _need_fresh(file: Path, clock: "Clock") -> None:
    """The bot knows for 36 days whom it erased: an older copy could bring somebody back."""
    from bot.services.privacy import COPY_KEPT

    try:
        age_s = clock.now().timestamp() - file.stat().st_mtime
    except OSError as error:
        stop(f"{file.name}: kan niet worden gelezen / cannot be read ({error.strerror})")
    if age_s > COPY_KEPT.total_seconds():
        stop(
            f"{file.name} is ouder dan {COPY_KEPT.days} dagen. Mensen die gewist zijn, kunnen zo "
            "terugkomen. Er is niets veranderd. Moet het toch? Gebruik --force. / too old: erased "
            "people could come back; use --force to do it anyway."
        )


def _ask(person: str) -> None:
    """Go on after a yes; without somebody at the keyboard, say how to do without."""
    if not sys.stdin.isatty():
        stop(
            "Er is niemand die ja kan zeggen. Er is niets gewist. Weet je het zeker? Gebruik --yes."
            " / nobody is there to say yes; nothing was erased; use --yes if you are sure.",
            status=2,
        )
    typer.echo(f"Alles over {person} wissen? Dit kan niet terug. / Erase everything? [ja/nee] ")
    if sys.stdin.readline().strip().lower() not in YES:
        stop("Er is niets gewist. / Nothing was erased.")


async def _dossier(privacy: "Privacy", person: str) -> "Dossier":
    from bot.services.privacy import NothingKept

    try:
        return await privacy.look_up(person)
    except NothingKept:
        stop(_nothing(person))


def _nothing(person: str) -> str:
    return f"Over {person} staat hier niets. / nothing is kept about this account."


def _privacy(store: "Store", settings: "Settings") -> "tuple[Clock, Privacy]":
    from bot.clock import Clock
    from bot.services.polls import PollKeys
    from bot.services.privacy import Journal, Privacy

    clock, keys = Clock(settings.timezone), settings.data_dir / "keys"
    return clock, Privacy(store, clock, PollKeys(keys), Journal(keys))


def _note(settings: "Settings", file: Path, clock: "Clock", days: int) -> None:
    """Let a file go after its term, and delete those of which the term is over."""
    from datetime import timedelta

    from bot.services.privacy import Copies

    copies = Copies(settings.data_dir)
    copies.note(file, clock.now(), timedelta(days=days))
    copies.prune(clock.now())
