"""A page of text in place of the page, for as long as the person wants to read it. The bar stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.session.places import Place
from coach.ui.shell.navigator import Cause

if TYPE_CHECKING:
    from coach.ui.kit.text_page import TextPage
    from coach.ui.shell.navigator import Navigator
    from coach.ui.shell.window import Window


class SidePage(QObject):
    """Shows one page of text at a time; it goes when the person leaves it, or when something more urgent shows."""

    left = Signal()
    """The person has read it, and what lies below shows again."""

    def __init__(self, window: Window, navigator: Navigator) -> None:
        super().__init__()
        self._window, self._navigator = window, navigator

    def show(self, page: TextPage) -> None:
        """Show this page, also in place of another one; where nothing can be read now, it is dropped."""
        if not self._navigator.allows(Cause.TO_SIDE):
            page.deleteLater()
            return
        self._window.add_page(Place.SIDE, page)
        page.left.connect(self._leave)
        self._navigator.go(Cause.TO_SIDE)
        page.settle()

    def _leave(self) -> None:
        if self._navigator.go(Cause.FROM_SIDE):
            self.left.emit()
