"""A model is opened by a thread while its caller goes on, and what is wrong with it is said when it is asked for."""

from pathlib import Path

import pytest

from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.opening import open_classifier, opening


def test_what_is_opened_beside_is_what_is_opened_at_once(tiny_model: Path) -> None:
    with opening(str(tiny_model), "cpu") as opened:
        settings, classifier = opened()
        assert opened().classifier is classifier  # asked again, it is the same
    at_once = open_classifier(str(tiny_model), "cpu")
    assert settings == at_once.settings
    assert settings.provider == classifier.provider == "cpu"
    assert classifier.manifest == at_once.classifier.manifest


def test_a_model_that_is_not_there_is_said_to_who_asks() -> None:
    with opening("no such model") as opened, pytest.raises(BrokenModel, match="no such model"):
        opened()


def test_who_does_not_ask_is_not_told() -> None:
    with opening("no such model"):
        pass
