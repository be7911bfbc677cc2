"""Ctrl+C, and a system that ends its programs, as a wish that cannot be lost."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def ending(*stops: Callable[[], None]) -> Iterator[None]:
    """The first Ctrl+C or SIGTERM calls each of `stops`, wherever the program is; another one does what it did before.

    Python's own way, a KeyboardInterrupt, is printed and forgotten where it comes inside of a weakref's callback or a
    __del__, and elsewhere it can leave a thing half done. `stops` are called between two steps of the main thread and must
    wait for no lock. What is ignored stays ignored, as in the background of a shell; in other threads nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():  # only there a signal can be taken
        yield
        return
    before = {number: signal.getsignal(number) for number in SIGNALS}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)

    def ask(*_: object) -> None:
        for stop in stops:
            stop()
        restore()

    try:
        for number, handler in before.items():
            if handler is not signal.SIG_IGN:
                signal.signal(number, ask)
        yield
    finally:
        restore()
