"""Ctrl+C and SIGTERM end a batch wherever the program is when they come, and what they ended is whole."""

import csv
import io
import json
import signal
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leukemia_desktop.core.batch import INTERRUPTED, Order, classify_folders
from leukemia_desktop.core.ending import SIGNALS, ending
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.watching import watch_folder

MakeSlide = Callable[..., Path]


@pytest.fixture(autouse=True)
def not_deaf() -> Iterator[None]:
    """As a program starts from a terminal; one in the background of a shell is deaf to Ctrl+C."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        signal.signal(number, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Thing:
    pass


class Reader(io.StringIO):
    """Standard output, whose first outcome drops a thing; a signal comes inside of the callback that is told of it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.outcomes = 0
        self._number = number

    def write(self, text: str) -> int:
        if json.loads(text)["event"] == "outcome":
            self.outcomes += 1
            if self.outcomes == 1:
                thing = Thing()
                told = weakref.ref(thing, lambda _: signal.raise_signal(self._number))
                del thing
                assert told() is None
            elif self.outcomes == 3:
                signal.raise_signal(self._number)  # so that a program in which the first was lost ends all the same
        return len(text)


def watch(order: Order) -> int:
    return watch_folder(order, steady=0.0, poll=True, quiet=True, events=True)


def classify(order: Order) -> int:
    return classify_folders(order, quiet=True, events=True)


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize(("batch", "code"), [(watch, 0), (classify, INTERRUPTED)])
def test_what_comes_inside_of_a_callback_is_not_lost(
    batch: Callable[[Order], int],
    code: int,
    number: int,
    make_slide: MakeSlide,
    tiny_model: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader = Reader(number)
    monkeypatch.setattr(sys, "stdout", reader)
    order = Order([make_slide("A", Pro=3)], [tmp_path / "out.csv"], str(tiny_model), "cpu", tmp_path / "ledger.sqlite")
    assert batch(order) == code
    assert reader.outcomes == 1
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["file"] for row in csv.DictReader(stream)] == ["Pro_1.png"]
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        assert ledger.verify() == ""
    assert {signal.getsignal(each) for each in SIGNALS} == {signal.default_int_handler}


def test_asked_twice_the_program_is_interrupted_where_it_is() -> None:
    asked = []
    with ending(lambda: asked.append("a"), lambda: asked.append("b")):
        signal.raise_signal(signal.SIGTERM)
        assert asked == ["a", "b"]
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert asked == ["a", "b"]


def test_what_is_ignored_stays_ignored_and_other_threads_change_nothing() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked = []

    def beside() -> None:
        with ending(lambda: asked.append("beside")):
            asked.append(signal.getsignal(signal.SIGTERM))

    with ending(lambda: asked.append("here")):
        signal.raise_signal(signal.SIGINT)
    assert asked == []
    thread = threading.Thread(target=beside)
    thread.start()
    thread.join()
    assert asked == [signal.default_int_handler]
