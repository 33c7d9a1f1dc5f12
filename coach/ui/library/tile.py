"""What all cards of the page of routines share: their ground, and a menu behind three dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal

from coach.ui.kit.card import Card
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.marks import GROUP
from coach.ui.kit.menu import Menu
from coach.ui.kit.painting import RIM
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from coach.ui.kit.button_looks import Paint
    from coach.ui.kit.theme import Theme
    from coach.ui.library.shown import ShownProblem, ShownRoutine
    from coach.ui.library.wishes import Wish


class _More(KeyButton):
    """Three dots; what else can be done with the routine."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, look=Look.QUIET, height=44, size=15)
        self.show_words(shown=False)

    def sizeHint(self) -> QSize:
        """Return a square, with room for the focus ring."""
        side = max(44, self._theme.px(44)) + 2 * RIM
        return QSize(side, side)

    def _paint_content(self, painter: QPainter, body: QRectF, colours: Paint) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ink)
        radius = self._theme.px(2.3)
        for step in (-1, 0, 1):
            painter.drawEllipse(body.center() + QPointF(step * self._theme.px(6), 0), radius, radius)


class Tile(Card):
    """What all cards of the page share: their ground, and a menu behind three dots."""

    wanted = Signal(object)
    """A Wish for what the card shows."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, raised=True)
        self.setObjectName(GROUP)
        self.setAccessibleName(name)
        self.more = _More(theme, tr("More about {routine}", routine=name))
        self.more.clicked.connect(self._on_more)
        self._menu: Menu | None = None

    shown: ShownRoutine | ShownProblem
    """What it shows."""

    @property
    def first(self) -> KeyButton:
        """The button that is most likely wanted."""
        raise NotImplementedError

    @property
    def parts(self) -> tuple[KeyButton, ...]:
        """What can be pressed, in the order of Tab."""
        return self.more, self.first

    @property
    def last(self) -> KeyButton:
        """The last of them."""
        return self.parts[-1]

    def menu(self) -> Menu:
        """Return the menu of what can be done; it is made with the first look at it."""
        if self._menu is None:
            self._menu = Menu(self._theme, self.more, begins=True)
            for wish, can_be_done in self._wishes():
                self._menu.add_choice(translated(wish.words), wish, enabled=can_be_done)
            self._menu.chosen.connect(self.wanted)
        return self._menu

    def _wishes(self) -> Iterable[tuple[Wish, bool]]:
        """Return what the menu has, and whether it can be done now."""
        raise NotImplementedError

    def _on_more(self) -> None:
        if self._menu is None:  # from then on it opens by itself
            self.menu().open()
