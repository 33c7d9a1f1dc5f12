#!/usr/bin/env bash
# Only Tab brings the focused widget of a scroll area into sight; a screen reader, a buddy's key and setFocus() do not
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A QScrollArea shows whichever child gets the focus: it is seen to do so with Tab, and a key that goes to an
#            invisible field helps nobody.
# Behaviour  It scrolls inside its own handling of Tab and the arrow keys, not on getting the focus. setFocus(), also with the
#            reason "Tab", the Alt key of a label whose buddy the field is, and the action SetFocus that a screen reader calls
#            all leave the area where it is. The focus is then outside of what is seen.
# Seen       Tab to the last: scrolled; setFocus(), setFocus(TabFocusReason), SetFocus, Alt+N: 0
# Documented Not on the page of QScrollArea; it names ensureWidgetVisible() for programs.
# Matters    Who jumps by screen reader, or by the underlined letter, types and presses Space on something off the screen.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

app = QApplication([])
page = QWidget()
column = QVBoxLayout(page)
buttons = [QPushButton(str(number)) for number in range(40)]
for button in buttons:
    column.addWidget(button)
label, name = QLabel("&Name"), QLineEdit()
label.setBuddy(name)
column.insertWidget(0, label)
column.addWidget(name)
area = QScrollArea()
area.setWidget(page)
area.resize(200, 200)
area.show()
area.activateWindow()
app.processEvents()
bar = area.verticalScrollBar()


def scrolled(get_there, target):
    buttons[0].setFocus()
    bar.setValue(0)
    get_there()
    app.processEvents()
    assert target.hasFocus()
    return bar.value() > 0


def by_tab():
    buttons[-1].setFocus()
    QTest.keyClick(buttons[-1], Qt.Key.Key_Tab)


def by_screen_reader():
    QAccessible.queryAccessibleInterface(name).actionInterface().doAction("SetFocus")


seen("scrolled by Tab", scrolled(by_tab, name), True)
seen("scrolled by setFocus()", scrolled(name.setFocus, name), False)
seen("scrolled by setFocus(), reason Tab", scrolled(lambda: name.setFocus(Qt.FocusReason.TabFocusReason), name), False)
seen("scrolled by the action of a screen reader", scrolled(by_screen_reader, name), False)
alt = Qt.KeyboardModifier.AltModifier
seen("scrolled by Alt+N of the label", scrolled(lambda: QTest.keyClick(buttons[0], Qt.Key.Key_N, alt), name), False)
PY
