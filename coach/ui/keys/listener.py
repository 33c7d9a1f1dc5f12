"""Hears keys for a page that wants to know what they are, before anybody else gets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coach.ui.keys.clicker import key_text
from coach.ui.keys.us_keys import us_key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_KEY = QEvent.Type.KeyPress
_OVERRIDE = QEvent.Type.ShortcutOverride
_MOVES = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_HOLDS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
}


class KeyListener(QObject):
    """While it listens, a key says what it is and does nothing else. Esc ends that, and so does Tab, which moves on.

    It hears only what goes to the window of its page while that can be seen, and never with a menu open.
    """

    heard = Signal(str, str)
    """A key as the settings keep it, empty for one that Qt does not know; and what lies there in the US layout."""
    ended = Signal(bool)
    """The person left it by a key; true where that key moves the focus."""

    def __init__(self, app: QApplication, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._page = page
        self.listens = False

    def listen(self) -> None:
        """Hear every key from now on."""
        if not self.listens:
            self.listens = True
            self._app.installEventFilter(self)

    def stop(self) -> None:
        """Leave the keys alone again."""
        if self.listens:
            self.listens = False
            self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what would be a shortcut or go to a widget; leave all else alone."""
        if event.type() not in {_KEY, _OVERRIDE} or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._page.window():
            return False
        if not self._page.isVisible() or self._app.activePopupWidget() is not None:
            return False
        if event.type() == _OVERRIDE:
            event.accept()
            return True
        return self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.isAutoRepeat() or key in _HOLDS:
            return True
        if key == Qt.Key.Key_Escape or key in _MOVES:
            self.stop()
            self.ended.emit(key in _MOVES)
            return key not in _MOVES
        place = us_key(event)
        self.heard.emit(key_text(event.keyCombination()), "" if place is None else key_text(QKeyCombination(place)))
        return True
