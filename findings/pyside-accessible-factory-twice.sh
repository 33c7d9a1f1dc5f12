#!/usr/bin/env bash
# A factory of accessible interfaces that is installed twice is asked twice for every widget, and for good
#
# Versions   PySide6 6.11.3, QAccessible.installFactory(). On Python 3.12 the same with 6.12.0.
# Guess      Installing the same function again changes nothing: in C++ QAccessible::installFactory() returns at once when the
#            factory is there already.
# Behaviour  PySide keeps Python's functions in a list of its own, and adds to it each time. For every widget all of them are
#            asked until one answers, so a function that knows a few widgets only is asked as often as it was installed for
#            all others. QAccessible.removeFactory(), which C++ has, is not there.
# Seen       calls for one widget after 1 and after 5 times installFactory(same): 1, 5; there is a removeFactory: False
# Documented The page of QAccessible::installFactory does not say what happens the second time; PySide's page neither, nor that
#            nothing takes a factory away.
# Matters    What is installed with each window, and not once in a process, makes every question of a screen reader slower with
#            each window that was ever opened. In tests, which open hundreds, a page of 250 widgets took 2 s in place of 0.1.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
asked = 0


def factory(key, thing):
    global asked
    asked += 1
    return None  # Qt has an interface for it


def calls():
    """Return how often the factory is asked for a widget that nobody has asked for yet."""
    global asked
    asked, widget = 0, QWidget()
    QAccessible.queryAccessibleInterface(widget)
    return asked


QAccessible.installFactory(factory)
seen("calls for one widget, installed once", calls(), 1)
for _time in range(4):
    QAccessible.installFactory(factory)
seen("calls for one widget, installed five times", calls(), 5)
seen("there is a way to take it away", hasattr(QAccessible, "removeFactory"), False)
PY
