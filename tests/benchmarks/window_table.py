"""What was measured of the window, its start beside other programs and how long it is held up, as a table.

`python tests/benchmarks/window_table.py` puts what bench_window_start.py and bench_stalls.py saved into README.md.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.readme import README, put

SAVED = Path(__file__).resolve().parents[2] / "results" / "benchmarks" / "window.json"
GOAL_OF = {"labelme": 0.6, "napari": 0.35}
GOAL_P99, GOAL_LONGEST = 50, 200
BUSY = hasattr(os, "getloadavg") and os.getloadavg()[0] >= (os.cpu_count() or 1) / 4
"""Whether the machine had other work when this program began to measure."""


def keep(what: str, figures: dict[str, Any]) -> None:
    """Save `figures` under the name `what`, beside what else was measured, and how busy the machine was."""
    saved = json.loads(SAVED.read_text("utf-8")) if SAVED.exists() else {}
    saved[what] = figures | {"busy": BUSY}
    SAVED.parent.mkdir(parents=True, exist_ok=True)
    SAVED.write_text(json.dumps(saved, indent=1), "utf-8")


def table(saved: dict[str, Any]) -> str:
    """Markdown: every goal of the window that was measured, and whether it is reached; a busy machine is not believed."""
    rows = []

    def verdict(what: str, reached: bool) -> str:
        return "not judged: the machine was busy" if saved[what]["busy"] else "yes" if reached else "no"

    if "first paint" in saved:
        paint = saved["first paint"]
        ours, empty = paint["the window"], paint["an empty Qt window"]
        rows.append((f"first paint after the call (an empty Qt window: {empty:.0f} ms)", f"{ours:.0f} ms", ""))
        for name, goal in GOAL_OF.items():
            if name in paint:
                share = ours / paint[name]
                rows.append(
                    (
                        f"first paint, of {name}'s {paint[name]:.0f} ms: at most {goal}",
                        f"{share:.2f}",
                        verdict("first paint", share <= goal),
                    )
                )
    for what in ("batch, evidence off", "batch, evidence on"):
        if what in saved:
            held = saved[what]
            reached = held["p99"] < GOAL_P99 and held["longest"] < GOAL_LONGEST
            goal = f"99 % of the turns below {GOAL_P99} ms, the longest below {GOAL_LONGEST}"
            rows.append(
                (f"event loop, {what}: {goal}", f"{held['p99']:.0f} ms, {held['longest']:.0f} ms", verdict(what, reached))
            )
    text = ["| goal of the window | measured | reached |", "|---|---|---|"]
    return "\n".join([*text, *(f"| {words} | {value} | {reached} |" for words, value, reached in rows)])


if __name__ == "__main__":
    put(README, "window", table(json.loads(SAVED.read_text("utf-8"))))
