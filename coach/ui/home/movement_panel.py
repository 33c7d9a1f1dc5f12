"""What can be chosen for the moving figure of an exercise: its side, whether it moves, and to hear its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.painting import RIM
from coach.ui.kit.segmented import Segmented
from coach.words import basics
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.core.pacing import Side
    from coach.core.routine import Exercise
    from coach.ui.figure.loop_view import LoopView
    from coach.ui.kit.theme import Theme

ORDER: tuple[Side, Side] = ("left", "right")
"""The person's own left is at the left."""


class MovementPanel(QWidget):
    """The buttons below a moving figure, which is no part of it."""

    side_chosen = Signal(str)
    hear_wanted = Signal()
    """The lines are to be heard, or those that sound are to be silent."""
    held_changed = Signal()
    """The picture shows the pose that is held, or no longer."""

    def __init__(self, theme: Theme, view: LoopView) -> None:
        super().__init__()
        self.view, self._still = view, False
        self.side: Side | None = None
        self._exercise: Exercise | None = None
        self.sides = Segmented(theme, tr("Side"), [basics.side_aloud(side) for side in ORDER])
        # One's own left stays at the left, however the language is written.
        self.sides.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.motion = KeyButton(theme, "", icon=Icon.PAUSE, height=44, size=15)
        self.hear = KeyButton(theme, "", icon=Icon.SOUND, height=44, size=15)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self.sides)
        self._row.addStretch()
        self._row.addWidget(self.motion)
        self._row.addWidget(self.hear)
        self.sides.chosen.connect(self._on_side)
        self.motion.clicked.connect(self._on_motion)
        self.hear.clicked.connect(self.hear_wanted)
        view.is_held_changed.connect(self.held_changed)
        self.show_sounding(sounds=False)
        self._set_moving(moving=True)
        self.follow_text()

    def follow_text(self) -> None:
        """Give each button one width for both of its faces: what is beside it stays where it is."""
        for button, faces in ((self.motion, _motion_faces()), (self.hear, _hear_faces())):
            button.setMinimumWidth(max(button.width_for(with_key=False, words=words) for words, _icon in faces))

    @property
    def is_held(self) -> bool:
        """Whether the picture shows the pose that is held."""
        return self.view.is_held

    def show_exercise(self, exercise: Exercise) -> None:
        """Show an exercise, on its first side."""
        self._exercise, self.side = exercise, exercise.sides[0] if exercise.sides else None
        self.sides.setVisible(len(exercise.sides) > 1)
        if self.side is not None:
            self.sides.choose(ORDER.index(self.side))
            self._name_sides()
        self.view.show_exercise(exercise, self.side)
        self.motion.setVisible(self.view.can_move)

    def set_still(self, *, still: bool) -> None:
        """Take whether nothing should move by itself; the button can have it move all the same."""
        self._still = still
        self._set_moving(moving=not still)

    def show_silence(self, why: str) -> None:
        """Show whether lines can be heard; the words tell why not."""
        self.hear.setEnabled(not why)
        self.hear.setToolTip(why)
        self.hear.setAccessibleDescription(why)

    def show_sounding(self, *, sounds: bool) -> None:
        """Show whether lines sound just now."""
        words, icon = _hear_faces()[sounds]
        self.hear.set_face(words, icon, Look.PLAIN)

    def _set_moving(self, *, moving: bool) -> None:
        self.view.set_moving(moving=moving, poses=self._still)
        words, icon = _motion_faces()[not moving]
        self.motion.set_face(words, icon, Look.PLAIN)

    def _on_motion(self) -> None:
        self._set_moving(moving=not self.view.is_moving)

    def _on_side(self, place: int) -> None:
        self.side = ORDER[place]
        self._name_sides()
        if self._exercise is not None:
            self.view.show_exercise(self._exercise, self.side)
        self.side_chosen.emit(self.side)

    def _name_sides(self) -> None:
        """Write the chosen side in capitals, as in a session."""
        for part, side in zip(self.sides.parts, ORDER, strict=True):
            part.setText(basics.side_aloud(side) if side == self.side else basics.side_word(side))
            part.setAccessibleName(basics.side_name(side))

    def fit(self, width: int, most_high: int) -> None:
        """Take the width and the most height for the figure, in px."""
        self.view.setMaximumHeight(max(160, most_high))
        needed = sum(part.sizeHint().width() for part in (self.motion, self.hear))
        needed += self.sides.sizeHint().width() + 12 if self.sides.isVisibleTo(self) else 0
        fits = needed <= width + 2 * RIM
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)


def _motion_faces() -> tuple[tuple[str, Icon], tuple[str, Icon]]:
    return (tr("Still picture"), Icon.PAUSE), (tr("Moving picture"), Icon.PLAY)


def _hear_faces() -> tuple[tuple[str, Icon], tuple[str, Icon]]:
    return (tr("Hear it"), Icon.SOUND), (tr("Quiet"), Icon.STOP)
