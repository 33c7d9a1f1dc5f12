"""Lines that can be read one by one with the keyboard: Tab stops once at a list, the arrow keys move within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from coach.ui.kit.label import set_up
from coach.ui.kit.painting import focus_ring
from coach.ui.kit.states import one_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QLayout

    from coach.ui.kit.theme import Theme, Tokens

SIDE, ABOVE = 8, 3
"""Room between a line and its focus ring, in px."""
DOT, GAP = 3.5, 10
"""Radius of the dot before a line, in px at 100 %, and room after it, in px."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class Line(QLabel):
    """One line of a list; it shows a ring when keys gave it the focus."""

    def __init__(self, lines: Lines, *, has_dot: bool = False) -> None:
        super().__init__(lines)
        self._lines, self._has_dot = lines, has_dot
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def fit_dot(self) -> None:
        """Set margins with room for dot and ring; to be called again when the font has changed."""
        dot = round(2 * self._lines.dot) + GAP if self._has_dot else 0
        mirrored = self.isRightToLeft()
        self.setContentsMargins(SIDE + (0 if mirrored else dot), ABOVE, SIDE + (dot if mirrored else 0), ABOVE)

    def follow_text(self) -> None:
        """Leave as much room for the dot as the text size in force asks."""
        self.fit_dot()

    def natural_width(self) -> int:
        """Return its width in one line, with the room for its ring."""
        margins = self.contentsMargins()
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return round(words + 1) + margins.left() + margins.right()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring unless a click brought the focus."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        self._lines.make_stop(self)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Repaint without the ring."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another line; before the first and after the last one the key goes to the page, which scrolls.

        What was marked with the mouse can be copied.
        """
        if self.hasSelectedText() and event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        event.setAccepted(not modifiers and self._lines.lead(self, Qt.Key(event.key())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, the dot before them and the ring."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._has_dot:
            half = self._lines.dot
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._lines.dot_colour)
            across = self.width() - SIDE - half if self.isRightToLeft() else SIDE + half
            painter.drawEllipse(QPointF(across, ABOVE + self.fontMetrics().height() / 2), half, half)
        if self._ring and self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._lines.focus, 9)


class Lines(QWidget):
    """A list of lines; its accessible name says what they are."""

    def __init__(self, theme: Theme, name: str, tokens: Tokens | None = None, layout: QLayout | None = None) -> None:
        """Make it without lines; `layout` is where they go, one below the other unless told otherwise."""
        super().__init__()
        self._theme, self._tokens = theme, tokens
        self.setAccessibleName(name)
        self.lines: list[Line] = []
        self._column = QVBoxLayout() if layout is None else layout
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setLayout(self._column)

    @property
    def dot(self) -> float:
        """The radius of a dot, in px in the text size in force."""
        return self._theme.px(2 * DOT) / 2

    def set_spacing(self, space: int) -> None:
        """Set the room between two lines, in px, in addition to that for their rings."""
        self._column.setSpacing(space)

    @property
    def focus(self) -> QColor:
        """The colour of the ring."""
        return (self._tokens or self._theme.tokens).focus

    @property
    def dot_colour(self) -> QColor:
        """The colour of the dots."""
        return (self._tokens or self._theme.tokens).edge

    def add(self, text: str, size: float = 17, weight: int = 400, *, dot: bool = False, muted: bool = False) -> Line:
        """Add a line with letters of `size` px at 100 %, after a dot if it has one."""
        line = Line(self, has_dot=dot)
        self.take(line, text, size, weight, muted=muted)
        return line

    def take(self, line: Line, text: str, size: float, weight: int = 400, *, muted: bool = False) -> None:
        """Put a line at the end, with this text."""
        set_up(line, self._theme, text, size, weight, muted=muted)
        line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        line.fit_dot()
        self._column.addWidget(line)
        self.lines.append(line)
        if len(self.lines) == 1:
            self.make_stop(line)

    def make_stop(self, line: Line) -> None:
        """Make this line the one at which Tab stops."""
        one_stop(self.lines, line)

    def lead(self, line: Line, key: Qt.Key) -> bool:
        """Give the focus to the line to which a key leads from this one; return whether there is one."""
        shown = [candidate for candidate in self.lines if not candidate.isHidden()]
        here = shown.index(line)
        to = _ENDS[key] % len(shown) if key in _ENDS else here + _STEPS.get(key, 0)
        if to == here or not 0 <= to < len(shown):
            return False
        shown[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class Outdented(QBoxLayout):
    """A layout whose widgets reach beyond its edges, with their rings; Qt treats a negative margin as 0.

    While none of its widgets shows its size is 0: a negative one would be taken from its neighbours.
    """

    def __init__(self, direction: QBoxLayout.Direction, out: QMargins) -> None:
        """`out` is the room beyond each edge, in px."""
        super().__init__(direction)
        self._out = out
        self._heights: dict[int, tuple[int, int]] = {}
        self._is_worked_out, self._whole = False, 0
        self.setContentsMargins(0, 0, 0, 0)

    def setGeometry(self, place: QRect) -> None:
        """Take the room beyond the edges as well."""
        super().setGeometry(place.marginsAdded(self._out))

    def sizeHint(self) -> QSize:
        """Return the preferred size within the edges."""
        return self._within(super().sizeHint())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size within the edges."""
        return self._within(super().minimumSize())

    def invalidate(self) -> None:
        """Forget how high it is at which width: something in it is different."""
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the preferred height within the edges."""
        if self._is_worked_out:
            self._whole = super().heightForWidth(width)
            return self._whole
        return self._known(width)[0]

    def minimumHeightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the least height within the edges."""
        return self._known(width)[1]

    def _known(self, width: int) -> tuple[int, int]:
        """Return both heights: Qt keeps those of one width alone, and asks for those of several in turn, often."""
        if (known := self._heights.get(width)) is None:
            self._is_worked_out = True
            try:
                least = super().minimumHeightForWidth(width + self._beside)  # asks for the preferred height on its way
            finally:
                self._is_worked_out = False
            known = self._heights[width] = max(0, self._whole - self._above), max(0, least - self._above)
        return known

    @property
    def _beside(self) -> int:
        return self._out.left() + self._out.right()

    @property
    def _above(self) -> int:
        return self._out.top() + self._out.bottom()

    def _within(self, whole: QSize) -> QSize:
        return whole.shrunkBy(self._out).expandedTo(QSize(0, 0))


def outdented(*inside: QWidget, side: int = SIDE, above: int = ABOVE) -> QBoxLayout:
    """Return a layout in which the words of lines, not the room for their rings, begin where other words begin."""
    column = Outdented(QBoxLayout.Direction.TopToBottom, QMargins(side, above, side, above))
    column.setSpacing(0)
    for widget in inside:
        column.addWidget(widget)
    return column


def dotted(
    theme: Theme,
    name: str,
    texts: Sequence[str],
    size: float = 17,
    tokens: Tokens | None = None,
    *,
    layout: QLayout | None = None,
) -> Lines:
    """Return a list with a dot before each line; a single line has none."""
    lines = Lines(theme, name, tokens, layout)
    for text in texts:
        lines.add(text, size, dot=len(texts) > 1)
    return lines
