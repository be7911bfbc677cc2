"""What is no smear is never labelled by a model that ships, and never passes as "ok"."""

from pathlib import Path

import pytest
from PIL import Image as Pillow

from leukemia_desktop.core.analysis import Failure, analyze
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.trust import UNIDENTIFIED
from tests.foreign import DRAWN, drawn_pictures

MODELS = Path(__file__).parents[2] / "models"


@pytest.fixture(scope="module", params=sorted(path.parent.name for path in MODELS.glob("*/manifest.json")))
def shipped(request: pytest.FixtureRequest) -> Classifier:
    return Classifier(Manifest.read(MODELS / request.param), provider="cpu", threads=2)


def test_textures_documents_shapes_and_blank_fields_are_unidentified(shipped: Classifier, tmp_path: Path):
    fields = []
    for name, image in drawn_pictures(2, seed=1):
        Pillow.fromarray(image).save(tmp_path / f"{name}.png")
        fields.append(Field(tmp_path / f"{name}.png", "strange", name))
    outcomes = list(analyze(fields, shipped))
    assert len(outcomes) == 2 * len(DRAWN)
    for outcome in outcomes:
        assert not isinstance(outcome, Failure)
        assert outcome.verdict.status == "review", outcome.field.name
        assert outcome.verdict.label == UNIDENTIFIED, outcome.field.name
