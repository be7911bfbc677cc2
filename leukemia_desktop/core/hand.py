"""A hand: a program beside this one that measures fields at a desk of its own, told what to do through two pipes.

Threads of one Python take turns wherever they do anything but compute, and a field has hundreds of such places: programs do
not. A program of our own making, and no multiprocessing.Process: that would read the caller's main file once more, which
costs as long as all the rest of a start, and needs semaphores that not every system gives.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from leukemia_desktop.core.desk import Desk, Measured, Wanted

ARGUMENT = "--hand-of-leukemia-desktop"
"""What the frozen program, which is no Python to be given code, is called with: see packaging/frozen.py."""
READY = "ready"
PATIENCE = 600.0
"""Seconds without an answer after which a program is ended, to start and for each field: a hundred times what any needs."""


class HandLost(Exception):
    """The program ended in the middle of its work, or had to be ended because it hung."""


class Hand:
    """One such program, started when this is made. Used by one thread at a time; `close` by any, at any time."""

    def __init__(self, desk: Desk) -> None:
        """Start it with a copy of the desk, on the CPU. Raises HandLost when no program can be started here."""
        try:
            self._child = subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_apart())
        except (OSError, ValueError) as error:
            raise HandLost(str(error)) from None
        assert self._child.stdin
        assert self._child.stdout
        self._orders, self._answers = self._child.stdin, self._child.stdout
        self._desk = desk

    @property
    def pid(self) -> int:
        """The program's number."""
        return self._child.pid

    def welcome(self) -> bool:
        """Wait until the program has opened its model; False when it could not."""
        manifest = self._desk.classifier.manifest
        with suppress(HandLost), self._in_time(1):
            self._tell((replace(manifest), self._desk.recipe, self._desk.max_megapixels))  # without the model's bytes
            return bool(self._hear() == READY)
        return False

    def measure(self, paths: Sequence[Path], wanted: Wanted | None) -> list[Measured]:
        """As a desk does. Raises HandLost, and what went wrong there and is nobody's fault but the program's."""
        with self._in_time(len(paths)):
            self._tell(([os.fspath(path) for path in paths], wanted is not None))
            if wanted is not None:
                hashes = self._hear()
                try:
                    chosen = wanted(hashes)
                except BaseException:
                    self.close()  # it waits for this, and would take the next order for it
                    raise
                self._tell(chosen)
            answers: list[Measured] = self._hear()
        return answers

    @contextmanager
    def _in_time(self, fields: int) -> Iterator[None]:
        """End the program when it takes too long: whoever waits for it then hears that it is lost."""
        limit = threading.Timer(PATIENCE * fields, self._child.kill)
        limit.start()
        try:
            yield
        finally:
            limit.cancel()
            limit.join()

    def _tell(self, what: Any) -> None:
        try:
            _write(self._orders, what)
        except (OSError, ValueError) as error:
            raise HandLost(str(error)) from None

    def _hear(self) -> Any:
        try:
            heard = pickle.load(self._answers)
        except (OSError, ValueError, EOFError, pickle.UnpicklingError) as error:
            raise HandLost(str(error)) from None
        if isinstance(heard, Exception):
            raise heard
        return heard

    def close(self) -> None:
        """End the program at once: all that it knows was told or is not wanted any more. Closing twice is harmless."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._orders, self._answers):
            with suppress(OSError):  # what could not be said any more
                pipe.close()


def command() -> list[str]:
    """How the program is started: this Python with these paths, or the frozen program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    code = f"import sys; sys.path[:] = {sys.path!a}; from {__name__} import main; main()"
    return [sys.executable, "-c", code]


def _apart() -> dict[str, Any]:
    """Ctrl+C is meant for the program that a person called, and no window opens for this one."""
    said: dict[str, Any] = {"stderr": subprocess.DEVNULL}
    if sys.platform == "win32":
        return said | {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return said | {"process_group": 0}


def _write(pipe: IO[bytes], what: Any) -> None:
    pipe.write(pickle.dumps(what, pickle.HIGHEST_PROTOCOL))
    pipe.flush()


def main() -> None:
    """The program: one desk, and answers until nobody asks any more. Its caller's end, however it came, is its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):  # what a library prints is no answer
        os.dup2(nowhere, standard)
    try:
        with suppress(EOFError, BrokenPipeError, pickle.UnpicklingError):
            _work(orders, answers)
    finally:  # nothing to tidy up, the caller may be gone, and a frozen program would show what went wrong in a window
        os._exit(0)


def _work(orders: IO[bytes], answers: IO[bytes]) -> None:
    import cv2

    from leukemia_desktop.core.classifier import Classifier

    cv2.setNumThreads(1)  # there is a program for every core
    manifest, recipe, max_megapixels = pickle.load(orders)
    desk = Desk(Classifier(manifest, provider="cpu", threads=1), recipe, max_megapixels)
    _write(answers, READY)

    def wanted(hashes: set[str]) -> set[str]:
        _write(answers, hashes)
        chosen: set[str] = pickle.load(orders)
        return chosen

    while True:
        paths, asks = pickle.load(orders)
        try:
            answer: Any = desk.measure([Path(path) for path in paths], wanted if asks else None)
        except (EOFError, BrokenPipeError):
            raise
        except Exception:  # not every exception can travel, and no traceback can
            answer = RuntimeError(traceback.format_exc())
        _write(answers, answer)
