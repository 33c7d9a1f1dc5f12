"""The settings of a session: the routine, how much time there is, the floor view, and less motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from coach.ui.kit.drop_down import DropDown
from coach.ui.settings.pane import LIST, Pane
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.session.preferences import Preferences
    from coach.ui.kit.theme import Theme


class SessionPane(Pane):
    """Each choice is in force from the next block on, or from the next session."""

    routine_wanted = Signal(str)
    """The id of the routine that the person chose."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, preferences, tr("Session"))
        self.section()
        self.routine = DropDown(theme)
        theme.give(self.routine, least_width=LIST)
        self.routine.activated.connect(lambda place: self.routine_wanted.emit(self.routine.itemData(place)))
        self._routine_row = self.row(tr("Routine"), tr("What the page Today offers."), self.routine)
        self._routine_row.hide()
        self.pacing = self.choice("pacing")
        self.way_down = self.choice("way_down")
        self.section(tr("Floor view"))
        self.floor = self.switch("floor")
        self.floor_turned = self.segments("floor_turned")
        self.floor_screen = self._screens()
        self.flash = self.switch("flash")
        self.section(tr("During a session"))
        self.less_motion = self.segments("less_motion")

    def _screens(self) -> DropDown | None:
        """Add the choice of a screen where there is more than one."""
        names = [screen.name() for screen in QGuiApplication.screens()]
        if len(names) < 2:  # noqa: PLR2004 - a choice
            return None
        return self.choice_of("floor_screen", [("", tr("The one with the window")), *((name, name) for name in names)])

    def show_routines(self, offered: Sequence[tuple[str, str]], chosen: str, *, can_change: bool) -> None:
        """Offer these routines, by id and name; in a session the one that is being done stays."""
        self.routine.clear()
        for value, words in offered:
            self.routine.addItem(words, value)
        self.routine.setCurrentIndex(max(0, self.routine.findData(chosen)))
        self.routine.setEnabled(can_change)
        self._routine_row.setVisible(len(offered) > 1)
