"""The table of what was really done of each exercise, without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.ui.kit.label import label
from coach.words import basics
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.ledger import Row
    from coach.core.routine import Routine
    from coach.ui.kit.theme import Theme


class DoneTable(QWidget):
    """One row for each exercise: its name, right and left, and the time spent in it."""

    def __init__(self, theme: Theme, routine: Routine, rows: Sequence[Row]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 5)
        for number, row in enumerate(rows):
            grid.addWidget(label(theme, routine.exercises[row.position].name, size=17), 2 * number, 0)
            grid.addWidget(label(theme, self._how(row), size=16, muted=True), 2 * number, 1)
            time = label(theme, basics.duration(row.total_ms), size=17, weight=600, wrap=False, tabular=True)
            grid.addWidget(time, 2 * number, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Line(theme), 2 * number + 1, 0, 1, 3)

    def _how(self, row: Row) -> str:
        if not row.total_ms:
            return tr("not done") if not row.blocks_done else ""
        parts = [basics.time_on_side(side, spent_ms) for side, spent_ms in row.by_side_ms if side is not None]
        if row.blocks_done < row.blocks_planned:
            parts.append(tr("{done} of {planned}", done=row.blocks_done, planned=row.blocks_planned))
        return basics.dotted(parts)


class Line(QWidget):
    """A thin line between two rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Mid)
        self.setFixedHeight(theme.tokens.border_px)
