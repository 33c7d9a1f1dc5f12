"""The style of Qt's own controls: they and their focus can be seen in every theme.

What is not painted here looks as in Fusion, which takes its colours from the palette. Nothing here overrides
`pixelMetric`, `subElementRect` or `sizeFromContents`: Qt calls them five hundred times before the first frame, which
takes 10 ms in Python. So sizes are in the widgets' `sizeHint` (docs/decisions/0023).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QProxyStyle,
    QStyle,
    QStyleOptionButton,
)

from coach.ui.kit.painting import (
    AWAY,
    RING,
    arrow,
    edge_colour,
    field_edge,
    focus_ring,
    knob,
    round_pen,
    text_cut_to_fit,
    tick_box,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import (
        QStyleOption,
        QStyleOptionComboBox,
        QStyleOptionComplex,
        QStyleOptionFrame,
        QStyleOptionSlider,
        QWidget,
    )

    from coach.ui.kit.theme import Theme

RIM = 4
"""Room for the ring around a check box, in px."""
BOX, GAP = 24, 12
"""Side of a check box, and the room between it and its text, in px at 100 %."""
INSET, MARK = 11, 34
"""Room in a drop-down list before the text and, for the arrow, after it, in px at 100 %."""
GROOVE, KNOB = 6, 20
"""Thickness of the groove of a slider and of its handle, in px at 100 %."""
PALE = 0.45
"""Opacity of a disabled control, 0 to 1."""
BESIDE = 4
"""Room at each side of the handle of a scroll bar, in px."""

_Control, _Part, _Element, _State = QStyle.ComplexControl, QStyle.SubControl, QStyle.ControlElement, QStyle.StateFlag
KNOB_AND_RING = KNOB + 2 * (AWAY + RING)


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
        """Return the rectangle of a part of a drop-down list or slider."""
        whole, px = option.rect, self._theme.px
        if control == _Control.CC_ComboBox and part == _Part.SC_ComboBoxEditField:
            return self.visualRect(option.direction, whole, whole.adjusted(px(INSET), 0, -px(MARK), 0))
        if control == _Control.CC_Slider and part == _Part.SC_SliderGroove:
            return whole
        if control == _Control.CC_Slider and part == _Part.SC_SliderHandle:
            at, side = cast("QStyleOptionSlider", option), px(KNOB_AND_RING)
            left = self.sliderPositionFromValue(
                at.minimum, at.maximum, at.sliderPosition, whole.width() - side, at.upsideDown
            )
            return QRect(whole.x() + left, whole.center().y() - side // 2, side, side)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # Qt takes None

    # Painting

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the frame of a line edit."""
        if element == QStyle.PrimitiveElement.PE_FrameLineEdit:
            self._field_edge(painter, option)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, /, widget: QWidget | None = None
    ) -> None:
        """Paint a check box, the text of a drop-down list, or the frame of a scroll area that looks like a field."""
        if element == _Element.CE_ShapedFrame and _is_box(option):
            self._field_edge(painter, option)
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

    def _field_edge(self, painter: QPainter, option: QStyleOption) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        field_edge(painter, option.rect, self._theme.tokens, focused=bool(option.state & _State.State_HasFocus))
        painter.restore()

    def _check_box(self, painter: QPainter, option: QStyleOptionButton, widget: QWidget) -> None:
        t, px, whole = self._theme.tokens, self._theme.px, option.rect
        box = QRect(whole.x() + RIM, whole.center().y() + 1 - px(BOX) // 2, px(BOX), px(BOX))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & _State.State_HasFocus:
            around = QRect(whole.topLeft(), QSize(min(widget.sizeHint().width(), whole.width()), whole.height()))
            focus_ring(painter, QRectF(self.visualRect(option.direction, whole, around)), t.focus, 8)
        if not option.state & _State.State_Enabled:
            painter.setOpacity(PALE)
        # visualRect mirrors a rectangle where the text runs from right to left.
        place = self.visualRect(option.direction, whole, box)
        tick_box(painter, place, t, ticked=bool(option.state & _State.State_On))
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
        if control == _Control.CC_ComboBox:
            self._drop_down(painter, cast("QStyleOptionComboBox", option))
        elif control == _Control.CC_Slider and widget is not None:
            self._slider(painter, cast("QStyleOptionSlider", option), widget)
        elif control == _Control.CC_ScrollBar and widget is not None:
            self._scroll_bar(painter, cast("QStyleOptionSlider", option), widget)
        else:
            super().drawComplexControl(control, option, painter, widget)
        painter.restore()

    def _drop_down(self, painter: QPainter, option: QStyleOptionComboBox) -> None:
        t, px = self._theme.tokens, self._theme.px
        painter.setBrush(t.surface)
        field_edge(painter, option.rect, t, focused=bool(option.state & _State.State_HasFocus))
        end = self.visualRect(option.direction, option.rect, QRect(option.rect.right() + 1 - px(MARK), 0, px(MARK), 0))
        at = QPointF(end.x() + px(MARK) / 2, option.rect.height() / 2)
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
        painter.setPen(round_pen(edge_colour(t), px(GROOVE)))
        painter.drawLine(low, high)
        painter.setPen(round_pen(t.brand, px(GROOVE)))
        painter.drawLine(low, at)
        knob(painter, at, px(KNOB) / 2, t, focused=bool(option.state & _State.State_HasFocus))

    def _scroll_bar(self, painter: QPainter, option: QStyleOptionSlider, widget: QWidget) -> None:
        t = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.sunk)
        painter.drawRect(option.rect)
        if option.maximum == option.minimum:
            return
        upright = option.orientation == Qt.Orientation.Vertical
        handle = QRectF(self.subControlRect(_Control.CC_ScrollBar, option, _Part.SC_ScrollBarSlider, widget))
        beside = (BESIDE, 1, -BESIDE, -1) if upright else (1, BESIDE, -1, -BESIDE)
        handle = handle.adjusted(*beside)
        radius = min(handle.width(), handle.height()) / 2
        is_hovered = option.state & _State.State_MouseOver or option.activeSubControls & _Part.SC_ScrollBarSlider
        painter.setBrush(t.ink if is_hovered else t.muted)
        painter.drawRoundedRect(handle, radius, radius)
        for part, degrees in ((_Part.SC_ScrollBarSubLine, 180), (_Part.SC_ScrollBarAddLine, 0)):
            place = QRectF(self.subControlRect(_Control.CC_ScrollBar, option, part, widget))
            half = min(place.width(), place.height()) / 4
            turned = degrees if upright else degrees - 90
            arrow(painter, place.center(), half, round_pen(t.muted, max(1.5, half / 2)), turned)


def _is_box(option: QStyleOption) -> bool:
    return cast("QStyleOptionFrame", option).frameShape == QFrame.Shape.Box
