"""How long the results model takes with 100,000 rows: python tests/benchmarks/bench_results_table.py [ROWS].

Prints milliseconds of taking the rows in batches, sorting by each column, filtering and searching.
"""

import os
import sys
import time
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
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

    def said(words: str, begin: float) -> None:
        application.processEvents()
        print(f"{words:28} {1000 * (time.perf_counter() - begin):7.1f} ms")

    begin = time.perf_counter()
    for at in range(0, rows, 500):
        model.extend(outcomes[at : at + 500])
    said("take in batches of 500", begin)
    for column, words in enumerate(model.headings()):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            begin = time.perf_counter()
            model.sort(column, order)
            said(f"sort by {words} {order.name[:4].lower()}", begin)
    model.sort(-1)
    for which in ("suspicious", "failed", "all"):
        begin = time.perf_counter()
        model.set_filter(which)
        said(f"filter {which}", begin)
    for column, wanted in ((FIELD, "77"), (CONFIDENCE, ">90"), (LABEL, ("Early", "Pro")), (FLAG, "empty")):
        begin = time.perf_counter()
        model.set_columns({column: wanted})
        said(f"filter {model.headings()[column]}", begin)
    begin = time.perf_counter()
    model.set_columns({})
    model.set_sorts([(LABEL, False), (CONFIDENCE, True), (FIELD, False)])
    said("sort by three columns", begin)
    for text in ("field_77", ""):
        begin = time.perf_counter()
        model.set_search(text)
        said(f"search {text!r}", begin)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
