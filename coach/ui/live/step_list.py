"""A list of instructions that scrolls where there is too little room."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

from coach.ui.kit.label import label
from coach.ui.kit.marks import ITEM, LIST
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.core.instructions import Step
    from coach.ui.kit.theme import Theme

FADE = 18
"""Height in px over which lines fade at an edge beyond which the list goes on."""
BADGE = 1.3
"""Side of a badge divided by the size of the letters."""
AFTER_BADGE = 16
THUMB = 4


class State(Enum):
    """The state of a line: done, to do now, to come, or one to choose from."""

    DONE = "done"
    LIT = "lit"
    LATER = "later"
    CHOICE = "choice"


def _in_words(state: State) -> str:
    """Return what a screen reader says of a line in that state besides its words."""
    if state is State.DONE:
        return tr("done")
    return tr("now") if state is State.LIT else ""


class _Row(QWidget):
    """One line: a badge with its number, a tick or a dot, and the words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(ITEM)
        self._theme = theme
        self._shown: tuple[Step, State, float] | None = None
        self._badge = 0
        self.words = label(theme, size=20)
        self.words.setParent(self)

    def show_step(self, step: Step, state: State, size: float) -> None:
        """Show a line in a state, with letters of `size` px at 100 %."""
        if (step, state, size) == self._shown:
            return
        self._shown = step, state, size
        self.words.setText(step.text)
        self.setAccessibleName(step.text)
        self.setAccessibleDescription(_in_words(state))
        self._theme.dress(self.words, size, 600 if state is State.LIT else 400)
        strong = state in {State.LIT, State.CHOICE}
        self.words.setForegroundRole(QPalette.ColorRole.WindowText if strong else QPalette.ColorRole.PlaceholderText)
        self.update()

    def place(self, place: QRect, badge: int) -> None:
        """Set geometry and the side of the badge, in px."""
        self.setGeometry(place)
        words = QRect(badge + AFTER_BADGE, 0, max(10, place.width() - badge - AFTER_BADGE), place.height())
        self._badge = badge
        self.words.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), words))
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge beside the first line."""
        if self._shown is None:
            return
        step, state, _size = self._shown
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._badge
        top = min(self.height(), self.words.fontMetrics().height()) / 2 - side / 2
        left = self.width() - side if self.isRightToLeft() else 2
        badge = QRectF(left, max(0.0, top), side - 2, side - 2)
        lit = state is State.LIT
        painter.setPen(QPen(t.line, 2) if t.border_px > 1 else Qt.PenStyle.NoPen)
        painter.setBrush(t.brand if lit else t.sunk)
        painter.drawEllipse(badge)
        painter.setPen(t.on_brand if lit else t.muted)
        middle = badge.center()
        if state is State.DONE:
            painter.setPen(QPen(t.muted, 2))
            painter.drawPolyline([middle + QPointF(-4, 0), middle + QPointF(-1, 3), middle + QPointF(4.5, -4)])
        elif step.number:
            font = self._theme.font(13.5, 700)
            font.setPixelSize(max(1, min(font.pixelSize(), round(side * 0.55))))
            painter.setFont(font)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(step.number))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.on_brand if lit else t.muted)
            painter.drawEllipse(middle, 3, 3)


class _Edges(QWidget):
    """Lies over the list; fades the edges beyond which it goes on, and paints a scroll position."""

    def __init__(self, theme: Theme, area: QScrollArea) -> None:
        super().__init__(area)
        self._theme, self._area = theme, area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        bar, t = self._area.verticalScrollBar(), self._theme.tokens
        if not bar.maximum():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clear = self.palette().window().color()
        full, height = QRectF(self.rect()), self.height()
        for goes_on, outer, inner in (
            (bar.value() > 0, 0, FADE),
            (bar.value() < bar.maximum(), height, height - FADE),
        ):
            if goes_on:
                fade = QLinearGradient(0, outer, 0, inner)
                fade.setColorAt(0, clear)
                clear.setAlpha(0)
                fade.setColorAt(1, clear)
                clear.setAlpha(255)
                painter.fillRect(full.adjusted(0, min(outer, inner), 0, max(outer, inner) - height), fade)
        whole = bar.maximum() + height
        left = 0 if self.isRightToLeft() else self.width() - THUMB
        thumb = QRectF(left, height * bar.value() / whole, THUMB, max(16.0, height * height / whole))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.muted)
        painter.drawRoundedRect(thumb, THUMB / 2, THUMB / 2)


class StepList(QScrollArea):
    """Shows all its lines, scrolled to the one to do now."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_Row] = []
        self._steps: tuple[Step, ...] = ()
        self._states: tuple[State, ...] = ()
        self._places: tuple[QRect, ...] = ()
        self._heights: dict[tuple[str, int, float], int] = {}
        self._page = QWidget()
        self._page.setObjectName(LIST)
        self._page.setAccessibleName(name)
        self._page.setAutoFillBackground(False)
        self.setWidget(self._page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the page scrolls it with the arrow keys
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        self._edges = _Edges(theme, self)
        self.verticalScrollBar().valueChanged.connect(self._edges.update)
        self.follow_text()

    def follow_text(self) -> None:
        """Scroll by about a line."""
        self.verticalScrollBar().setSingleStep(self._theme.px(30))

    def _gap(self, size: float) -> int:
        return max(6, self._theme.px(14 - 1.75 * (20 - size)))

    def height_for(self, steps: tuple[Step, ...], width: int, size: float) -> int:
        """Return the height of these lines at that width, with letters of `size` px at 100 %."""
        heights = [self._row_height(step, width, size) for step in steps]
        return sum(heights) + self._gap(size) * max(0, len(heights) - 1)

    def _badge(self, size: float) -> int:
        return self._theme.px(size * BADGE)

    def _row_height(self, step: Step, width: int, size: float) -> int:
        key = step.text, width, size * self._theme.scale
        if key not in self._heights:
            # Measured in bold, as when it is lit, so that nothing moves then.
            metrics = QFontMetrics(self._theme.font(size, 600))
            room = QRect(0, 0, max(10, width - self._badge(size) - AFTER_BADGE - THUMB), 1 << 16)
            text = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), step.text)
            self._heights[key] = max(text.height(), metrics.height(), self._badge(size))
        return self._heights[key]

    def show_steps(self, steps: tuple[Step, ...], states: tuple[State, ...], size: float) -> None:
        """Show these lines in these states."""
        moved = (steps, states) != (self._steps, self._states)
        self._steps, self._states = steps, states
        while len(self._rows) < len(steps):
            self._rows.append(_Row(self._theme, self._page))
        # Its own width, not that of the viewport, which follows only once the page shows.
        width, y = self.width(), 0
        places = []
        for row, step, state in zip(self._rows, steps, states, strict=False):
            height = self._row_height(step, width, size)
            row.show_step(step, state, size)
            row.place(
                QStyle.visualRect(
                    self.layoutDirection(), QRect(0, 0, width, y + height), QRect(0, y, width - THUMB, height)
                ),
                self._badge(size),
            )
            places.append(QRect(0, y, width, height))
            y += height + self._gap(size)
        for row in self._rows[len(steps) :]:
            row.hide()
        self._page.resize(width, max(0, y - self._gap(size)))
        if moved or tuple(places) != self._places:
            self._places = tuple(places)
            self._follow()
        self._edges.update()

    def _follow(self) -> None:
        """Scroll to the line to do now, with the one before it above."""
        lit = [number for number, state in enumerate(self._states) if state is State.LIT]
        bar, above, high = self.verticalScrollBar(), FADE * 3 // 4, self.height()
        if not lit:
            bar.setValue(0)
            return
        now = self._places[lit[0]]
        before = self._places[max(0, lit[0] - 1)]
        top = before.top() if now.bottom() - before.top() + above + FADE <= high else now.top()
        bar.setValue(top - above if now.bottom() - top + above + FADE <= high else top)

    def scroll_by(self, steps: int) -> bool:
        """Scroll by `steps` lines; return whether anything moved."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + steps * bar.singleStep())
        return bar.value() != before

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the edges over the list."""
        super().resizeEvent(event)
        self._edges.setGeometry(self.rect())
        self._edges.raise_()
