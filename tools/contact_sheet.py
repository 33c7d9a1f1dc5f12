"""Draws all movements on one sheet a theme, to look them over: `python -m tools.contact_sheet`, or `make screenshots`.

A row is a movement: its start, half-way in, its hold, and the hold of the other side. Where there are no sides, the
last picture is of the other pose that is held, if there is one. The sheets go to build/screenshots; the light one
also goes to docs/screenshots, smaller.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from coach.figure import motion
from coach.figure.paint.painter import FigurePainter
from coach.figure.rig import Between, place_in_loop
from coach.store import figures
from coach.store.paths import shipped
from coach.store.routines import library
from coach.ui.kit.theme import Theme

if TYPE_CHECKING:
    from coach.figure.poses import Movement
    from coach.store.figures import Figures

WIDTH, HEIGHT, COLUMNS = 360, 240, 4
GAP, WORDS = 12, 24
SHOWN_WIDTH = 1000
"""Width in px of the sheet in docs, so that it stays small."""


class Picture(NamedTuple):
    """One picture of a row, and the words below it."""

    words: str
    place: Between
    flipped: bool = False


def row_of(movement: Movement) -> list[Picture]:
    """Return the pictures of a movement."""
    first, second = (", right", ", left") if movement.mirror else ("", "")
    start_s = movement.loop[0].hold_s
    half_way = place_in_loop(movement, (start_s + motion.arrival_s(movement)) / 2)
    held = motion.held(movement)
    row = [
        Picture(f"start{first}", place_in_loop(movement, 0)),
        Picture(f"half-way in{first}", half_way),
        Picture(f"hold{first}", held),
    ]
    if movement.mirror:
        return [*row, Picture(f"hold{second}", held, flipped=True)]
    others = {step.pose for step in movement.loop if step.phase == "hold"} - {held.a}
    return row + [Picture(f"hold, {pose}", Between(pose, pose, 1.0, "hold", 0)) for pose in sorted(others)]


def sheet(shown: Figures, theme: Theme) -> QImage:
    """Return the sheet of all movements, one a row."""
    down = HEIGHT + WORDS + GAP
    made = QImage(GAP + COLUMNS * (WIDTH + GAP), GAP + len(shown.movements) * down, QImage.Format.Format_RGB32)
    made.fill(theme.tokens.paper)
    painter = QPainter(made)
    painter.setFont(theme.font(14))
    painter.setPen(theme.tokens.ink)
    for number, movement in enumerate(shown.movements.values()):
        drawn = FigurePainter(shown.body, movement, "dark" if theme.is_dark else "light", "a")
        for column, picture in enumerate(row_of(movement)[:COLUMNS]):
            x, y = GAP + column * (WIDTH + GAP), GAP + number * down
            painter.drawImage(x, y, drawn.picture((WIDTH, HEIGHT), picture.place, flipped=picture.flipped))
            line = QRect(x, y + HEIGHT, WIDTH, WORDS)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, f"{movement.title}: {picture.words}")
    painter.end()
    return made


def _in_order() -> tuple[str, ...]:
    """Return all shipped figures: those of the shipped routine in its order, then the others."""
    exercises = library.read(shipped("routines.json")).exercises
    return tuple(dict.fromkeys([*(each.figure for each in exercises if each.figure), *figures.known()]))


def make(folder: Path, docs: Path) -> None:
    """Write the sheets of both themes into `folder`, and the light one, smaller, into `docs`."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["coach"])
    shown = figures.load(_in_order())
    for problem in shown.problems:
        print(problem, file=sys.stderr)
    theme = Theme(app, Qt.ColorScheme.Light)
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        theme.use(scheme)
        made = sheet(shown, theme)
        name = f"figures_{scheme.name.lower()}.png"
        for path in (folder, docs):
            path.mkdir(parents=True, exist_ok=True)
        made.save(str(folder / name))
        if scheme is Qt.ColorScheme.Light:
            made.scaledToWidth(SHOWN_WIDTH, Qt.TransformationMode.SmoothTransformation).save(str(docs / name))


def main() -> None:
    """Make the sheets where the other screenshots go."""
    make(Path("build/screenshots"), Path("docs/screenshots"))


if __name__ == "__main__":
    main()
