"""Shows the pages that are made when one goes there: the places of the navigation, and what is read for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from coach.session.places import Place
from coach.ui.kit.passing_page import PassingPage
from coach.ui.shell.navigator import VISITS, Cause

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coach.ui.shell.navigator import Navigator
    from coach.ui.shell.window import Window


class SidePage(QObject):
    """Shows one such page at a time; it goes when the person leaves it, or when something more urgent shows."""

    left = Signal()
    """The person has read it, and what lies below shows again."""
    home_wanted = Signal()
    """The person leaves a place of the navigation."""

    def __init__(self, window: Window, navigator: Navigator) -> None:
        super().__init__()
        self._window, self._navigator = window, navigator
        self._from: QWidget | None = None
        """What had the focus before something was read."""

    def show(self, page: PassingPage, place: Place = Place.SIDE) -> None:
        """Show the page of this place, also in place of another one; where none may show now, it is dropped."""
        cause = VISITS.get(place, Cause.TO_SIDE)
        if not self._navigator.allows(cause):
            page.deleteLater()
            return
        if self._navigator.below is None:
            self._from = QApplication.focusWidget()
        page.show_back(shown=place is Place.SIDE)
        self._window.add_passing_page(place, page, is_alone=page.is_alone)
        page.left.connect(self.leave)
        self._navigator.go(cause)
        page.settle()

    def leave(self) -> None:
        """Go back to what lies below, or from a place of the navigation to the start page."""
        if self._navigator.go(Cause.FROM_SIDE):
            self.left.emit()
        elif self._navigator.place in VISITS and self._navigator.place is not Place.START:
            self.home_wanted.emit()

    def settle(self) -> None:
        """Begin at the top of the page that shows."""
        page = self._window.page
        if isinstance(page, PassingPage):
            page.settle()

    def give_focus_back(self) -> bool:
        """Give the focus to what had it before the page that was read; False where that is gone or out of reach."""
        before, self._from = self._from, None
        return focus_again(before)


def focus_again(before: QWidget | None) -> bool:
    """Give the focus to what had it before; False where that is gone or out of reach."""
    if before is None or not isValid(before) or not before.isVisible() or not before.isEnabled():
        return False
    before.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
