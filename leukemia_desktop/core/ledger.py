"""The ledger: one SQLite file that remembers every result by content, with an append-only audit chain."""

import csv
import io
import json
import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, Self

from leukemia_desktop.core import chain
from leukemia_desktop.core.chain import AUDIT_COLUMNS
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.files import UnwritableFile, neutral, replace_file, write_text
from leukemia_desktop.core.outcome import Key, Result
from leukemia_desktop.core.page import Page
from leukemia_desktop.core.trust import Verdict

VERSION = 3
APPLICATION_ID = 0x4C444C31  # "LDL1"

_SCHEMA = (
    """CREATE TABLE result (
    image_sha256 TEXT NOT NULL, model_sha256 TEXT NOT NULL, recipe TEXT NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (image_sha256, model_sha256, recipe)
) WITHOUT ROWID""",
    """CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
    image_sha256 TEXT NOT NULL, model_sha256 TEXT NOT NULL, recipe TEXT NOT NULL,
    old TEXT NOT NULL, new TEXT NOT NULL, reason TEXT NOT NULL,
    previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
)""",
    "CREATE TRIGGER audit_stands BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END",
    "CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END",
    # REPLACE removes a row without asking the trigger above
    "CREATE TRIGGER audit_grows BEFORE INSERT ON audit"
    " WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq OR hash = NEW.hash)"
    " BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END",
    f"PRAGMA application_id = {APPLICATION_ID}",
    "PRAGMA user_version = 1",
)
_STEPS = {
    # secrets of this ledger that no export names
    1: "CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # which audit entries are a person's, and of which image: found fast, and missed where the last ones were cut off
    2: "CREATE TABLE decision (image_sha256 TEXT NOT NULL, seq INTEGER NOT NULL,"
    " PRIMARY KEY (image_sha256, seq)) WITHOUT ROWID",
}
"""By version: what makes a ledger of it one of the next; a step only adds."""
_GUARDS = [statement for statement in _SCHEMA if statement.startswith("CREATE TRIGGER")]


