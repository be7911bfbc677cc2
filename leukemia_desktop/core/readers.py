"""Who reads at this ledger: names, each with a PIN if its owner wants one. Nothing of it leaves the machine."""

import hashlib
import hmac
import json
import secrets

from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.outcome import Key
from leukemia_desktop.core.page import Page
from leukemia_desktop.core.review import REASONS, Refused

LONGEST = 80
COST = {"n": 2**14, "r": 8, "p": 1}
"""Of scrypt (RFC 7914): 16 MB and some tenths of a second for every PIN that is tried."""


def names(ledger: Ledger) -> dict[str, bool]:
    """Every reader in alphabetical order, and whether a PIN is asked for."""
    with ledger.reading() as page:
        return {name: bool(kept) for name, kept in page.secrets("reader ").items()}


def add_reader(ledger: Ledger, name: str, pin: str = "") -> str:
    """Make a reader known and return the name as it is kept. Raises Refused where it is empty, too long or known."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST:
        raise Refused(f"a reader's name has 1 to {LONGEST} characters")
    with ledger.deciding() as page:
        if name.casefold() in (known.casefold() for known in page.secrets("reader ")):
            raise Refused(f"there is a reader {name} already")
        _keep(page, name, pin, "reader added")
    return name


def set_pin(ledger: Ledger, name: str, before: str, pin: str) -> None:
    """Exchange a PIN; an empty one takes it away. Raises Refused where `before` is not the PIN."""
    if not is_pin(ledger, name, before):
        raise Refused("this is not the PIN of this reader")
    with ledger.deciding() as page:
        _keep(page, name, pin, "reader's PIN changed" if pin else "reader's PIN taken away")


def is_pin(ledger: Ledger, name: str, pin: str) -> bool:
    """Whether this is the reader's PIN; every PIN is where the reader has none. False for an unknown reader."""
    with ledger.reading() as page:
        kept = page.secrets("reader ").get(name)
    if not kept:
        return kept is not None
    facts = json.loads(kept)
    found = hashlib.scrypt(pin.encode(), salt=bytes.fromhex(facts["salt"]), n=facts["n"], r=facts["r"], p=facts["p"])
    return hmac.compare_digest(found, bytes.fromhex(facts["hash"]))


def reasons(ledger: Ledger) -> tuple[str, ...]:
    """The laboratory's list of reasons."""
    with ledger.reading() as page:
        kept = page.secrets("list of ").get("reasons")
    return tuple(json.loads(kept)) if kept else REASONS


def set_reasons(ledger: Ledger, wanted: tuple[str, ...], *, reader: str) -> None:
    """Exchange the list of reasons; those that were given stay as they are."""
    kept = tuple(dict.fromkeys(" ".join(each.split()) for each in wanted if each.strip()))
    with ledger.deciding() as page:
        before = page.secrets("list of ").get("reasons", "")
        page.keep_secret("list of reasons", json.dumps(kept))
        page.add(who=reader or "program", what="reasons", key=Key("", "", ""), old=before, new=json.dumps(kept))


def _keep(page: Page, name: str, pin: str, what: str) -> None:
    kept = ""
    if pin:
        salt = secrets.token_bytes(16)
        found = hashlib.scrypt(pin.encode(), salt=salt, **COST)
        kept = json.dumps({**COST, "salt": salt.hex(), "hash": found.hex()})
    page.keep_secret(f"reader {name}", kept)
    page.add(who=name, what=what, key=Key("", "", ""))
