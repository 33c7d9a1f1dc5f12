#!/usr/bin/env bash
# num2words loses the minus of everything between -1 and 0
#
# Versions   num2words 0.5.14.
# Guess      num2words(-0.5) is "minus zero point five", as num2words(-1.5) is "minus one point five".
# Behaviour  The minus is said with the whole number before the point, and zero has none: -0.5 is said as 0.5 in English,
#            German, French, Spanish and others. In Italian it is right.
# Seen       -1.5: minus one point five; -0.5: zero point five; de: null Komma fünf; it: meno zero virgola cinque
# Documented Not on its page.
# Matters    A change of pain by less than one is the usual one when a mean is spoken: half a point better and half a point
#            worse sound alike.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages num2words==0.5.14 docopt==0.6.2
python <<'PY'
from num2words import num2words

seen("-1.5", num2words(-1.5), "minus one point five")
seen("-0.5", num2words(-0.5), "zero point five")
seen("-0.5 in German", num2words(-0.5, lang="de"), "null Komma fünf")
seen("-0.5 in French", num2words(-0.5, lang="fr"), "zéro virgule cinq")
seen("-0.5 in Italian", num2words(-0.5, lang="it"), "meno zero virgola cinque")
seen("-0.5 as money", num2words(-0.5, to="currency"), "minus zero euro, fifty cents")
PY
