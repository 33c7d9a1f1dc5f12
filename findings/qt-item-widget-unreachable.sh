#!/usr/bin/env bash
# A button in a row of a list cannot be found by a screen reader
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A widget put into a row by setItemWidget() or setCellWidget() is a child of that row, or at least of the list,
#            in the accessibility tree: it is shown, gets the focus by Tab, and works with the mouse.
# Behaviour  Going down from the window it does not exist. Going up from the button its parent is the viewport, a "Client" that
#            nobody names as a child: the tree has an edge in one direction only.
# Seen       from the window: List, ListItem; from the button: Button, Client, List. The same for tables and trees.
# Documented QAbstractItemView::setIndexWidget warns about speed and static content, not about this.
# Matters    "Play" and "Remove" in the rows of a list of exercises are there for eyes and mouse. A screen reader lists rows
#            with text only; flat review and "all buttons" leave them out.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication, QListWidget, QPushButton, QTableWidget, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget,
)

app = QApplication([])


def below(interface):
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None:
            yield child
            yield from below(child)


def above(interface):
    roles = []
    while interface is not None and interface.isValid() and interface.role() != QAccessible.Role.Application:
        roles.append(interface.role().name)
        interface = interface.parent()
    return roles[:3]


def in_a_list():
    rows = QListWidget()
    rows.addItem("Knees")
    return rows, lambda button: rows.setItemWidget(rows.item(0), button)


def in_a_table():
    rows = QTableWidget(1, 1)
    return rows, lambda button: rows.setCellWidget(0, 0, button)


def in_a_tree():
    rows = QTreeWidget()
    rows.addTopLevelItem(QTreeWidgetItem(["Knees"]))
    return rows, lambda button: rows.setItemWidget(rows.topLevelItem(0), 0, button)


for make, role in ((in_a_list, "List"), (in_a_table, "Table"), (in_a_tree, "Tree")):
    window = QWidget()
    rows, put = make()
    QVBoxLayout(window).addWidget(rows)
    button = QPushButton("Play")
    put(button)
    window.show()
    app.processEvents()
    seen(f"{make.__name__}: the button is seen", button.isVisible(), True)
    names = [child.text(QAccessible.Text.Name) for child in below(QAccessible.queryAccessibleInterface(window))]
    seen("found from the window", "Play" in names, False)
    seen("from the button upwards", above(QAccessible.queryAccessibleInterface(button)), ["Button", "Client", role])
PY
