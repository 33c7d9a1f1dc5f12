"""A file that does not fit yet: each place, what is wrong there, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.list_rows import RowCard
from coach.ui.kit.marks import GROUP
from coach.ui.kit.reading import along
from coach.ui.library.file_page import FilePage
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme
    from coach.ui.library.shown import ShownFault

SIDE = 28
"""Side of the number of a row, in px at 100 %."""
FEW = 4
"""So many rows leave the answers in sight below them."""


class UnfitPage(FilePage):
    """Nothing of the file is kept, and everything else is as it was."""

    again_wanted = Signal()
    """The person has changed the file."""
    other_wanted = Signal()
    """The person wants to choose another file."""
    said = Signal(str)
    """News for a screen reader."""

    def __init__(self, theme: Theme, file: str, faults: Sequence[ShownFault]) -> None:
        super().__init__(theme, tr("{file} does not fit yet", file=file))
        self._faults = tuple(faults)
        self.again = KeyButton(theme, tr("Look at the file again"), look=Look.PRIMARY, size=18, icon=LineIcon.AGAIN)
        self.again.clicked.connect(self.again_wanted)
        self.copy = KeyButton(theme, tr("Copy the list"), size=18, icon=LineIcon.COPY)
        self.copy.clicked.connect(self._on_copy)
        self.other = KeyButton(theme, tr("Choose another file"), size=18)
        self.other.clicked.connect(self.other_wanted)
        lead = plural(
            "One thing needs a change. Your own routines are as they were.",
            "{number} things need a change. Your own routines are as they were.",
            len(faults),
        )
        rows = RowCard(theme, *(_Row(theme, number, fault) for number, fault in enumerate(faults, 1)))
        self._fill(lead, [rows], [self.again, self.copy, self.other], answers_first=len(faults) > FEW)

    def _on_copy(self) -> None:
        lines = [self.title.text(), *(f"{fault.place}: {fault.words}" for fault in self._faults)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit(tr("The list is copied."))


class _Row(QWidget):
    """A number, the place, and below it what is wrong and would be right."""

    def __init__(self, theme: Theme, number: int, fault: ShownFault) -> None:
        super().__init__()
        self.setObjectName(GROUP)
        self.setAccessibleName(fault.place)
        theme.give(self, least_height=68)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        words.addWidget(label(theme, fault.place, size=16, weight=600))
        words.addWidget(label(theme, fault.words, size=14, muted=True))
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(along(22, 10, 22, 10))
        row.setSpacing(16)
        row.addWidget(_Number(theme, number), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)


class _Number(QWidget):
    """The number of a row, on a round ground."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self._number = theme, number
        theme.give(self, width=SIDE, height=SIDE)

    def sizeHint(self) -> QSize:
        """Return its side."""
        return QSize(self._theme.px(SIDE), self._theme.px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and number."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(t.ink if t.is_high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(t.prepare_soft)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawEllipse(area)
        painter.setPen(t.prepare)
        painter.setFont(self._theme.font(15, 700))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))
