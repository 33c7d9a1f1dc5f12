"""What stands at the right of the editor: the moving figure, how long it takes, and what is to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.ui.editor.length_card import LengthCard
from coach.ui.editor.look_at_card import MOST, LookAtCard
from coach.ui.editor.timetable import Timetable
from coach.ui.kit.chip import Chip
from coach.ui.kit.columns import Rows
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.menu import Menu
from coach.ui.kit.painting import RIM, panel
from coach.words import basics
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.core.pacing import Side
    from coach.core.routine import Exercise
    from coach.ui.figure.loop_view import LoopView
    from coach.ui.kit.theme import Theme

WIDTH, GAP = 306, 14
"""Its width beside the form, in px at 100 %, and the room between its parts, in px."""
SMALL, LEAST = 200, 230
"""Width of the figure above the form, and the least that the length beside it needs, in px at 100 %."""
MOST_WIDE = 16_777_215
"""As wide as can be, in px."""
BESIDE, LOW = 206, 120
"""Most height of the figure beside the form, and above it, in px at 100 %."""


class _SideChip(Chip):
    """The side that the figure shows, over its lower corner."""

    radius, side, size_px = 8, 11, 14.5

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a light ground, so that it can be read over the picture."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.ink, t.border_px) if t.is_high_contrast else None
        panel(painter, QRectF(self.rect()), t.surface, edge, self.radius)
        painter.setPen(t.ink)
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        del event


class Aside(QWidget):
    """The right column; what it shows comes from above."""

    hear_wanted = Signal()
    figure_chosen = Signal(object)
    """The id of a figure; empty for none."""

    def __init__(self, theme: Theme, view: LoopView, figures: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme, self.view = theme, view
        self.side: Side | None = None
        self._shown: tuple[object, ...] = ()
        """What the picture that shows depends on."""
        self.figure = QWidget()
        inside = QVBoxLayout(self.figure)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(view)
        self.chip = _SideChip(theme, "")
        self.chip.setParent(self.figure)
        self.chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.chip.hide()
        self.change = KeyButton(theme, tr("Change the figure"), height=44, size=15)
        self.menu = Menu(theme, self.change)
        for figure, words in figures:
            self.menu.add_choice(words, figure)
        self.menu.chosen.connect(self.figure_chosen)
        self.hear = KeyButton(theme, tr("Hear it"), icon=Icon.SOUND, height=44, size=15)
        self.hear.clicked.connect(self.hear_wanted)
        self.length = LengthCard(theme)
        self.look_at = LookAtCard(theme)
        self.timetable = Timetable(theme)
        self._buttons = QWidget()
        rows = Rows(10 - 2 * RIM, 0)
        self._buttons.setLayout(rows)
        rows.addWidget(self.change)
        rows.addWidget(self.hear)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._upper = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._upper.setSpacing(GAP - RIM)
        picture = _with_rim(self.figure)
        picture.addStretch(1)
        self._upper.addLayout(picture)
        self._controls = QVBoxLayout()
        self._controls.setSpacing(GAP - RIM)
        self._controls.addWidget(self._buttons)
        self._controls.addLayout(_with_rim(self.length))
        self._controls.addStretch(1)
        self._upper.addLayout(self._controls, 1)
        self._column.addLayout(self._upper)
        self._column.addLayout(_with_rim(self.look_at))
        self._column.addLayout(_with_rim(self.timetable))
        self._column.addStretch(1)
        self.fit(beside=True, room=theme.px(WIDTH))

    # From above

    def show_exercise(self, exercise: Exercise | None) -> None:
        """Show an exercise on its first side; None where the whole routine is shown."""
        for part in (self.figure, self.change, self.hear):
            part.setVisible(exercise is not None)
        if exercise is None:
            self._shown = ()
            return
        sides = exercise.sides
        self.side = sides[0] if sides else None
        shown = (exercise.figure, exercise.pictures, self.side)
        if shown != self._shown:
            self._shown = shown
            self.view.show_exercise(exercise, self.side)
        else:  # a key in its name begins no movement anew
            self.view.show_words(exercise)
        self._show_side()

    def _show_side(self) -> None:
        words = "" if self.side is None else basics.side_name(self.side)
        self.chip.setText(words)
        self.chip.setVisible(bool(words))
        self._place_chip()

    def show_silence(self, why: str) -> None:
        """Show why no line can be heard; with empty words it can."""
        self.hear.setEnabled(not why)
        self.hear.setToolTip(why)
        self.hear.setAccessibleDescription(why)

    def show_sounding(self, *, sounds: bool) -> None:
        """Show whether lines sound just now."""
        words, icon = (tr("Stop"), Icon.STOP) if sounds else (tr("Hear it"), Icon.SOUND)
        self.hear.set_face(words, icon, Look.PLAIN)

    # Size

    def fit(self, *, beside: bool, room: int) -> None:
        """Stand beside the form, or above it with a low figure, in a room of so many px."""
        px, wide = self._theme.px, room - 2 * RIM
        needed = max(self.change.minimumSizeHint().width(), px(LEAST))
        narrow = not beside and wide < px(SMALL) + GAP + needed
        self.timetable.setVisible(beside)
        self.look_at.set_most(MOST if beside else 1)
        in_column = beside or narrow
        way = QBoxLayout.Direction.TopToBottom if in_column else QBoxLayout.Direction.LeftToRight
        self._upper.setDirection(way)
        high = min(px(BESIDE), round(wide * BESIDE / WIDTH)) if beside else px(LOW)
        self.view.setMaximumHeight(high)
        self.view.setMinimumHeight(high)
        self._size_figure(0 if in_column else px(SMALL), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the chip anew."""
        super().resizeEvent(event)
        self._place_chip()

    def _size_figure(self, wide: int, high: int) -> None:
        """Give the figure its height, and a width; 0 is all there is."""
        self.figure.setMinimumWidth(wide)
        self.figure.setMaximumWidth(wide or MOST_WIDE)
        self.figure.setFixedHeight(high)

    def _place_chip(self) -> None:
        size, away = self.chip.sizeHint(), 12
        left = self.figure.width() - away - size.width() if self.isRightToLeft() else away
        self.chip.setGeometry(left, self.figure.height() - away - size.height(), size.width(), size.height())
        self.chip.raise_()


def _with_rim(widget: QWidget) -> QBoxLayout:
    """Return a widget with room beside it, as buttons have for their rings: what is seen of all begins at one line."""
    row = QVBoxLayout()
    row.setContentsMargins(RIM, 0, RIM, 0)
    row.addWidget(widget)
    return row
