"""`data` from outside: flags, shapes, statuses, and what bad input leads to; on both databases."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.commands import data

CSV = "name;place;themes\nDorpshuis De Kern;Elst;ontmoetingsplekken\nBuurtkamer Oost;Zwolle;\n"


class Shell:
    """The command line over one folder and one database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *given: str) -> Result:
        app = typer.Typer()
        app.callback()(lambda: None)
        data.register(app)
        return CliRunner().invoke(app, ("data", *given))

    def good(self, *given: str) -> str:
        result = self.run(*given)
        assert result.exit_code == 0, result.output
        return result.stdout

    def bad(self, *given: str, status: int = 1) -> str:
        """What stands on stderr; stdout is empty and there is no trace."""
        result = self.run(*given)
        assert result.exit_code == status, (result.exit_code, result.output)
        assert "Traceback" not in result.output
        assert isinstance(result.exception, SystemExit)
        assert result.stdout == ""
        return result.stderr

    def file(self, name: str, content: str = CSV) -> str:
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return str(path)

    def meet(self) -> None:
        """Let somebody be known: a contact that comes with a file."""
        content = "name,place,contact,contact_name\nKern,Elst,discord:77,Rosa Kanarie\n"
        self.good("import", "collectives", self.file("contact.csv", content))


@pytest.fixture
def shell(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "var"))
    return Shell(tmp_path)


# ------------------------------------------------------------------ import


def test_an_import_reports_each_line(shell: Shell) -> None:
    said = shell.good("import", "collectives", shell.file("groepen.csv"))
    assert said.splitlines() == [
        "Regel 2: Dorpshuis De Kern: nieuw",
        "Regel 3: Buurtkamer Oost: nieuw",
        "Klaar. Nieuw: 2. Bijgewerkt: 0. Was al zo: 0.",
    ]


def test_an_import_as_json_has_this_shape(shell: Shell) -> None:
    told = json.loads(shell.good("import", "collectives", shell.file("g.csv"), "--json"))
    new = {"outcome": "new", "problem": None, "what": "", "similar": ""}
    assert told == {
        "good": True,
        "counts": {"new": 2, "changed": 0, "same": 0, "bad": 0},
        "lines": [
            {"line": 2, "name": "Dorpshuis De Kern"} | new,
            {"line": 3, "name": "Buurtkamer Oost"} | new,
        ],
    }


def test_the_same_file_twice_changes_nothing(shell: Shell) -> None:
    file = shell.file("g.csv")
    shell.good("import", "collectives", file)
    again = shell.good("import", "collectives", file)
    assert "Nieuw: 0. Bijgewerkt: 0. Was al zo: 2." in again


def test_a_dry_run_says_what_would_happen_and_does_nothing(shell: Shell) -> None:
    file = shell.file("g.csv")
    assert "Er is nog niets veranderd." in shell.good("import", "collectives", file, "--dry-run")
    assert shell.good("export").splitlines()[1:] == []


def test_one_bad_line_lets_nothing_in(shell: Shell) -> None:
    bad = CSV + "Groep Zonder Thema;Elst;bestaat-niet\n"
    result = shell.run("import", "collectives", shell.file("g.csv", bad))
    assert result.exit_code == 1
    assert 'Regel 4: Groep Zonder Thema: het thema "bestaat-niet" bestaat niet' in result.stdout
    assert shell.good("export").splitlines()[1:] == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("g.csv", "a;b\n1;2\n", "De kolom name ontbreekt"),
        ("g.pdf", CSV, "g.pdf: "),
        ("g.xlsx", "geen zip", "g.xlsx: "),
        ("leeg.csv", "", "leeg.csv: "),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    shell: Shell, name: str, content: str, said: str
) -> None:
    assert said in shell.bad("import", "collectives", shell.file(name, content))


def test_a_file_that_is_not_there_is_named(shell: Shell) -> None:
    assert "weg.csv: kan niet worden gelezen" in shell.bad("import", "collectives", "weg.csv")


def test_an_unknown_community_is_refused_with_those_there_are(shell: Shell) -> None:
    shell.good("import", "collectives", shell.file("g.csv"))
    said = shell.bad("import", "collectives", shell.file("g.csv"), "--community", "9")
    assert "--community" in said
    assert "1 (Bewonersbot)" in said


@pytest.mark.parametrize("given", [("import",), ("nope",), ("erase",), ("export", "--nope")])
def test_wrong_use_is_status_2(shell: Shell, given: tuple[str, ...]) -> None:
    assert shell.run(*given).exit_code == 2


