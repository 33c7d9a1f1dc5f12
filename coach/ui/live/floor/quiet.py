"""Buttons of the floor view that are there only for who sits at the computer: a mouse or a key wakes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible

from coach.background.timers import single_shot

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

AWAKE_MS = 5_000
"""How long they stay after the mouse or a key moved last."""
_MOVES = {
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,  # a key of a command comes no further
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
}


class QuietButtons(QObject):
    """Shows widgets after every move, and hides them when nothing has moved for a while.

    One that has the focus stays, and all of them where a screen reader runs: who cannot see them looks for them.
    """

    def __init__(self, owner: QWidget, buttons: tuple[QWidget, ...]) -> None:
        super().__init__(owner)
        self._owner, self._buttons = owner, buttons
        self._window: QWindow | None = None
        self._timer = single_shot(self, self.rest, AWAKE_MS)

    def watch(self) -> None:
        """Begin to watch the window of the owner, awake: who came here has just pressed something."""
        window = self._owner.window().windowHandle()
        if window is not None and window is not self._window:
            self.leave()
            self._window = window
            window.installEventFilter(self)
        self.wake()

    def leave(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def wake(self) -> None:
        """Show the buttons for a while."""
        for button in self._buttons:
            button.show()
        self._timer.start()

    def rest(self) -> None:
        """Hide the buttons that nobody is about to press."""
        if QAccessible.isActive() or any(button.hasFocus() or button.underMouse() for button in self._buttons):
            self._timer.start()
            return
        for button in self._buttons:
            button.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wake up at each move; the move itself goes on."""
        if event.type() in _MOVES:
            self.wake()
        return False
