"""Reminders by timers of the person's own systemd, where that answers: no process waits for them.

Each time of day has an `OnCalendar=` line of its own: two times in one line would mean something else. A time of day in
an hour that is lost is no time for systemd, and that day would have no reminder; the coming ones have lines in UTC.
"""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING

from coach.core.reminder_times import DAY, lost
from coach.reminders import home_folders
from coach.reminders.waiting import local_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from coach.reminders.plan import Plan

LEFT_OUT = 4
"""Exit status of a reminder that is left out, by a rule or by the person's own word. To systemd that is no failure."""
AHEAD = 400 * DAY
"""For so many minutes ahead hours that are lost are looked for. Each start of coach looks again."""
PATIENCE_S = 10
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def answers() -> bool:
    """Tell whether a systemd of this person answers."""
    return _systemctl("show", "--property=Version").startswith("Version=")


def made_up(plan: Plan) -> list[int]:
    """Return the coming reminders for which there is no local time, in minutes of UTC since 1970."""
    first = local_now(time.time())
    return lost(plan.days, plan.minutes, first, first + AHEAD, _ahead)


def timer(plan: Plan, extra: Iterable[int] = ()) -> str:
    """Return the text of the timer unit; `extra` are further moments, in minutes of UTC since 1970."""
    days = ",".join(_WEEKDAYS[day] for day in plan.days)
    lines = [f"OnCalendar={days} *-*-* {each}:00" for each in plan.times]
    lines += [f"OnCalendar={_in_utc(minute * 60)}" for minute in extra]
    calendar = "\n".join(lines)
    return (
        "[Unit]\nDescription=Reminders of coach, switched on in its settings\n\n"
        f"[Timer]\n{calendar}\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def service(plan: Plan) -> str:
    """Return the text of the service unit."""
    return (
        "[Unit]\nDescription=One reminder of coach\n"
        f"ConditionFileIsExecutable={plan.command[0].replace('%', '%%')}\n\n"
        f"[Service]\nExecStart={_quoted(plan.command)}\nSuccessExitStatus={LEFT_OUT}\n"
    )


def switch_on(plan: Plan) -> None:
    """Write the units and start the timer, if it is another one than before. Raises OSError."""
    unit, _link, _stamp = _files(plan)
    is_new = home_folders.write(unit.with_suffix(".service"), service(plan))
    if not home_folders.write(unit, timer(plan, made_up(plan))) and not is_new and _is_active(plan):
        return
    _systemctl("daemon-reload")
    _systemctl("stop", unit.name)
    _stamp.unlink(missing_ok=True)  # else a time that has passed since then would count as missed
    failed = _systemctl("enable", unit.name, tells=True) + _systemctl("start", unit.name, tells=True)
    if failed:
        raise OSError(failed)


def switch_off(plan: Plan) -> None:
    """Stop the timers and remove all that belongs to them. Raises nothing; does nothing where there is none."""
    unit, link, stamp = _files(plan)
    if not any(map(os.path.lexists, (unit, unit.with_suffix(".service"), link, stamp))):
        return
    _systemctl("stop", unit.name, _later_name(plan))
    for path in (link, unit, unit.with_suffix(".service")):
        home_folders.remove(path, home_folders.config())
    home_folders.remove(stamp, home_folders.data())
    _systemctl("daemon-reload")


def ring_later(plan: Plan, at_s: int, command: Sequence[str]) -> bool:
    """Have a command run at that second since 1970; tell whether systemd took it on."""
    if not answers():
        return False
    name = _later_name(plan)
    _systemctl("stop", name)
    # In UTC, by the wall clock: time in which the computer sleeps counts.
    run = ["systemd-run", "--user", "--quiet", "--collect", f"--unit={name}", f"--on-calendar={_in_utc(at_s)}"]
    run += ["--timer-property=AccuracySec=1s", f"--property=SuccessExitStatus={LEFT_OUT}"]
    return not _run([*run, "--", *command], tells=True)


def _later_name(plan: Plan) -> str:
    return f"{plan.name}-later.timer"


def _files(plan: Plan) -> tuple[Path, Path, Path]:
    """Return the timer unit, the link that enables it, and what systemd remembers of when it last went off."""
    name, folder = f"{plan.name}.timer", home_folders.config() / "systemd" / "user"
    stamp = home_folders.data() / "systemd" / "timers" / f"stamp-{name}"
    return folder / name, folder / "timers.target.wants" / name, stamp


def _is_active(plan: Plan) -> bool:
    return _systemctl("is-active", f"{plan.name}.timer").strip() == "active"


def _ahead(minute: int) -> int:
    return (time.localtime(minute * 60).tm_gmtoff or 0) // 60


def _in_utc(at_s: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(at_s))


def _quoted(command: Sequence[str]) -> str:
    """Return a command as a line of a unit: in quotation marks, without what systemd would fill in."""
    marks = {'"': '\\"', "\\": "\\\\", "%": "%%", "$": "$$", "\n": "\\n"}
    return " ".join('"' + "".join(marks.get(letter, letter) for letter in part) + '"' for part in command)


def _systemctl(*arguments: str, tells: bool = False) -> str:
    return _run(["systemctl", "--user", *arguments], tells=tells)


def _run(command: Sequence[str], *, tells: bool) -> str:
    """Run a command; return what it printed or, where it `tells`, why it failed. Raises nothing."""
    try:
        done = subprocess.run(  # noqa: S603 - nothing of it comes from elsewhere
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return str(error) if tells else ""
    if not tells:
        return done.stdout
    return (done.stderr.strip() or f"{command[0]}: {done.returncode}") if done.returncode else ""
