#!/usr/bin/env bash
# A time that pydantic has written and read is unequal to itself in two hours of the year
#
# Versions   pydantic 2.14.4, Europe/Berlin, Python 3.11.
# Guess      A datetime with a zone survives JSON: the offset is written, so the one read is the same moment, and two
#            datetimes that are the same moment are equal.
# Behaviour  Not in the hour that comes twice when the clocks go back, nor in the one that does not come. The difference is
#            0, each is >= the other and <= the other: and == is False, a set holds both. So it is at 2:30 before the change
#            and at 2:30 after it.
# Seen       25 Oct 2026, 2:30 in Berlin: == False, - 0:00:00, >= True, <= True; 4:30: == True
# Documented PEP 495: where the offset depends on fold, a comparison with another zone is always unequal. pydantic reads an
#            offset, not a zone, and so it is always another.
# Matters    "Is this session already in the record?" is answered by no for a session of that night, each time, and the
#            record gets it again. A test with random times fails once in some thousand runs.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages pydantic==2.14.4 pydantic_core==2.50.5 annotated-types==0.8.0 typing_extensions==4.16.0 \
    typing-inspection==0.4.5 tzdata==2026.6
python <<'PY'
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

moment = TypeAdapter(datetime)


def there_and_back(*when, fold=0):
    written = datetime(*when, tzinfo=ZoneInfo("Europe/Berlin"), fold=fold)
    text = moment.dump_json(written)
    read = moment.validate_json(text)
    others = (str(read - written), read >= written, read <= written, len({read, written}))
    return text.decode().strip('"'), read == written, others


alike = ("0:00:00", True, True)
seen("4:30", there_and_back(2026, 10, 25, 4, 30), ("2026-10-25T04:30:00+01:00", True, (*alike, 1)))
seen("2:30, twice", there_and_back(2026, 10, 25, 2, 30), ("2026-10-25T02:30:00+02:00", False, (*alike, 2)))
seen("2:30 again", there_and_back(2026, 10, 25, 2, 30, fold=1), ("2026-10-25T02:30:00+01:00", False, (*alike, 2)))
seen("2:30, never", there_and_back(2026, 3, 29, 2, 30), ("2026-03-29T02:30:00+01:00", False, (*alike, 2)))
PY
