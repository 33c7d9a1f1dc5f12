"""Makes Qt's application: name, style, translations of its own strings, and the message where no window opens."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QLoggingCategory,
    QSize,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from coach import APP_ID
from coach.store.paths import in_words, shipped
from coach.waves import later
from coach.words import catalogue

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

    from coach.devices import no_window
else:
    no_window = later("coach.devices.no_window")

ICON_SIZES = (16, 24, 32, 48, 64, 128)
"""Sides in px of the icons that a window gives to the desktop."""


def make_application() -> QApplication:
    """Return Qt's application; where no window opens, print why and end the process with the status for that."""
    qInstallMessageHandler(_Told().hear)
    app = QApplication([sys.argv[0], "-name", APP_ID, "-style", "Fusion"])
    qInstallMessageHandler(None)
    app.setApplicationName("coach")
    app.setApplicationDisplayName("coach")
    app.setDesktopFileName(APP_ID)
    QLoggingCategory.setFilterRules("qt.accessibility.atspi*=false")
    # Python runs a handler of its own only between two bytecodes, and Qt's event loop may run none for long.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return app


class _Told:
    """Hears what Qt says at the start, and says in one line why no window opens; Qt would print five and dump core."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def hear(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        """Take one message of Qt."""
        self._words.append(message)
        if kind == QtMsgType.QtFatalMsg:
            no_window.tell(self._why())
            os._exit(no_window.STATUS)
        if kind == QtMsgType.QtCriticalMsg:
            sys.stderr.write(f"{message}\n")

    def _why(self) -> str:
        if in_words(sys.prefix) != sys.prefix:
            return f"Qt opens no window from {in_words(sys.prefix)}: its name is no UTF-8"
        folder = os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH")
        plugins = folder or f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)}/platforms"
        return no_window.reason_for_end(plugins, os.environ, self._words)


def use_icon(app: QApplication) -> None:
    """Give all windows the icon, for desktops that do not find it by the id; for after a start, as it takes some ms."""
    icon, folder = QIcon(), shipped("assets") / "icon"
    for size in ICON_SIZES:
        icon.addFile(str(folder / f"{size}.png"), QSize(size, size))
    app.setWindowIcon(icon)


def use_direction(app: QApplication) -> None:
    """Lay out everything in the direction of the language; Qt does so only for the languages that it has words of."""
    app.setLayoutDirection(QLocale(catalogue.language()).textDirection())


def use_words_of_qt(app: QApplication) -> QTranslator | None:
    """Translate Qt's own strings, as in the menu of a text field; return the translator, None where there is none."""
    use_direction(app)
    if catalogue.language() == "en":
        return None
    translator, folder = QTranslator(app), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(QLocale(catalogue.language()), "qtbase", "_", folder):
        return None
    app.installTranslator(translator)
    return translator
