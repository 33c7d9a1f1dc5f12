"""The bar of a session: Back, Pause, Skip, the progress strip and Pain — stop, always in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core.events import Input, Phase
from coach.ui.widgets.icons import Icon
from coach.ui.widgets.key_button import KeyButton, Look
from coach.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coach.core.events import Snapshot
    from coach.ui.theme import Theme

SPACING = 4
MARGIN = 19
SHORT = 540
"""Below this height of the window, in px, the bar takes less of it."""


class SessionBar(QWidget):
    """Sends what the person wants as an Input. Where room is short, the strip moves above the buttons."""

    wanted = Signal(object)
    """An Input."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.back = KeyButton(theme, self.tr("Back"), key="←", icon=Icon.BACK)
        self.go = KeyButton(theme, self.tr("Pause"), key=self.tr("Space"), icon=Icon.PAUSE, look=Look.PRIMARY)
        self.skip = KeyButton(theme, self.tr("Skip"), key="→", icon=Icon.SKIP)
        self.pain = KeyButton(
            theme, self.tr("Pain — stop"), key=self.tr("Esc"), icon=Icon.STOP, look=Look.DANGER, size=18
        )
        self.strip = ProgressStrip(theme)
        self._buttons = (self.back, self.go, self.skip, self.pain)
        self._go_input = Input.PAUSE
        self._beside = QHBoxLayout()
        self._beside.setContentsMargins(12, 0, 12, 0)
        self._above = QHBoxLayout()
        self._above.setContentsMargins(5, 0, 5, 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACING)
        for button in (self.back, self.go, self.skip):
            buttons.addWidget(button)
        buttons.addLayout(self._beside, 1)
        buttons.addWidget(self.pain)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 14, MARGIN, 14)
        column.setSpacing(8)
        column.addLayout(self._above)
        column.addLayout(buttons)
        self._in_line: bool | None = None
        self.back.clicked.connect(lambda: self.wanted.emit(Input.BACK))
        self.go.clicked.connect(lambda: self.wanted.emit(self._go_input))
        self.skip.clicked.connect(lambda: self.wanted.emit(Input.SKIP))
        # On the press, not on the release: it hurts now.
        self.pain.pressed.connect(lambda: self.wanted.emit(Input.PAIN_STOP))
        self._arrange()

    def show_snapshot(self, snapshot: Snapshot, then: str) -> None:
        """Show what the buttons would do at this instant, and the progress."""
        if snapshot.phase is Phase.PAUSED:
            self._go_input = Input.RESUME
            self.go.set_face(self.tr("Resume"), Icon.PLAY, Look.PRIMARY)
        elif snapshot.waiting:
            self._go_input = Input.CONFIRM
            self.go.set_face(self.tr("I am ready"), Icon.PLAY, Look.PRIMARY)
        else:
            self._go_input = Input.PAUSE
            self.go.set_face(self.tr("Pause"), Icon.PAUSE, Look.PRIMARY)
        for button, wanted in ((self.back, Input.BACK), (self.go, self._go_input), (self.skip, Input.SKIP)):
            button.setEnabled(wanted in snapshot.allowed)
        self.strip.show_progress(snapshot, then)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # The middle button changes its words; it keeps the width of the widest so that nothing moves.
        faces = (self.tr("Pause"), self.tr("Resume"), self.tr("I am ready"))
        widest = {keys: max(self.go.width_for(with_key=keys, words=face) for face in faces) for keys in (True, False)}
        others = (self.back, self.skip, self.pain)
        with_keys = widest[True] + sum(button.width_for(with_key=True) for button in others)
        room = self.width() - 2 * MARGIN - 4 * SPACING
        in_line = room >= with_keys + max(260, self.strip.minimumSizeHint().width()) + 30
        keys = room >= with_keys
        short = self.window().height() < SHORT
        margin = 4 if short else 14
        self._column.setContentsMargins(MARGIN, margin, MARGIN, margin)
        self._column.setSpacing(2 if short else 8)
        for button in self._buttons:
            button.set_least_height(44 if short else 60)
            button.show_key(shown=keys)
        self.go.setMinimumWidth(widest[keys])
        if in_line == self._in_line:
            return
        self._in_line = in_line
        home, other = (self._beside, self._above) if in_line else (self._above, self._beside)
        other.removeWidget(self.strip)
        home.addWidget(self.strip)
