"""The hand-out of a routine as it will be on paper, with what prints it and what saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.ui.kit.button_rows import ButtonRows
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import outdented
from coach.ui.kit.painting import RIM
from coach.ui.sharing.sheet_picture import SheetPicture
from coach.ui.sharing.told_page import ToldPage
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from coach.ui.kit.theme import Theme

WIDEST = 620
"""Most width of a page on the screen, in px at 100 %."""


class HandOutPage(ToldPage):
    """Nothing can be printed before the pages are drawn."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme, routine: str) -> None:
        super().__init__(theme, tr("Hand-out: {routine}", routine=routine))
        self._line(tr("The exercises, how often, and when to stop, on paper. It has nothing from your record."))
        self.print_button = KeyButton(theme, tr("Print"), look=Look.PRIMARY, icon=LineIcon.REPORT, height=48)
        self.save = KeyButton(theme, tr("Save as a PDF"), icon=LineIcon.EXPORT, height=48)
        self.print_button.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        self._column.addLayout(outdented(ButtonRows(self.print_button, self.save, together=True), side=RIM, above=0))
        self._column.addWidget(self.news)
        self.sheets: list[SheetPicture] = []
        self.show_told(tr("The pages are being drawn."))
        self._enable(is_ready=False)
        self._column.addStretch(1)

    def _enable(self, *, is_ready: bool) -> None:
        self.print_button.setEnabled(is_ready)
        self.save.setEnabled(is_ready)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show the pages, and let them be printed."""
        self.show_told("")
        for number, page in enumerate(pages, 1):
            name = tr("Page {number} of {count} of the hand-out", number=number, count=len(pages))
            sheet = SheetPicture(self._theme, page, name, widest=WIDEST)
            self.sheets.append(sheet)
            self._column.insertWidget(self._column.count() - 1, sheet)
        self._enable(is_ready=True)
