#!/usr/bin/env bash
# restoreGeometry() gives up altogether when the screen's width differs by more than a quarter
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A window saved on a 1920 px screen and restored on a 1366 px one is moved and shrunk to fit: that is what
#            the page of QWidget::restoreGeometry() promises for geometry off the screen.
# Behaviour  If the width saved with the geometry and that of the screen now are apart by a factor over 1.25, nothing is
#            restored: not the size, not the place, not "maximized". The call returns False, as it does for broken data.
#            At 1600 px it still restores all of it. The window in question, 600 by 400 px, fits on every one of the three.
# Seen       1600: True, 600 x 400 at 100, 100; 1366: False, 640 x 480
# Documented The page says: returns true on success; off-screen geometry "will be modified to be inside the available
#            screen geometry". The width of the screen is not mentioned.
# Matters    Whoever works on a laptop with a monitor at home loses the window's place each time the cable is pulled.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"

screen() {
    cat >"$scratch/$1.json" <<J
{"screens": [{"name": "one", "x": 0, "y": 0, "width": $1, "height": $2, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}
J
}
screen 1920 1080
screen 1600 900
screen 1366 768
for width in 1920 1600 1366; do
    PLATFORM="offscreen:configfile=$scratch/$width.json" WIDTH=$width python <<'PY'
import os
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

width, kept = int(os.environ["WIDTH"]), Path(os.environ["SCRATCH"], "geometry")
app = QApplication([])
seen("width of the screen", app.primaryScreen().geometry().width(), width)
window = QWidget()
if width == 1920:
    window.setGeometry(100, 100, 600, 400)
    window.show()
    kept.write_bytes(window.saveGeometry().data())
else:
    seen("restored", window.restoreGeometry(kept.read_bytes()), width == 1600)
    window.show()
    place = window.geometry()
    same = (place.x(), place.y(), place.width(), place.height()) == (100, 100, 600, 400)
    seen("at the place and of the size it was saved with", same, width == 1600)
PY
done
