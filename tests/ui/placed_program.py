"""Opens the program where it opens by itself, prints where it is, goes where it is told, and is closed by the person.

Arguments: the data folder, and what is done before it is closed: “X,Y,WIDTH,HEIGHT”, “maximise”, “floor” or nothing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect
from PySide6.QtWidgets import QApplication

from coach.app import Program
from coach.store.paths import Paths
from coach.ui.kit.theme import Theme
from tests.ui.stage import HandClock, Stage


def main(folder: Path, does: str) -> int:
    """Print the place as [x, y, width, height, maximised, whether Start lies wholly on the screen]."""
    app = QApplication(["coach"])
    app.setStyle("Fusion")
    clock, hand = HandClock(), HandClock()
    program = Program(app, Theme(app), clock, None, Paths.choose(folder), 1, hand=hand)
    stage = Stage(program, clock, hand)
    loop = QEventLoop()
    program.ready.connect(loop.quit)
    program.window.show()
    loop.exec()

    def tell() -> None:
        for _turn in range(5):
            app.processEvents()
        window, start = program.window, program.start_page.start
        button = QRect(start.mapToGlobal(start.rect().topLeft()), start.size())
        place = window.geometry().x(), window.geometry().y(), window.width(), window.height()
        seen = window.screen().availableGeometry().contains(button)
        sys.stdout.write(json.dumps([*place, window.isMaximized(), seen]) + "\n")

    tell()
    if does == "maximise":
        program.window.showMaximized()
    elif does == "floor":
        stage.start()
        stage.actions["floor"].trigger()
    elif does:
        x, y, width, height = (int(number) for number in does.split(","))
        program.window.setGeometry(x, y, width, height)
    tell()
    program.window.force_close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""))
