"""The style of Qt's own controls: they and their focus can be seen in every theme.

What is not painted here looks as in Fusion, which takes its colours from the palette. Nothing here overrides
`pixelMetric`, `subElementRect` or `sizeFromContents`: Qt calls them five hundred times before the first frame, which
takes 10 ms in Python. So sizes are in the widgets' `sizeHint` (docs/decisions/0023).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QProxyStyle, QStyle, QStyleOptionButton

from coach.ui.kit.painting import (
    RIM,
    arrow,
    field,
    focus_ring,
    knob,
    round_pen,
    text_cut_to_fit,
    tick_box,
)
from coach.ui.kit.states import POSE, State

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import (
        QStyleOption,
        QStyleOptionComboBox,
        QStyleOptionComplex,
        QStyleOptionFrame,
        QStyleOptionSlider,
        QWidget,
    )

    from coach.ui.kit.theme import Theme

BOX, GAP = 26, 12
"""Side of a check box, and the room between it and its text, in px at 100 %."""
INSET, MARK = 16, 40
"""Room in a drop-down list before the text and, for the arrow, after it, in px at 100 %."""
GROOVE, KNOB = 6, 24
"""Thickness of the groove of a slider and of its handle, in px at 100 %."""
PALE = 0.45
"""Opacity of a disabled control, 0 to 1."""
STEP = 44
"""Width of a button of a stepper, in px at 100 %, and at least in px."""
BAR, BAR_HOVERED = 8, 12
"""Thickness of the handle of a scroll bar, and under the pointer, in px."""
FROM_RIM, FROM_RIM_HOVERED = 4, 1
"""Distance of that handle from the rim, in px; Fusion gives the bar 14."""
LEAST_HANDLE = 32
"""Least length of that handle, in px."""

WRONG = "wrong"
"""Name of the property of Qt by which a field is known to hold what cannot be taken."""

_Control, _Part, _Element, _State = QStyle.ComplexControl, QStyle.SubControl, QStyle.ControlElement, QStyle.StateFlag
KNOB_AND_RING = KNOB + 2 * RIM


class Style(QProxyStyle):
    """Fusion with edges, boxes, handles and focus rings in the tokens of the theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        /,
        widget: QWidget | None = None,
    ) -> QRect:
        """Return the rectangle of a part of a drop-down list, a slider or a scroll bar."""
        whole, px = option.rect, self._theme.px
        if control == _Control.CC_ComboBox and part == _Part.SC_ComboBoxEditField:
            return self.visualRect(option.direction, whole, whole.adjusted(RIM + px(INSET), 0, -RIM - px(MARK), 0))
        if control == _Control.CC_Slider and part == _Part.SC_SliderGroove:
            return whole
        if control == _Control.CC_Slider and part == _Part.SC_SliderHandle:
            at, side = cast("QStyleOptionSlider", option), px(KNOB_AND_RING)
            left = self.sliderPositionFromValue(
                at.minimum, at.maximum, at.sliderPosition, whole.width() - side, at.upsideDown
            )
            return QRect(whole.x() + left, whole.center().y() - side // 2, side, side)
        if control == _Control.CC_ScrollBar:
            return self._part_of_bar(cast("QStyleOptionSlider", option), part)
        if control == _Control.CC_SpinBox:
            return self._part_of_stepper(option, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # Qt takes None

    def _part_of_stepper(self, option: QStyleOptionComplex, part: QStyle.SubControl) -> QRect:
        """Return a part of a stepper: less at its begin, more at its end, the number between."""
        body, step = option.rect.adjusted(RIM, RIM, -RIM, -RIM), max(STEP, self._theme.px(STEP))
        places = {
            _Part.SC_SpinBoxDown: QRect(body.x(), body.y(), step, body.height()),
            _Part.SC_SpinBoxUp: QRect(body.right() + 1 - step, body.y(), step, body.height()),
            _Part.SC_SpinBoxEditField: body.adjusted(step, 2, -step, -2),
            _Part.SC_SpinBoxFrame: option.rect,
        }
        return self.visualRect(option.direction, option.rect, places.get(part, QRect()))

    def _part_of_bar(self, option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
        """Return a part of a scroll bar: it has no arrows, and the handle goes from end to end."""
        whole, upright = option.rect, option.orientation == Qt.Orientation.Vertical
        along, thick = (whole.height(), whole.width()) if upright else (whole.width(), whole.height())
        steps = option.maximum - option.minimum + option.pageStep
        length = along if steps <= 0 else max(min(LEAST_HANDLE, along), along * option.pageStep // steps)
        start = self.sliderPositionFromValue(
            option.minimum, option.maximum, option.sliderPosition, along - length, option.upsideDown
        )
        spans = {
            _Part.SC_ScrollBarGroove: (0, along),
            _Part.SC_ScrollBarSlider: (start, length),
            _Part.SC_ScrollBarSubPage: (0, start),
            _Part.SC_ScrollBarAddPage: (start + length, along - start - length),
        }
        if part not in spans:
            return QRect()
        at, size = spans[part]
        place = QRect(0, at, thick, size) if upright else QRect(at, 0, size, thick)
        return self.visualRect(option.direction, whole, place.translated(whole.topLeft()))

    # Painting

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the ground and the frame of a line edit; inside something else it has neither."""
        if element == QStyle.PrimitiveElement.PE_PanelLineEdit and widget is not None:
            if cast("QStyleOptionFrame", option).lineWidth > 0:
                self._field(painter, option, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, /, widget: QWidget | None = None
    ) -> None:
        """Paint a check box, the text of a drop-down list, or the frame of a scroll area that looks like a field."""
        if element == _Element.CE_ShapedFrame and widget is not None and _is_box(option):
            self._field(painter, option, widget)
        elif element == _Element.CE_CheckBox and widget is not None:
            self._check_box(painter, cast("QStyleOptionButton", option), widget)
        elif element == _Element.CE_ComboBoxLabel and widget is not None:
            self._chosen(painter, cast("QStyleOptionComboBox", option), widget)
        else:
            super().drawControl(element, option, painter, widget)

    def _chosen(self, painter: QPainter, option: QStyleOptionComboBox, widget: QWidget) -> None:
        """Write the chosen text of a drop-down list; Fusion would cut it in the middle of a letter."""
        area = self.subControlRect(_Control.CC_ComboBox, option, _Part.SC_ComboBoxEditField, widget)
        across = self.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.setPen(option.palette.buttonText().color())
        text_cut_to_fit(painter, QRectF(area), option.currentText, across)

    def _field(self, painter: QPainter, option: QStyleOption, widget: QWidget) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not option.state & _State.State_Enabled:
            painter.setOpacity(PALE)
        state = _state(option, widget) & State.FOCUS  # it is for words: the pointer shows that
        field(painter, QRectF(option.rect), self._theme.tokens, state, wrong=bool(widget.property(WRONG)))
        painter.restore()

    def _check_box(self, painter: QPainter, option: QStyleOptionButton, widget: QWidget) -> None:
        t, px, whole, state = self._theme.tokens, self._theme.px, option.rect, _state(option, widget)
        box = QRect(whole.x() + RIM, whole.center().y() + 1 - px(BOX) // 2, px(BOX), px(BOX))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if State.FOCUS in state:
            around = QRect(whole.topLeft(), QSize(min(widget.sizeHint().width(), whole.width()), whole.height()))
            focus_ring(painter, QRectF(self.visualRect(option.direction, whole, around)), t.focus, 12)
        if not option.state & _State.State_Enabled:
            painter.setOpacity(PALE)
        # visualRect mirrors a rectangle where the text runs from right to left.
        place = self.visualRect(option.direction, whole, box)
        tick_box(painter, QRectF(place), t, state, ticked=bool(option.state & _State.State_On))
        painter.restore()
        # A copy: the option belongs to Qt, which uses it again.
        label = QStyleOptionButton(option)
        label.rect = self.visualRect(option.direction, whole, whole.adjusted(RIM + px(BOX) + px(GAP), 0, 0, 0))
        super().drawControl(_Element.CE_CheckBoxLabel, label, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        """Paint a drop-down list, a slider or a scroll bar."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if control == _Control.CC_ComboBox and widget is not None:
            self._drop_down(painter, cast("QStyleOptionComboBox", option), widget)
        elif control == _Control.CC_Slider and widget is not None:
            self._slider(painter, cast("QStyleOptionSlider", option), widget)
        elif control == _Control.CC_ScrollBar and widget is not None:
            self._scroll_bar(painter, cast("QStyleOptionSlider", option), widget)
        else:
            super().drawComplexControl(control, option, painter, widget)
        painter.restore()

    def _drop_down(self, painter: QPainter, option: QStyleOptionComboBox, widget: QWidget) -> None:
        t, px, whole = self._theme.tokens, self._theme.px, option.rect
        if not option.state & _State.State_Enabled:
            painter.setOpacity(PALE)
        field(painter, QRectF(whole), t, _state(option, widget))
        end = QRect(whole.right() + 1 - RIM - px(MARK), 0, px(MARK), 0)
        at = QPointF(self.visualRect(option.direction, whole, end).x() + px(MARK) / 2, whole.height() / 2)
        arrow(painter, at, px(5), round_pen(option.palette.buttonText().color(), px(2)))

    def _slider(self, painter: QPainter, option: QStyleOptionSlider, widget: QWidget) -> None:
        t, px = self._theme.tokens, self._theme.px
        if not option.state & _State.State_Enabled:
            painter.setOpacity(PALE)
        handle = QRectF(self.subControlRect(_Control.CC_Slider, option, _Part.SC_SliderHandle, widget))
        at = handle.center()
        low, high = QPointF(handle.width() / 2, at.y()), QPointF(option.rect.width() - handle.width() / 2, at.y())
        if option.upsideDown:
            low, high = high, low
        painter.setPen(round_pen(t.edge, px(GROOVE)))
        painter.drawLine(low, high)
        painter.setPen(round_pen(t.brand, px(GROOVE)))
        painter.drawLine(low, at)
        knob(painter, at, px(KNOB) / 2, t, _state(option, widget))

    def _scroll_bar(self, painter: QPainter, option: QStyleOptionSlider, widget: QWidget) -> None:
        t = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ground(widget))
        painter.drawRect(option.rect)
        if option.maximum == option.minimum:
            return
        upright = option.orientation == Qt.Orientation.Vertical
        handle = QRectF(self.subControlRect(_Control.CC_ScrollBar, option, _Part.SC_ScrollBarSlider, widget))
        is_hovered = bool(_state(option, widget) & (State.HOVER | State.PRESSED))
        thick, away = (BAR_HOVERED, FROM_RIM_HOVERED) if is_hovered else (BAR, FROM_RIM)
        if upright:
            left = away if option.direction == Qt.LayoutDirection.RightToLeft else handle.right() - away - thick
            handle = QRectF(left, handle.y() + 1, thick, handle.height() - 2)
        else:
            handle = QRectF(handle.x() + 1, handle.bottom() - away - thick, handle.width() - 2, thick)
        painter.setBrush(t.muted if is_hovered else t.edge)
        painter.drawRoundedRect(handle, thick / 2, thick / 2)


def _state(option: QStyleOption, widget: QWidget) -> State:
    """Return the state in which Qt asks a control to be painted, or the one that it poses in."""
    posed = widget.property(POSE)
    if posed is not None:
        return State(posed)
    flags = (
        (_State.State_HasFocus, State.FOCUS),
        (_State.State_MouseOver, State.HOVER),
        (_State.State_Sunken, State.PRESSED),
    )
    return State(sum(state.value for flag, state in flags if option.state & flag))


def _ground(bar: QWidget) -> QColor:
    """Return the colour behind a scroll bar: that of what it scrolls."""
    holder = bar.parentWidget()  # of Qt, between the bar and the area
    area = None if holder is None else holder.parentWidget()
    of = area.viewport() if isinstance(area, QAbstractScrollArea) else bar
    return of.palette().color(of.backgroundRole())


def _is_box(option: QStyleOption) -> bool:
    return cast("QStyleOptionFrame", option).frameShape == QFrame.Shape.Box
