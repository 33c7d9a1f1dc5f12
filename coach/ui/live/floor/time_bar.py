"""A wide bar that empties while a block runs, to be seen from the floor.

The time left is worked out from the clock at every frame. As in the ring, painting a frame plans the next one, so a
hidden bar costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QWidget

from coach.background.timers import single_shot
from coach.core.events import Phase
from coach.ui.kit.marks import PICTURE
from coach.ui.kit.painting import track
from coach.ui.kit.rotation import Rotation
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from coach.core.events import Snapshot
    from coach.ui.kit.theme import Theme

MOST_FRAMES = 20
PIXELS_A_FRAME = 4
"""In px of the desktop; see the ring."""


class TimeBar(QWidget):
    """The share of the block that is left, from the edge where reading begins."""

    def __init__(self, theme: Theme, now_ms: Callable[[], int], speed: int = 1) -> None:
        super().__init__()
        self._theme, self._now_ms, self._speed = theme, now_ms, speed
        self._turn = Rotation.NO
        self._snapshot: Snapshot | None = None
        self._share = 1.0
        self.still = False
        self._timer = single_shot(self, self._refresh, precise=True)
        self.setObjectName(PICTURE)
        self.setAccessibleName(tr("Time left of this step"))
        self.setAutoFillBackground(True)
        theme.changed.connect(self.update)

    def set_speed(self, speed: int) -> None:
        """Take how many times as fast as real time a session runs."""
        self._speed = speed

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this instant and go on from it by the clock while the session runs."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None or _look(before) != _look(snapshot):
            self._timer.stop()
            self._share = self._share_now()
            self.update()
        else:
            self._refresh()

    def set_still(self, *, still: bool) -> None:
        """Set whether the bar moves only once a second."""
        self.still = still
        self._timer.stop()
        self.update()

    def set_turn(self, turn: Rotation) -> None:
        """Paint the bar turned."""
        self._turn = turn
        self.update()

    @property
    def is_animated(self) -> bool:
        """Whether a next frame is planned."""
        return self._timer.isActive()

    def _share_now(self) -> float:
        snapshot = self._snapshot
        if snapshot is None or snapshot.waiting or not snapshot.duration_ms:
            return 1.0
        aged = snapshot if self.still else snapshot.at(self._now_ms())
        return aged.left_ms / aged.duration_ms

    def _refresh(self) -> None:
        """Repaint the part that has changed since the last frame."""
        before, self._share = self._share, self._share_now()
        if before != self._share:
            room = self._turn.upright(self.size())
            low, high = sorted((before * room.width(), self._share * room.width()))
            tip = QRect(int(low) - room.height(), 0, int(high - low) + 2 * room.height(), room.height())
            whole = QRect(QPoint(0, 0), room)
            seen = QStyle.visualRect(self.layoutDirection(), whole, tip & whole)
            self.update(self._turn.placed(seen, self.size()))
        elif self._snapshot is not None and self._snapshot.runs:
            self._plan_frame()

    def _plan_frame(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or self._timer.isActive() or self.still or not snapshot.runs or not snapshot.duration_ms:
            return
        if self._share <= 0 or not self.isVisible() or self.window().isMinimized():
            return
        length = self._turn.upright(self.size()).width()
        frames = length * 1000 * self._speed / snapshot.duration_ms / PIXELS_A_FRAME
        self._timer.start(round(1000 / min(max(frames, 1), MOST_FRAMES)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and rest, then plan the next frame."""
        snapshot, tokens = self._snapshot, self._theme.tokens
        if snapshot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._turn.mapping(self.size()))
        room = QRectF(QPoint(0, 0), self._turn.upright(self.size()))
        track(painter, room, tokens, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        working = snapshot.block.kind.is_work and not snapshot.lead_in_ms
        painter.setOpacity(tokens.paled if snapshot.phase is Phase.PAUSED else 1)
        painter.setBrush(tokens.brand if working else tokens.prepare)
        wide = room.width() * self._share
        painter.setClipRect(QRectF(room.width() - wide if self.isRightToLeft() else 0, 0, wide, room.height()))
        painter.drawRect(room)
        painter.end()
        self._plan_frame()


def _look(snapshot: Snapshot) -> tuple[object, ...]:
    """Return the parts of a snapshot that change the whole picture."""
    return snapshot.phase, snapshot.index, snapshot.duration_ms, snapshot.waiting, snapshot.lead_in_ms > 0
