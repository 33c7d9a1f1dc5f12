"""Takes a picture of every page, in every look: `make screenshots`.

Uses the offscreen platform and a hand-held clock, so that the same pictures come out everywhere. They go to
build/screenshots: light and dark in several sizes, with text at 150 and 200 %, in high contrast, and mirrored; the ones
that the README shows also go to docs/screenshots. A sheet of all movements is made beside them
(tools/contact_sheet.py); tools/page_sheets.py lays the pages beside drawings of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from coach.core.desktop_wishes import Wishes
from coach.qt_application import use_direction
from coach.ui.kit.theme import Theme
from coach.words import pseudo
from tools import contact_sheet
from tools.page_scenes import SCENES
from tools.studio import Studio

if TYPE_CHECKING:
    from collections.abc import Collection

MIRRORED = "Mirrored"
"""Light, in a pseudo-language that is written from right to left."""
LOOKS = {
    "Light": Wishes(dark=False),
    "Dark": Wishes(dark=True),
    "Contrast": Wishes(dark=False, contrast=True),
    "DarkContrast": Wishes(dark=True, contrast=True),
    MIRRORED: Wishes(dark=False),
}
"""What the desktop asks for in each look."""
USUAL = (1200, 760)
SIZES = ((1000, 640), (1000, 700), USUAL, (1280, 680), (1280, 800), (1366, 768), (1920, 1080), (800, 600), (667, 447))
"""Sizes of the window, in px."""
SMALL = (1366, 768)


def looks() -> list[tuple[str, int, tuple[int, int]]]:
    """Return every look, text size in per cent and size in px of which pictures are taken."""
    plain = [(look, percent, size) for look in ("Light", "Dark") for size in SIZES for percent in (100, 150)]
    large = [(look, 200, SMALL) for look in ("Light", "Dark")]
    others = [(look, 100, USUAL) for look in ("Contrast", "DarkContrast", MIRRORED)]
    return [*plain, *large, *others]


def take(folder: Path, look: str, percent: int, size: tuple[int, int], names: Collection[str] = ()) -> None:
    """Take all pictures in one size and look (see LOOKS), or only those with these names."""
    folder.mkdir(parents=True, exist_ok=True)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["coach"])
    app.setStyle("Fusion")
    if look == MIRRORED:
        pseudo.use_mirrored()
    use_direction(app)
    pictures = Studio(app, Theme(app, text_scale=percent / 100, asked=LOOKS[look]))
    for name, lead in SCENES.items():
        lead(pictures)  # also to those that are not wanted: each begins where the one before it ended
        if not names or name in names:
            pictures.shoot(folder, name, size)
    pictures.program.window.force_close()


def main() -> int:
    """Take everything; with a folder, look, percent, size and perhaps names as arguments only those."""
    if len(sys.argv) > 1:
        folder, wanted_look, wanted_percent, width, height, *names = sys.argv[1:]
        take(Path(folder), wanted_look, int(wanted_percent), (int(width), int(height)), names)
        return 0
    root = Path("build/screenshots")
    for look, percent, size in looks():
        path = root / f"{look.lower()}_{size[0]}x{size[1]}_{percent}"
        wanted = [str(path), look, *map(str, (percent, *size))]
        subprocess.run([sys.executable, "-m", "tools.screenshots", *wanted], check=True)
    for name in ("session", "start", "stopped", "check_pain", "closing", "floor", "history", "settings"):
        for scheme in ("light", "dark"):
            picture = (root / f"{scheme}_1200x760_100" / f"{name}.png").read_bytes()
            target = Path("docs/screenshots")
            target.mkdir(parents=True, exist_ok=True)
            (target / f"{name}_{scheme}.png").write_bytes(picture)
    contact_sheet.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
