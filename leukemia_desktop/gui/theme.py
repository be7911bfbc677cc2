"""Light and dark: the colour tokens, the style sheet built from them, and the system's wish."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from leukemia_desktop.core.settings import shipped
from leukemia_desktop.gui.look import Look

LIGHT = Look()
DARK = Look(
    window="#15181d",
    panel="#1d2128",
    line="#2f3640",
    text="#e6e9ee",
    secondary="#98a3b3",
    accent="#6aa9ea",
    selection="#22344a",
    image="#0f1216",
    warning="#e8a83c",
    failed="#f2766b",  # the red of the light theme is too dark to read on a dark panel
)
THEMES = ("system", "light", "dark")
CONTENT, CAPTION, HEADLINE = 13, 12, 20
"""The three type sizes, in pixels."""


class Theme(QObject):
    """Dresses the whole application; `changed` carries the new Look."""

    changed = Signal(object)

    def __init__(self, wish: str = "system", parent: QObject | None = None):
        super().__init__(parent)
        self.wish = wish
        self.look = LIGHT
        self._worn: Look | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def set_wish(self, wish: str) -> None:
        """`system`, `light` or `dark`."""
        self.wish = wish
        self._follow()

    def _follow(self) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        dark = scheme == Qt.ColorScheme.Dark if self.wish == "system" else self.wish == "dark"
        self.look = DARK if dark else LIGHT
        if self.look != self._worn:
            self._worn = self.look
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            sheet = style_sheet(self.look)
            if application.styleSheet() != sheet:  # Qt dresses every widget there is again, also in what it wears
                application.setPalette(palette(self.look))
                application.setStyleSheet(sheet)
            self.changed.emit(self.look)


def content_font(base: QFont) -> QFont:
    """The system's own family at content size, with figures of one width where the family has them.

    On a system without any font, as in a bare container, every word would be empty boxes, and on one without Persian
    letters every Persian word: the reports' font, which has both, steps in.
    """
    font = QFont(base)
    latin = QFontMetrics(font).inFont("a")  # families() names three even where there is no font
    arabic = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    if not latin or (not arabic and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft):
        brought = QFontDatabase.addApplicationFont(str(shipped("resources") / "fonts" / "DejaVuSans.ttf"))
        ours = QFontDatabase.applicationFontFamilies(brought)
        font.setFamilies([*(font.families() if latin else []), *ours])
    font.setPixelSize(CONTENT)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def palette(look: Look) -> QPalette:
    """What is drawn without the style sheet."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: look.window,
        roles.Base: look.panel,
        roles.AlternateBase: look.window,
        roles.Button: look.panel,
        roles.ToolTipBase: look.panel,
        roles.Text: look.text,
        roles.WindowText: look.text,
        roles.ButtonText: look.text,
        roles.ToolTipText: look.text,
        roles.PlaceholderText: look.secondary,
        roles.Highlight: look.selection,
        roles.HighlightedText: look.text,
        roles.Link: look.accent,
        roles.Accent: look.accent,
        roles.Light: look.panel,
        roles.Midlight: look.line,
        roles.Mid: look.line,
        roles.Dark: look.faint,
        roles.Shadow: look.line,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.faint))
    return made


