"""The one value that all views of a session show: what it keeps from instant to instant, and what is told when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Input, Phase
from coach.core.pacing import PACINGS, Preset
from coach.core.session import BECAUSE_MS, LEAD_IN_MS
from coach.core.timeline import plan
from coach.session.live import Live, LiveSession
from coach.session.narrator import Narrator
from coach.session.player import SessionIsLiveError
from coach.session.preferences import Preferences
from coach.session.sound_notice import SoundNotice
from coach.store import settings
from tests.cases import shipped
from tests.runs import Run
from tests.session.players import make_player
from tests.ui.stage import HandClock

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

ROUTINE = shipped()
TIMELINE = plan(ROUTINE, PACINGS[Preset.DEFAULT])
HOLD, NEXT_HOLD = 4, TIMELINE.first_of(2) + 1
"""Blocks of the second exercise, and of the third."""
NO_SOUND = "There is no sound now. Everything is on the screen."
ASLEEP = "The computer was asleep."


# The value


def live_in(index: int, *presses: Input) -> tuple[Run, Live]:
    """Return a session that was skipped to a block and steered, and its Live."""
    run = Run(TIMELINE)
    run.press(Input.START)
    while run.shot.index < index:
        run.press(Input.SKIP)
    for wanted in presses:
        run.press(wanted)
    return run, Live(ROUTINE, TIMELINE, run.shot)


KNEE, KNEES = "Easier: hold behind your thigh.", "Easier: hold behind your thighs."


@pytest.mark.parametrize(
    ("presses", "words"),
    [
        ((), KNEE),
        ((Input.SKIP,), KNEE),
        ((Input.PAUSE,), KNEE),
        ((Input.PAIN_STOP, Input.MISTAKE), KNEE),
        ((Input.EASIER,), "Easier: hold for fifteen seconds."),
        ((Input.PAUSE, Input.EASIER), "Easier: hold for fifteen seconds."),
        ((Input.EASIER, Input.EASIER), ""),
        ((Input.SKIP_EXERCISE,), ""),
        ((Input.SKIP_EXERCISE, Input.EASIER), KNEES),
        ((Input.BACK, Input.BACK), ""),
        ((Input.BACK, Input.BACK, Input.SKIP, Input.SKIP), KNEE),
    ],
)
def test_each_exercise_keeps_the_way_that_was_chosen_for_it(presses: tuple[Input, ...], words: str) -> None:
    run, live = live_in(3, Input.EASIER)
    assert live.easier == KNEE

    for wanted in presses:
        run.press(wanted)
        live = live.at(run.shot)

    assert live.easier == words


@pytest.mark.parametrize(
    ("side", "words"), [("right", "Easier: left hand on your hip."), ("left", "Easier: right hand on your hip.")]
)
def test_the_way_is_worded_for_the_side(side: str, words: str) -> None:
    first = TIMELINE.first_of(4)
    _run, live = live_in(first + (1 if side == "right" else 3), Input.EASIER)

    assert live.snapshot.block.side == side
    assert live.easier == words


def test_why_it_is_paused_is_told_until_it_goes_on() -> None:
    run, live = live_in(HOLD, Input.PAUSE)
    live = replace(live, notice=ASLEEP)

    run.press(Input.SKIP)
    live = live.at(run.shot)
    assert live.notice == ASLEEP
    run.press(Input.RESUME)
    live = live.at(run.shot)
    assert live.notice == ""

    run.press(Input.PAUSE)
    assert live.at(run.shot).notice == ""


@pytest.mark.parametrize(
    ("wait_ms", "presses", "asks"),
    [
        (0, (Input.SKIP,), True),
        (BECAUSE_MS - 1, (Input.SKIP,), True),
        (BECAUSE_MS, (Input.SKIP,), False),
        (0, (Input.PAUSE,), False),
        (0, (Input.SKIP, Input.PAIN_STOP), False),
        (0, (Input.SKIP, Input.END), False),
    ],
)
def test_because_of_pain_is_asked_as_long_as_the_session_takes_it(
    wait_ms: int, presses: tuple[Input, ...], *, asks: bool
) -> None:
    run, _live = live_in(HOLD)
    run.wait(BECAUSE_MS)
    for wanted in presses:
        run.press(wanted)
    run.wait(wait_ms)

    assert Live(ROUTINE, TIMELINE, run.shot).asks_because is asks


# Who holds it


class View:
    """Keeps all that it is shown."""

    def __init__(self) -> None:
        self.seen: list[Live] = []

    def show_live(self, live: Live) -> None:
        self.seen.append(live)


class Desk:
    """A player with a clock moved by hand, and what its views are shown."""

    def __init__(self, folder: Path) -> None:
        self.clock = HandClock()
        self.preferences = Preferences(folder, settings.load(folder), pytest.fail)
        self.player = make_player(self.clock)
        self.narrator = Narrator(self.player, self.preferences.now)
        self.session = LiveSession(self.player, self.narrator, self.preferences)

    def start(self, *, gently: bool = False) -> None:
        """Begin a session with a view before the person's eyes."""
        self.session.load(ROUTINE, TIMELINE, gently=gently)
        self.session.note_seen(self)
        self.player.send(Input.START)

    def skip_to(self, index: int) -> None:
        while self.now.snapshot.index < index:
            self.player.send(Input.SKIP)

    def wait(self, time_ms: int) -> None:
        while time_ms > 0:
            self.clock.ms += min(1_000, time_ms)
            time_ms -= 1_000
            self.player.look()

    @property
    def now(self) -> Live:
        assert self.session.now is not None
        return self.session.now


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_every_subscriber_is_shown_the_same_from_the_first_on(desk: Desk) -> None:
    first, second = View(), View()
    desk.session.subscribe(first)
    desk.start()
    desk.skip_to(1)  # the way down to the floor has no easier versions
    desk.wait(2_000)
    desk.session.subscribe(second)
    assert second.seen == [desk.now], "a view that comes late is shown what is now"

    shown = len(first.seen)
    desk.player.send(Input.CONFIRM)
    desk.player.send(Input.EASIER)
    desk.session.set_elsewhere(elsewhere=True)
    desk.preferences.follow_desktop(still=True)
    desk.narrator.lose("The sound server is gone.")

    assert len(first.seen) - shown == 5
    assert second.seen[1:] == first.seen[shown:]
    last = second.seen[-1]
    assert (last.easier, last.elsewhere, last.still) == ("Easier: press with half the effort.", True, True)
    assert last.sound_words == NO_SOUND


