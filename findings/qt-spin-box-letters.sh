#!/usr/bin/env bash
# A spin box swallows the letters it cannot even take
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A text field keeps letters from shortcuts because they are text there. A spin box, a time field or a field
#            for whole numbers cannot take the letter P, so the shortcut P works while one of them has the focus.
# Behaviour  They claim every printable key for themselves and then refuse it: the shortcut does not fire, and nothing is
#            typed. A read-only field, a list that searches by letters and a combo box let the shortcut through.
# Seen       QSpinBox, QDoubleSpinBox, QTimeEdit, QLineEdit with QIntValidator: 0, text unchanged; QListWidget, QComboBox: 1
# Documented QEvent::ShortcutOverride says how a widget claims a key, not that number fields claim letters.
# Matters    One-letter keys for what must be quick ("P: pain, stop") are dead for as long as the focus rests on "repeat 3
#            times", with nothing to be seen.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication, QComboBox, QDoubleSpinBox, QLineEdit, QListWidget, QSpinBox, QTimeEdit, QVBoxLayout, QWidget,
)

app = QApplication([])
window = QWidget()
column = QVBoxLayout(window)
heard = []
shortcut = QShortcut(QKeySequence("P"), window, lambda: heard.append(1))
whole_numbers = QLineEdit("3")
whole_numbers.setValidator(QIntValidator(whole_numbers))
letters = QListWidget()
letters.addItems(["Apple", "Pear"])
fruit = QComboBox()
fruit.addItems(["Apple", "Pear"])
fields = [(QSpinBox(), 0), (QDoubleSpinBox(), 0), (QTimeEdit(), 0), (whole_numbers, 0), (letters, 1), (fruit, 1)]
for field, _ in fields:
    column.addWidget(field)
window.show()
for field, stated in fields:
    window.activateWindow()
    field.setFocus()
    app.processEvents()
    text = field.text() if hasattr(field, "text") else ""
    heard.clear()
    QTest.keyClick(field, Qt.Key.Key_P)
    name = type(field).__name__
    seen(f"shortcut P heard, focus on a {name}", len(heard), stated)
    if stated == 0:
        seen(f"text of the {name} the same", field.text() == text, True)
PY
