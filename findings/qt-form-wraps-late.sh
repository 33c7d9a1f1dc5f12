#!/usr/bin/env bash
# A form that wraps long rows squeezes a field below its least width before it wraps
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      With QFormLayout.RowWrapPolicy.WrapLongRows a row keeps label and field side by side while the field has at least
#            its minimumSizeHint(), and puts the field below the label as soon as it has not.
# Behaviour  The space between label and field is left out of the sum: the row wraps only when it is too long by more than
#            horizontalSpacing(). Up to then the field gets less than its least width, and what it says is cut.
# Seen       least width 300; given 300 with a spacing of 0, 280 with one of 20
# Documented The page of QFormLayout says of WrapLongRows that a field goes to the next line where the least size of the pair is
#            wider than the room there is. Not whether the space between the two belongs to the pair.
# Matters    A check box cannot break its words: they are cut at some widths of the window, most with large text. A spacing of
#            0, with the space in the margins of the labels, wraps in time.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QFormLayout, QLineEdit, QWidget

app = QApplication([])
app.setStyle("Fusion")


class Box(QCheckBox):
    def sizeHint(self):
        return QSize(300, 30)

    minimumSizeHint = sizeHint


def least_given(spacing):
    window = QWidget()
    form = QFormLayout(window)
    form.setHorizontalSpacing(spacing)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.addRow("A label", QLineEdit())
    box = Box()
    form.addRow("", box)
    window.show()
    given = []
    for width in range(500, 330, -1):
        window.resize(width, 200)
        app.processEvents()
        given.append(box.width())
    return min(given)


seen("least width given with a spacing of 0", least_given(0), 300)
seen("least width given with a spacing of 20", least_given(20), 280)
PY
