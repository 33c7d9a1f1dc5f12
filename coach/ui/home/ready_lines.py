"""What to have ready, in full words: lines with an icon each, in one or two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.ui.kit.line_icons import LineIcon, draw
from coach.ui.kit.line_list import ABOVE, Lines
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

ICON = 20
"""Side of an icon, in px at 100 %."""
TWO_FROM = 560
"""Width from which there are two columns, in px at 100 %."""
_ICONS = (LineIcon.MAT, LineIcon.CHAIR, LineIcon.SHIRT, LineIcon.PERSON)


class _Icon(QWidget):
    """An icon in the colour of the brand; the words beside it say the same."""

    def __init__(self, theme: Theme, icon: LineIcon) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setFixedSize(theme.px(ICON), theme.px(ICON) + 2 * ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon beside the first line of the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(0, ABOVE, self.width(), self.width())
        draw(painter, self._icon, place, self._theme.tokens.brand)


class ReadyLines(Lines):
    """The lines, read one by one with the keyboard as any others."""

    def __init__(self, theme: Theme, size: float = 15) -> None:
        self._grid = QGridLayout()
        super().__init__(theme, tr("Have ready"), layout=self._grid)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(2)
        self._columns = 0
        self._icons = [_Icon(theme, icon) for icon in _ICONS]
        for words in safety_messages.M_READY:
            self.add(translated(words), size=size)
        self.arrange(0)

    def arrange(self, width: int) -> None:
        """Put them into one column or two, as the width has room."""
        columns = 2 if width >= self._theme.px(TWO_FROM) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, (icon, line) in enumerate(zip(self._icons, self.lines, strict=True)):
            row, column = divmod(number, columns)
            self._grid.addWidget(icon, row, 2 * column, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line, row, 2 * column + 1)
        for column in range(2):
            self._grid.setColumnStretch(2 * column + 1, int(column < columns))
