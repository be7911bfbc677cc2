"""A laboratory's own mark on its models: HMAC-SHA256 of the manifest with a key that only the laboratory has.

The manifest names the SHA-256 of every file that counts, so the mark covers those as well. The key is a shared one: a
computer that can check a mark could also make one. That keeps a strange or mistaken model out, not a colleague.
"""

import hashlib
import hmac
import secrets
from pathlib import Path

from leukemia_desktop.core.files import UnwritableFile, replace_file, write_text
from leukemia_desktop.core.manifest import MAX_MANIFEST_BYTES, BrokenModel
from leukemia_desktop.core.settings import data_folder

MARK = "signature.txt"
"""Beside the manifest: the mark as 64 hexadecimal digits."""
BYTES = 32


class BadKey(ValueError):
    """A file that is no key; the message names it."""


def trusted_key() -> Path:
    """Where the key lies whose mark every added model must bear; where it is missing, none is asked for."""
    return data_folder() / "lab.key"


def new_key(path: Path) -> None:
    """Write a random key to a new file that only its owner reads. Raises UnwritableFile."""
    if path.exists():
        raise UnwritableFile(f"{path}: exists, and a key is never overwritten")
    _keep(path, secrets.token_bytes(BYTES))


def read_key(path: Path) -> bytes:
    """The key in a file. Raises BadKey."""
    try:
        key = bytes.fromhex(path.read_text("ascii").strip()) if path.stat().st_size < 200 else b""
    except (OSError, ValueError):
        key = b""
    if len(key) != BYTES:
        raise BadKey(f"{path}: no key of this program (leukemia-desktop models key FILE makes one)")
    return key


def trust(path: Path | None) -> None:
    """Ask for the mark of the key in `path` from now on, or with None for no mark. Raises BadKey and UnwritableFile."""
    try:
        if path is None:
            trusted_key().unlink(missing_ok=True)
            return
        trusted_key().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(f"{trusted_key()}: {error.strerror or error}") from None
    _keep(trusted_key(), read_key(path))


def sign(folder: Path, key: bytes) -> Path:
    """Write the mark beside the model's manifest. Raises BrokenModel and UnwritableFile."""
    path, mark = folder / MARK, _mark(folder, key)
    replace_file(path, lambda stream: write_text(stream, mark + "\n"))
    return path


def check_mark(folder: Path) -> bool:
    """True where a key is trusted and the model bears its mark, False where none is trusted.

    Raises BrokenModel where the mark is asked for and missing or another one, or where the trusted key cannot be read.
    """
    if not trusted_key().exists():
        return False
    try:
        key = read_key(trusted_key())
        given = (folder / MARK).read_bytes()[:200].strip()
    except BadKey as error:
        raise BrokenModel(f"no mark can be checked: {error}") from None
    except OSError:
        raise BrokenModel(f"model {folder.name}: it does not bear the laboratory's mark ({MARK})") from None
    if not hmac.compare_digest(given, _mark(folder, key).encode()):
        raise BrokenModel(f"model {folder.name}: its mark was made with another key, or it was altered since")
    return True


def _mark(folder: Path, key: bytes) -> str:
    try:
        with (folder / "manifest.json").open("rb") as stream:
            manifest = stream.read(MAX_MANIFEST_BYTES + 1)
    except OSError as error:
        raise BrokenModel(f"{folder / 'manifest.json'}: {error.strerror or error}") from None
    return hmac.new(key, manifest, hashlib.sha256).hexdigest()


def _keep(path: Path, key: bytes) -> None:
    replace_file(path, lambda stream: write_text(stream, key.hex() + "\n"))
    path.chmod(0o600)
