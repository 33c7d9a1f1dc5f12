"""What stands at the left of a page: the navigation, the exercises in a session, or nothing where one is asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coach.session.places import BROWSED, Place
from coach.ui.shell.navigation_pane import NavigationPane
from coach.waves import later

if TYPE_CHECKING:
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home import sidebar
    from coach.ui.home.sidebar import Sidebar
    from coach.ui.kit.theme import Theme
else:
    sidebar = later("coach.ui.home.sidebar")

FOLDS_BELOW = 1000
"""Width of the window, in px at 100 %, below which the list of exercises folds away."""
RAIL_BELOW = 1060
"""Width of the window, in px at 100 %, below which the navigation is a rail of icons."""

THIN_BELOW = 560
"""Width of the window, in px at 100 %, below which that rail is as thin as can be."""


class LeftSide(QWidget):
    """Shows one of the two, by the place and the width of the window."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self._place: Place | None = Place.START
        self._width = 0
        self._shape = (True, False)
        """Whether the navigation has words, and whether it is as thin as can be."""
        self._list_wanted: bool | None = None
        """Whether the person wants the list; None where the width decides."""
        self.navigation = NavigationPane(theme)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.navigation)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    @cached_property
    def exercises(self) -> Sidebar:
        """The list of exercises, made with its first content: the first frame has none."""
        made = sidebar.Sidebar(self._theme, self._pictures)
        made.hide()
        self._row.addWidget(made)
        return made

    def show_for(self, place: Place | None) -> None:
        """Show what belongs to a place; None where nothing else is to be thought of."""
        if place is not None and place in BROWSED:
            self.navigation.show_place(place)
        self._place = place
        self._show()

    def fit(self, width: int) -> None:
        """Take the width of the window, in px: where it crosses one of the limits, the list follows it again."""
        if (width < FOLDS_BELOW * self._theme.scale) != (self._width < FOLDS_BELOW * self._theme.scale):
            self._list_wanted = None
        self._width = width
        self._show()

    def follow_text(self) -> None:
        """Follow another text size: the same window may have room for less."""
        self._show()

    def toggle_list(self) -> None:
        """Show or hide the exercises, whatever the width."""
        self._list_wanted = not self.exercises.isVisible()
        self._show()

    def _show(self) -> None:
        browses = self._place in BROWSED
        self.navigation.setVisible(browses)
        if browses:
            room = self._width / self._theme.scale
            shape = (room >= RAIL_BELOW, room < THIN_BELOW)
            if shape != self._shape and self._width:
                self._shape = shape
                self.navigation.show_words(shown=shape[0], thin=shape[1])
        in_session = self._place in {Place.LIVE, Place.FLOOR}
        wide = self._width >= FOLDS_BELOW * self._theme.scale
        with_list = in_session and (wide if self._list_wanted is None else self._list_wanted)
        if with_list or "exercises" in self.__dict__:
            self.exercises.setVisible(with_list)
        self.setVisible(browses or with_list)
