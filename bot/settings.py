"""What `.env` says, read once and never changed."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

ENV_FILE: Final = Path(".env")
ALIKE_IN_FILE: Final = 0.75
ALIKE_OUTSIDE: Final = 0.88
"""From here on a name looks like a setting: in `.env` sooner than among those of other programs."""
LONGER: Final = 3
"""So many letters too many or too few is no slip of the keys any more."""
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
    "SEMANTIC": "Zoekt de helpdesk ook op betekenis? Alleen waar het taalmodel geïnstalleerd is.",
    "PRIVACY_CONTACT": "Mailadres voor vragen over privacy, in de tekst van /privacy.",
    "CHECK_LINKS": "Kijkt de bot af en toe of de bronnen van artikelen nog bestaan?",
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
    check_links: bool = Field(default=True)
    semantic: bool = Field(default=True)
    privacy_contact: str = ""

    @field_validator("*", mode="before")
    @classmethod
    def empty_is_absent(cls, value: object, about: ValidationInfo) -> object:
        """`KEY=` means: not set."""
        if isinstance(value, str) and not value.strip() and about.field_name:
            return cls.model_fields[about.field_name].default
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the library fixes the signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The machine before `.env`, but for the `LANGUAGE` of Linux itself."""
        if isinstance(env_settings, EnvSettingsSource):
            ours = env_settings.env_vars.items()
            env_settings.env_vars = {
                name: value for name, value in ours if not _of_linux(name, value)
            }
        return init_settings, env_settings, dotenv_settings, file_secret_settings

    @field_validator("data_dir")
    @classmethod
    def at_home(cls, value: Path) -> Path:
        """`~` is the home of who runs the bot."""
        return value.expanduser()

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
        try:
            _ = urlsplit(value.get_secret_value()).port if value else None
        except ValueError as error:
            msg = "de poort in het adres is geen getal"
            raise ValueError(msg) from error
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


def _of_linux(name: str, value: str | None) -> bool:
    """`nl_NL:en` is a list of locales for gettext; ours is two letters."""
    return name == "language" and value is not None and not {"_", ":", "."}.isdisjoint(value)


def load_settings(env_file: Path | None = None) -> Settings:
    """Read the settings from the environment and from a `.env` file.

    Raises: SettingsError with a line for every mistake at once; values are never shown.
    """
    try:
        return Settings(_env_file=env_file or ENV_FILE)  # pyright: ignore[reportCallIssue]
    except UnicodeDecodeError:
        raise SettingsError(("dit bestand is geen gewone tekst (UTF-8)",)) from None
    except OSError as error:
        raise SettingsError((f"dit bestand is niet te lezen ({error.strerror})",)) from None
    except ValidationError as error:
        raise SettingsError(
            tuple(
                f"{'.'.join(str(part) for part in line['loc']).upper()}: {_told(line)}"
                for line in error.errors(include_input=False, include_url=False)
            )
        ) from None


@dataclass(frozen=True, slots=True)
class Odd:
    """A name that is no setting; `meant` is the one that it looks like, if any."""

    name: str
    where: str
    meant: str | None

    @property
    def line(self) -> str:
        """What is wrong with it, in words."""
        asked = f" Bedoel je {self.meant}?" if self.meant else ""
        return f"{self.name} is geen instelling van de bot.{asked}"


def odd_names(
    env_file: Path | None = None, environment: Mapping[str, str] | None = None
) -> tuple[Odd, ...]:
    """Names in `.env` that are no setting, and names around the bot that look like one."""
    here = DotEnvSettingsSource(Settings, env_file=env_file or ENV_FILE).env_vars
    around = os.environ if environment is None else environment
    in_file = sorted(name.upper() for name in here if name.upper() not in DESCRIPTIONS)
    outside = sorted(name for name in around if name.upper() not in DESCRIPTIONS)
    found = [Odd(name, ".env", _nearest(name, ALIKE_IN_FILE)) for name in in_file]
    found += [Odd(name, "omgeving", _nearest(name, ALIKE_OUTSIDE)) for name in outside]
    return tuple(one for one in found if one.meant or one.where == ".env")


def _nearest(name: str, alike: float) -> str | None:
    from difflib import get_close_matches  # only where a name is odd

    near = [known for known in DESCRIPTIONS if abs(len(known) - len(name)) <= LONGER]
    return next(iter(get_close_matches(name.upper(), near, n=1, cutoff=alike)), None)


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
