"""One run over slide folders, as the command line and the window both do it: fields in, outcomes and a report out."""

import platform
import tempfile
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import leukemia_desktop
from leukemia_desktop.core.analysis import analyze
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field, slide_folders
from leukemia_desktop.core.files import UnwritableFile, sweep
from leukemia_desktop.core.kept import Chosen, Kept
from leukemia_desktop.core.ledger import BadLedger, Ledger
from leukemia_desktop.core.outcome import Key, Memory, Outcome, Result
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.reports import SHELF, SlideReport, is_ours
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.slide import Tally, summarize
from leukemia_desktop.core.trust import conformal_of


@dataclass
class Run:
    """Fields with a classifier and, where results are to be kept, a ledger; `outcomes` fills while it is iterated."""

    fields: Sequence[Field]
    classifier: Classifier
    settings: Settings
    ledger: Ledger | None = None
    recipe: Recipe | None = None
    resume: bool = True
    """False computes again what the ledger holds already."""
    scheduler: str = ""
    """Address of a Dask scheduler that shares the work; empty runs on this machine alone."""
    outcomes: Kept | list[Outcome] = field(default_factory=Kept)
    started_at: str = ""
    seconds: float = 0.0
    tallies: dict[str, Tally] = field(default_factory=dict, init=False)
    """By slide, always up to date."""
    superseded: set[int] = field(default_factory=set, init=False)
    """Numbers of outcomes whose field was analysed again since; no report names them."""
    stopped: bool = field(default=False, init=False)
    """Whether somebody asked for the end."""

    def __iter__(self) -> Iterator[Outcome]:
        """Analyse, one outcome at a time; stopping the iteration stops the run and keeps what there is."""
        return self.over(self.fields)

    def stop(self) -> None:
        """End the iteration after the outcome in hand; any thread and any signal's handler may ask for it."""
        self.stopped = True

    def over(self, fields: Iterable[Field]) -> Iterator[Outcome]:
        """Analyse these fields with the rest; for a folder that is watched they come bit by bit."""
        self.started_at = self.started_at or datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        start = time.monotonic() - self.seconds
        memory: Memory | None = self.ledger if self.resume or not self.ledger else _WriteOnly(self.ledger)
        for outcome in self._analysis()(fields, self.classifier, recipe=self.recipe, settings=self.settings, memory=memory):
            self.outcomes.append(outcome)
            self._tally(outcome.field.slide).add(outcome)
            self.seconds = time.monotonic() - start
            yield outcome
            if self.stopped:
                return

    def _analysis(self) -> Callable[..., Iterator[Outcome]]:
        if not self.scheduler:
            return analyze
        from leukemia_desktop.core.cluster import analyze_on  # late: few calls need it, and every call waits for imports

        return partial(analyze_on, self.scheduler)

    def supersede(self, number: int) -> None:
        """The outcome of that number counts no more."""
        if number not in self.superseded:
            self.superseded.add(number)
            outcome = self.outcomes[number]
            self._tally(outcome.field.slide).remove(outcome)

    def _tally(self, slide: str) -> Tally:
        if slide not in self.tallies:
            self.tallies[slide] = Tally(slide)
        return self.tallies[slide]

    def report(self) -> SlideReport:
        """Everything a report says of this run so far."""
        found = dict(Counter(field.slide for field in self.fields))
        outcomes: Sequence[Outcome] = self.outcomes
        if self.superseded:
            outcomes = Chosen(outcomes, array("L", (n for n in range(len(outcomes)) if n not in self.superseded)))
        tallies = {slide: self.tallies.get(slide) or Tally(slide) for slide in found} | self.tallies
        # without tallies: outcomes that were not made here
        slides = [t.summary(found.get(s)) for s, t in tallies.items()] if self.tallies else summarize(outcomes, found)
        report = SlideReport(outcomes, self.provenance(), slides)
        if self.ledger is None:
            return report
        from leukemia_desktop.core.signing import SlideReview, review_of  # late: the first field need not wait for it

        try:
            with self.ledger.reading() as page:
                blank = page.blank
            if blank:  # nothing to look for among 100,000 outcomes
                unseen = {s.slide: SlideReview(s.slide, s.analysed + s.failed, unreadable=s.failed) for s in slides}
                return replace(report, reviewed=unseen)
            reviews, reviewed = review_of(self.ledger, outcomes)
        except BadLedger as error:  # what the program says stands all the same
            return replace(report, provenance=report.provenance | {"reviews_missing": str(error)})
        return replace(report, reviews=reviews, reviewed=reviewed)

    def provenance(self) -> dict[str, Any]:
        """What is true of the whole run."""
        manifest = self.classifier.manifest
        recipe = self.recipe or manifest.recipe
        return {
            "notice": leukemia_desktop.RESEARCH_USE,
            "app_version": leukemia_desktop.__version__,
            "model": {
                "id": manifest.id,
                "sha256": manifest.sha256,
                "architecture": manifest.architecture,
                "intended_use": manifest.intended_use,
            },
            "recipe": {"hash": recipe.hash, "as_trained": recipe.hash == manifest.recipe.hash, **recipe.to_dict()},
            "provider": self.classifier.provider,
            "fell_back": self.classifier.fell_back or None,
            "ledger": str(self.ledger.path) if self.ledger else None,
            "settings": {name: getattr(self.settings, name) for name in ("review_below", "max_megapixels", "strict_sets")},
            "prediction_sets": asdict(sets) if (sets := conformal_of(manifest, self.settings)) else None,
            "started_at": self.started_at,
            "seconds": round(self.seconds, 3),
            "python": platform.python_version(),
        }


