"""The real program, which tells what a desktop knows of its window: at its first frame, and once it is ready."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from coach import app
from coach.__main__ import main


class Program(app.Program):
    """Tells the id and the sizes of the icon, twice, and ends."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]  # handed on as they come
        self.window.painted.connect(self._tell)
        self.ready.connect(lambda: QTimer.singleShot(0, self._tell))
        self.ready.connect(lambda: QTimer.singleShot(0, self.window.force_close))

    def _tell(self) -> None:
        sizes = [size.width() for size in self.window.windowIcon().availableSizes()]
        print(json.dumps([QGuiApplication.desktopFileName(), sorted(sizes)]), flush=True)  # noqa: T201 - its answer


if __name__ == "__main__":
    app.Program = Program  # type: ignore[assignment, misc]
    sys.exit(main())
