"""What to feel and when to stop, as large as its place allows: on the session page, and to be read from the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle

from coach.session import describe
from coach.ui.kit.rotation import Rotation
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent, QShowEvent

    from coach.core.routine import Exercise
    from coach.ui.kit.theme import Theme

SMALLEST = 9
STEP = 0.96
"""Factor between two sizes that are tried."""
HEAD = 0.82
"""Size of the headings in that of the lines."""
BEFORE_HEAD, BEFORE_LINE = 0.9, 0.22
"""Room above a heading and above a line, in sizes of the lines."""
PADDING, RADIUS = 24, 20
DOT = "•"


class _Part(NamedTuple):
    text: str
    is_head: bool
    is_item: bool


class FeelNotes(QLabel):
    """A label that paints its own lines; a screen reader finds all of them as its text."""

    def __init__(self, theme: Theme, *, framed: bool) -> None:
        """`framed` makes it a card; otherwise the page is its ground."""
        super().__init__()
        self._theme, self._framed = theme, framed
        self._turn = Rotation.NO
        self._wanted = 20.0
        self._parts: tuple[_Part, ...] = ()
        self.letters_px = 20.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()
        theme.changed.connect(self.update)

    def show_exercise(self, exercise: Exercise) -> None:
        """Take the words of this exercise."""
        stops = describe.stop_signs(exercise)
        self._parts = (
            _Part(tr("What to feel"), is_head=True, is_item=False),
            _Part(exercise.feel, is_head=False, is_item=False),
            _Part(tr("When to stop"), is_head=True, is_item=False),
            *(_Part(text, is_head=False, is_item=True) for text in stops),
        )
        self.setText("\n".join(part.text for part in self._parts))
        self.setAccessibleName(describe.feel_words(exercise))
        self._fit()

    def place(self, turn: Rotation, wanted_px: float) -> None:
        """Show it turned, in letters of at most `wanted_px`."""
        self._turn, self._wanted = turn, wanted_px
        self._fit()

    @property
    def is_cut(self) -> bool:
        """Whether not all of it has room, even in the smallest letters."""
        return self._height(self.letters_px) > self._room.height()

    # Fitting

    @property
    def _room(self) -> QRectF:
        padding = PADDING if self._framed else 0
        upright = QRectF(QPointF(0, 0), self._turn.upright(self.size()).toSizeF())
        return upright.adjusted(padding, padding * 0.75, -padding, -padding * 0.75)

    def _fit(self) -> None:
        """Find the size of the letters; while nobody sees them that can wait, and a session would wait for it."""
        if not self.isVisible():
            return
        size = self._wanted
        while size > SMALLEST and self._height(size) > self._room.height():
            size *= STEP
        self.letters_px = size
        self.update()

    def _font(self, part: _Part, size: float) -> QFont:
        px = size * HEAD if part.is_head else size
        return self._theme.font(px / self._theme.scale, 700 if part.is_head else 400)

    def _laid_out(self, part: _Part, size: float) -> tuple[QTextLayout, float, float]:
        """Return the lines of a part, how far they are indented, and their height."""
        layout = QTextLayout(part.text, self._font(part, size))
        option = QTextOption(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        indent = size if part.is_item else 0.0
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, self._room.width() - indent))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, indent, height

    def _height(self, size: float) -> float:
        heights = sum(self._laid_out(part, size)[2] for part in self._parts)
        return heights + sum(_above(part, number, size) for number, part in enumerate(self._parts))

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what came while it was hidden."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit it to its new size."""
        super().resizeEvent(event)
        self._fit()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, and line by line what it says."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._turn.mapping(self.size()))
        t, room, size = self._theme.tokens, self._room, self.letters_px
        if self._framed:
            inset = t.border_px / 2
            painter.setPen(QPen(t.line, t.border_px))
            painter.setBrush(t.surface)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        y, mirrored = room.top(), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        stops = False
        for number, part in enumerate(self._parts):
            layout, indent, height = self._laid_out(part, size)
            y += _above(part, number, size)
            stops = stops or (part.is_head and number > 0)
            head = t.prepare if stops else t.brand
            painter.setPen(head if part.is_head else t.ink)
            layout.draw(painter, QPointF(room.left() + (0 if mirrored else indent), y))
            if part.is_item:
                painter.setFont(layout.font())
                dot = QRectF(room.right() - indent if mirrored else room.left(), y, indent, layout.lineAt(0).height())
                painter.drawText(dot, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, DOT)
            y += height


def _above(part: _Part, number: int, size: float) -> float:
    return 0.0 if number == 0 else (BEFORE_HEAD if part.is_head else BEFORE_LINE) * size
