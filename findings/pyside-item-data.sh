#!/usr/bin/env bash
# What an item gives back depends on what is in it: the same object, a copy, a sorted copy, or another type
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      item.setData(role, value) keeps the Python object, item.data(role) gives it back: always the same one, or
#            always a copy.
# Behaviour  A tuple, a set, and a dict with a number as key come back as the same object. A list, and a dict whose keys are
#            all strings, come back as a new copy each time; of the dict the order is gone: sorted by key. A member of a
#            StrEnum comes back as a plain str, one of an Enum or IntEnum as the member.
# Seen       {1: 'x'}: same; {'b': 1, 'a': 2}: a copy, in the order a, b; [1]: a copy; StrEnum member: str
# Documented Not on PySide's pages of QListWidgetItem and QStandardItem.
# Matters    item.data(role).append(...) changes nothing, for lists; a step list kept as a dict by name comes back in the
#            order of the alphabet; `is Side.LEFT` is False for the one kind of enum that is made for files.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from enum import Enum, StrEnum

from PySide6.QtWidgets import QApplication, QListWidgetItem

app = QApplication([])
item = QListWidgetItem()


def back(value):
    item.setData(256, value)
    return item.data(256)


for value, same in (((1, 2), True), ({1, 2}, True), ({1: "x"}, True), ([1], False), ({"a": 1}, False)):
    seen(f"{value!r} is the same object", back(value) is value, same)
    seen(f"{value!r} is equal", back(value) == value, True)
seen("order of a dict made as b, a", list(back({"b": 1, "a": 2})), ["a", "b"])
seen("order of a dict made as 2, 1", list(back({2: 1, 1: 2})), [2, 1])
item.setData(256, [1])
item.data(256).append(2)
seen("a list after append", item.data(256), [1])
Plain, Text = Enum("Plain", {"LEFT": "left"}), StrEnum("Text", {"LEFT": "left"})
seen("type of a member of an Enum", type(back(Plain.LEFT)).__name__, "Plain")
seen("type of a member of a StrEnum", type(back(Text.LEFT)).__name__, "str")
PY
