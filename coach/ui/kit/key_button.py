"""A large button that also shows the key that does the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPen, QTransform
from PySide6.QtWidgets import QPushButton, QSizePolicy

from coach.ui.kit.button_looks import FILLED, LINKS, Look, paint_of, paint_of_chosen
from coach.ui.kit.icons import Icon, path
from coach.ui.kit.painting import RIM, edge_px, panel, ring_around, text_cut_to_fit
from coach.ui.kit.rotation import Rotation
from coach.ui.kit.states import State, state_of
from coach.ui.kit.tip import as_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from coach.ui.kit.button_looks import Paint
    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme

__all__ = ["KeyButton", "Look"]

RADIUS = 14
KEY_FONT = (12.5, 600)
"""Size of the name of the key, in px at 100 %, and its weight."""
LINK_SIDE = 3
"""Room between the edge of the body of a link, which cannot be seen, and its words, in px: as for lines."""
LINE_SIDE = 1.25
"""Side of an icon of lines, by the size of the words."""
UNDER = 3
"""Distance of the line under the words of a link, in px."""


_SIDES = ((18, 24), (16, 20), (0, 16))
"""From which size of its words on, in px at 100 %, how much room is at each side of the content of a button, in px."""


def _side(size: float) -> int:
    return next(side for least, side in _SIDES if size >= least)


class KeyButton(QPushButton):
    """A button with an optional icon before its text and a key after it.

    Enter presses it when it has the focus. `height` is the least height of its body, in px.
    Big, normal and small are 60, 48 and 44, with words of 18, 16 and 15.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        look: Look = Look.PLAIN,
        key: str = "",
        icon: Icon | LineIcon = Icon.NONE,
        height: int = 60,
        size: float = 16,
    ) -> None:
        super().__init__()
        self.setText(text)
        self._theme = theme
        self._look = look
        self._icon = icon
        self._key = ""
        self._shows_key = self.shows_words = True
        self._height, self._side = height, _side(size)
        self._ring, self._under = False, 1.5
        self._turn, self.factor = Rotation.NO, 1.0
        self._room_for = Icon.NONE
        theme.dress(self, size, 600)
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_key(key)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show these words; an & in a name that somebody wrote is no key."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def set_key(self, key: str) -> None:
        """Show this key; a screen reader hears it as the description."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def set_face(self, text: str, icon: Icon | LineIcon, look: Look) -> None:
        """Change what the button says and looks like."""
        if (text, icon, look) == (self.text(), self._icon, self._look):
            return
        self._icon, self._look = icon, look
        self.setText(text)
        self.updateGeometry()  # Qt asks for the size anew only where the text is another one, not for a new icon
        if not self.shows_words:
            self.setToolTip(as_tip(text))
        self.update()

    def keep_room_for(self, icon: Icon) -> None:
        """Be as wide from now on as it is with this icon, so that nothing moves when the icon comes."""
        self._room_for = icon
        self.updateGeometry()

    def set_size(self, size: float, height: int) -> None:
        """Have words of `size` px at 100 %, and a body at least `height` px high."""
        self._theme.dress(self, size, 600)
        self._side = _side(size)
        self.set_least_height(height)

    def set_least_height(self, height: int) -> None:
        """Make the body at least `height` px high, and at least 44."""
        self._height = height
        self.updateGeometry()

    @property
    def look(self) -> Look:
        """Its look, by how important it is."""
        return self._look

    @property
    def shows_key(self) -> bool:
        """Whether its key shows."""
        return self._shows_key

    def show_key(self, *, shown: bool) -> None:
        """Show the key, or leave it out where room is short."""
        self._shows_key = shown
        self.updateGeometry()
        self.update()

    def show_words(self, *, shown: bool) -> None:
        """Show the text, or the icon alone where room is short.

        Then the text is in the tooltip and the accessible name.
        """
        self.shows_words = shown
        self.setToolTip("" if shown else as_tip(self.text()))
        self.updateGeometry()
        self.update()

    @property
    def inset(self) -> int:
        """Distance of its visible part from the edge of the widget, in px: of its body, or of the words of a link."""
        return RIM + LINK_SIDE if self._look in LINKS else RIM

    def put(self, place: QRect) -> None:
        """Take that rectangle, painted smaller where it is less than the size hint."""
        if place.isEmpty():
            return
        natural = self.sizeHint()
        self.setGeometry(place)
        self.paint_as(Rotation.NO, min(1.0, place.width() / natural.width(), place.height() / natural.height()))

    def paint_as(self, turn: Rotation, factor: float) -> None:
        """Paint everything turned and `factor` times as large; the caller sets a geometry with room for it."""
        self._turn, self.factor = turn, factor
        self.update()

    # Sizes

    def _widths(self, *, with_key: bool, words: str | None = None) -> tuple[float, float, float]:
        """Return the widths of icon, text and key, each with the gap before it."""
        key = 0.0
        if not self.shows_words:
            return self.font().pixelSize() * (0.95 if isinstance(self._icon, Icon) else LINE_SIDE), 0.0, key
        text = QFontMetricsF(self.font()).horizontalAdvance(self.text() if words is None else words)
        sign = self._sign_width(self._icon)
        if with_key and self._key:
            key = QFontMetricsF(self._theme.font(*KEY_FONT)).horizontalAdvance(self._key) + self._theme.px(16) + 10
        return sign, text, key

    def _sign_width(self, icon: Icon | LineIcon) -> float:
        """Return the width of an icon before words, with the gap after it."""
        share = 0.0 if icon is Icon.NONE else 1.35 if isinstance(icon, Icon) else LINE_SIDE + 0.5
        return self.font().pixelSize() * share

    def width_for(self, *, with_key: bool, words: str | None = None) -> int:
        """Return the width of the button with or without its key, for its own or another text."""
        side = LINK_SIDE if self._look in LINKS else self._side
        sign, text, key = self._widths(with_key=with_key, words=words)
        return round(max(sign, self._sign_width(self._room_for)) + text + key) + 2 * side + 2 * RIM

    def sizeHint(self) -> QSize:
        """Return the size for the whole text and key, with room for the focus ring."""
        text_height = self.fontMetrics().height()
        height = text_height + 8 if self._look in LINKS else text_height + 2 * 12
        return QSize(self.width_for(with_key=self._shows_key), max(height, self._height, 44) + 2 * RIM)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the text of a button is never cut."""
        return self.sizeHint()

    # Painting

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring unless a click brought the focus."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Up and Down on to the page, which scrolls; Qt would move the focus."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body, sign, text, key and focus ring."""
        chosen = self.isCheckable() and self.isChecked()
        colours = (paint_of_chosen if chosen else paint_of)(self._look, self._theme.tokens)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Widgets cannot be turned: the button paints upright into a transform that maps to where it lies (rotation.py).
        painter.setTransform(self._turn.mapping(self.size()))
        painter.scale(self.factor, self.factor)
        whole = QRectF(QPointF(0, 0), self._turn.upright(self.size()).toSizeF() / self.factor)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        body = whole.adjusted(RIM, RIM, -RIM, -RIM)
        state, t = state_of(self, pressed=self.isDown()), self._theme.tokens
        ground = colours.ground
        if State.PRESSED in state:
            ground = colours.pressed
        elif State.HOVER in state:
            ground = colours.hovered
        thick = edge_px(t, state, colours.thick)
        is_told_by_edge = thick > max(t.border_px, colours.thick)
        border = t.ink if is_told_by_edge and self._look is Look.QUIET else colours.border
        panel(painter, body, ground, QPen(border, thick) if border.alpha() else None, RADIUS)
        if is_told_by_edge and self._look in FILLED:  # on a dark ground a thicker edge would not be seen
            panel(painter, body.adjusted(thick, thick, -thick, -thick), ground, QPen(colours.ink, 2), RADIUS - thick)
        self._under = thick if is_told_by_edge else 1.5
        self._paint_content(painter, body, colours)
        if State.FOCUS in state and (self._ring or not self.hasFocus()):  # without the focus, it poses
            ring_around(painter, body, colours.focus, RADIUS)

    def _paint_content(self, painter: QPainter, body: QRectF, colours: Paint) -> None:
        sign, text, key = self._widths(with_key=self._shows_key)
        text = min(
            text, body.width() - sign - key - 2 * LINK_SIDE
        )  # the person's own words may be longer than a window is wide
        left = body.center().x() - (sign + text + key) / 2
        if self._look in LINKS:
            left = body.left() + LINK_SIDE

        def seen(x: float, width: float) -> float:
            return body.left() + body.right() - x - width if self.isRightToLeft() else x

        if sign:
            side = self.font().pixelSize() * (0.95 if isinstance(self._icon, Icon) else LINE_SIDE)
            place = QTransform.fromTranslate(seen(left, side), body.center().y() - side / 2).scale(side, side)
            if self._icon is Icon.BEFORE and self.isRightToLeft():
                place = place.translate(1, 0).scale(-1, 1)
            if isinstance(self._icon, Icon):
                painter.fillPath(place.map(path(self._icon)), colours.ink)
            else:
                self._icon.paint(painter, place.mapRect(QRectF(0, 0, 1, 1)), colours.ink)
        painter.setPen(colours.ink)
        painter.setFont(self.font())
        line = QRectF(seen(left + sign, text + 2), body.top(), text + 2, body.height())
        if self.shows_words:
            text_cut_to_fit(painter, line, self.text())
        if self._look in LINKS:
            below = line.center().y() + painter.fontMetrics().ascent() / 2 + UNDER
            painter.setPen(QPen(colours.ink, self._under))
            painter.drawLine(QPointF(line.left(), below), QPointF(line.right() - 2, below))
        if key:
            at = QPointF(seen(left + sign + text + 10, key - 10), body.center().y())
            self._paint_key(painter, at, key - 10, colours)

    def _paint_key(self, painter: QPainter, at: QPointF, width: float, colours: Paint) -> None:
        height = self._theme.px(22)
        chip = QRectF(at.x(), at.y() - height / 2, width, height)
        filled = self._look in FILLED
        told_by_edge = filled and self._theme.tokens.is_high_contrast
        edge = colours.ink if told_by_edge else colours.border
        painter.setPen(QPen(edge, 1) if told_by_edge or not filled else Qt.PenStyle.NoPen)
        painter.setBrush(colours.chip)
        painter.drawRoundedRect(chip, 6, 6)
        painter.setPen(colours.ink)
        painter.setFont(self._theme.font(*KEY_FONT))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._key)
