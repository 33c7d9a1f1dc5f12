#!/usr/bin/env bash
# Babel reads 7:30 pm as half past seven in the morning wherever clocks have 24 hours
#
# Versions   Babel 2.19.0.
# Guess      parse_time() reads "pm" where the locale knows it and refuses what it does not understand: ParseError. The
#            English of Britain and that of the United States read "7:30 pm" alike.
# Behaviour  "am" and "pm" count only where the locale's own format has them. Elsewhere they are passed over, as is every
#            other word: the digits are taken, whatever stands beside them.
# Seen       "7:30 pm": en_US 19:30, en_AU 19:30, en_GB 07:30, de 07:30; "half past 7": en_GB 07:00
# Documented parse_time: the format of the locale is "a hint to determine the order in which the time fields appear".
# Matters    A reminder for the evening, typed by somebody in Britain or out of an imported plan, rings in the morning; and
#            there is no error to show.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages babel==2.19.0
python <<'PY'
from babel.dates import parse_time

for locale, stated in (("en_US", "19:30:00"), ("en_AU", "19:30:00"), ("en_GB", "07:30:00"), ("de", "07:30:00")):
    seen(f"7:30 pm in {locale}", parse_time("7:30 pm", locale=locale).isoformat(), stated)
seen("half past 7 in en_GB", parse_time("half past 7", locale="en_GB").isoformat(), "07:00:00")
PY
