"""Makes Qt's application: name, style, translations of its own strings, and the message where there is no screen."""

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
from coach.words import catalogue

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

NO_DISPLAY = 2
"""The exit status without a screen."""
ICON_SIZES = (16, 24, 32, 48, 64, 128)
"""Sides in px of the icons that a window gives to the desktop."""


def make_application() -> QApplication:
    """Return Qt's application; without a screen, print why and end the process with the status NO_DISPLAY."""
    qInstallMessageHandler(_without_display)
    app = QApplication([sys.argv[0], "-name", APP_ID, "-style", "Fusion"])
    qInstallMessageHandler(None)
    app.setApplicationName("coach")
    app.setApplicationDisplayName("coach")
    app.setDesktopFileName(APP_ID)
    QLoggingCategory.setFilterRules("qt.accessibility.atspi*=false")
    # Python runs a handler of its own only between two bytecodes, and Qt's event loop may run none for long.
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
