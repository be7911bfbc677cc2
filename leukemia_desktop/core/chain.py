"""The audit chain in SQL: each entry carries the hash of the one before, so that nothing can be altered unseen."""

import hashlib
import json
import sqlite3
from collections.abc import Collection, Sequence

from leukemia_desktop.core.outcome import Key

GENESIS = "0" * 64
AUDIT_COLUMNS = ("at", "who", "what", "image_sha256", "model_sha256", "recipe", "old", "new", "reason", "previous")


def append(
    db: sqlite3.Connection,
    *,
    at: str,
    who: str,
    what: str,
    key: Key,
    old: str = "",
    new: str = "",
    reason: str = "",
) -> int:
    """Chain one more entry to the last one, within a transaction, and return its number."""
    last = db.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    entry = (
        *(at, who, what, key.image_sha256, key.model_sha256, key.recipe, old, new, reason),
        last[1] if last else GENESIS,
    )
    if last and not isinstance(last[0], int):
        raise sqlite3.DatabaseError("malformed audit chain: an entry without a number")
    seq = last[0] + 1 if last else 1
    db.execute(
        f"INSERT INTO audit (seq, {', '.join(AUDIT_COLUMNS)}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (seq, *entry, entry_hash(entry)),
    )
    return seq


def broken(db: sqlite3.Connection, *, guards: Collection[str]) -> str:
    """Empty when the chain and all that it vouches for holds; else one sentence naming the first that does not.

    `guards`: the statements that made the triggers.
    """
    return _chain(db) or _results(db) or _decisions(db) or _guards(db, guards)


def _chain(db: sqlite3.Connection) -> str:
    damage = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if damage != "ok":
        return f"the file is damaged: {damage}"
    previous = GENESIS
    rows = db.execute(f"SELECT seq, hash, {', '.join(AUDIT_COLUMNS)} FROM audit ORDER BY seq")
    for number, (seq, stored, *entry) in enumerate(rows, 1):
        if seq != number or entry[-1] != previous or entry_hash(entry) != stored:
            return f"audit entry {number} was altered, removed or inserted"
        previous = stored
    return ""


def _results(db: sqlite3.Connection) -> str:
    rows = db.execute(
        "SELECT r.image_sha256, r.payload, a.new FROM result r LEFT JOIN audit a ON a.what = 'analysed' AND"
        " a.image_sha256 = r.image_sha256 AND a.model_sha256 = r.model_sha256 AND a.recipe = r.recipe"
    )
    count = 0
    for image, payload, recorded in rows:
        count += 1
        if digest(payload) != recorded:
            return f"the result of image {image[:12]} differs from what was recorded when it was analysed"
    entries = db.execute("SELECT count(*) FROM audit WHERE what = 'analysed'").fetchone()[0]
    return "" if entries == count else f"{entries - count} results were removed after they had been recorded"


def _decisions(db: sqlite3.Connection) -> str:
    alike = db.execute(
        "SELECT count(*) FROM decision d JOIN audit a USING (seq)"
        " WHERE a.what <> 'analysed' AND a.image_sha256 = d.image_sha256"
    ).fetchone()[0]
    known = db.execute("SELECT count(*) FROM decision").fetchone()[0]
    entries = db.execute("SELECT count(*) FROM audit WHERE what <> 'analysed'").fetchone()[0]
    return "" if alike == known == entries else "what persons decided was altered or removed after it had been recorded"


def _guards(db: sqlite3.Connection, guards: Collection[str]) -> str:
    found = db.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'").fetchall()
    as_made = sorted(sql for (sql,) in found) == sorted(guards)  # one of the same name can do nothing
    return "" if as_made else "the triggers that keep entries from being changed were removed or altered"


def digest(text: object) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(str(text).encode("utf-8", "surrogateescape")).hexdigest()


def entry_hash(entry: Sequence[str]) -> str:
    """The hash that an entry of AUDIT_COLUMNS carries."""
    # JSON keeps the borders between columns, so that moving text from one to the next changes the hash
    return digest(json.dumps(list(entry), ensure_ascii=True, default=repr))
