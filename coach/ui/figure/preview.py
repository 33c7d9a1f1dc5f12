"""Shows the movement of a file over and over, and reads the file again when it is saved: for authors of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from coach.figure import motion
from coach.store import figures
from coach.ui.figure.picture_cache import PictureCache
from coach.ui.kit.label import label
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from coach.core.pacing import Side
    from coach.figure.poses import Movement
    from coach.ui.kit.theme import Theme

LOOK_MS = 500
"""Time between two looks whether the file was saved."""


class _Screen(QWidget):
    """The moving picture."""

    def __init__(self, pictures: PictureCache) -> None:
        super().__init__()
        self._pictures = pictures
        self._clock = QElapsedTimer()
        self._clock.start()
        self._stopped_s: float | None = None
        self.movement: Movement | None = None
        self.side: Side = "right"
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // motion.MOST_FRAMES)
        self._timer.timeout.connect(self.update)
        self._timer.start()
        self.setAccessibleName(tr("Picture of the movement"))

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def stop_or_go(self) -> None:
        """Stop, or start again from the beginning of the loop."""
        if self._stopped_s is None:
            self._stopped_s = self._clock.elapsed() / 1000
            self._timer.stop()
        else:
            self._stopped_s = None
            self._clock.restart()
            self._timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        movement = self.movement
        if movement is None:
            painter.fillRect(self.rect(), self.palette().window())
            return
        ratio = self.devicePixelRatioF()
        view = self._pictures.view_in_motion(self._pictures.view(movement.id, self.side, self.size(), ratio))
        time_s = self._clock.elapsed() / 1000 if self._stopped_s is None else self._stopped_s
        patch = self._pictures.frame(view, motion.moment(movement, time_s))
        painter.scale(self.width() / view.width, self.height() / view.height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QPointF(0, 0), self._pictures.ground(view))
        painter.drawImage(QPointF(patch.rect.topLeft()), patch.image)


class FigurePreview(QWidget):
    """A window with the movement of one file, or with what is wrong with it."""

    def __init__(self, file: Path, theme: Theme) -> None:
        super().__init__()
        self._file = file
        self._theme = theme
        self._saved_ns = 0
        self._pictures = PictureCache(theme)
        self.screen_ = _Screen(self._pictures)
        self.words: QLabel = label(theme, size=16)
        self.words.setMargin(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.screen_, 1)
        column.addWidget(self.words)
        for key, act in (("F", self._flip), ("T", self._turn), ("V", self._show_next_variant)):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        QShortcut(QKeySequence(Qt.Key.Key_Space), self).activated.connect(self.screen_.stop_or_go)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)
        self._look.start()
        self.look()

    def look(self) -> None:
        """Read the file if it was saved since; a fault is shown below the last good picture."""
        try:
            saved_ns = self._file.stat().st_mtime_ns
        except OSError:
            return
        if saved_ns == self._saved_ns:
            return
        self._saved_ns = saved_ns
        try:
            movement = figures.read_movement(self._file)
            body = figures.load(()).body
        except figures.FigureError as error:
            self.words.setText(str(error))
            return
        self._pictures.set_figures(figures.Figures(body, {movement.id: movement}))
        self.screen_.movement = movement
        self.setWindowTitle(movement.title)
        self._tell(movement)

    def _tell(self, movement: Movement) -> None:
        keys = tr("F: other side   T: light or dark   V: another variant   Space: stop and go")
        self.words.setText(f"{self._pictures.describe(movement.id, self.screen_.side)}\n{keys}")

    def _show_next_variant(self) -> None:
        self._pictures.use_variant(self._pictures.next_variant)

    def _flip(self) -> None:
        self.screen_.side = "left" if self.screen_.side == "right" else "right"
        if self.screen_.movement is not None:
            self._tell(self.screen_.movement)

    def _turn(self) -> None:
        self._theme.use(Qt.ColorScheme.Light if self._theme.is_dark else Qt.ColorScheme.Dark)


def run(theme: Theme, file: Path) -> int:
    """Show the movement of a file until the window is closed."""
    window = FigurePreview(file, theme)
    window.show()
    return QApplication.exec()
