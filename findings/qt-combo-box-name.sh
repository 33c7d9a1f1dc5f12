#!/usr/bin/env bash
# The accessible name of a combo box is lost on Linux: it is called what is chosen in it
#
# Versions   PySide6 6.11.3 (Qt 6.11.3) on Linux.
# Guess      setAccessibleName("Voice") is what a screen reader hears as the name, as for every widget; the chosen entry
#            is the value.
# Behaviour  On Linux the name is the chosen entry, and the value is the chosen entry too. The name that was set reaches
#            nobody. A spin box and a slider keep theirs. A QLabel that is the buddy of the box helps: as a relation.
# Seen       QComboBox: name 'Anna', value 'Anna'; QSlider: name 'Voice', value '0'
# Documented QWidget::accessibleName: "the name of the widget as seen by assistive technologies".
# Matters    "Voice" is set, a test on accessibleName() is green, and whoever hears the program hears "Anna, combo box".
#            Three boxes in a row (language, voice, speed) cannot be told apart.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSlider

app = QApplication([])
voices = QComboBox()
voices.addItems(["Anna", "Ben"])
slider = QSlider(Qt.Orientation.Horizontal)


def told(widget):
    widget.setAccessibleName("Voice")
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Value)


seen("name and value of a slider", told(slider), ("Voice", "0"))
seen("name and value of a combo box", told(voices), ("Anna", "Anna"))
seen("the name is set all the same", voices.accessibleName(), "Voice")
label = QLabel("Voice")
label.setBuddy(voices)
relations = QAccessible.queryAccessibleInterface(voices).relations()
seen("with a buddy, what labels it", [one.text(QAccessible.Text.Name) for one, _ in relations], ["Voice"])
PY
