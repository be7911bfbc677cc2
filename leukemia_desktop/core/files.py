"""How a file reaches the disk: whole, or the earlier one stays."""

import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


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
        temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.part")
        try:
            with temporary.open("xb") as stream:
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                shutil.copymode(target, temporary)
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


def write_text(stream: BinaryIO, text: str) -> None:
    """`text` in UTF-8; the part of replace_file's `write` that a text needs."""
    stream.write(text.encode())
