"""Words whose first sentence is bold, laid out for a width: for labels that paint them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

BOLD = 600
_END = re.compile(r"[.!?](?=\s)|[。！？]")


def led(label: QLabel, width: float) -> tuple[QTextLayout, QPointF]:
    """Return the words of a label at a width, and how far they reach to the right and down, in px.

    Where the end of a sentence cannot be told nothing is bold.
    """
    text, direction = label.text(), label.layoutDirection()
    found = _END.search(text)
    bold = QTextCharFormat()
    bold.setFontWeight(BOLD)
    lead = QTextLayout.FormatRange()
    lead.start, lead.length, lead.format = 0, found.end() if found else 0, bold
    layout = QTextLayout(text, label.font())
    option = QTextOption()
    option.setTextDirection(direction)
    option.setAlignment(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft))
    layout.setTextOption(option)
    layout.setFormats([lead])
    layout.beginLayout()
    right = down = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, down))
        down += line.height()
        right = max(right, line.naturalTextWidth())
    layout.endLayout()
    return layout, QPointF(right, down)
