"""What `.env` says, read once and never changed."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

DESCRIPTIONS: Final = {
    "DISCORD_TOKEN": "Het geheime token van je bot, van de pagina voor ontwikkelaars van Discord.",
    "DISCORD_API_BASE": "Adres van Discord. Alleen anders bij een eigen tussenstation of een test.",
    "DISCORD_GATEWAY_URL": "Adres van de vaste verbinding met Discord. Leeg: dat van Discord zelf.",
    "DATABASE_URL": "Waar de bot alles onthoudt. Leeg: een bestand in DATA_DIR.",
    "DATA_DIR": "De map voor database, sleutels en kopieën.",
    "LANGUAGE": "De taal van plekken waar iedereen meeleest: nl of en.",
    "TIMEZONE": "De tijd die mensen zien.",
    "LOG_FORMAT": "Hoe het logboek eruitziet: console of json.",
    "LOG_LEVEL": "Hoeveel er in het logboek komt: DEBUG, INFO, WARNING of ERROR.",
    "PRIVACY_CONTACT": "Mailadres voor vragen over privacy, in de tekst van /privacy.",
    "MESSAGE_CONTENT": "Mag de bot gewone berichten lezen? Zet dit dan ook aan bij Discord.",
}


class LogFormat(StrEnum):
    """How log lines look."""

    CONSOLE = "console"
    JSON = "json"


class SettingsError(Exception):
    """What is wrong with `.env`, one line a mistake."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class Settings(BaseSettings):
    """Frozen settings; every field has a working default."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", frozen=True, extra="ignore"
    )

    discord_token: SecretStr | None = None
    discord_api_base: str = "https://discord.com/api/v10"
    discord_gateway_url: str = ""
    database_url: SecretStr | None = None
    data_dir: Path = Path("var")
    language: Literal["nl", "en"] = "nl"
    timezone: str = "Europe/Amsterdam"
    log_format: LogFormat = LogFormat.CONSOLE
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    message_content: bool = Field(default=True)
    privacy_contact: str = ""

    @field_validator("discord_token", "database_url", mode="before")
    @classmethod
    def empty_is_absent(cls, value: object) -> object:
        """`KEY=` means: not set."""
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("discord_api_base", "discord_gateway_url")
    @classmethod
    def address(cls, value: str) -> str:
        """An address starts with http or ws."""
        if value and not value.startswith(("http://", "https://", "ws://", "wss://")):
            msg = "geen adres dat begint met https:// of wss://"
            raise ValueError(msg)
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def known_database(cls, value: SecretStr | None) -> SecretStr | None:
        """Only the two databases that are tested."""
        known = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")
        if value is not None and not value.get_secret_value().startswith(known):
            msg = f"begint niet met {known[0]} of {known[1]}"
            raise ValueError(msg)
        return value

    @field_validator("privacy_contact")
    @classmethod
    def mail_address(cls, value: str) -> str:
        """One address that people can mail."""
        if value and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", value):
            msg = "geen mailadres, zoals privacy@voorbeeld.nl"
            raise ValueError(msg)
        return value

    @field_validator("timezone")
    @classmethod
    def zone(cls, value: str) -> str:
        """A zone that the machine knows."""
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            msg = "geen tijdzone, zoals Europe/Amsterdam"
            raise ValueError(msg) from error
        return value

    @property
    def database(self) -> str:
        """The address of the database; the default is a file in the data folder."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite+aiosqlite:///{self.data_dir / 'bewonersbot.db'}"


def load_settings(env_file: Path | None = None) -> Settings:
    """Read the settings from the environment and from a `.env` file.

    Raises: SettingsError with a line for every mistake at once; values are never shown.
    """
    try:
        return Settings(_env_file=env_file or ".env")  # pyright: ignore[reportCallIssue]
    except ValidationError as error:
        raise SettingsError(
            tuple(
                f"{'.'.join(str(part) for part in line['loc']).upper()}: {_told(line)}"
                for line in error.errors(include_input=False, include_url=False)
            )
        ) from None


def _told(line: ErrorDetails) -> str:
    """A mistake in plain words; the value itself is never shown."""
    match line["type"]:
        case "literal_error" | "enum":
            return f"kies uit {line.get('ctx', {}).get('expected', '')}".replace(" or ", " of ")
        case "bool_parsing" | "bool_type":
            return "kies uit true of false"
        case _:
            return line["msg"].removeprefix("Value error, ")


_EXAMPLES: Final = {
    "DISCORD_TOKEN": "",
    "DISCORD_GATEWAY_URL": "",
    "DATABASE_URL": "postgresql+asyncpg://bewonersbot:geheim@localhost:5432/bewonersbot",
    "PRIVACY_CONTACT": "privacy@voorbeeld.nl",
}
"""What to show where there is no default, or where the default says little."""


def env_example() -> str:
    """The text of `.env.example`: each setting with what it means and what it is without you."""
    lines = ["# Kopieer dit bestand naar .env en vul in wat je nodig hebt.", ""]
    for name, field in Settings.model_fields.items():
        key = name.upper()
        default = field.default  # pyright: ignore[reportAny]
        shown = str(default).lower() if isinstance(default, bool) else str(default or "")
        lines.append(f"# {DESCRIPTIONS[key]}")
        example = _EXAMPLES.get(key, shown)
        lines += [f"{'' if key == 'DISCORD_TOKEN' else '# '}{key}={example}", ""]
    return "\n".join(lines)
