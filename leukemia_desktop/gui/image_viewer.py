"""The viewer: the original field beside what the recipe or the model makes of it, with one zoom for both."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from leukemia_desktop.core.explain import place_in_field
from leukemia_desktop.core.image import MAX_MEGAPIXELS
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.gui import captions
from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.chip import shortened
from leukemia_desktop.gui.core_words import message
from leukemia_desktop.gui.display import Display
from leukemia_desktop.gui.explainer import Insight
from leukemia_desktop.gui.field_loader import FieldLoader, Request, Unreadable, Views
from leukemia_desktop.gui.field_pane import FieldPane
from leukemia_desktop.gui.insight_layer import InsightLayer
from leukemia_desktop.gui.latest_only import LatestOnly
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.measuring import Calibrations, Measuring, ask_length
from leukemia_desktop.gui.message_page import MessagePage
from leukemia_desktop.gui.navigator import Navigator
from leukemia_desktop.gui.scale_bar import ScaleBar
from leukemia_desktop.gui.segments import Segments
from leukemia_desktop.gui.swipe import Swipe
from leukemia_desktop.gui.view_picture import picture_of
from leukemia_desktop.gui.viewer_actions import ViewerActions
from leukemia_desktop.gui.viewer_style import viewer_style
from leukemia_desktop.gui.viewport import Viewport

SLOW = 200
"""Milliseconds after which the viewer says that it is opening a field."""


class ImageViewer(QWidget):
    """Shows one field at a time; decoding and preprocessing happen in a worker thread, the newest request wins.

    `shown` follows every field that comes to the screen, `failed` every one that cannot, `explained` what becomes known of
    its cells and its evidence (an Insight, or None when that no longer holds). `close_down` must be called before the
    viewer goes.
    """

    shown = Signal(Path)
    failed = Signal(Path, str)
    explained = Signal(object)
    second_changed = Signal(str)
    said = Signal(str)
    """One sentence for the person, when a view was written or could not be."""

    def __init__(self, parent: QWidget | None = None, *, max_megapixels: float = MAX_MEGAPIXELS):
        super().__init__(parent)
        self.setObjectName("image_viewer")
        self._recipe: Recipe | None = None
        self._manifest: Manifest | None = None
        self._path: Path | None = None
        self._neighbours: tuple[Path, ...] = ()
        self._serial = 0
        self._views: Views | None = None
        self.second = "processed"
        self._display = Display()
        self.port = Viewport(self)
        self.calibrations = Calibrations(self)
        self._measuring = Measuring(self)
        self._loader = FieldLoader(max_megapixels)
        self._worker = LatestOnly(self._loader.work, self)
        self._worker.answered.connect(self._take)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._say_opening)
        self._build()
        self.port.changed.connect(self._follow_zoom)
        self.calibrations.changed.connect(self._follow_zoom)
        self._measuring.measured.connect(self._ask_length)
        self.orders = ViewerActions(self)
        self.set_theme(Look())
        self.clear()

    def _build(self) -> None:
        self.original, self.processed, self.third = (FieldPane(self.port, self) for _ in range(3))
        self.original.setAccessibleName(self.tr("Original field"))
        self.processed.setAccessibleName(self.tr("Processed field"))
        self.third.setAccessibleName(self.tr("Model input"))
        self.third.hide()
        self.all_panes = (self.original, self.processed, self.third)
        for pane in self.all_panes:
            pane.caption.drops_ends = True
            pane.resized.connect(self._fit_panes)
            pane.hovered.connect(self._read_out)
        self.original.measure_with(self._measuring)
        self.layer = InsightLayer(self.original, self.processed)
        self.swipe = Swipe(self.original, self.layer.evidence, self.processed)
        self.navigator = Navigator(self.port, self.original)
        self.original.resized.connect(self.navigator.follow)
        choices = {"processed": self.tr("Processed"), "evidence": self.tr("Evidence"), "model_input": self.tr("Model input")}
        self.segments = Segments(choices, self.processed)
        self.segments.chosen.connect(self.show_second)
        self.scale_bar = ScaleBar(self.processed)
        low_right = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        self.original.corner.addWidget(self.navigator, 1, 1, low_right)
        self._furnish(self.processed, self.processed)
        panes = QWidget(self)
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for pane in self.all_panes:
            row.addWidget(pane, 1)
        self._page = MessagePage(self)
        self.headline, self.message = self._page.headline, self._page.message
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._page)
        self._pages.addWidget(panes)

    def _furnish(self, pane: FieldPane, last: FieldPane) -> None:
        """Put the choice of the second picture into a corner of this pane, and the scale bar into one of the last."""
        pane.corner.addWidget(self.segments, 0, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        last.corner.addWidget(self.scale_bar, 2, 1, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        for part in (self.segments, self.scale_bar):
            part.show()

    # ---- what the window asks for

    def show_field(self, path: Path, neighbours: tuple[Path, ...] = ()) -> None:
        """Show this file as soon as it is decoded; the field before it stays until then.

        `neighbours` are decoded ahead when there is nothing else to do.
        """
        self._path, self._neighbours = path, neighbours
        self._ask()
        self._slow.start()

    def set_recipe(self, recipe: Recipe) -> None:
        """Processed and model input follow this recipe."""
        self._recipe = recipe
        if self._path is not None:
            self._ask()

    def set_model(self, manifest: Manifest | None) -> None:
        """The model that is asked for evidence, and its own recipe."""
        self._manifest = manifest
        self._set_insight(None)
        if manifest is not None:
            self.set_recipe(manifest.recipe)
        elif self._path is not None:
            self._ask()

    def set_label(self, label: str) -> None:
        """The label of the result on screen, whose evidence is shown; "" lets the model choose."""
        if label != self.layer.wish:  # said twenty times a second while a batch runs
            self.layer.set_label(label)
            self._caption()

    def show_cells(self, on: bool) -> None:
        """Outlines and numbers of the cells over the original."""
        self.layer.cells = on
        self._ask_why()

    def show_evidence_over_original(self, on: bool) -> None:
        """Evidence over the original too."""
        self.layer.on_original = on
        self._ask_why()

    def set_display(self, display: Display) -> None:
        """Brightness and contrast of the screen; they stay when the next field opens."""
        self._display = display
        self.layer.set_display(display)
        for part in (*self.all_panes, self.swipe.item):
            part.set_display(display)
        self._caption()

    def set_swipe(self, on: bool) -> None:
        """Lay the second picture over the original behind a line that can be dragged, or put it beside it again."""
        self.swipe.set_on(on)
        self._place_panes(three=False)

    def set_three(self, on: bool) -> None:
        """Original, processed and the model's exact input side by side, or the first two."""
        if on and self.swipe.on:
            self.swipe.set_on(False)
        self._place_panes(three=on)

    @property
    def panes(self) -> tuple[FieldPane, ...]:
        """Those on the screen, in the order of reading."""
        return tuple(pane for pane in self.all_panes if not pane.isHidden())

    def _place_panes(self, *, three: bool) -> None:
        self.processed.setVisible(not self.swipe.on)
        self.third.setVisible(three)
        self.orders.follow(swipe=self.swipe.on, three=three)
        self.segments.allow("model_input", not three)  # it has a pane of its own
        self._furnish(self.original if self.swipe.on else self.processed, self.panes[-1])
        if three and self.second == "model_input":
            self.show_second("processed")
        self._show_processed()
        self._fit_panes()

    def begin_calibration(self) -> None:
        """Let a person draw a line over something of known length in the original, then ask how long it is."""
        if self._views is not None:
            self._measuring.begin()
            self.original.setFocus(Qt.FocusReason.OtherFocusReason)
            self.original.caption.setText(self.tr("Draw a line over a known length: two clicks or one drag. Esc ends it."))

    @property
    def has_field(self) -> bool:
        """A field is on the screen."""
        return self._views is not None

    @property
    def field_name(self) -> str:
        """The name of the file on the screen, without its ending."""
        return self._views.field.path.stem if self._views else ""

    @property
    def synthetic(self) -> bool:
        """The field on the screen is drawn."""
        return bool(self._views and self._views.field.synthetic)

    @property
    def size_of_field(self) -> tuple[int, int]:
        """Width and height of the field on the screen, px; 0, 0 without one."""
        return (round(self.port.field.width()), round(self.port.field.height())) if self.has_field else (0, 0)

    def picture(self, *, with_overlays: bool = True) -> QImage:
        """What is on the screen, without captions, with the scale bar."""
        overlays = (self.layer.outlines, self.layer.evidence, self.layer.evidence_over_original)
        return picture_of(self.panes, overlays, self.scale_bar, self._look.image, with_overlays=with_overlays)

    def set_theme(self, tokens: Any) -> None:
        """Colours from the theme's tokens, see Look."""
        look = Look.of(tokens)
        self._look = look
        parts = (*self.all_panes, self.segments, self.scale_bar, self.navigator, self.swipe.divider)
        for part in parts:
            part.set_look(look)
        self.setStyleSheet(viewer_style(look))

    def show_second(self, which: str) -> None:
        """Show `processed`, `evidence` (over the processed image) or `model_input` beside the original."""
        self.second = which
        self.segments.choose(which)
        self.layer.on_second = which == "evidence"
        self._show_processed()
        self._ask_why()
        self.second_changed.emit(which)

    def show_actual_size(self) -> None:
        """One field pixel on one pixel of the screen."""
        self.port.set_zoom(1 / self.devicePixelRatioF())

    def clear(self) -> None:
        """Empty the viewer."""
        self._forget()
        self._path = None
        self._say(self.tr("No field open"), self.tr("Drop a slide folder here, or open one: Ctrl+Shift+O"), failed=False)

    def close_down(self) -> None:
        """End the worker thread and wait for it."""
        self._slow.stop()
        self._worker.close_down()

    # ---- from and to the worker

    def _ask(self) -> None:
        assert self._path is not None
        self._serial += 1
        self._worker.ask(
            Request(self._serial, self._path, self._recipe, self._neighbours, self.layer.wanted, self._manifest)
        )

    def _ask_why(self) -> None:
        """What is wanted has changed: ask the worker only for what is not known yet."""
        self.layer.refresh()
        self._caption()
        if self._path is not None and self.layer.wanted and not (self.layer.insight and self.layer.insight.finished):
            self._ask()

    def _take(self, answer: Views | Unreadable | Insight) -> None:
        path = answer.field.path if isinstance(answer, Views) else answer.path
        # a preview of an earlier recipe is still news, an earlier field is not
        if path != self._path:
            return
        self._slow.stop()
        if isinstance(answer, Insight):
            if answer.serial == self._serial:  # of an earlier recipe or model it would mislead
                self._set_insight(answer)
            return
        if isinstance(answer, Unreadable):
            if answer.serial == self._serial:
                self._forget()
                self._path = None  # a new recipe is no reason to try again
                self._say(
                    self.tr("%s cannot be shown") % isolated(shortened(path.name)), message(answer.reason), failed=True
                )
                self.failed.emit(path, answer.reason)
            return
        fresh = self._views is None or self._views.field is not answer.field
        self._views = answer
        height, width = answer.field.image.shape[:2]
        if fresh:
            self._set_insight(None)
            self._pages.setCurrentIndex(1)
            self.port.set_field(width, height)
            self.original.set_picture(answer.field.levels, QRectF(0, 0, width, height))
            self.navigator.set_levels(answer.field.levels)
            self._measuring.end()
            self._follow_zoom()
            self.orders.allow()
        self._show_processed()
        if fresh:
            self.shown.emit(path)

    def _forget(self) -> None:
        self._serial += 1
        self._worker.forget()
        self._slow.stop()
        self._views = None
        self._set_insight(None)
        for pane in self.all_panes:
            pane.set_picture((), QRectF())
            pane.readout.hide()
        self.swipe.item.set_levels_of_detail((), QRectF())
        self.navigator.set_levels(())
        self._measuring.end()
        self.orders.allow()

    def _set_insight(self, insight: Insight | None) -> None:
        self.layer.set_insight(insight)
        self._caption()
        self.explained.emit(self.layer.insight)

    # ---- what is on the screen

    def _show_processed(self) -> None:
        if self._views is not None:
            given = self._views.model_input
            levels, area = (given if self.second == "model_input" else self._views.processed), QRectF()
            if levels:
                height, width = self._views.field.image.shape[:2]
                # the model's input may be squeezed into a square: it covers what the processed image covers
                area = QRectF(*place_in_field((height, width), self._views.processed[0].shape[:2]))
            self.processed.set_picture(levels, area)
            self.third.set_picture(() if self.third.isHidden() else given, area)
            self.swipe.item.set_levels_of_detail(levels if self.swipe.on else (), area)
        self._caption()

    def _caption(self) -> None:
        if self._views is None:
            return
        evidence = self.second == "evidence"
        second = self.layer.caption() if evidence else captions.of_second(self._views, self.second)
        first = captions.of_original(self._views.field, self._display)
        self.original.caption.setText(f"{first}  |  {second}" if self.swipe.on else first)
        self.original.caption.show()
        self.processed.caption.setText(second)
        self.third.caption.setText(captions.of_second(self._views, "model_input"))
        for pane in (self.processed, self.third):
            pane.caption.show()

    def _fit_panes(self) -> None:
        self.port.set_pane(QSizeF(min(pane.width() for pane in self.panes), min(pane.height() for pane in self.panes)))

    def _follow_zoom(self) -> None:
        self.scale_bar.set_zoom(self.port.zoom, self.calibrations.of(self.size_of_field))

    def _ask_length(self, pixels: float) -> None:
        size = self.size_of_field
        ask_length(self, pixels, lambda length: self.calibrations.set(size, length / pixels), self._end_measuring)

    def _end_measuring(self) -> None:
        self._measuring.end()
        self._caption()

    def _read_out(self, point: QPointF | None) -> None:
        for each in self.all_panes:
            pixel = each.pixel_at(point) if point is not None else None
            if pixel is None:
                each.readout.hide()
                continue
            x, y, red, green, blue = pixel
            each.readout.setText(f"x {x} y {y} R {red} G {green} B {blue}")
            each.readout.show()

    def _say(self, headline: str, message: str, *, failed: bool) -> None:
        self._page.say(headline, message, failed=failed)
        self._pages.setCurrentIndex(0)

    def _say_opening(self) -> None:
        if self._path is None:
            return
        words = self.tr("Opening %s …") % isolated(shortened(self._path.name))
        if self._views is None:
            self._say(words, "", failed=False)
        else:
            self.original.caption.setText(words)
