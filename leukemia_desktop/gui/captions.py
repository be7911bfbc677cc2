"""What the labels over the viewer's panes say of the field and of what became of it."""

from PySide6.QtCore import QCoreApplication

from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.display import Display
from leukemia_desktop.gui.field_loader import Field, Views

DOT = " · "


def of_original(field: Field, display: Display) -> str:
    """Name, what must not be overlooked (damage, drawing, a changed display), and size, which goes first without room."""
    height, width = field.image.shape[:2]
    words = [_say("Original"), isolated(field.path.name)]
    words += [_say("damaged file")] if field.damage else []
    words += [_say("drawn")] if field.synthetic else []
    words += [] if display.neutral else [_say("display adjusted")]
    return DOT.join([*words, isolated(f"{width} × {height} px")])


def of_second(views: Views, which: str) -> str:
    """What the second pane shows, its size, and whether it is exact."""
    levels = views.model_input if which == "model_input" else views.processed
    if not levels:
        words = [_say("No recipe")]
    else:
        name = _say("Model input") if which == "model_input" else _say("Processed")
        words = [name, isolated(f"{levels[0].shape[1]} × {levels[0].shape[0]} px")]
    return DOT.join(words + ([] if views.exact else [_say("preview")]))


def _say(text: str) -> str:
    return QCoreApplication.translate("ImageViewer", text)
