#!/usr/bin/env bash
# What is disabled or read-only can still be changed through accessibility
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A disabled slider and a read-only field refuse what comes from a screen reader or a tool, as they refuse mouse
#            and keys; a disabled button does refuse (it offers no action).
# Behaviour  The value of a disabled slider or spin box is set, valueChanged and all. The text of a read-only field is
#            replaced. Their states say "disabled" and "read-only" all the while.
# Seen       slider 3 -> 7, disabled; spin box 3 -> 7, disabled; field "kept" -> "replaced", read-only; button: no actions
# Documented QWidget::enabled: "In general an enabled widget handles keyboard and mouse events; a disabled widget does not."
#            Nothing on accessibility.
# Matters    "Disabled while a session runs" is taken as "cannot change while a session runs" by everything behind it.
# shellcheck source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSlider, QSpinBox

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

button = QPushButton("Stop")
button.setEnabled(False)
seen("actions of a disabled button", QAccessible.queryAccessibleInterface(button).actionInterface().actionNames(), [])
PY
