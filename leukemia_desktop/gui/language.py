"""The language of the window: which one, its translations and Qt's own, and from which side it is read."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from leukemia_desktop.core.settings import shipped

SOURCE = "en"
"""What the program's own sentences are written in; it has a file, too, for what changes with a number."""
RIGHT_TO_LEFT = ("fa",)


def languages() -> tuple[str, ...]:
    """Codes of the languages that the window speaks; English first."""
    files = (shipped("resources") / "translations").glob("leukemia_*.qm")
    return (SOURCE, *sorted({file.stem.rpartition("_")[2] for file in files} - {SOURCE}))


def wanted(wish: str) -> str:
    """The code of the language that `wish` asks for: itself, or with `system` the first of the user's that there is."""
    known = languages()
    spoken = QLocale.system().uiLanguages() if wish == "system" else [wish]
    codes = (each.replace("_", "-").partition("-")[0].lower() for each in spoken)
    return next((code for code in codes if code in known), SOURCE)


def speak(application: QApplication, wish: str) -> str:
    """Let everything that is built from now on speak this language; the code of the one that it does speak.

    Numbers look alike in every language, with a decimal point and Western digits, as they do in the table, the reports and
    the files: a number that is read here and typed in there is the same number.
    """
    code = wanted(wish)
    numbers = QLocale.c()
    numbers.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator | QLocale.NumberOption.RejectGroupSeparator)
    QLocale.setDefault(numbers)
    for before in application.findChildren(QTranslator, "language"):
        application.removeTranslator(before)
        before.deleteLater()
    ours = str(shipped("resources") / "translations")
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{code}", qts), (f"leukemia_{code}", ours)):
        translator = QTranslator(application)
        translator.setObjectName("language")
        if translator.load(name, folder):  # Qt has none for English, which it speaks anyway
            application.installTranslator(translator)
    right_to_left = code in RIGHT_TO_LEFT
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    return code
