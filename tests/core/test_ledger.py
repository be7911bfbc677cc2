"""The ledger forgets nothing, hides nothing, and is never the reason that a result is lost, doubled or altered."""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leukemia_desktop.core.analysis import Key, Result
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.ledger import APPLICATION_ID, AUDIT_COLUMNS, BadLedger, Ledger, write_entries
from tests.core.conftest import as_nobody
from tests.core.test_slide import a_result

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        yield ledger


def fill(ledger: Ledger, count: int = 5, start: int = 0) -> list[Result]:
    results = [a_result("Pro", number=number) for number in range(start, start + count)]
    for result in results:
        ledger.record([result])
    return results


def test_what_was_recorded_is_recalled_exactly_and_nothing_else(book: Ledger) -> None:
    result = a_result("Pre")
    assert book.recall(result.key) is None
    book.record([result])
    assert book.recall(result.key) == result
    for other in (
        replace(result.key, image_sha256="x" * 64),
        replace(result.key, model_sha256="x" * 64),
        replace(result.key, recipe="x" * 16),
    ):
        assert book.recall(other) is None


def test_what_later_programs_added_is_written_only_where_it_says_something(tmp_path: Path) -> None:
    plain = a_result("Pro", number=1)
    telling = replace(a_result("Pro", number=2), tiles=4, smear_score=0.25)
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as book:
        book.record([plain, telling])
        assert [book.recall(result.key) for result in (plain, telling)] == [plain, telling]
    with closing(sqlite3.connect(path)) as db:
        kept = [json.loads(payload) for (payload,) in db.execute("SELECT payload FROM result ORDER BY length(payload)")]
    assert not {"tiles", "smear_score"} & kept[0].keys()  # a program of before takes it as it is
    assert {"tiles": 4, "smear_score": 0.25}.items() <= kept[1].items()


