"""Reminders by systemd: its files, what it makes of them in odd nights, and a real one that runs them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from coach.core.reminder_times import DAY
from coach.reminders import autostart, schedule, user_timers
from coach.reminders.plan import Plan, plan
from coach.reminders.user_timers import service, timer
from coach.reminders.waiting import local_now
from coach.store import reminder_state, settings
from coach.store.settings import Settings
from tests.reminders.conftest import contents
from tests.reminders.test_waiting import _zone  # noqa: F401 - a fixture
from tests.reminders.user_manager import user_manager

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EVERY_DAY = tuple(range(7))
BACKSLASH = "\\"
ANALYZE = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze")


def of(days: tuple[int, ...], *times: str, folder: Path | None = None) -> Plan:
    return plan(Settings(remind=True, remind_days=days, remind_times=times), folder)


def lines(text: str) -> list[str]:
    return re.findall(r"^OnCalendar=(.*)$", text, re.MULTILINE)


def elapses(zone: str, base: str, calendar: list[str], count: int) -> list[str]:
    """Return the next moments at which systemd would remind, in UTC, the soonest first."""
    found: set[str] = set()
    for each in calendar:
        command = [ANALYZE or "", "calendar", f"--base-time={base}", f"--iterations={count}", each]
        done = subprocess.run(command, env={"TZ": zone, "LC_ALL": "C"}, capture_output=True, text=True, check=True)
        found |= set(re.findall(r"\w+ ([-\d]+ [\d:]+) UTC$", done.stdout, re.MULTILINE))
    return sorted(found)[:count]


@needs_systemd
def test_each_time_has_a_line_of_its_own_that_systemd_understands() -> None:
    calendar = lines(timer(of((0, 2, 6), "07:30", "18:05")))

    assert calendar == ["Mon,Wed,Sun *-*-* 07:30:00", "Mon,Wed,Sun *-*-* 18:05:00"]
    assert elapses("UTC", "2026-12-01 12:00", calendar, 3) == [
        "2026-12-02 07:30:00",
        "2026-12-02 18:05:00",
        "2026-12-06 07:30:00",
    ]


@needs_systemd
@pytest.mark.parametrize(
    ("place", "base", "time_of_day", "told"),
    [
        ("Europe/Berlin", "2027-03-27 12:00", "02:30", ["2027-03-28 01:30:00", "2027-03-29 00:30:00"]),
        ("Europe/Berlin", "2027-03-27 12:00", "07:30", ["2027-03-28 05:30:00", "2027-03-29 05:30:00"]),
        ("Europe/Berlin", "2026-10-24 12:00", "02:30", ["2026-10-25 00:30:00", "2026-10-26 01:30:00"]),
        ("Africa/Cairo", "2026-04-23 12:00", "00:00", ["2026-04-23 22:00:00", "2026-04-24 21:00:00"]),
        ("America/Havana", "2026-03-07 12:00", "00:30", ["2026-03-08 05:30:00", "2026-03-09 04:30:00"]),
        ("America/Santiago", "2026-09-05 12:00", "00:00", ["2026-09-06 04:00:00", "2026-09-07 03:00:00"]),
        ("Asia/Beirut", "2026-03-28 12:00", "00:15", ["2026-03-28 22:15:00", "2026-03-29 21:15:00"]),
    ],
)
def test_no_night_is_without_its_reminder_or_has_it_twice(  # noqa: PLR0917 - a case
    zone: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    base: str,
    time_of_day: str,
    told: list[str],
) -> None:
    zone(place)
    at = datetime.fromisoformat(base).replace(tzinfo=ZoneInfo(place)).timestamp()
    monkeypatch.setattr(time, "time", lambda: at)

    text = timer(wanted := of(EVERY_DAY, time_of_day), user_timers.made_up(wanted))

    assert elapses(place, base, lines(text), 2) == told


@needs_systemd
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    wanted = of(EVERY_DAY, "07:30", folder=tmp_path / 'a "folder" of 100% $HOME\\x')
    files = [tmp_path / f"{wanted.name}.timer", tmp_path / f"{wanted.name}.service"]
    for file, text in zip(files, (timer(wanted, [29_000_000]), service(wanted)), strict=True):
        file.write_text(text, "utf-8")

    command = [ANALYZE or "", "verify", "--user", "--man=no", *map(str, files)]
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    ours = [line for line in (done.stdout + done.stderr).splitlines() if wanted.name in line]
    assert (ours, done.returncode) == ([], 0)


# A real one


@pytest.fixture(name="manager")
def _manager(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Run a systemd for the home of the test, and return that home."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    with user_manager(runtime) as runs:
        if not runs:
            pytest.skip("no systemd can run for this user")
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
        yield Path.home()


def shown(unit: str, name: str) -> str:
    asked = ["systemctl", "--user", "show", "--value", f"--property={name}", unit]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def until(unit: str, name: str, value: str) -> None:
    for _try in range(300):
        if shown(unit, name) == value:
            return
        time.sleep(0.05)
    pytest.fail(f"{name} of {unit} is {shown(unit, name)}")


def test_a_real_systemd_keeps_time_and_forgets_all_of_it(manager: Path, tmp_path: Path) -> None:
    before, data = contents(manager), tmp_path / "data"
    data.mkdir()
    chosen = Settings(remind=True, remind_days=EVERY_DAY, remind_times=("07:30", "18:00"))
    settings.save(data, chosen)
    wanted = plan(chosen, data)
    unit, later = f"{wanted.name}.timer", f"{wanted.name}-later.timer"

    schedule.follow(wanted, data)

    assert shown(unit, "ActiveState") == "active"
    assert shown(unit, "UnitFileState") == "enabled"
    assert {"07:30:00", "18:00:00"} <= set(re.findall(r"\*-\*-\* ([\d:]+)", shown(unit, "TimersCalendar")))
    assert not any("autostart" in name for name in contents(manager))
    since = shown(unit, "ActiveEnterTimestampMonotonic")
    schedule.follow(wanted, data)
    assert shown(unit, "ActiveEnterTimestampMonotonic") == since, "nothing was written or started anew"
    schedule.follow(wanted._replace(times=("06:15",)), data)
    assert set(re.findall(r"\*-\*-\* ([\d:]+)", shown(unit, "TimersCalendar"))) == {"06:15:00"}
    assert user_timers.ring_later(wanted, int(time.time()) + 1800, wanted.command)
    assert user_timers.ring_later(wanted, int(time.time()) + 3600, wanted.command), "in the place of the first"
    assert shown(later, "ActiveState") == "active"

    schedule.stop(wanted, data)

    assert [shown(each, "ActiveState") for each in (unit, later)] == ["inactive", "inactive"]
    assert shown(unit, "LoadState") == "not-found"
    assert contents(manager) - {".config", ".local", ".local/share"} == before
    assert contents(data) == {settings.NAME}


def test_a_reminder_whose_settings_are_gone_takes_its_timer_away(manager: Path, tmp_path: Path) -> None:
    before, data = contents(manager), tmp_path / "data"
    data.mkdir()
    wanted = of(EVERY_DAY, "07:30", folder=data)
    schedule.follow(wanted, data)

    assert user_timers.ring_later(wanted, int(time.time()) + 2, wanted.command)

    usual = {".config", ".local", ".local/share"}
    for _try in range(400):
        if contents(manager) - usual == before:
            break
        time.sleep(0.05)
    assert contents(manager) - usual == before
    assert shown(f"{wanted.name}.timer", "ActiveState") == "inactive"


# Without one


def test_a_coach_that_was_removed_is_not_missed(manager: Path, tmp_path: Path) -> None:
    wanted = of(EVERY_DAY, "07:30", folder=tmp_path / "data")
    unit = manager / ".config" / "systemd" / "user" / f"{wanted.name}.service"
    unit.parent.mkdir(parents=True)
    unit.write_text(service(wanted).replace(wanted.command[0], str(tmp_path / "gone")), "utf-8")

    start = ["systemctl", "--user", "start", unit.name]
    subprocess.run(start, check=True)

    assert (shown(unit.name, "ConditionResult"), shown(unit.name, "Result")) == ("no", "success")


def test_without_a_systemd_the_desktop_starts_a_process_that_waits(tmp_path: Path) -> None:
    home, data = Path.home(), tmp_path / "data"
    data.mkdir()
    wanted = of(EVERY_DAY, "07:30", "18:00", folder=data)
    before = contents(home)
    assert not user_timers.answers()

    schedule.follow(wanted, data)

    entry = home / ".config" / "autostart" / f"{wanted.name}.desktop"
    assert contents(home) == before | {".config", ".config/autostart", f".config/autostart/{entry.name}"}
    first = only_one(entry)
    written = entry.stat().st_mtime_ns
    schedule.follow(wanted, data)
    assert entry.stat().st_mtime_ns == written
    assert only_one(entry) == first
    if validate := shutil.which("desktop-file-validate"):
        subprocess.run([validate, entry], check=True)

    schedule.stop(wanted, data)
    assert contents(home) - {".config"} == before
    assert contents(data) == set()
    os.kill(first, 9)  # it would end by itself within a minute


def only_one(entry: Path) -> int:
    """Return the process that waits, once what it starts has become something else."""
    for _try in range(500):
        if len(found := waiting(entry)) == 1:
            return found[0]
        time.sleep(0.02)
    pytest.fail(f"{found} wait")


def waiting(entry: Path) -> list[int]:
    """Return the processes that wait because of an entry."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"daily\0{entry}".encode() in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def test_what_a_desktop_reads_out_of_the_entry_is_the_command(tmp_path: Path) -> None:
    odd = tmp_path / 'a "folder" of 100% $HOME `x` \\n'
    wanted = of((0, 6), "07:30", folder=odd)
    (line,) = re.findall(r"^Exec=(.*)$", autostart.entry(wanted), re.MULTILINE)

    # As the specification has it: backslashes of a text, the quoting of arguments as in a shell, what % stands for.
    in_a_shell = f"printf '%s\\0' {line.replace(BACKSLASH * 2, BACKSLASH)}"
    read = subprocess.run(["/bin/sh", "-c", in_a_shell], capture_output=True, text=True, check=True).stdout

    assert read.replace("%%", "%").split("\0")[-4:] == ["--data-dir", str(odd), "--scheduled", ""]


def test_what_was_chosen_just_now_was_not_missed_today(tmp_path: Path) -> None:
    schedule._forget_the_past(of(EVERY_DAY, "00:00"), tmp_path)
    first = reminder_state.load(tmp_path)
    assert abs(first.seen - local_now(time.time())) <= 1

    reminder_state.save(tmp_path, first._replace(seen=first.seen - DAY))
    schedule._forget_the_past(of(EVERY_DAY, "00:00"), tmp_path)
    assert reminder_state.load(tmp_path).seen == first.seen - DAY, "a start of coach forgets nothing"
    schedule._forget_the_past(of(EVERY_DAY, "00:00", "01:00"), tmp_path)
    assert reminder_state.load(tmp_path).seen >= first.seen


@pytest.mark.parametrize("name", ["FLATPAK_ID", "APPDIR"])
def test_a_package_that_nothing_can_start_from_outside_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "usr" / "bin" / "coach"))
    before, chosen = contents(Path.home()), Settings(remind=True)

    with pytest.raises(OSError, match="Save the calendar file instead"):
        schedule.follow_settings(chosen, tmp_path / "data", None)

    schedule.follow_settings(Settings(), tmp_path / "data", None)
    assert contents(Path.home()) == before
