#!/usr/bin/env bash
# QTextToSpeech announces a queued sentence under the number of the one before
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), QTextToSpeech with its "mock" engine, which is in the wheels.
# Guess      aboutToSynthesize(id) comes before each sentence, and id is what enqueue() returned for it: so it is written.
#            sayingWord() has the same number.
# Behaviour  Three sentences enqueued as 0, 1, 2 are announced as 0, 0, 1: all but the first come one too low, that is
#            before the number has moved on. sayingWord(), which comes right after, has the right number.
# Seen       enqueue: 0, 1, 2; announced: 0, 0, 1; numbers of the words: 0, 1, 2
# Documented QTextToSpeech::aboutToSynthesize: "The id is the value returned by a call to enqueue()"; meant "to track the
#            process of text enqueued", and to change the voice before it.
# Matters    What is highlighted as "being said", and the voice chosen for a sentence, lag by one from the second on.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE_ADDONS[@]}"
python <<'PY'
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtTextToSpeech import QTextToSpeech

app = QCoreApplication([])
speech = QTextToSpeech("mock")
announced, spoken = [], []
speech.aboutToSynthesize.connect(announced.append)
speech.sayingWord.connect(lambda word, number, start, length: spoken.append((word, number)))
loop = QEventLoop()
speech.stateChanged.connect(lambda state: state == QTextToSpeech.State.Ready and loop.quit())
QTimer.singleShot(8000, loop.quit)
seen("numbers from enqueue()", [speech.enqueue(text) for text in ("one", "two", "three")], [0, 1, 2])
loop.exec()
seen("words and their numbers", spoken, [("one", 0), ("two", 1), ("three", 2)])
seen("announced", announced, [0, 0, 1])
PY
