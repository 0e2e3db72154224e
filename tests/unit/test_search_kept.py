"""The index on disk: opened when it is whole and of these documents, else made anew by itself."""

import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.content import Content
from bot.search import kept as kept_module
from bot.search.articles import Articles, Entry
from bot.search.helpdesk import HelpDeskSearch
from bot.search.kept import Kept

ENTRIES = (
    Entry("moestuin", "nl", "Een buurtmoestuin", "Zoek grond.", ("tuinen",), ("tuintje?",)),
    Entry("energie", "nl", "Een energiecoöperatie", "Leden kopen zonnepanelen.", ("stroom",)),
    Entry("energie", "en", "An energy cooperative", "Members buy panels.", ("stroom",)),
    Entry("park", "nl", "Speelpark De Linie", "Een park voor kinderen in de wijk.", ("spelen",)),
)
QUESTIONS = ("zonnepaneelen", "een tuintje in de wijk", "speel park", "energy cooperative")
SEGMENT = ("*.idx", "*.store", "*.fast", "*.fieldnorm", "*.pos", "*.term")
FILES = ("manifest.json", "meta.json", ".managed.json", *SEGMENT)


def halve(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def flip(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)


DAMAGE: dict[str, Callable[[Path], None]] = {"torn": halve, "changed": flip, "gone": Path.unlink}


def load(folder: Path, entries: tuple[Entry, ...] = ENTRIES) -> tuple[Articles, list[str]]:
    """The articles over what is on disk, kept for the next time; and what was logged."""
    with capture_logs() as lines:
        articles = Articles(entries, kept=Kept(folder, fewest=1))
        keep(articles)
    return articles, [line["event"] for line in lines]


def keep(articles: Articles) -> None:
    write = articles.to_keep()
    if write is not None:
        write()


def found(articles: Articles) -> list[object]:
    return [articles.candidates(question) for question in QUESTIONS]


def snapshot(folder: Path) -> Path:
    [one] = [path for path in folder.iterdir() if len(path.name) == 32]
    return one


def rooms(folder: Path) -> list[Path]:
    return list(folder.glob("open-*"))


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can get longer than a few bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_second_start_opens_what_the_first_built_and_finds_the_same(tmp_path: Path) -> None:
    plain = Articles(ENTRIES)
    first, told_first = load(tmp_path)
    second, told_second = load(tmp_path)
    assert [told_first, told_second] == [["built"], ["opened"]]
    assert found(first) == found(second) == found(plain)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    load(folder)
    return folder


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_seen_and_all_is_made_anew(
    whole: Path, tmp_path: Path, name: str, damage: str
) -> None:
    shutil.copytree(snapshot(whole), tmp_path / snapshot(whole).name)
    DAMAGE[damage](next(snapshot(tmp_path).glob(name)))
    articles, told = load(tmp_path)
    assert [told, found(articles)] == [["damaged", "built"], found(Articles(ENTRIES))]
    assert load(tmp_path)[1] == ["opened"]


def test_a_file_in_the_place_of_the_snapshot_is_made_way_with(tmp_path: Path) -> None:
    load(tmp_path)
    place = snapshot(tmp_path)
    place.rename(tmp_path / "elsewhere")
    place.write_bytes(b"")
    assert load(tmp_path)[1] == ["damaged", "built"]
    assert load(tmp_path)[1] == ["opened"]


def test_other_documents_get_another_index_and_the_old_one_goes(tmp_path: Path) -> None:
    load(tmp_path)
    old = snapshot(tmp_path).name
    articles, told = load(tmp_path, ENTRIES[:3])
    assert [told, articles.candidates("speelpark")] == [["built"], ()]
    assert snapshot(tmp_path).name != old


def test_the_order_of_the_documents_does_not_matter(tmp_path: Path) -> None:
    load(tmp_path)
    assert load(tmp_path, ENTRIES[::-1])[1] == ["opened"]


def test_an_index_of_another_format_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path)
    monkeypatch.setattr(kept_module, "FORMAT", kept_module.FORMAT + 1)
    assert load(tmp_path)[1] == ["built"]


def test_an_index_of_another_tantivy_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path)
    monkeypatch.setattr(kept_module, "version", lambda _: "99.0")
    assert load(tmp_path)[1] == ["built"]


def test_each_start_has_a_copy_of_its_own(tmp_path: Path) -> None:
    load(tmp_path)
    one, other = load(tmp_path)[0], load(tmp_path)[0]
    one.put(Entry("zeppelin", "nl", "Een zeppelin", "Vraag de burgemeester."))
    other.remove("park")
    assert [bool(a.candidates("zeppelin")) for a in (one, other)] == [True, False]
    assert [bool(a.candidates("speelpark")) for a in (one, other)] == [True, False]
    assert found(load(tmp_path)[0]) == found(Articles(ENTRIES))


def test_what_happens_to_the_snapshot_later_does_not_harm_who_opened_it(tmp_path: Path) -> None:
    load(tmp_path)
    articles, _ = load(tmp_path)
    for file in snapshot(tmp_path).iterdir():
        file.write_bytes(b"")
    articles.put(Entry("zeppelin", "nl", "Een zeppelin", "Lucht."))
    assert articles.candidates("zeppelin")[0].id == "zeppelin"


def test_a_change_is_kept_for_the_next_start(tmp_path: Path) -> None:
    load(tmp_path)
    articles, _ = load(tmp_path)
    changed = Entry("park", "nl", "Een zeppelin", "Vraag de burgemeester.", ("spelen",))
    articles.put(changed)
    articles.remove("moestuin")
    keep(articles)
    again, told = load(tmp_path, (*ENTRIES[1:3], changed))
    assert [told, articles.to_keep()] == [["opened"], None]
    assert again.candidates("zepelin") == articles.candidates("zepelin") != ()
    assert found(again) == found(articles)


