"""The process that waits: by the wall clock, through sleep and clocks that are set, in few MiB, and not for ever."""

from __future__ import annotations

import os
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.core.reminder_times import minutes
from coach.devices import own_process
from coach.reminders.waiting import NAP_S, daily, once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_KIB = 12 * 1024
EVERY_DAY = tuple(range(7))


@pytest.fixture(name="zone")
def _zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return what changes the zone of this process."""

    def change(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield change
    monkeypatch.undo()
    time.tzset()


class Days:
    """A wall clock that naps move on, and what was told when."""

    def __init__(self, begin: str, until: str) -> None:
        self.now_s = datetime.fromisoformat(begin).replace(tzinfo=UTC).timestamp()
        self._until_s = datetime.fromisoformat(until).replace(tzinfo=UTC).timestamp()
        self.told: list[str] = []
        self.naps: list[float] = []
        self.leaps: dict[str, float] = {}

    def run(self, path: Path, *times: str, days: tuple[int, ...] = EVERY_DAY) -> list[str]:
        """Wait until the file goes; return what was told after the beginning, in the local time of the clock."""
        self.path = path
        path.touch()
        daily(str(path), days, tuple(map(minutes, times)), self.tell, self.nap, lambda: self.now_s)
        assert max(self.naps) <= NAP_S
        return self.told[1:]

    def tell(self) -> None:
        self.told.append(time.strftime("%a %H:%M", time.localtime(self.now_s)))

    def nap(self, length_s: float) -> None:
        self.naps.append(length_s)
        self.now_s += length_s
        stamp = time.strftime("%d %H:%M", time.gmtime(self.now_s))
        self.now_s += self.leaps.pop(stamp, 0)
        if self.now_s >= self._until_s:
            self.path.unlink()


def test_it_tells_at_each_time_of_each_chosen_day(tmp_path: Path, zone: Callable[[str], None]) -> None:
    zone("Europe/Berlin")
    days = Days("2026-11-30T12:00:30", "2026-12-03T23:00")

    told = days.run(tmp_path / "entry", "07:30", "18:05", days=(1, 3))

    assert told == ["Tue 07:30", "Tue 18:05", "Thu 07:30", "Thu 18:05"]


def test_it_tells_at_once_for_what_was_missed(tmp_path: Path, zone: Callable[[str], None]) -> None:
    zone("UTC")
    days = Days("2026-11-30T12:00:30", "2026-11-30T12:03")
    days.run(tmp_path / "entry", "07:30")

    assert days.told == ["Mon 12:00"], "the command itself knows whether it was told before"


def test_after_a_sleep_it_tells_of_today_alone(tmp_path: Path, zone: Callable[[str], None]) -> None:
    zone("UTC")
    days = Days("2026-11-30T12:00", "2026-12-02T23:00")
    days.leaps = {"30 13:00": (36 + 7) * 3600.0}  # until Wednesday, 8 in the morning

    assert days.run(tmp_path / "entry", "07:30", "18:00") == ["Wed 08:00", "Wed 18:00"]


def test_a_clock_that_is_put_back_by_a_year_is_followed(tmp_path: Path, zone: Callable[[str], None]) -> None:
    zone("UTC")
    days = Days("2026-11-30T12:00", "2025-12-01T23:00")
    days._until_s = 2e9
    days.leaps = {"30 13:00": -365 * 86_400.0, "01 23:00": 3e9}

    assert days.run(tmp_path / "entry", "07:30") == ["Mon 07:30"]


@pytest.mark.parametrize(
    ("place", "begin", "until", "at", "told"),
    [
        ("Europe/Berlin", "2027-03-27T12:00", "2027-03-29T12:00", "02:30", ["Sun 03:00", "Mon 02:30"]),
        ("Europe/Berlin", "2026-10-24T12:00", "2026-10-26T12:00", "02:30", ["Sun 02:30", "Mon 02:30"]),
        ("Africa/Cairo", "2026-04-23T12:00", "2026-04-25T12:00", "00:00", ["Fri 01:00", "Sat 00:00"]),
        ("America/Havana", "2026-03-07T12:00", "2026-03-09T12:00", "00:30", ["Sun 01:00", "Mon 00:30"]),
        ("America/Santiago", "2026-09-05T12:00", "2026-09-07T12:00", "00:00", ["Sun 01:00", "Mon 00:00"]),
        ("Asia/Beirut", "2026-03-28T12:00", "2026-03-30T12:00", "00:15", ["Sun 01:00", "Mon 00:15"]),
        ("Asia/Beirut", "2026-10-24T12:00", "2026-10-26T12:00", "23:30", ["Sat 23:30", "Sun 23:30"]),
    ],
)
def test_nights_of_other_lengths(  # noqa: PLR0917 - a case
    tmp_path: Path, zone: Callable[[str], None], place: str, begin: str, until: str, at: str, told: list[str]
) -> None:
    zone(place)

    assert Days(begin, until).run(tmp_path / "entry", at) == told


def test_it_ends_when_its_file_is_written_anew_or_gone(tmp_path: Path) -> None:
    file, other = tmp_path / "entry", tmp_path / "other"
    file.touch()
    other.touch()
    told: list[int] = []

    daily(str(file), EVERY_DAY, (1,), lambda: told.append(1), lambda _s: other.replace(file))
    assert told == [1]
    daily(str(file), EVERY_DAY, (1,), lambda: told.append(2), lambda _s: file.unlink())
    assert told == [1, 2]
    daily(str(file), EVERY_DAY, (1,), lambda: told.append(3))
    assert told == [1, 2], "there was none"


def test_what_is_put_off_comes_at_its_time_also_after_a_sleep(tmp_path: Path) -> None:
    clock, told = [1000.0], []

    def nap(length_s: float) -> None:
        assert length_s <= NAP_S
        clock[0] += length_s if clock[0] < 1500 else 9000

    once("", 3000, lambda: told.append(clock[0]), nap, lambda: clock[0])
    assert told == [10_540]

    file = tmp_path / "entry"
    file.touch()
    clock[0] = 1000.0
    once(str(file), 3000, lambda: told.append(0), lambda _s: file.unlink(), lambda: clock[0])
    assert told == [10_540], "reminders were switched off meanwhile"


def test_the_process_is_small_starts_the_command_and_ends_with_its_file(tmp_path: Path) -> None:
    entry, told = tmp_path / "entry", tmp_path / "told"
    entry.touch()
    command = [*own_process.waits(), "daily", str(entry), "0123456", "07:30,18:00", "/bin/cp", str(entry), str(told)]

    with subprocess.Popen(command, env={"PATH": os.environ["PATH"]}) as process:
        for _try in range(1000):
            if told.exists():
                break
            time.sleep(0.01)
        assert told.exists(), "what was missed is told at once"
        size = Path(f"/proc/{process.pid}/status").read_text("utf-8")
        assert int(size.partition("VmRSS:")[2].split()[0]) <= MOST_KIB
        assert process.poll() is None
        process.kill()


def test_it_becomes_what_it_waited_for(tmp_path: Path) -> None:
    command = [*own_process.waits(), "once", "", "1", "/bin/echo", "now"]

    assert subprocess.run(command, capture_output=True, check=True, cwd=tmp_path).stdout == b"now\n"
