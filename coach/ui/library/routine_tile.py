"""A routine as a card: three of its holds as pictures, where it comes from, its name and length, and Start."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMargins, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.kit.chip import Chip
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.core.pacing import Side
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.button_looks import Paint
    from coach.ui.kit.theme import Theme

RADIUS, BETWEEN = 20, 2
"""Radius of the corners of a card, and room between its pictures, in px."""
SHARP = 2.0
"""Pixels of a picture for each px, at most."""


class ShownRoutine(NamedTuple):
    """What a card shows; `holds` are the figures of three exercises, each with its first side."""

    id: str
    name: str
    facts: str
    origin: str
    holds: tuple[tuple[str, Side | None], ...]
    is_on_today: bool


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


class RoutineTile(QWidget):
    """One card. Its name is the name of the routine."""

    start_wanted = Signal()
    today_wanted = Signal()
    """The routine is to be the one on the start page."""
    listen_wanted = Signal()
    """The person wants to hear what is said in it."""

    def __init__(self, theme: Theme, pictures: PictureCache, shown: ShownRoutine) -> None:
        super().__init__()
        self._theme, self.shown = theme, shown
        self.setObjectName(GROUP)
        self.setAccessibleName(shown.name)
        self.pictures = _Pictures(theme, pictures, shown.holds)
        self.today = _Chip(theme, tr("On Today"))
        if not shown.is_on_today:
            self.today.hide()  # to show it before it is in its card would make a window of it
        look = Look.PRIMARY if shown.is_on_today else Look.SOFT
        self.start = KeyButton(theme, tr("Start"), icon=Icon.PLAY, look=look, height=48)
        self.start.setAccessibleName(tr("Start {routine}", routine=shown.name))
        self.start.clicked.connect(self.start_wanted)
        self.more = _More(theme, tr("More about {routine}", routine=shown.name))
        self.more.clicked.connect(self._show_menu)
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

    def menu(self) -> QMenu:
        """Return a menu of what else can be done with this routine."""
        menu = QMenu(self)
        menu.setFont(self._theme.font(15))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        today = menu.addAction(tr("Put on Today"))
        today.setEnabled(not self.shown.is_on_today)
        today.triggered.connect(self.today_wanted)
        listen = menu.addAction(tr("Listen"))
        listen.triggered.connect(self.listen_wanted)
        return menu

    def _show_menu(self) -> None:
        menu = self.menu()
        below = self.more.rect().adjusted(RIM, RIM, -RIM, -RIM)
        at = self.more.mapToGlobal(below.bottomLeft())
        if self.isRightToLeft():  # it begins where the button does
            at.setX(self.more.mapToGlobal(below.bottomRight()).x() + 1 - menu.sizeHint().width())
        menu.popup(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, below the pictures too, and the edge."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = t.border_px / 2
        painter.setPen(QPen(t.line, t.border_px))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
