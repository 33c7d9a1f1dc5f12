"""The line at the foot of the navigation that tells whether coach can be heard; one press tries it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from coach.store.settings import Heard
from coach.ui.kit.line_icons import LineIcon, draw
from coach.ui.kit.navigation import BEFORE, BESIDE, HEIGHT, ICON, LEAST, RADIUS
from coach.ui.kit.painting import RIM, panel, ring_around, text_cut_to_fit
from coach.ui.kit.states import KeyPress, State
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from coach.session.narrator import Narrator
    from coach.store.settings import Settings
    from coach.ui.kit.theme import Theme


class SoundWords(NamedTuple):
    """What the line says, in two lines, and whether there is something to notice."""

    first: str
    second: str
    is_silent: bool = False
    warns: bool = False


def sound_words(now: Settings, narrator: Narrator) -> SoundWords:
    """Return what is known of the sound: by what is chosen, what the person has heard, and what works.

    As long as the voice is still being made, what the person heard the last time holds.
    """
    if narrator.trouble or now.heard is Heard.NOTHING:
        return SoundWords(tr("No sound found"), tr("All is on screen"), is_silent=True, warns=True)
    if not now.voice:
        second = tr("Tones only") if now.tones else tr("All is on screen")
        return SoundWords(tr("Voice is off"), second, is_silent=not now.tones)
    if now.heard is Heard.NOT_ASKED:
        return SoundWords(tr("Sound: not tried"), tr("Try it now"))
    loud = tr("{volume} %", volume=now.volume)
    name = narrator.voices.get(now.speaker) or next(iter(narrator.voices.values()), "")  # as the voice does it
    # Note: who speaks, and how loud
    return SoundWords(tr("Sound is on"), tr("{name}, {volume}", name=name, volume=loud) if name else loud)


class SoundLine(KeyPress, QAbstractButton):
    """Icon and two lines; in a rail the icon alone, with the words as its tooltip."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, SoundWords("", "")
        self.shows_words = True
        theme.dress(self, 15, 600)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Can you hear this?"))

    def say(self, words: SoundWords) -> None:
        """Show these words."""
        if words != self._words:
            self._words = words
            # Note: two short sentences, as in “Sound is on. Heart, 80 %.”
            told = tr("{first}. {second}.", first=words.first, second=words.second)
            self.setText(words.first)
            self.setAccessibleName(told)
            self.setAccessibleDescription(tr("Can you hear this?"))
            self.show_words(shown=self.shows_words)

    def show_words(self, *, shown: bool) -> None:
        """Show icon and words, or the icon alone."""
        self.shows_words = shown
        self.setToolTip(tr("Can you hear this?") if shown else self.accessibleName())
        self.updateGeometry()
        self.update()

    @property
    def _lines(self) -> tuple[tuple[QFont, str], ...]:
        """The fonts and words of both lines, in the text size in force."""
        return (self._theme.font(15, 600), self._words.first), (self._theme.font(13), self._words.second)

    def sizeHint(self) -> QSize:
        """Return room for icon, words and ring."""
        px = self._theme.px
        height = max(HEIGHT, px(HEIGHT)) + 2 * RIM
        if not self.shows_words:
            return QSize(px(48) + 2 * RIM, height)
        words = max(QFontMetrics(font).horizontalAdvance(text) for font, text in self._lines)
        return QSize(px(BEFORE) + px(ICON) + px(BESIDE) + words + 8 + 2 * RIM, height)

    def minimumSizeHint(self) -> QSize:
        """Return a size at which it can be hit."""
        return QSize(LEAST + 2 * RIM, LEAST + 2 * RIM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and ring."""
        t, px, state = self._theme.tokens, self._theme.px, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        if state & (State.HOVER | State.PRESSED):
            edge = QPen(t.ink, 1) if t.is_high_contrast else None
            panel(painter, body, t.sunk if State.PRESSED in state else t.hover, edge, RADIUS)
        mirrored, side = self.isRightToLeft(), px(ICON)
        before = px(BEFORE) if self.shows_words else (body.width() - side) / 2
        left = body.right() - before - side if mirrored else body.left() + before
        icon = LineIcon.SILENT if self._words.is_silent else LineIcon.SOUND
        place = QRectF(left, body.center().y() - side / 2, side, side)
        draw(painter, icon, place, t.prepare if self._words.warns else t.ink)
        if self.shows_words:
            beside = before + side + px(BESIDE)
            self._paint_words(painter, body.adjusted(8, 0, -beside, 0) if mirrored else body.adjusted(beside, 0, -4, 0))
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, RADIUS)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        t, middle = self._theme.tokens, area.center().y()
        across = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        lines = self._lines
        heights = [QFontMetrics(font).height() for font, _text in lines]
        top = middle - sum(heights) / 2
        for (font, text), colour, height in zip(lines, (t.ink, t.muted), heights, strict=True):
            painter.setFont(font)
            painter.setPen(colour)
            text_cut_to_fit(painter, QRectF(area.left(), top, area.width(), height), text, across)
            top += height
