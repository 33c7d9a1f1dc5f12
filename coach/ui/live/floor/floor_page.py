"""The floor view: what a person who lies two or three metres away must be able to read, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from coach.core.events import Input, Phase
from coach.session import describe
from coach.ui.figure.view import FigureView
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.rotated_text import RotatedText
from coach.ui.kit.rotation import Rotation
from coach.ui.live.because_button import BecauseButton
from coach.ui.live.flash import Flash
from coach.ui.live.floor.layout import SIGN_ALONE, LayoutInput, places
from coach.ui.live.floor.number import FloorNumber
from coach.ui.live.floor.time_bar import TimeBar
from coach.ui.live.go_button import GoButton
from coach.ui.live.sound_notice import SoundNotice
from coach.ui.live.sound_sign import SoundSign
from coach.words import basics
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from coach.core.events import Snapshot
    from coach.core.routine import Routine
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.live.floor.layout import Text


class FloorPage(QWidget):
    """Draws one snapshot after another while it shows; sends Inputs up."""

    wanted = Signal(object)
    """An Input."""
    leave_wanted = Signal()

    def __init__(self, theme: Theme, pictures: PictureCache, now_ms: Callable[[], int], speed: int = 1) -> None:
        super().__init__()
        self._pictures = pictures
        self._routine: Routine | None = None
        self._snapshot: Snapshot | None = None
        self._shown_index = -1
        self._wish: LayoutInput | None = None
        self._note = ""
        self._elsewhere = False
        self.sound = SoundNotice(self)
        self.sound.changed.connect(self._show_sound)
        self.turn = Rotation.NO
        self.setAccessibleName(tr("Floor view"))
        self.picture = FigureView(theme, pictures, now_ms, speed)
        self.picture.captioned = False  # the side is told in letters that can be read
        self.side = RotatedText(theme, 700, in_capitals=True)
        self.number = FloorNumber(theme)
        self.ready = RotatedText(theme, 700)
        self.ready.setText(tr("Press Space when you are ready"))
        self.name = RotatedText(theme, 600)
        self.phase = RotatedText(theme, 600)
        self.bar = TimeBar(theme, now_ms, speed)
        self.then = RotatedText(theme, 600, Qt.AlignmentFlag.AlignLeft)
        self.go = GoButton(theme, Look.PLAIN, size=18)
        self.pain = KeyButton(theme, tr("Pain — stop"), key=tr("Esc"), icon=Icon.STOP, look=Look.DANGER, size=23)
        self.leave = KeyButton(theme, tr("Leave"), key="F11", height=44)
        self.leave.setAccessibleName(tr("Leave the floor view"))
        self.sound_sign = SoundSign(theme)
        self.because = BecauseButton(theme)
        # In the order in which Tab and a screen reader go through them.
        parts = (self.side, self.number, self.ready, self.name, self.phase, self.picture, self.bar, self.then)
        for part in (*parts, self.sound_sign, self.because, self.go, self.pain, self.leave):
            part.setParent(self)
        self.flash = Flash(theme, self)
        high = self.pain.sizeHint().height()
        self._forms = tuple(
            (
                QSize(self.pain.width_for(with_key=keys), high),
                QSize(max(self.go.width_for(with_key=keys, words=face) for face in self.go.faces), high),
            )
            for keys in (True, False)
        )
        self._forms += ((self._forms[1][0], QSize(high, high)),)
        self.leave.clicked.connect(self.leave_wanted)
        self.because.clicked.connect(lambda: self.wanted.emit(Input.BECAUSE_OF_PAIN))
        self.go.wanted.connect(self.wanted)
        # On the press, not on the release: it hurts now.
        self.pain.pressed.connect(lambda: self.wanted.emit(Input.PAIN_STOP))
        pictures.changed.connect(self._arrange)

    # What comes from above

    def show_routine(self, routine: Routine) -> None:
        """Take the routine whose snapshots will follow."""
        self._routine, self._shown_index = routine, -1
        self._snapshot = None
        self.sound.begin()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw this instant, if the page shows; else keep it for when it does."""
        self._snapshot = snapshot
        if self.isVisible():
            self._draw()

    def show_note(self, text: str) -> None:
        """Show why the session is paused, until it goes on."""
        self._note = text

    def show_focus(self, *, elsewhere: bool) -> None:
        """Tell that another window has the keyboard, in place of what comes next: it is what matters then."""
        self._elsewhere = elsewhere
        if self.isVisible():
            self._draw()

    def show_sound(self, trouble: str) -> None:
        """Tell what is wrong with the sound, for a while in place of what comes next, then by a sign."""
        self.sound.take(trouble)

    def _show_sound(self) -> None:
        self.sound_sign.show_trouble(self.sound.sign)
        if self.isVisible():
            self._draw()

    def set_still(self, *, still: bool) -> None:
        """With reduced motion the bar steps once a second and the figure shows its key poses."""
        for part in (self.picture, self.bar, self.flash):
            part.set_still(still=still)

    def set_turn(self, turn: Rotation) -> None:
        """Turn the whole page: its top points up, left or right."""
        self.turn = turn
        self._wish = None
        for part in (self.picture, self.number, self.bar):
            part.set_turn(turn)
        self._arrange()

    # Drawing

    def _draw(self) -> None:
        snapshot, routine = self._snapshot, self._routine
        if snapshot is None or routine is None:
            return
        block = snapshot.block
        if snapshot.index != self._shown_index:
            self._shown_index = snapshot.index
            self.name.show_text(routine.exercises[block.position].name)
            self.picture.show_exercise(routine.exercises[block.position], block.side)
            if (following := snapshot.following) is not None:
                self.picture.draw_ahead(routine.exercises[following.position], following)
            self.side.show_text(_side(snapshot), "prepare")
            spoken = "" if block.side is None else basics.side_name(block.side)
            self.side.setAccessibleName(spoken)
        self._show_state(snapshot)
        self._arrange()
        self.number.setVisible(not snapshot.waiting)
        self.ready.setVisible(snapshot.waiting)
        self.because.show_snapshot(snapshot)
        self.number.show_snapshot(snapshot)
        self.bar.show_snapshot(snapshot)
        self.picture.show_snapshot(snapshot)

    def _show_state(self, snapshot: Snapshot) -> None:
        """Show phase and round, what comes next, and what Space does."""
        paused, routine = snapshot.phase is Phase.PAUSED, self._routine
        if not paused:
            self._note = ""
        words, colour = describe.phase_word(snapshot), "ink"
        if not _interrupted(snapshot):
            colour = "brand" if snapshot.block.kind.is_work else "prepare"
            if snapshot.block.rounds > 1:
                words = describe.with_round(words, snapshot.block)
        self.phase.show_text(words, colour)
        then = "" if routine is None else describe.next_words(snapshot, routine)
        if self._elsewhere:
            self.then.show_text(tr("Another window has the keyboard."), "prepare")
        else:
            self.then.show_text(self.sound.words or self._note or then, "muted")
        self.go.show_snapshot(snapshot)

    # Places

    def _wished(self, snapshot: Snapshot) -> LayoutInput:
        figure = None
        if self._routine is not None:
            figure = self._routine.exercises[snapshot.block.position].figure
        return LayoutInput(
            page=self.turn.upright(self.size()),
            digits=len(str(-(-snapshot.duration_ms // 1000))),
            has_picture=self._pictures.knows(figure),
            interrupted=_interrupted(snapshot),
            forms=self._forms,
            leave=self.leave.sizeHint(),
            because=self.because.sizeHint(),
        )

    def _arrange(self) -> None:
        """Put everything in its place, if anything of it is different from before."""
        if self._snapshot is None or self.size().isEmpty():
            return
        wish = self._wished(self._snapshot)
        if wish == self._wish:
            return
        self._wish, found = wish, places(wish)
        self._put(self.number, found.number)
        self._put(self.bar, found.bar)
        self._put(self.picture, found.picture)
        self.picture.setVisible(wish.has_picture)
        for text, place in (
            (self.side, found.side),
            (self.name, found.name),
            (self.phase, found.phase),
            (self.then, found.then),
        ):
            self._put_text(text, place)
        self.sound_sign.put(self.turn.placed(found.sign, self.size()), self.turn)
        for button in (self.go, self.pain):
            button.show_words(shown=button is self.pain or found.form < SIGN_ALONE)
            button.show_key(shown=found.form == 0)
        self._put(self.ready, found.number)
        self.ready.place(self.turn, 0.13 * wish.page.height())
        for button, spot, factor in (
            (self.go, found.go, found.factor),
            (self.pain, found.pain, found.factor),
            (self.leave, found.leave, found.leave_factor),
            (self.because, found.because, found.because_factor),
        ):
            self._put(button, spot)
            button.paint_as(self.turn, factor)

    def _put(self, part: QWidget, spot: QRect) -> None:
        part.setGeometry(self.turn.placed(spot, self.size()))

    def _put_text(self, part: RotatedText, text: Text) -> None:
        self._put(part, text.place)
        part.place(self.turn, text.letters_px)

    # What Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while the page was hidden."""
        super().showEvent(event)
        self.sound.look()
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything be as large as the page has room for."""
        super().resizeEvent(event)
        self._arrange()


def _interrupted(snapshot: Snapshot) -> bool:
    return snapshot.phase is Phase.PAUSED or snapshot.lead_in_ms > 0


def _side(snapshot: Snapshot) -> str:
    """Return the side in capitals, with an arrow that points there."""
    side = snapshot.block.side
    if side is None:
        return ""
    return basics.side_from_afar(side)