def test_wrong_settings_are_status_2(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    assert "LANGUAGE" in shell.bad("export", status=2)


def test_a_database_that_is_away_is_said_in_one_line(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://me@127.0.0.1:1/none")
    assert "De database is niet te bereiken" in shell.bad("export")


# ------------------------------------------------------------------ export of collectives


@pytest.mark.parametrize("name", ["uit.csv", "uit.xlsx"])
def test_what_goes_out_comes_in_again_unchanged(shell: Shell, name: str) -> None:
    shell.good("import", "collectives", shell.file("g.csv"))
    for _ in range(2):
        assert shell.good("export", name) == ""
    again = shell.good("import", "collectives", name)
    assert "Nieuw: 0. Bijgewerkt: 0. Was al zo: 2." in again


def test_an_export_on_the_screen_names_no_people(shell: Shell) -> None:
    shell.meet()
    said = shell.good("export")
    assert said.splitlines()[0].startswith('"name"') or said.startswith("name")
    assert "Kern" in said
    assert "Rosa" not in said


def test_an_export_to_a_folder_that_is_not_there_says_so(shell: Shell) -> None:
    assert "x.csv: kan niet worden geschreven" in shell.bad("export", "nodir/x.csv")


def test_two_names_without_an_account_are_refused(shell: Shell) -> None:
    assert "is geen account" in shell.bad("export", "a.csv", "b.csv")


# ------------------------------------------------------------------ one person


def test_everything_about_one_person_comes_as_json(shell: Shell) -> None:
    shell.meet()
    told = json.loads(shell.good("export", "discord:77"))
    tables = {one["table"]: one for one in told["tables"]}
    assert {"people", "identities", "contacts"} <= set(tables)
    assert tables["people"]["rows"][0]["values"]["name"] == "Rosa Kanarie"
    assert {"kept", "seen_by", "rows"} <= set(tables["people"])


@pytest.mark.parametrize(("name", "word"), [("rosa.json", '"table"'), ("rosa.txt", "Hoe lang:")])
def test_a_person_can_get_it_as_a_file_for_the_owner_only(
    shell: Shell, name: str, word: str
) -> None:
    shell.meet()
    assert "Alles over discord:77 staat in" in shell.good("export", "discord:77", name)
    file = shell.folder / name
    assert word in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0
    assert "bestaat al" in shell.bad("export", "discord:77", name)


def test_an_account_that_is_unknown_or_a_wrong_kind_of_file_is_refused(shell: Shell) -> None:
    assert "staat hier niets" in shell.bad("export", "discord:404")
    assert "kies .json of .txt" in shell.bad("export", "discord:404", "a.docx")
    shell.meet()
    assert "kan niet worden geschreven" in shell.bad("export", "discord:77", "nodir/a.json")


def test_a_person_is_erased_with_a_code_as_proof(shell: Shell) -> None:
    shell.meet()
    assert "Gewist / erased. Code: " in shell.good("erase", "discord:77", "--yes")
    assert "staat hier niets" in shell.bad("erase", "discord:77", "--yes")
    assert "staat hier niets" in shell.bad("export", "discord:77")


def test_erasing_as_json_has_this_shape(shell: Shell) -> None:
    shell.meet()
    told = json.loads(shell.good("erase", "discord:77", "--yes", "--json"))
    assert set(told) == {"code", "rows"}
    assert told["rows"]["people"] == 1


def test_erasing_without_somebody_to_say_yes_says_what_to_do(shell: Shell) -> None:
    shell.meet()
    said = shell.bad("erase", "discord:77", status=2)
    assert "Gebruik --yes" in said
    assert "Aborted" not in said
    assert shell.good("export", "discord:77")


def test_erasing_something_that_is_no_account_says_how_one_looks(shell: Shell) -> None:
    assert "Zo ziet een account eruit: discord:123456789" in shell.bad("erase", "Rosa", "--yes")


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        ("ja\n", 0, "Gewist / erased"),
        ("nee\n", 1, "Er is niets gewist"),
        ("\x04", 1, "niets gewist"),
    ],
)
def test_somebody_at_the_keyboard_is_asked_in_dutch(
    shell: Shell, answer: str, status: int, said: str
) -> None:
    pty = pytest.importorskip("pty")
    shell.meet()
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "data", "erase", "discord:77"]
    root = str(Path(data.__file__).parents[2])
    with subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "PYTHONPATH": root},
    ) as process:  # fmt: skip
        os.write(ours, answer.encode())
        output, _ = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert said in output
    assert "Alles over discord:77 wissen?" in output
    assert process.returncode == status


# ------------------------------------------------------------------ copies


def test_a_copy_comes_back_with_everything_in_it(shell: Shell) -> None:
    shell.meet()
    assert "Kopie gemaakt / copy made: kopie. De bot wist hem na 35" in shell.good(
        "backup", "kopie"
    )
    assert (shell.folder / "kopie").stat().st_mode & 0o077 == 0
    shell.good("erase", "discord:77", "--yes")
    shell.good("import", "collectives", shell.file("g.csv"))
    assert "Opnieuw gewist / erased again: 1" in shell.good("restore", "kopie", "--force")
    said = shell.good("export")
    assert "Kern" in said
    assert "Buurtkamer Oost" not in said
    assert "staat hier niets" in shell.bad("export", "discord:77")


