#!/usr/bin/env bash
# Hiding the menu bar silences the shortcuts of everything in its menus
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), widgets, where the menu bar is in the window.
# Guess      A shortcut belongs to its action and the window (WindowShortcut): the action is enabled and visible, the
#            window is active, so the key works with or without the bar on the screen.
# Behaviour  An action that is only in a menu of the bar hears its key through the bar. menuBar().hide() makes it deaf:
#            no signal, no ambiguity, no warning. A bar of height 0 keeps all keys. So does adding the action to the
#            window as well.
# Seen       bar shown: 1; bar hidden: 0; height 0: 1; hidden, and the action added to the window: 1
# Documented Neither under QMenuBar nor QAction::shortcut; shortcutContext() speaks of the window.
# Matters    A view without distractions (full screen, a session) hides the bar, and takes with it every key that was
#            only in the menus. If that was "Stop", nobody notices until it is needed.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton

app = QApplication([])
window = QMainWindow()
button = QPushButton("Start")
window.setCentralWidget(button)
stop = window.menuBar().addMenu("Session").addAction("Stop")
stop.setShortcut("Ctrl+S")
heard = []
stop.triggered.connect(lambda: heard.append(1))
window.show()
window.activateWindow()
button.setFocus()
app.processEvents()


def times():
    heard.clear()
    app.processEvents()
    QTest.keyClick(button, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    return len(heard)


seen("stopped, bar shown", times(), 1)
window.menuBar().hide()
seen("the action is enabled and visible, its window active", (stop.isEnabled(), stop.isVisible(), window.isActiveWindow()), (True, True, True))
seen("stopped, bar hidden", times(), 0)
window.menuBar().show()
window.menuBar().setMaximumHeight(0)
seen("stopped, bar of height 0", times(), 1)
window.menuBar().hide()
window.addAction(stop)
seen("stopped, bar hidden, action added to the window", times(), 1)
PY