def style_sheet(look: Look) -> str:
    """Thin lines, one accent, visible focus; no shadow, no gradient."""
    icons, tone = (shipped("resources") / "icons").as_posix(), "dark" if look == DARK else "light"
    return f"""
QMainWindow, QDialog, QMessageBox {{ background: {look.panel}; color: {look.text}; }}
QMainWindow::separator {{ background: {look.line}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {look.accent}; }}
QToolTip {{ color: {look.text}; background: {look.panel}; border: 1px solid {look.line}; padding: 4px; }}
QMenuBar {{ background: {look.panel}; border-bottom: 1px solid {look.line}; padding: 3px 6px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {look.selection}; }}
QMenu {{ background: {look.panel}; border: 1px solid {look.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {look.selection}; }}
QMenu::item:disabled {{ color: {look.faint}; }}
QMenu::separator {{ height: 1px; background: {look.line}; margin: 4px 8px; }}
QMenu::indicator {{ width: 14px; height: 14px; margin-left: 4px; }}
QToolBar {{ background: {look.panel}; border: 0; border-bottom: 1px solid {look.line}; padding: 5px 9px; spacing: 0px; }}
QToolBar::separator {{ background: {look.line}; width: 1px; margin: 4px; }}
QPushButton {{ background: {look.panel}; color: {look.text}; border: 1px solid {look.line};
  border-radius: 6px; padding: 5px 12px; }}
QPushButton:hover {{ background: {look.selection}; }}
QPushButton:focus {{ border-color: {look.accent}; }}
QPushButton:disabled {{ color: {look.faint}; background: {look.panel}; }}
QToolBar QPushButton {{ margin-right: 8px; padding: 5px 14px; }}
QToolBar QPushButton#primary {{ background: {look.accent}; border-color: {look.accent}; color: {look.panel};
  font-weight: 600; }}
QToolBar QPushButton#primary:focus {{ border: 2px solid {look.text}; padding: 4px 13px; }}
QToolBar QPushButton#primary:disabled {{ background: {look.window}; border-color: {look.line}; color: {look.faint}; }}
QPushButton#chip {{ border-radius: 11px; padding: 0 11px; min-height: 20px; max-height: 20px;
  font-size: {CAPTION}px; }}
QPushButton#chip:checked {{ background: {look.selection}; border-color: {look.accent}; }}
QPushButton#chip:checked:focus {{ border-color: {look.text}; }}
QLineEdit, QComboBox {{ background: {look.panel}; color: {look.text}; border: 1px solid {look.line}; border-radius: 6px;
  padding: 4px 9px; selection-background-color: {look.accent}; selection-color: {look.panel}; }}
QLineEdit:focus, QComboBox:focus {{ border-color: {look.accent}; }}
QDoubleSpinBox#setting {{ background: {look.panel}; color: {look.text}; border: 1px solid {look.line}; border-radius: 6px;
  padding: 4px 9px; selection-background-color: {look.accent}; selection-color: {look.panel}; }}
QDoubleSpinBox#setting::up-button, QDoubleSpinBox#setting::down-button {{ width: 0px; height: 0px; border: 0;
  subcontrol-origin: border; }}
QDoubleSpinBox#setting:focus {{ border-color: {look.accent}; }}
QComboBox::drop-down {{ border: 0; width: 24px; subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: url({icons}/down-{tone}.svg); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {look.panel}; border: 1px solid {look.line}; outline: 0;
  selection-background-color: {look.selection}; selection-color: {look.text}; }}
QCheckBox {{ spacing: 7px; }}
QCheckBox::indicator, QListView::indicator {{ width: 13px; height: 13px; border: 1px solid {look.secondary};
  border-radius: 3px; background: {look.panel}; }}
QCheckBox::indicator:hover, QCheckBox::indicator:focus, QListView::indicator:hover {{ border-color: {look.accent}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {look.accent}; border-color: {look.accent};
  image: url({icons}/tick-{tone}.svg); }}
QCheckBox::indicator:disabled {{ border-color: {look.line}; }}
QCheckBox:disabled {{ color: {look.faint}; }}
QMessageBox QLabel {{ min-width: 260px; }}
QMessageBox, QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QDockWidget {{ border: 0; }}
#dock_bar {{ background: {look.window}; border-bottom: 1px solid {look.line}; }}
QPushButton#link {{ border-color: transparent; background: transparent; color: {look.accent}; padding: 2px 8px; }}
QPushButton#link:hover {{ background: {look.selection}; }}
QPushButton#link:focus {{ border-color: {look.accent}; }}
QPushButton#small {{ padding: 1px 8px; font-size: {CAPTION}px; }}
QSplitter::handle {{ background: {look.line}; }}
QTabBar {{ background: {look.panel}; }}
QTabBar::tab {{ background: transparent; color: {look.secondary}; padding: 7px 14px; border: 0;
  border-bottom: 2px solid transparent; font-size: {CAPTION}px; font-weight: 600; }}
QTabBar::tab:selected {{ color: {look.text}; border-bottom-color: {look.accent}; }}
QTabBar::tab:focus {{ color: {look.accent}; }}
QScrollArea, #panel {{ background: {look.panel}; border: 0; }}
QScrollArea#scrolled {{ border: 1px solid {look.panel}; }}
QScrollArea#scrolled:focus {{ border-color: {look.accent}; }}
#waiting {{ background: {look.panel}; }}
#viewer_waiting {{ background: {look.image}; }}
#viewer_waiting QLabel#headline {{ font-size: {HEADLINE}px; color: {look.text}; }}
#viewer_waiting QLabel {{ color: {look.secondary}; }}
QAbstractItemView {{ background: {look.panel}; color: {look.text}; border: 0; outline: 0;
  selection-background-color: {look.selection}; selection-color: {look.text}; }}
QTableView {{ gridline-color: {look.line}; }}
QTableView::item {{ padding: 0 5px; border: 0; border-bottom: 1px solid {look.line}; }}
QTableView::item:selected {{ background: {look.selection}; color: {look.text}; }}
QHeaderView {{ background: {look.panel}; }}
QHeaderView::section {{ background: {look.panel}; color: {look.secondary}; border: 0;
  border-bottom: 1px solid {look.line}; padding: 5px 8px; font-size: {CAPTION}px; font-weight: 600; }}
QTableCornerButton::section {{ background: {look.panel}; border: 0; border-bottom: 1px solid {look.line}; }}
QTreeWidget#roomy::item {{ padding: 2px 14px 2px 4px; }}
QHeaderView::section:hover {{ color: {look.text}; }}
QLabel#heading {{ color: {look.secondary}; font-size: {CAPTION}px; font-weight: 600; }}
QToolBar QLabel#caption {{ padding-right: 8px; }}
QLabel#caption {{ color: {look.secondary}; font-size: {CAPTION}px; }}
QLabel#label_word {{ font-size: {HEADLINE}px; font-weight: 600; }}
QLabel#strong {{ font-weight: 600; }}
QFrame#rule {{ background: {look.line}; border: 0; max-height: 1px; min-height: 1px; }}
#notice {{ background: {look.selection}; border: 0; border-bottom: 1px solid {look.line}; }}
QStatusBar {{ background: {look.panel}; border-top: 1px solid {look.line}; color: {look.secondary}; min-height: 25px; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {look.secondary}; font-size: {CAPTION}px; padding: 0 6px; }}
QProgressBar {{ background: {look.line}; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {look.accent}; border-radius: 2px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {look.line}; border-radius: 4px; margin: 1px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {look.secondary}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
