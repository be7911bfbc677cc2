"""Learning curves of a run as a picture beside its checkpoint."""

from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from leukemia_desktop.core.files import UnwritableFile, replace_file
from leukemia_desktop.training.errors import TrainingError

LEARNED, HELD_OUT = "#1f5fa8", "#c2571a"


def draw_curves(path: Path, history: Sequence[dict[str, float]], title: str) -> None:
    """Loss and accuracy over epochs as PNG, with those of held-out fields where there are any. Raises TrainingError."""
    figure = Figure(figsize=(8, 3.2), layout="constrained")
    epochs = [epoch["epoch"] for epoch in history]
    marker = "o" if len(history) < 40 else ""
    for axes, measure in zip(figure.subplots(1, 2), ("loss", "accuracy"), strict=True):
        axes.plot(epochs, [epoch[measure] for epoch in history], marker=marker, ms=3, color=LEARNED, label="learned from")
        if f"held_out_{measure}" in history[0]:
            held_out = [epoch[f"held_out_{measure}"] for epoch in history]
            axes.plot(epochs, held_out, marker=marker, ms=3, color=HELD_OUT, label="held out")
            axes.legend(frameon=False)
        axes.set(xlabel="epoch", ylabel=f"{measure}, augmented fields" if len(axes.lines) == 1 else measure)
        axes.set_xlim(0.5, max(len(history), 2) + 0.5)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.grid(alpha=0.3)
        axes.spines[["top", "right"]].set_visible(False)
    figure.suptitle(title, fontsize=10)
    try:
        replace_file(path, lambda stream: figure.savefig(stream, format="png", dpi=110))
    except UnwritableFile as error:
        raise TrainingError(str(error)) from None
