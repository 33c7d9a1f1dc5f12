"""Decodes pictures of one's own beside the window, and makes small ones of them.

Each was judged before it is decoded: how large it is, and that it holds no more. So one takes some 200 MB at most, for
the moment in which it is decoded; what is kept has no more px than a screen shows, and no ground to see through.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath

from coach.background.worker import Worker
from coach.store.routines import pictures
from coach.store.routines.picture_words import RefusedError, broken

if TYPE_CHECKING:
    from coach.core.routine import Picture

STEPS = (160, 320, 640, 1024, 1600)
"""The sizes that are made, in px of the longer side: so a window that is drawn larger asks for few."""
MOST_PIXELS = 2_000_000
"""As many as a pose of the figure may have."""
PAPER = QColor("#F7F5F0")
"""What is behind a drawing on no ground: most are in dark lines, which a dark look would swallow."""
ROUND = 0.04
"""Radius of the corners of a picture in a scene, in heights of that."""
SHADE = QColor(0, 0, 0, 40)
"""What a dark look takes of the light of a picture: most are on white, which is much in a dark room."""
NO_SHADE = QColor(0, 0, 0, 0)
_ALIKE = 24
"""How far the corners of a picture may differ in each colour, of 255, to be of one ground."""


class Decoded(NamedTuple):
    """A picture that was asked for, in a size of `STEPS`; None where it cannot be decoded."""

    picture: Picture
    longest: int
    image: QImage | None


def step_for(longest: int) -> int:
    """Return the size to ask for, where the longer side has so many px on the screen."""
    return next((step for step in STEPS if step >= longest), STEPS[-1])


def decoded(picture: Picture, longest: int) -> QImage | None:
    """Return a picture with at most so many px on its longer side, upright and opaque; None where it cannot be read.

    It takes some 10 to 200 ms: never on the thread of the window.
    """
    try:
        image = read(pictures.judged(pictures.from_text(picture.data)), longest)
    except RefusedError:
        return None
    return on_paper(image)


def read(judged: pictures.Judged, longest: int) -> QImage:
    """Return a picture that was judged, upright, with at most so many px on its longer side; raises RefusedError."""
    held = QByteArray(judged.data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(judged.format.lower().encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = _within(QSize(*judged.size), longest)
    if judged.format == "JPEG":  # its reader makes it smaller while it reads
        reader.setScaledSize(size)
    image = reader.read()
    if image.isNull():
        raise broken()
    # Before it is scaled: with 16 bits a value, it would be copied with them.
    formats = QImage.Format
    image.convertTo(formats.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else formats.Format_RGB32)
    kept = _within(image.size(), longest)
    if kept == image.size():
        return image
    return image.scaled(kept, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _within(size: QSize, longest: int) -> QSize:
    """Return a size of the same shape with no more px than are wanted."""
    most = max(size.width(), size.height())
    share = min(1.0, longest / most, (MOST_PIXELS / (size.width() * size.height())) ** 0.5)
    return QSize(max(1, round(size.width() * share)), max(1, round(size.height() * share)))


def on_paper(image: QImage) -> QImage:
    """Return a picture without anything to see through."""
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(PAPER)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


# Painting


def ground_of(image: QImage, usual: QColor) -> QColor:
    """Return the colour around a picture: that of its corners where they are of one ground, or the usual one."""
    right, bottom = image.width() - 1, image.height() - 1
    corners = [image.pixelColor(x, y) for x in (0, right) for y in (0, bottom)]
    for part in (QColor.red, QColor.green, QColor.blue):
        values = [part(corner) for corner in corners]
        if max(values) - min(values) > _ALIKE:
            return usual
    return corners[0]


def place_in(image: QImage, area: QRectF) -> QRectF:
    """Return where a picture lies in an area: all of it, in its own shape, in the middle."""
    size = QSizeF(image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(area.topLeft(), size)
    place.moveCenter(area.center())
    return place


def paint(painter: QPainter, image: QImage, area: QRectF, usual: QColor, shade: QColor) -> None:
    """Paint a picture on its ground into an area, and over both what a dark look takes of their light."""
    place, ground = place_in(image, area), ground_of(image, usual)
    painter.fillRect(area, ground)
    painter.drawImage(place, image)
    painter.fillRect(place if ground == usual else area, shade)


def fitted(image: QImage, size: tuple[int, int], usual: QColor, shade: QColor) -> QImage:
    """Return a picture on its ground, in exactly so many px: for a place that takes pictures of one shape."""
    made = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paint(painter, image, QRectF(made.rect()), usual, shade)
    painter.end()
    return made


def placed(image: QImage, size: tuple[int, int], scene: QRectF, around: QColor, shade: QColor) -> QImage:
    """Return a picture with round corners, in the middle of a scene, on a plain ground of so many px."""
    made = QImage(*size, QImage.Format.Format_RGB32)
    made.fill(around)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    place, shape = place_in(image, scene), QPainterPath()
    radius = ROUND * scene.height()
    shape.addRoundedRect(place, radius, radius)
    painter.setClipPath(shape)
    painter.drawImage(place, image)
    painter.fillRect(place, shade)
    painter.end()
    return made


# The thread


class Decoder(Worker):
    """Decodes one picture after the other on a thread, which ends when nothing more is wanted."""

    decoded = Signal(object)
    """A Decoded, on the thread of this object."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._wanted: list[tuple[Picture, int]] = []
        self._at: list[tuple[Picture, int]] = []
        """What the thread decodes."""
        self._asked: set[tuple[Picture, int]] = set()
        self._runs = False
        self.decoded.connect(self._on_decoded)

    def is_asked(self, picture: Picture, longest: int) -> bool:
        """Tell whether a picture is on its way."""
        return (picture, longest) in self._asked

    def ask(self, picture: Picture, longest: int) -> None:
        """Have a picture decoded in a size of `STEPS`; what was asked for last comes first."""
        if self.is_asked(picture, longest):
            return
        self._asked.add((picture, longest))
        with self._lock:
            self._wanted.append((picture, longest))
            begins, self._runs = not self._runs, True
        if begins:
            self.begin(self._work, self._on_failed, "picture decoder")

    def finish(self) -> None:
        """Decode no more, and wait for what is being decoded."""
        with self._lock:
            self._wanted.clear()
        super().finish()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._at, self._runs = [], False
                    return
                picture, longest = self._wanted.pop()
                self._at = [(picture, longest)]
            self.decoded.emit(Decoded(picture, longest, decoded(picture, longest)))

    def _on_failed(self, _why: str) -> None:
        """Give up what was wanted, and what it failed at: the pages say it in words then."""
        with self._lock:
            given_up, self._wanted, self._runs = [*self._at, *self._wanted], [], False
        for picture, longest in given_up:
            self.decoded.emit(Decoded(picture, longest, None))

    def _on_decoded(self, found: Decoded) -> None:
        self._asked.discard((found.picture, found.longest))
