#!/usr/bin/env bash
# Signal(dict) delivers an empty dict when one key is not a string
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      Signal(dict) hands the dict over as it is: the slot is a Python function in the same thread. Signal(list) does
#            so with whatever is in the list, and Signal(object) with everything.
# Behaviour  The dict goes through QVariantMap, whose keys are strings. {"a": 1} arrives (as a copy). {1: "a"} arrives as
#            {}, and so does {"a": 1, 2: "b"}: all of it is lost, not only the other key. emit() returns True; a line about
#            _pythonToCppCopy goes to the standard error.
# Seen       {'a': 1} -> {'a': 1}; {1: 'a'} -> {}; {'a': 1, 2: 'b'} -> {}; Signal(object): {1: 'a'}
# Documented The page on signals and slots lists Python types as they come, without a condition.
# Matters    "Minutes by exercise number", "levels by side": an enum or a number as key is the most natural dict there is.
#            The slot sees "nothing was done" instead of an error.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QObject, Signal


class Session(QObject):
    as_dict = Signal(dict)
    as_list = Signal(list)
    as_object = Signal(object)


session = Session()
got = []
for signal in (session.as_dict, session.as_list, session.as_object):
    signal.connect(got.append)


def arrives(signal, value):
    got.clear()
    signal.emit(value)
    return got[0]


seen("Signal(dict), keys are strings", arrives(session.as_dict, {"a": 1}), {"a": 1})
seen("Signal(dict), keys are numbers", arrives(session.as_dict, {1: "a"}), {})
seen("Signal(dict), one key is a number", arrives(session.as_dict, {"a": 1, 2: "b"}), {})
seen("Signal(list) with a set in it", arrives(session.as_list, [(1, 2), {3}]), [(1, 2), {3}])
seen("Signal(object), keys are numbers", arrives(session.as_object, {1: "a"}), {1: "a"})
PY
