"""Announces changes to a screen reader.

Each piece of news goes out twice: as an announcement, which newer screen readers speak, and as a line with the
role of a notification, which older ones speak. Ticking seconds are never announced.

An older one reads the line only when it comes to it, by when there may be other news. So there are several lines, which
take turns: each keeps its words while the next ones are told.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

LINES = 6
"""So many announcements can be told before the first of them is read."""


class NewsLine(QLabel):
    """One of the last announcements, as a label of one pixel, for screen readers only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("news")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setGeometry(0, 0, 1, 1)


class Announcer(QObject):
    """Sends announcements to screen readers; does nothing where none runs."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._lines = deque(NewsLine(window) for _line in range(LINES))

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Announce a text; an urgent one interrupts what is being said."""
        if not text:
            return
        self._lines.rotate()
        line = self._lines[0]
        line.setText(text)
        line.lower()  # the last news is the first of the lines, and below all that is seen
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self._window, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
        QAccessible.updateAccessibility(QAccessibleEvent(line, QAccessible.Event.ObjectShow))
