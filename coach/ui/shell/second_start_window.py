"""The small window of a second start whose first coach does not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from coach.ui.kit.theme import Theme

WIDTH = 520


class Unanswered(QWidget):
    """Says what happened and what to do; its maker closes it once the other coach answers."""

    closed = Signal()
    """The person stops waiting."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(tr("coach is open already"))
        text = tr(
            "It does not answer yet. Please wait: as soon as it does, it comes to the front and this window goes.\n\n"
            "If it stays like this, close the other window of coach, or log out and in again. Perhaps coach is open on"
            " another computer that uses the same folder."
        )
        self.words = label(theme, text, size=16)
        self.close_button = KeyButton(theme, tr("Close"), height=48)
        self.close_button.set_face(tr("Close"), Icon.NONE, Look.PRIMARY)
        self.close_button.setAccessibleDescription(text)  # a screen reader reads what has the focus
        self.close_button.clicked.connect(self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(14)
        column.addWidget(label(theme, tr("coach is open already"), size=22, weight=700))
        column.addWidget(self.words)
        column.addStretch()
        column.addLayout(row)
        self.resize(theme.px(WIDTH), column.totalHeightForWidth(theme.px(WIDTH)))
        self.close_button.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the person has closed it."""
        super().closeEvent(event)
        self.closed.emit()
