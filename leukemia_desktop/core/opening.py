"""The settings and the model of a call, opened at once, or by a thread while the caller loads what else it needs."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.settings import Settings


class Opened(NamedTuple):
    """What a run goes by. The settings name the provider that was asked for, which is what workers run on, too."""

    settings: Settings
    classifier: Classifier


def open_classifier(model: str = "", provider: str = "") -> Opened:
    """Model and provider as named, else as the settings say. Raises BadSettings, BrokenModel or NoProvider."""
    settings = Settings.read()
    settings = replace(settings, provider=provider or settings.provider)
    manifest = open_model(model, settings)
    return Opened(settings, Classifier(manifest, provider=settings.provider, threads=settings.threads))


@contextmanager
def opening(model: str = "", provider: str = "") -> Iterator[Callable[[], Opened]]:
    """Begin to open; the call that is given waits for it and raises as open_classifier does.

    ONNX Runtime takes about half as long for it as Python takes to load the rest of a batch, and needs no Python for it.
    """
    with ThreadPoolExecutor(1) as beside:
        yield beside.submit(open_classifier, model, provider).result
