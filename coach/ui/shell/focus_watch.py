"""Signals when another program has the keyboard while a session runs, and when coach has it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.core.events import Phase

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coach.core.events import Snapshot

GRACE_MS = 300
"""Shorter losses are not reported: some windows come and go by themselves."""


class FocusWatch(QObject):
    """Watches the focus of the whole program: a menu, a list or a dialog of its own is no loss."""

    focus_lost = Signal()
    """Another program took the keyboard while the session runs, and kept it; sent once until it is back."""
    focus_back = Signal()
    """The keyboard is back, or no longer needed."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._runs = False
        self._is_lost = False
        self._timer = single_shot(self, self._on_grace_over, GRACE_MS)
        app.focusWindowChanged.connect(self._look)
        app.applicationStateChanged.connect(self._look)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Note whether the session runs. In a pause no loss is reported; one that was stays until the focus is back."""
        self._runs = snapshot.phase is Phase.RUNNING
        if not snapshot.phase.is_live:
            self._come_back()
        elif self._runs:
            self._look()  # not every platform signals every change

    def end(self) -> None:
        """Stop watching, since the window is closing."""
        self._runs = self._is_lost = False
        self._timer.stop()

    def _has_keyboard(self) -> bool:
        return self._app.focusWindow() is not None or self._app.activePopupWidget() is not None

    def _look(self, _what: object = None) -> None:
        if self._has_keyboard():
            self._timer.stop()
            self._come_back()
        elif self._runs and not self._is_lost and not self._timer.isActive():
            self._timer.start()

    def _on_grace_over(self) -> None:
        if self._runs and not self._has_keyboard():
            self._is_lost = True
            self.focus_lost.emit()

    def _come_back(self) -> None:
        if self._is_lost:
            self._is_lost = False
            self.focus_back.emit()
