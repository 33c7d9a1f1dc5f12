"""Makes the application of Qt: its name, its style, its own few words, and what is said where there is no screen."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QLoggingCategory, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from coach.store.paths import in_words
from coach.words import catalogue

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

NO_DISPLAY = 2
"""The exit status without a screen."""


def make_application() -> QApplication:
    """Return the application of Qt; without a screen the program ends here, in words, with NO_DISPLAY."""
    qInstallMessageHandler(_without_display)
    app = QApplication([sys.argv[0], "-name", "coach", "-style", "Fusion"])
    qInstallMessageHandler(None)
    app.setApplicationName("coach")
    app.setApplicationDisplayName("coach")
    app.setDesktopFileName("coach")
    QLoggingCategory.setFilterRules("qt.accessibility.atspi*=false")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return app


def _without_display(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Say in one line that there is no screen; Qt would print five and dump core."""
    if kind == QtMsgType.QtFatalMsg and in_words(sys.prefix) != sys.prefix:
        sys.stderr.write(f"coach: Qt opens no window from {in_words(sys.prefix)}: its name is no UTF-8\n")
        os._exit(NO_DISPLAY)
    if kind == QtMsgType.QtFatalMsg:
        sys.stderr.write(
            "coach: no screen to draw on: start it in a desktop session (on Debian and Ubuntu it also needs the"
            " package libxcb-cursor0)\n"
        )
        sys.stderr.flush()
        os._exit(NO_DISPLAY)
    if kind == QtMsgType.QtCriticalMsg:
        sys.stderr.write(f"{message}\n")


def use_words_of_qt(app: QApplication) -> QTranslator | None:
    """Have Qt's own few words, as in the menu of a text field, in the language of coach; return what it has of them."""
    if catalogue.language() == "en":
        return None
    words, folder = QTranslator(app), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not words.load(QLocale(catalogue.language()), "qtbase", "_", folder):
        return None
    app.installTranslator(words)
    return words
