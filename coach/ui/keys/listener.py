"""Takes keys for a page that asks which they are, before anything else gets them."""

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
    """While it listens, a key is reported and does nothing else. Esc ends that, and so does Tab, which moves on.

    It takes only keys for the window of its page, while the page is visible and no menu is open.
    """

    heard = Signal(str, str)
    """A key as the settings store it, empty for one unknown to Qt; and the key at its place in the US layout."""
    ended = Signal(bool)
    """A key ended the listening; True for one that moves the focus."""

    def __init__(self, app: QApplication, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._page = page
        self.listens = False

    def listen(self) -> None:
        """Take every key from now on."""
        if not self.listens:
            self.listens = True
            self._app.installEventFilter(self)

    def stop(self) -> None:
        """Take no more keys."""
        if self.listens:
            self.listens = False
            self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys that would be a shortcut or go to a widget; pass on everything else."""
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
