#!/usr/bin/env bash
# One night without 2:30 moves every later day of an arrow range to 3:30
#
# Versions   arrow 1.4.0, Europe/Berlin.
# Guess      Arrow.range("day", 2:30) gives 2:30 on every day, and 3:30 on the one day in March that has no 2:30; so does
#            start.shift(days=n).
# Behaviour  From that day on all days have 3:30: each step starts from what the last one became. range("week") keeps the
#            hour late for all weeks to come in the same way.
# Seen       range: 28 March 02:30, 29 March 03:30, 30 March 03:30, 31 March 03:30; shift(days=n): 02:30, 03:30, 02:30, 02:30
# Documented Not on the page of Arrow.range.
# Matters    A daily time at night (a change of position, a medicine) is an hour late for as long as the list was made for.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages arrow==1.4.0 python-dateutil==2.9.0.post0 tzdata==2026.6
python <<'PY'
from datetime import datetime
from zoneinfo import ZoneInfo

import arrow

start = datetime(2026, 3, 28, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
days = [day.format("DD HH:mm") for day in arrow.Arrow.range("day", start, limit=5)]
seen("range by day", days, ["28 02:30", "29 03:30", "30 03:30", "31 03:30", "01 03:30"])
shifted = [arrow.get(start).shift(days=n).format("DD HH:mm") for n in range(5)]
seen("shift by n days", shifted, ["28 02:30", "29 03:30", "30 02:30", "31 02:30", "01 02:30"])
PY
