#!/usr/bin/env bash
# QComboBox.findData() does not find equal values, and finds unequal ones
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      findData(value) gives the row whose data == value in the sense of Python, as the data are Python objects that
#            itemData() gives back unchanged; "1" is not 1.
# Behaviour  Dates, times, tuples, frozen dataclasses and sets are found only as the very same object. An equal one is not
#            found: -1. An int, a float, a bool and a string are compared as QVariant does: "1", 1.0 and True all find the
#            row with the number 1.
# Seen       date(2026, 1, 1) equal: -1, the same object: 0; "1", 1.0 and True: the row of the number 1, not their own
# Documented The default flag, Qt::MatchExactly, is "QVariant-based matching"; what that is for Python objects is not said.
# Matters    Restoring what somebody chose last (a date, a length as a tuple) from a file finds nothing, so that the box
#            stays at the first entry; a test that keeps the object in a constant is green.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QApplication, QComboBox


@dataclass(frozen=True)
class Length:
    minutes: int


app = QApplication([])
makers = {"a date": lambda: date(2026, 1, 1), "a tuple": lambda: tuple([1, 2]), "a dataclass": lambda: Length(5)}
for name, make in makers.items():
    box = QComboBox()
    value = make()
    box.addItem(name, value)
    seen(f"{name}: the data is the object itself", box.itemData(0) is value, True)
    seen(f"{name}: row of the same object", box.findData(value), 0)
    seen(f"{name}: an equal one is equal", make() == value, True)
    seen(f"{name}: row of an equal one", box.findData(make()), -1)

box = QComboBox()
for data in (1, "1", True):
    box.addItem(repr(data), data)
seen('rows of 1, "1", True, and 1.0', [box.findData(data) for data in (1, "1", True, 1.0)], [0, 0, 0, 0])
PY
