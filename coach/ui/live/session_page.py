"""During a session: what to do, which side, how long still, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from coach.core.events import Input, Phase
from coach.core.instructions import Instructions, instructions
from coach.session import describe
from coach.ui.figure.view import FigureView
from coach.ui.kit.edge_note import EdgeNote
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.rotated_text import RotatedText
from coach.ui.kit.rotation import Rotation
from coach.ui.live.because_button import BecauseButton
from coach.ui.live.countdown_ring import CountdownRing
from coach.ui.live.flash import Flash
from coach.ui.live.floor_button import FloorButton
from coach.ui.live.instruction_panel import InstructionPanel
from coach.ui.live.layout import LayoutInput, Places, places
from coach.ui.live.place_panel import PlacePanel
from coach.ui.live.session_bar import SessionBar
from coach.ui.live.sound_notice import SoundNotice
from coach.ui.live.sound_sign import SoundSign
from coach.words.catalogue import tr
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from coach.core.events import Snapshot
    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

TITLE_PX = 36
"""Letters of the exercise's name, at the most, at 100 %."""


class _EasierButton(KeyButton):
    """Tells whether the easier versions show. A press only asks for them, as the key does: twice at once is once."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, height=44)
        self.setAccessibleDescription("E")
        self.setCheckable(True)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave the state as it is: it follows what is shown."""


