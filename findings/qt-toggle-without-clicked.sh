#!/usr/bin/env bash
# A check box ticked by a screen reader is not clicked
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      Ticking a check box through accessibility is the same as ticking it with the mouse or Space: clicked and
#            toggled are emitted. A plain button pressed that way emits clicked.
# Behaviour  The first action that a checkable button offers, and the one tools run by default, is Toggle. It emits toggled
#            and not clicked, for a QCheckBox, a QRadioButton and a checkable QPushButton alike. The second, Press, emits both.
#            In the same way a combo box, a slider and a field that are set through accessibility are silent where
#            "by the user" is meant: no sliderMoved, no textEdited.
# Seen       Toggle: toggled; Press: toggled, clicked; slider: valueChanged, no sliderMoved; field: textChanged, no textEdited
# Documented clicked: "when the button is activated (pressed down then released ...)"; textEdited: "Unlike textChanged(), not
#            when the text is changed programmatically". Accessibility is not mentioned.
# Matters    clicked is the signal of choice for "a person did it", since setChecked() does not emit it. Somebody who ticks
#            "I have read this" with a screen reader then goes no further, and no test with a mouse shows it.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QRadioButton, QSlider

app = QApplication([])
said = []


def interface(widget):
    widget.show()
    said.clear()
    return QAccessible.queryAccessibleInterface(widget)


def by_action(make, name):
    button = make("I have read this")
    button.setCheckable(True)
    button.clicked.connect(lambda: said.append("clicked"))
    button.toggled.connect(lambda: said.append("toggled"))
    interface(button).actionInterface().doAction(name)
    QTest.qWait(250)  # a press is animated
    return list(said)


box = QCheckBox()
seen("first action of a check box", interface(box).actionInterface().actionNames()[0], "Toggle")
for make in (QCheckBox, QRadioButton, QPushButton):
    seen(f"{make.__name__}, Toggle", by_action(make, "Toggle"), ["toggled"])
    seen(f"{make.__name__}, Press", by_action(make, "Press"), ["toggled", "clicked"])

slider = QSlider(Qt.Orientation.Horizontal)
slider.valueChanged.connect(lambda: said.append("valueChanged"))
slider.sliderMoved.connect(lambda: said.append("sliderMoved"))
interface(slider).valueInterface().setCurrentValue(7)
seen("slider, value set", said, ["valueChanged"])
field = QLineEdit()
field.textChanged.connect(lambda: said.append("textChanged"))
field.textEdited.connect(lambda: said.append("textEdited"))
interface(field).setText(QAccessible.Text.Value, "text")
seen("field, text set", said, ["textChanged"])
PY
