"""Announces changes to a screen reader.

Each piece of news goes out twice: as an announcement, which newer screen readers speak, and as a line with the
role of a notification, which older ones speak. Ticking seconds are never announced.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget


class NewsLine(QLabel):
    """The last announcement, as a label of one pixel, for screen readers only."""

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
        self._line = NewsLine(window)

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Announce a text; an urgent one interrupts what is being said."""
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
