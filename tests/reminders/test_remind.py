"""The command “remind”: which rules leave a reminder out, what the note says, and what comes of each answer."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.core.reminder_times import DAY, in_digits
from coach.reminders import note
from coach.reminders.note import Answer
from coach.reminders.remind import LATER_S, TOKEN, remind, words
from coach.reminders.user_timers import LEFT_OUT
from coach.reminders.waiting import local_now
from coach.store import reminder_state, settings
from coach.store.record.journal import Journal
from coach.store.reminder_state import ReminderState
from coach.store.settings import Settings
from tests.cases import ROOT
from tests.reminders.conftest import command_line, contents

if TYPE_CHECKING:
    from tests.devices.conftest import Bus
    from tests.reminders.conftest import Opener

SHOWN, UNKNOWN = 0, 1
PATIENCE_S = 30
CLICK: dict[str, list[list[object]]] = {
    key: [["ActivationToken", "us", "leave"], ["ActionInvoked", "us", key], ["NotificationClosed", "uu", 2]]
    for key in ("default", "start", "later", "not-today")
}
"""What a click on each button has the desktop send, all at once."""
EVERY_DAY = tuple(range(7))


def now() -> int:
    return local_now(time.time())


def switched_on(folder: Path, *, minutes_ago: int) -> None:
    """Have a reminder every day at a time that has passed, without one that was told since."""
    at = (now() - minutes_ago) % DAY
    settings.save(folder, Settings(remind=True, remind_days=EVERY_DAY, remind_times=(in_digits(at),)))


# Which are left out


@pytest.mark.usefixtures("bus")
def test_reminders_that_are_off_leave_one_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert remind(tmp_path, scheduled=True) == LEFT_OUT
    assert "switched off" in capsys.readouterr().err


def test_one_that_is_due_comes_once(tmp_path: Path, desktop: Opener) -> None:
    desktop(["NotificationClosed", "uu", 2])
    switched_on(tmp_path, minutes_ago=2)

    assert [remind(tmp_path, scheduled=True) for _time in range(2)] == [SHOWN, LEFT_OUT]
    assert remind(tmp_path, scheduled=True, again=True) == SHOWN, "it was put off, and comes whatever is due"


def test_a_clock_that_was_ahead_silences_nothing(tmp_path: Path, desktop: Opener) -> None:
    desktop(["NotificationClosed", "uu", 2])
    switched_on(tmp_path, minutes_ago=0)
    reminder_state.save(tmp_path, ReminderState(seen=now() + 400 * DAY))

    assert remind(tmp_path, scheduled=True) == SHOWN


@pytest.mark.parametrize(
    ("days_ago", "ending", "after", "status"),
    [
        (1, "stopped for pain", None, LEFT_OUT),
        (0, "stopped for pain", None, LEFT_OUT),
        (2, "stopped for pain", None, SHOWN),
        (1, "finished", 5, LEFT_OUT),
        (1, "finished", 3, SHOWN),
        (0, "finished", 3, LEFT_OUT),
    ],
)
def test_pain_and_a_session_leave_one_out(  # noqa: PLR0917 - a case
    tmp_path: Path, desktop: Opener, days_ago: int, ending: str, after: int | None, status: int
) -> None:
    desktop(["NotificationClosed", "uu", 2])
    with closing(Journal(tmp_path / "record.db")) as journal:
        begun = int(time.time() * 1000) - days_ago * DAY * 60_000
        ahead = time.localtime().tm_gmtoff // 60
        journal.connection.execute(
            "INSERT INTO session (started_ms, offset_min, routine, routine_name, routine_version, pacing, pain_before,"
            " ended_ms, ending, pain_after) VALUES (?, ?, 'a', 'A', '1', 'default', 3, ?, ?, ?)",
            (begun, ahead, begun, ending, after),
        )

        assert remind(tmp_path) == status, "beside a coach that has the record open"


def test_what_cannot_be_read_may_tell_of_pain(
    tmp_path: Path, desktop: Opener, capsys: pytest.CaptureFixture[str]
) -> None:
    desktop()
    (tmp_path / "record.db").write_bytes(b"no record" * 500)

    assert remind(tmp_path) == UNKNOWN
    assert "there is no reminder" in capsys.readouterr().err


def test_without_a_desktop_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert remind(tmp_path) == UNKNOWN
    assert "no session bus" in capsys.readouterr().err


@pytest.mark.usefixtures("bus")
def test_a_desktop_that_shows_no_notes_is_waited_for_and_told() -> None:
    with pytest.raises(note.NobodyShowsNotesError, match="shows notifications"):
        note.show(words(), open_s=0)


# What shows


def test_the_note_is_quiet_and_names_coach(tmp_path: Path, desktop: Opener) -> None:
    shown = desktop(["NotificationClosed", "uu", 2])

    assert remind(tmp_path) == SHOWN

    name, replaces, icon, title, text, actions, hints, stays = shown.until("Notify")
    assert (name, replaces, stays) == ("coach", 0, -1)
    assert isinstance(icon, str)
    assert icon.startswith("file:///")
    assert (title, text) == ("Time for your stretches, if you like", "Skip a day when you are sore.")
    buttons = ["start", "Start", "later", "In 30 minutes", "not-today", "Not today"]
    assert actions == ["default", "Start", *buttons]
    assert hints == {
        "urgency": ["y", 1],
        "suppress-sound": ["b", True],
        "desktop-entry": ["s", "org.example.lowerbackcoach"],
    }


def test_where_there_are_no_buttons_words_say_how(tmp_path: Path, desktop: Opener) -> None:
    shown = desktop(["NotificationClosed", "uu", 1], can=("body",))

    assert remind(tmp_path) == SHOWN

    *_before, text, actions, _hints, _stays = shown.until("Notify")
    assert text == "Skip a day when you are sore. Open coach when you are ready."
    assert actions == []


def test_a_note_that_nobody_answers_goes_after_a_while(desktop: Opener) -> None:
    shown = desktop()

    assert note.show(words(), shown_s=0.1).answer is Answer.NONE

    assert shown.until("CloseNotification") == [7]


def test_a_person_who_logs_out_has_answered_nothing(bus: Bus, desktop: Opener) -> None:
    shown = desktop()

    def log_out() -> None:
        shown.until("shown")
        time.sleep(0.3)  # the bus hands the answer on
        bus.end()

    person = threading.Thread(target=log_out)
    person.start()
    assert note.show(words()).answer is Answer.NONE
    person.join()


# What comes of an answer: each click sends three signals in a row


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("default", Answer.START),
        ("start", Answer.START),
        ("later", Answer.LATER),
        ("not-today", Answer.NOT_TODAY),
    ],
)
def test_no_signal_of_a_click_is_lost(desktop: Opener, key: str, answer: Answer) -> None:
    desktop(*CLICK[key])

    assert note.show(words()) == (answer, "leave")


def test_a_click_on_the_note_of_another_program_is_none(desktop: Opener) -> None:
    others: list[list[object]] = [["other ActivationToken", "us", "leave"], ["other ActionInvoked", "us", "start"]]
    desktop(*others, ["NotificationClosed", "uu", 2])

    assert note.show(words()) == (Answer.NONE, "")


def test_the_end_of_the_note_of_another_program_is_none(desktop: Opener) -> None:
    desktop(["other NotificationClosed", "uu", 2], *CLICK["later"])

    assert note.show(words()).answer is Answer.LATER


def test_not_today_is_kept(tmp_path: Path, desktop: Opener) -> None:
    desktop(*CLICK["not-today"])
    switched_on(tmp_path, minutes_ago=2)

    assert remind(tmp_path, scheduled=True) == SHOWN
    assert [remind(tmp_path), remind(tmp_path, scheduled=True, again=True)] == [LEFT_OUT, LEFT_OUT]


def reminding(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the command itself, which may become something else."""
    command = [sys.executable, "-m", "coach", "remind", *arguments, "--data-dir", str(folder)]
    return subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.parametrize("own", [("--scheduled",), ()], ids=["own schedule", "another"])
