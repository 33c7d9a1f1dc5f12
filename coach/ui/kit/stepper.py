"""A whole number with a button for less and one for more; it can also be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSpinBox, QStyle, QStyleOptionSpinBox

from coach.ui.kit.painting import RIM, field, panel, round_pen
from coach.ui.kit.states import State, state_of
from coach.ui.kit.style import PALE, STEP, WRONG

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from coach.ui.kit.theme import Theme

HEIGHT = 46
"""Height of its body, in px at 100 %."""
SIGN = 6
"""Half the length of the signs for less and more, in px at 100 %."""

_Part = QStyle.SubControl


class Stepper(QSpinBox):
    """A number that the arrow keys change by one step; the wheel only while it has the keyboard focus."""

    inset = RIM
    """Distance of its edge from that of the widget, in px."""

    def __init__(self, theme: Theme, name: str, least: int, most: int, step: int = 1) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        theme.dress(self, 16, 600, tabular=True)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_wrong(self, *, wrong: bool) -> None:
        """Show by its edge whether the number cannot be taken."""
        if bool(self.property(WRONG)) != wrong:
            self.setProperty(WRONG, wrong)
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the longest number, both buttons and the ring."""
        px, metrics = self._theme.px, self.fontMetrics()
        ends = map(self.textFromValue, (self.minimum(), self.maximum()))
        texts = [f"{self.prefix()}{text}{self.suffix()}" for text in ends]
        longest = max(metrics.horizontalAdvance(text) for text in (*texts, self.specialValueText()))
        width = longest + 2 * max(STEP, px(STEP)) + px(16)
        return QSize(width + 2 * RIM, max(HEIGHT, px(HEIGHT)) + 2 * RIM)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a number is never cut."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on to the page unless this number has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field and the two buttons; the number paints itself."""
        t, px = self._theme.tokens, self._theme.px
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(PALE)
        field(painter, QRectF(self.rect()), t, state_of(self) & State.FOCUS, wrong=bool(self.property(WRONG)))
        steps = QSpinBox.StepEnabledFlag
        signs = (
            (_Part.SC_SpinBoxDown, steps.StepDownEnabled, False),
            (_Part.SC_SpinBoxUp, steps.StepUpEnabled, True),
        )
        for part, flag, is_more in signs:
            place = QRectF(self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, self))
            if option.activeSubControls & part and self.isEnabled():
                pressed = bool(option.state & QStyle.StateFlag.State_Sunken)
                panel(painter, place.adjusted(4, 4, -4, -4), t.sunk if pressed else t.hover, None, 8)
            painter.setPen(round_pen(t.ink if self.stepEnabled() & flag else t.muted, px(2)))
            at, half = place.center(), px(SIGN)
            painter.drawLine(at - QPointF(half, 0), at + QPointF(half, 0))
            if is_more:
                painter.drawLine(at - QPointF(0, half), at + QPointF(0, half))
