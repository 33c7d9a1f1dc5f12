"""A session whose sound server is killed in the middle of a clip: it goes on, tells it once, and is heard again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from coach import equipment
from coach.app import Program
from coach.core.events import Input, Phase
from coach.session.clock import SystemClock
from coach.store.paths import Paths
from coach.ui.kit.theme import Theme
from tests.devices.sound.server import Server
from tests.parts import Parts
from tests.ui.conftest import take_apart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


PATIENCE_MS = 15_000


@pytest.fixture(name="place", params=["place", "pipewire_place"])
def _either_place(request: pytest.FixtureRequest) -> Server:
    """Return a place for a server of either kind."""
    place = request.getfixturevalue(request.param)
    assert isinstance(place, Server)
    return place


ONE_KIND = pytest.mark.parametrize("place", ["place"], indirect=True)


@pytest.fixture(name="program")
def _program(place: Server, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """Return the program with its real voice, ready for a session, in a place where a server may be."""
    assert not place.is_loud
    program = Program(qapp, Theme(qapp), SystemClock(), None, Paths.choose(tmp_path / "data"), 1)
    with qtbot.waitSignal(program.ready, timeout=PATIENCE_MS):
        program.window.show()
    program.preferences.change(heard="yes")
    program.add_voice(*equipment.make_voice(program))
    yield program
    program.window.force_close()
    take_apart(program)


def begin(program: Program, qtbot: QtBot) -> None:
    parts = Parts(program)
    parts.start_page.start.click()
    check, page = parts.check, parts.check_page
    qtbot.waitUntil(lambda: check.question is not None)
    while check.question is not None:
        if page.scale is not None:
            page.scale.numbers[2].click()
        else:
            page.buttons[0].click()


def phase(program: Program) -> Phase | None:
    snapshot = program.player.snapshot()
    return None if snapshot is None else snapshot.phase


@pytest.mark.parametrize("blow", ["kill", "freeze"])
def test_a_server_that_dies_or_hangs_and_comes_back(server: Server, program: Program, qtbot: QtBot, blow: str) -> None:
    told: list[str] = []
    program.narrator.lost.connect(lambda _why: told.append("lost"))
    program.narrator.found.connect(lambda: told.append("found"))
    begin(program, qtbot)
    note = Parts(program).session_page.notes.sound
    qtbot.waitUntil(lambda: server.is_loud, timeout=PATIENCE_MS)

    end, begin_again = (server.kill, server.start) if blow == "kill" else (server.freeze, server.thaw)
    end()
    qtbot.waitUntil(lambda: told == ["lost"], timeout=PATIENCE_MS)
    assert note.isVisible()
    assert phase(program) is Phase.RUNNING

    begin_again()
    qtbot.waitUntil(lambda: told == ["lost", "found"], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: server.is_loud, timeout=PATIENCE_MS)
    assert not note.isVisible()
    assert phase(program) is Phase.RUNNING


@ONE_KIND
def test_without_a_server_a_session_runs_in_silence_and_says_so(program: Program, place: Server, qtbot: QtBot) -> None:
    assert not place.is_loud
    qtbot.waitUntil(lambda: bool(program.narrator.trouble), timeout=PATIENCE_MS)
    begin(program, qtbot)

    assert phase(program) is Phase.RUNNING
    assert any("no sound" in text for text in _notices(program))


def _notices(program: Program) -> list[str]:
    return [found.text() for found in program.start_page.findChildren(QLabel)]


@ONE_KIND
def test_a_stop_while_the_server_is_away_is_said_when_it_is_back(
    server: Server, program: Program, qtbot: QtBot
) -> None:
    begin(program, qtbot)
    qtbot.waitUntil(lambda: server.is_loud, timeout=PATIENCE_MS)
    voice, said = program.narrator.voice, list[tuple[str, bool]]()
    say = voice.say

    def note(text: str, *, always: bool = False) -> None:
        said.append((text, voice.can_be_heard))
        say(text, always=always)

    voice.say = note  # type: ignore[method-assign]  # it is said all the same
    server.kill()
    qtbot.waitUntil(lambda: not voice.can_be_heard, timeout=PATIENCE_MS)
    said.clear()
    program.player.send(Input.PAIN_STOP)
    assert said
    release = said[-1][0]
    assert said == [(release, False)]

    server.start()
    qtbot.waitUntil(lambda: (release, True) in said, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: server.is_loud, timeout=PATIENCE_MS)
