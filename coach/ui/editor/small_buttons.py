"""Buttons of the editor with an icon alone, and the dashed one that adds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.painting import RIM, edge_px, panel, ring_around
from coach.ui.kit.states import State, state_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

SIDE, ICON = 44, 22
"""Side of the body and of the icon, in px at 100 %."""


class IconButton(KeyButton):
    """An icon; its words are its tooltip and its accessible name."""

    def __init__(self, theme: Theme, icon: LineIcon, text: str) -> None:
        super().__init__(theme, text, look=Look.QUIET, icon=icon, height=SIDE, size=15)
        self.show_words(shown=False)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return a square, with room for the focus ring."""
        side = max(SIDE, self._theme.px(SIDE)) + 2 * RIM
        return QSize(side, side)


class AddButton(KeyButton):
    """Adds something: its edge is dashed, and it is as wide as there is room."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, look=Look.QUIET, icon=LineIcon.NEW, height=48, size=16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge below what every button has."""
        t = self._theme.tokens
        state = state_of(self, pressed=self.isDown())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        edge = QPen(t.edge, edge_px(t, state, 1))
        edge.setDashPattern([4, 3])
        panel(painter, body, t.hover if state & (State.HOVER | State.PRESSED) else t.surface, edge, 14)
        painter.end()
        super().paintEvent(event)
        if State.FOCUS in state:
            again = QPainter(self)
            again.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring_around(again, body, t.focus, 14)


class MoreButton(KeyButton):
    """Opens and closes what is asked below it."""

    opened = Signal(bool)

    def __init__(self, theme: Theme, more: str, less: str) -> None:
        super().__init__(theme, more, look=Look.PLAIN, icon=LineIcon.DOWN, height=SIDE, size=15)
        self._words, self.is_open = (more, less), False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.open(on=not self.is_open))

    def open(self, *, on: bool) -> None:
        """Open or close it."""
        if on is not self.is_open:
            self.is_open = on
            self.set_face(self._words[on], LineIcon.UP if on else LineIcon.DOWN, Look.PLAIN)
            self.opened.emit(on)
