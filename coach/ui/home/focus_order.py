"""Has Tab go through a page in the order in which it is read, whatever was added to it when."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def order_focus(layout: QLayout) -> None:
    """Set the order of all that can have the focus in a layout, and in the layouts of its widgets."""
    for before, after in pairwise(_stops(layout)):
        QWidget.setTabOrder(before, after)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops_in(widget)
        elif inner is not None:
            yield from _stops(inner)


def _stops_in(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        for child in inside.children():
            if isinstance(child, QWidget):
                yield from _stops_in(child)
    elif layout is not None:
        yield from _stops(layout)
