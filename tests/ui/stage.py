"""The real program in a window, with a clock that the test moves by hand and keys that go the way real keys go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coach.core.events import Input, Phase
from coach.core.pacing import Preset
from coach.core.safety import Answers, Question
from coach.core.timeline import BlockKind
from coach.ui.check.gently_sheet import GentleChoice
from coach.ui.home.exercise_row import MARK, ExerciseRow
from coach.ui.shell.navigation_pane import PLACES
from tests.parts import Parts
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from coach.app import Program
    from coach.core.events import Snapshot
    from coach.session.places import Place
    from coach.ui.kit.key_button import KeyButton

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
LOOK_MS = 1_000
"""A longer step in one go would be a computer that slept."""
HAND_MS = 300
"""A hand does not mean the same again any sooner."""


class HandClock:
    """Stands still until it is moved; starts far from 0 and between two whole seconds."""

    def __init__(self) -> None:
        self.ms = 7_000_123

    def now_ms(self) -> int:
        """Return the time it was set to."""
        return self.ms


class Stage(Parts):
    """A running program and hands to work it with."""

    def __init__(self, program: Program, clock: HandClock, hand: HandClock) -> None:
        super().__init__(program)
        self.clock, self.hand = clock, hand

    # Time

    def advance(self, time_ms: int) -> None:
        """Let time pass; the player looks at the clock each second, as it does in real time."""
        while time_ms > 0:
            step = min(time_ms, LOOK_MS)
            self.clock.ms += step
            self.player.look()
            time_ms -= step

    def doze(self, time_ms: int) -> int:
        """Let time pass in which nobody but the player's own timer looks at the clock; return how often it did."""
        looks, end_ms = 0, self.clock.ms + time_ms
        while self.clock.ms + (wait_ms := self.player._timer.interval()) <= end_ms:
            self.clock.ms += wait_ms
            self.player._on_timeout()
            looks += 1
        self.clock.ms = end_ms
        return looks

    # Hands

    def lift_hand(self) -> None:
        """Let so much time pass for the hand as it needs before it does something again; none for the session."""
        self.hand.ms += HAND_MS

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press and let go of a key; it goes where the window system would send it."""
        self.lift_hand()
        self.press_at_once(key, modifiers)

    def press_at_once(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press and let go of a key, however shortly after the last time."""
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window of the program is active"
        QTest.keyClick(window, key, modifiers)

    def trigger(self, action_id: str) -> None:
        """Do what a menu or the desktop does: trigger an action."""
        self.lift_hand()
        self.actions[action_id].trigger()

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        self.lift_hand()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, widget.rect().center())

    def click_at(self, place: QPoint, receiver: QWidget) -> None:
        """Press the mouse at a place on the screen while `receiver` has grabbed it."""
        QTest.mousePress(receiver, Qt.MouseButton.LeftButton, NONE, receiver.mapFromGlobal(place))

    def start(self, *, lies_down: bool = True) -> None:
        """Begin the session, with the answers of a usual day; see `pass_check`.

        Where nothing but the first check is to be passed, it passes without its pages: these have their own tests, and
        to build them a thousand times took a third of the time of all tests. A later check is answered page by page.
        """
        before = self.before_session
        for _try in range(5_000):
            if before._past is not None:
                break
            wait_ms(1)
        if before._past is not None and before._past.last is None and self.page() is self.start_page:
            before.check.passed.emit(Answers(signs=False, ask_first=False, pain=2), GentleChoice())
            if lies_down:
                self.lie_down()
            wait_ms(1)  # what is new in a layout is shown in the next turn
        else:
            self.click(self.start_page.start)
            self.pass_check(lies_down=lies_down)
        assert self.phase() is Phase.RUNNING

    def wait_for_me(self) -> None:
        """Choose that gaps wait for the person, as the settings do."""
        self.preferences.change(pacing=Preset.WAIT_FOR_ME.value)

    def wait_for_check(self) -> None:
        """Wait until the check asks its first question; what it has to know comes from the disk."""
        check = self.check
        for _try in range(5_000):
            if check.question is not None and self.check_page.isVisible():
                return
            wait_ms(1)
        pytest.fail("nothing is asked")

    def pass_check(self, pain: int = 2, *, lies_down: bool = True) -> None:
        """Answer the check until the session begins: nothing on any list, this number, and gently after pain.

        Unless told otherwise the person lies on the mat already and says so at once: block 1 is the first that takes
        time.
        """
        self.wait_for_check()
        self.check_page.setUpdatesEnabled(False)  # who answers with these words looks at none of it
        usual = {Question.SETTLED: "Yes", Question.RESTART: "I have asked a professional"}
        while (question := self.check.question) is not None:
            self.answer(usual.get(question, "None of these"), pain)
        if self.page() is self.check_page and self.check_page.scale is None:
            self.answer("Start")
        self.check_page.setUpdatesEnabled(True)
        if lies_down:
            self.lie_down()

    def lie_down(self) -> None:
        """Say that the way down to the floor is over, where it is not."""
        snapshot = self.player.snapshot()
        if snapshot is not None and snapshot.phase.is_live and snapshot.block.kind is BlockKind.WAY:
            self.player.send(Input.CONFIRM)

    def answer(self, words: str, pain: int = 2) -> None:
        """Press the button with these words on the page of the check, or the number where it asks for one.

        A long list is read to its end first, where the words can be said only then.
        """
        page = self.check_page
        if page.scale is not None and self.check.question is Question.PAIN:
            self.click(page.scale.numbers[pain])
        else:
            for _page in range(60):
                button = next((each for each in page.buttons if each.text() == words), None)
                if button is not None:
                    break
                self.click(next(each for each in page.buttons if each.text() == "Read on"))
            assert button is not None, f"there is no answer “{words}”"
            self.click(button)
        wait_ms(1)  # what is new in a layout is shown in the next turn

    def go_on_after_stop(self) -> None:
        """Say that the stop was a mistake, and go on: ready for the next of several stops in one session."""
        assert self.is_stopped
        self.click(self.stopped_page.mistake)
        self.click(self.stopped_page.no)
        assert self.phase() is Phase.PAUSED
        self.press(KEY.Key_Space)
        assert self.phase() is Phase.RUNNING

    def skip_to(self, index: int) -> None:
        """Skip until that block is here: exercises as long as there are whole ones before it, then blocks.

        For what is done it is the same as to skip each block, at a tenth of the presses.
        """
        while (before := self.shot.index) < index:
            self.press(KEY.Key_Right, CTRL if self._has_next_exercise_by(index) else NONE)
            assert self.shot.index > before, f"Skip does not lead on from block {before} ({self.shot.block.kind})"
        assert self.shot.index == index

    def _has_next_exercise_by(self, index: int) -> bool:
        here, there = self.shot.block, self.timeline.blocks[index]
        return here.kind is not BlockKind.WAY and here.position < there.position

    def visit(self, place: Place) -> None:
        """Go to a place of the navigation by a click."""
        pane = self.window.left.navigation
        self.click(pane.navigation.items[PLACES.index(place)])

    def read_exercise(self, place: int) -> None:
        """Open an exercise in full, by its position in the routine, as its picture on the start page does."""
        self.flow.show_exercise(place)

    # What shows

    @property
    def shot(self) -> Snapshot:
        """The session at this instant."""
        snapshot = self.player.snapshot()
        assert snapshot is not None
        return snapshot

    def phase(self) -> Phase:
        """Return the phase at this instant. A method, since a checker would take it for the same as before."""
        return self.shot.phase

    def page(self) -> QWidget:
        """Return the page that shows."""
        return self.window.page

    @property
    def pain(self) -> KeyButton:
        """The button Pain — stop."""
        return self.session_page.bar.pain

    @property
    def go(self) -> KeyButton:
        """The middle button of the session's bar."""
        return self.session_page.bar.go

    @property
    def is_stopped(self) -> bool:
        """Whether the session is stopped for pain and the screen says so."""
        stopped = self.stopped_page
        return self.phase() is Phase.STOPPED_FOR_PAIN and self.page() is stopped and stopped.isVisible()

    @property
    def news(self) -> str:
        """What a screen reader was told last."""
        line = self.window.findChild(QLabel, "news")
        assert line is not None
        return line.text()

    @property
    def rows(self) -> list[ExerciseRow]:
        """The rows of the list, which is there with the rooms of a session."""
        _made = self.flow.rooms
        model = self.window.sidebar.exercises.model()
        rows = [model.index(number, 0).data(MARK) for number in range(model.rowCount())]
        assert all(isinstance(row, ExerciseRow) for row in rows)
        return rows

    def texts(self, inside: QWidget | None = None) -> list[str]:
        """Return the texts of all labels that can be seen, in no certain order."""
        where = self.window if inside is None else inside
        return [found.text() for found in where.findChildren(QLabel) if found.isVisible() and found.text()]


def focus() -> QWidget | None:
    """Return the widget that has the focus."""
    return QApplication.focusWidget()
