#!/usr/bin/env bash
# A QLCDNumber that shows 1:30 is called "0" by a screen reader
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      The accessible name of a QLCDNumber is what it shows, as for a QLabel: 1:30, 7.5, 12.
# Behaviour  It is the number the display holds. After display("1:30"), or any other text that is no number, that number is
#            0, and 0 is what a screen reader is told; 7.5 and 12 are right, so a first try with a number does not show it.
# Seen       display("12"): '12'; display("7.5"): '7.5'; display("1:30"): '0'; display("0:59"): '0'
# Documented The page of QLCDNumber: the digits and a colon can be shown; value is 0 where what is displayed is not a number.
#            Accessibility is not mentioned.
# Matters    A countdown is what the widget is for. Whoever cannot see the screen hears that no time is left, from the
#            first second to the last.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLCDNumber

app = QApplication([])


def told(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def display(text):
    digits = QLCDNumber()
    digits.display(text)
    return told(digits)


seen("a label that shows 1:30", told(QLabel("1:30")), "1:30")
seen("a display of 12", display("12"), "12")
seen("a display of 7.5", display("7.5"), "7.5")
seen("a display of 1:30", display("1:30"), "0")
seen("a display of 0:59", display("0:59"), "0")
PY