def test_copies_as_json_have_this_shape(shell: Shell) -> None:
    shell.meet()
    assert json.loads(shell.good("backup", "kopie", "--json")) == {"file": "kopie", "days": 35}
    told = json.loads(shell.good("restore", "kopie", "--force", "--json"))
    assert set(told) == {"rows", "erased"}
    assert told["rows"] > 0


def test_a_copy_is_not_written_over_another_or_where_it_cannot_be(shell: Shell) -> None:
    assert "bestaat al" in shell.bad("backup", shell.file("er-is-iets"))
    assert "kan niet worden geschreven" in shell.bad("backup", "nodir/kopie")
    assert (shell.folder / "er-is-iets").read_text(encoding="utf-8") == CSV


def test_a_database_full_of_collectives_is_not_empty(shell: Shell) -> None:
    shell.good("backup", "kopie")
    shell.good("import", "collectives", shell.file("g.csv"))
    assert "De database is niet leeg" in shell.bad("restore", "kopie")
    assert "Buurtkamer Oost" in shell.good("export")


def test_an_empty_database_takes_a_copy_at_once(shell: Shell) -> None:
    shell.good("backup", "kopie")
    assert "Teruggezet / restored: " in shell.good("restore", "kopie")


def test_a_copy_of_more_than_35_days_comes_back_by_force_only(shell: Shell) -> None:
    shell.good("backup", "kopie")
    old = time.time() - 36 * 86400
    os.utime(shell.folder / "kopie", (old, old))
    assert "is ouder dan 35 dagen" in shell.bad("restore", "kopie")
    shell.good("restore", "kopie", "--force")


@pytest.mark.parametrize("content", ["geen kopie", '{"revision": "0000"}\n', "[1]\n", ""])
def test_something_that_is_no_copy_is_refused_and_nothing_changes(
    shell: Shell, content: str
) -> None:
    shell.meet()
    file = shell.file("iets", content)
    assert "is geen kopie voor deze versie" in shell.bad("restore", file, "--force")
    assert "Kern" in shell.good("export")


def test_another_database_of_sqlite_is_no_copy(shell: Shell) -> None:
    with sqlite3.connect(shell.folder / "ander.db") as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute("INSERT INTO alembic_version VALUES ('9999')")
    other.close()
    assert "versie / version 9999" in shell.bad("restore", "ander.db", "--force")


@pytest.mark.parametrize("flags", [(), ("--force",)])
def test_a_copy_that_is_not_there_is_named(shell: Shell, flags: tuple[str, ...]) -> None:
    assert "weg: kan niet worden gelezen" in shell.bad("restore", "weg", *flags)


def test_old_copies_go_when_a_new_one_is_made(shell: Shell) -> None:
    shell.good("backup", "oud")
    listed = shell.folder / "var" / "made-files.jsonl"
    entry = json.loads(listed.read_text(encoding="utf-8"))
    listed.write_text(json.dumps(entry | {"until": "2020-01-01T00:00:00+00:00"}) + "\n")
    shell.good("backup", "nieuw")
    assert [(shell.folder / name).exists() for name in ("oud", "nieuw")] == [False, True]


def test_articles_go_in_all_or_nothing_and_out_as_they_were(shell: Shell) -> None:
    shipped = Path(__file__).resolve().parents[2] / "data" / "content" / "kennisbank" / "wbtr.md"
    folder = shell.folder / "in"
    folder.mkdir()
    own = shipped.read_text(encoding="utf-8").replace('id = "wbtr"', 'id = "eigen"')
    (folder / "eigen.md").write_text(own, encoding="utf-8")
    (folder / "fout.md").write_text(own.replace("[", "(", 1), encoding="utf-8")
    refused = shell.run("import", "articles", str(folder))
    assert refused.exit_code == 1
    assert "fout.md:5: deze regel van de kop klopt niet" in refused.stdout
    (folder / "fout.md").unlink()
    counts = [
        json.loads(shell.good("import", "articles", str(folder), "--json"))["counts"]
        for _ in range(2)
    ]
    assert [(one["new"], one["same"]) for one in counts] == [(1, 0), (0, 1)]
    shell.good("export", "articles", str(shell.folder / "out"))
    assert [file.name for file in (shell.folder / "out").iterdir()] == ["eigen.md"]
    again = shell.good("import", "articles", str(shell.folder / "out"), "--dry-run")
    assert "0 nieuw, 0 anders, 1 hetzelfde" in again
    assert "geen map" in shell.bad("import", "articles", str(shell.folder / "niets"))
