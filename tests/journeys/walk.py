"""One walk: the steps that can be taken, each told, done, and followed by the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QWidget,
)

from coach.store.settings import Settings
from tests.journeys import hands, rules, sight
from tests.journeys.around import Finding, broken
from tests.journeys.hands import KEY, NONE
from tests.ui.stage import HAND_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.around import Surroundings
    from tests.journeys.opened import Opened
    from tests.journeys.sight import Control

ANY = frozenset(Settings.__dataclass_fields__)
"""What a control that was used may set: which one is its own business."""
WRITTEN = frozenset({"contact_name", "contact_phone", "contact_web", "emergency_number"})
"""What is kept when a field is left, however that happens."""
BY_KEY = {
    KEY.Key_M: frozenset({"voice"}),
    KEY.Key_T: frozenset({"floor_turned"}),
    KEY.Key_F5: frozenset({"floor"}),
    KEY.Key_F11: frozenset({"floor"}),
}
"""What a key alone is there for."""
PRESSES = {
    KEY.Key_Space,
    KEY.Key_Return,
    KEY.Key_Enter,
    KEY.Key_PageUp,
    KEY.Key_MediaPlay,
    KEY.Key_MediaTogglePlayPause,
}
"""Keys that press the button which has the focus."""
SETTERS = (QComboBox, QAbstractSlider, QLineEdit)
"""Controls, beside buttons, that settings are made with."""

LEAST_WINDOW = (640, 360)
"""The smallest window in which everything has to work, in px."""


class Walk:
    """Hands and eyes at one opened program."""

    def __init__(self, opened: Opened, around: Surroundings) -> None:
        self.opened, self._around = opened, around
        self.window = opened.window
        self.steps = 0
        self.is_broken = False
        self._was_moved_away = self._focus_was_seen = False
        self._seen_page: tuple[QWidget | None, str] = (None, "")
        self._page_before: tuple[QWidget | None, str] = (None, "")
        self._before = opened.chosen

    def begin(self) -> None:
        """Hold the rules where the program opened."""
        self._check("open", frozenset(), scrolls=False, focus=None)

    # A step and the rules

    def step(
        self, words: str, do: Callable[[], None], may: frozenset[str] = frozenset(), *, scrolls: bool = False
    ) -> None:
        """Tell a step, do it, let everything come to rest, and hold the rules."""
        if not self.opened.is_open:
            return
        self.steps += 1
        self._around.teller.step(words)
        focus = QApplication.focusWidget()
        self._before = self.opened.chosen
        if isinstance(focus, QLineEdit):
            may |= WRITTEN
        self.opened.stage.hand.ms += HAND_MS
        do()
        self.opened.settle()
        if self.opened.is_open:
            self._check(words, may, scrolls=scrolls, focus=focus)

    def _check(self, words: str, may: frozenset[str], *, scrolls: bool, focus: QWidget | None) -> None:
        seen = self._look(may, scrolls=scrolls, focus=focus)
        for name, rule in rules.RULES.items():
            for text in rule(seen):
                self.find(name, words, text)

    def find(self, rule: str, step: str, text: str) -> None:
        """Note that a rule did not hold."""
        self.is_broken = True
        self._around.teller.find(Finding(rule, self.steps, step, text))
        if not self._around.goes_on:
            message = f"{rule}: after step {self.steps}, {step}: {text}"
            raise broken(rule)(message)

    def _look(self, may: frozenset[str], *, scrolls: bool, focus: QWidget | None) -> rules.Sight:
        page, has = self.opened.page, QApplication.focusWidget()
        area = sight.page_area(page)
        title = sight.heading(area) if area is not None else None
        shown = (page, "" if title is None else title.text())
        # Who comes back from a page of text comes back to where they were on the page below.
        is_back = shown == self._page_before and page is not self._seen_page[0]
        is_new = shown != self._seen_page and not is_back
        if shown != self._seen_page:
            self._page_before, self._seen_page = self._seen_page, shown
        if has is not focus or is_new or is_back:
            self._was_moved_away = False
        elif scrolls and self._focus_was_seen:
            self._was_moved_away = True
        self._focus_was_seen = has is not None and sight.is_seen(has)
        return rules.Sight(
            window=self.window,
            page=page,
            controls=sight.controls(self.window),
            is_live=self.opened.is_live,
            is_start=self.opened.is_start,
            focus=has,
            was_moved_away=self._was_moved_away,
            is_new=is_new,
            before=self._before,
            now=self.opened.chosen,
            may_change=may,
            troubles=self._around.trouble.take(),
        )

    # Keys

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, after_ms: int = HAND_MS) -> None:
        """Press a key, so long after the last step."""
        may = self._may_by_key(key)
        words = f"key {hands.key_words(key, modifiers)}{' at once' if after_ms < HAND_MS else ''}"
        self.opened.stage.hand.ms += after_ms - HAND_MS
        self.step(words, lambda: hands.press(key, modifiers), may, scrolls=key in hands.SCROLLS)

    def _may_by_key(self, key: Qt.Key) -> frozenset[str]:
        focus = QApplication.focusWidget()
        if hands.popup() is not None:
            return ANY
        has = sight.control_of(focus)
        if isinstance(has, QAbstractButton):
            own = ANY if key in PRESSES else frozenset[str]()
        else:
            own = ANY if isinstance(has, SETTERS) else frozenset()
        return own | BY_KEY.get(key, frozenset())

    # Mouse

    def click(self, control: Control) -> None:
        """Scroll to a control and click it."""

        def do() -> None:
            hands.bring(self.window, control)
            now = sight.Control(
                control.widget, control.name, sight.box_of(control.widget), sight.seen_of(control.widget)
            )
            place = hands.free_place(now)
            if place is not None:
                hands.click(self.window, place)

        self.step(f"click {control.name!r}", do, ANY)

    def click_at(self, place: QPoint) -> None:
        """Click a place on the screen, whatever is there."""
        hit = hands.at(self.window, place)
        what = "" if hit is None else f" on {sight.name_of(hit)!r}"
        sets = isinstance(hit, (QAbstractButton, *SETTERS)) or hands.is_in_row(self.window, place)
        may = ANY if sets or hands.popup() is not None else frozenset[str]()
        words = f"click at {place.x()},{place.y()}{what}"
        self.step(words, lambda: hands.click(self.window, place), may, scrolls=hit is None)

    def wheel(self, place: QPoint, notches: int) -> None:
        """Turn the wheel at a place; it may set what has the focus there, and nothing else."""
        hit = hands.at(self.window, place)
        has_focus = hit is not None and sight.control_of(QApplication.focusWidget()) is hit
        over = f" over {sight.name_of(hit)!r}" if hit is not None else ""
        words = f"wheel {notches:+} at {place.x()},{place.y()}{over}"
        may = ANY if has_focus else frozenset[str]()
        self.step(words, lambda: hands.turn_wheel(self.window, place, notches), may, scrolls=True)

    def menu(self, which: int, entry: int) -> None:
        """Open a menu of the menu bar and click an entry, as far as it is there."""
        bar = self.window.menuBar()
        if not bar.isVisible() or hands.popup() is not None:
            return
        actions = bar.actions()
        action = actions[which % len(actions)]
        place = bar.mapToGlobal(bar.actionGeometry(action).center())
        self.step(f"open the menu {action.text()!r}", lambda: hands.click(self.window, place))
        opened = hands.popup()
        if isinstance(opened, QMenu) and (entries := hands.menu_places(opened)):
            text, place = entries[entry % len(entries)]
            if text != "Quit":
                self.step(f"click {text!r} in the menu", lambda: hands.click(self.window, place), ANY)

    # The window, time and sound

    def resize(self, width: float, height: float) -> None:
        """Pull the window to a share of what its screen has, never below 640×360 px nor over the edge."""
        if self.window.isFullScreen() or self.window.isMaximized() or hands.popup() is not None:
            return
        room = self.window.screen().availableGeometry()
        corner = self.window.pos()
        most = QPoint(room.right() + 1 - corner.x(), room.bottom() + 1 - corner.y())
        if most.x() < LEAST_WINDOW[0] or most.y() < LEAST_WINDOW[1]:
            return
        wide = int(LEAST_WINDOW[0] + width * (most.x() - LEAST_WINDOW[0]))
        high = int(LEAST_WINDOW[1] + height * (most.y() - LEAST_WINDOW[1]))
        self.step(f"pull the window to {wide}×{high}", lambda: self.window.resize(wide, high), scrolls=True)

    def pass_time(self, time_ms: int) -> None:
        """Let time pass."""
        self.step(f"{time_ms} ms pass", lambda: self.opened.stage.advance(time_ms))

    def sleep(self) -> None:
        """Let the computer sleep for a minute."""

        def do() -> None:
            self.opened.stage.clock.ms += 60_000
            self.opened.stage.player.look()

        self.step("the computer sleeps", do)

    def lose_sound(self) -> None:
        """Let the sound go."""
        self.step("the sound goes", self.opened.lose_sound)

    def find_sound(self) -> None:
        """Let it come back."""
        self.step("the sound comes back", self.opened.find_sound)

    # What is there to be used

    def control(self, number: int) -> Control | None:
        """Return one of the controls that can be used, by any number."""
        there = [each for each in sight.controls(self.window) if each.widget.isEnabled()]
        return there[number % len(there)] if there else None

    def named(self, *patterns: str) -> Control | None:
        """Return the first control that can be used and is called so, by the order of the names."""
        there = [each for each in sight.controls(self.window) if each.widget.isEnabled()]
        for name in patterns:
            for each in there:
                if each.name == name or (name.endswith("…") and each.name.startswith(name[:-1])):
                    return each
        return None

    def place(self, x: float, y: float) -> QPoint:
        """Return a place by its share of the window."""
        return self.window.mapToGlobal(QPoint(int(x * self.window.width()), int(y * self.window.height())))
