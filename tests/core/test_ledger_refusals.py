"""Ledgers that are damaged, newer or of another program: nothing of them is lost."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from leukemia_desktop.core.analysis import Result
from leukemia_desktop.core.ledger import VERSION, BadLedger, Ledger, write_entries
from tests.core.test_ledger import fill
from tests.core.test_slide import a_result

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "content", [b"not a database, but text that is long enough to have a header " * 4, os.urandom(4096)]
)
def test_a_file_that_is_no_ledger_any_more_is_set_aside_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ledger.sqlite"
    for number in (1, 2):
        path.write_bytes(content)
        with Ledger(path) as ledger:
            assert ledger.set_aside == tmp_path / f"ledger.sqlite.damaged-{number}"
            assert ledger.set_aside.read_bytes() == content
            fill(ledger, 1)
            assert ledger.verify() == ""


def test_damage_found_in_the_middle_of_a_run_is_said_and_set_aside_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        results = fill(ledger, 400)
    content = bytearray(path.read_bytes())
    content[-80 * 1024 :] = b"\xa5" * 80 * 1024
    path.write_bytes(content)
    with Ledger(path) as ledger:  # nothing that opening looks at is damaged
        with pytest.raises(BadLedger, match=r"damaged .*the next run sets it aside"):
            for result in results:
                ledger.recall(result.key)
        assert "damaged" in ledger.verify()
    with Ledger(path) as ledger:
        assert ledger.set_aside
        assert ledger.set_aside.read_bytes() == content
        assert ledger.recall(results[0].key) is None
        fill(ledger, 2)
    with Ledger(path) as ledger:
        assert ledger.set_aside is None
        assert len(list(ledger.entries())) == 2


def test_a_ledger_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    Ledger(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(BadLedger, match=rf"ledger\.sqlite: written by a newer program \(ledger version {VERSION + 1}\)"):
        Ledger(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE patients (name TEXT)",),
        ("CREATE TABLE patients (name TEXT)", "PRAGMA user_version = 1"),
        ("CREATE TABLE result (x)", "PRAGMA user_version = 30"),
        ("PRAGMA user_version = 1",),
        ("PRAGMA application_id = 77", "PRAGMA user_version = 1", "CREATE TABLE audit (x)"),
    ],
)
def test_a_database_of_another_program_is_refused_and_stays_byte_for_byte(
    tmp_path: Path, statements: tuple[str, ...]
) -> None:
    path = tmp_path / "patients.sqlite"
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(BadLedger, match="another program"):
        Ledger(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["patients.sqlite"]


def as_version_1(path: Path) -> None:
    """As the first program wrote it."""
    raw = sqlite3.connect(path)
    raw.execute("DROP TABLE secret")
    raw.execute("DROP TABLE decision")
    raw.execute("PRAGMA user_version = 1")
    raw.commit()
    raw.close()


def test_a_ledger_of_an_earlier_program_is_brought_up_to_date_and_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        results = fill(ledger, 30)
        entries = list(ledger.entries())
    as_version_1(path)
    with Ledger(path) as ledger:
        assert ledger.set_aside is None
        assert [ledger.recall(result.key) for result in results] == results
        assert list(ledger.entries()) == entries
        assert ledger.verify() == ""
        assert len(ledger.pseudonym_key()) == 32
        ledger.record([a_result("Pro", number=99)])
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == VERSION
    raw.close()


def test_a_ledger_that_is_brought_up_to_date_by_several_threads_at_once_is_so_once(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        fill(ledger, 3)
    as_version_1(path)
    keys: list[bytes] = []

    def open_and_ask() -> None:
        with Ledger(path) as ledger:
            keys.append(ledger.pseudonym_key())

    threads = [threading.Thread(target=open_and_ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 6
    assert len(set(keys)) == 1


def test_the_pseudonym_key_is_of_one_ledger_goes_with_its_backup_and_is_in_no_export(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.sqlite") as one, Ledger(tmp_path / "b.sqlite") as other:
        fill(one, 2)
        key = one.pseudonym_key()
        assert other.pseudonym_key() != key == one.pseudonym_key()
        one.backup(tmp_path / "copy.sqlite")
        write_entries(one, tmp_path / "audit.json")
    with Ledger(tmp_path / "copy.sqlite") as copy:
        assert copy.pseudonym_key() == key
    assert key.hex() not in (tmp_path / "audit.json").read_text("utf-8")


KILLED = """
import os, signal, sys
from pathlib import Path
from leukemia_desktop.core.ledger import Ledger
os.link = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # the last moment before the copy has its name
with Ledger(Path(sys.argv[1])) as ledger:
    ledger.backup(Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_backup_that_is_killed_leaves_nothing_under_its_name(tmp_path: Path) -> None:
    path, target = tmp_path / "ledger.sqlite", tmp_path / "copies" / "backup.sqlite"
    target.parent.mkdir()
    with Ledger(path) as ledger:
        fill(ledger, 3)
    killed = subprocess.run([sys.executable, "-c", KILLED, path, target], cwd=ROOT, capture_output=True, timeout=300)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert not target.exists()
    with Ledger(path) as ledger:
        ledger.backup(target)
    with Ledger(target) as copy:
        assert len(list(copy.entries())) == 3


def test_a_backup_on_a_disk_without_links_is_whole_too_and_leaves_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")  # as Linux says of a FAT stick

    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        fill(ledger, 3)
        (tmp_path / "stick").mkdir()
        monkeypatch.setattr("os.link", refused)
        ledger.backup(tmp_path / "stick" / "backup.sqlite")
        with pytest.raises(BadLedger, match="never overwrites"):
            ledger.backup(tmp_path / "stick" / "backup.sqlite")
    assert [path.name for path in (tmp_path / "stick").iterdir()] == ["backup.sqlite"]
    with Ledger(tmp_path / "stick" / "backup.sqlite") as copy:
        assert copy.verify() == ""


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[Result]]:
    """The bytes of a ledger with results and decisions, and its results."""
    path = tmp_path_factory.mktemp("used") / "ledger.sqlite"
    with Ledger(path) as ledger:
        results = fill(ledger, 6)
        ledger.pseudonym_key()
        with ledger.deciding() as page:
            for result in results[:4]:
                page.add(who="Ann", what="reviewed", key=result.key, old="Pro", new="Benign", reason="a smudge")
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    return path.read_bytes(), results


