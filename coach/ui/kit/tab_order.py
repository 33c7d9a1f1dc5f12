"""Has Tab lead into a part of a page that was made after the rest of it, where it stands and not at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def follow(before: QWidget, part: QWidget) -> None:
    """Have all that can be reached in a part come right after a widget of the same window, in its own order.

    Where `before` is a part itself, that is after the last of what can be reached in it.
    """
    before = [before, *_inside(before)][-1]
    for widget in list(_inside(part)):
        QWidget.setTabOrder(before, widget)
        before = widget


def _inside(part: QWidget) -> Iterator[QWidget]:
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        # Of two widgets of which one takes no focus, Qt leaves the order as it was.
        if part.isAncestorOf(widget) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        widget = widget.nextInFocusChain()
