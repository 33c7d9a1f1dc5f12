"""What there is to be seen of a window, and which of it did not come through the door of words."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction

NAMES = {"coach"}
PATH = re.compile(r"(/[\w.-]+)+")
KEY_NAMES = frozenset(
    (
        *("S", "B", "M", "P", "E", "R", "T", "H", "L", "Q", "I", "F", "Z", "Y"),
        *("Esc", "Space", "Ctrl", "Shift", "Alt", "Page", "Up", "Down"),
    )
)
"""What Qt calls keys: it has a language of its own."""


def untranslated(texts: set[str]) -> dict[str, list[str]]:
    """Return the texts with words that did not come through the door, and those words: they have no accents."""
    found = {text: _plain(text) for text in sorted(texts)}
    return {text: words for text, words in found.items() if words}


def _plain(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", PATH.sub("", text))
    return [word for word in words if word.isascii() and word not in KEY_NAMES | NAMES]


# What there is to be seen, hidden widgets included


def seen(window: QWidget) -> set[str]:
    """Return every text of a window."""
    QApplication.processEvents()
    window.grab()
    widgets = [window, *window.findChildren(QWidget)]
    return {window.windowTitle(), *chain.from_iterable(map(_texts, widgets))}


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)
    elif isinstance(widget, QMenu):
        yield from _actions(widget.actions())
    told = QAccessible.queryAccessibleInterface(widget)
    if told is not None:
        yield from (told.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description))
        if told.role() != QAccessible.Role.EditableText:
            yield told.text(QAccessible.Text.Value)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        for column in range(columns):
            if columns > 1:
                yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            yield from (str(model.index(row, column).data(role) or "") for row in range(model.rowCount(QModelIndex())))


def _actions(actions: list[QAction]) -> Iterator[str]:
    for action in actions:
        yield from (action.text(), action.toolTip(), action.statusTip())
