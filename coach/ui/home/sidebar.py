"""The left side of the window: the name of the routine and its exercises."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.card import ground
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home import exercise_list
    from coach.ui.home.exercise_list import ExerciseRow
    from coach.ui.kit.theme import Theme
else:
    exercise_list = later("coach.ui.home.exercise_list")

WIDTH = 304


class Sidebar(QWidget):
    """Shows the routine and what was done of it, with links to other pages."""

    page_wanted = Signal(str)
    """The id of a command that shows a page."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme = theme
        self.title = label(theme, " ", size=20, weight=700)
        self.facts = label(theme, " ", size=14.5, muted=True)
        self._pictures = pictures
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 22, 13, 12)
        column.setSpacing(6)
        for widget in (self.title, self.facts):
            widget.setContentsMargins(12, 0, 0, 0)
            column.addWidget(widget)
        column.addSpacing(8)
        column.addStretch()
        self.setFixedWidth(round(WIDTH * (1 + (theme.scale - 1) * 0.6)))

    @cached_property
    def exercises(self) -> exercise_list.ExerciseList:
        """The list, made with its first content: the first frame has none."""
        exercises = exercise_list.ExerciseList(self._theme, self._pictures)
        self._column.takeAt(self._column.count() - 1)
        self._column.addWidget(exercises, 1)
        self._add_links()
        return exercises

    def _add_links(self) -> None:
        """Put the links to other pages below the list."""
        row = QHBoxLayout()
        for action, text in (("history", tr("History")), ("settings", tr("Settings"))):
            link = KeyButton(self._theme, text, look=Look.LINK, height=44, size=15)
            link.clicked.connect(lambda _checked=False, action=action: self.page_wanted.emit(action))
            row.addWidget(link)
        row.addStretch()
        self._column.addLayout(row)

    def show_routine(self, name: str, facts: str, rows: tuple[ExerciseRow, ...]) -> None:
        """Show this routine."""
        self.title.setText(name)
        self.facts.setText(facts)
        self.exercises.show_rows(rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line at the right."""
        t = self._theme.tokens
        painter = QPainter(self)
        ground(painter, self.rect(), t.surface)
        ground(painter, QRect(self.width() - t.border_px, 0, t.border_px, self.height()), t.line)
