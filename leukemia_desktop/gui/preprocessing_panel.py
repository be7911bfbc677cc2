"""The preprocessing panel: the recipe as switches and sliders, grown from the signatures of the steps."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from leukemia_desktop.core.recipe import STEPS, Recipe, Step
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.panel_style import panel_style
from leukemia_desktop.gui.preset_menu import PresetMenu
from leukemia_desktop.gui.recipe_history import RecipeEdit
from leukemia_desktop.gui.scrolling import bring_into_view
from leukemia_desktop.gui.step_box import StepBox, hint, title
from leukemia_desktop.gui.switch import Switch

PACE = 30
"""Milliseconds between two `edited` while a slider is dragged."""


class PreprocessingPanel(QWidget):
    """Shows and edits one recipe. `edited` carries the new recipe after every change a person makes, undo included.

    Only the steps are edited: input size, mean and std belong to the model.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("preprocessing_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._recipe = Recipe(())
        self._look = Look()
        self._own: Recipe | None = None
        self._asked = False
        self._chosen = -1
        self._drag = 0
        self._pending = False
        self.boxes: list[StepBox] = []
        self.history = QUndoStack(self)
        self._pace = QTimer(self, singleShot=True, interval=PACE)
        self._pace.timeout.connect(self._tell_pending)
        self._build()
        self.history.canUndoChanged.connect(self.undo_button.setEnabled)
        self.history.canRedoChanged.connect(self.redo_button.setEnabled)
        self.set_theme(Look())
        self._show(self._recipe)

    # ---- what the window asks for

    @property
    def recipe(self) -> Recipe:
        """The recipe as it stands."""
        return self._recipe

    @property
    def own(self) -> bool:
        """True when the recipe gives exactly what the model was trained on."""
        return self._own is not None and self._own.hash == self._recipe.hash

    def set_recipe(self, recipe: Recipe, own: bool) -> None:
        """Show a recipe and forget the history; `own`: it is the model's own, to which "As trained" returns."""
        if own:
            self._own = recipe
        self._asked = True
        self.history.clear()
        self._chosen = -1
        self._show(recipe)

    def set_theme(self, tokens: Any) -> None:
        """Colours from the theme's tokens, see Look."""
        self._look = Look.of(tokens)
        self.setStyleSheet(panel_style(self._look))
        for switch in self.findChildren(Switch):
            switch.set_look(self._look)

    # ---- what a person does

    def add_step(self, name: str) -> None:
        """Add a step with its defaults behind the chosen one, or at the end."""
        at = self._chosen + 1 if self._chosen >= 0 else len(self._recipe.steps)
        steps = list(self._recipe.steps)
        steps.insert(at, Step.of(name))
        self._chosen = at
        self._edit(self.tr("Add %s") % title(name), tuple(steps))
        self._focus_chosen()

    def remove_step(self) -> None:
        """Remove the chosen step."""
        if 0 <= self._chosen < len(self._recipe.steps):
            at = self._chosen
            steps = self._recipe.steps
            self._chosen = min(at, len(steps) - 2)
            self._edit(self.tr("Remove %s") % title(steps[at].name), steps[:at] + steps[at + 1 :])
            self._focus_chosen()

    def move_step(self, by: int) -> None:
        """Move the chosen step up (-1) or down (1)."""
        at, to = self._chosen, self._chosen + by
        if 0 <= at < len(self._recipe.steps) and 0 <= to < len(self._recipe.steps):
            steps = list(self._recipe.steps)
            steps.insert(to, steps.pop(at))
            self._chosen = to
            self._edit(self.tr("Move %s") % title(steps[to].name), tuple(steps))
            self._focus_chosen()

    def use_own(self) -> None:
        """Back to the recipe that the model was trained with."""
        if self._own is not None:
            self._edit(self.tr("As the model was trained"), self._own.steps)

    def use_steps(self, recipe: Recipe, words: str) -> None:
        """Take over the steps of a preset; input size, mean and std stay the model's."""
        self._edit(words, recipe.steps)

    def choose(self, index: int) -> None:
        """Take a step for Up, Down and Remove."""
        self._chosen = index
        for number, box in enumerate(self.boxes):
            box.set_chosen(number == index)
        last = len(self.boxes) - 1
        self.up_button.setEnabled(0 < index <= last)
        self.down_button.setEnabled(0 <= index < last)
        self.remove_button.setEnabled(0 <= index <= last)

    def _edit(self, words: str, steps: tuple[Step, ...], key: object = None) -> None:
        after = replace(self._recipe, steps=steps)
        if after != self._recipe:
            self.history.push(RecipeEdit(words, self._recipe, after, self._show_edited, key))

    def _switch(self, index: int, on: bool) -> None:
        words = (self.tr("Switch on %s") if on else self.tr("Switch off %s")) % title(self._recipe.steps[index].name)
        self._edit(words, self._with(index, replace(self._recipe.steps[index], on=on)))

    def _change(self, index: int, name: str, value: object) -> None:
        step = self._recipe.steps[index]
        changed = Step.of(step.name, on=step.on, **{**step.params, name: value})
        self._edit(self.tr("Change %s") % title(step.name), self._with(index, changed), (index, name, self._drag))

    def _with(self, index: int, step: Step) -> tuple[Step, ...]:
        return (*self._recipe.steps[:index], step, *self._recipe.steps[index + 1 :])

    def _settle(self) -> None:
        self._drag += 1  # the next drag is an undo step of its own

    # ---- what is on the screen

    def _show_edited(self, recipe: Recipe) -> None:
        self._show(recipe)
        self._pending = True
        if not self._pace.isActive():
            self._tell_pending()

    def _tell_pending(self) -> None:
        if self._pending:
            self._pending = False
            self._pace.start()
            self.edited.emit(self._recipe)

    def _show(self, recipe: Recipe) -> None:
        self._recipe = recipe
        if [box.name for box in self.boxes] != [step.name for step in recipe.steps]:
            self._rebuild()
        for box, step in zip(self.boxes, recipe.steps, strict=True):
            box.show_step(step)
        self.choose(min(self._chosen, len(self.boxes) - 1))
        self.empty.setVisible(not self.boxes)
        self.own_button.setEnabled(self._own is not None and not self.own)
        if self.own:
            words = self.tr("As the model was trained")
        elif self._asked:
            words = self.tr("▲ Differs from the model's own: results say so")
        else:
            words = self.tr("No model open")
        self.state.setText(words)
        self.state.setProperty("differs", self._asked and not self.own)
        self.state.style().polish(self.state)

    def _rebuild(self) -> None:
        for box in self.boxes:
            self._steps.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        for index, step in enumerate(self._recipe.steps):
            box = StepBox(step, self._page)
            box.switched.connect(lambda on, i=index: self._switch(i, on))
            box.changed.connect(lambda name, value, i=index: self._change(i, name, value))
            box.settled.connect(self._settle)
            box.chosen.connect(lambda i=index: self.choose(i))
            self._steps.insertWidget(index, box)
            box.show()  # at once: what is hidden has no height, and cannot be scrolled to
            self.boxes.append(box)
            for switch in box.findChildren(Switch):
                switch.set_look(self._look)

        self._order_stops()

    def _order_stops(self) -> None:
        """Tab goes as one reads: Qt would take what was made last at last, steps behind every other panel."""
        stops: list[QWidget] = [self.own_button, self.presets_button, self.undo_button, self.redo_button]
        for box in self.boxes:
            stops += box.stops
        stops += [self.add_button, self.up_button, self.down_button, self.remove_button]
        for one, next_one in pairwise(stops):
            self.setTabOrder(one, next_one)

    def _focus_chosen(self) -> None:
        if 0 <= self._chosen < len(self.boxes):
            self.boxes[self._chosen].switch.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.boxes[self._chosen])

    def _build(self) -> None:
        heading = QLabel(self.tr("Preprocessing"), self)
        heading.setObjectName("heading")
        self.state = QLabel(self)
        self.state.setObjectName("state")
        self.state.setWordWrap(True)
        self.add_button = QPushButton(self.tr("Add step"), self)
        menu = QMenu(self.add_button)
        menu.setToolTipsVisible(True)
        for name in STEPS:
            action = QAction(title(name), menu)
            action.setToolTip(hint(name))
            action.triggered.connect(lambda _=False, name=name: self.add_step(name))
            menu.addAction(action)
        self.add_button.setMenu(menu)
        self.up_button = self._button(self.tr("Up"), self.tr("Move the chosen step up (Alt+Up)"), lambda: self.move_step(-1))
        self.down_button = self._button(
            self.tr("Down"), self.tr("Move the chosen step down (Alt+Down)"), lambda: self.move_step(1)
        )
        self.remove_button = self._button(self.tr("Remove"), self.tr("Remove the chosen step (Delete)"), self.remove_step)
        self.own_button = self._button(
            self.tr("As trained"), self.tr("Use the recipe that the model was trained with"), self.use_own
        )
        self.undo_button = self._button(self.tr("Undo"), self.tr("Undo (Ctrl+Z)"), self.history.undo)
        self.redo_button = self._button(self.tr("Redo"), self.tr("Redo (Ctrl+Y)"), self.history.redo)
        for button in (self.undo_button, self.redo_button):
            button.setEnabled(False)
        self.presets_button = QPushButton(self.tr("Presets"), self)
        self.presets = PresetMenu(self)
        self.presets_button.setMenu(self.presets)
        self._page = QWidget(self)
        self._page.setObjectName("steps")
        self.empty = QLabel(self.tr("No steps: the field is only resized. Add one with Add step."), self._page)
        self.empty.setObjectName("empty")
        self.empty.setWordWrap(True)
        self._steps = QVBoxLayout(self._page)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(0)
        self._steps.addWidget(self.empty)
        self._steps.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(12)
        top.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.state, 1)
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addLayout(_row(self.own_button, self.presets_button, self.undo_button, self.redo_button))
        column.addWidget(self._page, 1)
        column.addLayout(_row(self.add_button, self.up_button, self.down_button, self.remove_button))
        self.setMinimumWidth(288)
        for keys, run in (
            ("Alt+Up", lambda: self.move_step(-1)),
            ("Alt+Down", lambda: self.move_step(1)),
            ("Delete", self.remove_step),
        ):
            QShortcut(QKeySequence(keys), self, run, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _button(self, words: str, hint: str, run: Any) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(hint)
        button.clicked.connect(lambda: run())
        return button

    # ---- undo and redo are taken as keys, not as shortcuts: Ctrl+Z in the panel is never the window's own undo

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._meaning(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if run := self._meaning(event):
            run()
        else:
            super().keyPressEvent(event)

    def _meaning(self, event: QKeyEvent) -> Any:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.history.undo
        if event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination().toCombined() == _CTRL_Y:
            return self.history.redo
        return None


_CTRL_Y = QKeySequence("Ctrl+Y")[0].toCombined()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 0, 12, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
