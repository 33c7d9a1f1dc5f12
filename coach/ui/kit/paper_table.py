"""A table on paper: cells of words, each row as high as its highest cell, with a line below it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QPen

from coach.ui.kit.paper_text import Paragraph, Run
from coach.ui.kit.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter

    from coach.ui.kit.paper_text import Paper, Words

PADDING, BESIDE = 1.0, 4.0
"""Room above and below the words of a cell, and after them, in pt."""
RULE = 0.5
"""How thick the line below a row is, in pt."""


class _Row(NamedTuple):
    """The cells of a row from the side where lines begin, and how high it is, in pt."""

    cells: Sequence[Words]
    height: float


class Table:
    """A table laid out for a device; its first row is its head. Lengths are in pt."""

    def __init__(self, paper: Paper, rows: Sequence[Sequence[str]], shares: Sequence[float], size: float) -> None:
        """Lay it out over the width of the paper; `shares` are those of its columns, `size` is that of its letters."""
        self._paper = paper
        self._widths = [paper.width * share / sum(shares) for share in shares]
        self._rows: list[_Row] = []
        for number, texts in enumerate(rows):
            cells = [
                paper.words(across - BESIDE, [Paragraph([Run(text, size, bold=number == 0, muted=number == 0)])])
                for text, across in zip(texts, self._widths, strict=True)
            ]
            self._rows.append(_Row(cells, max(cell.height for cell in cells) + 2 * PADDING + RULE))

    @property
    def height(self) -> float:
        """How high all of it is."""
        return sum(row.height for row in self._rows)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its upper left corner at a place in the units of the painter."""
        unit, below = self._paper.unit, 0.0
        starts = list(accumulate(self._widths, initial=0.0))
        for row in self._rows:
            for cell, start, across in zip(row.cells, starts, self._widths, strict=False):
                words = across - BESIDE  # at the side where the lines begin
                cell.draw(painter, at + self._paper.corner(start, below + PADDING, words))
            below += row.height
            line = self._paper.area(0, below - RULE / 2, self._paper.width, 0)
            painter.setPen(QPen(LIGHT.line, RULE * unit))
            painter.drawLine(at + line.topLeft(), at + line.topRight())
