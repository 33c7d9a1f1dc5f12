"""The rule *stop*: each door stops a live session at once, and the way out of the position is about to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from coach.words import safety_messages
from tests.journeys import hands, sight
from tests.journeys.hands import KEY

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tests.journeys.walk import Walk

KEYS = {"Esc": KEY.Key_Escape, "S": KEY.Key_S, "full stop": KEY.Key_Period, "B": KEY.Key_B}
DOORS = (*KEYS, "click")
PAIN = "Pain — stop"
WRITTEN_IN = (QLineEdit, QPlainTextEdit, QTextEdit)


def stop_for_pain(walk: Walk, door: str) -> None:
    """Stop a live session through one door, as one step."""
    if not walk.opened.is_live:
        return
    if door != "click" and isinstance(QApplication.focusWidget(), WRITTEN_IN):
        door = "Esc"  # a letter that is typed is a letter
    place = _place(walk) if door == "click" else None
    if door == "click" and place is None:
        walk.find("stop", f"pain: {door}", "no part of Pain — stop can be clicked")
        return
    walk.step(f"pain: {door}", lambda: _stop(walk, door, place))


def _place(walk: Walk) -> QPoint | None:
    """Return where a click meets the button, also beside an open menu."""
    for control in sight.controls(walk.window):
        if control.name == PAIN and (place := hands.free_place(control)) is not None:
            return place
    return None


def _stop(walk: Walk, door: str, place: QPoint | None) -> None:
    """Go through the door, and look after one turn of the event loop."""
    opened, ear = walk.opened, walk.opened.ear
    since = len(ear.heard)
    if place is not None:
        hands.click(walk.window, place)
    else:
        hands.press(KEYS[door])
    QApplication.processEvents()
    if not opened.is_stopped:
        walk.find("stop", f"pain: {door}", "the session is not stopped after one turn of the event loop")
        return
    # A sentence may stand on a line of its own on the screen.
    shown = [" ".join(each.text().split()) for each in opened.page.findChildren(QLabel) if each.isVisible()]
    if safety_messages.M_STOP_TITLE not in shown:
        walk.find("stop", f"pain: {door}", "the screen does not say that we have stopped")
    said = ear.texts(since)
    # “Stopping.” is for the ear alone.
    release = said[0].partition(". ")[2] or said[0] if said else ""
    if opened.has_sound and not (release and any(release in text for text in shown)):
        walk.find("stop", f"pain: {door}", f"the way out is not on its way to the voice; it says {said}")
