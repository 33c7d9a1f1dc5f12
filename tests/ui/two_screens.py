"""A desktop of two screens, in a process of its own: shows the floor view on each, and prints what was seen."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from coach.app import Program
from coach.store.paths import Paths
from coach.ui.kit.theme import Theme
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.stage import HandClock, Stage


def main(folder: Path) -> int:
    """Go through the screens and print a line of JSON for each."""
    app = QApplication(["coach"])
    app.setStyle("Fusion")
    clock = HandClock()
    hand = HandClock()
    program = Program(app, Theme(app), clock, None, Paths.choose(folder), 1, hand=hand)
    stage = Stage(program, clock, hand)
    loop = QEventLoop()
    program.ready.connect(loop.quit)
    program.window.show()
    loop.exec()
    stage.start()
    stage.window.setGeometry(40, 50, 1100, 700)

    def tell(what: str) -> None:
        for _ in range(5):
            app.processEvents()
        window = stage.window
        place = window.geometry().getRect()
        sys.stdout.write(json.dumps([what, window.screen().name(), place, window.isMaximized()]) + "\n")

    stage.actions["settings"].trigger()
    page = stage.page()
    combo = page.session.floor_screen if isinstance(page, SettingsPage) else None
    if combo is None:
        return 1
    for name in ("right", "left", "gone"):
        if (place := combo.findData(name)) >= 0:
            combo.setCurrentIndex(place)
            combo.activated.emit(place)
        else:
            program.preferences.change(floor_screen=name)
        stage.trigger("floor")
        tell(f"on {name}")
        stage.trigger("floor")
        tell(f"off {name}")
    stage.window.showMaximized()
    program.preferences.change(floor_screen="right")
    stage.trigger("floor")
    tell("on right")
    stage.trigger("floor")
    tell("maximised again")
    stage.window.force_close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
