"""Draws pictures before they are shown, one at a time, while nothing moves: those of a hold, then the next block's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.figure import key_poses, timing

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from coach.core.pacing import Side
    from coach.core.timeline import Block
    from coach.figure.poses import Movement
    from coach.ui.figure.picture_cache import PictureCache


class DrawnAhead:
    """Knows what comes next. Once nothing is missing it looks for nothing more until it is told that all is new."""

    def __init__(self, pictures: PictureCache, speed: int) -> None:
        self._pictures, self._speed = pictures, speed
        self._next: tuple[str | None, Block] | None = None
        self.is_complete = False

    def set_speed(self, speed: int) -> None:
        """Take how many times as fast as real time a session runs."""
        self._speed = speed

    def begin(self) -> None:
        """Look for all pictures again."""
        self.is_complete = False

    def set_next(self, figure: str | None, block: Block) -> None:
        """Note what comes next."""
        self._next = figure, block
        self.begin()

    def draw_hold(self, movement: Movement, side: Side | None, room: QSize, ratio: float) -> None:
        """Draw one picture that the hold needs, or when there are all, that of the next block."""
        view = self._pictures.view(movement.id, side, room, ratio)
        if not self._pictures.prepare_hold(self._pictures.view_to_keep(view)):
            self.draw_next(room, ratio)

    def draw_next(self, room: QSize, ratio: float) -> None:
        """Draw the first picture of the next block; that of a hold is drawn with its breath."""
        self.is_complete = True
        figure, block = self._next if self._next is not None else (None, None)
        movement = self._pictures.movement(figure)
        if movement is None or block is None:
            return
        moment = timing.moment_in(movement, block.kind, 0.0, block.duration_ms / 1000 / self._speed)
        if moment is not None:
            view = self._pictures.view(movement.id, block.side, room, ratio)
            self._pictures.prepare_frame(self._pictures.view_in_motion(view), moment)

    def draw_poses(self, room: QSize, ratio: float) -> None:
        """Draw one of the key poses of the next block."""
        figure, block = self._next if self._next is not None else (None, None)
        movement = self._pictures.movement(figure)
        drew = (
            movement is not None
            and block is not None
            and key_poses.draw_one(self._pictures, movement, block.side, room, ratio)
        )
        self.is_complete = not drew
