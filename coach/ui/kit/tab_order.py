"""Has Tab lead into a part of a page that was made after the rest of it, where it stands and not at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, part: QWidget) -> None:
    """Have all that can be reached in a part come right after a widget of the same window, in its own order.

    Where `before` is a part itself, that is after the last of what can be reached in it.
    """
    before = [before, *_inside(before)][-1]
    for widget in _inside(part):
        QWidget.setTabOrder(before, widget)
        before = widget


def _inside(part: QWidget) -> list[QWidget]:
    """Return what can be reached in a part, in the order in which it was made.

    QWidget.nextInFocusChain would know, but it must not be asked: PySide takes what it returns for a child of the
    widget that was asked. When that one is deleted, all that hangs on it in this way counts as deleted too, the items
    of layouts among it, and the next layout that looks at its own items ends the program.
    """
    # Of two widgets of which one takes no focus, Qt leaves the order as it was; what pops up is a window of its own.
    found = (each for each in part.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus)
    return [each for each in found if each.window() is part.window()]
