"""The left side of the window outside a session: the mark, the places to go to, and whether coach can be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from coach.session.places import Place
from coach.ui.kit.card import ground
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.navigation import Navigation
from coach.ui.kit.painting import RIM, text_cut_to_fit
from coach.ui.shell.sound_line import SoundLine
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme
    from coach.ui.shell.sound_line import SoundWords

WIDTH, RAIL, THIN = 208, 68, 56
"""Width with words and of a rail of icons, in px at 100 %, and of the thinnest rail, in px at any text size."""
WIDEST = 300
"""Most width with words, in px at 100 %, where a language has longer ones."""
SIDE, RAIL_SIDE = 12, 10
"""Room beside the items, with words and in a rail, in px at 100 %."""
HEAD, RAIL_HEAD = 69, 60
"""Height of what stands above the items, with words and in a rail, in px at 100 %."""
FOOT = 85
"""Height of what stands below the items, in px at 100 %."""
SUN, SUN_EDGE = QColor("#F0DFCB"), QColor("#DFA877")
"""Colours of the sun in the mark, on light and on dark grounds."""
PLACES = (Place.START, Place.ROUTINES, Place.HISTORY, Place.SETTINGS, Place.HELP)
"""The places of the items, in their order."""


class _Head(QWidget):
    """The mark and the name, painted: the title of the window tells the name to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shows_words = True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a sun over a mat, and the name."""
        t, px, mirrored = self._theme.tokens, self._theme.px, self.isRightToLeft()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, middle = px(22), self.height() / 2
        before = px(14) if self.shows_words else (self.width() - wide) / 2
        left = self.width() - before - wide if mirrored else before
        painter.setPen(QPen(t.ink if t.is_high_contrast else SUN_EDGE, 1.5))
        painter.setBrush(t.surface if t.is_high_contrast else SUN)
        sun = wide - px(4)
        painter.drawPie(QRectF(left + px(2), middle - px(7), sun, sun), 0, 180 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.brand)
        painter.drawRoundedRect(QRectF(left, middle + px(3), wide, px(4)), px(2), px(2))
        if self.shows_words:
            painter.setFont(self._theme.font(19, 700))
            painter.setPen(t.ink)
            beside, high = before + wide + px(12), QFontMetrics(self._theme.font(19, 700)).height()
            area = QRectF(0 if mirrored else beside, middle - high / 2, self.width() - beside, high)
            across = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
            text_cut_to_fit(painter, area, "coach", across)


class NavigationPane(QWidget):
    """Shows where one can go; signals where the person wants to go."""

    wanted = Signal(Place)
    """A place of the navigation."""
    sound_wanted = Signal()
    """The person wants to know whether coach can be heard."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._line = 0
        self._thin = False
        self._head = _Head(theme, self)
        items = (
            # Note: the page from which one starts
            (LineIcon.TODAY, tr("Today")),
            (LineIcon.ROUTINES, tr("Routines")),
            (LineIcon.HISTORY, tr("History")),
            (LineIcon.SETTINGS, tr("Settings")),
            (LineIcon.HELP, tr("Help")),
        )
        # Note: the name, for a screen reader, of the list of places to go to
        self.navigation = Navigation(theme, tr("Places"), items, foot=1, parent=self)
        self.navigation.wanted.connect(lambda index: self.wanted.emit(PLACES[index]))
        self.sound = SoundLine(theme, self)
        self.sound.clicked.connect(self.sound_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.show_words(shown=True)

    def show_place(self, place: Place) -> None:
        """Mark the place that shows."""
        self.navigation.choose(PLACES.index(place) if place in PLACES else None)

    def say_sound(self, words: SoundWords) -> None:
        """Tell whether coach can be heard."""
        self.sound.say(words)
        self._fit()

    def show_words(self, *, shown: bool, thin: bool = False) -> None:
        """Show icons with words, or a rail of icons; a thin one where even that leaves too little beside it."""
        self._head.shows_words = shown
        self.navigation.show_words(shown=shown)
        self.sound.show_words(shown=shown)
        self._thin = thin
        self._fit()

    def follow_text(self) -> None:
        """Take the width for another text size."""
        self._fit()

    def _fit(self) -> None:
        """Take the width for what shows: in a language of long words as much as they need."""
        px = self._theme.px
        if self.navigation.items[0].shows_words:
            words = max(self.navigation.sizeHint().width(), self.sound.sizeHint().width())
            beside = 2 * (px(SIDE) - RIM) + self._theme.tokens.border_px
            self.setFixedWidth(min(px(WIDEST), max(px(WIDTH), words + beside)))
        else:
            self.setFixedWidth(THIN if self._thin else px(RAIL))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part its place."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Share the height out: where it is short the mark goes, then the items stand closer."""
        px, wide, high = self._theme.px, self.navigation.items[0].shows_words, self.height()
        side = px(SIDE if wide else RAIL_SIDE) - RIM if self.width() > THIN else 1
        least, head, foot = self.navigation.minimumSizeHint().height(), px(HEAD if wide else RAIL_HEAD), px(FOOT)
        self._head.setVisible(high - head - foot >= least)
        if self._head.isHidden():
            head = RIM
            foot = min(foot, max(high // (len(PLACES) + 1) + 2 * RIM, high - head - least))
        line = self._theme.tokens.border_px
        mirrored = self.isRightToLeft()
        left, across = (side + line if mirrored else side), self.width() - 2 * side - line
        self._head.setGeometry(left + RIM, 0, across - 2 * RIM, head - RIM)
        self.navigation.setGeometry(left, head - RIM, across, high - head - foot + 2 * RIM)
        body = min(self.sound.sizeHint().height(), foot)
        self.sound.setGeometry(left, high - max(body, round(foot * 40 / FOOT) + body // 2), across, body)
        self._line = high - round(foot * 73 / FOOT)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the line above the sound, and the one that ends this side."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        ground(painter, self.rect(), t.surface)
        at = 0 if self.isRightToLeft() else self.width() - t.border_px
        ground(painter, QRect(at, 0, t.border_px, self.height()), t.line)
        side = px(SIDE if self.navigation.items[0].shows_words else RAIL_SIDE)
        ground(painter, QRect(side, self._line, self.width() - 2 * side, t.border_px), t.line)

    def sizeHint(self) -> QSize:
        """Return the width in force; the height is what there is."""
        return QSize(self.width(), 0)
