"""From what the model says to what the program says: calibrated probabilities, prediction set, flags, Verdict."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leukemia_desktop.core.manifest import LABELS, Conformal, Manifest
from leukemia_desktop.core.settings import Settings

UNIDENTIFIED = "Unidentified"
FLAGS = (
    "low_confidence",
    "ambiguous_set",
    "out_of_domain",
    "blurred",
    "over_exposed",
    "under_exposed",
    "few_cells",
    "magnification",
    "damaged_file",
    "synthetic",
)
# A drawn field says so but asks nothing of a person; every other flag does.
NEEDS_NO_LOOK = frozenset({"synthetic"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the program says of one field. `status` is "ok" or "review"; `flags` say why, in words from FLAGS."""

    label: str
    status: str
    flags: tuple[str, ...]
    confidence: float
    probabilities: tuple[float, ...]
    prediction_set: tuple[str, ...]


def conformal_of(manifest: Manifest, settings: Settings) -> Conformal | None:
    """The threshold that the settings ask for; a model that states only one has that one for both."""
    return (manifest.conformal_strict or manifest.conformal) if settings.strict_sets else manifest.conformal


def judge(
    logits: Sequence[float],
    manifest: Manifest,
    settings: Settings,
    observed: Iterable[str] = (),
    domain_score: float | None = None,
) -> Verdict:
    """Calibrate the logits (4,) by temperature, form the prediction set and decide whether a person must look.

    `observed` are the flags that the field's own quality raised; a `domain_score` above 1 lies outside of what the model
    learned, and there the label is Unidentified: the model was not made for this field. An empty prediction set, no label
    conforms with what was seen in calibration, asks for a look: the label stays, because it is right in most such fields,
    and to fill the set with it would claim a conformity that was not seen. Sets: split conformal, LAC (Sadinle et al. 2019).
    """
    # four numbers: plain Python takes a tenth of NumPy's time, and a resumed batch does little else
    scaled = [logit / manifest.temperature for logit in logits]
    odds = [math.exp(value - max(scaled)) for value in scaled]
    probabilities = [share / math.fsum(odds) for share in odds]
    confidence = max(probabilities)
    label = LABELS[probabilities.index(confidence)]
    flags = set(observed)
    if confidence < settings.review_below:
        flags.add("low_confidence")
    chosen: tuple[str, ...] = ()
    if conformal := conformal_of(manifest, settings):
        chosen = tuple(name for name, p in zip(LABELS, probabilities, strict=True) if 1 - p <= conformal.threshold)
        if len(chosen) > 1:
            flags.add("ambiguous_set")
        elif not chosen:
            flags.add("low_confidence")
    if domain_score is not None and domain_score > 1:
        flags.add("out_of_domain")
    if "out_of_domain" in flags:
        label = UNIDENTIFIED
    return Verdict(
        label=label,
        status="review" if flags - NEEDS_NO_LOOK else "ok",
        flags=tuple(flag for flag in FLAGS if flag in flags),
        confidence=confidence,
        probabilities=tuple(probabilities),
        prediction_set=chosen,
    )