@dataclass(frozen=True)
class _WriteOnly:
    """A ledger that is written but not asked."""

    ledger: Ledger

    def recall(self, _: Key) -> Result | None:
        return None

    def record(self, results: Sequence[Result]) -> None:
        self.ledger.record(results)


def check_target(path: Path, fields: Iterable[Field], *, folder: Path | None = None, force: bool = False) -> None:
    """Refuse a report that has no format, no folder, or that would lie beside the images. Raises UnwritableFile.

    `folder` must exist where those below it are made. The JSON beside a CSV, of which nobody is asked, replaces nothing that
    is not this program's own, unless with `force`.
    """
    if path.suffix.lower().lstrip(".") not in SHELF:
        known = ", ".join(f".{name}" for name in SHELF)
        raise UnwritableFile(f"{path}: a report ends in one of {known}")
    folder = folder or path.parent
    try:
        if not folder.is_dir():
            raise UnwritableFile(f"{path}: the folder {folder} does not exist")
        for target in (path, beside(path)):
            if target and target.exists() and not target.is_file():
                raise UnwritableFile(f"{target}: is not a file")
        if (target := beside(path)) and not force and target.exists() and not is_ours(target):
            raise UnwritableFile(f"{target}: exists, is not this program's, and would be replaced; name another file")
    except OSError as error:  # a name too long, a folder that may not be entered
        raise UnwritableFile(f"{path}: {error.strerror or error}") from None
    check_place(path, fields)
    check_writable(path, folder)


def beside(path: Path) -> Path | None:
    """The JSON that is written beside a CSV; None for the other formats."""
    return path.with_suffix(".json") if path.suffix.lower() == ".csv" else None


def check_place(path: Path, fields: Iterable[Field]) -> None:
    """Refuse a file that would lie beside the images, by whatever link. Raises UnwritableFile."""
    if path.resolve().parent in {folder.resolve() for folder in slide_folders(fields)}:
        raise UnwritableFile(f"{path}: nothing is written beside the images; choose another folder")


def check_writable(path: Path, folder: Path) -> None:
    """Try, before hours of work, whether a file can be made beside `path`, or in `folder` where there is no such place yet.

    Asking for rights would not do: they say nothing of network drives and of discs that take no more. Raises UnwritableFile.
    """
    place = path.resolve().parent if path.resolve().parent.is_dir() else folder
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnwritableFile(f"{path}: nothing can be written in {place}: {reason}; choose another folder") from None


def write_report(report: SlideReport, path: Path) -> None:
    """Write the format that `path`'s suffix names. Raises UnwritableFile; an earlier file then stays as it was.

    What a program that was killed while it wrote this report left beside it is removed.
    """
    for target in filter(None, (path, beside(path))):
        sweep(target)
    SHELF[path.suffix.lower().lstrip(".")](report, path)
