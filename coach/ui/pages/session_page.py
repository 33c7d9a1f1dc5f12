"""During a session: what to do, which side, how long still, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coach.core.events import Input, Phase
from coach.core.instructions import Instructions, Step, instructions
from coach.ui import wording
from coach.ui.widgets.because_button import BecauseButton
from coach.ui.widgets.countdown_ring import CountdownRing
from coach.ui.widgets.edge_note import EdgeNote
from coach.ui.widgets.figure_view import FigureView
from coach.ui.widgets.flash import Flash
from coach.ui.widgets.instruction_panel import InstructionPanel
from coach.ui.widgets.key_button import KeyButton
from coach.ui.widgets.label import label
from coach.ui.widgets.place_panel import PlacePanel
from coach.ui.widgets.session_bar import SessionBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from coach.core.events import Snapshot
    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.ui.studio import Studio
    from coach.ui.theme import Theme

WIDE = 1500
COMPACT = 400
"""Below this height, in px, the page keeps what one look must tell: title, side, number, steps."""


class SessionPage(QWidget):
    """Draws one snapshot after another; sends Inputs up. `bar` is the bar below it."""

    wanted = Signal(object)
    """An Input."""
    floor_wanted = Signal()

    def __init__(self, theme: Theme, studio: Studio, now_ms: Callable[[], int], speed: int = 1) -> None:
        super().__init__()
        self._theme = theme
        self._routine: Routine | None = None
        self._timeline: Timeline | None = None
        self._shown_index = -1
        self._lines = Instructions(())
        self._easier = False
        self.easier_first = False
        """Whether each exercise begins with its easier versions."""
        self._compact = False
        self._note = ""
        self.bar = SessionBar(theme)
        self.bar.wanted.connect(self.wanted)
        self.title = label(theme, size=36, weight=700, wrap=False)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hint = label(theme, size=16, weight=600, muted=True, wrap=False)
        self.picture = FigureView(theme, studio, now_ms, speed)
        self.steps = InstructionPanel(theme)
        self.ring = CountdownRing(theme, now_ms, speed)
        self.place = PlacePanel(theme)
        self.more = KeyButton(theme, self.tr("+15 s"), height=44)
        self.more.setAccessibleName(self.tr("15 seconds more"))
        self.more.setAccessibleDescription("+")
        self.easier = KeyButton(theme, self.tr("Easier version"), height=44)
        self.easier.setAccessibleDescription("E")
        self.more.clicked.connect(lambda: self.wanted.emit(Input.ADD_TIME))
        self.easier.clicked.connect(self.toggle_easier)
        self.because = BecauseButton(theme)
        self.floor = KeyButton(theme, self.tr("Floor view"), key="F11", height=44)
        self.floor.clicked.connect(self.floor_wanted)
        self._badge = label(theme, size=14, weight=600, wrap=False)
        self._badge.setVisible(speed > 1)
        self._badge.setText(self.tr("Speed × {speed}").format(speed=speed))
        self._lay_out()
        elsewhere = self.tr("Another window has the keyboard. Click here, or use the media keys.")
        self.focus_note = EdgeNote(theme, self, elsewhere)
        self.sound_note = EdgeNote(theme, self, "")
        self.flash = Flash(theme, self)
        self._keep_head_height()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addWidget(self.hint)
        head.addWidget(self.because)
        head.addWidget(self._badge)
        head.addWidget(self.floor)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.picture, 5)
        left.addWidget(self.steps, 3)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addStretch()
        buttons.addWidget(self.more)
        buttons.addWidget(self.easier)
        buttons.addStretch()
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.ring, 10)
        right.addWidget(self.place, 0)
        right.addLayout(buttons, 0)
        right.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(32)
        body.addLayout(left, 8)
        body.addLayout(right, 5)
        page = self._column = QVBoxLayout(self)
        page.setContentsMargins(32, 18, 32, 16)
        page.setSpacing(12)
        page.addLayout(head)
        page.addLayout(body, 1)

    def show_routine(self, routine: Routine, timeline: Timeline) -> None:
        """Take the routine whose snapshots will follow."""
        self._routine, self._timeline = routine, timeline
        self._shown_index = -1
        self.bar.strip.show_timeline(timeline)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw this instant."""
        routine, timeline = self._routine, self._timeline
        if routine is None or timeline is None:
            return
        exercise = routine.exercises[snapshot.block.position]
        if snapshot.index != self._shown_index:
            if exercise.name != self.title.text() or self._shown_index < 0:
                self._set_easier(easier=self.easier_first and bool(exercise.easier))
            self._shown_index = snapshot.index
            self._show_text(self.title, exercise.name)
            self.picture.show_exercise(exercise, snapshot.block.side)
            if snapshot.following is not None:
                following = snapshot.following
                self.picture.draw_ahead(routine.exercises[following.position], following)
            self.place.show_place(snapshot, exercise.sides)
            self._lines = instructions(routine, timeline, snapshot.index)
            self._fit_head()
        self.ring.show_snapshot(snapshot)
        self.picture.show_snapshot(snapshot)
        self._show_steps(snapshot)
        self._show_hint(self._hint(snapshot))
        self.more.setEnabled(Input.ADD_TIME in snapshot.allowed)
        self.bar.show_snapshot(snapshot, wording.next_words(snapshot, routine))

    def _show_text(self, where: QLabel, text: str) -> None:
        if where.text() != text:
            where.setText(text)

    def _show_hint(self, text: str) -> None:
        """Show a hint beside the title, where the title leaves room for it."""
        if text != self.hint.text():
            self.hint.setText(text)
            self._fit_head()
        room = self._room_beside_title(self._badge, self.because, self.floor)
        self.hint.setVisible(bool(text) and self.hint.sizeHint().width() <= room)

    def ask_because(self) -> None:
        """Ask beside the title whether a skip was because of pain, where the title leaves room for it."""
        self.hint.hide()
        self.because.ask()
        self._fit_head()

    def _keep_head_height(self) -> None:
        """Keep the head as high as the button that may come beside the title, so that nothing moves then."""
        height = self.because.sizeHint().height()
        needed = not self._compact and height > self.title.fontMetrics().height() + 2
        self.title.setMinimumHeight(height if needed else 0)

    def _room_beside_title(self, *others: QWidget) -> int:
        """Return how many px the title and these others, where they show, leave."""
        margins = self._column.contentsMargins()
        taken = margins.left() + margins.right() + self.title.sizeHint().width() + 32
        return self.width() - taken - sum(each.sizeHint().width() + 16 for each in others if not each.isHidden())

    def _fit_head(self) -> None:
        """Leave out what has no room beside the title. The hint and the question matter more than the button."""
        room = self._room_beside_title(self._badge)
        if self.because.sizeHint().width() > room or self._compact:
            self.because.hide()
        longest = max(self.because.sizeHint().width(), self.hint.sizeHint().width() if self.hint.text() else 0)
        self.floor.setVisible(not self._compact and self.floor.sizeHint().width() + 16 + longest <= room)

    def show_note(self, text: str) -> None:
        """Show why the session is paused, until it goes on."""
        self._note = text

    def show_focus(self, *, elsewhere: bool) -> None:
        """Tell that another window has the keyboard, or that it is back."""
        self.focus_note.setVisible(elsewhere)
        self._place_notes()

    def show_sound(self, trouble: str) -> None:
        """Tell that there is no sound, and why; an empty text means that there is."""
        self.sound_note.say(trouble)
        self.sound_note.setVisible(bool(trouble))
        self._place_notes()

    def _place_notes(self) -> None:
        # The wall above the figure, or what the steps leave free: nothing that is needed is covered.
        place = self.steps if self._compact else self.picture
        self.focus_note.lie_over(place.geometry(), below=self._compact)
        self.sound_note.lie_over(place.geometry(), below=self._compact, beside=self.focus_note)

    def _hint(self, snapshot: Snapshot) -> str:
        if snapshot.phase is Phase.PAUSED:
            return self._note
        self._note = ""
        if snapshot.lead_in_ms:
            return self.tr("Get back into position")
        return ""

    def _show_steps(self, snapshot: Snapshot) -> None:
        if self._easier and self._routine is not None:
            versions = self._routine.exercises[snapshot.block.position].easier
            self.steps.show_instructions(Instructions(tuple(Step(0, text) for text in versions)), None)
            return
        share = None
        if not snapshot.block.kind.is_work:
            share = snapshot.spent_ms / snapshot.duration_ms if snapshot.duration_ms else 0.0
        self.steps.show_instructions(self._lines, share)

    def set_still(self, *, still: bool) -> None:
        """With reduced motion the ring steps once a second and the figure shows its key poses."""
        self.ring.set_still(still=still)
        self.picture.set_still(still=still)
        self.flash.set_still(still=still)

    def toggle_easier(self) -> None:
        """Show the easier versions in place of the steps, or the steps again."""
        self._set_easier(easier=not self._easier)

    def _set_easier(self, *, easier: bool) -> None:
        self._easier = easier
        text = self.tr("Usual version") if self._easier else self.tr("Easier version")
        self.easier.setText(text)
        self.easier.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the ring grow with the window, never beyond the height it has."""
        super().resizeEvent(event)
        compact = self.height() < COMPACT
        if compact != self._compact:
            self._compact = compact
            self.title.setFont(self._theme.font(22 if compact else 36, 700))
            self._keep_head_height()
            for widget in (self.picture, self.more, self.easier):
                widget.setVisible(not compact)
            self._column.setContentsMargins(*((20, 6, 20, 6) if compact else (32, 18, 32, 16)))
            self._column.setSpacing(4 if compact else 12)
        room = int(self.width() * (0.36 if self.width() > WIDE else 0.40))
        self.ring.setMaximumHeight(min(560, max(150, room)))
        self._fit_head()
        if not (self.focus_note.isHidden() and self.sound_note.isHidden()):
            QTimer.singleShot(0, self._place_notes)  # the layout comes after this

    def go(self) -> None:
        """Do what Space does here: the bar knows."""
        self.bar.go.click()
