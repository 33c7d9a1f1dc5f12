#!/usr/bin/env bash
# Down on a button goes to what is next in the order of Tab, be it at its right or no button at all
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A push button has no use for arrow keys and leaves them to whoever is around it: a page scrolls. If they do move
#            the focus, they go where they point, as they do among radio buttons.
# Behaviour  Every kind of button takes them, one that is painted by oneself from QAbstractButton too. Down and Right are Tab, Up and
#            Left are Shift+Tab, whatever the places; from a field they go into there is no arrow back.
# Seen       grid of 3 columns, on the first button: Down goes to the second, Up to the field below; in a scroll area: 0 px
# Documented QAbstractButton says nothing of arrow keys.
# Matters    On a wall of tiles the keys go astray, and a page cannot be read with Down as soon as the focus is on a button of it.
#            Who makes tiles has to take the four keys in keyPressEvent() first.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QLineEdit, QPushButton, QScrollArea, QWidget

app = QApplication([])
Key = Qt.Key


class Tile(QAbstractButton):
    def paintEvent(self, event):
        pass


def from_first(kind, key):
    """What has the focus after a key on the first of six buttons in two rows, with a field below them."""
    wall = QWidget()
    grid = QGridLayout(wall)
    tiles = [kind() for _ in range(6)]
    for number, tile in enumerate(tiles):
        tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tile.setMinimumSize(60, 60)
        grid.addWidget(tile, number // 3, number % 3)
    grid.addWidget(QLineEdit(), 2, 0)
    wall.show()
    wall.activateWindow()
    app.processEvents()
    tiles[0].setFocus()
    QTest.keyClick(tiles[0], key)
    focused = app.focusWidget()
    return tiles.index(focused) if focused in tiles else type(focused).__name__


def scrolled(kind):
    """How far Down scrolls a long page, from a part of it that has the focus."""
    area, page = QScrollArea(), QWidget()
    page.setFixedSize(100, 2000)
    part = kind(page)
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    part.setFixedSize(60, 60)
    area.setWidget(page)
    area.resize(200, 200)
    area.show()
    area.activateWindow()
    app.processEvents()
    part.setFocus()
    QTest.keyClick(part, Key.Key_Down)
    return area.verticalScrollBar().value()


for kind in (QPushButton, Tile):
    seen(f"{kind.__name__}, Down", from_first(kind, Key.Key_Down), 1)
    seen(f"{kind.__name__}, Right", from_first(kind, Key.Key_Right), 1)
    seen(f"{kind.__name__}, Up", from_first(kind, Key.Key_Up), "QLineEdit")
    seen(f"{kind.__name__}, Down scrolls the page by", scrolled(kind), 0)
seen("QWidget, Down scrolls the page", scrolled(QWidget) > 0, True)
PY
