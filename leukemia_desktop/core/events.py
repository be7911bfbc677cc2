"""What a script reads while a batch runs: one JSON object a line, ASCII, each with its `event`. Schema 1 only grows."""

import json
import os
from typing import TYPE_CHECKING, Any, TextIO

from leukemia_desktop import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from leukemia_desktop.core.outcome import Outcome
    from leukemia_desktop.core.run import Run
    from leukemia_desktop.core.slide import SlideSummary
    from leukemia_desktop.core.targets import Target

SCHEMA = 1
EVENTS = {
    "started": "schema, app_version, fields, slides (slide and fields of each), model, model_sha256, recipe, provider,"
    " ledger",
    "outcome": "number, of, then the CSV's columns: numbers as numbers, prediction_set and flags as lists, what does not"
    " apply absent; status is ok, review or failed",
    "slide": "slide, status, summary, fields, analysed, failed, labels; when its last field is done, or at the end",
    "written": "path, format, slide (null for all slides), replaced",
    "finished": "exit, analysed, failed, left, seconds, error (null, or the sentence of exit 2)",
}
"""Every event with its keys, in the order in which they come; a call that was wrong gives none."""


class Events:
    """Writes events to a stream; a reader that goes away does not stop the batch."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._told: set[str] = set()

    def started(self, run: "Run", slides: dict[str, int], *, ledger: "Path | None") -> None:
        """The run that begins, and the fields of each slide."""
        from leukemia_desktop.core.reports._text import shown

        manifest = run.classifier.manifest
        self._emit(
            "started",
            schema=SCHEMA,
            app_version=__version__,
            fields=sum(slides.values()),
            slides=[{"slide": shown(slide), "fields": count} for slide, count in slides.items()],
            model=manifest.id,
            model_sha256=manifest.sha256,
            recipe=(run.recipe or manifest.recipe).hash,
            provider=run.classifier.provider,
            ledger=shown(ledger) if ledger else None,
        )

    def outcome(self, outcome: "Outcome", number: int, of: int) -> None:
        """A field that is done."""
        from leukemia_desktop.core.reports._rows import typed_row
        from leukemia_desktop.core.reports._text import shown

        self._emit("outcome", number=number, of=of, **typed_row(outcome, shown))

    def slide(self, slide: "SlideSummary") -> None:
        """A slide in numbers, told once."""
        from leukemia_desktop.core.reports import csv
        from leukemia_desktop.core.reports._text import shown

        if slide.slide not in self._told:
            self._told.add(slide.slide)
            self._emit("slide", **csv.slide_facts(slide) | {"slide": shown(slide.slide)})

    def written(self, target: "Target", slide: str | None) -> None:
        """A report that lies on the disk."""
        from leukemia_desktop.core.reports._text import shown

        form = target.path.suffix.lower().lstrip(".")
        named = shown(slide) if slide is not None else None
        self._emit("written", path=shown(target.path), format=form, slide=named, replaced=target.replaces)

    def finished(self, code: int, run: "Run", left: int, error: str | None = None) -> None:
        """The last one."""
        analysed = sum(tally.labels.total() for tally in run.tallies.values())
        failed = sum(tally.failed for tally in run.tallies.values())
        self._emit(
            "finished", exit=code, analysed=analysed, failed=failed, left=left, seconds=round(run.seconds, 3), error=error
        )

    def _emit(self, event: str, **facts: Any) -> None:
        try:
            self._stream.write(json.dumps({"event": event, **facts}, allow_nan=False) + "\n")
            self._stream.flush()
        except BrokenPipeError:
            # results and reports are what matters; nobody reads any more, and Python must not fail on it at its end
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
