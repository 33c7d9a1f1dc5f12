"""A page that is made when one goes there, and deleted when one has left it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class PassingPage(QWidget):
    """What the window asks of such a page."""

    left = Signal()
    """The person closes the page."""
    is_alone = False
    """Whether nothing else is to be thought of, so that the navigation is not there."""

    def show_back(self, *, shown: bool) -> None:
        """Show what leads back, or not, where the navigation does."""

    def settle(self) -> None:
        """Begin at the top, with the focus where reading begins."""