def test_nothing_is_shown_before_there_is_a_routine(desk: Desk) -> None:
    view = View()
    desk.session.subscribe(view)
    desk.preferences.follow_desktop(still=True)
    desk.session.set_elsewhere(elsewhere=True)
    desk.narrator.lose("The sound server is gone.")
    assert view.seen == []

    desk.session.load(ROUTINE, TIMELINE)

    assert (desk.now.still, desk.now.elsewhere, desk.now.snapshot.phase) == (True, True, Phase.READY)


def test_a_live_session_keeps_its_routine(desk: Desk) -> None:
    desk.start()
    desk.skip_to(HOLD)
    desk.player.send(Input.EASIER)
    before = desk.now
    assert before.easier

    with pytest.raises(SessionIsLiveError):
        desk.session.load(ROUTINE, plan(ROUTINE, PACINGS[Preset.WAIT_FOR_ME]))

    assert desk.now == before


def test_a_new_session_begins_without_what_was_wanted_in_the_last(desk: Desk) -> None:
    desk.start(gently=True)
    assert not desk.now.easier, "not on the way down"
    desk.player.send(Input.CONFIRM)
    assert desk.now.easier
    desk.player.send(Input.END)

    desk.start()
    desk.player.send(Input.CONFIRM)

    assert not desk.now.easier


