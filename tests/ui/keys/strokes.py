"""The keys of a session, and the places where the focus can be when one is pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from coach.ui.help.about_page import AboutPage
from coach.ui.help.keys_page import KeysPage
from tests.ui.stage import CTRL, KEY, NONE, Stage, focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True)
class Stroke:
    """A key with its modifiers."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier = NONE

    def __str__(self) -> str:
        return f"{self.modifiers.name}+{self.key.name}" if self.modifiers != NONE else self.key.name

    def on(self, stage: Stage) -> None:
        """Press it."""
        stage.press(self.key, self.modifiers)


GO = [
    Stroke(KEY.Key_Space),
    Stroke(KEY.Key_PageUp),
    Stroke(KEY.Key_MediaPlay),
    Stroke(KEY.Key_MediaTogglePlayPause),
]
SKIP = [Stroke(KEY.Key_Right), Stroke(KEY.Key_PageDown), Stroke(KEY.Key_MediaNext)]
BACK = [Stroke(KEY.Key_Left), Stroke(KEY.Key_MediaPrevious)]
# The keypad has a plus of its own; where + needs Shift, the window system tells Qt (not offscreen).
MORE = [Stroke(KEY.Key_Plus), Stroke(KEY.Key_Plus, KEYPAD), Stroke(KEY.Key_Equal)]
PAIN = [
    Stroke(KEY.Key_Escape),
    Stroke(KEY.Key_S),
    Stroke(KEY.Key_B),
    Stroke(KEY.Key_Period),
    Stroke(KEY.Key_Period, KEYPAD),
    Stroke(KEY.Key_MediaStop),
]
# On a French keyboard the full stop is Shift and ;. Where Qt's own shortcuts do not fire, that must be known here.
PAIN_BY_FILTER = [*PAIN, Stroke(KEY.Key_Period, SHIFT)]
HELP = [Stroke(KEY.Key_F1), Stroke(KEY.Key_Question)]


# Where the focus can be


def ask_to_quit(stage: Stage) -> None:
    stage.press(KEY.Key_Q, CTRL)
    assert stage.window.question.is_asking


def yes_of_question(stage: Stage) -> QWidget:
    ask_to_quit(stage)
    return stage.window.question.yes


def no_of_question(stage: Stage) -> QWidget:
    ask_to_quit(stage)
    return stage.window.question.no


def close_of_keys(stage: Stage) -> QWidget:
    stage.press(KEY.Key_F1)
    page = stage.page()
    assert isinstance(page, KeysPage)
    return page.close_button


def close_of_about(stage: Stage) -> QWidget:
    stage.actions["about"].trigger()
    page = stage.page()
    assert isinstance(page, AboutPage)
    return page.close_button


PLACES: dict[str, Callable[[Stage], QWidget]] = {
    "back": lambda stage: stage.session_page.bar.back,
    "pause": lambda stage: stage.go,
    "skip": lambda stage: stage.session_page.bar.skip,
    "list": lambda stage: stage.window.sidebar.exercises,
    "+15 s": lambda stage: stage.session_page.more,
    "easier version": lambda stage: stage.session_page.easier,
    "yes of a question": yes_of_question,
    "no of a question": no_of_question,
    "close of the keys page": close_of_keys,
    "close of the about page": close_of_about,
}
PAIN_TOO: dict[str, Callable[[Stage], QWidget]] = {**PLACES, "pain": lambda stage: stage.pain}
FEW = ["pause", "list", "+15 s", "close of the keys page"]


def strokes_at(strokes: list[Stroke], place: str) -> list[Stroke]:
    """Return the keys to press at a place: all of them at a few, since they all come the same way as the first."""
    return strokes if place in FEW else strokes[:1]


def put_focus(stage: Stage, place: str) -> None:
    widget = PAIN_TOO[place](stage)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus() is widget, f"{place} does not take the focus"
