"""`python -m bot`: one file per subcommand in `bot/commands`, joined here."""

import typer
from typer.main import get_command

from bot.commands import ask, data, db, demo, doctor, match, polls, run, search, texts
from bot.tracebacks import guard_shell


def main() -> None:
    """Run the command line."""
    app = typer.Typer(
        help="Bewonersbot: vragen, matchen, peilen en beleidsnieuws in de chat.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for command in (run, demo, doctor, ask, search, match, polls, data, db, texts):
        command.register(app)
    guard_shell()
    # Not `app()`: that puts a hook of typer in the place of ours.
    get_command(app)()


if __name__ == "__main__":
    main()
