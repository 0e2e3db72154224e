"""Reading the shipped files, with errors that name the file and the place in it."""

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn, cast

Table = Mapping[str, object]


class ContentError(ValueError):
    """A shipped file is missing or wrong: `themes.toml: theme 3: "parent" is missing`."""

    def __init__(self, file: Path | str, problem: str) -> None:
        name = file.name if isinstance(file, Path) else file
        super().__init__(f"{name}: {problem}")


def read_text(file: Path) -> str:
    """The whole file. Raises: ContentError when it is absent or not UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ContentError(file, "the file is missing") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(file, f"cannot be read ({error})") from None


def parse_toml(text: str, file: Path) -> dict[str, object]:
    """A parsed TOML text. Raises: ContentError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, str(error)) from None


def read_toml(file: Path) -> dict[str, object]:
    """A parsed TOML file. Raises: ContentError."""
    return parse_toml(read_text(file), file)


def read_csv(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, cells) of each row; the header must have `columns`. Raises: ContentError."""
    reader = csv.DictReader(io.StringIO(read_text(file), newline=""))
    missing = [name for name in columns if name not in (reader.fieldnames or ())]
    if missing:
        raise ContentError(file, f'column "{missing[0]}" is missing')
    for row in reader:
        if None in row or None in row.values():
            raise ContentError(file, f"line {reader.line_num}: too many or too few columns")
        yield reader.line_num, row


class Fields:
    """The fields of one table, taken by name and kind."""

    def __init__(self, table: Table, file: Path, where: str = "") -> None:
        self._table, self._file = table, file
        self._where = f"{where}: " if where and not where.endswith(": ") else where

    def fail(self, problem: str) -> NoReturn:
        """Say what is wrong and where. Raises: ContentError."""
        raise ContentError(self._file, f"{self._where}{problem}")

    def text(self, name: str, default: str | None = None) -> str:
        """A text; the default when absent, an error when there is no default."""
        value = self._table.get(name, default)
        if value is None:
            self.fail(f'"{name}" is missing')
        if not isinstance(value, str):
            self.fail(f'"{name}" is not a text')
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; one text counts as a list of one, absent or empty as none."""
        value = self._table.get(name, ())
        if isinstance(value, str):
            return (value,) if value else ()
        if not isinstance(value, list | tuple):
            self.fail(f'"{name}" is not a list')
        items = cast("list[object]", value)
        if not all(isinstance(item, str) for item in items):
            self.fail(f'"{name}" holds something that is not a text')
        return tuple(cast("list[str]", items))

    def lists(self, name: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts."""
        value = self._table.get(name)
        if not isinstance(value, list):
            self.fail(f'"{name}" is missing or no list')
        lists = cast("list[object]", value)
        return tuple(Fields({name: one}, self._file, self._where).texts(name) for one in lists)

    def map(self, name: str) -> dict[str, str]:
        """A table of texts."""
        value = self._table.get(name)
        if not isinstance(value, dict):
            self.fail(f"[{name}] is missing")
        table = Fields(cast("Table", value), self._file, f"{self._where}{name}")
        return {key: table.text(key) for key in cast("Table", value)}

    def flag(self, name: str) -> bool:
        """True or false; false when absent."""
        value = self._table.get(name, False)
        if not isinstance(value, bool):
            self.fail(f'"{name}" is not true or false')
        return value

    def day(self, name: str) -> date:
        """A TOML date, without a time."""
        value = self._table.get(name)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.fail(f'"{name}" is not a date')
        return value

    def tables(self, name: str) -> Iterator["Fields"]:
        """Each table of an array of tables."""
        value = self._table.get(name)
        if not isinstance(value, list):
            self.fail(f"[[{name}]] is missing")
        for number, item in enumerate(cast("list[object]", value), start=1):
            yield Fields(cast("Table", item), self._file, f"{self._where}{name} {number}")

    def named(self, name: str) -> Iterator[tuple[str, "Fields"]]:
        """Each table under a table, with its name."""
        value = self._table.get(name)
        if not isinstance(value, dict):
            self.fail(f"[{name}] is missing")
        for key, item in cast("dict[str, object]", value).items():
            yield key, Fields(cast("Table", item), self._file, f"{self._where}{name}.{key}")
