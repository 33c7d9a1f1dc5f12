"""What a person sees of the window: controls by name and place, headings, and which part of each lies on a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from coach.ui.home.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
MOST_OF_IT = 0.8
LEAST = 4
"""What is narrower or lower than this, in px, is not seen."""


@dataclass(frozen=True, slots=True)
class Control:
    """Something to be pressed, pulled or written in: where it is on the screen, and what can be seen of it."""

    widget: QWidget
    name: str
    box: QRect
    seen: QRect

    @property
    def is_whole(self) -> bool:
        """Whether all of it can be seen."""
        return self.seen == self.box

    def __str__(self) -> str:
        box = self.box
        return f"{self.name!r} at {box.x()},{box.y()} ({box.width()}×{box.height()})"


def box_of(widget: QWidget) -> QRect:
    """Return where a widget lies on the screen, whether or not it can be seen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def seen_of(widget: QWidget, box: QRect | None = None) -> QRect:
    """Return the part of a widget that its ancestors and the screens let through; of a box in it where one is given."""
    seen = box_of(widget) if box is None else box
    above = widget.parentWidget()
    while above is not None and not widget.isWindow():
        seen &= box_of(above)
        if above.isWindow():
            break
        above = above.parentWidget()
    return (QRegion(seen) & screens()).boundingRect()


def screens() -> QRegion:
    """Return all that the screens show."""
    region = QRegion()
    for screen in QGuiApplication.screens():
        region += screen.geometry()
    return region


def is_seen(widget: QWidget) -> bool:
    """Tell whether any of a widget can be seen."""
    if not widget.isVisible():
        return False
    seen = seen_of(widget)
    return seen.width() >= LEAST and seen.height() >= LEAST


def control_of(widget: QWidget | None) -> QWidget | None:
    """Return the control that a widget is or belongs to, the outermost one; None where there is none."""
    found = None
    while widget is not None:
        if isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar):
            found = widget
        if widget.isWindow():
            break
        widget = widget.parentWidget()
    return found


def controls(window: QWidget) -> list[Control]:
    """Return all controls of a window that are shown, scrolled away or not."""
    return [
        Control(widget, name_of(widget), box_of(widget), seen_of(widget))
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.window() is window and control_of(widget) is widget
    ]


def name_of(widget: QWidget) -> str:
    """Return how a screen reader would call a control."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    for words in widget.window().findChildren(QLabel):
        if words.buddy() is widget:
            return words.text()
    return type(widget).__name__


def areas_above(widget: QWidget) -> Iterator[QAbstractScrollArea]:
    """Yield every scrolling area that a widget lies in, the innermost first."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            yield above
        above = above.parentWidget()


def _moved_into(start: int, length: int, port_start: int, port_length: int, bar: QScrollBar | None) -> int | None:
    """Return where a stretch begins once it was scrolled into sight as little as possible; None where it cannot be.

    `bar` scrolls it, None where nothing does.
    """
    if bar is not None and bar.maximum() == bar.minimum():
        bar = None
    last = port_start + port_length - length
    if port_start <= start <= last:
        return start
    return min(max(start, port_start), last) if bar is not None and last >= port_start else None


def can_be_whole(control: Control) -> bool:
    """Tell whether a control can be seen whole, by scrolling where it lies in scrolling areas, the innermost first.

    A page scrolls up and down only: what is not in the strip of exercises, which scrolls sideways, must fit its width.
    """
    if control.is_whole:
        return True
    box, view = control.box, None
    for area in areas_above(control.widget):
        view = area.viewport()
        port = box_of(view)
        across = area.horizontalScrollBar() if isinstance(area.parentWidget(), Strip) else None
        left = _moved_into(box.left(), box.width(), port.left(), port.width(), across)
        top = _moved_into(box.top(), box.height(), port.top(), port.height(), area.verticalScrollBar())
        if left is None or top is None:
            return False
        box = QRect(left, top, box.width(), box.height())
    return view is not None and seen_of(view) == box_of(view)


def page_area(page: QWidget) -> QScrollArea | None:
    """Return what a page scrolls in as a whole, None where at most a part of it does."""
    for area in page.findChildren(QScrollArea):
        if area.isVisible() and min(area.width() / page.width(), area.height() / page.height()) > MOST_OF_IT:
            return area
    return None


def labels(area: QWidget) -> list[QLabel]:
    """Return what is written inside a widget, from top to bottom."""
    found = [each for each in area.findChildren(QLabel) if each.isVisible() and each.text().strip()]
    return sorted(found, key=lambda each: (box_of(each).top(), box_of(each).left()))


def heading(area: QWidget) -> QLabel | None:
    """Return the words in the largest letters, the first of them."""
    return max(labels(area), key=lambda each: each.fontInfo().pointSizeF(), default=None)


def texts(window: QWidget) -> list[str]:
    """Return all words that are shown."""
    return [each.text() for each in labels(window)]
