"""The window: navigation or exercises at the left, a page, a bar below, and covers such as the stopped page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.session.places import Place
from coach.ui.kit.label import label
from coach.ui.kit.scroll_page import Column
from coach.ui.shell.bars import Bars
from coach.ui.shell.left_side import LeftSide
from coach.ui.shell.navigator import COVERS
from coach.ui.shell.placement import Placement
from coach.waves import later

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent, QScreen
    from PySide6.QtWidgets import QLabel

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home.sidebar import Sidebar
    from coach.ui.kit import question_bar
    from coach.ui.kit.theme import Theme
else:
    question_bar = later("coach.ui.kit.question_bar")


class Window(QMainWindow):
    """Holds pages and bars and shows those it is asked to; decides nothing by itself."""

    painted = Signal()
    """The first frame is on the screen."""
    closed = Signal()
    """The window has been closed, which ends the program."""
    close_asked = Signal()
    """The person closes the window while a question has to be asked first."""
    place_shown = Signal()
    """Another place shows."""
    back_wanted = Signal()
    """The person pressed Esc, and nothing else has taken it."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme = theme
        self._was_painted = False
        self._asks_before_closing = False
        self.setWindowTitle("coach")
        self.left = LeftSide(theme, pictures)
        self._pages = QStackedWidget()
        self._bars = Bars(theme)
        self._bar_of: dict[QWidget, QWidget] = {}
        self._page_of: dict[Place, QWidget] = {}
        self._base = Place.START
        """The place that shows, or the one below the side page."""
        self._passing: dict[QWidget, bool] = {}
        """The pages that are made when one goes there, and whether the navigation is not beside them."""
        self._lasting_bar: QWidget | None = None
        self._words: QLabel | None = None
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.left)
        body.addWidget(self._pages, 1)
        self.shell = QWidget()
        self._column = column = QVBoxLayout(self.shell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self._bars)
        self._outer = QStackedWidget()
        self._outer.addWidget(self.shell)
        self.setCentralWidget(self._outer)
        self.placement = Placement(self)
        theme.dress(self.menuBar(), 14.5)

    @cached_property
    def question(self) -> question_bar.QuestionBar:
        """The bar for questions, between page and bar; the first frame asks nothing."""
        bar = question_bar.QuestionBar(self._theme)
        self._column.insertWidget(1, bar)
        return bar

    # Pages

    def add_page(self, place: Place, page: QWidget, bar: QWidget | None = None) -> None:
        """Take the page of a place, and the bar below it.

        Below a page without one is the lasting bar, if there is one; a cover has none.
        """
        self._page_of[place] = page
        (self._outer if place in COVERS else self._pages).addWidget(page)
        if bar is not None:
            self._bars.add(bar)
            self._bar_of[page] = bar

    def add_passing_page(self, place: Place, page: QWidget, *, is_alone: bool) -> None:
        """Take a page that is deleted when one has left it; beside one that `is_alone` there is no navigation."""
        self.add_page(place, page)
        self._passing[page] = is_alone

    def show_place(self, place: Place) -> None:
        """Show the page of a place with its bar, or as a cover, menus included."""
        page = self._page_of[place]
        try:
            if place in COVERS:
                self.show_cover(page)
            else:
                if place is not Place.SIDE:
                    self._base = place
                self.left.show_for(None if self._passing.get(page) else self._base)
                self.show_page(page)
        finally:
            self._drop_passed(place)
            self.place_shown.emit()

    def _drop_passed(self, place: Place) -> None:
        """Delete the pages that one has left for good: of those made on the way, two stay at most."""
        stay = {place, self._base} if place is Place.SIDE else {place}
        for left in [each for each, page in self._page_of.items() if page in self._passing and each not in stay]:
            del self._page_of[left]
        for page in [old for old in self._passing if old not in self._page_of.values()]:
            del self._passing[page]
            self._pages.removeWidget(page)
            page.deleteLater()

    def set_lasting_bar(self, bar: QWidget | None) -> None:
        """Keep this bar below pages without one of their own: in a session Pain — stop is on every page."""
        self._lasting_bar = bar
        self._show_bar()

    def _show_bar(self) -> None:
        """Show the bar of the present page; nothing else shows or hides bars."""
        page = self._pages.currentWidget()
        self._bars.show_bar(None if page is None else self._bar_of.get(page, self._lasting_bar))

    def show_page(self, page: QWidget) -> None:
        """Show a page with the bar that belongs to it."""
        self.menuBar().show()
        self._outer.setCurrentWidget(self.shell)
        self._pages.setCurrentWidget(page)
        self._show_bar()

    def show_cover(self, page: QWidget) -> None:
        """Show a page over everything, menus included."""
        self.menuBar().hide()
        self._outer.setCurrentWidget(page)

    def show_words(self, words: str) -> None:
        """Show plain words over everything, for when the page that has them cannot be shown."""
        if self._words is None:
            self._words = label(self._theme, size=24, weight=600)
            self._words.setContentsMargins(48, 32, 48, 32)
            self._words.setAutoFillBackground(True)
            self._outer.addWidget(self._words)
        self._words.setText(words)
        self.show_cover(self._words)

    @property
    def page(self) -> QWidget:
        """The page that shows."""
        outer = self._outer.currentWidget()
        page = self._pages.currentWidget() if outer is self.shell else outer
        return page if page is not None else self.shell

    def show_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to the widget that got the focus: reached by Tab from outside the column, it may be out of sight."""
        if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        self._scroll_to(now)
        # A widget that was just shown or moved gets its place in the next turn of the event loop.
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        # Asked for anew: what held it would stay, with all its page, where it was deleted before this turn.
        now = QApplication.focusWidget()
        if now is not None and now.visibleRegion().isEmpty():
            self._scroll_to(now)

    def _scroll_to(self, now: QWidget) -> None:
        above = now.parentWidget()
        while above is not None and above is not self:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(now)
            above = above.parentWidget()

    # The whole screen

    def fill_screen(self, screen: QScreen | None = None) -> None:
        """Fill a screen, by default the one that the window is on; remembers the window as it was."""
        self.placement.fill_screen(screen)

    def leave_full_screen(self) -> None:
        """Go back to the window before `fill_screen`."""
        self.placement.leave_full_screen()

    def fit_screens(self) -> None:
        """Move into a screen that is there, after the desktop has moved windows by itself."""
        QTimer.singleShot(0, self, self.placement.fit_screens)

    # What stands at the left

    @property
    def sidebar(self) -> Sidebar:
        """The exercises, at the left in a session."""
        return self.left.exercises

    # What Qt tells

    def set_asks_before_closing(self, *, asks: bool) -> None:
        """Set whether closing the window asks first."""
        self._asks_before_closing = asks

    def come_forward(self) -> None:
        """Bring the window to the front, as far as the desktop allows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def force_close(self) -> None:
        """Close without asking."""
        self._asks_before_closing = False
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page with a key that no other widget took, with the focus on the page or beside it; or go back.

        Where a question is asked Esc answers it with no instead.
        """
        if event.key() == Qt.Key.Key_Escape:
            if self.question.is_asking:
                self.question.drop()
            else:
                self.back_wanted.emit()
            return
        column = self.page.findChild(Column)
        if not (isinstance(column, Column) and column.scroll_by(event)):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, or have the question asked first; a second attempt while it is asked closes."""
        if self._asks_before_closing and not self.question.is_asking:
            event.ignore()
            self.close_asked.emit()
            return
        event.accept()
        self.page.hide()  # its fields save their text when they are hidden, while it can still be stored
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page the room it needs where the window is narrow."""
        super().resizeEvent(event)
        self.left.fit(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and signal the first frame."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)
