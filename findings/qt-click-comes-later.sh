#!/usr/bin/env bash
# A button pressed by its letter is clicked 100 ms later, even if it has been disabled or hidden since
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A disabled button does not emit clicked; one pressed by Alt+letter emits it at once, as with the mouse or Space.
# Behaviour  Alt+letter, animateClick() and a press through accessibility put the button down and click it from a timer of
#            100 ms, which does not ask whether the button is still enabled or visible. clicked comes from a disabled
#            button; the mouse and click() do not do that.
# Seen       Alt+S: nothing at once, clicked after a moment; disabled or hidden in between: clicked all the same;
#            mouse pressed, disabled, released: nothing
# Documented animateClick(): "Performs an animated click: The button is pressed immediately, and released 100ms later." Not
#            that the letter works through it, nor what becomes of a button that is disabled meanwhile.
# Matters    Code disables "Start" so that nothing starts twice, or hides a page when a session ends. The press that was on
#            its way arrives afterwards, in a state where it was thought impossible.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

app = QApplication([])
window = QWidget()
column = QVBoxLayout(window)
other, start = QLineEdit(), QPushButton("&Start")
column.addWidget(other)
column.addWidget(start)
clicks = []
start.clicked.connect(lambda: clicks.append(start.isEnabled() and start.isVisible()))
window.show()


def press_letter():
    clicks.clear()
    start.show()
    start.setEnabled(True)
    window.activateWindow()
    other.setFocus()
    app.processEvents()
    QTest.keyClick(other, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)


press_letter()
seen("clicks at once after Alt+S", len(clicks), 0)
QTest.qWait(250)
seen("clicks a moment later", len(clicks), 1)
press_letter()
start.setEnabled(False)
QTest.qWait(250)
seen("Alt+S, then disabled: in reach at the time of the click", clicks, [False])
press_letter()
start.hide()
QTest.qWait(250)
seen("Alt+S, then hidden: in reach at the time of the click", clicks, [False])
start.show()
clicks.clear()
QTest.mousePress(start, Qt.MouseButton.LeftButton)
start.setEnabled(False)
QTest.mouseRelease(start, Qt.MouseButton.LeftButton)
seen("mouse pressed, disabled, released: clicks", len(clicks), 0)
PY
