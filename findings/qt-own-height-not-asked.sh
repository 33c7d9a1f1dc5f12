#!/usr/bin/env bash
# A widget that says how high it is at a width is not asked once it has a layout
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A widget that overrides hasHeightForWidth() and heightForWidth() decides its height in a column, whatever is
#            inside it: both are virtual, and the default of the second is what asks the layout inside.
# Behaviour  With a layout inside, the item that stands for the widget asks this layout and passes the widget over. The
#            layout has no opinion here, so the column's height at any width is 0, although it says that it has one.
# Seen       heightForWidth(200) of the column: 300 without a layout in the widget, 0 with one; of the widget itself: 300
# Documented QWidget::heightForWidth: "If this widget has a layout, the default implementation returns the layout's preferred
#            height. if there is no layout, the default implementation returns -1." Nothing says that an override is passed over.
# Matters    A part that wraps by hand (tiles, a chart with a legend) is cut or overlaps what follows as soon as somebody puts
#            a layout into it. The layout itself has to be a class of one's own.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

app = QApplication([])


class Part(QWidget):
    def __init__(self):
        super().__init__()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self):
        return True

    def heightForWidth(self, width):
        return 300


def column_with(part):
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    return page, column


bare, filled = Part(), Part()
QVBoxLayout(filled).addWidget(QLabel("x"))
for name, part, stated in (("without", bare, 300), ("with", filled, 0)):
    page, column = column_with(part)
    seen(f"{name} a layout: it has a height for a width", column.hasHeightForWidth(), True)
    seen(f"{name} a layout: height of the column at 200", column.heightForWidth(200), stated)
    seen(f"{name} a layout: height of the part itself", part.heightForWidth(200), 300)
PY
