"""The seconds left, as large as the floor view has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from coach.core.events import Phase
from coach.session import describe
from coach.ui.kit.rotation import Rotation
from coach.words import basics
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from coach.core.events import Snapshot
    from coach.ui.kit.theme import Theme

WIDTH_OF_A_DIGIT = 0.682
BESIDE = 0.1
"""Room beside the first and the last digit together, which need not be there."""
HEIGHT_OF_A_DIGIT = 0.76
BELOW = 0.016
"""By how much a round digit reaches below the line on which the others stand. All in font sizes."""


class FloorNumber(QWidget):
    """Whole seconds, from snapshot to snapshot: the player sends one each second.

    A screen reader finds them as its value, as at the ring, and is sent no event.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._turn = Rotation.NO
        self._snapshot: Snapshot | None = None
        self.setAccessibleName(tr("Seconds left"))
        self._stands = False
        theme.changed.connect(self.update)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the seconds of this instant."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None or (before.seconds, before.phase) != (snapshot.seconds, snapshot.phase):
            self.update()

    def set_stands(self, *, stands: bool) -> None:
        """Paint the number at the bottom of its place, in place of the middle."""
        if stands is not self._stands:
            self._stands = stands
            self.update()

    def set_turn(self, turn: Rotation) -> None:
        """Paint the number turned."""
        self._turn = turn
        self.update()

    @property
    def seconds(self) -> int:
        """The number shown: seconds, or in a pause of counted work how often."""
        if self._snapshot is None:
            return 0
        standing = describe.standing_number(self._snapshot)
        return self._snapshot.seconds if standing is None else standing

    @property
    def letters_px(self) -> int:
        """The size of the digits' font, in px."""
        return self._font.pixelSize()

    def value_range(self) -> tuple[int, int]:
        """Return the smallest and largest number of this block, in s."""
        return 0, 0 if self._snapshot is None else -(-self._snapshot.duration_ms // 1000)

    def spoken(self) -> str:
        """Return the number in words."""
        if self._snapshot is None:
            return basics.seconds_left("", self.seconds)
        return describe.number_words(self._snapshot, self._snapshot.seconds)

    @property
    def _font(self) -> QFont:
        room = self._turn.upright(self.size())
        digits = max(2, len(str(self.seconds)))
        size = min(room.height() / HEIGHT_OF_A_DIGIT, room.width() / (digits * WIDTH_OF_A_DIGIT - BESIDE))
        return self._theme.font(max(1, size - 1) / self._theme.scale, 700, tabular=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number in the middle."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setTransform(self._turn.mapping(self.size()))
        room, font, text = self._turn.upright(self.size()), self._font, str(self.seconds)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(tokens.muted if snapshot.phase is Phase.PAUSED else tokens.ink)
        left = (room.width() - metrics.horizontalAdvance(text)) / 2
        line = (room.height() + metrics.capHeight()) / 2
        if self._stands:
            line = room.height() - max(1.0, BELOW * font.pixelSize())
        painter.drawText(QPointF(left, line), text)
