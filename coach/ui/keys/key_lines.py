"""Lines that say what a key is for, with the caps that are to be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from coach.ui.kit.line_list import SIDE, Line, Lines
from coach.ui.kit.painting import focus_ring, panel
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent

    from coach.ui.kit.theme import Theme

HEIGHT, CAP, CAP_SIDE, BETWEEN, BESIDE = 46, 28, 10, 6, 16
"""Height of a row and of a cap, room in a cap, between two caps, and between name and caps, in px at 100 %."""
CAP_RADIUS = 6


class KeyLine(Line):
    """What a key is for, and its caps, below the words where they have no room beside them."""

    def __init__(self, theme: Theme, lines: KeyList, name: str, caps: Sequence[str]) -> None:
        self._theme, self._name, self._caps = theme, name, list(caps)
        super().__init__(lines)

    def fit_dot(self) -> None:
        """Need no margins: it paints itself."""
        self.setContentsMargins(0, 0, 0, 0)

    # Sizes

    @property
    def _font(self) -> QFont:
        return self._theme.font(16, 600)

    @property
    def _cap_font(self) -> QFont:
        return self._theme.font(14, 600)

    def _cap_width(self, cap: str) -> int:
        px = self._theme.px
        return max(px(CAP), QFontMetrics(self._cap_font).horizontalAdvance(cap) + 2 * px(CAP_SIDE))

    def _caps_in(self, room: int) -> list[list[str]]:
        """Return the caps in as many lines as they need."""
        lines: list[list[str]] = []
        left = 0
        for cap in self._caps:
            width = self._cap_width(cap)
            if not lines or width > left:
                lines.append([])
                left = room
            lines[-1].append(cap)
            left -= width + self._theme.px(BETWEEN)
        return lines

    def _caps_width(self, caps: Sequence[str]) -> int:
        return sum(self._cap_width(cap) for cap in caps) + (len(caps) - 1) * self._theme.px(BETWEEN)

    def _is_beside(self, room: int) -> bool:
        words = QFontMetrics(self._font).horizontalAdvance(self._name)
        return words + self._theme.px(BESIDE) + self._caps_width(self._caps) <= room

    def _name_height(self, room: int) -> int:
        flags = int(Qt.TextFlag.TextWordWrap)
        return QFontMetrics(self._font).boundingRect(QRect(0, 0, room, 1 << 16), flags, self._name).height()

    def hasHeightForWidth(self) -> bool:
        """Return true: where room is short there are more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the look, or more where the caps need it."""
        px, room = self._theme.px, max(80, width - 2 * SIDE)
        if self._is_beside(room):
            return px(HEIGHT)
        lines = len(self._caps_in(room))
        return self._name_height(room) + lines * px(CAP + BETWEEN) + px(BESIDE)

    def sizeHint(self) -> QSize:
        """Return the size of the look."""
        return QSize(self._theme.px(360), self.heightForWidth(self._theme.px(360)))

    def minimumSizeHint(self) -> QSize:
        """Return the least width, at which all of it wraps."""
        return QSize(160, self._theme.px(HEIGHT))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above, the name, the caps and the ring."""
        t, px, room = self._theme.tokens, self._theme.px, self.width() - 2 * SIDE
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lines.lines[0] is not self:
            painter.setPen(QPen(t.line, t.border_px))
            painter.drawLine(SIDE, 0, self.width() - SIDE, 0)
        painter.setPen(t.ink)
        painter.setFont(self._font)
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        if self._is_beside(room):
            painter.drawText(
                QRectF(SIDE, 0, room, self.height()), int(start | Qt.AlignmentFlag.AlignVCenter), self._name
            )
            left = self.width() - SIDE - self._caps_width(self._caps)
            self._paint_caps(painter, self._caps, left, (self.height() - px(CAP)) / 2)
        else:
            high, top = self._name_height(room), px(BESIDE) / 2
            area = QRectF(SIDE, top, room, high)
            painter.drawText(area, int(start) | int(Qt.TextFlag.TextWordWrap), self._name)
            for number, caps in enumerate(self._caps_in(room)):
                self._paint_caps(painter, caps, SIDE, top + high + px(BETWEEN) / 2 + number * px(CAP + BETWEEN))
        if self._ring and self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._lines.focus, 9)

    def _paint_caps(self, painter: QPainter, caps: Sequence[str], left: float, top: float) -> None:
        t, px = self._theme.tokens, self._theme.px
        painter.setFont(self._cap_font)
        for cap in caps:
            width = self._cap_width(cap)
            area = QRectF(left, top, width, px(CAP))
            if self.isRightToLeft():
                area.moveLeft(self.width() - area.right())
            panel(painter, area, t.paper, QPen(t.edge if t.is_high_contrast else t.line, t.border_px), CAP_RADIUS)
            painter.setPen(t.ink)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cap)
            left += width + px(BETWEEN)


class KeyList(Lines):
    """Lines with keys, read one by one; as many as are added."""

    def add_key(self, name: str, caps: Sequence[str], keys: str) -> None:
        """Add what a key is for; `keys` are the same keys in words, for a screen reader."""
        # Note: a command, and the keys that give it
        words = tr("{command}: {keys}", command=name, keys=keys)
        self.take(KeyLine(self._theme, self, name, caps), words, 16, 600)
