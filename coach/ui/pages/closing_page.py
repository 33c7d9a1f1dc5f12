"""After a session: what was done, side by side, without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.core import messages
from coach.ui import wording
from coach.ui.pages.page import scrolling_column
from coach.ui.widgets.card import Card
from coach.ui.widgets.key_button import KeyButton, Look
from coach.ui.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.ledger import Row
    from coach.core.routine import Routine
    from coach.ui.theme import Theme


class ClosingPage(QWidget):
    """Shows how the session closed and the table of what was really done; `bar` holds the way out."""

    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = scrolling_column(self, theme, self.tr("After the session"))
        column.setSpacing(20)
        top = Card(theme, raised=True)
        words = QVBoxLayout(top)
        words.setContentsMargins(32, 26, 32, 26)
        words.setSpacing(10)
        self.title = label(theme, size=32, weight=700)
        words.addWidget(self.title)
        words.addWidget(label(theme, wording.message(messages.M_DONE), size=18))
        column.addWidget(top)
        card = Card(theme)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 22, 32, 22)
        inside.setSpacing(10)
        inside.addWidget(label(theme, self.tr("What you did"), size=19, weight=700))
        self._table = QWidget()
        inside.addWidget(self._table)
        self._inside = inside
        inside.addWidget(label(theme, wording.message(messages.M_BOOK), size=17, muted=True))
        column.addWidget(card)
        column.addStretch()
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(19, 14, 19, 14)
        row.addStretch()
        self.done = KeyButton(theme, self.tr("Done"), key=self.tr("Enter"), look=Look.PRIMARY, size=18)
        self.done.setMinimumWidth(200)
        self.done.clicked.connect(self.close_wanted)
        row.addWidget(self.done)

    def show_result(self, routine: Routine, rows: Sequence[Row], *, finished: bool) -> str:
        """Show what was done of this routine; return the title, to be said aloud."""
        title = self.tr("All done") if finished else self.tr("Ended for now")
        self.title.setText(title)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 5)
        for number, row in enumerate(rows):
            line = Line(self._theme)
            grid.addWidget(label(self._theme, routine.exercises[row.position].name, size=17), 2 * number, 0)
            grid.addWidget(label(self._theme, self._how(row), size=16, muted=True), 2 * number, 1)
            time = label(self._theme, wording.clock(row.total_ms), size=17, weight=600, wrap=False, tabular=True)
            grid.addWidget(time, 2 * number, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(line, 2 * number + 1, 0, 1, 3)
        self._inside.replaceWidget(self._table, table)
        self._table.deleteLater()
        self._table = table
        return title

    def _how(self, row: Row) -> str:
        if not row.total_ms:
            return self.tr("skipped") if not row.blocks_done else ""
        parts = [
            self.tr("{side} {seconds} s").format(side=wording.side_word(side), seconds=spent_ms // 1000)
            for side, spent_ms in row.by_side_ms
            if side is not None
        ]
        if row.blocks_done < row.blocks_planned:
            parts.append(self.tr("{done} of {planned}").format(done=row.blocks_done, planned=row.blocks_planned))
        return " · ".join(parts)

    def go(self) -> None:
        """Do what Space does here: nothing, the session is over."""


class Line(QWidget):
    """A thin line between two rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Mid)
        self.setFixedHeight(theme.tokens.border_px)
