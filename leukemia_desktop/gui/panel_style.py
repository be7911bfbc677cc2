"""The style sheet of the panels with sliders."""

from leukemia_desktop.gui.look import Look


def panel_style(look: Look) -> str:
    """Calm rows on one surface: thin lines between steps, one accent, visible focus."""
    return f"""
QWidget {{ color: {look.text}; font-size: 13px; }}
QMenu, QDialog {{ background: {look.panel}; }}
QMenu {{ border: 1px solid {look.line}; padding: 4px; }}
QMenu::item {{ padding: 4px 20px 4px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {look.selection}; }}
QMenu::item:disabled {{ color: {look.faint}; }}
QMenu::separator {{ height: 1px; background: {look.line}; margin: 4px 8px; }}
QDialog QLineEdit {{ background: {look.window}; border: 1px solid {look.line}; border-radius: 6px; padding: 4px 6px; }}
QDialog QLineEdit:focus {{ border-color: {look.accent}; }}
#preprocessing_panel, #display_panel, #steps, QScrollArea {{ background: {look.panel}; }}
#heading {{ color: {look.secondary}; font-size: 12px; font-weight: 600; }}
#state, #empty {{ color: {look.secondary}; font-size: 12px; }}
#display_panel {{ border-top: 1px solid {look.line}; }}
#empty {{ padding: 12px; }}
#state[differs="true"] {{ color: {look.text}; }}
StepBox {{ background: {look.panel}; border: 0; border-top: 1px solid {look.line}; border-left: 3px solid transparent; }}
StepBox[chosen="true"] {{ background: {look.selection}; border-left-color: {look.accent}; }}
StepBox QLabel, StepBox QCheckBox {{ background: transparent; }}
ParameterRow QLabel {{ color: {look.secondary}; font-size: 12px; }}
ParameterRow QLabel:disabled {{ color: {look.faint}; }}
QCheckBox#step {{ font-weight: 600; }}
QPushButton {{ background: {look.panel}; border: 1px solid {look.line}; border-radius: 6px; padding: 3px 8px;
  font-size: 12px; min-width: 0; }}
QPushButton:hover {{ background: {look.selection}; }}
QPushButton:focus {{ border-color: {look.accent}; }}
QPushButton:disabled {{ color: {look.faint}; }}
QPushButton::menu-indicator {{ width: 0; }}
QDoubleSpinBox {{ background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 1px 4px;
  selection-background-color: {look.accent}; selection-color: {look.panel}; }}
QDoubleSpinBox:hover {{ border-color: {look.line}; }}
QDoubleSpinBox:focus {{ border-color: {look.accent}; background: {look.panel}; }}
QDoubleSpinBox:disabled {{ color: {look.faint}; }}
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0px; height: 0px; border: 0;
  subcontrol-origin: border; }}
QSlider {{ min-height: 18px; background: transparent; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {look.line}; }}
StepBox[chosen="true"] QSlider::groove:horizontal {{ background: {look.faint}; }}
QSlider::handle:horizontal {{ width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; background: {look.accent}; }}
QSlider::handle:horizontal:disabled {{ background: {look.line}; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {look.text}; width: 10px; height: 10px; margin: -5px 0;
  border-radius: 7px; }}
QToolTip {{ color: {look.text}; background: {look.panel}; border: 1px solid {look.line}; }}
"""
