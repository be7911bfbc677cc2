"""The table of cells: every counted cell once, the most suspicious first, and bad files named."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leukemia_desktop import cli
from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.gallery import COLUMNS, cells_of, write_cells
from leukemia_desktop.core.image import read_image
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.synthetic import draw_field, save_field
from tests.conftest import build_tiny_model


@pytest.fixture
def slide(tmp_path: Path) -> Path:
    folder = tmp_path / "slide"
    folder.mkdir()
    for seed in (1, 2):
        save_field(draw_field(seed, cells=7), folder / f"=field {seed}.png")
    (folder / "broken.jpg").write_bytes(b"nothing")
    return folder


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return build_tiny_model(tmp_path / "models" / "tiny", size=224)


def test_every_counted_cell_is_there_with_its_numbers_and_the_most_suspicious_comes_first(
    slide: Path, model: Path, tmp_path: Path
):
    failed: list[str] = []
    found = list(
        cells_of(
            find_fields(slide),
            Classifier(Manifest.read(model), provider="cpu", threads=1),
            failed=lambda one, reason: failed.append(f"{one.name}: {reason}"),
        )
    )
    counted = {path.name: survey(read_image(path)).counted for path in slide.glob("*.png")}
    assert len(found) == sum(map(len, counted.values())) > 8
    assert all(one.cell == counted[one.field.name][one.number - 1] for one in found)
    assert len(failed) == 1 and failed[0].startswith("broken.jpg")
    assert write_cells(found, tmp_path / "cells.csv") == len(found)
    with (tmp_path / "cells.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == COLUMNS
    suspicions = [float(row["suspicion"]) for row in rows]
    assert suspicions == sorted(suspicions, reverse=True) and suspicions[0] > suspicions[-1]
    assert {row["file"] for row in rows} == {"'=field 1.png", "'=field 2.png"}


def test_the_command_writes_the_table_and_says_what_failed(slide: Path, model: Path, tmp_path: Path):
    out = tmp_path / "cells.csv"
    ran = CliRunner().invoke(cli.app, ["cells", str(slide), "--csv", str(out), "--model", str(model)])
    assert ran.exit_code == 1
    assert "broken.jpg" in ran.output and "cells" in ran.output
    assert len(out.read_text("utf-8-sig").splitlines()) > 8
    (slide / "broken.jpg").unlink()
    assert CliRunner().invoke(cli.app, ["cells", str(slide), "--csv", str(out), "--model", str(model)]).exit_code == 0
    beside = ["cells", str(slide), "--csv", str(slide / "cells.csv"), "--model", str(model)]
    assert CliRunner().invoke(cli.app, beside).exit_code == 2