def test_in_30_minutes_leaves_a_small_process_until_then(tmp_path: Path, desktop: Opener, own: tuple[str, ...]) -> None:
    desktop(*CLICK["later"])
    if own:
        switched_on(tmp_path, minutes_ago=2)
    before, begun = contents(tmp_path), int(time.time())

    with reminding(tmp_path, *own) as process:
        waits = _until_it_waits(process.pid)
        size = Path(f"/proc/{process.pid}/status").read_text("utf-8")
        process.kill()

    _python, _isolated, _siteless, script, way, file, until, *then = waits
    assert (Path(script), way, file) == (ROOT / "coach" / "reminders" / "waiting.py", "once", "")
    assert LATER_S <= int(until) - begun <= LATER_S + PATIENCE_S
    assert then[3:] == ["coach", "remind", "--data-dir", str(tmp_path), *own, *(["--again"] if own else [])]
    assert int(size.partition("VmRSS:")[2].split()[0]) <= 12 * 1024
    assert contents(tmp_path) - {"coach-reminders.json"} == before


def _until_it_waits(pid: int) -> list[str]:
    for _try in range(PATIENCE_S * 50):
        if "once" in (found := command_line(pid)) and Path(f"/proc/{pid}/wchan").exists():
            time.sleep(0.1)  # its modules are being imported
            return found
        time.sleep(0.02)
    pytest.fail("it does not wait")


def test_start_brings_the_window_of_a_coach_that_runs(tmp_path: Path, desktop: Opener, bus: Bus) -> None:
    desktop(*CLICK["start"])
    # The second start has no screen: it could not open a window of its own, and would say so.
    first = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": bus.address}
    with subprocess.Popen([sys.executable, "-m", "coach", "--data-dir", str(tmp_path)], env=first) as running:
        for _try in range(PATIENCE_S * 50):
            if (tmp_path / "coach.lock").exists() and b"coach-" in (tmp_path / "coach.lock").read_bytes():
                break
            time.sleep(0.02)
        with reminding(tmp_path) as process:
            assert process.wait(PATIENCE_S) == 0
        assert running.poll() is None
        running.kill()


def test_start_hands_on_the_leave_to_come_forward(
    tmp_path: Path, desktop: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop(*CLICK["start"])
    became: list[tuple[object, ...]] = []
    monkeypatch.delenv(TOKEN, raising=False)
    monkeypatch.setattr(os, "execv", lambda *command: became.append((*command, os.environ.get(TOKEN))))

    assert remind(tmp_path) == 0
    monkeypatch.delenv(TOKEN)

    command = (sys.executable, "-P", "-m", "coach", "--data-dir", str(tmp_path))
    assert became == [(sys.executable, command, "leave")]
