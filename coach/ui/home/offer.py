"""What the hero says of a session that was cut off: where it was, what is left of it, and three ways to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.home.hero_words import LESS_TITLE, TITLE
from coach.ui.kit.chip import Chip
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import SIDE, Lines, Outdented, outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.session.cut_off import CutOff
    from coach.ui.kit.theme import Theme

BAR, GAP = 10, 3
"""Height of the strip of pieces and room between two, in px at 100 %."""
SPARSE_BELOW = 330
"""Height of a page below which the chip and the strip of pieces give way, in px at 100 %."""


class Pieces(QWidget):
    """One piece for each exercise, as long as it takes; what was done is filled. The words beside it tell the rest."""

    def __init__(self, theme: Theme, lengths_ms: tuple[int, ...], done_ms: int) -> None:
        super().__init__()
        self._theme, self._lengths, self._done_ms = theme, lengths_ms, done_ms
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size as wide as the button below it."""
        return QSize(self._theme.px(360), self._theme.px(BAR))

    def minimumSizeHint(self) -> QSize:
        """Return a size in which pieces can be told apart."""
        return QSize(self._theme.px(120), self._theme.px(BAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pieces, from where reading begins."""
        t, gap = self._theme.tokens, self._theme.px(GAP)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        room = self.width() - gap * (len(self._lengths) - 1)
        scale, at, since = room / max(1, sum(self._lengths)), 0.0, 0
        for length in self._lengths:
            piece, shape = QRectF(at, 0, max(2.0, length * scale), self.height()), QPainterPath()
            shape.addRoundedRect(piece, 3, 3)
            painter.fillPath(shape, t.edge if t.is_high_contrast else t.line)
            share = min(1.0, max(0.0, (self._done_ms - since) / max(1, length)))
            if share > 0:
                painter.save()
                painter.setClipRect(QRectF(at, 0, piece.width() * share, self.height()))
                painter.fillPath(shape, t.brand)
                painter.restore()
            at, since = at + piece.width() + gap, since + length


class Offer(QWidget):
    """Takes the place of the words of the hero."""

    go_on_wanted = Signal()
    again_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, theme: Theme, cut_off: CutOff) -> None:
        super().__init__()
        self._theme = theme
        self.heading = heading(theme, cut_off.name, size=TITLE)
        self._chip = Chip(theme, tr("Not finished"), LineIcon.CLOCK, warns=True)
        self._pieces = Pieces(theme, cut_off.pieces, cut_off.done_ms)
        self.words = Lines(theme, tr("Not finished"))
        self.words.add(cut_off.words, size=17, muted=True)
        self.go_on = KeyButton(
            theme, tr("Continue where you were"), key=tr("Space"), icon=Icon.PLAY, look=Look.PRIMARY, size=18
        )
        self.again = KeyButton(theme, tr("Start again"), look=Look.QUIET, height=44)
        self.leave = KeyButton(theme, tr("Leave it"), look=Look.QUIET, height=44)
        for button, wanted in (
            (self.go_on, self.go_on_wanted),
            (self.again, self.again_wanted),
            (self.leave, self.leave_wanted),
        ):
            button.clicked.connect(wanted)
        self._lesser = Outdented(QBoxLayout.Direction.LeftToRight, along(RIM + 20, 0, 0, 0))
        self._lesser.addWidget(self.again)
        self._lesser.addWidget(self.leave)
        self._lesser.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        column.setSpacing(0)
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(8)
        column.addWidget(self.heading)
        column.addSpacing(6)
        column.addLayout(outdented(self.words))
        column.addSpacing(12)
        column.addWidget(self._pieces)
        column.addSpacing(10)
        self._primary = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, 0, RIM, 0))
        self._primary.addWidget(self.go_on)
        self._primary.addStretch()
        column.addLayout(self._primary)
        column.addLayout(self._lesser)

    def arrange(self, width: int, page_height: int, *, is_wide: bool) -> None:
        """Fit the buttons to a width; where the page is low, what is no word and no button gives way."""
        px = self._theme.px
        self._theme.dress(self.heading, LESS_TITLE if is_wide else TITLE, 700)
        self._pieces.setMaximumWidth(width if is_wide else self._pieces.sizeHint().width())
        self._primary.setStretch(0, 1 if is_wide else 0)
        self._primary.setStretch(1, 0 if is_wide else 1)
        grows = QSizePolicy.Policy.Expanding if is_wide else QSizePolicy.Policy.Minimum
        self.go_on.setSizePolicy(grows, QSizePolicy.Policy.Fixed)
        self.go_on.show_key(shown=width >= self.go_on.width_for(with_key=True) - 2 * RIM)
        both = self.again.sizeHint().width() + self.leave.sizeHint().width()
        beside = width >= both - 2 * RIM
        self._lesser.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for part in (self._chip, self._pieces):
            part.setVisible(page_height >= px(SPARSE_BELOW))
