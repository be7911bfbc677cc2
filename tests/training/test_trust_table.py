"""The trust table speaks of one model file, and says nothing that was not measured."""

import json
import shutil
from pathlib import Path

import pytest

from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.training.card import write_card
from leukemia_desktop.training.trust_table import FILE, Row, flagged_unseen, keep_trust, kept_trust, table

MODELS = Path(__file__).parents[2] / "models"
ROWS = [Row("smears from elsewhere flagged out of domain", 0.9876, 364, ">= 0.99"), Row("cells miscounted", 0.25, 61)]


@pytest.fixture
def shipped(tmp_path):
    """A copy of a model that ships, without what was measured of it."""
    folder = shutil.copytree(MODELS / "baseline-cnn-int8", tmp_path / "baseline-cnn-int8")
    (folder / FILE).unlink(missing_ok=True)
    return folder


def test_what_was_kept_comes_back_and_stands_on_the_card(shipped):
    keep_trust(shipped, ROWS)
    assert kept_trust(Manifest.read(shipped)) == ROWS
    write_card(shipped)
    card = (shipped / "MODEL_CARD.md").read_text()
    assert "| smears from elsewhere flagged out of domain | 0.9876 | 364 | >= 0.99 |" in card
    assert "\n".join(table(ROWS)) in card


def test_what_was_measured_of_another_file_is_not_shown(shipped):
    keep_trust(shipped, ROWS)
    known = json.loads((shipped / FILE).read_text())
    (shipped / FILE).write_text(json.dumps(known | {"model_sha256": "0" * 64}))
    write_card(shipped)
    assert "## Trust" not in (shipped / "MODEL_CARD.md").read_text()


def test_a_model_of_which_nothing_was_measured_has_no_table(shipped):
    assert kept_trust(Manifest.read(shipped)) == []


def test_what_was_measured_under_other_rules_of_refusal_is_not_shown(shipped):
    keep_trust(shipped, ROWS)
    path = shipped / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["domain"]["threshold"] *= 2
    path.write_text(json.dumps(manifest))
    assert kept_trust(Manifest.read(shipped)) == []


def test_the_share_flagged_counts_the_smear_where_the_manifest_speaks_of_it(shipped):
    path = shipped / "manifest.json"
    manifest = json.loads(path.read_text())
    features = manifest["metrics"]["field-disjoint"]["flagged_out_of_domain"]
    path.write_text(json.dumps({key: value for key, value in manifest.items() if key != "smear"}))
    assert flagged_unseen(Manifest.read(shipped)) == features
    path.write_text(json.dumps(manifest | {"smear": {"measured": {"flagged_together": 0.25}}}))
    assert flagged_unseen(Manifest.read(shipped)) == 0.25
