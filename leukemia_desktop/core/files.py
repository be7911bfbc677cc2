"""How a file reaches the disk: whole, or the earlier one stays.

A program that is killed while it writes leaves its temporary file. The writer holds a lock on it, which the system lets go
with the program: so a later one can tell what nobody writes any more, see `sweep`.
"""

import hashlib
import os
import platform
import re
import secrets
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

LOCKS = sys.platform != "win32"
"""Whether a writer holds a lock on what it writes: on Windows a file that is open cannot be removed anyway."""
if LOCKS:
    import fcntl


class UnwritableFile(Exception):
    """The file could not be written; the message names it and says what to do."""


def replace_file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let `write` fill a temporary file beside `path`, flush and fsync it, then put it in place of `path`.

    Whatever goes wrong before the last step leaves an earlier file as it was. Raises UnwritableFile.
    """
    try:
        target = path.resolve()  # a link goes on pointing at its file
        if target.exists() and not target.is_file():
            raise UnwritableFile(f"{path}: is not a file")
        temporary, stream = _begun(target)
        try:
            with stream:
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
                if target.exists():
                    shutil.copymode(target, temporary)
                if LOCKS:  # as long as it is locked
                    os.replace(temporary, target)
            if not LOCKS:
                os.replace(temporary, target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except FileNotFoundError:
        raise UnwritableFile(f"{path}: the folder {path.parent} does not exist") from None
    except PermissionError:
        raise UnwritableFile(
            f"{path}: not permitted to write here; is the file open in another program or the folder read-only?"
        ) from None
    except OSError as error:
        raise UnwritableFile(f"{path}: {error.strerror or error}") from None


def sweep(path: Path) -> None:
    """Remove the temporary files that programs killed on this machine left beside `path` while they wrote it.

    Nothing else: neither what a program still writes nor what another machine began. What cannot be removed stays.
    """
    if not LOCKS:
        return
    with suppress(OSError):
        target = path.resolve()
        ours = re.compile(rf"{re.escape(_prefix(target))}[0-9a-f]{{6}}\.part")
        with os.scandir(target.parent) as beside:
            left = [one.name for one in beside if ours.fullmatch(one.name)]
        for name in left:
            _remove_abandoned(target.with_name(name))


def _prefix(target: Path) -> str:
    return f".{target.name[:40]}.{_machine()}"


@cache
def _machine() -> str:
    """Marks what this machine wrote: locks on a shared folder need not reach from one machine to another."""
    return hashlib.sha256(platform.node().encode("utf-8", "surrogateescape")).hexdigest()[:6]


def _begun(target: Path) -> tuple[Path, BinaryIO]:
    """A new temporary file beside `target`, held by this program."""
    while True:
        temporary = target.with_name(f"{_prefix(target)}{secrets.token_hex(3)}.part")
        try:
            stream = temporary.open("xb")
        except FileExistsError:
            continue
        if not LOCKS:
            return temporary, stream
        with suppress(OSError):  # a file system without locks; nothing is swept there
            fcntl.flock(stream, fcntl.LOCK_EX)
        if os.fstat(stream.fileno()).st_nlink:
            return temporary, stream
        stream.close()  # swept between its making and its locking


def _remove_abandoned(part: Path) -> None:
    with suppress(OSError):  # BlockingIOError: it is being written
        handle = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()
        finally:
            os.close(handle)


def write_text(stream: BinaryIO, text: str) -> None:
    """`text` in UTF-8; the part of replace_file's `write` that a text needs."""
    stream.write(text.encode())


def neutral(text: str) -> str:
    """Text that a spreadsheet cannot take for a formula (OWASP CSV injection), and that UTF-8 can hold."""
    text = text.encode("utf-8", "backslashreplace").decode()  # file names may hold bytes that are not text
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