def test_what_changed_meanwhile_is_not_kept_under_the_old_mark(tmp_path: Path) -> None:
    articles, _ = load(tmp_path)
    articles.put(Entry("zeppelin", "nl", "Een zeppelin", "Lucht."))
    late = articles.to_keep()
    articles.remove("zeppelin")
    assert late is not None
    late()
    assert load(tmp_path)[1] == ["opened"]


def test_few_documents_leave_nothing_on_the_disk(tmp_path: Path) -> None:
    articles = Articles(ENTRIES, kept=Kept(tmp_path / "index"))
    assert [articles.to_keep(), list(tmp_path.iterdir())] == [None, []]


def test_where_no_folder_can_be_the_index_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    articles, told = load(tmp_path / "file")
    assert [told, found(articles)] == [["not-on-disk"], found(Articles(ENTRIES))]


def test_a_folder_where_nothing_can_be_written_is_no_fault(tmp_path: Path) -> None:
    load(tmp_path)
    (tmp_path / ".lock").unlink()
    (tmp_path / ".lock").mkdir()  # root may write in any folder, but not in this
    articles, told = load(tmp_path)
    assert [told, found(articles)] == [["not-on-disk"], found(Articles(ENTRIES))]


def test_on_a_full_disk_the_index_is_in_memory(tmp_path: Path) -> None:
    with full_disk():
        articles, told = load(tmp_path)
    assert [told, found(articles)] == [["not-on-disk"], found(Articles(ENTRIES))]
    assert [path.name for path in tmp_path.iterdir() if path not in rooms(tmp_path)] == [".lock"]


def test_a_disk_that_is_full_at_the_second_start_costs_no_snapshot(tmp_path: Path) -> None:
    load(tmp_path)
    with full_disk():
        articles, told = load(tmp_path)
    assert [told, found(articles)] == [["not-on-disk"], found(Articles(ENTRIES))]
    assert load(tmp_path)[1] == ["opened"]


def test_a_disk_that_fills_up_later_stops_no_change(tmp_path: Path) -> None:
    articles, _ = load(tmp_path)
    with full_disk(), capture_logs() as lines:
        articles.put(Entry("zeppelin", "nl", "Een zeppelin", "Lucht."))
        articles.remove("park")
        keep(articles)
    assert [line["event"] for line in lines] == ["not-on-disk"]
    assert [bool(articles.candidates(word)) for word in ("zeppelin", "speelpark")] == [True, False]


def test_a_snapshot_that_does_not_fit_on_the_disk_is_no_snapshot(tmp_path: Path) -> None:
    articles = Articles(ENTRIES, kept=Kept(tmp_path, fewest=1))
    with full_disk(), capture_logs() as lines:
        keep(articles)
    assert [line["event"] for line in lines] == ["not-kept"]
    assert {path.name for path in tmp_path.iterdir()} == {".lock", rooms(tmp_path)[0].name}


AT_ONCE = """
import sys
from pathlib import Path
from bot.search.articles import Articles, Entry
from bot.search.kept import Kept
entries = [Entry(f"a{n}", "nl", f"Moestuin {n}", "groente " * n) for n in range(300)]
articles = Articles(entries, kept=Kept(Path(sys.argv[1])))
print("loaded", flush=True)
for step in range(5):
    articles.put(Entry(f"b{step}", "nl", f"Zeppelin {sys.argv[2]}{step}", "lucht"))
    articles.to_keep()()
print(sorted(one.id for one in articles.candidates("zeppelin")), flush=True)
sys.stdin.read()
"""


def process(folder: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", AT_ONCE, str(folder), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def last_line(out: str) -> str:
    return out.splitlines()[-1]


def test_processes_that_build_and_write_at_once_do_not_hinder_each_other(tmp_path: Path) -> None:
    both = [process(tmp_path, name) for name in ("een", "twee")]
    told = [last_line(one.communicate()[0]) for one in both]
    assert told == ["['b0', 'b1', 'b2', 'b3', 'b4']"] * 2
    assert [len(rooms(tmp_path)), snapshot(tmp_path).is_dir()] == [0, True]


def test_the_room_of_a_process_that_was_killed_goes_with_the_next_start(tmp_path: Path) -> None:
    killed = process(tmp_path, "een")
    assert killed.stdout is not None
    while not killed.stdout.readline().startswith("["):
        pass
    (tmp_path / "draft-left").mkdir()
    before = rooms(tmp_path)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    articles, _ = load(tmp_path)
    assert [len(before), len(rooms(tmp_path)), rooms(tmp_path) == before] == [1, 1, False]
    assert not (tmp_path / "draft-left").exists()
    del articles


def test_the_help_desk_says_the_same_before_and_after(tmp_path: Path) -> None:
    """H1: also after a community added words, in what the disk brings back."""
    content = Content.load()
    asked = ("waar vind ik een vrijwilligersverzekering", "statuten wijzigen", "zeppelin parkeren")

    def desk() -> HelpDeskSearch:
        one = HelpDeskSearch(content, index=Kept(tmp_path, fewest=50))
        one.add_words("wbtr", ["zeppelin parkeren"])
        one.warm_up()
        one.keep_index()
        return one

    with capture_logs() as lines:
        before, after = desk(), desk()
    assert [line["event"] for line in lines] == ["built", "opened"]
    assert [before.look(text) for text in asked] == [after.look(text) for text in asked]
