"""A technician's session with the real program in a real X server, by mouse and keyboard, on drawn slides.

    python tests/gui_tour.py [--save-pictures] [--model ID_OR_FOLDER] [--keep FOLDER]

Saves a screenshot of each station and prints where. It needs xdotool, and Xvfb unless DISPLAY is set. A person looks at the
pictures: this script only fails where the program does not do what it was asked for. `--save-pictures` writes those of
README and manual: see tests/tour_pictures.py.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from PIL import ImageGrab

from leukemia_desktop.core.synthetic import draw_field, draw_slide, save_field

ROOT = Path(__file__).resolve().parents[1]

SCREENS = (
    (1366, 768, 1, "light", "en"),
    (1366, 768, 1, "dark", "en"),
    (1600, 1000, 1, "light", "fa"),
    (1366, 768, 1, "dark", "fa"),
    (3840, 2160, 2, "light", "en"),
)
"""Other first starts: width, height, scale, theme, language."""

CARET = 100
"""Pixels that may change on a screen at rest: the caret of a search box blinks."""
FINER = 8
"""Seconds of rest after which the finer map of the evidence is there, also on a busy machine."""

COLOURED = 60
"""By how much the channels of a pixel differ in the primary button, and in no other one."""


def say(words: str) -> None:
    """Print at once, also into a pipe."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


class Tour:
    """One start of the program on one screen."""

    def __init__(self, display: str, home: Path, pictures: Path, width: int, height: int, scale: float = 1):
        self.width, self.height, self.scale = width, height, scale
        self._pictures, self._display = pictures, display
        places = {name: str(home / name) for name in ("config", "data", "cache")}
        self._environment = os.environ | {
            "DISPLAY": display,
            "HOME": str(home),
            "XDG_CONFIG_HOME": places["config"],
            "XDG_DATA_HOME": places["data"],
            "XDG_CACHE_HOME": places["cache"],
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(scale),
        }
        self._program: subprocess.Popen[bytes] | None = None
        self._window = ""

    def start(self, *folders: Path) -> None:
        """Open the window on these folders, as large as the screen."""
        self._program = subprocess.Popen(
            [sys.executable, "-m", "leukemia_desktop", *(("open",) if folders else ()), *map(str, folders)],
            env=self._environment,
            cwd=ROOT,
        )
        found = self._xdotool(
            "search", "--sync", "--onlyvisible", "--pid", str(self._program.pid), "--name", "Leukemia Desktop"
        )
        self._window = found.split()[-1]
        self._xdotool(
            "windowmove", self._window, "0", "0", "windowsize", "--sync", self._window, str(self.width), str(self.height)
        )
        self._xdotool("windowfocus", "--sync", self._window)
        self.still(2)

    def focus(self) -> None:
        """Back to the window after a dialog: without a window manager nobody else does that."""
        self._xdotool("windowfocus", self._window)

    def keys(self, *keys: str) -> None:
        """Press these keys, one after the other."""
        self._xdotool("key", "--delay", "60", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "20", text)

    def click(self, x: float, y: float) -> None:
        """Click at a place in points; negative ones count from the right and from below."""
        across, down = x * self.scale, y * self.scale
        across, down = across + self.width * (x < 0), down + self.height * (y < 0)
        self._xdotool("mousemove", str(round(across)), str(round(down)), "click", "1")

    def hover(self, x: float, y: float) -> None:
        """Rest the mouse at a place in points."""
        self._xdotool("mousemove", str(round(x * self.scale)), str(round(y * self.scale)))

    def still(self, seconds: float = 0.8, limit: float = 90) -> None:
        """Wait until nothing has moved on the screen for a while."""
        until, since, before = time.monotonic() + limit, time.monotonic(), self._grab()
        while time.monotonic() - since < seconds:
            if time.monotonic() > until:
                raise SystemExit(f"the screen does not come to rest within {limit:.0f} s")
            time.sleep(0.1)
            now = self._grab()
            if np.count_nonzero((now != before).any(axis=2)) > CARET:
                since, before = time.monotonic(), now

    def press(self, key: str) -> None:
        """Press a key that changes what is on the screen, and wait until it has."""
        before = self._grab()
        self.keys(key)
        self.moving(before=before)
        self.still(1)

    def moving(self, limit: float = 30, before: np.ndarray | None = None) -> None:
        """Wait until something has moved, since then or since now."""
        until, before = time.monotonic() + limit, self._grab() if before is None else before
        while np.array_equal(self._grab(), before):
            if time.monotonic() > until:
                raise SystemExit("nothing happens")
            time.sleep(0.05)

    def ready(self, limit: float = 120) -> None:
        """Wait until Analyse can be pressed: the one coloured thing in the toolbar."""
        until, rows = time.monotonic() + limit, slice(round(40 * self.scale), round(90 * self.scale))
        while np.count_nonzero(np.ptp(self._grab()[rows].astype(int), axis=2) > COLOURED) < 1000 * self.scale:
            if time.monotonic() > until:
                raise SystemExit("Analyse cannot be pressed")
            time.sleep(0.2)

    def picture(self, name: str) -> Path:
        """Save what is on the screen."""
        if self._program is None or self._program.poll() is not None:
            raise SystemExit(f"the program has ended before {name}")
        path = self._pictures / f"{name}.png"
        Pillow.fromarray(self._grab()).save(path)
        say(str(path))
        return path

    def quit(self) -> None:
        """Close as a person does, and see that the program ends well."""
        self.focus()
        self.keys("ctrl+q")
        assert self._program is not None
        if self._program.wait(timeout=120) != 0:
            raise SystemExit(f"the program ended with {self._program.returncode}")

    def end(self) -> None:
        """After a failure: leave no program behind."""
        if self._program is not None and self._program.poll() is None:
            self._program.kill()
            self._program.wait()

    def _grab(self) -> np.ndarray:
        return np.asarray(ImageGrab.grab((0, 0, self.width, self.height), xdisplay=self._display).convert("RGB"))

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._environment, capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise SystemExit(f"xdotool {' '.join(words)}: {done.stderr.strip()}")
        return done.stdout


