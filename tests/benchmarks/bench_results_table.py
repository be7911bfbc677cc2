"""How long the results model takes with 100,000 rows: python tests/benchmarks/bench_results_table.py [ROWS].

Prints milliseconds of taking the rows in batches, sorting by each column, filtering and searching, of scrolling through
them, and of Ctrl+A and Ctrl+C. The clock on the wall, and the processor's own, which other work on the machine leaves alone.
"""

import os
import sys
import time
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from leukemia_desktop.gui.results_columns import CONFIDENCE, FIELD, FLAG, LABEL
from leukemia_desktop.gui.results_model import ResultsModel
from leukemia_desktop.gui.results_table import ResultsTable
from tests.gui.outcomes import failure, result


def main(rows: int = 100_000) -> None:
    """Build, sort by every column, filter, search, and print."""
    application = QApplication([])
    random = np.random.default_rng(1)
    labels = random.choice(["Benign", "Early", "Pre", "Pro"], rows)
    outcomes = [
        result(f"field_{n}.png", str(label), float(p)) if n % 97 else failure(f"field_{n}.png")
        for n, (label, p) in enumerate(zip(labels, random.random(rows), strict=True))
    ]
    place = {outcome.field.path: number for number, outcome in enumerate(outcomes)}
    model = ResultsModel(place.__getitem__)
    table = ResultsTable(model)
    table.resize(1300, 300)
    table.show()

    begin = cpu = 0.0

    def start() -> None:
        nonlocal begin, cpu
        begin, cpu = time.perf_counter(), time.process_time()

    def said(words: str) -> None:
        application.processEvents()
        wall, own = time.perf_counter() - begin, time.process_time() - cpu
        print(f"{words:28} {1000 * wall:7.1f} ms, CPU {1000 * own:7.1f} ms")

    start()
    for at in range(0, rows, 500):
        model.extend(outcomes[at : at + 500])
    said("take in batches of 500")
    for column, words in enumerate(model.headings()):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            start()
            model.sort(column, order)
            said(f"sort by {words} {order.name[:4].lower()}")
    model.sort(-1)
    for which in ("suspicious", "failed", "all"):
        start()
        model.set_filter(which)
        said(f"filter {which}")
    for column, wanted in ((FIELD, "77"), (CONFIDENCE, ">90"), (LABEL, ("Early", "Pro")), (FLAG, "empty")):
        start()
        model.set_columns({column: wanted})
        said(f"filter {model.headings()[column]}")
    start()
    model.set_columns({})
    model.set_sorts([(LABEL, False), (CONFIDENCE, True), (FIELD, False)])
    said("sort by three columns")
    for text in ("field_77", ""):
        start()
        model.set_search(text)
        said(f"search {text!r}")
    steps = []
    bar = table.view.verticalScrollBar()
    for at in np.linspace(bar.minimum(), bar.maximum(), 60).astype(int):
        begun = time.process_time()
        bar.setValue(int(at))
        application.processEvents()
        steps.append(time.process_time() - begun)
    print(f"{'scroll anywhere':28} CPU {1000 * np.median(steps):7.1f} ms, at most {1000 * max(steps):.1f} ms")
    table.view.setFocus()
    start()
    QTest.keySequence(table.view, QKeySequence.StandardKey.SelectAll)
    said("Ctrl+A")
    slices = []
    start()
    QTest.keySequence(table.view, QKeySequence.StandardKey.Copy)
    slices.append(time.process_time() - cpu)
    while table.copying.busy:
        begun = time.process_time()
        application.processEvents()
        slices.append(time.process_time() - begun)
    said("Ctrl+C, until it lies there")
    lines = application.clipboard().text().count("\n")
    print(f"{'':28} {lines} lines; the window waited at most {1000 * max(slices):.1f} ms of CPU")
    start()
    model.sort(CONFIDENCE)
    said("sort while all are selected")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
