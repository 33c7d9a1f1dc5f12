"""A field of several lines, one action a line, in which {side} stands on a ground of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStyle

from coach.ui.editor.undone_by_page import UndoneByPage
from coach.ui.kit.fields import CORNER, frame_as_field
from coach.ui.kit.painting import RIM, panel
from coach.ui.kit.style import WRONG

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextDocument

    from coach.ui.kit.theme import Theme

INSET, ABOVE = 14, 9
"""Room beside the words, and above and below them, in px at 100 %."""
OUT, RADIUS = 5, 6
"""How far the ground of a mark goes beyond its letters, and the radius of its corners, in px."""

MARKS = re.compile(r"\{(?:[Ss]ide|[Oo]ther|[^{}|]*\|[^{}|]*)\}")
"""Finds what becomes other words by side."""


class _Marks(QSyntaxHighlighter):
    """Has the letters of marks bold."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._before, self._bold, self._last = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        for form in (self._bold, self._last):
            form.setFontWeight(QFont.Weight.DemiBold)
        for form in (self._before, self._last):  # room for the ground: a letter has it after itself
            form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            form.setFontLetterSpacing(OUT)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's
        """Find the marks of a line."""
        for mark in MARKS.finditer(text):
            if mark.start():
                self.setFormat(mark.start() - 1, 1, self._before)
            self.setFormat(mark.start(), mark.end() - mark.start() - 1, self._bold)
            self.setFormat(mark.end() - 1, 1, self._last)


class LinesField(UndoneByPage, QPlainTextEdit):
    """As high as its words need. Tab leads on, Return begins a line, and nothing scrolls in it."""

    inset = RIM
    """Distance of its edge from that of the widget, in px."""

    def __init__(self, theme: Theme, name: str, least: int = 1) -> None:
        """`least` is the number of lines there is room for at first."""
        super().__init__()
        self._theme, self._least = theme, least
        theme.dress(self, 16)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # that of the editor is for all fields
        frame_as_field(self)
        self.document().setDocumentMargin(0)
        self._begin_where_reading_does()
        self._marks = _Marks(self.document())
        for side in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            side(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        theme.changed.connect(self.viewport().update)
        self.fit()

    def _begin_where_reading_does(self) -> None:
        """Have lines begin at the side where the page does, whichever language they are written in."""
        option = self.document().defaultTextOption()
        option.setAlignment(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft))
        self.document().setDefaultTextOption(option)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._begin_where_reading_does()

    def show_wrong(self, *, wrong: bool) -> None:
        """Show by its edge whether the lines cannot be taken."""
        if bool(self.property(WRONG)) != wrong:
            self.setProperty(WRONG, wrong)
            self.update()

    def fit(self, _size: object = None) -> None:
        """Become as high as the words."""
        px = self._theme.px
        beside, above = px(INSET) - CORNER, px(ABOVE) - CORNER
        self.setViewportMargins(beside, max(0, above), beside, max(0, above))
        self.updateGeometry()

    def follow_text(self) -> None:
        """Fit another text size."""
        self.fit()

    def sizeHint(self) -> QSize:
        """Return room for all lines, and for the ring."""
        lines = max(self._least, round(self.document().size().height()))
        words = lines * self.fontMetrics().lineSpacing()
        return QSize(240, max(44, words + 2 * max(CORNER, self._theme.px(ABOVE))) + 2 * RIM)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: it does not shrink below its words."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew: at another width words wrap elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of the marks, then the words."""
        t = self._theme.tokens
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.edge, 1) if t.is_high_contrast else None
        block = self.firstVisibleBlock()
        while block.isValid() and block.isVisible():
            lines, area = block.layout(), self.blockBoundingGeometry(block).translated(self.contentOffset())
            for mark in MARKS.finditer(block.text()):
                line = lines.lineForTextPosition(mark.start())
                if not line.isValid():
                    continue
                begin, end = (_x(line.cursorToX(place)) for place in (mark.start(), mark.end()))
                if lines.lineForTextPosition(mark.end() - 1).lineNumber() != line.lineNumber():
                    continue
                top = area.top() + line.y()
                ground = QRectF(area.left() + min(begin, end) - OUT, top + 1, abs(end - begin) + OUT, line.height() - 2)
                panel(painter, ground, t.brand_soft, edge, RADIUS)
            block = block.next()
        painter.end()
        super().paintEvent(event)


def _x(place: object) -> float:
    """Return where a letter is; PySide returns the place in the text as well."""
    return float(place[0]) if isinstance(place, tuple) else float(place)  # type: ignore[arg-type]
