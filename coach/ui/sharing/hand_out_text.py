"""The words of a hand-out as they are laid out: paragraphs of a width, as high as they need to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from coach.ui.kit.paper import font_of
from coach.ui.kit.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPagedPaintDevice, QPaintDevice, QPainter, QTextLine

    Device = QPagedPaintDevice | QPaintDevice

ENDLESS = 1e7
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


def margin_of(device: Device) -> float:
    """Return how many units of a device a margin of 1 in a document becomes: Qt goes by the screen there."""

    def height(margin: float) -> float:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(device)
        shape = QTextBlockFormat()
        shape.setTopMargin(margin)
        QTextCursor(document).insertBlock(shape)
        return document.documentLayout().documentSize().height()

    return max(0.001, (height(100) - height(0)) / 100)


class Words:
    """Paragraphs laid out for a device. Lengths are in pt."""

    def __init__(
        self,
        device: Device,
        unit: float,
        width: float,
        paragraphs: Sequence[Paragraph],
        *,
        mirrored: bool,
        margin: float,
    ) -> None:
        """Lay them out; `unit` is a pt in the units of the device, `margin` what `margin_of` says of it."""
        self._unit, self._margin = unit, margin
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.documentLayout().setPaintDevice(device)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(font_of(9))
        option = QTextOption(self._document.defaultTextOption())
        way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(way)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._document.setPageSize(QSizeF(width * unit, ENDLESS))
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for place, paragraph in enumerate(paragraphs):
            self._write(cursor, paragraph, is_first=place == 0)
        cursor.endEditBlock()

    def _write(self, cursor: QTextCursor, paragraph: Paragraph, *, is_first: bool) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(0 if is_first else paragraph.above * self._unit / self._margin)
        if is_first:
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)
        if paragraph.item:
            self._run(cursor, Run("•\N{NO-BREAK SPACE}", paragraph.runs[0].size))
        for run in paragraph.runs:
            self._run(cursor, run)

    def _run(self, cursor: QTextCursor, run: Run) -> None:
        look = QTextCharFormat()
        look.setFont(font_of(run.size, QFont.Weight.DemiBold if run.bold else QFont.Weight.Normal))
        look.setForeground(LIGHT.muted if run.muted else LIGHT.ink)
        cursor.insertText(run.text, look)

    @property
    def height(self) -> float:
        """How high all of it is."""
        return self._document.documentLayout().documentSize().height() / self._unit

    def pieces(self, room: float) -> list[tuple[float, float]]:
        """Return top and height of pieces no higher than the room, cut between two lines; a higher line is one."""
        found: list[tuple[float, float]] = []
        start, end = 0.0, 0.0
        for top, bottom, _line, _at in self._lines():
            if bottom - start > room and end > start:
                found.append((start, end - start))
                start = top
            end = bottom
        return [*found, (start, max(end, self.height) - start)]

    def _lines(self) -> Iterator[tuple[float, float, QTextLine, QPointF]]:
        """Return each line with its top and its bottom, and where its block begins in the units of the painter."""
        block, layout = self._document.begin(), self._document.documentLayout()
        while block.isValid():
            at = layout.blockBoundingRect(block).topLeft()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                top = at.y() + line.y()
                yield top / self._unit, (top + line.height()) / self._unit, line, at
            block = block.next()

    def draw(self, painter: QPainter, at: QPointF, piece: tuple[float, float] | None = None) -> None:
        """Draw all of it, or a piece, with its corner at a place in the units of the painter."""
        painter.save()
        painter.translate(at)
        if piece is None:
            self._document.documentLayout().draw(painter, QAbstractTextDocumentLayout.PaintContext())
        else:
            # Line by line: with a clip Qt draws the line above it too, and who reads the page out reads it twice.
            painter.translate(0, -piece[0] * self._unit)
            for top, bottom, line, of in self._lines():
                if top > piece[0] - HAIR and bottom < sum(piece) + HAIR:
                    line.draw(painter, of)
        painter.restore()
