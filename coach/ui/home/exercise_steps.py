"""The steps of an exercise with numbers, of which those that play can be lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from coach.ui.kit.line_list import ABOVE, SIDE, Line, Lines
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

BADGE, AFTER = 24, 12
"""Width of a badge and room after it, in px at 100 %."""
SIZE = 16


class _Step(Line):
    """One step after a badge with its number."""

    def __init__(self, theme: Theme, lines: Lines, number: int) -> None:
        self._theme, self._number, self._lit = theme, number, False
        super().__init__(lines)

    @property
    def _badge(self) -> int:
        """The width of the badge, in px in the text size in force."""
        return self._theme.px(BADGE)

    def fit_dot(self) -> None:
        """Leave room for the badge, on the side where lines begin."""
        lead = SIDE + self._badge + self._theme.px(AFTER)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        above = ABOVE + max(0, (self._badge - self.fontMetrics().height()) // 2)  # the first line beside its badge
        self.setContentsMargins(SIDE if is_mirrored else lead, above, lead if is_mirrored else SIDE, ABOVE)
        self.setMinimumHeight(self._badge + 2 * ABOVE)

    def say(self, text: str) -> None:
        """Show this text."""
        self.setText(text)
        # Note: one of the numbered steps of an exercise, for a screen reader
        self.setAccessibleName(tr("{number}. {step}", number=self._number, step=text))

    def hasHeightForWidth(self) -> bool:
        """Return true: its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return its height in bold, as when it is lit, so that nothing moves then."""
        margins = self.contentsMargins()
        room = QRect(0, 0, max(10, width - margins.left() - margins.right()), 1 << 16)
        bold = QFontMetrics(self._theme.font(SIZE, 600))
        text = bold.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(text.height() + margins.top() - ABOVE, self._badge) + 2 * ABOVE

    def set_lit(self, *, lit: bool) -> None:
        """Show this step as the one that plays."""
        if lit is not self._lit:
            self._lit = lit
            self._theme.dress(self, SIZE, 600 if lit else 400)
            self.update()

    @property
    def is_lit(self) -> bool:
        """Whether it is shown as the one that plays."""
        return self._lit

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, the ring, and the badge beside the first line."""
        super().paintEvent(event)
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = ABOVE + max(0, (self.fontMetrics().height() - self._badge) / 2)
        left = SIDE if self.contentsMargins().left() > self.contentsMargins().right() else None
        badge = QRectF(self.width() - SIDE - self._badge if left is None else left, top, self._badge, self._badge)
        painter.setPen(QPen(t.line, 2) if t.is_high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(t.brand if self._lit else t.sunk)
        painter.drawEllipse(badge)
        painter.setPen(t.on_brand if self._lit else t.ink)
        painter.setFont(self._theme.font(13.5, 700))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepLines(Lines):
    """Numbered steps, read one by one."""

    def __init__(self, theme: Theme, texts: list[str]) -> None:
        super().__init__(theme, tr("Steps"))
        self.steps: list[_Step] = []
        for number, text in enumerate(texts, 1):
            step = _Step(theme, self, number)
            self.take(step, text, SIZE)
            step.say(text)
            self.steps.append(step)

    def light(self, lit: range) -> None:
        """Light these steps, by their place, and no others."""
        for place, step in enumerate(self.steps):
            step.set_lit(lit=place in lit)
