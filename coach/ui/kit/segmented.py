"""Two to four short words of which one is chosen: the arrow keys choose the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import FIELD, RIM, panel, ring_around
from coach.ui.kit.states import KeyFocus, State, one_stop
from coach.ui.kit.style import PALE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme

HEIGHT, SIDE = 44, 20
"""Height of the whole, and room beside the words of a part, in px at 100 %."""
WITHIN, RADIUS = 4, 9
"""Distance of the chosen part from the edge of the whole, and radius of its corners, in px."""


class Segment(KeyFocus, QRadioButton):
    """One of the words."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        theme.dress(self, 16, 600)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for the words and the ring."""
        px, words = self._theme.px, QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(max(44, words + 2 * px(SIDE)), max(HEIGHT, px(HEIGHT)) + 2 * RIM)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint, /) -> bool:  # noqa: N802 - Qt's
        """Return whether a place is on it: all of it is."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and the ground of the chosen one."""
        t, state = self._theme.tokens, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(PALE)
        body = QRectF(self.rect()).adjusted(WITHIN, RIM + WITHIN, -WITHIN, -RIM - WITHIN)
        if self.isChecked():
            panel(painter, body, t.surface, QPen(t.edge, 3 if t.is_high_contrast else 1), RADIUS)
        elif state & (State.HOVER | State.PRESSED):
            panel(painter, body, t.hover, QPen(t.line, 1), RADIUS)
        painter.setPen(t.ink if self.isChecked() else t.muted)
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setOpacity(1)
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, RADIUS)


class Segmented(QWidget):
    """The words side by side, as one group; Tab stops at the chosen one."""

    chosen = Signal(int)
    """The index of the part that was chosen by the person."""

    def __init__(self, theme: Theme, name: str, words: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(GROUP)
        self.setAccessibleName(name)
        self.parts = [Segment(theme, each) for each in words]
        self._group = QButtonGroup(self)
        for place, part in enumerate(self.parts):
            self._group.addButton(part, place)
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.choose(0)
        self._group.idToggled.connect(self._on_toggled)

    inset = RIM
    """Distance of its edge from that of the widget, in px."""

    # Side by side, or, where there is no room for that, one below the other

    def sizeHint(self) -> QSize:
        """Return room for the words side by side."""
        hints = [part.sizeHint() for part in self.parts]
        return QSize(sum(hint.width() for hint in hints) + 2 * RIM, hints[0].height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word."""
        return QSize(max(part.sizeHint().width() for part in self.parts) + 2 * RIM, self.sizeHint().height())

    def heightForWidth(self, width: int, /) -> int:
        """Return the height of one row, or of as many as there are words."""
        high = self.sizeHint().height()
        return high if width >= self.sizeHint().width() else high * len(self.parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each word its place."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        high, at, mirrored = self.sizeHint().height(), RIM, self.isRightToLeft()
        in_line = self.width() >= self.sizeHint().width()
        for place, part in enumerate(self.parts):
            wide = part.sizeHint().width() if in_line else self.width() - 2 * RIM
            left = self.width() - at - wide if mirrored else at
            part.setGeometry(left, 0 if in_line else place * high, wide, high)
            at += wide if in_line else 0

    @property
    def place(self) -> int:
        """The index of the chosen part."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose a part, without a signal."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        self.parts[place].setChecked(True)
        self.blockSignals(False)  # noqa: FBT003 - Qt's
        self._make_stop()

    def reword(self, place: int, words: str) -> None:
        """Show a part in other words."""
        if words != self.parts[place].text():
            self.parts[place].setText(words)
            self.updateGeometry()
            self._lay_out()

    def _make_stop(self) -> None:
        """Let Tab stop at the chosen part from the first time on; Qt would do so once one of them had the focus."""
        one_stop(self.parts, self._group.checkedButton())

    def _on_toggled(self, place: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self._make_stop()
            self.chosen.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of all parts."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QRectF(self.parts[0].geometry().united(self.parts[-1].geometry()))
        edge = QPen(t.edge, t.border_px) if t.is_high_contrast else None
        panel(painter, around.adjusted(0, RIM, 0, -RIM), t.sunk, edge, FIELD)
