"""What the program's own terms mean in plain words, and what a technician does about them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from leukemia_desktop.gui.core_words import message, of_core

if TYPE_CHECKING:  # only for types: the core brings ONNX Runtime, which the window loads after its first paint
    from leukemia_desktop.core.analysis import Outcome

LABELS = ("Benign", "Early", "Pre", "Pro")
"""As core.manifest has them, which the window loads after its first paint."""


def is_failure(outcome: "Outcome") -> bool:
    """True for a Failure: it alone has a reason."""
    return hasattr(outcome, "reason")


def label_of(outcome: "Outcome") -> str:
    """The verdict's label, or "failed": the names that marks know."""
    return "failed" if is_failure(outcome) else outcome.verdict.label


def status_of(outcome: "Outcome") -> str:
    """ok, review or failed."""
    return "failed" if is_failure(outcome) else outcome.verdict.status


def choice_words(key: str) -> str:
    """A label or a status as a list to tick names it; the labels are the same in every language."""
    say = _say
    known = {"ok": say("ok"), "review": say("review"), "failed": say("failed"), "Unidentified": say("Unidentified")}
    return known.get(key, key)


def flag_words(flag: str) -> tuple[str, str]:
    """A flag in plain words, and what to do about it."""
    from leukemia_desktop.core.quality import ADVICE  # late: a flag is there only after the heavy rooms

    say = _say
    known = {
        "low_confidence": (say("low confidence"), say("Look at the field yourself; the model is not sure.")),
        "ambiguous_set": (
            say("ambiguous set"),
            say("More than one label fits. Decide between those of the prediction set."),
        ),
        "out_of_domain": (say("unlike the training fields"), say("The model has not seen such fields. Do not rely on it.")),
        "blurred": (say("blurred"), of_core(ADVICE["blurred"])),
        "over_exposed": (say("over-exposed"), of_core(ADVICE["over_exposed"])),
        "under_exposed": (say("under-exposed"), of_core(ADVICE["under_exposed"])),
        "few_cells": (say("few cells"), of_core(ADVICE["few_cells"])),
        "magnification": (say("other magnification"), of_core(ADVICE["magnification"])),
        "damaged_file": (
            say("damaged file"),
            say("Parts of the picture may be invented. Copy the file from its source again."),
        ),
        "synthetic": (say("drawn, not a real field"), say("For trying the program out; nothing to do.")),
    }
    return known.get(flag, (flag.replace("_", " "), ""))


def flags_text(outcome: "Outcome") -> str:
    """All flags of a result in plain words, or the reason why there is none."""
    if is_failure(outcome):
        return message(str(outcome.reason))
    return _say(", ").join(flag_words(flag)[0] for flag in outcome.verdict.flags)


def duration(seconds: float) -> str:
    """`8 s`, `3 min 20 s`, `2 h 5 min`: two units at most."""
    whole = max(0, round(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return _say("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    if minutes:
        words = _say("{minutes} min {seconds} s") if minutes < 10 else _say("{minutes} min")
        return words.format(minutes=minutes, seconds=rest)
    return _say("{seconds} s").format(seconds=rest)


def _say(text: str) -> str:
    return QCoreApplication.translate("words", text)
