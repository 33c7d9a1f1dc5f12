"""Any walk, driven by chance: hypothesis chooses the steps, one rule of this machine after another."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from coach.store.window_place import Place
from tests.journeys import hands, usual
from tests.journeys.opened import Opened, Start
from tests.journeys.pain import DOORS, stop_for_pain
from tests.journeys.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import Qt

    from tests.journeys.around import Surroundings

BOUNCES_MS = 80
"""A button of a remote may send its key twice so shortly."""
ANY_NUMBER = st.integers(0, 10_000)
SHARE = st.floats(0.002, 0.998)
PLACES = (None, None, Place(5_000, 60, 1_100, 700), Place(-1_900, -300, 1_900, 1_000), Place(200, 100, 640, 400))
"""Where the window may have been the last time: also on screens that are gone."""
TIMES = st.sampled_from([1, 250, 1_000, 2_000, 5_000, 15_000, 40_000])


class Journey(RuleBasedStateMachine):
    """One program, opened for one walk. Every step does nothing where it has no meaning."""

    around: Surroundings
    """Set before the first walk."""

    def __init__(self) -> None:
        super().__init__()
        self.walk: Walk | None = None

    @initialize(
        something=ANY_NUMBER,
        start=st.builds(
            Start, sound=st.sampled_from([True, True, False]), knows=st.booleans(), place=st.sampled_from(PLACES)
        ),
        goal=st.sampled_from(usual.GOALS),
        last=st.sampled_from(DOORS),
    )
    def open(self, something: int, start: Start, goal: Callable[[Walk], None], last: str) -> None:
        """Open the program, and come to where the wandering begins."""
        assume(something)  # the simplest walk of all, always the same, is not worth its time
        self.last = last
        self.folder = Path(tempfile.mkdtemp(prefix="journey-"))
        around = self.around
        around.teller.open(str(start))
        self.opened = Opened(around.app, self.folder, start)
        self.walk = Walk(self.opened, around)
        self.walk.begin()
        goal(self.walk)

    def teardown(self) -> None:
        """Stop a session that is left, and close."""
        if self.walk is None:
            return
        try:
            if self.there and not self.walk.is_broken:
                stop_for_pain(self.walk, self.last)
        finally:
            self.around.steps += self.walk.steps
            self.opened.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def there(self) -> Walk | None:
        """The walk, while its window is open."""
        return self.walk if self.walk is not None and self.opened.is_open else None

    # Keys

    @rule(key=st.sampled_from(hands.PLAIN))
    def press_a_key(self, key: Qt.Key) -> None:
        if self.there:
            self.there.press(key)

    @rule(key=st.sampled_from(hands.CHORDS), modifiers=st.sampled_from(hands.MODIFIERS))
    def press_a_chord(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        if self.there:
            self.there.press(key, modifiers)

    @rule(modifiers=st.sampled_from(hands.MODIFIERS))
    def hold_a_modifier_and_press_all_that_move(self, modifiers: Qt.KeyboardModifier) -> None:
        for key in hands.MOVES:
            if self.there:
                self.there.press(key, modifiers)

    @rule(key=st.sampled_from(hands.REMOTE), twice=st.booleans())
    def press_a_remote(self, key: Qt.Key, twice: bool) -> None:  # noqa: FBT001
        if self.there:
            self.there.press(key)
        if self.there and twice:
            self.there.press(key, after_ms=BOUNCES_MS)

    @rule(times=st.integers(1, 8), back=st.booleans())
    def go_by_tab(self, times: int, back: bool) -> None:  # noqa: FBT001
        for _press in range(times):
            if self.there:
                self.there.press(hands.KEY.Key_Backtab if back else hands.KEY.Key_Tab)

    # Mouse and wheel

    @rule(number=ANY_NUMBER)
    def click_a_control(self, number: int) -> None:
        if self.there and (control := self.there.control(number)) is not None and control.name != "Delete everything":
            self.there.click(control)

    @rule(x=SHARE, y=SHARE)
    def click_a_place(self, x: float, y: float) -> None:
        if self.there:
            self.there.click_at(self.there.place(x, y))

    @rule(which=ANY_NUMBER, entry=ANY_NUMBER)
    def use_a_menu(self, which: int, entry: int) -> None:
        if self.there:
            self.there.menu(which, entry)

    @rule(number=ANY_NUMBER, notches=st.sampled_from([-3, -1, 1, 3]))
    def turn_the_wheel_over_a_control(self, number: int, notches: int) -> None:
        if self.there and (control := self.there.control(number)) is not None:
            place = hands.free_place(control)
            if place is not None:
                self.there.wheel(place, notches)

    @rule(x=SHARE, y=SHARE, notches=st.sampled_from([-10, -3, -1, 1, 3, 10]))
    def turn_the_wheel(self, x: float, y: float, notches: int) -> None:
        if self.there:
            self.there.wheel(self.there.place(x, y), notches)

    # Time, sound and the window

    @rule(time_ms=TIMES)
    def let_time_pass(self, time_ms: int) -> None:
        if self.there:
            self.there.pass_time(time_ms)

    @rule(number=ANY_NUMBER)
    def let_something_end(self, number: int) -> None:
        if self.there and self.opened.is_live:
            (usual.end_of_block, usual.end_of_block, usual.to_the_last_second, lambda walk: walk.sleep())[number % 4](
                self.there
            )

    @rule(is_lost=st.booleans())
    def lose_or_find_the_sound(self, is_lost: bool) -> None:  # noqa: FBT001
        if self.there:
            self.there.lose_sound() if is_lost else self.there.find_sound()

    @rule()
    def unplug_the_screen_of_the_window(self) -> None:
        if self.there:
            usual.lose_the_screen(self.there)

    @rule(width=SHARE, height=SHARE)
    def pull_the_window(self, width: float, height: float) -> None:
        if self.there:
            self.there.resize(width, height)

    # With a purpose

    @rule(chance=ANY_NUMBER, times=st.integers(1, 4))
    def do_the_usual(self, chance: int, times: int) -> None:
        for _step in range(times):
            if self.there:
                usual.go_on(self.there, chance)

    @rule()
    def begin_a_session(self) -> None:
        if self.there:
            usual.to_a_session(self.there)

    @rule(door=st.sampled_from(DOORS))
    def stop(self, door: str) -> None:
        if self.there:
            stop_for_pain(self.there, door)
