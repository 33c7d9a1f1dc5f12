#!/usr/bin/env bash
# What is disabled, read-only, hidden or behind a modal dialog can still be used through accessibility
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      What mouse and keys cannot reach refuses a screen reader and tools too, as a disabled button does (it offers no
#            action).
# Behaviour  The value of a disabled slider or spin box is set, valueChanged and all. The text of a read-only field is
#            replaced. A button that is hidden, or in a window blocked by a modal dialog, is clicked. The states say
#            "disabled", "read-only" and "invisible" all the while.
# Seen       slider 3 -> 7, disabled; spin box 3 -> 7, disabled; field "kept" -> "replaced", read-only; clicks: hidden 1,
#            behind a modal dialog 1; actions of a disabled button: none
# Documented QWidget::enabled: "In general an enabled widget handles keyboard and mouse events; a disabled widget does not."
#            QDialog: a modal dialog "blocks input to other visible windows". Nothing on accessibility.
# Matters    "Disabled while a session runs", "nobody gets past this question" are taken for certain by everything behind.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QSlider, QSpinBox, QWidget

app = QApplication([])
for widget in (QSlider(Qt.Orientation.Horizontal), QSpinBox()):
    widget.setValue(3)
    widget.setEnabled(False)
    widget.show()
    interface = QAccessible.queryAccessibleInterface(widget)
    name = type(widget).__name__
    seen(f"{name} says it is disabled", bool(interface.state().disabled), True)
    interface.valueInterface().setCurrentValue(7)
    seen(f"{name}, value after 7 was set", widget.value(), 7)

field = QLineEdit("kept")
field.setReadOnly(True)
interface = QAccessible.queryAccessibleInterface(field)
seen("the field says it is read-only", bool(interface.state().readOnly), True)
interface.setText(QAccessible.Text.Value, "replaced")
seen("its text after another was set", field.text(), "replaced")

window = QWidget()
button = QPushButton("Stop", window)
window.show()
clicks = []
button.clicked.connect(lambda: clicks.append(1))
actions = QAccessible.queryAccessibleInterface(button).actionInterface()


def pressed():
    clicks.clear()
    actions.doAction("Press")
    QTest.qWait(250)  # a press is animated
    return len(clicks)


dialog = QDialog(window)
dialog.setModal(True)
dialog.show()
app.processEvents()
seen("clicks behind a modal dialog", pressed(), 1)
dialog.close()
button.hide()
seen("clicks while hidden", pressed(), 1)
button.setEnabled(False)
seen("actions of a disabled button", actions.actionNames(), [])
PY
