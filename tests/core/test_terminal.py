"""A batch shows a bar to a person and says plain lines to a script, which starts without what only a person needs."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MakeSlide = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]

BATCH = """
import sys
from pathlib import Path
from leukemia_desktop.core.batch import Order, classify_folders
slide, model, out = map(Path, sys.argv[1:])
code = classify_folders(Order([slide], [out / "out.csv"], str(model), "cpu", out / "ledger.sqlite"))
print(code, *sorted(name for name in sys.modules if "." not in name))
"""


@pytest.fixture
def batch(tiny_model: Path, tmp_path: Path) -> Callable[[Path], list[str]]:
    out = tmp_path / "out"
    out.mkdir()
    return lambda slide: [sys.executable, "-c", BATCH, str(slide), str(tiny_model), str(out)]


def test_a_script_gets_plain_lines_and_loads_nothing_that_it_does_not_need(
    make_slide: MakeSlide, batch: Callable[[Path], list[str]]
) -> None:
    slide = make_slide("A [bold]", ".jpg", Pro=30)
    done = subprocess.run(batch(slide), cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[0] == "30 fields, model tiny, on the CPU"
    assert "A [bold]: 30 of 30 fields analysed" in done.stderr
    assert "\x1b" not in done.stderr
    code, *loaded = done.stdout.split()
    assert code == "0"
    assert "onnxruntime" in loaded
    assert not {"rich", "PIL", "xlsxwriter", "reportlab", "jinja2", "PySide6"} & set(loaded)


@pytest.mark.skipif(os.name == "nt", reason="a terminal to pretend is POSIX")
def test_a_person_sees_a_bar_with_the_rate_and_complaints_in_red(
    make_slide: MakeSlide, batch: Callable[[Path], list[str]]
) -> None:
    slide = make_slide("A", Pro=300)
    (slide / "empty.png").touch()
    master, terminal = os.openpty()
    colours = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm-256color"}
    with subprocess.Popen(batch(slide), cwd=ROOT, stdout=subprocess.PIPE, stderr=terminal, env=colours) as child:
        os.close(terminal)
        shown = b""
        try:
            while piece := os.read(master, 65536):
                shown += piece
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(master)
        assert child.stdout
        assert child.stdout.read().startswith(b"1 ")
    text = shown.decode()
    assert "301 fields, model tiny, on the CPU" in text
    assert "/301" in text
    assert "fields/s" in text
    assert "\x1b[31mfailed: " in text


@pytest.mark.skipif(os.name == "nt", reason="a terminal to pretend is POSIX")
def test_a_terminal_without_a_cursor_gets_lines_and_names_cannot_steer_it(
    make_slide: MakeSlide, batch: Callable[[Path], list[str]]
) -> None:
    slide = make_slide("A", Pro=2)
    (slide / "red\x1b[31m\nline.png").touch()
    master, terminal = os.openpty()
    plain = os.environ | {"TERM": "dumb", "NO_COLOR": "1"}
    with subprocess.Popen(batch(slide), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=terminal, env=plain) as child:
        os.close(terminal)
        shown = b""
        try:
            while piece := os.read(master, 65536):
                shown += piece
        except OSError:
            pass
        os.close(master)
    assert child.returncode == 0
    text = shown.decode()
    assert "red\\u001b[31m\\u000aline.png: the file is empty" in text
    assert not set(text) & {"\x1b", "\u2501"}
    assert "" not in text.splitlines()
