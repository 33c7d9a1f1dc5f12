"""The cards below the strip: the rule about pain, and what to have ready, in short or in full words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStyle, QVBoxLayout, QWidget

from coach.ui.home.ready_lines import ReadyLines
from coach.ui.kit.card import Card
from coach.ui.kit.chip import TILE, IconTile
from coach.ui.kit.label import heading
from coach.ui.kit.led_line import LedLine
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Lines, outdented
from coach.ui.kit.painting import RIM, arrow, ring_around, round_pen, text_cut_to_fit
from coach.ui.kit.states import KeyPress, State
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from coach.ui.kit.theme import Theme

SIDE, ABOVE_WORDS, BESIDE_TILE = 22, 16, 16
"""Room in a card beside and above its words, and between its tile and them, in px at 100 %."""
CHEVRON = 44


def rule_card(theme: Theme) -> Card:
    """Return the rule about pain in a card, led by its first sentence."""
    made = Card(theme, raised=True)
    rule = Lines(theme, tr("The rule about pain"))
    rule.take(LedLine(rule), translated(safety_messages.M_RULE), 16)
    row = QHBoxLayout(made)
    row.setContentsMargins(SIDE, ABOVE_WORDS, SIDE, ABOVE_WORDS)
    row.setSpacing(BESIDE_TILE)
    row.addWidget(IconTile(theme, LineIcon.HAND, warns=True), 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.addStretch()
    words.addLayout(outdented(rule))
    words.addStretch()
    row.addLayout(words, 1)
    return made


class _Head(KeyPress, QAbstractButton):
    """The head of the card: its title, what to have ready in a few words, and an arrow that points to the rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = tr("Have ready"), tr("Mat, chair, phone, loose clothes.")
        self.setCheckable(True)
        self.setAccessibleName(self._words[0])
        self.setAccessibleDescription(self._words[1])
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.setAccessibleDescription("" if on else self._words[1])
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words, tile and arrow."""
        words = max(QFontMetrics(font).horizontalAdvance(text) for font, text in self._faces)
        px = self._theme.px
        wide = 2 * SIDE + px(TILE) + BESIDE_TILE + words + px(CHEVRON)
        return QSize(wide, max(px(TILE), self._words_height) + 2 * ABOVE_WORDS)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters: what does not fit is cut, and told in full below."""
        px = self._theme.px
        return QSize(2 * SIDE + px(TILE) + BESIDE_TILE + px(CHEVRON) + px(110), self.sizeHint().height())

    @property
    def _fonts(self) -> tuple[QFont, QFont]:
        """The fonts of title and words, in the text size in force."""
        return self._theme.font(16, 600), self._theme.font(14)

    @property
    def _faces(self) -> list[tuple[QFont, str]]:
        return list(zip(self._fonts, self._words, strict=True))

    @property
    def _words_height(self) -> int:
        return sum(QFontMetrics(font).height() for font in self._fonts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words and arrow; the tile is a widget of its own."""
        t, px, state = self._theme.tokens, self._theme.px, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.isRightToLeft()
        before, after = SIDE + px(TILE) + BESIDE_TILE, SIDE // 2 + px(CHEVRON)
        left, right = (after, before) if mirrored else (before, after)
        area = QRectF(self.rect()).adjusted(left, 0, -right, 0)
        across = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        shown = self._words[:1] if self.isChecked() else self._words
        heights = [QFontMetrics(font).height() for font in self._fonts[: len(shown)]]
        top = area.center().y() - sum(heights) / 2
        for words, font, height, colour in zip(shown, self._fonts, heights, (t.ink, t.muted), strict=False):
            painter.setFont(font)
            painter.setPen(colour)
            text_cut_to_fit(painter, QRectF(area.left(), top, area.width(), height), words, across)
            top += height
        at = QPointF((after / 2) if mirrored else (self.width() - after / 2), self.height() / 2)
        colour = t.brand if state & (State.HOVER | State.PRESSED) else t.ink
        arrow(painter, at, self._theme.px(6), round_pen(colour, self._theme.px(2)), 180 if self.isChecked() else 0)
        if State.FOCUS in state:
            ring_around(painter, QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM), t.focus, 15)


class ReadyCard(Card):
    """What to have ready: in a few words with the rest a press away, or in full."""

    turned = Signal()
    """It shows more or less now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch()
        self.head = _Head(theme)
        self._tile = IconTile(theme, LineIcon.MAT)
        self._tile.setParent(self.head)
        self._tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title = heading(theme, tr("Have ready"), size=16, weight=600)
        self.title.setContentsMargins(SIDE, ABOVE_WORDS, SIDE, 4)
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(SIDE, 0, SIDE, ABOVE_WORDS)
        self.lines = ReadyLines(theme)
        rest.addWidget(self.lines)
        column.addWidget(self.head)
        column.addWidget(self.title)
        column.addWidget(self._rest)
        column.addStretch()
        self.head.toggled.connect(self._on_toggled)
        self.show_full(full=False)

    def show_full(self, *, full: bool) -> None:
        """Show all words at once, or a few with the rest a press away."""
        self.head.setVisible(not full)
        self.title.setVisible(full)
        self._rest.setVisible(full or self.head.isChecked())

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._rest.setVisible(on)
        self.turned.emit()

    def resizeEvent(self, event: object) -> None:
        """Keep the tile at the beginning of the head."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent
        self.lines.arrange(self.width() - 2 * SIDE)
        self._place_tile()

    def _place_tile(self) -> None:
        width = self._tile.width()
        left = self.width() - SIDE - width if self.isRightToLeft() else SIDE
        self._tile.move(left, (self.head.sizeHint().height() - self._tile.height()) // 2)
