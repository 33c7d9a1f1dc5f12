"""That something is wrong with the sound: a while in words, from when somebody can see them, then by a sign alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.ui.kit.timers import single_shot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TOLD_MS = 10_000


class SoundNotice(QObject):
    """Says what a page tells of the sound at this instant."""

    changed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._trouble = ""
        self._was_told = False
        self.telling = single_shot(self, self._on_told, TOLD_MS)

    @property
    def words(self) -> str:
        """What is told in words; empty when nothing is, or no longer."""
        return self._trouble if self.telling.isActive() else ""

    @property
    def sign(self) -> str:
        """What the sign stands for; empty where there is none."""
        return self._trouble if self._was_told else ""

    def take(self, trouble: str) -> None:
        """Take what is wrong; an empty text means that nothing is any more."""
        if trouble != self._trouble:
            self._trouble = trouble
            self.begin()

    def begin(self) -> None:
        """Tell it anew: it is news again, or another session begins."""
        self._was_told = False
        self.telling.stop()
        self.look()

    def look(self) -> None:
        """Begin to tell it once the page can be seen."""
        if self._trouble and not self._was_told and not self.telling.isActive() and self._page.isVisible():
            self.telling.start()
        self.changed.emit()

    def _on_told(self) -> None:
        self.telling.stop()
        self._was_told = True
        self.changed.emit()
