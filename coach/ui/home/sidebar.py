"""The left side of the window in a session: the name of the routine and its exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from coach.ui.home.exercise_list import ExerciseList
from coach.ui.kit.card import ground
from coach.ui.kit.label import Title, label, set_up
from coach.ui.kit.reading import along

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home.exercise_row import ExerciseRow
    from coach.ui.kit.theme import Theme

WIDTH, LOW_WIDTH = 304, 276
"""Width, and in a low window, in px at 100 %."""
LOW = 620
"""Height, in px at 100 %, below which the window is low."""


class Sidebar(QWidget):
    """Shows the routine and what was done of it."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme = theme
        self.title = Title()
        set_up(self.title, theme, " ", 20, 700)
        self.facts = label(theme, " ", size=14.5, muted=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(along(12, 22, 13, 12))
        column.setSpacing(6)
        for widget in (self.title, self.facts):
            widget.setContentsMargins(along(12, 0, 0, 0))
            column.addWidget(widget)
        column.addSpacing(8)
        self.exercises = ExerciseList(theme, pictures)
        column.addWidget(self.exercises, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page more room in a low window."""
        super().resizeEvent(event)
        self._fit()

    def follow_text(self) -> None:
        """Become wider with the text, but less than it."""
        self._fit()

    def _fit(self) -> None:
        low = self.height() < self._theme.px(LOW)
        self.setFixedWidth(round((LOW_WIDTH if low else WIDTH) * (1 + (self._theme.scale - 1) * 0.6)))
        self.exercises.set_low(low=low)
        side = 8 if low else 12
        self._column.setContentsMargins(along(side, 18 if low else 22, side + 1, 12))

    def show_routine(self, name: str, facts: str, rows: tuple[ExerciseRow, ...]) -> None:
        """Show this routine."""
        self.title.setText(name)
        self.facts.setText(facts)
        self.exercises.show_rows(rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line at its end."""
        t = self._theme.tokens
        painter = QPainter(self)
        ground(painter, self.rect(), t.surface)
        line = QRect(self.width() - t.border_px, 0, t.border_px, self.height())
        ground(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), line), t.line)
