"""Lets the pictures of a session go some time after its end, and what else it leaves: the next may be a day away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.background.garbage import collect_all
from coach.background.timers import single_shot

if TYPE_CHECKING:
    from coach.session.live import Live
    from coach.ui.figure.picture_cache import PictureCache

AFTER_MS = 10_000
"""Not at once: a stop may be a mistake, and the same session then goes on."""


class PicturesAfter(QObject):
    """A view of the session that shows nothing. `timer` runs from the end of a session until its pictures go."""

    def __init__(self, pictures: PictureCache) -> None:
        super().__init__()
        self._pictures, self._was_live = pictures, False
        self.timer = single_shot(self, self._let_go, AFTER_MS)

    def show_live(self, live: Live) -> None:
        """Note whether the session still runs."""
        if live.is_live:
            self.timer.stop()
        elif self._was_live:
            self.timer.start()
        self._was_live = live.is_live

    def _let_go(self) -> None:
        self._pictures.drop_session()
        collect_all()
