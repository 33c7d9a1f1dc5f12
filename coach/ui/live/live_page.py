"""What every page that shows a session shares: one Live after another, commands up, and whether it can be seen."""

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
    """Keeps the newest Live alone; what a session is, it never asks its own widgets."""

    wanted = Signal(str)
    """The id of a command."""
    came = Signal(object)
    """This page is before the person's eyes now."""
    went = Signal(object)
    """It is not any more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.live: Live | None = None
        self.flash = Flash(theme, self)

    def show_live(self, live: Live) -> None:
        """Show this instant, however much of it there is time to see."""
        before, self.live = self.live, live
        if before is None or before.still != live.still:
            self.set_still(still=live.still)
        self.draw(live, before)
        if before is not None and before.flashes != live.flashes and self.isVisible():
            self.flash.flash()

    def draw(self, live: Live, before: Live | None) -> None:
        """Draw this instant; `before` is what was shown last."""
        raise NotImplementedError

    def set_still(self, *, still: bool) -> None:
        """Move less, or as much as there is to see."""
        self.flash.set_still(still=still)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the page can be seen."""
        super().showEvent(event)
        self.came.emit(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it cannot be seen any more."""
        super().hideEvent(event)
        self.went.emit(self)
