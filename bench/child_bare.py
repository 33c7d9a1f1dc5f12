"""The floor: an empty window of the size of coach's, which tells when its first frame is there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from bench.marks import mark

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class _Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self.resize(1200, 800)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._on_painted)

    def _on_painted(self) -> None:
        mark("painted")
        self._parent = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._parent.activated.connect(QApplication.quit)


def main() -> int:
    """Show the window until standard input ends."""
    app = QApplication(sys.argv[:1])
    window = _Window()
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
