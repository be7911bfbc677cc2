"""What persons decided, as the ledger's chain holds it: asked for by image, and only ever added to."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leukemia_desktop.core import chain
from leukemia_desktop.core.outcome import Key, now

AT_A_TIME = 500
"""Images named in one question to SQLite."""
_COLUMNS = "seq, at, who, what, a.image_sha256, model_sha256, recipe, old, new, reason"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the audit chain that a person made; times UTC, ISO 8601."""

    seq: int
    at: str
    who: str
    what: str
    key: Key
    old: str
    new: str
    reason: str


class Page:
    """An open place in the ledger, from Ledger.reading or Ledger.deciding; it must not be used after that ended."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    @property
    def blank(self) -> bool:
        """Whether nobody decided anything yet."""
        return not self._db.execute("SELECT EXISTS (SELECT 1 FROM decision)").fetchone()[0]

    def about(self, images: Iterable[str]) -> Iterator[Entry]:
        """What persons decided of these images, hashes in hex; those of one image in the order in which they came."""
        if self.blank:
            return
        wanted = list(dict.fromkeys(images))
        for some in (wanted[at : at + AT_A_TIME] for at in range(0, len(wanted), AT_A_TIME)):
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM decision d JOIN audit a USING (seq)"
                f" WHERE d.image_sha256 IN ({','.join('?' * len(some))}) ORDER BY seq",
                some,
            )
            for seq, at, who, what, image, model, recipe, old, new, reason in rows.fetchall():
                yield Entry(seq, at, who, what, Key(image, model, recipe), old, new, reason)

    def of_kind(self, whats: Sequence[str]) -> Iterator[Entry]:
        """Every decision of these kinds, in the order in which they came."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM decision d JOIN audit a USING (seq)"
            f" WHERE what IN ({','.join('?' * len(whats))}) ORDER BY seq",
            tuple(whats),
        )
        for seq, at, who, what, image, model, recipe, old, new, reason in rows.fetchall():
            yield Entry(seq, at, who, what, Key(image, model, recipe), old, new, reason)

    def first_place(self, key: Key) -> Path | None:
        """Where the field of this result lay when it was analysed first."""
        found = self._db.execute(
            "SELECT payload FROM result WHERE image_sha256 = ? AND model_sha256 = ? AND recipe = ?",
            (key.image_sha256, key.model_sha256, key.recipe),
        ).fetchone()
        return Path(json.loads(found[0])["field"]["path"]) if found else None

    def add(self, *, who: str, what: str, key: Key, old: str = "", new: str = "", reason: str = "") -> Entry:
        """Chain one more entry, now. Only within Ledger.deciding."""
        at = now()
        seq = chain.append(self._db, at=at, who=who, what=what, key=key, old=old, new=new, reason=reason)
        self._db.execute("INSERT INTO decision VALUES (?, ?)", (key.image_sha256, seq))
        return Entry(seq, at, who, what, key, old, new, reason)

    def secrets(self, beginning: str) -> dict[str, str]:
        """Secrets of this ledger whose name begins so, by the rest of the name, in alphabetical order."""
        rows = self._db.execute(
            "SELECT substr(name, ?), value FROM secret WHERE substr(name, 1, ?) = ? ORDER BY name",
            (len(beginning) + 1, len(beginning), beginning),
        )
        return dict(rows.fetchall())

    def keep_secret(self, name: str, value: str) -> None:
        """Keep what no export names, in place of an earlier one. Only within Ledger.deciding."""
        self._db.execute("INSERT OR REPLACE INTO secret VALUES (?, ?)", (name, value))