@contextmanager
def screen(width: int, height: int) -> Iterator[str]:
    """A display of at least this size: the one that is there, or an X server of its own."""
    if os.environ.get("DISPLAY"):
        yield os.environ["DISPLAY"]
        return
    read, write = os.pipe()
    size = f"{width}x{height}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as stream:
            yield f":{stream.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def draw_slides(folder: Path) -> list[Path]:
    """Three slides: one with damaged and blurred fields among the others, one long, one short."""
    first, second, third = (folder / f"2026-11-2{day}" for day in ("3 A-0412", "3 A-0413", "2 A-0398"))
    draw_slide(first, fields=60, seed=1)
    for number, (cells, blur) in enumerate(((2, 0.0), (14, 3.5), (0, 0.0)), start=61):
        save_field(draw_field(number, cells=cells, blur=blur), first / f"field_{number:04d}.jpg")
    whole = sorted(first.glob("*.jpg"))
    whole[7].write_bytes(whole[7].read_bytes()[:9000])
    (first / "notes.jpg").write_text("these are only words, and somebody has given them the name of a picture", "utf-8")
    draw_slide(second, fields=24, seed=413)
    draw_slide(third, fields=12, seed=398)
    save_field(draw_field(5, size=(1944, 2592), red_cell_diameter=60), third / "whole_camera.png")
    return [first, second, third]


def settings(home: Path, **values: object) -> None:
    """What this person has set."""
    place = home / "config" / "leukemia-desktop"
    place.mkdir(parents=True, exist_ok=True)
    (place / "settings.json").write_text(json.dumps(values), "utf-8")


