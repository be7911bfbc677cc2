"""What an audit found, in words: Markdown that a person reads in the terminal or in a file."""

from collections import Counter
from collections.abc import Iterable, Mapping

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.audit import Audit
from leukemia_desktop.training.duplicates import Pair

_LISTED = 20


def report(found: Audit, probes: Mapping[str, str]) -> str:
    """The report; `probes` maps the name of a shortcut to what it reaches, or to why that was not measured."""
    parts = [
        f"# Audit of {found.folder}",
        _table(
            ("class", "fields", "groups", "largest group", "series", "unreadable"),
            [_class_row(found, label) for label in (*LABELS, "all")],
        ),
        "A group holds fields between which a copy or an overlap was found, directly or through others. Field-disjoint, "
        "never patient-disjoint: two fields of one patient without a common place stand in two groups.",
        _listed("Unreadable files", [f"{file}: {reason}" for file, reason in found.unreadable]),
        _pairs(found, "Files with the same bytes", found.same_bytes),
        _pairs(found, "Files with the same pixels but other bytes", found.same_pixels),
        _pairs(found, "Nearly the same picture, also turned or mirrored", found.near),
        _listed(
            "Overlapping fields",
            [
                f"{found.files[o.first]} and {found.files[o.second]}: {100 * o.share:.0f} % of a field, shifted by "
                f"({o.dx}, {o.dy}) px, correlation {o.correlation:.2f}"
                for o in found.overlaps
            ],
        ),
        _pairs(found, "Joined fields with different labels: one of the two is wrong", found.across),
        _listed(
            "Marks burnt into corners, such as scale bars",
            [_mark_line(found, number) for number in range(len(found.marks))],
        ),
        _table(("shortcut alone", "balanced accuracy, field-disjoint"), list(probes.items())) if probes else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _class_row(found: Audit, label: str) -> tuple[str, ...]:
    chosen = [n for n, own in enumerate(found.labels) if label in (own, "all")]
    sizes = Counter(found.groups[n] for n in chosen)
    series = {found.series[n] for n in chosen}
    unreadable = sum(label in (file.partition("/")[0], "all") for file, _ in found.unreadable)
    largest = max(sizes.values(), default=0)
    return label, f"{len(chosen):,}", f"{len(sizes):,}", str(largest), str(len(series)), str(unreadable)


def _mark_line(found: Audit, number: int) -> str:
    mark = found.marks[number]
    left, top, right, bottom = mark.box
    classes = Counter(found.labels[n] for n in mark.files)
    of_all = Counter(found.labels)
    shares = ", ".join(f"{label} {classes[label]} of {of_all[label]}" for label in LABELS if of_all[label])
    return f"{mark.name}: x {left:.2f} to {right:.2f}, y {top:.2f} to {bottom:.2f} of the field; {shares}"


def _pairs(found: Audit, title: str, pairs: Iterable[Pair]) -> str:
    return _listed(title, [f"{found.files[a]} and {found.files[b]}" for a, b in pairs])


def _listed(title: str, lines: list[str]) -> str:
    shown = [f"- {line}" for line in lines[:_LISTED]]
    more = [f"- and {len(lines) - _LISTED:,} more"] if len(lines) > _LISTED else []
    return "\n".join([f"## {title}: {len(lines):,}", *([""] if lines else []), *shown, *more])


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
