"""All views of a session show the same Live: a table of them on the session page, the floor view and the desktop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from coach.core.events import Input, Phase
from coach.session import describe
from coach.session.desktop_control import media_state
from tests.ui.live.floor.floor_view import CHANGE, HOLD, WITHOUT_SIDES
from tests.ui.recorded_voice import listen
from tests.ui.shell.test_failing_page import fail
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from coach.session.live import Live
    from coach.ui.live.instruction_panel import InstructionPanel
    from tests.ui.stage import Stage

READY_WORDS = "Press Space when you are ready"
NO_SOUND = "There is no sound now. Everything is on the screen."
ASLEEP = "The computer was asleep."


@dataclass(frozen=True)
class Told:
    """What a person finds in a view, whichever it is."""

    name: str
    seconds: int
    waits: bool
    asks_because: bool
    sign: str
    still: bool
    easier: str
    primary: str
    line: str
    """The one line that tells the most urgent thing: the keyboard, the sound, why it is paused, or what comes next."""


def expected(live: Live) -> Told:
    """Return what must be found, from the value alone."""
    snapshot, then = live.snapshot, describe.next_words(live.snapshot, live.routine)
    primary = "I am ready" if snapshot.waiting else "Resume" if snapshot.phase is Phase.PAUSED else "Pause"
    return Told(
        name=live.exercise.name,
        seconds=snapshot.seconds,
        waits=snapshot.waiting,
        asks_because=live.asks_because,
        sign=live.sound_sign,
        still=live.still,
        easier=live.easier,
        primary=primary,
        line="Another window has the keyboard." if live.elsewhere else live.sound_words or live.notice or then,
    )


def shown_ways(steps: InstructionPanel) -> list[str]:
    """Return the easier ways that stand below the steps."""
    return [each.text() for each in steps.ways.findChildren(QLabel) if each.isVisible()]


def on_session_page(stage: Stage) -> Told:
    """Return what the session page tells."""
    page = stage.session_page
    lines = [
        (page.notes.focus.isVisible(), "Another window has the keyboard."),
        (page.notes.sound.isVisible(), page.notes.sound.text),
        # A long name takes its place.
        (page.hint.text() not in {"", "Get back into position"}, page.hint.text()),
        (True, page.bar.strip.spoken().split(". ")[1]),
    ]
    assert page.easier.isChecked() is page.steps.heading.isVisible()
    if page.notes.focus.isVisible():
        assert page.notes.focus.text.startswith("Another window has the keyboard.")
    assert page.ring.still is page.picture.still is page.flash.still
    return Told(
        name=page.title.text(),
        seconds=page.ring.seconds,
        waits=page.ring.spoken() == READY_WORDS,
        asks_because=page.because.isVisible(),
        sign=page.sound_sign.accessibleName() if page.sound_sign.isVisible() else "",
        still=page.ring.still,
        easier=" ".join(shown_ways(page.steps)),
        primary=page.bar.go.text(),
        line=next(words for is_there, words in lines if is_there),
    )


def on_floor_view(stage: Stage) -> Told:
    """Return what the floor view tells."""
    page = stage.floor_page
    assert page.bar.still is page.picture.still is page.flash.still
    assert page.number.isVisible() is not page.ready.isVisible()
    return Told(
        name=page.name.text(),
        seconds=page.number.seconds,
        waits=page.ready.isVisible(),
        asks_because=page.because.isVisible(),
        sign=page.sound_sign.accessibleName() if page.sound_sign.isVisible() else "",
        still=page.bar.still,
        easier=page.easier.text() if page.easier.isVisible() else "",
        primary=page.go.text(),
        line=page.then.text(),
    )


def paused(live: Live) -> Live:
    """Return it in a pause."""
    return replace(live, snapshot=replace(live.snapshot, phase=Phase.PAUSED))


def easier(live: Live) -> Live:
    """Return it in the first easier way of its exercise."""
    return replace(live, snapshot=replace(live.snapshot, easier=0))


def asking(live: Live) -> Live:
    """Return it right after a skip."""
    return replace(live, snapshot=replace(live.snapshot, allowed=live.snapshot.allowed | {Input.BECAUSE_OF_PAIN}))


CASES: dict[str, Callable[[Live], Live]] = {
    "as it is": lambda live: live,
    "asks because of pain": asking,
    "asks no more": lambda live: replace(
        live, snapshot=replace(live.snapshot, allowed=live.snapshot.allowed - {Input.BECAUSE_OF_PAIN})
    ),
    "paused": paused,
    "paused after a sleep": lambda live: replace(paused(live), notice=ASLEEP),
    "paused after a sleep, and asks": lambda live: replace(paused(asking(live)), notice=ASLEEP),
    "before it goes on": lambda live: replace(live, snapshot=replace(live.snapshot, lead_in_ms=2_400)),
    "another window": lambda live: replace(live, elsewhere=True),
    "another window, paused after a sleep": lambda live: replace(paused(live), notice=ASLEEP, elsewhere=True),
    "no sound": lambda live: replace(live, sound_words=NO_SOUND),
    "no sound, told": lambda live: replace(live, sound_sign=NO_SOUND),
    "the voice, while there is no sound": lambda live: replace(live, sound_words="It stays.", sound_sign=NO_SOUND),
    "still": lambda live: replace(live, still=True),
    "easier": easier,
    "everything at once": lambda live: replace(
        paused(asking(easier(live))), notice=ASLEEP, elsewhere=True, sound_sign=NO_SOUND, still=True
    ),
}


@pytest.mark.parametrize("index", [1, HOLD, CHANGE, WITHOUT_SIDES])
def test_both_pages_show_the_same_live(running: Stage, index: int) -> None:
    """Each after each other one, so that nothing of the one before stays."""
    running.window.resize(1_380, 860)
    running.skip_to(index)
    running.advance(2_000)
    found: dict[tuple[str, str], tuple[Told, Told]] = {}
    for page in ("session", "floor"):
        here = running.live_now
        view, look = (
            (running.session_page, on_session_page) if page == "session" else (running.floor_page, on_floor_view)
        )
        for name, change in [*CASES.items(), *reversed(CASES.items())]:
            live = change(here)
            view.show_live(live)
            told = look(running)
            if told != expected(live):
                found[page, name] = told, expected(live)
        running.press(KEY.Key_F11)

    assert found == {}


def test_the_desktop_shows_it_too(running: Stage) -> None:
    running.skip_to(HOLD)
    running.advance(2_000)
    for change in CASES.values():
        live = change(running.live_now)
        state = media_state(live)
        assert state is not None
        assert (state.title, state.track) == (live.exercise.name, live.snapshot.index)
        assert (state.status.value == "Paused") is (live.snapshot.phase is Phase.PAUSED)


class Phone:
    """One more view."""

    def __init__(self) -> None:
        self.seen: list[Live] = []

    def show_live(self, live: Live) -> None:
        self.seen.append(live)


def test_one_more_view_is_one_subscriber(running: Stage) -> None:
    phone = Phone()
    running.live.subscribe(phone)
    running.press(KEY.Key_E)
    assert phone.seen[-1].easier == "Easier: press with half the effort."
    running.press(KEY.Key_F11)
    running.press(KEY.Key_Right)
    assert phone.seen[-1].asks_because
    running.narrator.lose("The sound server is gone.")
    assert phone.seen[-1].sound_words == NO_SOUND
    running.press(KEY.Key_Space)
    assert phone.seen[-1] == running.live_now
    assert running.floor_page.live == running.session_page.live == running.live_now
    running.press(KEY.Key_Escape)
    assert phone.seen[-1].snapshot.phase is Phase.STOPPED_FOR_PAIN


def test_what_one_page_has_told_the_other_does_not_tell_again(running: Stage) -> None:
    running.narrator.lose("The sound server is gone.")
    assert running.session_page.notes.sound.isVisible()
    running.press(KEY.Key_F11)
    assert running.floor_page.then.text() == NO_SOUND
    running.live.sound.telling.timeout.emit()
    assert running.floor_page.sound_sign.isVisible()
    running.press(KEY.Key_F11)

    assert running.session_page.sound_sign.isVisible()
    assert not running.session_page.notes.sound.isVisible()


def test_because_of_pain_is_asked_on_the_page_that_comes(running: Stage) -> None:
    running.press(KEY.Key_Right)
    running.press(KEY.Key_F11)
    assert running.floor_page.because.isVisible()
    running.advance(12_000)
    assert not running.floor_page.because.isVisible()
    running.press(KEY.Key_F11)
    assert not running.session_page.because.isVisible()


def test_a_loss_of_sound_waits_for_eyes(running: Stage) -> None:
    running.press(KEY.Key_F1)
    running.narrator.lose("The sound server is gone.")
    assert not running.live.sound.telling.isActive()

    running.click(running.page().close_button)  # type: ignore[attr-defined]  # the page of all keys

    assert running.session_page.notes.sound.isVisible()


@pytest.mark.every_case
@pytest.mark.parametrize("views", [("session",), ("floor",), ("session", "floor")])
@pytest.mark.parametrize("on_floor", [False, True])
def test_views_that_fail_leave_the_stop_and_what_is_said_of_it(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, views: tuple[str, ...], *, on_floor: bool
) -> None:
    voice = listen(stage)
    stage.start()
    voice.flow(71_000)
    if on_floor:
        stage.press(KEY.Key_F11)
    for view in views:
        monkeypatch.setattr(stage.session_page if view == "session" else stage.floor_page, "draw", fail)
    with qtbot.captureExceptions() as raised:
        voice.flow(2_000)
        before = len(voice.heard)
        stage.press(KEY.Key_Escape)

    assert raised
    assert stage.is_stopped
    assert voice.heard[before][1] == "[hush]"
    assert voice.texts(before) == ["Stopping. Let go. Put your foot down."]


def test_a_session_that_is_over_leaves_nothing_to_the_next(running: Stage) -> None:
    running.skip_to(HOLD)
    running.press(KEY.Key_E)
    running.clock.ms += 60_000
    running.player.look()
    assert running.session_page.hint.text() == ASLEEP
    running.press(KEY.Key_E, CTRL)
    running.show_start()

    running.start()

    page = running.session_page
    assert (page.title.text(), page.hint.text()) == (running.live_now.exercise.name, "")
    assert not page.because.isVisible()
    assert not page.easier.isChecked()
