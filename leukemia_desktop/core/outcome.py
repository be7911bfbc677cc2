"""What becomes of a field: a Result with everything needed to say how, or a Failure; and what remembers Results."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from leukemia_desktop.core.cells import RULES as CELL_RULES
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.tiles import RULES as TILE_RULES
from leukemia_desktop.core.tiles import may_be_large
from leukemia_desktop.core.trust import Verdict


@dataclass(frozen=True, slots=True)  # thousands are kept: without slots each is twice as large
class Key:
    """What a result depends on: content, model and recipe, never a path."""

    image_sha256: str
    model_sha256: str
    recipe: str
    """Its hash, then "+" and the rules by which cells are found; for a field that may be large, "+" and those for tiles;
    for a model that speaks of the smear, "+" and what stands for its rules of refusal."""

    def made_with(self, recipe: Recipe) -> bool:
        """Whether the result comes from this recipe."""
        return self.recipe.partition("+")[0] == recipe.hash


@dataclass(frozen=True, slots=True)
class Result:
    """A field that was analysed, with everything needed to say how."""

    field: Field
    key: Key
    width: int
    height: int
    logits: tuple[float, ...]
    observed: tuple[str, ...]
    """Flags that the field itself raised, before the model was asked, or that its tiles raised against each other."""
    wbc_count: int | None
    """WBC-like cells whose centre lies in the field; None in a result of a program that did not count."""
    domain_score: float | None
    """Distance from what the model learned, 1 at the border; None where the model states no domain. Where it speaks of the
    smear as well, the larger of the two."""
    verdict: Verdict
    model_id: str
    provider: str
    app_version: str
    analysed_at: str
    """UTC, ISO 8601."""
    tiles: int = 1
    """Parts of the field that the model was shown; 1 where it was shown as a whole."""
    smear_score: float | None = None
    """Distance of the smear itself from those that the model learned from, 1 at the border; None where none is stated."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A field that could not be analysed, and why."""

    field: Field
    reason: str
    analysed_at: str
    sha256: str = ""
    """Of the file, where its bytes could be read; then a person's word on it holds wherever the file lies."""

    @property
    def key(self) -> Key:
        """What a person's word on it is kept under: the file's content, else its place. No model and no recipe made it."""
        if self.sha256:
            return Key(self.sha256, "", "")
        place = str(self.field.path).encode("utf-8", "surrogateescape")
        return Key(f"path {hashlib.sha256(place).hexdigest()}", "", "")


Outcome = Result | Failure


class Memory(Protocol):
    """What remembers results; the ledger is one. `recall` is called from several threads."""

    def recall(self, key: Key) -> Result | None:
        """The result of exactly this content, model and recipe, or None."""

    def record(self, results: Sequence[Result]) -> None:
        """Keep the results; they are safe when this returns."""


def key_of(image_sha256: str, manifest: Manifest, recipe: Recipe, width: int, height: int) -> Key:
    """The key of a field of that size: a field that may be large depends on the rules for tiles as well."""
    large = may_be_large(width, height, recipe.input_size)
    return Key(image_sha256, manifest.sha256, _rules(manifest, recipe, large=large))


def recalled(memory: Memory, image_sha256: str, manifest: Manifest, recipe: Recipe) -> Result | None:
    """What `memory` holds of this content, model and recipe, computed under the rules that hold now; or None.

    Neither a large field that another program took for a usual one nor one whose cells it found by other rules is among it.
    """
    known = memory.recall(Key(image_sha256, manifest.sha256, _rules(manifest, recipe, large=False)))
    if known is None or may_be_large(known.width, known.height, recipe.input_size):
        return memory.recall(Key(image_sha256, manifest.sha256, _rules(manifest, recipe, large=True)))
    return known


def _rules(manifest: Manifest, recipe: Recipe, *, large: bool) -> str:
    return "+".join((recipe.hash, CELL_RULES, *[TILE_RULES] * large, *[manifest.refusal] * bool(manifest.refusal)))


def now() -> str:
    """The time of an outcome: UTC, ISO 8601, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
