"""The desktops that are walked: screens of several sizes, scales and numbers. One process has one of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

USUAL_DPI = 96


@dataclass(frozen=True, slots=True)
class Desk:
    """One desktop: the screens side by side in physical px, and how much larger than usual everything is drawn."""

    name: str
    screens: tuple[tuple[int, int], ...]
    percent: int = 100
    """What the desktop itself enlarges by."""
    factor: int = 1
    """What the person enlarges Qt programs by."""

    def environment(self, folder: Path) -> dict[str, str]:
        """Return what a program needs in its environment to stand on these screens; writes a file into the folder."""
        file = folder / f"{self.name}.json"
        told, left = [], 0
        for number, (width, height) in enumerate(self.screens):
            told.append(
                {
                    "name": f"screen {number + 1}",
                    "x": left,
                    "y": 0,
                    "width": width,
                    "height": height,
                    "logicalDpi": USUAL_DPI * self.percent // 100,
                    "logicalBaseDpi": USUAL_DPI,
                    "dpr": 1,
                }
            )
            left += width
        kept = {"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": told}
        file.write_text(json.dumps(kept), "utf-8")
        return {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": str(self.factor)}

    def sizes(self) -> list[tuple[int, int]]:
        """Return the size of each screen in the px that widgets are measured in."""
        return [
            (width * 100 // self.percent // self.factor, height * 100 // self.percent // self.factor)
            for width, height in self.screens
        ]


DESKS = (
    Desk("1366x768", ((1366, 768),)),
    Desk("1280x720", ((1280, 720),)),
    Desk("1920x1080-at-150", ((1920, 1080),), percent=150),
    Desk("1366x768-doubled", ((1366, 768),), factor=2),
    Desk("1080x1920", ((1080, 1920),)),
    Desk("2560x1440", ((2560, 1440),)),
    Desk("two", ((1600, 900), (1280, 720))),
)
BY_NAME = {desk.name: desk for desk in DESKS}