class SessionPage(QWidget):
    """Draws one snapshot after another; sends Inputs up. `bar` is the bar below it."""

    wanted = Signal(object)
    """An Input."""
    floor_wanted = Signal()
    easier_wanted = Signal()

    def __init__(self, theme: Theme, pictures: PictureCache, now_ms: Callable[[], int], speed: int = 1) -> None:
        super().__init__()
        self._theme = theme
        self._routine: Routine | None = None
        self._timeline: Timeline | None = None
        self._shown_index = -1
        self._lines = Instructions(())
        self._easier = False
        self._versions: tuple[str, ...] = ()
        self.easier_first = False
        """Whether each exercise begins with its easier versions."""
        self._note = ""
        self._places: Places | None = None
        self.bar = SessionBar(theme)
        self.bar.wanted.connect(self.wanted)
        self.title = RotatedText(theme, 700, Qt.AlignmentFlag.AlignLeft)
        self.hint = label(theme, size=16, weight=600, muted=True, wrap=False)
        self.sound_sign = SoundSign(theme)
        self.picture = FigureView(theme, pictures, now_ms, speed)
        self.steps = InstructionPanel(theme)
        self.bar.scroll_wanted.connect(self.steps.scroll_by)
        self.ring = CountdownRing(theme, now_ms, speed)
        self.place = PlacePanel(theme)
        self.more = KeyButton(theme, tr("+15 s"), height=44)
        self.more.setAccessibleName(tr("15 seconds more"))
        self.more.setAccessibleDescription("+")
        self.easier = _EasierButton(theme, tr("Easier version"))
        self.because = BecauseButton(theme)
        self.floor = FloorButton(theme)
        self._badge = label(theme, size=14, weight=600, wrap=False)
        self._badge.setText(tr("Speed × {speed}", speed=speed) if speed > 1 else "")
        # In the order in which Tab and a screen reader go through them.
        head = (self.title, self.hint, self.sound_sign, self.because, self._badge, self.floor)
        for part in (*head, self.picture, self.steps, self.ring, self.place, self.more, self.easier):
            part.setParent(self)
        self._badge.setVisible(speed > 1)
        self.hint.hide()
        self.because.clicked.connect(lambda: self.wanted.emit(Input.BECAUSE_OF_PAIN))
        self.more.clicked.connect(lambda: self.wanted.emit(Input.ADD_TIME))
        self.easier.clicked.connect(self.easier_wanted)
        self.easier.toggled.connect(lambda on: self._set_easier(easier=on))
        self.floor.clicked.connect(self.floor_wanted)
        elsewhere = tr("Another window has the keyboard. Click here, or use the media keys.")
        self.focus_note = EdgeNote(theme, self, elsewhere)
        self.sound_note = EdgeNote(theme, self, "")
        self.sound = SoundNotice(self)
        self.sound.changed.connect(self._show_sound)
        self.flash = Flash(theme, self)

    def show_routine(self, routine: Routine, timeline: Timeline) -> None:
        """Take the routine whose snapshots will follow."""
        self._routine, self._timeline = routine, timeline
        self._shown_index = -1
        self.bar.strip.show_timeline(timeline)
        self.sound.begin()
        self._arrange()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw this instant."""
        routine, timeline = self._routine, self._timeline
        if routine is None or timeline is None:
            return
        exercise = routine.exercises[snapshot.block.position]
        if snapshot.index != self._shown_index:
            if exercise.name != self.title.text() or self._shown_index < 0:
                self.easier.setEnabled(bool(exercise.easier))
                self._set_easier(easier=self.easier_first and bool(exercise.easier), versions=exercise.easier)
            self._shown_index = snapshot.index
            self.title.show_text(exercise.name)
            self.picture.show_exercise(exercise, snapshot.block.side)
            if snapshot.following is not None:
                following = snapshot.following
                self.picture.draw_ahead(routine.exercises[following.position], following)
            self.place.show_place(snapshot, exercise.sides)
            self._lines = instructions(routine, timeline, snapshot.index)
        self.ring.show_snapshot(snapshot)
        self.picture.show_snapshot(snapshot)
        self._show_steps(snapshot)
        self.because.show_snapshot(snapshot)
        self._show_hint(self._hint(snapshot))
        self.more.setEnabled(Input.ADD_TIME in snapshot.allowed)
        self.bar.show_snapshot(snapshot, describe.next_words(snapshot, routine))

    def _show_hint(self, text: str) -> None:
        """Show a hint beside the title, where the title leaves room for it."""
        if text != self.hint.text():
            self.hint.setText(text)
        found = self._places
        if found is None:
            return
        metrics = QFontMetrics(self.title.font())
        left = found.title.left() + min(found.title.width(), metrics.horizontalAdvance(self.title.text())) + 16
        free = self.because.isHidden() and self.sound_sign.isHidden()
        right = (found.floor if free else found.sign).left() - 12
        size = self.hint.sizeHint()
        fits = bool(text) and size.width() <= right - left
        self.hint.setVisible(fits)
        self.hint.setGeometry(right - size.width(), found.title.top(), size.width(), found.title.height())
        end = self.hint.x() - 8 if fits else found.title.right() + 1
        self.title.resize(end - found.title.left(), found.title.height())

    def show_note(self, text: str) -> None:
        """Show why the session is paused, until it goes on."""
        self._note = text

    def show_focus(self, *, elsewhere: bool) -> None:
        """Tell that another window has the keyboard, or that it is back."""
        self.focus_note.setVisible(elsewhere)
        self._place_notes()

    def show_sound(self, trouble: str) -> None:
        """Tell what is wrong with the sound, for a while in words and then by a sign; empty: nothing any more."""
        self.sound.take(trouble)

    def _show_sound(self) -> None:
        words = self.sound.words
        if words:
            self.sound_note.say(words)
        self.sound_note.setVisible(bool(words))
        self.sound_sign.show_trouble(self.sound.sign)
        self._place_notes()
        self._show_hint(self.hint.text())

    def _place_notes(self) -> None:
        """Put notes on the wall above the figure; where there is none, the steps make room for them."""
        found = self._places
        if found is None:
            return
        on_wall = not found.picture.isEmpty()
        where, steps = found.picture if on_wall else found.steps, found.steps
        self.focus_note.lie_over(where, below=not on_wall)
        self.sound_note.lie_over(where, below=not on_wall, beside=self.focus_note)
        notes = [note.geometry() for note in (self.focus_note, self.sound_note) if not note.isHidden()]
        if notes and not on_wall:
            steps = steps.adjusted(0, 0, 0, min(note.top() for note in notes) - 4 - steps.bottom())
        self.steps.setGeometry(steps)

    def _hint(self, snapshot: Snapshot) -> str:
        if snapshot.phase is Phase.PAUSED:
            return self._note
        self._note = ""
        if snapshot.lead_in_ms:
            return tr("Get back into position")
        return ""

    def _show_steps(self, snapshot: Snapshot) -> None:
        share = None
        if not snapshot.block.kind.is_work:
            share = snapshot.spent_ms / snapshot.duration_ms if snapshot.duration_ms else 0.0
        self.steps.show_instructions(self._lines, share)

    def set_still(self, *, still: bool) -> None:
        """With reduced motion the ring steps once a second and the figure shows its key poses."""
        self.ring.set_still(still=still)
        self.picture.set_still(still=still)
        self.flash.set_still(still=still)

    def toggle_easier(self) -> str:
        """Show the easier versions below the steps, or take them away again; return what is to be said aloud."""
        if not self.easier.isEnabled():
            return ""
        self._set_easier(easier=not self._easier)
        hidden = tr("The easier version is hidden.")
        return sentences([tr("Easier version"), *self._versions]) if self._easier else hidden

    def _set_easier(self, *, easier: bool, versions: tuple[str, ...] | None = None) -> None:
        if versions is not None:
            self._versions = versions
        self._easier = easier
        self.easier.setChecked(easier)
        self._arrange()
        self.steps.show_easier(self._versions if easier else ())

    # Places

    def _wished(self) -> LayoutInput:
        names = [] if self._routine is None else [each.name for each in self._routine.exercises]
        large = QFontMetrics(self._theme.font(TITLE_PX, 700))
        return LayoutInput(
            page=self.size(),
            scale=self._theme.scale,
            title=QSize(max(map(large.horizontalAdvance, names), default=1), large.height()),
            because=self.because.sizeHint(),
            floor=self.floor.forms,
            badge=self._badge.sizeHint() if self._badge.text() else QSize(),
            more=self.more.sizeHint(),
            easier=self.easier.sizeHint(),
            place=self.place.natural_size(narrow=False),
            narrow_place=self.place.natural_size(narrow=True),
            ways=self._easier,
        )

    def _arrange(self) -> None:
        """Put everything into its place."""
        if self.size().isEmpty():
            return
        self._places = found = places(self._wished())
        part: QWidget
        for part, place in (
            (self.title, found.title),
            (self._badge, found.badge),
            (self.picture, found.picture),
            (self.ring, found.ring),
            (self.place, found.place),
        ):
            part.setGeometry(place)
        self.title.place(Rotation.NO, found.title_px)
        self.picture.setVisible(not found.picture.isEmpty())
        self.place.set_narrow(narrow=found.is_narrow)
        self.sound_sign.put(found.sign)
        self.floor.put_form(found.form, found.floor)
        for button, place in (
            (self.because, found.because),
            (self.more, found.more),
            (self.easier, found.easier),
        ):
            button.put(place)
        for button in (self.more, self.easier):
            button.setVisible(not found.more.isEmpty())
        self._place_notes()
        self._show_hint(self.hint.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything be as large as the page has room for."""
        super().resizeEvent(event)
        self._arrange()
        self.bar.fit()  # it looks at the height of the window, and is not told of it

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what came while the page was hidden."""
        super().showEvent(event)
        self.sound.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys scroll steps that have no room all at once, as in the bar."""
        self.bar.keyPressEvent(event)
