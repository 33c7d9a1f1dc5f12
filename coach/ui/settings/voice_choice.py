"""A voice to choose: its name, a few words about it, and a round button that lets one hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from coach.ui.kit.choices import Choice
from coach.ui.kit.painting import RIM, edge_px, panel, ring_around, text_cut_to_fit, tick, under_pointer
from coach.ui.kit.states import KeyPress, State
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme

HEIGHT, RADIUS, SIDE, PLAY, BESIDE, TICK = 74, 16, 18, 44, 14, 24
"""Height and radius of the card, room before the button, its size, room after it, and the tick, in px at 100 %."""


class PlayButton(KeyPress, QAbstractButton):
    """A round button with a triangle."""

    inset = RIM

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.is_filled = False
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for the circle and its ring, at least 44 px."""
        side = max(PLAY, self._theme.px(PLAY)) + 2 * RIM
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint circle, triangle and ring."""
        t, state = self._theme.tokens, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        ground = t.brand if self.is_filled else under_pointer(t, t.surface, state)
        edge = QPen(t.brand if self.is_filled else t.edge, edge_px(t, state, 1))
        panel(painter, body, ground, edge, body.width() / 2)
        at, half = body.center(), body.width() * 0.14
        painter.setPen(QPen(t.on_brand if self.is_filled else t.ink, 2, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(t.on_brand if self.is_filled else t.ink)
        painter.drawPolygon(
            [
                QPointF(at.x() - half * 0.7, at.y() - half),
                QPointF(at.x() + half * 1.1, at.y()),
                QPointF(at.x() - half * 0.7, at.y() + half),
            ]
        )
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, body.width() / 2)


class _Card(QWidget):
    """The ground of the choice and of its button, and the ring around both."""

    def __init__(self, theme: Theme, choice: VoiceChoice, play: PlayButton) -> None:
        super().__init__()
        self._theme, self._choice, self._play = theme, choice, play
        # In the order in which Tab goes.
        choice.setParent(self)
        play.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button before the choice, which has the rest of the card."""
        super().resizeEvent(event)
        size, before, mirrored = self._play.sizeHint(), self._theme.px(SIDE), self.isRightToLeft()
        left = self.width() - before - size.width() if mirrored else before
        self._play.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        rest = self.width() - before - size.width()
        self._choice.setGeometry(0 if mirrored else before + size.width(), 0, rest, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and the ring."""
        t, state, on = self._theme.tokens, self._choice.state, self._choice.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        ground = t.brand_soft if on else under_pointer(t, t.surface, state)
        thick = edge_px(t, state, 2 if on else 1) + (1 if on and t.is_high_contrast else 0)
        panel(painter, body, ground, QPen(t.brand if on else t.edge, thick), RADIUS)
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, RADIUS)


_CHANGES = {QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut}


class VoiceChoice(Choice):
    """The card is pressed to choose the voice, its button to hear it."""

    least_width, height_px = 240, HEIGHT
    heard = Signal(str)
    """The person wants to hear this voice; carries its id."""

    def __init__(self, theme: Theme, value: str, name: str, about: str) -> None:
        super().__init__(theme, value, name)
        self._about = about
        self.setAccessibleDescription(about)
        self.play = PlayButton(theme, tr("Hear {name}", name=name))
        self.play.clicked.connect(lambda: self.heard.emit(value))
        self._card = _Card(theme, self, self.play)
        self.toggled.connect(self._follow)

    @property
    def holder(self) -> QWidget:
        """The card."""
        return self._card

    def _follow(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.play.is_filled = on
        self._card.update()

    def event(self, event: QEvent) -> bool:
        """Have the card painted anew when its state changes."""
        if event.type() in _CHANGES:
            self._card.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, words and tick."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored, side, on = self.isRightToLeft(), px(TICK), self.isChecked()
        before, after = px(BESIDE) - RIM, px(SIDE) + RIM
        room = self.width() - before - after - side - 8
        left = self.width() - before - room if mirrored else before
        across = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        top = self.height() / 2 - px(24)
        painter.setPen(t.ink)
        text_cut_to_fit(painter, QRectF(left, top, room, px(24)), self.text(), across)
        painter.setPen(t.muted)
        painter.setFont(self._theme.font(14.5))
        text_cut_to_fit(painter, QRectF(left, top + px(23), room, px(22)), self._about, across)
        if on:
            at = after if mirrored else self.width() - after - side
            tick(painter, QRectF(at, self.height() / 2 - side / 2, side, side), t.brand)
