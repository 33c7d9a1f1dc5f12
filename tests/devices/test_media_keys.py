"""A session that is steered from outside by the desktop's media control."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTimer

from coach.core.events import Phase
from coach.devices import mpris
from coach.devices.awake import Awake
from coach.devices.media_keys import MediaControl, Mpris
from coach.devices.media_state import MediaState, Status
from coach.devices.mpris_interface import PLAYER, ROOT
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.devices.conftest import Bus, Outside
    from tests.ui.stage import Stage

GET = "org.freedesktop.DBus.Properties.Get"


@pytest.fixture(name="standing")
def _standing(stage: Stage, outside: Outside) -> Stage:
    """Return the program at its start page, on the bus."""
    outside.before = stage.lift_hand
    stage.add_desktop(Mpris(), Awake())
    return stage


@pytest.fixture(name="steered")
def _steered(standing: Stage, outside: Outside) -> Stage:
    """Return the program 4 s into the first block, once the desktop has seen it."""
    standing.start()
    standing.advance(4_000)
    outside.waits_for("status", answer="Playing")
    return standing


@pytest.mark.parametrize("bus", ["told", "usual"], indirect=True)
@pytest.mark.usefixtures("bus")
def test_play_pause_pauses_and_resumes(steered: Stage, outside: Outside) -> None:
    outside.does("play-pause")
    assert steered.phase() is Phase.PAUSED
    assert outside.does("status") == "Paused"

    outside.does("play-pause")
    assert steered.phase() is Phase.RUNNING
    assert outside.does("status") == "Playing"


def test_play_only_resumes_and_pause_only_pauses(steered: Stage, outside: Outside) -> None:
    outside.does("play")
    assert steered.phase() is Phase.RUNNING
    outside.does("pause")
    outside.does("pause")
    assert steered.phase() is Phase.PAUSED
    outside.does("play")
    assert steered.phase() is Phase.RUNNING


def test_next_skips_and_previous_goes_back(steered: Stage, outside: Outside) -> None:
    outside.does("next")
    assert steered.shot.index == 2
    outside.does("next")
    assert steered.shot.index == 3
    outside.does("previous")
    assert steered.shot.index == 2


def test_stop_is_the_pain_stop(steered: Stage, outside: Outside) -> None:
    outside.does("stop")

    assert steered.is_stopped
    assert outside.does("status") == "Stopped"
    assert outside.does("metadata", "xesam:title") == ""


@pytest.mark.parametrize("button", ["play", "pause", "play-pause", "next", "previous", "stop"])
def test_after_a_pain_stop_no_button_does_anything(steered: Stage, outside: Outside, button: str) -> None:
    outside.does("stop")

    outside.does(button)

    assert steered.is_stopped


def test_stop_works_in_a_pause(steered: Stage, outside: Outside) -> None:
    outside.does("pause")
    outside.does("stop")

    assert steered.is_stopped


def test_it_tells_exercise_side_and_round(steered: Stage, outside: Outside) -> None:
    steered.skip_to(3)

    told = outside.does("metadata", "--format", "{{title}} | {{artist}} | {{album}} | {{duration(mpris:length)}}")

    assert told == "Single knee to chest | Right side, round 1 of 3 | Move on | 0:15"


def test_more_time_makes_the_track_longer(steered: Stage, outside: Outside) -> None:
    steered.press(KEY.Key_Plus)

    assert outside.does("metadata", "--format", "{{duration(mpris:length)}}") == "0:25"


def test_each_block_is_another_track_and_its_time_is_the_position(steered: Stage, outside: Outside) -> None:
    steered.advance(2_000)
    outside.does("pause")  # playerctl goes on counting by itself else
    first = outside.does("metadata", "mpris:trackid")
    assert outside.does("position") == "6.000000"

    outside.does("next")

    assert outside.does("metadata", "mpris:trackid") != first
    assert outside.does("position") == "0.000000"


def test_a_wait_for_the_person_is_a_pause_that_play_ends(standing: Stage, outside: Outside) -> None:
    standing.preferences.change(pacing="wait-for-me")
    standing.start()
    standing.skip_to(3)
    outside.waits_for("status", answer="Paused")

    outside.does("pause")
    assert standing.shot.waiting
    outside.does("play")

    assert standing.shot.index == 4
    assert outside.does("status") == "Playing"


@pytest.mark.parametrize("button", ["play", "play-pause", "next", "stop"])
def test_no_button_begins_a_session(standing: Stage, outside: Outside, button: str) -> None:
    outside.does(button)

    assert outside.does("--list-all") == ""
    assert standing.page() is standing.start_page
    assert standing.phase() is Phase.READY


def test_when_the_session_is_over_the_keys_belong_to_others(steered: Stage, outside: Outside) -> None:
    steered.press(KEY.Key_E, CTRL)

    outside.waits_for("--list-all", answer="")


def test_the_end_by_next_is_an_end_like_any_other(steered: Stage, outside: Outside) -> None:
    while steered.phase() is Phase.RUNNING and steered.shot.following is not None:
        steered.press(KEY.Key_Right)
    outside.does("next")

    assert steered.phase() is Phase.FINISHED
    outside.waits_for("--list-all", answer="")


def test_a_second_session_is_there_again(steered: Stage, outside: Outside) -> None:
    steered.press(KEY.Key_E, CTRL)
    outside.waits_for("--list-all", answer="")
    steered.show_start()

    steered.start()

    outside.waits_for("--list-all", answer="coach")
    outside.does("play-pause")
    assert steered.phase() is Phase.PAUSED


def test_a_second_coach_takes_another_name(steered: Stage, outside: Outside) -> None:  # noqa: ARG001
    other = Mpris()

    other.show(MediaState(Status.PLAYING, "Another", "", "Hold", 1, 0, 0, can_go_next=True, can_go_previous=True))

    outside.waits_for("--list-all", answer=f"coach\ncoach.instance{os.getpid()}")
    assert outside.does("--player", f"coach.instance{os.getpid()}", "metadata", "xesam:title") == "Another"
    other.leave()
    outside.waits_for("--list-all", answer="coach")


def test_raise_brings_the_window_forward(steered: Stage, outside: Outside) -> None:
    steered.window.hide()

    outside.calls(f"{ROOT}.Raise")

    assert steered.window.isVisible()


def test_nobody_outside_can_quit_or_seek(steered: Stage, outside: Outside) -> None:
    before = steered.shot

    outside.calls(f"{ROOT}.Quit")
    outside.calls(f"{PLAYER}.Seek", "int64:5000000")
    outside.calls(f"{PLAYER}.SetPosition", "objpath:/coach/block/0", "int64:9000000")
    outside.calls(f"{PLAYER}.OpenUri", "string:file:///etc/hostname")
    outside.does("volume", "0.5")

    assert steered.window.isVisible()
    assert steered.shot == before
    assert outside.does("volume") == "1.000000"


def test_it_describes_itself_to_who_asks(steered: Stage, outside: Outside) -> None:  # noqa: ARG001
    told = outside.calls("org.freedesktop.DBus.Introspectable.Introspect")
    described = ET.fromstring(told[told.index("<node>") :])  # noqa: S314 - our own words
    interfaces = {each.get("name"): each for each in described}
    methods = {each.get("name") for each in interfaces[PLAYER].findall("method")}
    properties = {each.get("name") for each in interfaces[PLAYER].findall("property")}

    assert set(interfaces) == {ROOT, PLAYER}
    assert methods >= {"Play", "Pause", "PlayPause", "Stop", "Next", "Previous", "Seek", "SetPosition", "OpenUri"}
    for name in properties:
        assert outside.calls(GET, f"string:{PLAYER}", f"string:{name}") != "", name
    for name in ("CanQuit", "CanRaise", "HasTrackList", "Identity", "SupportedUriSchemes", "SupportedMimeTypes"):
        assert outside.calls(GET, f"string:{ROOT}", f"string:{name}") != "", name


@pytest.mark.parametrize(
    "call",
    [
        (f"{PLAYER}.Explode",),
        (f"{PLAYER}.Seek", "string:far"),
        ("org.example.Nothing.Stop",),
        ("org.freedesktop.DBus.Properties.Get", f"string:{PLAYER}", "string:Nothing"),
        ("org.freedesktop.DBus.Properties.Get", "int32:4"),
    ],
    ids=lambda call: call[0],
)
def test_a_call_that_means_nothing_is_answered_and_does_nothing(
    steered: Stage, outside: Outside, call: tuple[str, ...]
) -> None:
    outside.calls(*call)

    assert steered.phase() is Phase.RUNNING
    assert outside.does("status") == "Playing"


def test_what_is_the_same_is_not_told_again(steered: Stage, outside: Outside, qtbot: QtBot) -> None:
    with outside.listens() as count:
        steered.advance(3_000)
        outside.does("pause")
        qtbot.waitUntil(lambda: count() == 1)
        outside.does("next")
        qtbot.waitUntil(lambda: count() == 2)
        outside.does("status")

        assert count() == 2


def test_without_a_bus_a_session_runs(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    stage.add_desktop(Mpris(), Awake())

    stage.start()
    stage.advance(2_000)

    assert stage.phase() is Phase.RUNNING


def test_a_bus_that_does_not_answer_holds_nothing_up(stage: Stage, bus: Bus, qtbot: QtBot) -> None:
    bus.freeze()
    stage.add_desktop(Mpris(), Awake())
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(20)

    stage.start()
    qtbot.waitUntil(lambda: len(beats) >= 5)
    qtbot.waitUntil(lambda: "media control" not in [thread.name for thread in threading.enumerate()])
    begun = len(beats)
    qtbot.waitUntil(lambda: len(beats) >= begun + 5)

    assert stage.phase() is Phase.RUNNING


def test_a_bus_that_stops_answering_in_a_session_holds_nothing_up(steered: Stage, bus: Bus) -> None:
    bus.freeze()

    for _press in range(20):
        steered.press(KEY.Key_Space)
    steered.press(KEY.Key_Escape)

    assert steered.is_stopped
    steered.press(KEY.Key_M)
    steered.show_start()


def test_a_bus_that_dies_in_a_session_does_no_harm(steered: Stage, bus: Bus, qtbot: QtBot) -> None:
    bus.end()
    qtbot.wait(20)

    steered.press(KEY.Key_Space)
    assert steered.phase() is Phase.PAUSED
    steered.press(KEY.Key_Space)
    steered.press(KEY.Key_E, CTRL)

    assert steered.phase() is Phase.ENDED


def test_the_silent_twin_takes_everything() -> None:
    silent = MediaControl()
    wanted: list[str] = []
    silent.wanted.connect(wanted.append)

    silent.show(MediaState(Status.PLAYING, "Any", "", "", 0, 0, 0, can_go_next=True, can_go_previous=False))
    silent.leave()

    assert wanted == []


STATE = MediaState(Status.PLAYING, "Any", "", "Hold", 3, 4_000, 30_000, can_go_next=True, can_go_previous=True)


@pytest.mark.parametrize(
    ("state", "by_ms", "position_ms"),
    [
        (STATE, 9_500, 13_500),
        (STATE, 60_000, 30_000),
        (replace(STATE, length_ms=0), 60_000, 64_000),
        (replace(STATE, status=Status.PAUSED), 9_500, 4_000),
        (replace(STATE, status=Status.STOPPED), 9_500, 4_000),
    ],
)
def test_the_position_goes_on_while_nothing_is_shown(state: MediaState, by_ms: int, position_ms: int) -> None:
    assert state.later(by_ms).position_ms == position_ms


@pytest.mark.parametrize(("position_ms", "leaps"), [(0, 1), (18_000, 1), (18_800, 0), (19_600, 0)])
def test_a_leap_back_is_told_from_where_the_position_had_got_to(
    position_ms: int, leaps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now_s)
    presence = mpris.Presence(STATE, lambda _method, _done: None, lambda _why: None)

    now_s += 15.25
    presence.show(replace(STATE, position_ms=position_ms))

    told = [] if presence._out.empty() else [presence._out.get()]
    assert ["Seeked" in str(message.header.fields) for message in told if message is not None] == [True] * leaps


def test_a_call_that_cannot_be_answered_ends_no_other(
    steered: Stage, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_player: object) -> str:
        raise TypeError

    monkeypatch.setattr(mpris, "introspection", fail)
    assert not outside.calls("org.freedesktop.DBus.Introspectable.Introspect")

    outside.does("play-pause")

    assert steered.phase() is Phase.PAUSED
    assert outside.does("status") == "Paused"
