#!/usr/bin/env bash
# The offscreen platform reports the "dpr" of its screen and paints as if it were 1
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), the offscreen platform with a configfile.
# Guess      A screen configured with "dpr": 2 makes windows on it paint at 2, as a real screen of that ratio does; tests
#            of sharp pictures can be run offscreen that way.
# Behaviour  QScreen.devicePixelRatio() is 2, yet the widget on that screen says 1 and grab() paints at 1. The two are the
#            same number on every desktop. QT_SCALE_FACTOR=2 without a configfile does scale both.
# Seen       screen 2.0, widget 1.0, grab of 100 px: 100 px; with QT_SCALE_FACTOR=2: 2.0, 2.0, 200 px
# Documented The keys of the configfile are in no page; "dpr" is read by the plugin.
# Matters    Code that takes the ratio from the screen and code that takes it from the widget disagree in tests only: a
#            test for blurred pictures on a sharp screen is green whatever the program does.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
cat >"$scratch/sharp.json" <<'J'
{"screens": [{"name": "sharp", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 2}]}
J
cat >"$scratch/grab" <<'PY'
import os

from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
painted = float(os.environ["PAINTED"])
window = QWidget()
window.resize(100, 100)
window.show()
seen("ratio of the screen", app.primaryScreen().devicePixelRatio(), 2.0)
seen("ratio of a window on it", window.devicePixelRatioF(), painted)
seen("px of a grab of 100 px", window.grab().width(), int(100 * painted))
PY
echo "configfile with dpr 2"
PLATFORM="offscreen:configfile=$scratch/sharp.json" PAINTED=1 python <"$scratch/grab"
echo "QT_SCALE_FACTOR=2"
QT_SCALE_FACTOR=2 PAINTED=2 python <"$scratch/grab"
