#!/usr/bin/env bash
# Babel loses a marked call inside another one's arguments, unless it is an argument itself; at times the outer one too
#
# Versions   Babel 2.19.0, on Python 3.11.
# Guess      Each call of a marked function with literal texts is in the template, wherever the call stands: one that is an
#            argument itself, `_(…, name=_(…))`, is found.
# Behaviour  One parenthesis or bracket between the two is enough, as in str(…) or a list, and the inner text is not
#            extracted. Where the inner function has two texts, as ngettext, the outer one is not extracted either, because
#            it counts as a call of ngettext with too few. No warning; the exit status is 0.
# Seen       tr("outer", name=tr("inner")): both; name=str(tr("inner")) and names=[tr("inner")]: the outer alone;
#            name=str(plural("one", "many", 2)): none
# Documented No. The extractor goes by tokens and remembers one call at a time.
# Matters    The text is shown in English in every language, and nothing says so: a check that counts what is translated
#            counts what was extracted.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages babel==2.19.0
python <<'PY'
import io

from babel.messages.extract import extract


def texts(source):
    found = extract("python", io.BytesIO(source.encode()), keywords={"tr": (1,), "plural": (1, 2)})
    return [text for _line, text, _comments, _context in found]


seen("inside, as an argument", texts('tr("outer", name=tr("inner"))\n'), ["outer", "inner"])
seen("inside a call", texts('tr("outer", name=str(tr("inner")))\n'), ["outer"])
seen("inside a list", texts('tr("outer", names=[tr("inner")])\n'), ["outer"])
seen("two texts, as an argument", texts('tr("outer", name=plural("one", "many", 2))\n'), ["outer", ("one", "many")])
seen("two texts, inside a call", texts('tr("outer", name=str(plural("one", "many", 2)))\n'), [])
PY
