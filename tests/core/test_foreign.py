"""What is no smear is never labelled by the model that ships, and never passes as "ok"."""

from pathlib import Path

import pytest
from PIL import Image as Pillow

from leukemia_desktop.core.analysis import Failure, analyze
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.trust import UNIDENTIFIED
from tests.foreign import DRAWN, drawn_pictures


@pytest.fixture(scope="module")
def shipped() -> Classifier:
    return Classifier(open_model(), provider="cpu", threads=2)


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
