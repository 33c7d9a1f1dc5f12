"""Where a sound server may be, whether one has appeared, and when a helper is started again."""

from __future__ import annotations

import socket
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.devices import helper_restarts
from coach.devices.helper_restarts import HelperRestarts
from coach.devices.sound_protocol import LOST, NO_SERVER
from coach.devices.sound_server import OF_THE_SYSTEM, sockets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is none"),
]

OWN, SYSTEM = Path("/run/user/7/pulse/native"), OF_THE_SYSTEM


@pytest.mark.parametrize(
    ("environ", "places"),
    [
        ({"XDG_RUNTIME_DIR": "/run/user/7"}, [OWN, SYSTEM]),
        ({"PULSE_RUNTIME_PATH": "/run/user/7/pulse", "XDG_RUNTIME_DIR": "/else"}, [OWN, SYSTEM]),
        ({"PULSE_SERVER": "/run/user/7/pulse/native", "XDG_RUNTIME_DIR": "/else"}, [OWN]),
        ({"PULSE_SERVER": "{abc}unix:/run/user/7/pulse/native"}, [OWN]),
        ({"PULSE_SERVER": "tcp:far.example unix:/run/user/7/pulse/native"}, [OWN]),
        ({"PULSE_SERVER": "far.example"}, []),
        ({"HOME": "/nowhere/at/all"}, [SYSTEM]),
    ],
)
def test_it_is_looked_for_where_libpulse_looks(environ: dict[str, str], places: list[Path]) -> None:
    assert sockets(environ) == places


def test_without_a_folder_for_what_runs_a_link_in_the_home_leads_to_it(tmp_path: Path) -> None:
    link = tmp_path / ".config" / "pulse" / "0123-runtime"
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "pulse-x")
    assert sockets({"HOME": str(tmp_path)}) == [link / "native", SYSTEM]


@pytest.fixture(name="folder")
def _folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="coach-") as name:
        monkeypatch.setenv("PULSE_SERVER", f"unix:{name}/pulse/native")
        yield Path(name)


@pytest.fixture(name="restarts")
def _restarts(folder: Path, qapp: object) -> HelperRestarts:
    assert folder.is_dir()
    assert qapp is not None
    restarts = HelperRestarts(None)
    restarts.note_start()
    return restarts


def bind(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def wait_ms(restarts: HelperRestarts) -> int:
    """Return how long it is until the next start, in ms; -1 for never."""
    return restarts._timer.interval() if restarts._timer.isActive() else -1


def test_a_server_that_appears_is_tried_at_once_and_a_few_times_more(
    restarts: HelperRestarts, folder: Path, qtbot: QtBot
) -> None:
    restarts.plan(NO_SERVER, was_proven=False)
    assert wait_ms(restarts) == helper_restarts.SLOWEST_MS
    with qtbot.waitSignal(restarts.due):
        bind(folder / "pulse" / "native")
    waits = []
    for _ in range(5):
        restarts.note_start()
        restarts.plan(NO_SERVER, was_proven=False)
        waits.append(wait_ms(restarts))
    assert waits == [*helper_restarts.SOON_MS, helper_restarts.SLOWEST_MS, helper_restarts.SLOWEST_MS]


def test_a_server_that_takes_the_place_of_a_dead_one_is_seen(
    restarts: HelperRestarts, folder: Path, qtbot: QtBot
) -> None:
    bind(folder / "pulse" / "native")
    restarts.note_start()
    restarts.plan(NO_SERVER, was_proven=False)
    (folder / "pulse" / "pid").touch()  # nothing of a server
    qtbot.wait(50)
    assert wait_ms(restarts) == helper_restarts.SLOWEST_MS
    with qtbot.waitSignal(restarts.due):
        bind(folder / "pulse" / "native")


def test_one_that_appears_while_the_helper_still_looks_is_not_missed(
    restarts: HelperRestarts, folder: Path, qtbot: QtBot
) -> None:
    bind(folder / "pulse" / "native")
    with qtbot.waitSignal(restarts.due):
        restarts.plan(NO_SERVER, was_proven=False)


def test_a_helper_that_keeps_failing_is_started_at_once_when_another_server_appears(
    restarts: HelperRestarts, folder: Path, qtbot: QtBot
) -> None:
    bind(folder / "pulse" / "native")
    restarts.note_start()
    for _ in range(4):
        restarts.plan(LOST, was_proven=False)
    with qtbot.waitSignal(restarts.due):
        bind(folder / "pulse" / "native")


def test_in_a_session_a_place_where_one_is_seen_at_once_is_tried_ever_more_rarely(restarts: HelperRestarts) -> None:
    assert in_a_session(restarts) == [10_000, 20_000, 40_000, 60_000]
    restarts.set_awake(awake=False)
    assert in_a_session(restarts)[0] == 10_000
    restarts.plan(LOST, was_proven=True)  # there was one for a while
    assert in_a_session(restarts)[0] == 10_000


def in_a_session(restarts: HelperRestarts) -> list[int]:
    restarts.set_awake(awake=True)
    waits = []
    for _ in range(4):
        restarts.plan(NO_SERVER, was_proven=False)
        waits.append(wait_ms(restarts))
    return waits


def test_in_a_session_there_is_no_wait_of_a_minute_for_what_nobody_sees(
    restarts: HelperRestarts, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bind(folder / "pulse" / "native")  # nobody answers, and somebody may at any time
    restarts.note_start()
    assert in_a_session(restarts) == 4 * [helper_restarts.WATCHED_MS]
    monkeypatch.setenv("PULSE_SERVER", "tcp:far.example")
    assert in_a_session(restarts) == 4 * [helper_restarts.RETRY_MS]


def test_a_helper_that_keeps_failing_is_started_ever_more_rarely(restarts: HelperRestarts) -> None:
    waits = []
    for _ in range(8):
        restarts.plan(LOST, was_proven=False)
        waits.append(wait_ms(restarts))
    assert waits == [0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]
    restarts.plan(LOST, was_proven=True)
    assert wait_ms(restarts) == 0
    restarts.set_awake(awake=True)
    for _ in range(8):
        restarts.plan(LOST, was_proven=False)
    assert wait_ms(restarts) == helper_restarts.RETRY_MS


def test_nothing_is_planned_after_the_end(restarts: HelperRestarts, folder: Path, qtbot: QtBot) -> None:
    restarts.plan(NO_SERVER, was_proven=False)
    restarts.stop()
    bind(folder / "pulse" / "native")
    qtbot.wait(50)
    assert wait_ms(restarts) == -1
