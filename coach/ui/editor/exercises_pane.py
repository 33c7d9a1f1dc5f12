"""What stands at the left of the editor: the exercises, a button to add one, and what moves and deletes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.editor.exercise_rows import ExerciseRows
from coach.ui.editor.small_buttons import AddButton, IconButton
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from coach.ui.editor.shown import Row
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

WIDTH = 288
"""Its width beside a form, in px at 100 %."""
SIDE = 16
"""Room at the sides of what is in it, in px."""


class ExercisesPane(QWidget):
    """The list with its head and its buttons."""

    add_wanted = Signal()
    routine_wanted = Signal()
    """The settings of the whole routine are to be shown."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme, self._fills = theme, True
        self.title = heading(theme, tr("Exercises"), size=16, weight=600)
        self.facts = label(theme, size=15, muted=True, wrap=False, tabular=True)
        self.rows = ExerciseRows(theme, pictures)
        self.add = AddButton(theme, tr("Add an exercise"))
        self.routine = KeyButton(
            theme, tr("Gaps, circuits, weeks"), look=Look.QUIET, icon=LineIcon.SETTINGS, height=44, size=15
        )
        self.up = KeyButton(theme, tr("Up"), icon=LineIcon.UP, height=44, size=15)
        self.down = KeyButton(theme, tr("Down"), icon=LineIcon.DOWN, height=44, size=15)
        self.delete = IconButton(theme, LineIcon.DELETE, tr("Delete this exercise"))
        # Note: keys, after the name of a button
        self.up.setToolTip(tr("Alt+Up"))
        self.down.setToolTip(tr("Alt+Down"))
        self.add.clicked.connect(self.add_wanted)
        self.routine.clicked.connect(self.routine_wanted)
        self.up.clicked.connect(lambda: self.rows.step_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.rows.step_wanted.emit(1))
        self.delete.clicked.connect(self.rows.delete_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(along(0, 18, 1, SIDE - RIM))
        self._column.setSpacing(0)
        self._column.addLayout(self._head())
        self._column.addSpacing(6)
        self._column.addWidget(self.rows, 1)
        self._column.addLayout(self._below())
        self._column.addStretch(0)
        self._column.addLayout(self._foot())

    def _head(self) -> QBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.facts)
        return row

    def _below(self) -> QBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(SIDE - RIM, 8, SIDE - RIM, 0)
        column.setSpacing(0)
        column.addWidget(self.add)
        column.addWidget(self.routine)
        return column

    def _foot(self) -> QBoxLayout:
        row = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, 0, RIM, 0))
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(0)
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch(1)
        row.addWidget(self.delete)
        return row

    def fill(self, *, beside: bool) -> None:
        """Stand beside the form, where the list scrolls by itself, or above it, where it is as high as its rows."""
        if beside == self._fills:
            return
        self._fills = beside
        self.rows.set_low(low=not beside)
        vertical = QSizePolicy.Policy.Expanding if beside else QSizePolicy.Policy.Fixed
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.rows.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if beside else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self._column.setStretchFactor(self.rows, 1 if beside else 0)
        self._fit_rows()

    def show_rows(self, rows: Sequence[Row], chosen: int) -> None:
        """Show these rows, with one chosen."""
        self.rows.show_rows(rows, chosen)
        self.up.setEnabled(chosen > 0)
        self.down.setEnabled(0 <= chosen < len(rows) - 1)
        self.delete.setEnabled(chosen >= 0)
        self._fit_rows()

    def show_routine(self, *, shown: bool) -> None:
        """Show whether the form is that of the routine as a whole."""
        self.routine.set_face(self.routine.text(), LineIcon.SETTINGS, Look.SOFT if shown else Look.QUIET)

    def _fit_rows(self) -> None:
        high = self.rows.height_of_all()
        self.rows.setMaximumHeight(max(1, high))
        self.rows.setMinimumHeight(0 if self._fills else high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and the line at its end."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.surface)
        painter.drawRect(self.rect())
        painter.setPen(QPen(t.line, t.border_px))
        area = QRectF(self.rect()).adjusted(0, 0, -0.5, -0.5)
        if not self._fills:
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        elif self.isRightToLeft():
            painter.drawLine(area.topLeft(), area.bottomLeft())
        else:
            painter.drawLine(area.topRight(), area.bottomRight())
