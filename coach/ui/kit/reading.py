"""Lengths along the way one reads: Qt mirrors what is in a layout, but not the margins around it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QGuiApplication


def along(before: int, above: int, after: int, below: int) -> QMargins:
    """Return margins in px, `before` where words begin and `after` where they end, whichever side that is."""
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return QMargins(after if mirrored else before, above, before if mirrored else after, below)
