"""The viewer: the original field beside what the recipe or the model makes of it, with one zoom for both."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from leukemia_desktop.core.explain import place_in_field
from leukemia_desktop.core.image import MAX_MEGAPIXELS
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.gui.chip import shortened
from leukemia_desktop.gui.display import Display
from leukemia_desktop.gui.explainer import Insight
from leukemia_desktop.gui.field_loader import FieldLoader, Request, Unreadable, Views
from leukemia_desktop.gui.field_pane import FieldPane
from leukemia_desktop.gui.insight_layer import InsightLayer
from leukemia_desktop.gui.latest_only import LatestOnly
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.scale_bar import ScaleBar
from leukemia_desktop.gui.segments import Segments
from leukemia_desktop.gui.viewport import NOTCH, Viewport

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
        self._micrometres = 0.0
        self._viewport = Viewport(self)
        self._loader = FieldLoader(max_megapixels)
        self._worker = LatestOnly(self._loader.work, self)
        self._worker.answered.connect(self._take)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._say_opening)
        self._build()
        self._viewport.changed.connect(self._follow_zoom)
        self._make_actions()
        self.set_theme(Look())
        self.clear()

    def _build(self) -> None:
        self.original, self.processed = FieldPane(self._viewport, self), FieldPane(self._viewport, self)
        self.original.setAccessibleName(self.tr("Original field"))
        self.processed.setAccessibleName(self.tr("Processed field"))
        self.processed.caption.drops_ends = True
        for pane in (self.original, self.processed):
            pane.resized.connect(self._fit_panes)
            pane.hovered.connect(self._read_out)
        self.layer = InsightLayer(self.original, self.processed)
        choices = {"processed": self.tr("Processed"), "evidence": self.tr("Evidence"), "model_input": self.tr("Model input")}
        self.segments = Segments(choices, self.processed)
        self.segments.chosen.connect(self.show_second)
        top_right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        self.processed.corner.addWidget(self.segments, 0, 1, top_right)
        self.scale_bar = ScaleBar(self.processed)
        self.processed.corner.addWidget(self.scale_bar, 1, 1, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        panes = QWidget(self)
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.original, 1)
        row.addWidget(self.processed, 1)
        page = QWidget(self)
        page.setObjectName("page")
        self.headline, self.message = QLabel(page), QLabel(page)
        self.headline.setObjectName("headline")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (self.headline, self.message):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            # one long word must not make the window wider
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addStretch(1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(page)
        self._pages.addWidget(panes)

    def _make_actions(self) -> None:
        def action(words: str, run: Any, *keys: str) -> QAction:
            made = QAction(words, self)
            made.setShortcuts([QKeySequence(key) for key in keys])
            made.triggered.connect(lambda: run())
            self.addAction(made)
            return made

        self.fit_action = action(self.tr("Fit"), self._viewport.fit, "Ctrl+0")
        self.actual_size_action = action(self.tr("100 %"), self.show_actual_size, "Ctrl+1")
        self.zoom_in_action = action(self.tr("Zoom in"), lambda: self._zoom(NOTCH), "+", "=")
        self.zoom_out_action = action(self.tr("Zoom out"), lambda: self._zoom(1 / NOTCH), "-")

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
        self.layer.set_opacity(display.evidence)
        table = None if display.neutral else display.table()
        for pane in (self.original, self.processed):
            pane.set_table(table)
        self._caption()

    def set_pixel_size(self, micrometres: float) -> None:
        """Width of one field pixel, for the scale bar; 0: not known."""
        self._micrometres = micrometres
        self._follow_zoom()

    def set_theme(self, tokens: Any) -> None:
        """Colours from the theme's tokens, see Look."""
        look = Look.of(tokens)
        for part in (self.original, self.processed, self.segments, self.scale_bar):
            part.set_look(look)
        chip = f"background: {look.panel}; color: {look.text}; border: 1px solid {look.line}; border-radius: 6px;"
        self.setStyleSheet(
            f"#chip, #readout {{ {chip} padding: 3px 8px; font-size: 12px; }}"
            "#chip { min-height: 19px; }"  # as high as the segments beside it
            f"#note {{ {chip} padding: 12px 16px; font-size: 13px; }}"
            '#readout { font-family: "JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono", Consolas, Menlo, monospace; }'
            f"#page {{ background: {look.image}; }}"
            f"#page QLabel {{ color: {look.secondary}; font-size: 13px; }}"
            f"#page #headline {{ color: {look.text}; font-size: 20px; }}"
            f'#page #headline[failed="true"] {{ color: {look.failed}; }}'
        )

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
        self._viewport.set_zoom(1 / self.devicePixelRatioF())

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
                self._say(self.tr("%s cannot be shown") % shortened(path.name), answer.reason, failed=True)
                self.failed.emit(path, answer.reason)
            return
        fresh = self._views is None or self._views.field is not answer.field
        self._views = answer
        height, width = answer.field.image.shape[:2]
        if fresh:
            self._set_insight(None)
            self._pages.setCurrentIndex(1)
            self._viewport.set_field(width, height)
            self.original.set_picture(answer.field.levels, QRectF(0, 0, width, height))
        self._show_processed()
        if fresh:
            self.shown.emit(path)

    def _forget(self) -> None:
        self._serial += 1
        self._worker.forget()
        self._slow.stop()
        self._views = None
        self._set_insight(None)
        for pane in (self.original, self.processed):
            pane.set_picture((), QRectF())
            pane.readout.hide()

    def _set_insight(self, insight: Insight | None) -> None:
        self.layer.set_insight(insight)
        self._caption()
        self.explained.emit(self.layer.insight)

    # ---- what is on the screen

    def _show_processed(self) -> None:
        if self._views is not None:
            levels = self._views.model_input if self.second == "model_input" else self._views.processed
            area = QRectF()
            if levels:
                height, width = self._views.field.image.shape[:2]
                # the model's input may be squeezed into a square: it covers what the processed image covers
                area = QRectF(*place_in_field((height, width), self._views.processed[0].shape[:2]))
            self.processed.set_picture(levels, area)
        self._caption()

    def _caption(self) -> None:
        if self._views is None:
            return
        field = self._views.field
        height, width = field.image.shape[:2]
        words = [self.tr("Original"), field.path.name, f"{width} × {height} px"]
        words += [self.tr("damaged file")] if field.damage else []
        words += [self.tr("drawn")] if field.synthetic else []
        words += [] if self._display.neutral else [self.tr("display adjusted")]
        self.original.caption.setText(" · ".join(words))
        self.original.caption.show()
        levels = self._views.model_input if self.second == "model_input" else self._views.processed
        words = [self.tr("Model input") if self.second == "model_input" else self.tr("Processed")]
        if levels:
            words += [f"{levels[0].shape[1]} × {levels[0].shape[0]} px"]
        else:
            words = [self.tr("No recipe")]
        words += [] if self._views.exact else [self.tr("preview")]
        words = [self.layer.caption()] if self.second == "evidence" else words
        self.processed.caption.setText(" · ".join(words))
        self.processed.caption.show()

    def _fit_panes(self) -> None:
        sizes = [pane.size() for pane in (self.original, self.processed)]
        self._viewport.set_pane(QSizeF(min(s.width() for s in sizes), min(s.height() for s in sizes)))

    def _follow_zoom(self) -> None:
        self.scale_bar.set_zoom(self._viewport.zoom, self._micrometres)

    def _zoom(self, factor: float) -> None:
        self._viewport.set_zoom(self._viewport.zoom * factor)

    def _read_out(self, point: QPointF | None) -> None:
        for each in (self.original, self.processed):
            pixel = each.pixel_at(point) if point is not None else None
            if pixel is None:
                each.readout.hide()
                continue
            x, y, red, green, blue = pixel
            each.readout.setText(f"x {x} y {y} R {red} G {green} B {blue}")
            each.readout.show()

    def _say(self, headline: str, message: str, *, failed: bool) -> None:
        self.headline.setText(headline)
        self.message.setText(message)
        self.headline.setProperty("failed", failed)
        self.headline.style().polish(self.headline)
        self._pages.setCurrentIndex(0)

    def _say_opening(self) -> None:
        if self._path is None:
            return
        words = self.tr("Opening %s …") % shortened(self._path.name)
        if self._views is None:
            self._say(words, "", failed=False)
        else:
            self.original.caption.setText(words)
