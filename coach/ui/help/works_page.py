"""What works here and what does not, with what helps, and a copy of it for whoever is asked for help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.kit.button_rows import ButtonRows
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.text_page import TextPage
from coach.ui.kit.tile_card import TileCard
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.core.findings import Group, Report
    from coach.ui.kit.theme import Theme

_ICONS = {"needed": LineIcon.WARNING, "extra": LineIcon.ASK, "works": LineIcon.TICK}


class WorksPage(TextPage):
    """Shows a report once there is one; until then that it is looked."""

    _widest = 720
    """Lines that are read in one go are short."""
    wanted = Signal()
    """All of it is to be looked at, again."""
    said = Signal(str)
    """News of this page: what the looks came to, or that the report is on the clipboard."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("What works here"))
        self.report: Report | None = None
        self.summary = label(theme, size=17, weight=600)
        self._column.addWidget(self.summary)
        self.again = KeyButton(theme, tr("Look again"), height=44)
        self.copy = KeyButton(theme, tr("Copy for a report"), height=44)
        self._column.addLayout(outdented(ButtonRows(self.again, self.copy, together=True), side=RIM, above=0))
        copied = tr("The copy has what is shown here and the last lines of the log, and nothing that you wrote or did.")
        self._column.addWidget(label(theme, copied, size=15, muted=True))
        self._cards = QWidget()
        self._column.addWidget(self._cards)
        self._column.addStretch()
        self.again.clicked.connect(self._on_again)
        self.copy.clicked.connect(self._on_copy)
        self._wait()

    def show_report(self, report: Report) -> None:
        """Show what was found."""
        self.report = report
        self.summary.setText(report.summary)
        for button in (self.again, self.copy):
            button.setEnabled(True)
        self._show([_card(self._theme, group) for group in report.groups()])
        self.said.emit(report.summary)

    def _wait(self) -> None:
        self.report = None
        self.summary.setText(tr("Looking. That takes some seconds."))
        for button in (self.again, self.copy):
            button.setEnabled(False)
        self._show([])

    def _show(self, cards: list[TileCard]) -> None:
        before, self._cards = self._cards, QWidget()
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in cards:
            column.addWidget(card)
        self._column.replaceWidget(before, self._cards)
        before.hide()
        before.deleteLater()

    def _on_again(self) -> None:
        self.title.setFocus()  # the button is about to rest
        self._wait()
        self.wanted.emit()

    def _on_copy(self) -> None:
        if self.report is not None:
            QGuiApplication.clipboard().setText(self.report.text())
            self.said.emit(tr("The report is copied."))


def _card(theme: Theme, group: Group) -> TileCard:
    lines = ["\n".join(filter(None, (found.line, found.remedy))) for found in group.findings]
    return TileCard(theme, _ICONS[group.kind], group.title, items=lines, warns=group.kind == "needed")
