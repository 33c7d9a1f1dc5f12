"""The moving figure: the way into the pose while there is time, the breathing pose while it is held.

The picture is worked out from the clock at every frame, never by counting frames. Only what the figure covers is
repainted. Like the ring, a frame asks for the next one by being painted: a view that is hidden, covered
or minimised is not painted, so then nothing runs; a paused session stands still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.background.timers import single_shot
from coach.core.own_pictures import picture_of
from coach.figure import motion
from coach.ui.figure import card, key_poses, timing
from coach.ui.figure.ahead import DrawnAhead
from coach.ui.figure.in_hand import InHand
from coach.ui.figure.own_in_hand import OwnInHand
from coach.ui.figure.position_words import PositionWords
from coach.ui.kit.marks import PICTURE
from coach.ui.kit.rotation import Rotation
from coach.words import basics

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent

    from coach.core.events import Snapshot
    from coach.core.pacing import Side
    from coach.core.routine import Exercise, Picture
    from coach.core.timeline import Block
    from coach.figure.paint.painter import Patch
    from coach.figure.poses import Movement
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

SLICE_MS = 30
"""Time between two pictures that are made ahead, so that they delay nothing."""
REST_S = 0.15
"""Pictures are made ahead only while nothing moves for longer than this."""


class FigureView(QWidget):
    """A card with the figure in it; where there is no figure, the position in words."""

    def __init__(self, theme: Theme, pictures: PictureCache, now_ms: Callable[[], int], speed: int = 1) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self._now_ms, self._speed = now_ms, speed
        self._figure: str | None = None
        self._side: Side | None = None
        self.still = self._is_held = False
        self._ahead = DrawnAhead(pictures, speed)
        self._snapshot: Snapshot | None = None
        self.captioned = True
        """Whether the picture says which side it shows."""
        self._framed, self._turn = True, Rotation.NO
        self.setObjectName(PICTURE)
        self._in_hand, self._own = InHand(pictures), OwnInHand(theme, pictures)
        self._breathed_s = 0.0
        self._timer = single_shot(self, self._refresh, precise=True)
        self._slices = single_shot(self, self._on_slice, SLICE_MS)
        self._corners = QPainterPath()
        self._words = PositionWords(theme, self)
        # It paints all its pixels, corners included, so that a frame does not repaint the page behind it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        pictures.changed.connect(self._on_pictures)
        pictures.arrived.connect(self._on_arrived)
        theme.changed.connect(self.update)

    # What comes from above

    def set_speed(self, speed: int) -> None:
        """Take how many times as fast as real time a session runs."""
        self._speed = speed
        self._ahead.set_speed(speed)

    def show_exercise(self, exercise: Exercise, side: Side | None) -> None:
        """Show this exercise on that side, from the next snapshot on."""
        self._figure, self._side = exercise.figure, side
        self._snapshot = None  # the old one would have a picture of the block before drawn
        self._is_held = exercise.kind == "hold"
        self._ahead.begin()
        self._words.show_exercise(exercise)
        own = picture_of(exercise, "work")
        self._own.show(() if own is None else (own,))
        self.setAccessibleName(basics.picture_name(exercise.name, side))
        self._on_pictures()

    def show_own(self, picture: Picture | None) -> None:
        """Show a picture of one's own in place of the figure, or with None the figure of the exercise."""
        if self._own.show(() if picture is None else (picture,)):
            self._on_pictures()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this instant and go on from it by the clock while the session runs."""
        before = self._snapshot
        if before is not None and snapshot.waiting and timing.look(before) == timing.look(snapshot):
            self._plan()  # it goes on from when the waiting began
            return
        self._snapshot = snapshot
        if before is None or timing.look(before) != timing.look(snapshot):
            self._timer.stop()
            self._slices.stop()
            self._refresh()
        else:
            self._plan()  # a window that was minimised plans no frame by itself when it comes back

    def draw_ahead(self, exercise: Exercise, following: Block) -> None:
        """Have the first picture of the following block drawn before it begins."""
        own = picture_of(exercise, "start")
        self._ahead.set_next(exercise.figure if own is None else None, following)
        if own is not None:  # it is decoded beside the window, and waits
            self._pictures.own_picture(own, self._longest)

    def set_still(self, *, still: bool) -> None:
        """Show the key poses, numbered, the one that is held the largest, or the moving figure."""
        self.still = still
        self._slices.stop()
        self._on_pictures()

    def set_framed(self, *, framed: bool) -> None:
        """Set whether it is a card, and no part of a page that goes on around it as the same room."""
        self._framed = framed
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, framed)

    def set_turn(self, turn: Rotation) -> None:
        """Paint the picture turned. Words in place of a picture are not turned."""
        self._turn = turn
        self._corners = card.corners(self._room)
        self._on_pictures()

    @property
    def _room(self) -> QSize:
        """The size of the picture as the person sees it, upright."""
        return self._turn.upright(self.size())

    @property
    def _longest(self) -> int:
        """Pixels of the longer side."""
        return round(max(self.width(), self.height()) * self.devicePixelRatioF())

    @property
    def _movement(self) -> Movement | None:
        """What moves; None in place of a picture of one's own."""
        return None if self._own.pictures else self._pictures.movement(self._figure)

    @property
    def is_animated(self) -> bool:
        """Whether a next frame is planned."""
        return self._timer.isActive()

    @property
    def caption(self) -> str:
        """The words on the picture: the side it shows."""
        return "" if self._side is None else basics.side_name(self._side)

    # What to show

    @property
    def _shows_poses(self) -> bool:
        return self.still and not timing.holds_still(self._snapshot)

    def _moment(self, movement: Movement, snapshot: Snapshot) -> motion.Moment | None:
        """Return the moment of the movement at this instant; None stands for the hold pose."""
        length_ms = 0 if snapshot.waiting else snapshot.duration_ms
        spent_s = timing.spent_s(snapshot, self._now_ms(), self._speed)
        return timing.moment_in(movement, snapshot.block.kind, spent_s, length_ms / 1000 / self._speed)

    def _refresh(self) -> None:
        """Find the picture of this instant and repaint the parts that have changed."""
        if not self._is_seen():  # two pages have a figure: the hidden one draws nothing until it is painted
            self._in_hand.put_down()
            return
        movement, snapshot = self._movement, self._snapshot
        if movement is None or snapshot is None or self._shows_poses or self.size().isEmpty():
            self._in_hand.put_down_person()
            self.update()
            return
        whole = self._pictures.view(movement.id, self._side, self._room, self.devicePixelRatioF())
        moment = self._moment(movement, snapshot)
        if moment is not None:
            view, shown = self._pictures.view_in_motion(whole), ("moment", moment.number)
        else:
            view = self._pictures.view_to_keep(whole)
            if snapshot.runs:  # a paused figure holds its breath
                self._breathed_s = self._now_ms() / 1000 / self._speed
            shown = ("hold", motion.breath_level(self._breathed_s, self._pictures.breaths(view)))
        if (view, shown) == (self._in_hand.view, self._in_hand.shown):
            self._plan()
            return
        if self._in_hand.take_ground(view):
            self._ahead.begin()
            self.update()
        self.update(self._area(view, self._in_hand.take_person(view, shown, moment)))

    def _area(self, view: View, patches: list[Patch]) -> QRect:
        """Return the area of patches in this widget."""
        return self._turn.placed(card.covered(view, patches, self._room), self.size())

    # Time

    def _plan(self) -> None:
        snapshot, movement = self._snapshot, self._movement
        if snapshot is None or not (snapshot.runs or snapshot.waiting) or not self._is_seen():
            return
        if movement is None or self.still:
            if not self._ahead.is_complete:
                self._slices.start()
            return
        if self._timer.isActive():
            return
        moment = self._moment(movement, snapshot)
        rests = moment is None or moment.next_s > REST_S
        self._timer.start(1 + int(1000 * (self._breath_left_s() if moment is None else moment.next_s)))
        if rests and not self._ahead.is_complete and not self._slices.isActive():
            self._slices.start()

    def _breath_left_s(self) -> float:
        """Return in how many seconds the next picture of the breath is due."""
        view = self._in_hand.view
        levels = 1 if view is None else self._pictures.breaths(view)
        return motion.breath_left_s(self._now_ms() / 1000 / self._speed, levels)

    def _is_seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized()

    def _on_slice(self) -> None:
        """Draw one picture ahead, while nothing moves."""
        snapshot, movement = self._snapshot, self._movement
        runs = snapshot is not None and (snapshot.runs or snapshot.waiting)
        if snapshot is None or not runs or not self._is_seen():
            return
        room, ratio = self._room, self.devicePixelRatioF()
        if self.still:
            self._ahead.draw_poses(room, ratio)
        elif movement is None:  # words, or a picture of one's own: what comes next may be a figure
            self._ahead.draw_next(room, ratio)
        else:
            moment = self._moment(movement, snapshot)
            if moment is not None and moment.next_s < REST_S:
                return
            if self._is_held:
                self._ahead.draw_hold(movement, self._side, room, ratio)
            else:
                self._ahead.draw_next(room, ratio)
        if not self._ahead.is_complete:
            self._slices.start()

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture or the words to the new size."""
        super().resizeEvent(event)
        self._corners = card.corners(self._room)
        self._ahead.begin()
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no picture that nobody sees."""
        super().hideEvent(event)
        self._in_hand.put_down()
        self._own.put_down()

    def _on_pictures(self) -> None:
        words = self._own.words or self._pictures.describe(self._figure, self._side)
        self.setAccessibleDescription(words)
        self._in_hand.put_down()
        self._ahead.begin()
        self._timer.stop()
        self._fit()
        self.update()

    def _on_arrived(self, picture: Picture) -> None:
        if self._own.shows(picture):
            self._fit()
            self.update()

    def _fit(self) -> None:
        drawn = self._own.is_known if self._own.pictures else self._pictures.knows(self._figure)
        self._words.fit(self.size(), shown=not drawn)
        if drawn and self.isVisible():
            self._refresh()

    def minimumSizeHint(self) -> QSize:
        """Return the least size, with room for the words."""
        return QSize(220, 90)

    def sizeHint(self) -> QSize:
        """Return the preferred size, in the proportion 4 to 3."""
        return QSize(488, 366)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the area that changed, then plan the next frame."""
        painter = QPainter(self)
        painter.setTransform(self._turn.mapping(self.size()))
        room, area = self._room, self._turn.seen(event.rect(), self.size())
        whole = QRect(QPoint(0, 0), room)
        movement, has_own = self._movement, self._own.is_known
        framed = self._framed or self._theme.tokens.is_high_contrast
        if has_own:
            self._own.paint(painter, room, framed=framed)
        elif movement is None:
            card.paint_empty(painter, self._theme, room)
        elif self._shows_poses:
            working = self._snapshot is not None and self._snapshot.block.kind.is_work
            if framed:
                painter.fillRect(whole, self._theme.tokens.surface)
            key_poses.paint(painter, self._pictures, self._theme, movement, self._side, room, working=working)
        else:
            if self._in_hand.view is None:
                self._refresh()
            card.paint_picture(painter, self._theme, self._in_hand.ground, self._in_hand.patches, area, room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if framed and not whole.marginsRemoved(card.ROUND).contains(area):
            card.paint_frame(painter, self._theme, self._corners, self.palette().window())
        if self.captioned and self.caption and (has_own or movement is not None):
            pill = card.caption_place(self._theme, self.caption, room, at_right=self._shows_poses and not has_own)
            if pill.adjusted(-1, -1, 1, 1).intersects(area):
                card.paint_caption(painter, self._theme, self.caption, pill)
        painter.end()
        self._plan()
