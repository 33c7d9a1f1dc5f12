#!/usr/bin/env bash
# A systemd timer for a time of day that the clocks skip does not go off later: it leaves that day out
#
# Versions   systemd 252 (Debian 12) and 257 (Debian 13): `systemd-analyze calendar`, which asks the same code as a timer.
# Guess      Where 2:30 does not exist, as in Berlin on the last Sunday of March, a timer for 2:30 goes off at 3:00 or 3:30, as
#            cron's jobs do. `daily` at least means once a day, everywhere.
# Behaviour  The day is skipped: the next time is 2:30 of the day after, 47 hours later. `daily` is 0:00, so in Cairo, Santiago
#            and Beirut, whose clocks go from 0:00 to 1:00, it leaves that day out, too. A zone that is written into the
#            calendar event changes nothing. In the hour that comes twice it goes off once, the first time.
# Seen       02:30 in Berlin after 2027-03-27 12:00 -> 2027-03-29 02:30; daily in Cairo after 2027-04-29 12:00 -> 2027-05-01 00:00
# Documented systemd.time(7) says nothing of hours that do not exist, systemd.timer(5) neither; `Persistent=true` catches up
#            on what was missed while the machine was off, and here nothing was missed.
# Matters    A reminder, a backup or a dose once a day is silently not once a day. Take a time of day outside such hours, or
#            work the lost times out and add a line for each in UTC.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

command -v systemd-analyze >/dev/null || { echo "needs systemd-analyze (on Debian: apt-get install systemd)" >&2; exit 2; }
python <<'PY'
import os
import re
import subprocess


def times(zone, base, event, count=2):
    """Return when it goes off after a moment of that zone, as that zone's clocks show it."""
    command = ["systemd-analyze", "calendar", f"--iterations={count}", f"--base-time={base}", event]
    told = subprocess.run(command, env={**os.environ, "TZ": zone}, capture_output=True, text=True, check=True).stdout
    return re.findall(r"(?:Next elapse|Iter\. #\d+|Iteration #\d+): \w+ (\S+ \d\d:\d\d)", told)


version = subprocess.run(["systemd-analyze", "--version"], capture_output=True, text=True, check=True).stdout
print(version.splitlines()[0])
HALF_PAST_TWO = "*-*-* 02:30:00"
seen("an ordinary day", times("Europe/Berlin", "2027-03-20 12:00:00", HALF_PAST_TWO, 1), ["2027-03-21 02:30"])
seen("the hour is lost on the 28th", times("Europe/Berlin", "2027-03-27 12:00:00", HALF_PAST_TWO), ["2027-03-29 02:30", "2027-03-30 02:30"])
seen("the zone is named", times("UTC", "2027-03-27 12:00:00", f"{HALF_PAST_TWO} Europe/Berlin", 1), ["2027-03-29 00:30"])
seen("the hour comes twice on the 31st", times("Europe/Berlin", "2027-10-30 12:00:00", HALF_PAST_TWO), ["2027-10-31 02:30", "2027-11-01 02:30"])
seen("daily, no midnight on the 30th", times("Africa/Cairo", "2027-04-28 12:00:00", "daily"), ["2027-04-29 00:00", "2027-05-01 00:00"])
PY