def test_in_a_session_that_goes_gently_each_exercise_begins_in_its_first_easier_way(desk: Desk) -> None:
    desk.start(gently=True)
    found = []
    for position, each in enumerate(ROUTINE.exercises):
        desk.skip_to(TIMELINE.first_of(position) or 1)
        found.append((desk.now.exercise.id, desk.now.easier))
        assert desk.now.exercise == each

    assert found == [
        ("pelvic-tilt", "Easier: press with half the effort."),
        ("single-knee-to-chest", KNEE),
        ("double-knee-to-chest", KNEES),
        ("trunk-rotation", "Easier: roll only part of the way."),
        ("ql-stretch", "Easier: left hand on your hip."),
        ("childs-pose", "Easier: set your knees wider."),
        ("cat-cow", "Easier: make the movement small."),
    ]


def test_a_sleep_is_the_reason_of_a_pause(desk: Desk) -> None:
    desk.start()
    desk.clock.ms += 60_000
    desk.player.look()

    assert (desk.now.snapshot.phase, desk.now.notice) == (Phase.PAUSED, ASLEEP)
    desk.player.send(Input.RESUME)
    assert desk.now.notice == ""


# Flashes


def flashes_in(desk: Desk, wanted: Input | None = None, wait_ms: int = 0) -> int:
    """Return how often it flashed while that was done and so much time passed."""
    before = desk.now.flashes
    if wanted is not None:
        desk.player.send(wanted)
    desk.wait(wait_ms)
    return desk.now.flashes - before


def test_a_new_block_and_half_way_flash_once_and_nothing_else_does(desk: Desk) -> None:
    desk.start()
    desk.skip_to(HOLD)
    desk.wait(1_500)

    assert flashes_in(desk, Input.PAUSE) == 0
    assert flashes_in(desk, Input.RESUME, LEAD_IN_MS + 1_000) == 0
    assert flashes_in(desk, wait_ms=desk.now.snapshot.duration_ms // 2) == 1
    assert flashes_in(desk, Input.SKIP) == 1
    assert flashes_in(desk, Input.SKIP) == 0, "two within a second"


def test_nothing_flashes_that_nobody_sees_or_wants(desk: Desk) -> None:
    desk.start()
    desk.wait(2_000)
    desk.session.note_unseen(desk)
    assert flashes_in(desk, Input.SKIP, 2_000) == 0
    desk.session.note_seen(desk)
    desk.preferences.now = replace(desk.preferences.now, flash=False)
    assert flashes_in(desk, Input.SKIP, 2_000) == 0

    desk.preferences.now = replace(desk.preferences.now, flash=True)
    assert flashes_in(desk, Input.SKIP, 2_000) == 1


# The sound


def test_a_loss_is_told_in_words_once_somebody_sees_them_and_then_by_a_sign(qtbot: QtBot) -> None:
    notice = SoundNotice()
    notice.take("gone")
    assert (notice.words, notice.sign, notice.telling.isActive()) == ("", "", False)

    notice.set_seen(seen=True)
    assert (notice.words, notice.sign) == ("gone", "")
    notice.set_seen(seen=False)
    notice.set_seen(seen=True)
    notice.telling.setInterval(1)
    qtbot.waitUntil(lambda: not notice.telling.isActive())
    assert (notice.words, notice.sign) == ("", "gone")

    notice.set_seen(seen=True)
    notice.take("gone")
    assert (notice.words, notice.sign) == ("", "gone"), "it is no news any more"
    notice.begin()
    assert (notice.words, notice.sign) == ("gone", ""), "another session begins"
    notice.take("")
    assert (notice.words, notice.sign) == ("", "")


def test_news_of_the_voice_pass_and_leave_what_was_told_before(qtbot: QtBot) -> None:
    notice = SoundNotice()
    notice.set_seen(seen=True)
    notice.take("gone")
    notice.telling.timeout.emit()
    notice.voice_told.setInterval(1)

    notice.tell_voice("The voice stays as it is.")
    assert (notice.words, notice.sign) == ("The voice stays as it is.", "gone")
    qtbot.waitUntil(lambda: not notice.voice_told.isActive())
    assert (notice.words, notice.sign) == ("", "gone")

    notice.tell_voice("The voice stays as it is.")
    notice.take("")
    assert (notice.words, notice.sign) == ("", ""), "that is old by now"
