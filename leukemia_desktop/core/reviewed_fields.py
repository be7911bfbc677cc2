"""Reviewed fields as a class-folder data set, for the laboratory's own training: see leukemia-train audit and train."""

import csv
import hashlib
import io
import secrets
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from leukemia_desktop.core.agreement import Comparison, compare_readers
from leukemia_desktop.core.fields import Field, NoFields, expanded, find_slides
from leukemia_desktop.core.files import UnwritableFile, replace_file, write_text
from leukemia_desktop.core.image import UnreadableImage, read_bytes
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.review import Readings, Refused, Review, readings
from leukemia_desktop.core.run import check_place

COLUMNS = ("file", "label", "reason", "reviewer", "role", "reviewed_at", "pre_classified", "slide", "name", "sha256")
GROUPS = ("file", "group", "series")


@dataclass
class Exported:
    """What became of the fields: `written` by label, `left_out` by why."""

    written: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def sentence(self) -> str:
        """What a person reads."""
        by_label = ", ".join(f"{label} {self.written[label]}" for label in LABELS)
        why = "; ".join(f"{count} left out: {words}" for words, count in self.left_out.items())
        empty = [label for label in LABELS if not self.written[label]]
        more = f"; training needs fields of every class, there is none of {', '.join(empty)}" if empty else ""
        return f"{self.written.total()} fields ({by_label})" + (f"; {why}" if why else "") + more


def export_fields(
    ledger: Ledger, folders: Iterable[Path], out: Path, *, called: Callable[[Field], Field] | None = None
) -> Exported:
    """Copy the reviewed fields of these slides to `out`/{Benign,Early,Pre,Pro}, with manifest.csv and groups.csv.

    A slide is a group, so that no split tears one apart. Fields without a class, fields on which two readers disagree and
    copies of a field are left out. `called` gives slide and name of each field other words, such as a pseudonym; the files
    stay as they are, with all that a camera wrote into them. `out` must not exist; it is there whole or not at all. Raises
    NoFields, Refused, UnwritableFile, BadLedger.
    """
    fields, _ = find_slides(expanded(folders))
    if out.exists():
        raise UnwritableFile(f"{out}: exists already; name a folder that does not")
    check_place(out / "manifest.csv", fields)
    check_place(out, fields)
    found = Exported()
    hashes = _hashes(fields, found)
    chosen = _chosen(ledger, hashes, found)
    if not chosen:
        raise Refused("no field of these slides was reviewed as Benign, Early, Pre or Pro")
    try:
        _write(chosen, hashes, out, called)
    except OSError as error:
        raise UnwritableFile(f"{out}: {error.strerror or error}") from None
    return found


def compare_slides(ledger: Ledger, folders: Iterable[Path]) -> list[tuple[str, list[Comparison]]]:
    """How far readers and program agree, by slide; at last, under "all slides", over all. Raises NoFields, BadLedger.

    Fields that could not be read are left out: whoever sets one aside has read nothing.
    """
    fields, _ = find_slides(expanded(folders))
    hashes = _hashes(fields, Exported())
    with ledger.reading() as page:
        read = {image: own for image, own in readings(page, hashes).items() if own.each[-1].pre_classified}
    program = {image: own.each[-1].pre_classified for image, own in read.items()}
    by_slide: dict[str, dict[str, Readings]] = {field.slide: {} for field in fields}
    for image, own in read.items():
        by_slide[hashes[image].slide][image] = own
    if len(by_slide) > 1:
        by_slide["all slides"] = read
    return [(slide, compare_readers(own, program)) for slide, own in by_slide.items()]


def _hashes(fields: Iterable[Field], found: Exported) -> dict[str, Field]:
    hashes: dict[str, Field] = {}
    for each in fields:
        try:
            image = hashlib.sha256(read_bytes(each.path)).hexdigest()
        except UnreadableImage:
            found.left_out["unreadable"] += 1
            continue
        if image in hashes:
            found.left_out["copy of another field"] += 1
        else:
            hashes[image] = each
    return hashes


def _chosen(ledger: Ledger, hashes: Mapping[str, Field], found: Exported) -> list[Review]:
    with ledger.reading() as page:
        read = readings(page, hashes)
    chosen: list[Review] = []
    for image in hashes:
        own = read.get(image)
        review = own.chosen if own else None
        if own is None or review is None:
            found.left_out["not reviewed"] += 1
        elif own.disagree:
            found.left_out["readers disagree"] += 1
        elif review.label not in LABELS:
            found.left_out[review.label] += 1
        else:
            chosen.append(review)
            found.written[review.label] += 1
    return chosen


def _write(
    chosen: Sequence[Review], hashes: Mapping[str, Field], out: Path, called: Callable[[Field], Field] | None
) -> None:
    part = out.with_name(f".{out.name[:40]}.{secrets.token_hex(6)}.part")
    try:
        for label in LABELS:
            (part / label).mkdir(parents=True)
        rows: list[dict[str, str]] = []
        for review in chosen:
            source = hashes[review.image_sha256]
            # a name of its own: two slides have fields of the same name, and a name can give the label away
            name = f"{review.label}/{review.image_sha256[:20]}{source.path.suffix.lower()}"
            shutil.copyfile(source.path, part / name)
            told = called(source) if called else source
            rows.append(
                {
                    "file": name,
                    "label": review.label,
                    "reason": review.reason,
                    "reviewer": review.reader,
                    "role": review.role,
                    "reviewed_at": review.at,
                    "pre_classified": review.pre_classified,
                    "slide": told.slide,
                    "name": told.name,
                    "sha256": review.image_sha256,
                    "group": told.slide,
                    "series": told.slide,
                }
            )
        for file, columns in (("manifest.csv", COLUMNS), ("groups.csv", GROUPS)):
            _table(part / file, columns, rows)
        part.rename(out)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    replace_file(path, lambda stream: write_text(stream, text.getvalue().encode("utf-8", "backslashreplace").decode()))


__all__ = ["Exported", "NoFields", "compare_slides", "export_fields"]
