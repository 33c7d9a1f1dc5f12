"""What to have ready, in full words: lines with an icon each, in one or two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout

from coach.ui.kit.line_icons import LineIcon, draw
from coach.ui.kit.line_list import ABOVE, Lines
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

ICON = 20
"""Side of an icon, in px at 100 %."""
BESIDE = 4
"""Room between an icon and its words, in px, beside that for their ring."""
TWO_FROM = 560
"""Width from which there are two columns, in px at 100 %."""
_ICONS = (LineIcon.MAT, LineIcon.CHAIR, LineIcon.SHIRT, LineIcon.PERSON)


class ReadyLines(Lines):
    """The lines, read one by one with the keyboard as any others.

    It paints the icons itself: to a screen reader they would be items of the list without words.
    """

    def __init__(self, theme: Theme, size: float = 15) -> None:
        self._grid = QGridLayout()
        super().__init__(theme, tr("Have ready"), layout=self._grid)
        self._grid.setHorizontalSpacing(BESIDE)
        self._grid.setVerticalSpacing(2)
        self._columns = 0
        for words in safety_messages.M_READY:
            self.add(translated(words), size=size)
        self.arrange(0)

    def arrange(self, width: int) -> None:
        """Put them into one column or two, as the width has room."""
        columns = 2 if width >= self._theme.px(TWO_FROM) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, line in enumerate(self.lines):
            row, column = divmod(number, columns)
            self._grid.addWidget(line, row, 2 * column + 1)
        self._leave_room()

    def follow_text(self) -> None:
        """Leave room for the icons in another text size."""
        self._leave_room()

    def _leave_room(self) -> None:
        columns = self._columns
        high, rows = self._theme.px(ICON) + 2 * ABOVE, -(-len(self.lines) // columns)
        for row in range(len(self.lines)):
            self._grid.setRowMinimumHeight(row, high if row < rows else 0)
        for column in range(2):
            self._grid.setColumnMinimumWidth(2 * column, self._theme.px(ICON) + BESIDE if column < columns else 0)
            self._grid.setColumnStretch(2 * column + 1, int(column < columns))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each icon, in the colour of the brand, beside the first line of its words."""
        painter, side = QPainter(self), self._theme.px(ICON)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for icon, line in zip(_ICONS, self.lines, strict=True):
            words = line.geometry()
            left = words.x() + words.width() + BESIDE if self.isRightToLeft() else words.x() - BESIDE - side
            draw(painter, icon, QRectF(left, words.y() + ABOVE, side, side), self._theme.tokens.brand)
