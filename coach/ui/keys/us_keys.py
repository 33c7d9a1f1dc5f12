"""The places of keys in the US layout, for keyboards with other letters, and for remotes on such computers.

A remote sends the place of a key, not its letter: its “B” arrives as И where the keyboard is Russian. X11, Wayland and
Windows all number the places as the first PC keyboards did; X11 and Wayland add 8.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_FIRST = 0 if sys.platform == "win32" else 8
_ROWS = {12: "-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'", 44: "ZXCVBNM,./"}
"""The keys of each row by the place of its first. No digits: they lead to the numbers for pain."""
_PLACES = {first + number: Qt.Key(ord(key)) for first, row in _ROWS.items() for number, key in enumerate(row)}
_WITH_SHIFT = {Qt.Key.Key_Equal: Qt.Key.Key_Plus, Qt.Key.Key_Slash: Qt.Key.Key_Question}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALONE = _SHIFT | Qt.KeyboardModifier.GroupSwitchModifier


def us_key(event: QKeyEvent) -> Qt.Key | None:
    """Return the key at this place in the US layout; None where it is unknown, or with Ctrl, Alt or Meta held."""
    if event.modifiers() & ~_ALONE:
        return None
    key = _PLACES.get(event.nativeScanCode() - _FIRST)
    if key is not None and event.modifiers() & _SHIFT:
        return _WITH_SHIFT.get(key, key)
    return key
