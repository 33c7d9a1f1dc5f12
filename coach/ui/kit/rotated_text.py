"""Text that is read from the floor: as large as asked for, smaller or on more lines where it would be cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from coach.ui.kit.rotation import Rotation

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPaintEvent

    from coach.ui.kit.theme import Theme

SMALLEST = 9
STEP = 0.96
"""Factor between two sizes that are tried."""
WHOLE = 0.6
"""Words are broken only where letters would have to be smaller than this share of the size asked for."""
_WORDS = QTextOption.WrapMode.WordWrap
_ANYWHERE = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class RotatedText(QLabel):
    """A label that fits its text into its size. `in_capitals` is for one line without descenders."""

    def __init__(
        self,
        theme: Theme,
        weight: int,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        *,
        in_capitals: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._weight = theme, weight
        self._option = QTextOption(align | Qt.AlignmentFlag.AlignVCenter)
        self._in_capitals = in_capitals
        self._turn = Rotation.NO
        self._wanted = 20.0
        self._colour = "ink"
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self.update)

    def place(self, turn: Rotation, wanted_px: float) -> None:
        """Show the text turned, in letters of at most `wanted_px`."""
        self._turn, self._wanted = turn, wanted_px
        self._fit()

    def show_text(self, text: str, colour: str = "ink") -> None:
        """Show this text in the colour of that token."""
        if (text, colour) != (self.text(), self._colour):
            self._colour = colour
            self.setText(text)
            self._fit()
            self.update()

    @property
    def letters_px(self) -> int:
        """The size of the letters shown, in px."""
        return self.font().pixelSize()

    @property
    def is_cut(self) -> bool:
        """Whether part of the text is cut, because even the smallest letters are too large."""
        return not self._goes_in(self.font())

    # Fitting

    def _fit(self) -> None:
        """Choose the largest letters that fit; break words only where they would be very small otherwise."""
        for mode, least in ((_WORDS, WHOLE * self._wanted), (_ANYWHERE, SMALLEST)):
            self._option.setWrapMode(mode)
            size = self._wanted
            while size > least and not self._goes_in(self._font(size)):
                size *= STEP
            self.setFont(self._font(size))
            if not self.is_cut:
                return

    def _font(self, size: float) -> QFont:
        return self._theme.font(size / self._theme.scale, self._weight)

    def _goes_in(self, font: QFont) -> bool:
        room = self._turn.upright(self.size())
        if self._in_capitals:
            # Capitals have no descenders: their own height has to fit, not that of a line.
            metrics = QFontMetricsF(font)
            return metrics.horizontalAdvance(self.text()) <= room.width() and metrics.capHeight() <= room.height()
        width, height = self._needed(font, room.width())
        return width <= room.width() and height <= room.height()

    def _needed(self, font: QFont, width: float) -> tuple[float, float]:
        """Return width and height of the text in lines of at most that width, in px."""
        layout = QTextLayout(self.text(), font)
        layout.setTextOption(self._option)
        widest = height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            widest, height = max(widest, line.naturalTextWidth()), height + line.height()
        layout.endLayout()
        return widest, height

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text, turned."""
        painter = QPainter(self)
        painter.setTransform(self._turn.mapping(self.size()))
        room = self._turn.upright(self.size())
        painter.setPen(self._ink)
        painter.setFont(self.font())
        if self._in_capitals:
            painter.setLayoutDirection(
                Qt.LayoutDirection.LeftToRight
            )  # an arrow to the left is at the left of its word
            metrics = QFontMetricsF(self.font())
            left = (room.width() - metrics.horizontalAdvance(self.text())) / 2
            painter.drawText(QPointF(left, (room.height() + metrics.capHeight()) / 2), self.text())
            return
        painter.drawText(QRectF(QPointF(0, 0), room.toSizeF()), self.text(), self._option)

    @property
    def _ink(self) -> QColor:
        tokens = self._theme.tokens
        colours = {"muted": tokens.muted, "brand": tokens.brand, "prepare": tokens.prepare}
        return colours.get(self._colour, tokens.ink)
