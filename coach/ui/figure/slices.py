"""Draws the small pictures of a page one after another: all at once would keep the window waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coach.ui.figure.picture_cache import PictureCache

SLICE_MS = 30
"""Time between two pictures."""


class Slices(QTimer):
    """Goes on as long as a picture was missing, and begins anew where all of them have to be drawn again."""

    def __init__(self, owner: QWidget, pictures: PictureCache, draw_one: Callable[[], bool]) -> None:
        """`draw_one`, a method of the owner, draws the first picture that is missing and returns whether one was."""
        super().__init__(owner, singleShot=True, interval=SLICE_MS)
        self._owner = owner
        self._draw_one = WeakMethod(draw_one)  # else the owner would hold itself
        self.timeout.connect(self._on_timeout)
        pictures.changed.connect(self.start)
        pictures.arrived.connect(self._on_arrived)

    def go_on(self) -> None:
        """Draw what is missing soon; not later for being asked again, as by what is painted all the time."""
        if not self.isActive():
            self.start()

    def _on_arrived(self) -> None:
        """Show what has come by itself, and look for what is missing now."""
        shown = self._owner.viewport() if isinstance(self._owner, QAbstractScrollArea) else self._owner
        shown.update()
        self.start()

    def _on_timeout(self) -> None:
        draw_one = self._draw_one()
        if draw_one is not None and draw_one():
            self.start()
