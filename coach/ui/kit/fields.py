"""Fields, check boxes and sliders: what is typed is always saved, and the wheel scrolls the page past them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QSlider

from coach.background.timers import single_shot
from coach.ui.kit.painting import RIM
from coach.ui.kit.style import BOX, GAP, INSET, KNOB_AND_RING, WRONG

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QWheelEvent
    from PySide6.QtWidgets import QAbstractScrollArea

    from coach.ui.kit.theme import Theme

LEAST = 44
"""Least height of a control, in px."""
CORNER = 4
"""Room between the round edge of a field and what scrolls in it, which has corners, in px."""
KEEP_MS = 600
"""Time after the last change at which a text is saved: assistive technology types without ever leaving the field."""


class LineField(QLineEdit):
    """One line of the person's own words."""

    written = Signal(str)
    """A new text to save: the person left the field or the page, or stopped typing for KEEP_MS."""

    def __init__(self, theme: Theme, text: str, most: int) -> None:
        super().__init__(text)
        self._theme = theme
        theme.dress(self, 16)
        self.setMaxLength(most)
        self.follow_text()
        self._kept = text
        self._soon = single_shot(self, self._keep, KEEP_MS)
        self.textChanged.connect(lambda _text: self._soon.start())
        self.editingFinished.connect(self._keep)

    inset = RIM
    """Distance of its edge from that of the widget, in px."""

    def follow_text(self) -> None:
        """Leave room at the sides of the words."""
        side = RIM + self._theme.px(INSET) - 4  # Qt adds the rest
        self.setTextMargins(side, 0, side, 0)

    def sizeHint(self) -> QSize:
        """Return room for a line, and for the ring."""
        height = max(LEAST, self.fontMetrics().height() + self._theme.px(16))
        return QSize(super().sizeHint().width(), height + 2 * RIM)

    def minimumSizeHint(self) -> QSize:
        """Return the least width with that height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def show_wrong(self, *, wrong: bool) -> None:
        """Show by its edge whether the text cannot be taken."""
        self.setProperty(WRONG, wrong)
        self.update()

    def _keep(self) -> None:
        self._soon.stop()
        if self.text() != self._kept:
            self._kept = self.text()
            self.written.emit(self._kept)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save the text when the page goes."""
        super().hideEvent(event)
        self._keep()


def frame_as_field(area: QAbstractScrollArea) -> None:
    """Give a scroll area the frame of a field, with room for its focus ring."""
    area.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
    area.setLineWidth(RIM + CORNER)


class Slider(QSlider):
    """An amount from left to right; the wheel changes it only while it has the keyboard focus."""

    inset = RIM
    """Distance of its handle from the edge of the widget, in px, where the handle is at an end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return room for the handle and its ring."""
        return QSize(super().sizeHint().width(), max(LEAST, self._theme.px(KNOB_AND_RING)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on to the page unless this slider has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckBox(QCheckBox):
    """A check box, large enough to hit, with its text beside it."""

    inset = RIM
    """Distance of the box from the edge of the widget, in px."""

    def __init__(self, theme: Theme, text: str, size: float = 16) -> None:
        super().__init__(text)
        self._theme = theme
        theme.dress(self, size)

    def sizeHint(self) -> QSize:
        """Return room for the box, the words and the focus ring."""
        px, words = self._theme.px, self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(
            3 * RIM + px(BOX) + px(GAP) + words.width(), max(LEAST, px(BOX) + 2 * RIM, words.height() + 2 * RIM)
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same: its text is never cut."""
        return self.sizeHint()
