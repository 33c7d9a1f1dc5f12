"""Has all that is on the screen follow another text size at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea

from coach.ui.kit.given import LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class Sizes(Protocol):
    """What is asked of the theme."""

    scale: float

    def font(self, size: float, weight: int = 400, *, tabular: bool = False) -> QFont:
        """Return a font of the text size in force."""
        ...

    def give(self, given: QWidget | QBoxLayout) -> None:
        """Give it the lengths that it was given once, in the text size in force."""
        ...


def follow(theme: Sizes, before: float) -> None:
    """Have every widget follow the text size; `before` is the scale until now.

    A widget follows in what the theme gave it, and in what its own `follow_text` does. One whose font the theme only
    made follows in proportion. A page that arranges itself by its size does that anew.
    """
    widgets = QApplication.allWidgets()
    for widget in widgets:
        _dress(theme, widget, before)
        theme.give(widget)
    for row in (row for widget in widgets if widget.isWindow() for row in widget.findChildren(QBoxLayout)):
        theme.give(row)
    for widget in widgets:
        own = getattr(widget, "follow_text", None)
        if own is not None:
            own()
        widget.updateGeometry()
        if (layout := widget.layout()) is not None:
            layout.invalidate()
    _arrange(widgets)
    focused = QApplication.focusWidget()
    if focused is not None:
        QTimer.singleShot(0, focused, lambda: _keep_in_sight(focused))


def _arrange(widgets: Sequence[QWidget]) -> None:
    """Have pages arrange themselves anew in the size that they have."""
    for _round in range(2):  # what is inside may find its size first, and what holds it may go by that
        for widget in widgets:
            if type(widget).__module__.startswith("coach."):
                QApplication.sendEvent(widget, QResizeEvent(widget.size(), widget.size()))
    for widget in widgets:
        widget.update()
        if isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
            # Once all is laid out: else what scrolls keeps the height that it had for a moment.
            QTimer.singleShot(0, inside, inside.updateGeometry)
            QApplication.postEvent(inside, QEvent(QEvent.Type.LayoutRequest))


def _dress(theme: Sizes, widget: QWidget, before: float) -> None:
    letters = widget.property(LETTERS)
    if letters:
        size, weight, tabular = letters
        widget.setFont(theme.font(size, weight, tabular=tabular))
    elif widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and widget.font().pixelSize() > 0:
        font = QFont(widget.font())
        font.setPixelSize(max(1, round(font.pixelSize() * theme.scale / before)))
        widget.setFont(font)


def _keep_in_sight(focused: QWidget) -> None:
    above = focused.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(focused)
        above = above.parentWidget()
