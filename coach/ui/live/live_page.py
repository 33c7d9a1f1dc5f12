"""The base of the pages that show a session: they get one Live after another, and signal commands and visibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.ui.live.flash import Flash

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from coach.session.live import Live
    from coach.ui.kit.theme import Theme


class LivePage(QWidget):
    """A page that keeps the newest Live and nothing else of the session."""

    wanted = Signal(str)
    """The id of a command."""
    came = Signal(object)
    """This page is visible now."""
    went = Signal(object)
    """This page is no longer visible."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.live: Live | None = None
        self.flash = Flash(theme, self)

    def show_live(self, live: Live) -> None:
        """Show this instant, and flash where something changed.

        While the window is minimised nothing is worked out: it tells when it is back, and then the player ticks.
        """
        if self.live is not None and self.window().isMinimized():
            return
        before, self.live = self.live, live
        if before is None or before.still != live.still:
            self.set_still(still=live.still)
        self.draw(live, before)
        if before is not None and before.flashes != live.flashes and self.isVisible():
            self.flash.flash()

    def draw(self, live: Live, before: Live | None) -> None:
        """Draw this instant; `before` is the last one shown, or None."""
        raise NotImplementedError

    def set_speed(self, speed: int) -> None:
        """Show sessions that run as many times as fast as real time."""
        raise NotImplementedError

    def set_still(self, *, still: bool) -> None:
        """Set whether the page moves less."""
        self.flash.set_still(still=still)

    def showEvent(self, event: QShowEvent) -> None:
        """Signal that the page is visible."""
        super().showEvent(event)
        self.came.emit(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Signal that the page is no longer visible."""
        super().hideEvent(event)
        self.went.emit(self)
