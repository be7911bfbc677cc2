"""Measured tables go into README.md by command, between two marks: nobody types a number."""

from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"


def put(readme: Path, name: str, text: str) -> None:
    """Put `text` between the marks <!-- name:start --> and <!-- name:end -->. Raises ValueError where they are missing."""
    start, end = f"<!-- {name}:start -->", f"<!-- {name}:end -->"
    whole = readme.read_text("utf-8")
    if start not in whole or end not in whole:
        raise ValueError(f"{readme.name} has no {start} and {end}")
    head, _, rest = whole.partition(start)
    readme.write_text(f"{head}{start}\n{text}\n{end}{rest.partition(end)[2]}", "utf-8")
