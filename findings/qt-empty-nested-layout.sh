#!/usr/bin/env bash
# A nested layout with nothing visible in it keeps its margins in the size of the window
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      Hidden widgets take no room; a nested layout whose widgets are all hidden takes none either. isEmpty() is
#            True, and the outer layout already leaves out the spacing beside it.
# Behaviour  The margins of the empty inner layout stay in sizeHint() and minimumSize() of the outer one.
# Seen       isEmpty() True; hint of the inner layout 60 px high; window 60 px higher than without it
# Documented Not on the pages of QLayout::isEmpty() and QBoxLayout::addLayout(), nor in the overview of layouts.
# Matters    A block of a page that is hidden for small windows (a hint, a second row of buttons) still pushes the minimum
#            height of the window up, by an amount that belongs to nothing on the screen.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

app = QApplication([])


def window(nested):
    page = QWidget()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(QPushButton("Start"))
    if nested:
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 30, 0, 30)
        hidden = QPushButton("Later")
        inner.addWidget(hidden)
        outer.addLayout(inner)
        hidden.hide()
        seen("the inner layout says it is empty", inner.isEmpty(), True)
        seen("height the empty layout asks for", inner.sizeHint().height(), 60)
    return page


plain, nested = window(False), window(True)
seen("px more in the hint of the window", nested.sizeHint().height() - plain.sizeHint().height(), 60)
seen("px more in its minimum", nested.minimumSizeHint().height() - plain.minimumSizeHint().height(), 60)
PY
