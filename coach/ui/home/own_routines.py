"""Routines beside the one in the hero: a card each, with three pictures, its length, and a button that starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.figure.slices import Slices
from coach.ui.kit.card import Card
from coach.ui.kit.icons import Icon, path
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM, edge_px, panel, ring_around
from coach.ui.kit.reading import along
from coach.ui.kit.states import KeyPress, State
from coach.ui.kit.tip import as_tip
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QShowEvent

    from coach.core.own_pictures import Drawing
    from coach.core.pacing import Side
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home.tile import RoutineChoice
    from coach.ui.kit.theme import Theme

MOST = 3
"""Most cards; all routines are a page of their own."""
PICTURE, BETWEEN = 58, 4
"""Height of the pictures of a card, in px at 100 %, and room between two, in px."""
LEAST_WIDTH, APART = 250, 16
"""Least width of a card, in px at 100 %, and room between two, in px."""


class Pictures(QWidget):
    """Up to three pictures side by side, in one rounded frame."""

    def __init__(self, theme: Theme, pictures: PictureCache, figures: Sequence[tuple[Drawing, Side | None]]) -> None:
        super().__init__()
        self._theme, self._pictures, self._figures = theme, pictures, tuple(figures)
        theme.give(self, height=PICTURE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def _views(self) -> list[View]:
        known = [each for each in self._figures if self._pictures.knows(each[0])]
        width = (self.width() - (len(known) - 1) * BETWEEN) // max(1, len(known))
        size, ratio = QSize(max(1, width), self.height()), self.devicePixelRatioF()
        return [self._pictures.view(figure, side, size, ratio) for figure, side in known]

    def draw_one(self) -> bool:
        """Draw the first picture that is missing; return whether there was one."""
        missing = next((view for view in self._views if not self._pictures.has_close_up(view)), None)
        if missing is not None:
            self._pictures.close_up(missing)
            self.update()
        return missing is not None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pictures that are there, each in its place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 12, 12)
        painter.setClipPath(shape)
        views = self._views
        width = (self.width() - (len(views) - 1) * BETWEEN) / max(1, len(views))
        for number, view in enumerate(views):
            at = len(views) - 1 - number if self.isRightToLeft() else number
            place = QRectF(at * (width + BETWEEN), 0, width, self.height())
            if self._pictures.has_close_up(view):
                painter.drawImage(place, self._pictures.close_up(view))
            else:
                painter.fillRect(place, self._theme.tokens.sunk)


class _Play(KeyPress, QAbstractButton):
    """The button that starts a routine."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        words = tr("Start: {name}", name=name)
        self.setAccessibleName(words)
        self.setToolTip(as_tip(words))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that can be hit, with room for its ring."""
        side = max(44, self._theme.px(44)) + 2 * RIM
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon and ring."""
        t, state = self._theme.tokens, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        is_marked = t.is_high_contrast or bool(state & (State.HOVER | State.PRESSED))
        edge = QPen(t.brand, edge_px(t, state, 2)) if is_marked else None
        panel(painter, body, t.brand_soft, edge, 14)
        side = self._theme.px(16)
        painter.translate(body.center() - QPointF(side / 2, side / 2))
        painter.scale(side, side)
        painter.fillPath(path(Icon.PLAY), t.brand)
        painter.resetTransform()
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, 14)


class OwnRoutines(QWidget):
    """The cards below a heading, three at most, with a link to all."""

    start_wanted = Signal(str)
    """The id of a routine to start."""
    all_wanted = Signal()
    """The page of all routines."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme, self._cache = theme, pictures
        self._choices: tuple[RoutineChoice, ...] = ()
        self._cards: list[Card] = []
        self._drawn: list[Pictures] = []
        self.play: list[QAbstractButton] = []
        self._columns = 1
        self.setObjectName(GROUP)
        self.setAccessibleName(tr("Your routines"))
        self.heading = heading(theme, tr("Your routines"), size=19, weight=600)
        self.all = KeyButton(theme, tr("All routines"), look=Look.LINK, height=44, size=14)
        self.all.clicked.connect(self.all_wanted)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.all)
        self._grid = QGridLayout()
        self._grid.setSpacing(APART)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._grid)
        self._slice = Slices(self, pictures, self._draw_one)

    def show_choices(self, choices: Sequence[RoutineChoice]) -> None:
        """Offer these routines."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        self._fill()

    def arrange(self, width: int) -> None:
        """Put as many cards side by side as have room."""
        columns = max(1, min(MOST, (width + APART) // (self._theme.px(LEAST_WIDTH) + APART)))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _fill(self) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self._drawn, self.play = [], [], []
        for choice in self._choices[:MOST]:
            self._cards.append(self._card(choice))
        self._place()
        self._slice.start()

    def _place(self) -> None:
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // self._columns, number % self._columns)
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _card(self, choice: RoutineChoice) -> Card:
        made = Card(self._theme, raised=True)
        drawn = Pictures(self._theme, self._cache, choice.figures)
        play = _Play(self._theme, choice.name)
        play.clicked.connect(lambda _on=False, wanted=choice.id: self.start_wanted.emit(wanted))
        self._drawn.append(drawn)
        self.play.append(play)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self._theme, choice.name, size=16, weight=600))
        words.addWidget(label(self._theme, choice.facts, size=14, muted=True))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(play, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(made)
        column.setContentsMargins(along(14, 14, 14 - RIM, 14 - RIM))
        column.setSpacing(8)
        pictures = QHBoxLayout()
        pictures.setContentsMargins(along(0, 0, RIM, 0))
        pictures.addWidget(drawn)
        column.addLayout(pictures)
        column.addLayout(row)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with the pictures."""
        super().showEvent(event)
        self._slice.start()

    def _draw_one(self) -> bool:
        return self.isVisible() and any(drawn.draw_one() for drawn in self._drawn)
