"""Gives painted widgets a role, a value and a text, and headings and lists theirs.

Ticking seconds are never announced; the ring and the strip tell their value when asked.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget
from shiboken6 import Shiboken

from coach.ui.kit.announcer import GROUP, QUESTIONS, NewsLine
from coach.ui.kit.label import Heading
from coach.ui.kit.line_list import Line, Lines
from coach.ui.live.countdown_ring import CountdownRing
from coach.ui.live.floor.number import FloorNumber
from coach.ui.live.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


class _Value(QAccessibleValueInterface):
    def __init__(self, current: Callable[[], int], least_most: Callable[[], tuple[int, int]]) -> None:
        super().__init__()
        self._current, self._range = current, least_most

    def currentValue(self) -> int:
        return self._current()

    def minimumValue(self) -> int:
        return self._range()[0]

    def maximumValue(self) -> int:
        return self._range()[1]

    def minimumStepSize(self) -> int:
        return 1

    def setCurrentValue(self, _value: object) -> None:
        """Refuse: what is left is the clock's."""


class _Meter(QAccessibleWidget):
    """A widget that has a value, and words for it, but never sends an event of its own."""

    def __init__(self, widget: QWidget, value: _Value, spoken: Callable[[], str]) -> None:
        super().__init__(widget, QAccessible.Role.ProgressBar)
        self._value, self._spoken = value, spoken

    def text(self, kind: QAccessible.Text) -> str:
        if kind in {QAccessible.Text.Description, QAccessible.Text.Value}:
            return self._spoken()
        return super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Shiboken.VoidPtr:  # type: ignore[override]  # the stubs say int, which crashes
        # Anything but a VoidPtr here crashes Qt, also None.
        if kind == QAccessible.InterfaceType.ValueInterface:
            return Shiboken.VoidPtr(self._value)  # type: ignore[arg-type]  # takes any wrapped object
        other = super().interface_cast(kind)
        return Shiboken.VoidPtr(0) if other is None else other  # type: ignore[return-value]


class _Words(QAccessibleWidget):
    """A label in a role of ours; Qt takes the text of a label for its name in its own role only."""

    def __init__(self, words: QLabel, role: QAccessible.Role) -> None:
        super().__init__(words, role)
        self._words = weakref.proxy(words)

    def text(self, kind: QAccessible.Text) -> str:
        return str(self._words.text()) if kind == QAccessible.Text.Name else super().text(kind)


_ROLES: dict[type[QLabel], QAccessible.Role] = {
    NewsLine: QAccessible.Role.Notification,
    Heading: QAccessible.Role.Heading,
    Line: QAccessible.Role.ListItem,
}


_PARTS = {QUESTIONS: QAccessible.Role.Form, GROUP: QAccessible.Role.Grouping}


def interface_for(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the accessible interface of our painted widgets; Qt has the others.

    PySide never lets go of one that Python made, not even when its widget is gone. So none holds a widget: there would
    stay all that it knows, page after page.
    """
    if isinstance(thing, CountdownRing | FloorNumber):
        ring = weakref.proxy(thing)  # a bound method of it would hold it
        value = _Value(lambda: ring.seconds, lambda: ring.value_range())  # noqa: PLW0108
        return _Meter(thing, value, lambda: ring.spoken())  # noqa: PLW0108
    if isinstance(thing, ProgressStrip):
        strip = weakref.proxy(thing)
        value = _Value(lambda: strip.percent, lambda: (0, 100))
        return _Meter(thing, value, lambda: strip.spoken())  # noqa: PLW0108
    for kind, role in _ROLES.items():
        if isinstance(thing, kind):
            return _Words(thing, role)
    if isinstance(thing, Lines):
        return QAccessibleWidget(thing, QAccessible.Role.List)
    if isinstance(thing, QWidget) and thing.objectName() in _PARTS:
        return QAccessibleWidget(thing, _PARTS[thing.objectName()])
    return None
