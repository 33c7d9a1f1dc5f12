#!/usr/bin/env bash
# A shortcut for the whole application is not one while a modal dialog is open
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      Qt::ApplicationShortcut works whenever a window of the application is active: that is how the enum is
#            described. A modal dialog is such a window.
# Behaviour  If the widget the shortcut belongs to is blocked by a modal dialog, the key does nothing while that dialog is
#            the active window of the same application. The same dialog without modality lets the key through.
# Seen       main window: 1; dialog without modality: 1; modal dialog: 0, with the dialog being app.activeWindow()
# Documented Qt::ShortcutContext: "The shortcut is active when one of the applications windows are active." No exception.
# Matters    The one key that must always work (stop, mute) is put into ApplicationShortcut for exactly this reason, and
#            dies with the first message box. An event filter on the application does hear it.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton

app = QApplication([])
window = QMainWindow()
heard = []
shortcut = QShortcut(QKeySequence("F9"), window, lambda: heard.append(1))
shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
window.show()


def times(top):
    heard.clear()
    top.activateWindow()
    app.processEvents()
    assert app.activeWindow() is top
    QTest.keyClick(app.focusWidget() or top, Qt.Key.Key_F9)
    return len(heard)


def in_a_dialog(modal):
    dialog = QDialog(window)
    dialog.setModal(modal)
    QPushButton("Close", dialog)
    dialog.show()
    heard_there = times(dialog)
    dialog.close()
    return heard_there


seen("heard in the main window", times(window), 1)
seen("heard in a dialog without modality", in_a_dialog(False), 1)
seen("heard in a modal dialog, which is the active window", in_a_dialog(True), 0)
PY
