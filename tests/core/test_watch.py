"""A field comes out of a watched folder once its file is whole, however the camera's software writes it."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.watch import Settling, Watch, _observer

A, B = Path("a.jpg"), Path("b.jpg")


def test_a_file_is_whole_when_it_did_not_change_for_long_enough() -> None:
    settling = Settling(2.0)
    assert settling.look({A: (10, 1, 1)}, 0.0) == []
    assert settling.waiting
    assert settling.look({A: (20, 2, 1)}, 1.9) == []  # a piece more
    assert settling.look({A: (20, 2, 1)}, 3.8) == []
    assert settling.look({A: (20, 2, 1)}, 3.9) == [A]
    assert not settling.waiting
    assert settling.look({A: (20, 2, 1)}, 99.0) == []


def test_a_file_without_a_byte_is_waited_for_and_one_that_goes_away_is_forgotten() -> None:
    settling = Settling(2.0)
    assert settling.look({A: (0, 1, 1), B: (5, 1, 2)}, 0.0) == []
    assert settling.look({A: (0, 1, 1)}, 9.0) == []
    assert not settling.waiting
    assert settling.look({A: (7, 2, 1), B: (5, 1, 2)}, 10.0) == []
    assert settling.look({A: (7, 2, 1), B: (5, 1, 2)}, 12.0) == [A, B]


@pytest.mark.parametrize("state", [(11, 1, 1), (10, 2, 1), (10, 1, 2)])
def test_a_file_that_is_written_again_comes_again(state: tuple[int, int, int]) -> None:
    settling = Settling(1.0)
    settling.look({A: (10, 1, 1)}, 0.0)
    assert settling.look({A: (10, 1, 1)}, 1.0) == [A]
    assert settling.look({A: state}, 2.0) == []
    assert settling.look({A: state}, 3.0) == [A]


@given(st.lists(st.tuples(st.sampled_from([0.5, 1.0, 3.0]), st.integers(1, 3)), max_size=20))
def test_nothing_comes_twice_in_one_state_and_nothing_before_its_time(steps: list[tuple[float, int]]) -> None:
    settling, now, since, given = Settling(2.0), 0.0, {}, []
    for pause, size in steps:
        now += pause
        state = (size, 0, 0)
        if since.get("state") != state:
            since = {"state": state, "at": now}
        for _ in settling.look({A: state}, now):
            assert now - since["at"] >= 2.0
            assert not given or given[-1] != state
            given.append(state)


class Reading:
    """Takes what a Watch gives in a thread, until the wanted file states are there."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.seen: list[tuple[str, str, bytes]] = []
        self.said = threading.Condition()
        self.thread = threading.Thread(target=self._read)
        self.thread.start()

    def _read(self) -> None:
        for fields in self.watch:
            with self.said:
                self.seen += [(field.slide, field.name, field.path.read_bytes()) for field in fields]
                self.said.notify_all()

    def wait_for(self, *wanted: tuple[str, str, bytes]) -> None:
        with self.said:
            assert self.said.wait_for(lambda: set(wanted) <= set(self.seen), timeout=60), self.seen


@pytest.fixture(params=[False, True], ids=["told by the system", "looking only"])
def reading(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Reading]:
    folder = tmp_path / "night"
    (folder / "A").mkdir(parents=True)
    (folder / "A" / "before.png").write_bytes(b"there already")
    reader = Reading(Watch(folder, steady=0.05, every=0.1 if request.param else 1.0, poll=request.param))
    yield reader
    reader.watch.stop()
    reader.thread.join(60)
    assert not reader.thread.is_alive()


def test_fields_come_from_the_folder_its_new_folders_and_after_a_rename(reading: Reading) -> None:
    folder = reading.watch.folder
    reading.wait_for(("night/A", "before.png", b"there already"))
    (folder / "new.jpg").write_bytes(b"saved")
    reading.wait_for(("night", "new.jpg", b"saved"))
    (folder / "B").mkdir()
    (folder / "B" / "field.tif.tmp").write_bytes(b"renamed when it is whole")
    (folder / "B" / ".hidden.tif").write_bytes(b"of the camera's software")
    (folder / "B" / "notes.txt").write_bytes(b"no image")
    os.replace(folder / "B" / "field.tif.tmp", folder / "B" / "field.tif")
    reading.wait_for(("night/B", "field.tif", b"renamed when it is whole"))
    (folder / "other").write_bytes(b"another file over a name")
    os.replace(folder / "other", folder / "new.jpg")
    reading.wait_for(("night", "new.jpg", b"another file over a name"))
    assert {name for _, name, _ in reading.seen} == {"before.png", "new.jpg", "field.tif"}


def test_a_file_that_is_written_in_pieces_is_whole_in_the_end(reading: Reading) -> None:
    path = reading.watch.folder / "pieces.png"
    with path.open("wb") as stream:
        for piece in range(20):
            stream.write(bytes([piece]) * 1000)
            stream.flush()
    reading.wait_for(("night", "pieces.png", path.read_bytes()))


def test_a_folder_that_goes_away_is_said_and_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    said: list[str] = []
    watch = Watch(folder, steady=0.0, every=0.05, poll=True, trouble=said.append)
    looks = iter(watch)
    assert next(looks) == []
    folder.rename(tmp_path / "unplugged")
    assert next(looks) == []
    assert len(said) == 1
    assert "drive: cannot be read now" in said[0]
    assert next(looks) == []
    (tmp_path / "unplugged").rename(folder)
    (folder / "field.png").write_bytes(b"x")
    found = next(looks) or next(looks)
    assert [field.name for field in found] == ["field.png"]
    assert said[1:] == [""]
    watch.stop()
    assert next(looks, None) is None


def test_the_system_tells_of_a_new_field_long_before_the_next_look(tmp_path: Path) -> None:
    if (observer := _observer(tmp_path, lambda: None)) is None:
        pytest.skip("this system does not tell of changes")
    observer.stop()
    observer.join()
    reader = Reading(Watch(tmp_path, steady=0.05, every=3600.0))
    try:
        (tmp_path / "field.png").write_bytes(b"x")
        reader.wait_for((tmp_path.name, "field.png", b"x"))
    finally:
        reader.watch.stop()
        reader.thread.join(60)


def test_where_watchdog_is_not_installed_the_folder_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "watchdog.observers", None)
    (tmp_path / "field.png").write_bytes(b"x")
    for fields in Watch(tmp_path, steady=0.0, every=0.05):
        if fields:
            assert [field.name for field in fields] == ["field.png"]
            break
