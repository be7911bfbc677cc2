"""What threads promise: every outcome once, few and ordered batches, and signals by the hundred thousand."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.analysis_thread import AnalysisThread
from leukemia_desktop.gui.in_order import InOrder


class _Teller(QObject):
    told = Signal(bool, list)


def test_two_hundred_thousand_signals_do_no_harm(qtbot: QtBot):
    """PySide6 6.12.0 on Python 3.11 aborts after some 580 of them."""
    teller, heard = _Teller(), 0

    def hear(yes: bool, _: list[int]) -> None:
        nonlocal heard
        heard += yes

    teller.told.connect(hear)
    for _ in range(200_000):
        teller.told.emit(True, [])
    assert heard == 200_000


def test_every_outcome_comes_once_in_order_and_is_in_the_ledger_by_then(
    make_slide: Callable[..., Path], tiny_model: Path, qtbot: QtBot
):
    fields = find_fields(make_slide("A", Benign=4, Pre=30))
    thread = AnalysisThread(fields, Settings(model=str(tiny_model)))
    batches: list[list[str]] = []
    opened: list[tuple[str, str]] = []
    thread.analyzed.connect(lambda outcomes: batches.append([o.field.name for o in outcomes]))
    thread.opened.connect(lambda *words: opened.append(words))
    with qtbot.waitSignal(thread.finished, timeout=30_000):
        thread.start()
    thread.wait()
    assert [name for batch in batches for name in batch] == [field.name for field in fields]
    assert all(batches)
    assert opened == [("cpu", "tiny")]
    with Ledger(Settings().ledger_path) as ledger:
        assert sum(entry["what"] == "analysed" for entry in ledger.entries()) == len(fields)


def test_a_stop_keeps_the_promise_that_nothing_recorded_is_lost(
    slow_slide: Callable[..., Path], tiny_model: Path, qtbot: QtBot
):
    fields = find_fields(slow_slide("A", 60))
    thread = AnalysisThread(fields, Settings(model=str(tiny_model)))
    seen: list[str] = []
    thread.analyzed.connect(lambda outcomes: (seen.extend(o.field.name for o in outcomes), thread.stop()))
    with qtbot.waitSignal(thread.finished, timeout=30_000):
        thread.start()
    thread.wait()
    QCoreApplication.processEvents()
    assert 0 < len(seen) < 60
    assert seen == [field.name for field in fields[: len(seen)]]


def test_requests_are_answered_in_order_off_the_window_s_thread(qtbot: QtBot):
    here = threading.get_ident()
    worker = InOrder(lambda number: (number, threading.get_ident() == here))
    answers: list[tuple[int, bool]] = []
    worker.answered.connect(answers.append)
    for number in range(50):
        worker.ask(number)
    qtbot.waitUntil(lambda: len(answers) == 50)
    worker.close_down()
    assert answers == [(number, False) for number in range(50)]
    worker.ask(50)
    assert not worker.isRunning()
