"""After a session: how the back feels now, and what was done, side by side, without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.after.after_card import AfterCard
from coach.ui.after.done_table import DoneTable
from coach.ui.kit.card import Card
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading
from coach.ui.kit.line_list import Lines, outdented
from coach.ui.kit.note_box import NoteBox
from coach.ui.kit.painting import RIM
from coach.ui.kit.scroll_page import column_of, scrolling_column
from coach.words import safety_messages
from coach.words.catalogue import tr, tr_in, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.ledger import Row
    from coach.core.routine import Routine
    from coach.ui.kit.theme import Theme


class ClosingPage(QWidget):
    """Asks how the back feels and shows the table of what was really done; `bar` holds the way out."""

    close_wanted = Signal()
    signs_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = scrolling_column(self, theme, tr("After the session"))
        column.setSpacing(20)
        self.after = AfterCard(theme)
        self.title = self.after.title
        column.addWidget(self.after)
        self.after.advised.connect(self._on_advised)
        self.because = KeyButton(theme, translated(safety_messages.ASK_BECAUSE), height=44)
        self.because.setAccessibleDescription(tr("Press if yes."))
        card = Card(theme)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 22, 32, 22)
        inside.setSpacing(10)
        inside.addWidget(heading(theme, tr("What you did")))
        self._table = QWidget()
        inside.addWidget(self._table)
        self._inside = inside
        self.note = NoteBox(theme)
        inside.addLayout(outdented(self.note, side=RIM, above=0))
        help_ = Lines(theme, tr("If it does not help"))
        help_.add(translated(safety_messages.M_BOOK), size=17, muted=True)
        inside.addLayout(outdented(help_))
        column.addWidget(card)
        column.addStretch()
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(19, 14, 19, 14)
        self.signs = KeyButton(theme, tr("Signs that need help"), look=Look.LINK)
        self.signs.clicked.connect(self.signs_wanted)
        row.addWidget(self.signs)
        row.addWidget(self.because)
        row.addStretch()
        self.done = KeyButton(
            theme, tr_in("a button that leaves the last page", "Done"), key=tr("Enter"), look=Look.PRIMARY, size=18
        )
        self.done.setMinimumWidth(200)
        self.done.clicked.connect(self.close_wanted)
        row.addWidget(self.done)
        for part in (self, self.bar):
            part.installEventFilter(self)

    def show_result(
        self, routine: Routine, rows: Sequence[Row], *, finished: bool, enough: bool, before: int | None = None
    ) -> str:
        """Show what was done of this routine; return the title, to be said aloud.

        `finished` is a session that went on to its last block, `enough` half or more of its work.
        """
        title = tr("Ended for now")
        if enough:
            title = tr("All done") if finished else tr("Done for now")
        self.after.ask(title, before)
        self.note.clear()
        self.because.setVisible(not finished or not enough)
        table = DoneTable(self._theme, routine, rows)
        self._inside.replaceWidget(self._table, table)
        self._table.deleteLater()
        self._table = table
        return title

    def settle(self) -> None:
        """Begin at the top, with the focus on the way out."""
        self.done.setFocus()
        column_of(self).to_top()  # not sooner: the page scrolls to what had the focus when it showed the last time

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space press the control that was chosen; where none was, it is for whoever rests on the floor still."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus = self.window().focusWidget()
            if event.key() == Qt.Key.Key_Space and isinstance(focus, QAbstractButton) and focus is not self.done:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _on_advised(self, _words: str) -> None:
        """Scroll to the advice and the signs below it: in a small window they are below what shows."""
        after = self.after
        column_of(self).bring(after.advice, after.signs if after.signs.isVisible() else None)

    def go(self) -> None:
        """Do what Space does here: nothing, the session is over."""
