"""A folder that a camera fills: fields come out once their files are whole. Knows no window and no model.

Looking again and again is what finds fields, everywhere alike; where the system tells of changes (watchdog, extra `watch`),
the next look comes at once instead of at the next turn. Network drives tell nothing, or not of what other machines do.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from leukemia_desktop.core.fields import Field, NoFields, find_fields

BREATH = 0.1
"""Seconds between two looks at least: a camera that writes tells of a change with every piece."""
State = tuple[int, int, int]
"""Size, time of the last change, and which file it is: renaming another file over a name is a change too."""


class Settling:
    """Which files have not changed for a while; the times are given, so that nothing here waits."""

    def __init__(self, steady: float) -> None:
        """`steady` seconds without a change make a file whole."""
        self._steady = steady
        self._since: dict[Path, tuple[State, float]] = {}
        """What was seen of a file that is not whole yet, and since when."""
        self._given: dict[Path, State] = {}

    @property
    def waiting(self) -> bool:
        """There are files that are not whole yet."""
        return bool(self._since)

    def look(self, files: dict[Path, State], now: float) -> list[Path]:
        """The files that are whole by `now` and were not given in this state before, in the order of `files`.

        An empty file is waited for: camera software makes the name before it writes.
        """
        self._since = {path: seen for path, seen in self._since.items() if path in files}
        whole: list[Path] = []
        for path, state in files.items():
            if self._given.get(path) == state or not state[0]:
                self._since.pop(path, None)
                continue
            seen, since = self._since.setdefault(path, (state, now))
            if seen != state:
                self._since[path] = (state, now)
            elif now - since >= self._steady:
                del self._since[path]
                self._given[path] = state
                whole.append(path)
        return whole


class Watch:
    """Iterate it for lists of fields, as they become whole; an empty list says that a while went by without any.

    What lies there already comes first. It ends after stop(), which any thread and any signal's handler may call. `trouble`
    gets one sentence when the folder cannot be read any more, and an empty one when it can be again.
    """

    def __init__(
        self,
        folder: Path,
        *,
        steady: float = 2.0,
        every: float = 5.0,
        poll: bool = False,
        trouble: Callable[[str], None] = lambda _: None,
    ) -> None:
        """A file is whole when it did not change for `steady` seconds; `every` seconds the folder is looked at anyway."""
        self.folder = Path(os.path.abspath(folder))
        self._steady, self._every, self._poll = steady, every, poll
        self._trouble = trouble
        self._said = ""
        self._stopped = False
        # no Event: a signal's handler that sets one waits for ever where the signal came in the middle of waiting for it
        self._awake: SimpleQueue[None] = SimpleQueue()

    def stop(self) -> None:
        """End the iteration, also while it waits."""
        self._stopped = True
        self._wake()

    def __iter__(self) -> Iterator[list[Field]]:
        settling = Settling(self._steady)
        with self._told():
            while not self._stopped:
                while self._woken(0.0):  # what was told until now
                    pass
                fields = {field.path: field for field in self._fields()}
                whole = settling.look(_states(fields), time.monotonic())
                if self._stopped:
                    return
                yield [fields[path] for path in whole]
                self._rest(min(self._steady, self._every) if settling.waiting else self._every)

    def _rest(self, seconds: float) -> None:
        time.sleep(min(seconds, BREATH))
        # in short pieces, because on Windows Ctrl+C does not reach a thread that waits
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and not self._woken(min(left, 0.5)):
            pass

    def _wake(self) -> None:
        if self._awake.empty():
            self._awake.put(None)

    def _woken(self, seconds: float) -> bool:
        try:
            self._awake.get(timeout=seconds)
        except Empty:
            return False
        return True

    def _fields(self) -> list[Field]:
        said = ""
        try:
            if not self.folder.is_dir():
                said = f"{self.folder}: cannot be read now; waiting for it"
            return find_fields(self.folder) if not said else []
        except NoFields:
            return []
        except OSError as error:
            said = f"{self.folder}: {error.strerror or error}; waiting for it"
            return []
        finally:
            if said != self._said:
                self._said = said
                self._trouble(said)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """While the system tells of changes, where it can."""
        observer = None if self._poll else _observer(self.folder, self._wake)
        try:
            yield
        finally:
            if observer is not None:
                observer.stop()
                observer.join()


def _states(fields: dict[Path, Field]) -> dict[Path, State]:
    states: dict[Path, State] = {}
    for path in fields:
        try:
            status = path.stat()
        except OSError:  # gone again, or not to be read now: the next look tells
            continue
        states[path] = (status.st_size, status.st_mtime_ns, status.st_ino)
    return states


def _observer(folder: Path, changed: Callable[[], None]) -> Any:
    """A running observer; None where watchdog is not installed or the system refuses (too many watches, no such folder)."""
    try:
        from watchdog.observers import Observer
    except ImportError:
        return None

    class Told:
        def dispatch(self, event: Any) -> None:
            if event.event_type not in ("opened", "closed_no_write"):  # looking at the folder is no change of it
                changed()

    observer = Observer()
    try:
        observer.schedule(Told(), str(folder), recursive=True)
        observer.start()
    except OSError:
        return None
    return observer
