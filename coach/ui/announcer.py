"""Says changes to a screen reader, gives painted widgets a role, a value and a text, and headings and lists theirs.

Each piece of news goes out twice: as an announcement, which newer screen readers speak, and as a line with the
role of a notification, which older ones speak. Ticking seconds are never announced; the ring and the strip tell
their value when asked.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget
from shiboken6 import Shiboken

from coach.ui.widgets.countdown_ring import CountdownRing
from coach.ui.widgets.floor_number import FloorNumber
from coach.ui.widgets.label import Heading
from coach.ui.widgets.lines import Line, Lines
from coach.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from collections.abc import Callable


QUESTIONS = "questions"
"""The object name of a page that asks: a click gives it the focus, and for that it needs a role."""


GROUP = "group"
"""The object name of buttons that answer one question: its accessible name is read before the first of them."""


class NewsLine(QLabel):
    """The last news, one pixel high: there for screen readers only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("news")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setGeometry(0, 0, 1, 1)


class Announcer(QObject):
    """Tells news to whoever listens; does nothing where no screen reader runs."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._line = NewsLine(window)

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Announce a text; an urgent one cuts what is being said."""
        if not text:
            return
        self._line.setText(text)
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self._window, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
        QAccessible.updateAccessibility(QAccessibleEvent(self._line, QAccessible.Event.ObjectShow))


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