_UNSAID = {one.name: one.default for one in fields(Result) if one.default is not MISSING}
_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises: the second where a damaged file makes its message no text."""
_BEGINNING = b"SQLite format 3\0"
_DAMAGE = ("malformed", "not a database", "unsupported file format", "no such table", "no such column", "could not decode")


class BadLedger(Exception):
    """A ledger that cannot be used; the message names the file and what to do."""


class DamagedLedger(BadLedger):
    """A ledger that was asked only, and is damaged: it stays where it is."""


def _to_wal(db: sqlite3.Connection) -> str:
    """The journal mode that the file has now."""
    # SQLite does not wait by itself when another program reads in the moment of the switch: it refuses at once
    until = time.monotonic() + 30
    while True:
        try:
            return str(db.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            # the low byte: SQLITE_BUSY_RECOVERY and the like are busy too
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)


class Ledger:
    """An open ledger: the Memory that analyze() asks. Safe to use from several threads; close it or use `with`."""

    def __init__(self, path: Path, *, asked: bool = False) -> None:
        """Open or create. A damaged ledger is set aside, never deleted, and a new one begun: see `set_aside`.

        One that is only `asked` is left as it is: raises DamagedLedger.
        Raises BadLedger when the file is from a newer program, is not a ledger, or its folder cannot be written.
        """
        self.path = path
        self.set_aside: Path | None = None
        """Where the damaged ledger went, if there was one."""
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._open()
        except _ERRORS as error:
            if not _is_damage(error):
                raise BadLedger(f"{path}: {error}; can the folder be written? --ledger names another place") from None
            if not _may_be_ledger(path):
                raise BadLedger(f"{path}: is no ledger, and is left as it is; name another file with --ledger") from None
            if asked:
                raise DamagedLedger(f"{path}: damaged: {_said(error)}; a backup may hold what it held") from None
            try:
                self.set_aside = _aside(path)
                self._db = self._open()
            except (OSError, *_ERRORS) as second:
                raise BadLedger(f"{path}: damaged, and cannot be set aside: {second}") from None
        except OSError as error:
            raise BadLedger(f"{path}: {error.strerror or error}") from None

    def _open(self) -> sqlite3.Connection:
        if _marker(self.path).exists():
            raise sqlite3.DatabaseError("malformed, as an earlier run found")
        db = sqlite3.connect(self.path, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            # nothing is changed, the journal mode included, before the file is known to be a ledger or empty
            # (in one read transaction: another program may be creating it between two questions)
            db.execute("BEGIN")
            version = db.execute("PRAGMA user_version").fetchone()[0]
            ours = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            empty = not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            db.execute("COMMIT")
            if not ours and (version or not empty):
                raise BadLedger(f"{self.path}: a database of another program; name another file with --ledger")
            if version > VERSION:
                raise BadLedger(f"{self.path}: written by a newer program (ledger version {version}); update this one")
            if version < VERSION:
                self._bring_up(db)
            journal = _to_wal(db)
            # In WAL mode NORMAL never corrupts; a power cut may cost the last results, which are then computed again.
            # Where a file system cannot have WAL (some network drives), only FULL is as safe.
            db.execute(f"PRAGMA synchronous = {'NORMAL' if journal == 'wal' else 'FULL'}")
            db.execute("SELECT count(*) FROM (SELECT 1 FROM result LIMIT 1)")
        except BaseException:
            db.close()
            raise
        return db

    def _bring_up(self, db: sqlite3.Connection) -> None:
        """Create what is not there and take every step to this version, all or nothing."""
        db.execute("BEGIN IMMEDIATE")  # asked again inside: another program may have been faster
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _SCHEMA:
                db.execute(statement)
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise BadLedger(f"{self.path}: a database of another program; name another file with --ledger")
        for version in range(db.execute("PRAGMA user_version").fetchone()[0], VERSION):
            db.execute(_STEPS[version])
            db.execute(f"PRAGMA user_version = {version + 1}")
        db.execute("COMMIT")

    def pseudonym_key(self) -> bytes:
        """32 random bytes, made when first asked for, alike for every program on this ledger and in its backups."""
        with self._lock, self._transaction() as db:
            db.execute("INSERT OR IGNORE INTO secret VALUES ('pseudonyms', ?)", (secrets.token_hex(32),))
            value = db.execute("SELECT value FROM secret WHERE name = 'pseudonyms'").fetchone()[0]
            try:
                return bytes.fromhex(value)
            except (TypeError, ValueError):
                raise sqlite3.DatabaseError("malformed pseudonym key") from None

    def recall(self, key: Key) -> Result | None:
        """The result of exactly this content, model and recipe, or None; its field is where it was first seen."""
        try:
            with self._lock:
                found = self._db.execute(
                    "SELECT payload FROM result WHERE image_sha256 = ? AND model_sha256 = ? AND recipe = ?",
                    (key.image_sha256, key.model_sha256, key.recipe),
                ).fetchone()
            return _from_payload(json.loads(found[0])) if found else None
        except _ERRORS as error:
            raise self._trouble(error) from None
        except (ValueError, TypeError, KeyError, AttributeError):
            raise self._trouble(sqlite3.DatabaseError(f"malformed result of image {key.image_sha256[:12]}")) from None

    def record(self, results: Sequence[Result]) -> None:
        """Keep the results and chain an audit entry to each, in one transaction; one already there stays as it is."""
        with self._lock, self._transaction() as db:
            for result in results:
                key = result.key
                payload = json.dumps(_plain(result), default=_plain, ensure_ascii=True, sort_keys=True)
                added = db.execute(
                    "INSERT OR IGNORE INTO result VALUES (?, ?, ?, ?)",
                    (key.image_sha256, key.model_sha256, key.recipe, payload),
                ).rowcount
                if added:
                    chain.append(
                        db, at=result.analysed_at, who="program", what="analysed", key=key, new=chain.digest(payload)
                    )

    @contextmanager
    def reading(self) -> Iterator[Page]:
        """A page to ask for what persons decided. Raises BadLedger."""
        with self._lock:
            try:
                yield Page(self._db)
            except _ERRORS as error:
                raise self._trouble(error) from None

    @contextmanager
    def deciding(self) -> Iterator[Page]:
        """A page to add what a person decided: all of it or nothing. It outlives a power cut once this ends; see Page."""
        with self._lock:
            # results are computed again where they are lost; what a person decided is not
            before = self._db.execute("PRAGMA synchronous").fetchone()[0]
            self._db.execute("PRAGMA synchronous = FULL")
            try:
                with self._transaction() as db:
                    yield Page(db)
            finally:
                self._db.execute(f"PRAGMA synchronous = {before}")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        # IMMEDIATE: two programs on one ledger wait for each other here instead of failing at the end
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        except _ERRORS as error:
            raise self._trouble(error) from None

    def _trouble(self, error: sqlite3.Error | UnicodeDecodeError) -> BadLedger:
        if not _is_damage(error):
            return BadLedger(f"{self.path}: {error}; nothing recorded earlier is lost")
        with suppress(OSError):
            _marker(self.path).touch()
        return BadLedger(f"{self.path}: damaged ({_said(error)}); the next run sets it aside and begins a new one")

    def verify(self) -> str:
        """Empty when the whole chain holds; else one sentence naming the first entry that does not."""
        with self._lock:
            # an edited text may be no UTF-8 any more, and that is for us to say, not for sqlite3
            self._db.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
            try:
                return chain.broken(self._db, guards=_GUARDS)
            except _ERRORS as error:
                return f"the file is damaged: {_said(error)}"
            finally:
                self._db.text_factory = str

    def entries(self) -> Iterator[dict[str, Any]]:
        """Every audit entry in order, by column name. Raises BadLedger."""
        names, last = ("seq", *AUDIT_COLUMNS, "hash"), 0
        query = f"SELECT {', '.join(names)} FROM audit WHERE seq > ? ORDER BY seq LIMIT 1000"
        while True:
            try:
                with self._lock:  # not while the caller looks at an entry
                    rows = self._db.execute(query, (last,)).fetchall()
            except _ERRORS as error:
                raise self._trouble(error) from None
            yield from (dict(zip(names, row, strict=True)) for row in rows)
            if not rows:
                return
            last = rows[-1][0]

    def backup(self, target: Path) -> None:
        """A consistent copy while the ledger is in use (SQLite's online backup). Raises BadLedger; never overwrites.

        Under its name it appears whole or not at all, also when the program is killed.
        """
        part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.copying")
        try:
            if target.exists() or target.is_symlink():
                raise FileExistsError
            part.open("xb").close()
            copy = sqlite3.connect(part)
            try:
                with self._lock:
                    self._db.backup(copy)
            finally:
                copy.close()
            _put(part, target)
        except FileExistsError:
            raise BadLedger(f"{target}: exists already; a backup never overwrites") from None
        except OSError as error:
            raise BadLedger(f"{target}: {error.strerror or error}") from None
        except _ERRORS as error:
            raise BadLedger(f"{target}: {_said(error)}") from None
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def close(self) -> None:
        """Release the file; closing twice is harmless."""
        with self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def write_entries(ledger: Ledger, path: Path) -> int:
    """Write every audit entry to `path`, .csv or .json, and return their number. Raises UnwritableFile.

    A text that a spreadsheet would run begins with an apostrophe in the CSV; the JSON has it as it was said.
    """
    entries = list(ledger.entries())
    if path.suffix.lower() == ".json":
        text = json.dumps(entries, indent=1, ensure_ascii=False)
    elif path.suffix.lower() == ".csv":
        buffer = io.StringIO(newline="")
        writer = csv.DictWriter(buffer, ("seq", *AUDIT_COLUMNS, "hash"))
        writer.writeheader()
        writer.writerows({name: neutral(str(value)) for name, value in entry.items()} for entry in entries)
        text = "\ufeff" + buffer.getvalue()
    else:
        raise UnwritableFile(f"{path}: an export ends in .csv or .json")
    replace_file(path, lambda stream: write_text(stream, text))
    return len(entries)


def _plain(value: Any) -> Any:
    # like dataclasses.asdict, which copies deeply and takes longer than SQLite
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    said = {name: getattr(value, name) for name in value.__slots__}
    # what was added to results later is left out where it says nothing, so that earlier programs can read the rest
    return {name: held for name, held in said.items() if name not in _UNSAID or held != _UNSAID[name]}


def _from_payload(data: dict[str, Any]) -> Result:
    field, verdict = data.pop("field"), data.pop("verdict")
    for name in ("flags", "probabilities", "prediction_set"):
        verdict[name] = tuple(verdict[name])
    data["logits"], data["observed"] = tuple(data["logits"]), tuple(data["observed"])
    place = Field(Path(field["path"]), field["slide"], field["name"])
    return Result(field=place, key=Key(**data.pop("key")), verdict=Verdict(**verdict), **data)


def _put(part: Path, target: Path) -> None:
    """Give `part` its name. Raises FileExistsError."""
    try:
        os.link(part, target)  # refuses a name that is taken, which renaming does not everywhere
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no links, such as most sticks
        if target.exists():
            raise FileExistsError from None
        os.replace(part, target)


def _is_damage(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    return isinstance(error, UnicodeDecodeError) or any(words in str(error).lower() for words in _DAMAGE)


def _said(error: sqlite3.Error | UnicodeDecodeError) -> str:
    return error.object.decode("utf-8", "replace") if isinstance(error, UnicodeDecodeError) else str(error)


def _may_be_ledger(path: Path) -> bool:
    """False for what somebody named by mistake: it neither begins nor is called like a database."""
    with path.open("rb") as stream:
        begins = stream.read(len(_BEGINNING))
    return begins == _BEGINNING or path.suffix.lower() in ("", ".sqlite", ".sqlite3", ".db")


def _marker(path: Path) -> Path:
    """Left beside a ledger that was found damaged while it was in use."""
    return path.with_name(f"{path.name}.is-damaged")


def _aside(path: Path) -> Path:
    number = 1
    while (target := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            os.replace(part, target.with_name(target.name + suffix))
    _marker(path).unlink(missing_ok=True)
    return target
