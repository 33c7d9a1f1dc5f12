"""Lays each page beside a drawing of it: `python -m tools.page_sheets FOLDER`, where that folder holds the drawings.

The name of a drawing says what is on it: a page and perhaps its state, then `light` or `dark`, or a size such as
`1280x680`, or `text200`. The program's own picture is taken in that look and size, and both go to one sheet in
build/pages, the drawing at the left. A drawing of what coach has not got is named at the end.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from tools import page_scenes

SCENES = {
    "home": "start",
    "home_first_run": "start_first",
    "home_two_weeks": "start_two_weeks",
    "home_continue": "start_cut_off",
    "settings_session": "settings",
    "check1_signs": "check_signs",
    "check2_ask_first": "check_ask_first",
    "check3_pain": "check_pain",
    "check3": "check_pain",
}
"""The scene of tools/page_scenes.py for each drawing whose name says it in other words."""
GAP = 24
USUAL = (1200, 760)


class Wanted(NamedTuple):
    """What a drawing shows: a scene, in a look, at a text size in per cent, in a window of that size in px."""

    scene: str
    look: str
    percent: int
    size: tuple[int, int]


def wanted_of(name: str) -> Wanted | None:
    """Return what the drawing of this name shows; None where coach has no such page."""
    look, percent, size = "Light", 100, USUAL
    words = []
    for word in name.split("_"):
        if word in {"light", "dark"}:
            look = word.title()
        elif match := re.fullmatch(r"(\d+)x(\d+)", word):
            size = int(match[1]), int(match[2])
        elif match := re.fullmatch(r"text(\d+)", word):
            percent = int(match[1])
        else:
            words.append(word)
    told = "_".join(words)
    scene = SCENES.get(told, told)
    return Wanted(scene, look, percent, size) if scene in page_scenes.SCENES else None


def lay_beside(target: QImage, ours: QImage) -> QImage:
    """Return one picture with the drawing at the left and the program's at the right."""
    both = QImage(
        target.width() + ours.width() + 3 * GAP,
        max(target.height(), ours.height()) + 2 * GAP,
        QImage.Format.Format_RGB32,
    )
    both.fill(QColor("#808080"))
    painter = QPainter(both)
    painter.drawImage(GAP, GAP, target)
    painter.drawImage(target.width() + 2 * GAP, GAP, ours)
    painter.end()
    return both


def _take(folder: Path, look: str, percent: int, size: tuple[int, int]) -> None:
    """Take the pictures of one look and size, in a process of their own, if they are not there yet."""
    if not folder.exists():
        told = [str(folder), look, str(percent), *map(str, size)]
        subprocess.run([sys.executable, "-m", "tools.screenshots", *told], check=True)


def main(targets: Path, root: Path = Path("build/pages")) -> int:
    """Make a sheet of each drawing in that folder; returns 1 where one has no picture beside it."""
    app = QGuiApplication.instance() or QGuiApplication(["coach"])
    root.mkdir(parents=True, exist_ok=True)
    missing = []
    for file in sorted(targets.glob("*.png")):
        wanted = wanted_of(file.stem)
        ours = QImage()
        if wanted is not None:
            folder = root / f"{wanted.look}_{wanted.size[0]}x{wanted.size[1]}_{wanted.percent}".lower()
            _take(folder, wanted.look, wanted.percent, wanted.size)
            ours = QImage(str(folder / f"{wanted.scene}.png"))
        if ours.isNull():
            missing.append(file.stem)
            continue
        target = QImage(str(file)).scaledToWidth(ours.width(), Qt.TransformationMode.SmoothTransformation)
        lay_beside(target, ours).save(str(root / file.name))
    del app
    if missing:
        print(f"Nothing of coach to lay beside: {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
