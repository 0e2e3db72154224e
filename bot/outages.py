"""What cannot be used when the bot starts: whether that is a wrong setting or something away."""

from typing import TYPE_CHECKING, Final

from bot.settings import SettingsError

if TYPE_CHECKING:
    from data.store import StoreError

KNOWS_US_NOT: Final = ("28", "3D")
"""How the SQLSTATE begins of a wrong name or password, and of a database that does not exist."""


class OutOfReach(Exception):
    """Something that the bot needs is away: starting again later may help."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def database_trouble(error: "StoreError | OSError") -> SettingsError | OutOfReach:
    """Why the database cannot be opened, in one line that holds no value of a setting."""
    name = type(error).__name__
    original = getattr(error, "orig", None)
    state = getattr(original, "sqlstate", None)
    if isinstance(error, OSError) and error.filename is not None:
        line = f"DATA_DIR: de bot kan in deze map niet schrijven ({error.strerror})"
        return SettingsError((line,))
    if isinstance(state, str) and state.startswith(KNOWS_US_NOT):
        line = "DATABASE_URL: de database kent deze naam, dit wachtwoord of deze database niet"
        return SettingsError((line,))
    if getattr(original, "sqlite_errorname", "") == "SQLITE_NOTADB":
        return SettingsError(("DATABASE_URL: dit bestand is geen database van SQLite",))
    if original is None and not isinstance(error, OSError):
        return SettingsError((f"DATABASE_URL: dit adres is niet te lezen ({name})",))
    return OutOfReach(
        "De database is niet te bereiken. Kijk of DATABASE_URL klopt en of de database aan staat. "
        f"/ The database cannot be reached. ({name})"
    )


def discord_trouble(error: BaseException) -> OutOfReach:
    """Why Discord cannot be used now, in one line."""
    return OutOfReach(
        "Discord is niet te bereiken. Kijk of er internet is en of DISCORD_API_BASE klopt. "
        f"Start de bot daarna opnieuw. / Discord cannot be reached. ({type(error).__name__})"
    )
