"""A field for the person's own words that begins with one line and grows as they write, up to some lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from coach.ui.kit.fields import CORNER, frame_as_field
from coach.ui.kit.painting import RIM

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from coach.ui.kit.theme import Theme

HEIGHT, MOST_LINES, INSET = 52, 5, 12
"""Height of its body with one line, in px at 100 %; the most lines that it grows to; room beside the words, in px."""


class GrowingField(QPlainTextEdit):
    """As high as its words need. Tab leads on; more than the most lines scroll."""

    grew = Signal()
    """It is higher or lower than before."""
    inset = RIM
    """Distance of its edge from that of the widget, in px."""

    def __init__(self, theme: Theme, hint: str) -> None:
        super().__init__()
        self._theme, self._lines = theme, 1
        theme.dress(self, 17)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        frame_as_field(self)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def lines(self) -> int:
        """How many lines show."""
        return self._lines

    def _above(self) -> int:
        """Return the room above and below the words, in px."""
        return max(4, (self._theme.px(HEIGHT) - self.fontMetrics().lineSpacing()) // 2 - CORNER)

    def _fit(self) -> None:
        above = self._above()
        self.setViewportMargins(INSET - CORNER, above, INSET - CORNER, above)
        lines = min(MOST_LINES, max(1, round(self.document().size().height())))
        fits = lines < MOST_LINES or self.document().size().height() <= MOST_LINES
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if fits else on)
        changed, self._lines = lines != self._lines, lines
        self.updateGeometry()
        if changed:
            self.grew.emit()

    def follow_text(self) -> None:
        """Fit another text size."""
        self._fit()

    def sizeHint(self) -> QSize:
        """Return room for the lines that show, and for the ring."""
        words = self._lines * self.fontMetrics().lineSpacing()
        return QSize(super().sizeHint().width(), words + 2 * (self._above() + CORNER + RIM))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: it does not shrink below its words."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew: at another width words wrap elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Repaint with the ring."""
        super().focusInEvent(event)
        self.update()