def use(path: Path, results: list[Result]) -> None:
    """Everything that the program does with a ledger; a BadLedger is an answer."""
    with Ledger(path) as ledger:
        for result in results:
            with suppress(BadLedger):
                ledger.recall(result.key)
        with suppress(BadLedger), ledger.reading() as page:
            list(page.about([result.key.image_sha256 for result in results]))
        with suppress(BadLedger):
            list(ledger.entries())
        with suppress(BadLedger):
            ledger.pseudonym_key()
        with suppress(BadLedger):
            ledger.record([a_result("Pre", number=77)])
        with suppress(BadLedger):
            ledger.backup(path.with_name("copy.sqlite"))
        ledger.verify()


def told(path: Path, results: list[Result]) -> object:
    """What a ledger holds when it says that it is whole; else None."""
    with Ledger(path) as ledger:
        if ledger.set_aside or ledger.verify():
            return None
        with ledger.reading() as page:
            decided = list(page.about([result.key.image_sha256 for result in results]))
        return [ledger.recall(result.key) for result in results], list(ledger.entries()), decided


def spoil(data: bytes, at: int, by: int) -> bytes:
    return data[:at] + bytes([data[at] ^ by]) + data[at + 1 :]


def judge(folder: Path, data: bytes, whole: object, results: list[Result]) -> bool:
    """Whether the damage was found. Never a crash, and nothing that is taken for whole differs from what was recorded."""
    folder.mkdir()
    (folder / "used.sqlite").write_bytes(data)
    with suppress(BadLedger):
        use(folder / "used.sqlite", results)
    (folder / "asked.sqlite").write_bytes(data)
    try:
        found = told(folder / "asked.sqlite", results)
    except BadLedger:
        found = None
    assert found in (None, whole)
    return found is None


def test_a_flipped_byte_anywhere_in_the_file_is_found_or_changes_nothing(
    used: tuple[bytes, list[Result]], tmp_path: Path
) -> None:
    data, results = used
    (tmp_path / "whole.sqlite").write_bytes(data)
    whole = told(tmp_path / "whole.sqlite", results)
    assert whole
    chance = random.Random(7)
    written = [at for at in range(len(data)) if data[at]]  # free room is zeros
    found = [
        judge(tmp_path / str(at), spoil(data, at, chance.randrange(1, 256)), whole, results)
        for at in chance.sample(written, 30)
    ]
    assert sum(found) > 15


@pytest.mark.parametrize("place", [b"autoindex_audit", b"RAISE", b"seq INT", b"result ("])
def test_a_flipped_byte_in_the_words_of_the_schema_is_found_or_changes_nothing(
    used: tuple[bytes, list[Result]], tmp_path: Path, place: bytes
) -> None:
    """SQLite itself then talks in bytes that are no text, or of tables that are not there."""
    data, results = used
    (tmp_path / "whole.sqlite").write_bytes(data)
    whole = told(tmp_path / "whole.sqlite", results)
    begin = data.index(place)
    found = [
        judge(tmp_path / str(at), spoil(data, at, 0x80 if at % 2 else 0x01), whole, results)
        for at in range(begin, begin + len(place))
    ]
    assert any(found)
