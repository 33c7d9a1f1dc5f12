"""Words on paper as they are laid out: paragraphs of a width, as high as they need to be.

Not in a QTextDocument, which connects signals of its own: PySide keeps Python's lock meanwhile, and waits for one of Qt
that the thread of the window may hold while it waits for Python's. Then the program would stand still for good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from coach.ui.kit.paper import font_of, is_mirrored
from coach.ui.kit.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPagedPaintDevice, QPaintDevice, QPainter, QTextLine

    Device = QPagedPaintDevice | QPaintDevice

HAIR = 0.01
"""What is no distance, in pt."""


class Run(NamedTuple):
    """Some words in one look; the size is in pt."""

    text: str
    size: float
    bold: bool = False
    muted: bool = False


class Paragraph(NamedTuple):
    """A paragraph, with room above it in pt; `item` has a bullet before it."""

    runs: Sequence[Run]
    above: float = 3.0
    item: bool = False


class _Line(NamedTuple):
    """A line: its top and its bottom, and where its paragraph begins, all in the units of the painter."""

    top: float
    bottom: float
    line: QTextLine
    above: float


class Words:
    """Paragraphs laid out for a device. Lengths are in pt."""

    def __init__(
        self, device: Device, unit: float, width: float, paragraphs: Sequence[Paragraph], *, mirrored: bool
    ) -> None:
        """Lay them out; `unit` is a pt in the units of the device."""
        self._unit = unit
        self._option = QTextOption()
        way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        self._option.setTextDirection(way)
        self._option.setAlignment(QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft))
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layouts: list[QTextLayout] = []
        """They own their lines."""
        self._lines: list[_Line] = []
        for paragraph in paragraphs:
            self._add(device, width * unit, paragraph)

    def _add(self, device: Device, width: float, paragraph: Paragraph) -> None:
        runs = (
            [Run("•\N{NO-BREAK SPACE}", paragraph.runs[0].size), *paragraph.runs] if paragraph.item else paragraph.runs
        )
        layout = QTextLayout("".join(run.text for run in runs), font_of(9), device)
        layout.setTextOption(self._option)
        layout.setFormats(_formats(runs))
        at = self._lines[-1].bottom + paragraph.above * self._unit if self._lines else 0.0
        below = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(width)
            line.setPosition(QPointF(0, below))
            self._lines.append(_Line(at + below, at + below + line.height(), line, at))
            below += line.height()
        layout.endLayout()
        self._layouts.append(layout)

    @property
    def height(self) -> float:
        """How high all of it is."""
        return self._lines[-1].bottom / self._unit if self._lines else 0.0

    def pieces(self, room: float) -> list[tuple[float, float]]:
        """Return top and height of pieces no higher than the room, cut between two lines; a higher line is one."""
        found: list[tuple[float, float]] = []
        start, end = 0.0, 0.0
        for each in self._lines:
            top, bottom = each.top / self._unit, each.bottom / self._unit
            if bottom - start > room and end > start:
                found.append((start, end - start))
                start = top
            end = bottom
        return [*found, (start, end - start)]

    def draw(self, painter: QPainter, at: QPointF, piece: tuple[float, float] | None = None) -> None:
        """Draw all of it, or a piece, with its corner at a place in the units of the painter."""
        above, height = (0.0, self.height) if piece is None else piece
        first, last = (above - HAIR) * self._unit, (above + height + HAIR) * self._unit
        for each in self._lines:
            if each.top > first and each.bottom < last:
                each.line.draw(painter, at + QPointF(0, each.above - above * self._unit))


class Paper(NamedTuple):
    """What is drawn on: `unit` is a pt in the units of its painter; lengths are in pt, without the margins."""

    device: Device
    unit: float
    width: float
    height: float
    mirrored: bool

    @classmethod
    def of(cls, device: Device, unit: float, width: float, height: float) -> Paper:
        """Return the paper of a device; width and height are in its units."""
        return cls(device, unit, width / unit, height / unit, is_mirrored())

    def words(self, width: float, paragraphs: Sequence[Paragraph]) -> Words:
        """Lay out paragraphs for this paper."""
        return Words(self.device, self.unit, width, paragraphs, mirrored=self.mirrored)

    def area(self, left: float, top: float, width: float, height: float) -> QRectF:
        """Return an area in the units of the painter; `left` is from the side where lines begin."""
        left = self.width - left - width if self.mirrored else left
        return QRectF(left * self.unit, top * self.unit, width * self.unit, height * self.unit)

    def corner(self, left: float, top: float, width: float) -> QPointF:
        """Return the upper left corner of words of that width."""
        return self.area(left, top, width, 0).topLeft()


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for run in runs:
        each = QTextLayout.FormatRange()
        each.start, each.length = start, _units(run.text)
        each.format = _look(run)
        found.append(each)
        start += each.length
    return found


def _units(text: str) -> int:
    """Return how long Qt takes a text to be: letters beyond the first 65,536 count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _look(run: Run) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(font_of(run.size, QFont.Weight.DemiBold if run.bold else QFont.Weight.Normal))
    look.setForeground(LIGHT.muted if run.muted else LIGHT.ink)
    return look
