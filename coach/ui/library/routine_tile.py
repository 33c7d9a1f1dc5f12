"""A routine as a card: three of its holds as pictures, where it comes from, its name and length, and Start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.kit.chip import Chip
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.library.tile import RADIUS, Tile
from coach.ui.library.wishes import Wish
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from coach.core.pacing import Side
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.library.shown import ShownRoutine

BETWEEN = 2
"""Room between the pictures of a card, in px."""
SHARP = 2.0
"""Pixels of a picture for each px, at most."""


class _Chip(Chip):
    height_px, radius, side, size_px = 22, 6, 8, 13.0


class _Pictures(QWidget):
    """The pictures, side by side in the upper corners of the card, each 3 : 2."""

    def __init__(self, theme: Theme, pictures: PictureCache, holds: tuple[tuple[str, Side | None], ...]) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self._holds = holds
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _size(self) -> QSize:
        count = max(1, len(self._holds))
        wide = (self.width() - (count - 1) * BETWEEN) // count
        return QSize(max(3, wide), max(2, self.height()))

    def sizeHint(self) -> QSize:
        """Return the size in a narrow card."""
        wide = self._theme.px(240)
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """Return the height that three pictures side by side need."""
        return round((width - 2 * BETWEEN) / 3 * 2 / 3) if self._holds else 0

    def missing(self) -> View | None:
        """Return the first picture that is not drawn yet, or None."""
        return next(
            (view for view in self._views() if view is not None and not self._pictures.has_close_up(view)), None
        )

    def _views(self) -> list[View | None]:
        """Return the view of each hold; None where there are no figures, or not yet."""
        ratio, size, made = min(SHARP, self.devicePixelRatioF()), self._size, self._pictures
        return [made.view(figure, side, size, ratio) if made.knows(figure) else None for figure, side in self._holds]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pictures that are drawn, and a quiet ground for the others."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inside, round_top = QRectF(self.rect()), QPainterPath()
        round_top.addRoundedRect(inside.adjusted(0, 0, 0, RADIUS), RADIUS - 1, RADIUS - 1)
        painter.setClipPath(round_top)
        size, ready = self._size, self._pictures
        for place, view in enumerate(self._views()):
            area = QRectF(place * (size.width() + BETWEEN), 0, size.width(), size.height())
            if place == len(self._holds) - 1:
                area.setRight(inside.right())
            if self.isRightToLeft():
                area.moveRight(inside.right() - area.left())
            if view is not None and ready.has_close_up(view):
                painter.drawImage(area, ready.close_up(view))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.tokens.sunk)
                painter.drawRect(area)


class RoutineTile(Tile):
    """One card. Its name is the name of the routine."""

    shown: ShownRoutine

    def __init__(self, theme: Theme, pictures: PictureCache, shown: ShownRoutine) -> None:
        super().__init__(theme, shown.name)
        self.shown = shown
        self.pictures = _Pictures(theme, pictures, shown.holds)
        self.today = _Chip(theme, tr("On Today"))
        if not shown.is_on_today:
            self.today.hide()  # to show it before it is in its card would make a window of it
        look = Look.PRIMARY if shown.is_on_today else Look.SOFT
        self.start = KeyButton(theme, tr("Start"), icon=Icon.PLAY, look=look, height=48)
        self.start.setAccessibleName(tr("Start {routine}", routine=shown.name))
        self.start.clicked.connect(self._on_start)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 16)
        column.setSpacing(16)
        column.addWidget(self.pictures)
        column.addLayout(self._lower_part())
        column.addStretch()

    def _lower_part(self) -> QHBoxLayout:
        theme, shown = self._theme, self.shown
        origin = QHBoxLayout()
        origin.setSpacing(8)
        came = label(theme, shown.origin, size=13, weight=600, muted=True, wrap=False)
        theme.give(came, least_height=_Chip.height_px)  # all names begin at one height, with the chip or without
        origin.addWidget(came)
        origin.addWidget(self.today)
        origin.addStretch()
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addLayout(origin)
        words.addWidget(heading(theme, shown.name, size=19))
        words.addWidget(label(theme, shown.facts, size=16, muted=True))
        buttons = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, RIM, RIM, RIM))
        buttons.setSpacing(4)
        buttons.addWidget(self.more)
        buttons.addWidget(self.start)
        row = QHBoxLayout()
        row.setContentsMargins(along(20, 0, 14, 0))
        row.setSpacing(8)
        row.addLayout(words, 1)
        at_foot = QVBoxLayout()
        at_foot.addStretch()
        at_foot.addLayout(buttons)
        row.addLayout(at_foot)
        return row

    @property
    def first(self) -> KeyButton:
        """The button that is most likely wanted."""
        return self.start

    def _wishes(self) -> Iterable[tuple[Wish, bool]]:
        return ((wish, wish is not Wish.TODAY or not self.shown.is_on_today) for wish in self.shown.wishes)

    def _on_start(self) -> None:
        self.wanted.emit(Wish.START)
