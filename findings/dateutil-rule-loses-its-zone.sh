#!/usr/bin/env bash
# A rule of dateutil loses its time zone when it is written down
#
# Versions   python-dateutil 2.9.0.post0.
# Guess      rrulestr(str(rule)) is the same rule: "a string that would generate this RRULE if passed to rrulestr" is what
#            str() is said to give. rrulestr itself reads DTSTART;TZID=Europe/Berlin and UNTIL with a Z.
# Behaviour  str() writes the digits of DTSTART and UNTIL without any zone: neither TZID nor Z. Read back, the rule is naive.
#            An UNTIL in UTC becomes the same digits of local time: in Berlin the last occurrence is gone.
# Seen       3 occurrences, the last 2026-12-03 08:00+01:00 -> written UNTIL=20261203T070000 -> 2 occurrences, naive
# Documented The docstring quoted above. Known at dateutil since 2017 (issue 348), open.
# Matters    Rules are kept in a database as text. A plan that ends on Thursday ends on Wednesday after the first save.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages python-dateutil==2.9.0.post0 six==1.17.0 tzdata==2026.6
python <<'PY'
from dateutil.rrule import rrulestr

rule = rrulestr("DTSTART;TZID=Europe/Berlin:20261201T080000\nRRULE:FREQ=DAILY;UNTIL=20261203T070000Z")
seen("occurrences", [str(at) for at in rule][-1:] + [len(list(rule))], ["2026-12-03 08:00:00+01:00", 3])
written = str(rule)
seen("written", written, "DTSTART:20261201T080000\nRRULE:FREQ=DAILY;UNTIL=20261203T070000")
again = rrulestr(written)
seen("occurrences when read back", [str(at) for at in again], ["2026-12-01 08:00:00", "2026-12-02 08:00:00"])
PY
