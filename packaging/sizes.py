"""Keep what a frozen program and its Debian package measure: in packaging/SIZES.md, and in README.md between its marks.

Usage: sizes.py FOLDER DEB     (FOLDER: dist/leukemia-desktop with the SIZES.md that bill.py wrote)
"""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MARKS = ("<!-- size:start -->", "<!-- size:end -->")


def kept(table: str, megabytes: float, day: str) -> str:
    """The page for packaging/SIZES.md."""
    return (
        "# Size, part by part\n\n"
        f"Of the frozen program for the CPU on Debian 12, as `make dist-sizes` measured it on {day}; the Debian package\n"
        f"has {megabytes:.0f} MB. A build writes its own beside the program.\n\n{table}"
    )


def sentence(page: str) -> str:
    """What README says of it."""
    folder = re.findall(r"\| \*\*all\*\* \| ([\d.]+) \|", page)[0]
    package = re.findall(r"has\s+(\d+) MB", page)[0]
    return (
        "`make dist-desktop` freezes the program into `dist/leukemia-desktop`, "
        f"a folder of {float(folder):.0f} MB that runs on Debian 12\nand newer without Python. "
        f"`make dist-deb` makes a Debian package of it ({package} MB)."
    )


def told(readme: str, page: str) -> str:
    """README with the sentence between its marks."""
    start, end = MARKS
    before, _, rest = readme.partition(start)
    _, _, after = rest.partition(end)
    if not after:
        sys.exit(f"README.md has no {start} ... {end}")
    return f"{before}{start}\n{sentence(page)}\n{end}{after}"


def main(folder: Path, package: Path) -> None:
    """Write both."""
    table = (folder / "SIZES.md").read_text("utf-8").partition("\n\n")[2]
    page = kept(table, package.stat().st_size / 1e6, datetime.now(UTC).date().isoformat())
    (ROOT / "packaging" / "SIZES.md").write_text(page, "utf-8")
    readme = ROOT / "README.md"
    readme.write_text(told(readme.read_text("utf-8"), page), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
