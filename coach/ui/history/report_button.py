"""The button for a report for a health professional; its menu asks for how many weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.menu import Menu
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme

SHORT, LONG = 4, 12
"""Weeks of the shorter and of the longer report."""


class ReportButton(KeyButton):
    """Nothing is written before a period was chosen."""

    wanted = Signal(object)
    """The number of weeks; None is everything."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Report (PDF)"), height=44, size=15, icon=LineIcon.REPORT)
        self.setAccessibleDescription(tr("For a health professional. Opens a menu."))
        self.menu_of_periods = Menu(theme, self)
        self.menu_of_periods.add(tr("The last 4 weeks"), self._on_short)
        self.menu_of_periods.add(tr("The last 12 weeks"), self._on_long)
        self.menu_of_periods.add(tr("All of it"), self._on_all)

    def _on_short(self) -> None:
        self.wanted.emit(SHORT)

    def _on_long(self) -> None:
        self.wanted.emit(LONG)

    def _on_all(self) -> None:
        self.wanted.emit(None)