def test_results_outlive_the_program(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as first:
        results = fill(first)
    with Ledger(tmp_path / "ledger.sqlite") as second:
        assert [second.recall(result.key) for result in results] == results
        assert second.verify() == ""
        assert second.set_aside is None


def test_a_result_recorded_twice_stays_as_it_was_first(book: Ledger) -> None:
    book.record([a_result("Pre")])
    book.record([a_result("Pro"), a_result("Pro")])
    recalled = book.recall(a_result().key)
    assert recalled
    assert recalled.verdict.label == "Pre"
    assert len(list(book.entries())) == 1
    assert book.verify() == ""


@pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
def test_a_name_whose_bytes_are_no_text_is_kept(book: Ledger, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe field\n\t'; DROP TABLE result; --.png")
    result = replace(a_result(), field=Field(Path("/slides") / name, name, name))
    book.record([result])
    assert book.recall(result.key) == result
    assert book.verify() == ""
    assert write_entries(book, tmp_path / "audit.csv") == 1


def test_the_audit_chain_can_be_neither_changed_nor_shortened_by_a_statement(book: Ledger) -> None:
    fill(book)
    with sqlite3.connect(book.path) as raw:
        for statement in (
            "UPDATE audit SET reason = 'better' WHERE seq = 2",
            "DELETE FROM audit WHERE seq = 5",
            "DELETE FROM audit",
            "UPDATE audit SET seq = seq + 1",
            "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 1",
            "REPLACE INTO audit SELECT 99, at, who, what, image_sha256, model_sha256, recipe, old, new, 'better', previous,"
            " hash FROM audit WHERE seq = 2",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                raw.execute(statement)
    raw.close()
    assert book.verify() == ""


def tamper(path: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change the file behind the program's back, its guards removed."""
    raw = sqlite3.connect(path)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    for statement, values in statements:
        raw.execute(statement, values)
    raw.commit()
    raw.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "ledger.sqlite"
    with Ledger(path) as ledger:
        fill(ledger, 6)
    return path


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_single_altered_byte_anywhere_in_the_chain_is_found(filled: Path, tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(filled, path)
    seq = data.draw(st.integers(1, 6))
    column = data.draw(st.sampled_from([*AUDIT_COLUMNS, "hash"]))
    raw = sqlite3.connect(path)
    text = bytearray(raw.execute(f"SELECT CAST({column} AS BLOB) FROM audit WHERE seq = ?", (seq,)).fetchone()[0])
    raw.close()
    if text:
        place = data.draw(st.integers(0, len(text) - 1))
        text[place] ^= data.draw(st.integers(1, 255))
    else:
        text += bytes([data.draw(st.integers(1, 255))])
    tamper(path, (f"UPDATE audit SET {column} = CAST(? AS TEXT) WHERE seq = ?", (bytes(text), seq)))
    with Ledger(path) as ledger:
        assert f"audit entry {seq}" in ledger.verify() or f"audit entry {seq + 1}" in ledger.verify()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("DELETE FROM audit WHERE seq = 3", "audit entry 3"),
        ("DELETE FROM audit WHERE seq = 6", "differs from what was recorded"),
        ("DELETE FROM result WHERE image_sha256 LIKE '%4'", "1 results were removed"),
        ("UPDATE result SET payload = replace(payload, 'Pro', 'Pre')", "differs from what was recorded"),
        ("UPDATE result SET payload = x'ff00'", "differs from what was recorded"),
        ("UPDATE result SET model_sha256 = 'other' WHERE image_sha256 LIKE '%4'", "differs from what was recorded"),
        ("UPDATE audit SET reason = x'00ff' WHERE seq = 2", "audit entry 2"),
        ("UPDATE audit SET who = 5 WHERE seq = 2", "audit entry 2"),
        (
            "INSERT INTO audit SELECT 7, at, who, what, image_sha256, model_sha256, recipe, old, new, reason, previous, 'x'"
            " FROM audit WHERE seq = 6",
            "audit entry 7",
        ),
        ("DROP TABLE result", "damaged: no such table"),
    ],
)
def test_what_was_removed_inserted_or_exchanged_is_found(filled: Path, tmp_path: Path, statement: str, found: str) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(filled, path)
    with Ledger(path) as ledger:
        tamper(path, (statement, ()))
        assert found in ledger.verify()


def test_guards_that_were_removed_are_missed_even_where_nothing_was_changed(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(filled, path)
    tamper(path)
    with Ledger(path) as ledger:
        assert "triggers" in ledger.verify()


def test_a_guard_that_was_exchanged_for_one_that_does_nothing_is_missed(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(filled, path)
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER audit_stays")
    raw.execute("CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT 1; END")
    raw.commit()
    raw.close()
    with Ledger(path) as ledger:
        assert "triggers" in ledger.verify()


def test_two_entries_cannot_change_places(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(filled, path)
    tamper(path, *((f"UPDATE audit SET seq = {new} WHERE seq = {old}", ()) for old, new in ((2, 99), (3, 2), (99, 3))))
    with Ledger(path) as ledger:
        assert "audit entry 2" in ledger.verify()


WRITER = """
import sys
from pathlib import Path
from leukemia_desktop.core.ledger import Ledger
from tests.core.test_slide import a_result
path, start, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
with Ledger(path) as ledger:
    for number in range(start, start + count):
        ledger.record([a_result("Pro", number=number)])
        print(number, flush=True)
"""


def writer(path: Path, start: int, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(path), str(start), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_two_programs_that_begin_and_fill_one_ledger_lose_and_double_nothing(tmp_path: Path) -> None:
    """Both start at the same line, on a file that does not exist yet, and half of what they write is the same."""
    path = tmp_path / "ledger.sqlite"
    both = [writer(path, 0, 200), writer(path, 100, 200), writer(path, 100, 50)]
    for child in both:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
    for child in both:
        assert child.stdin
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in both:
        child.communicate(timeout=120)
        assert child.returncode == 0
    with Ledger(path) as ledger:
        assert ledger.verify() == ""
        entries = list(ledger.entries())
        assert len(entries) == 300
        assert len({entry["image_sha256"] for entry in entries}) == 300


def test_what_was_said_to_be_recorded_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    said: list[int] = []
    for start in (0, 10_000, 20_000):
        child = writer(path, start, 10_000)
        assert child.stdin
        assert child.stdout
        child.stdin.write("go\n")
        child.stdin.flush()
        assert child.stdout.readline() == "ready\n"
        said += [int(child.stdout.readline()) for _ in range(37)]
        child.kill()
        child.wait()
        child.stdin.close()
        child.stdout.close()
    with Ledger(path) as ledger:
        assert ledger.set_aside is None
        assert ledger.verify() == ""
        assert all(ledger.recall(a_result(number=number).key) for number in said)


def test_threads_share_one_ledger(book: Ledger) -> None:
    threads = [threading.Thread(target=fill, args=(book, 50, 25 * number)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(book.entries())) == 125
    assert book.verify() == ""


def test_a_ledger_says_what_it_is(book: Ledger) -> None:
    raw = sqlite3.connect(book.path)
    assert raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert raw.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    raw.close()


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
@pytest.mark.parametrize("exists", [False, True])
def test_a_folder_that_cannot_be_written_is_refused_by_name(public_folder: Path, exists: bool) -> None:
    path = public_folder / "ledger.sqlite"
    if exists:
        Ledger(path).close()
    public_folder.chmod(0o555)
    with as_nobody(), pytest.raises(BadLedger, match=r"ledger\.sqlite.*--ledger names another place"):
        Ledger(path)


def test_a_place_that_is_no_folder_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadLedger, match="file"):
        Ledger(tmp_path / "file" / "ledger.sqlite")
    with pytest.raises(BadLedger, match=str(tmp_path)):
        Ledger(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_a_full_disk_stops_clearly_and_loses_nothing_that_was_recorded(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    child = """
import resource, signal, sys
from pathlib import Path
from leukemia_desktop.core.ledger import BadLedger, Ledger
from tests.core.test_slide import a_result
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
number = 0
with Ledger(Path(sys.argv[1])) as ledger:
    try:
        while True:
            ledger.record([a_result("Pro", number=number)])
            number += 1
    except BadLedger as error:
        print(number)
        print(error)
"""
    said = subprocess.run(
        [sys.executable, "-c", child, path], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60
    )
    count, reason = said.stdout.splitlines()
    assert int(count) > 10
    assert "ledger.sqlite" in reason
    assert "nothing recorded earlier is lost" in reason
    with Ledger(path) as ledger:
        assert ledger.set_aside is None
        assert ledger.verify() == ""
        assert len(list(ledger.entries())) == int(count)


def test_a_backup_is_whole_while_the_ledger_is_in_use_and_never_overwrites(book: Ledger, tmp_path: Path) -> None:
    results = fill(book)
    target = tmp_path / "backup.sqlite"
    book.backup(target)
    with Ledger(target) as copy:
        assert copy.verify() == ""
        assert [copy.recall(result.key) for result in results] == results
    before = target.read_bytes()
    fill(book, 3, start=100)
    with pytest.raises(BadLedger, match="never overwrites"):
        book.backup(target)
    assert target.read_bytes() == before
    with pytest.raises(BadLedger, match="nowhere"):
        book.backup(tmp_path / "nowhere" / "backup.sqlite")


def test_entries_can_be_walked_while_the_ledger_is_used(book: Ledger) -> None:
    results = fill(book, 3)
    for entry, result in zip(book.entries(), results, strict=True):
        assert book.recall(result.key) == result
        assert (entry["what"], entry["who"], entry["image_sha256"]) == ("analysed", "program", result.key.image_sha256)


def test_every_entry_is_exported_to_csv_and_json(book: Ledger, tmp_path: Path) -> None:
    fill(book, 1200)
    assert write_entries(book, tmp_path / "audit.csv") == write_entries(book, tmp_path / "audit.json") == 1200
    with (tmp_path / "audit.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    entries = json.loads((tmp_path / "audit.json").read_text("utf-8"))
    assert [int(row["seq"]) for row in rows] == [entry["seq"] for entry in entries] == list(range(1, 1201))
    assert rows[7]["hash"] == entries[7]["hash"]
    with pytest.raises(UnwritableFile, match=r"\.csv or \.json"):
        write_entries(book, tmp_path / "audit.txt")


def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite")
    ledger.close()
    ledger.close()


KEYS = st.builds(Key, *(st.text("abc", min_size=1, max_size=2) for _ in range(3)))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(KEYS, max_size=4), max_size=6))
def test_whatever_is_recorded_in_whatever_portions_each_key_has_one_entry(tmp_path: Path, portions: list[list[Key]]) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        before = {Key(e["image_sha256"], e["model_sha256"], e["recipe"]) for e in ledger.entries()}
        for portion in portions:
            ledger.record([replace(a_result(), key=key) for key in portion])
        keys = [Key(e["image_sha256"], e["model_sha256"], e["recipe"]) for e in ledger.entries()]
        assert len(keys) == len(set(keys))
        assert set(keys) == before | {key for portion in portions for key in portion}
        assert ledger.verify() == ""
