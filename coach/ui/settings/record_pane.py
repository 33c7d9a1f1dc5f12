"""What there is of the record, and what can be done with it: taken along as files, or deleted after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.store.paths import in_words
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.settings.pane import Pane
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from coach.session.preferences import Preferences
    from coach.ui.kit.theme import Theme


class _Question(QWidget):
    """Asked in place of the row, with the focus on the answer that changes nothing; Esc gives that one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(GROUP)
        words = tr("Delete all sessions, numbers and notes? This cannot be undone.")
        self.setAccessibleName(words)
        self.keep = KeyButton(theme, tr("Keep them"), height=44, size=15)
        self.delete = KeyButton(theme, tr("Delete everything"), height=44, size=15)
        for button in (self.keep, self.delete):
            button.setAccessibleDescription(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - RIM, 14, 24 - RIM, 14 - RIM)
        column.setSpacing(6)
        asked = label(theme, words, size=16, weight=600)
        asked.setContentsMargins(RIM, 0, RIM, 0)
        column.addWidget(asked)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(self.keep)
        row.addWidget(self.delete)
        row.addStretch()
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep all with Esc; in a session Esc never arrives here, it stops for pain."""
        if event.key() == Qt.Key.Key_Escape:
            self.keep.click()
        else:
            super().keyPressEvent(event)


class RecordPane(Pane):
    """Requests are signals; what came of them is shown below the group, whichever shows then."""

    folder_wanted = Signal()
    report_wanted = Signal()
    export_wanted = Signal()
    delete_wanted = Signal()
    """The person has said yes to the question."""

    def __init__(self, theme: Theme, preferences: Preferences, folder: Path) -> None:
        super().__init__(theme, preferences, tr("Your record"))
        self.section()
        where = tr("On this computer only, in {folder}.", folder=in_words(folder))
        open_folder = self.button(tr("Where it is"), where, tr("Open the folder"))
        open_folder.clicked.connect(self.folder_wanted)
        self.sessions = label(theme, size=16, weight=600, wrap=False)
        self._contents = self.row(tr("What is in it"), tr("Nothing leaves the computer."), self.sessions)
        self.section(tr("Take it with you"))
        help_ = tr("Days, times, your numbers, your notes.")
        self.report = self.button(tr("Report for a health professional"), help_, tr("Make a PDF"), LineIcon.BOOK)
        self.report.clicked.connect(self.report_wanted)
        help_ = tr("CSV, JSON and FHIR, into your documents folder.")
        self.export = self.button(tr("Everything as files"), help_, tr("Export"), LineIcon.EXPORT)
        self.export.clicked.connect(self.export_wanted)
        self.section()
        help_ = tr("Sessions, numbers and notes. It asks once more, and cannot be undone.")
        self.delete = self.button(tr("Delete everything"), help_, tr("Delete…"), LineIcon.DELETE)
        self.delete.clicked.connect(lambda: self._ask(asking=True))
        self._delete_row = self.delete.parentWidget()
        self.question = _Question(theme)
        self.question.hide()
        if self._card is not None:
            self._card.add(self.question)
        self.question.keep.clicked.connect(lambda: self._ask(asking=False))
        self.question.delete.clicked.connect(self._on_delete)

    def _ask(self, *, asking: bool) -> None:
        self.question.setVisible(asking)
        if self._delete_row is not None:
            self._delete_row.setVisible(not asking)
        (self.question.keep if asking else self.delete).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_delete(self) -> None:
        self._ask(asking=False)
        self.delete_wanted.emit()

    def show_contents(self, sessions: int, first_day: str) -> None:
        """Show how many sessions there are, and since which day, in words; an empty day where there is none."""
        self.sessions.setText(plural("{number} session", "{number} sessions", sessions))
        self._contents.second_line.setText(
            tr("Since {day}. Nothing leaves the computer.", day=first_day)
            if first_day
            else tr("Nothing leaves the computer.")
        )
