"""The export asks once for everything: several formats in one go, pseudonyms, and what would be replaced."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.pseudonyms import Pseudonyms
from leukemia_desktop.gui.export import split, targets
from leukemia_desktop.gui.export_dialog import ExportDialog
from leukemia_desktop.gui.main_window import MainWindow
from tests.gui.test_analysing import analyse

LONG = 60_000


@pytest.fixture
def analysed(make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot) -> MainWindow:
    """A window with an analysed slide, A-0412."""
    window = make_window(make_slide("A-0412", Benign=1, Pre=2))
    analyse(qtbot, window)
    return window


def asked(window: MainWindow) -> ExportDialog:
    """The dialog that is open."""
    window.orders["export"].trigger()
    return window.findChildren(ExportDialog)[-1]


def save(window: MainWindow, dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.writer.answered, timeout=LONG):
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)


def test_several_formats_are_written_in_one_go(analysed: MainWindow, tmp_path: Path, qtbot: QtBot):
    dialog = asked(analysed)
    assert list(dialog.formats) == ["csv", "html", "json", "pdf", "xlsx"]
    assert [name for name, box in dialog.formats.items() if box.isChecked()] == ["csv"]
    dialog.file.setText(str(tmp_path / "report"))
    for name in ("html", "json", "xlsx"):
        dialog.formats[name].click()
    save(analysed, dialog, qtbot)
    made = {path.name for path in tmp_path.iterdir() if path.stem.startswith("report")}
    assert made == {"report.csv", "report.json", "report.html", "report-report.json", "report.xlsx"}
    assert all(name in analysed.notice.text for name in made - {"report.json"})
    provenance, whole = (json.loads((tmp_path / f"report{end}.json").read_text("utf-8")) for end in ("", "-report"))
    assert provenance["provider"] == "cpu"
    assert whole.keys() > provenance.keys() or whole != provenance


def test_what_was_ticked_and_where_is_there_the_next_time(analysed: MainWindow, tmp_path: Path, qtbot: QtBot):
    dialog = asked(analysed)
    dialog.file.setText(str(tmp_path / "report"))
    dialog.formats["csv"].click()
    dialog.formats["xlsx"].click()
    save(analysed, dialog, qtbot)
    again = asked(analysed)
    assert [name for name, box in again.formats.items() if box.isChecked()] == ["xlsx"]
    assert Path(again.file.text()) == tmp_path / "A-0412"


def test_pseudonyms_are_those_of_the_command_line_and_no_name_is_left(analysed: MainWindow, tmp_path: Path, qtbot: QtBot):
    dialog = asked(analysed)
    dialog.file.setText(str(tmp_path / "A-0412"))
    dialog.formats["html"].click()
    dialog.pseudonyms.click()
    assert Path(dialog.file.text()) == tmp_path / "results", "the slide's name is not proposed as the file's"
    save(analysed, dialog, qtbot)
    with Ledger(analysed.settings.ledger_path) as ledger:
        names = Pseudonyms(ledger.pseudonym_key())
    rows = list(csv.DictReader((tmp_path / "results.csv").read_text("utf-8-sig").splitlines()))
    fields = analysed.session.current.fields
    assert [(row["slide"], row["file"]) for row in rows] == [
        (names.slide(field.slide), names.field(field).name) for field in fields
    ]
    for path in ("results.csv", "results.json", "results.html"):
        text = (tmp_path / path).read_text("utf-8-sig")
        assert "A-0412" not in text
        assert not any(field.name in text for field in fields)
    again = asked(analysed)
    assert again.pseudonyms.isChecked()
    assert Path(again.file.text()).name == "results"


def test_an_ending_that_is_typed_asks_for_that_format_alone(analysed: MainWindow, tmp_path: Path, qtbot: QtBot):
    dialog = asked(analysed)
    dialog.file.selectAll()
    qtbot.keyClicks(dialog.file, str(tmp_path / "night.xlsx"))
    assert [name for name, box in dialog.formats.items() if box.isChecked()] == ["xlsx"]
    assert dialog.chosen() == [tmp_path / "night.xlsx"]
    dialog.formats["csv"].click()
    assert dialog.chosen() == [tmp_path / "night.csv", tmp_path / "night.xlsx"]
    with qtbot.waitSignal(analysed.writer.answered, timeout=LONG):
        qtbot.keyClick(dialog.file, Qt.Key.Key_Return)
    assert (tmp_path / "night.csv").is_file()
    assert (tmp_path / "night.xlsx").is_file()


def test_what_would_be_replaced_is_said_before(analysed: MainWindow, tmp_path: Path, qtbot: QtBot):
    (tmp_path / "old.html").write_text("before", "utf-8")
    dialog = asked(analysed)
    dialog.file.setText(str(tmp_path / "old"))
    assert dialog.save_button.text() == "Save"
    dialog.formats["html"].click()
    assert dialog.save_button.text() == "Replace"
    assert "Replaces" in dialog.words.text()
    assert "old.html" in dialog.words.text().split("Replaces")[1]


def test_nothing_can_be_saved_without_a_format_a_name_or_a_folder(analysed: MainWindow, tmp_path: Path):
    dialog = asked(analysed)
    dialog.file.setText(str(tmp_path / "report"))
    assert dialog.save_button.isEnabled()
    dialog.formats["csv"].click()
    assert not dialog.save_button.isEnabled()
    dialog.formats["csv"].click()
    assert dialog.save_button.isEnabled()
    for wrong in ("", f"{tmp_path}/", str(tmp_path / "no such folder" / "report")):
        dialog.file.setText(wrong)
        assert not dialog.save_button.isEnabled()
    assert "no such folder" in dialog.words.text()


def test_one_place_that_is_refused_leaves_all_files_unwritten(analysed: MainWindow, tmp_path: Path, qtbot: QtBot):
    (tmp_path / "report.json").write_text('{"of": "somebody else"}', "utf-8")
    with qtbot.waitSignal(analysed.writer.answered, timeout=LONG):
        analysed.export_to(tmp_path / "report.xlsx", tmp_path / "report.csv")
    assert "not this program's" in analysed.notice.text
    assert "written to" not in analysed.notice.text
    assert not (tmp_path / "report.xlsx").exists()


def test_rows_are_asked_for_in_the_same_way(analysed: MainWindow, tmp_path: Path, qtbot: QtBot):
    table = analysed.rooms.table
    table.view.selectRow(1)
    table.export_action.trigger()
    dialog = analysed.findChild(ExportDialog)
    assert list(dialog.formats) == ["csv", "xlsx"]
    dialog.file.setText(str(tmp_path / "rows"))
    dialog.formats["xlsx"].click()
    save(analysed, dialog, qtbot)
    rows = list(csv.DictReader((tmp_path / "rows.csv").read_text("utf-8-sig").splitlines()))
    assert [row["file"] for row in rows] == [table.selected()[0].name]
    assert (tmp_path / "rows.xlsx").is_file()


def test_every_control_of_it_can_be_reached_and_has_a_name(analysed: MainWindow):
    dialog = asked(analysed)
    controls: list[QObject] = [dialog.file, dialog.folder_button, dialog.pseudonyms, *dialog.formats.values()]
    for control in controls:
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.accessibleName() or control.text()


def test_a_name_with_points_keeps_them():
    assert split("/a/2026.11.23", ("csv", "pdf")) == ("/a/2026.11.23", "")
    assert split("/a/2026.11.23.PDF", ("csv", "pdf")) == ("/a/2026.11.23", "pdf")
    assert [path.name for path in targets(Path("/a/2026.11"), ["csv", "pdf"])] == ["2026.11.csv", "2026.11.pdf"]
    assert [path.name for path in targets(Path("/a/b"), ["json"])] == ["b.json"]
