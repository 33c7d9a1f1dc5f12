#!/usr/bin/env bash
# Babel reads 72.5 as 725 in German
#
# Versions   Babel 2.19.0.
# Guess      A number with the decimal sign of another country is refused, as NumberFormatError says it is and as QLocale
#            does; 1.500 is 1500 in German, since three digits follow the point.
# Behaviour  Every sign that groups digits is taken out, wherever it stands: one digit after it will do. In French and Swiss
#            German the point groups nothing, and the same text is 72.5 there. With strict=True it is refused.
# Seen       "72.5": de 725, fr 72.5, de_CH 72.5; "72,5": en 725; de and strict: NumberFormatError
# Documented parse_decimal: strict "controls whether numbers formatted in a weird way are accepted or rejected"; no example
#            of what an accepted one becomes.
# Matters    A weight of 72.5 kg becomes 725 kg, a pain of 3.5 becomes 35, and only for whoever types the point of the
#            number pad in Germany, or a comma in England.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages babel==2.19.0
python <<'PY'
from babel.numbers import NumberFormatError, parse_decimal


def read(text, locale, **how):
    try:
        return str(parse_decimal(text, locale=locale, **how))
    except NumberFormatError:
        return "NumberFormatError"


seen("72,5 in de", read("72,5", "de"), "72.5")
seen("72.5 in de", read("72.5", "de"), "725")
seen("72,5 in en", read("72,5", "en"), "725")
seen("72.5 in fr", read("72.5", "fr"), "72.5")
seen("72.5 in de_CH", read("72.5", "de_CH"), "72.5")
seen("72.5 in de, strict", read("72.5", "de", strict=True), "NumberFormatError")
PY
