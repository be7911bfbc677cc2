"""Nothing leaves the machine: every verb runs where sockets are refused, and what could reach out is named here."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from leukemia_desktop.check import HOME
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.review import change_of, decide
from tests.core.report_cases import analysed
from tests.test_check import WITHOUT_A_NETWORK
from tests.test_command_lines import DESKTOP
from tests.test_house import SOURCES, imported, relative, tree

ROOT = Path(__file__).resolve().parents[1]

# one call a line comes in, its exit code goes out; a watch is ended, as by Ctrl+C, once its CSV is there
EVERY_CALL = (
    WITHOUT_A_NETWORK[: WITHOUT_A_NETWORK.index("if sys.argv")]
    + """
import json, os, signal, threading, time
from pathlib import Path
from leukemia_desktop.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job is born deaf to it
def end_of_watch(csv):
    while not csv.exists():
        time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGINT)
for line in sys.stdin:
    call = json.loads(line)
    if call[0] == "watch":
        threading.Thread(target=end_of_watch, args=(Path(call[call.index("--csv") + 1]),), daemon=True).start()
    sys.argv = ["leukemia-desktop", *call]
    try:
        main()
    except SystemExit as end:
        sys.stderr.write(f"EXIT {json.dumps([call, end.code])}\\n")
"""
)
NEEDS_A_NETWORK = {
    "leukemia_desktop/core/cluster.py": "--scheduler",
    "leukemia_desktop/core/cluster_job.py": "--scheduler",
    "leukemia_desktop/training/fetch.py": "leukemia-train fetch",
    "leukemia_desktop/training/architectures/_weights.py": "leukemia-train train, once, for public weights",
}
"""What imports a thing that can reach out, and when; resources/help/privacy.md says the same."""
REACHING_OUT = {
    *("socket", "ssl", "http", "asyncio", "ftplib", "smtplib", "xmlrpc", "webbrowser", "requests", "urllib3", "aiohttp"),
    *("urllib.request", "distributed", "kagglehub", "PySide6.QtNetwork", "PySide6.QtWebEngineCore"),
}


def exits(calls: Sequence[Sequence[str | Path]], home: Path) -> list[int]:
    """The exit code of each call of the program, in one interpreter that refuses every socket."""
    known = {name: value for name, value in os.environ.items() if name not in HOME and "proxy" not in name.lower()}
    done = subprocess.run(
        [sys.executable, "-c", EVERY_CALL],
        input="".join(json.dumps([*map(str, call)]) + "\n" for call in calls),
        cwd=ROOT,
        env=known | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert "NETWORK" not in done.stderr, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    ended = [json.loads(line.removeprefix("EXIT ")) for line in done.stderr.splitlines() if line.startswith("EXIT ")]
    assert [call for call, _ in ended] == [[*map(str, call)] for call in calls], done.stderr
    return [code for _, code in ended]


def test_no_verb_asks_for_the_network(make_slide: Callable[..., Path], tiny_model: Path, tmp_path: Path) -> None:
    slide, out = make_slide("A", Pro=3, Benign=3), tmp_path / "out"
    for folder in (out, tmp_path / "home"):
        folder.mkdir()
    ledger, key = ("--ledger", out / "ledger.sqlite"), out / "lab.key"
    with Ledger(out / "ledger.sqlite") as book:
        run = analysed(tiny_model, slide)
        book.record([*run.outcomes])  # type: ignore[list-item]
        decide(book, [change_of(run.outcomes[0], "Pre", "looks so")], reader="Ada", role="first")  # type: ignore[arg-type]
    model = ("--model", tiny_model, "--provider", "cpu")
    reports = [part for form in ("html", "xlsx", "pdf") for part in (f"--{form}", out / f"report.{form}")]
    calls: list[list[str | Path]] = [
        ["classify", slide, "--csv", out / "a.csv", *reports, "--json-report", out / "b.json", *ledger, *model],
        ["watch", slide, "--csv", out / "watched.csv", "--steady", "0", "--poll", *ledger, *model],
        ["cells", slide, "--csv", out / "cells.csv"],
        ["control", slide, "--baseline", *model],
        ["control", slide, "--chart", out / "chart.svg", *model],
        ["models"],
        ["models", "key", key],
        ["models", "sign", tiny_model, "--key", key],
        ["models", "trust", key],
        ["models", "add", tiny_model],
        ["models", "default", "tiny"],
        ["models", "trust", "--off"],
        ["models", "remove", "tiny"],
        ["ledger", "verify", *ledger],
        ["ledger", "export", out / "audit.csv", *ledger],
        ["ledger", "backup", out / "copy.sqlite", *ledger],
        ["review", "agreement", slide, *ledger],
        ["review", "export", slide, "--to", out / "own", *ledger],
        ["demo", "--no-window", "--out", out / "demo"],
    ]
    called = {call[0] for call in calls}
    for verb, options in DESKTOP.items():
        if verb in ("ledger", "models", "review"):
            assert {str(call[1]) for call in calls if call[0] == verb and len(call) > 1} == options
    # those two are tried with the window, in tests/test_check.py
    assert called | {"check", "open"} == DESKTOP.keys(), "a new verb belongs into this list"
    assert exits(calls, tmp_path / "home") == [0] * len(calls)


def test_what_could_reach_out_is_imported_where_it_is_asked_for_and_nowhere_else() -> None:
    def reaches(name: str) -> bool:
        return any(name == known or name.startswith(f"{known}.") for known in REACHING_OUT)

    found = {
        relative(path)
        for path in SOURCES
        if any(reaches(name) for name in imported(tree(path))) or "torch.hub." in path.read_text("utf-8")
    }
    assert found == NEEDS_A_NETWORK.keys()
