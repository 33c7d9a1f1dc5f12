"""A button with an arrow alone: back from a page, before its title, or on to one, at the end of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.painting import RIM, arrow, round_pen
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from coach.ui.kit.button_looks import Paint
    from coach.ui.kit.theme import Theme

SIDE = 44
"""Side of its body, in px at 100 %, and at least."""


class ArrowButton(KeyButton):
    """Its words are its tooltip and its accessible name. The arrow points against the reading, or `onward` with it."""

    def __init__(self, theme: Theme, text: str, *, onward: bool = False) -> None:
        super().__init__(theme, text, look=Look.QUIET if onward else Look.PLAIN, height=SIDE, size=15)
        self._onward = onward
        self.show_words(shown=False)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return a square, with room for the focus ring."""
        side = max(SIDE, self._theme.px(SIDE)) + 2 * RIM
        return QSize(side, side)

    def _paint_content(self, painter: QPainter, body: QRectF, colours: Paint) -> None:
        leftwards = self._onward is self.isRightToLeft()
        arrow(painter, body.center(), self._theme.px(6), round_pen(colours.ink, 2), 90 if leftwards else 270)


def back_button(theme: Theme) -> ArrowButton:
    """Return the button that leads back."""
    return ArrowButton(theme, tr("Back"))