def session(tour: Tour, slides: list[Path], home: Path) -> None:
    """From the empty window to the report."""
    tour.start()
    tour.picture("01-empty")
    tour.quit()
    tour.start(*slides)
    tour.picture("02-opened")
    tour.ready()
    tour.click(190, 62)  # Analyse
    tour.moving()
    tour.picture("03-running")
    tour.still(4)
    tour.picture("04-done")
    tour.keys("shift+n")
    tour.still()
    tour.picture("05-needs-a-look")
    tour.keys("g")
    tour.still(FINER)
    tour.picture("06-evidence")
    tour.keys("h")
    tour.still()
    tour.picture("07-evidence-without-cells")
    tour.keys("h", "g", "ctrl+1")
    tour.still()
    tour.picture("08-cells")
    tour.keys("ctrl+0", "ctrl+f")
    tour.write("pre")
    tour.still()
    tour.picture("09-search")
    # a line on X11 would take the key for its end: only a real X server shows whether the window gets it
    tour.keys("Escape", "ctrl+f", "ctrl+e")
    tour.still()
    tour.picture("10-export")
    target = home / "A-0412.csv"
    tour.keys("ctrl+a")
    tour.write(str(target))
    tour.keys("Return")
    until = time.monotonic() + 90
    while not target.is_file():  # a dialog that is slow to take keys stands still, too
        if time.monotonic() > until:
            raise SystemExit(f"{target} was not written")
        time.sleep(0.1)
    tour.still()
    tour.picture("11-exported")
    tour.focus()
    tour.keys("ctrl+F1")
    tour.still()
    tour.picture("12-keys")
    tour.keys("Escape")
    tour.quit()


def dark(tour: Tour, slides: list[Path]) -> None:
    """The same slides at the next start, in the dark: results come from the ledger."""
    tour.start(*slides)
    tour.ready()
    tour.click(190, 62)
    tour.moving()
    tour.still(4)
    tour.picture("dark-01-done")
    tour.keys("shift+n", "shift+n", "shift+n", "g")
    tour.still(FINER)
    tour.picture("dark-02-evidence")
    tour.keys("ctrl+F1")
    tour.still()
    tour.picture("dark-03-keys")
    tour.keys("Escape")
    tour.quit()


def other_screen(tour: Tour, slides: list[Path], name: str) -> None:
    """A first start on a screen of another size."""
    tour.start(*slides)
    tour.picture(f"{name}-01-opened")
    tour.ready()
    tour.keys("F5")
    tour.moving()
    tour.still(4)
    tour.picture(f"{name}-02-done")
    tour.keys("shift+n", "g")
    tour.still(FINER)
    tour.picture(f"{name}-03-evidence")
    tour.quit()


@contextmanager
def starts(display: str, home: Path, pictures: Path, width: int, height: int, scale: float = 1) -> Iterator[Tour]:
    """A tour whose program does not outlive it."""
    tour = Tour(display, home, pictures, width, height, scale)
    try:
        yield tour
    finally:
        tour.end()


def main() -> None:
    """Walk the tour."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--save-pictures", action="store_true", help="write the pictures of README and manual")
    parser.add_argument("--model", default="", help="another model than the default: an id or a folder")
    parser.add_argument("--keep", type=Path, help="folder for the screenshots; a temporary one is made without it")
    asked = parser.parse_args()
    needed = ["xdotool", *([] if os.environ.get("DISPLAY") else ["Xvfb"]), *(["openbox"] if asked.save_pictures else [])]
    if missing := [each for each in needed if not shutil.which(each)]:
        parser.exit(2, f"install first: {', '.join(missing)}\n")
    pictures = asked.keep or Path(tempfile.mkdtemp(prefix="leukemia-tour-"))
    pictures.mkdir(parents=True, exist_ok=True)
    model = {"model": asked.model} if asked.model else {}
    home = Path(tempfile.mkdtemp(prefix="leukemia-home-"))
    try:
        slides = draw_slides(home / "slides")
        with screen(1600, 1000) as display, starts(display, home, pictures, 1600, 1000) as tour:
            settings(home, theme="light", **model)
            session(tour, slides, home)
            settings(home, theme="dark", **model)
            dark(tour, slides)
        for width, height, scale, theme, language in SCREENS:
            name = f"{width}x{height}-{theme}-{language}"
            (home / name).mkdir()
            settings(home / name, theme=theme, language=language, **model)
            with screen(width, height) as display, starts(display, home / name, pictures, width, height, scale) as tour:
                other_screen(tour, slides, name)
    finally:
        shutil.rmtree(home)
    if asked.save_pictures:
        from tour_panels import walk  # beside this script
        from tour_pictures import save_pictures

        walk(pictures)
        save_pictures(pictures)
    say(f"screenshots: {pictures}")


if __name__ == "__main__":
    main()
