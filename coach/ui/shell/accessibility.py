"""Accessible roles, values and texts of painted widgets, headings and lists.

Ticking seconds are never announced; a screen reader can read the value of the ring and the strip.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget
from shiboken6 import Shiboken

from coach.ui.kit.announcer import NewsLine
from coach.ui.kit.label import Hint, Title
from coach.ui.kit.line_list import Line, Lines
from coach.ui.kit.marks import CHART, GROUP, HEADING, ITEM, LIST, PAGE, PICTURE, QUESTIONS, TABS
from coach.ui.kit.navigation import Navigation, NavigationItem
from coach.ui.kit.painting import RIM
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
        """Do nothing: the time left cannot be set."""


class _Meter(QAccessibleWidget):
    """A widget with a value and words for it, which never sends an event by itself."""

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
    """A label with another role; Qt uses the text of a label as its name in the usual role only."""

    def __init__(self, words: QLabel, role: QAccessible.Role) -> None:
        super().__init__(words, role)
        self._words = weakref.proxy(words)

    def text(self, kind: QAccessible.Text) -> str:
        return str(self._words.text()) if kind == QAccessible.Text.Name else super().text(kind)


class _Item(QAccessibleWidget):
    """An item of the navigation: one of several, of which one is selected, and it can be pressed."""

    def __init__(self, item: NavigationItem) -> None:
        super().__init__(item, QAccessible.Role.PageTab)
        self._item = weakref.proxy(item)

    def state(self) -> QAccessible.State:
        told = super().state()
        told.selectable, told.selected = True, self._item.is_chosen
        return told

    def rect(self) -> QRect:
        """Return where what is seen lies on the screen: the room for the ring of one lies over that of the next."""
        return QRect(self._item.mapToGlobal(QPoint(0, 0)), self._item.size()) - QMargins(RIM, RIM, RIM, RIM)

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's
        if name == QAccessibleActionInterface.pressAction():
            self._item.click()
        else:
            super().doAction(name)


_ROLES: dict[type[QLabel], QAccessible.Role] = {
    NewsLine: QAccessible.Role.Notification,
    Title: QAccessible.Role.Heading,
    Line: QAccessible.Role.ListItem,
    # A screen reader that comes to a page reads all labels of it that belong to nothing, but no paragraphs.
    Hint: QAccessible.Role.Paragraph,
}


_PARTS = {
    QUESTIONS: QAccessible.Role.Form,
    GROUP: QAccessible.Role.Grouping,
    CHART: QAccessible.Role.Chart,
    PAGE: QAccessible.Role.Pane,
    PICTURE: QAccessible.Role.Graphic,
    LIST: QAccessible.Role.List,
    ITEM: QAccessible.Role.ListItem,
    TABS: QAccessible.Role.PageTabList,
}


def interface_for(_key: str, target: QObject) -> QAccessibleInterface | None:
    """Return the accessible interface of a painted widget, heading or list; None for others, which Qt has.

    PySide never frees an interface that Python made, even when its widget is gone. So none refers to a widget, which
    would keep everything that it refers to, page after page.
    """
    if isinstance(target, CountdownRing | FloorNumber):
        ring = weakref.proxy(target)  # a bound method of it would hold it
        value = _Value(lambda: ring.seconds, lambda: ring.value_range())  # noqa: PLW0108
        return _Meter(target, value, lambda: ring.spoken())  # noqa: PLW0108
    if isinstance(target, ProgressStrip):
        strip = weakref.proxy(target)
        value = _Value(lambda: strip.percent, lambda: (0, 100))
        return _Meter(target, value, lambda: strip.spoken())  # noqa: PLW0108
    for kind, role in _ROLES.items():
        if isinstance(target, kind):
            return _Words(target, role)
    if isinstance(target, QLabel) and target.objectName() == HEADING:
        return _Words(target, QAccessible.Role.Heading)
    if isinstance(target, NavigationItem):
        return _Item(target)
    if isinstance(target, Navigation):
        return QAccessibleWidget(target, QAccessible.Role.PageTabList)
    if isinstance(target, Lines):
        return QAccessibleWidget(target, QAccessible.Role.List)
    if isinstance(target, QWidget) and target.objectName() in _PARTS:
        return QAccessibleWidget(target, _PARTS[target.objectName()])
    return None
