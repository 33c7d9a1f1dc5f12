"""A routine as a QR code, large enough to be photographed, with what saves and copies it."""

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
    from PySide6.QtGui import QImage, QResizeEvent

    from coach.ui.kit.theme import Theme

WIDEST = 520
"""Most width of a code on the screen, in px at 100 %."""


AROUND = 32
"""Room above and below it on the screen, in px."""


class CodePage(ToldPage):
    """Shows the code once it is there, or why there is none."""

    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, routine: str) -> None:
        super().__init__(theme, tr("QR code: {routine}", routine=routine))
        self._routine = routine
        self.code: SheetPicture | None = None
        self._line(
            tr(
                "Somebody else takes a picture of it, and coach on their computer reads it: “Read a QR code”, on"
                " the page Routines. It holds this routine, and nothing from your record."
            )
        )
        self.save = KeyButton(theme, tr("Save as a picture"), look=Look.PRIMARY, icon=LineIcon.EXPORT, height=48)
        self.copy = KeyButton(theme, tr("Copy the picture"), icon=LineIcon.COPY, height=48)
        self.save.clicked.connect(self.save_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.buttons = ButtonRows(self.save, self.copy, together=True)
        self.buttons.setEnabled(False)
        self._column.addLayout(outdented(self.buttons, side=RIM, above=0))
        self._column.addWidget(self.news)
        self._column.addStretch(1)

    def show_code(self, code: QImage) -> None:
        """Show a code that has one pixel a module."""
        name = tr("QR code of {routine}", routine=self._routine)
        self.code = SheetPicture(self._theme, code, name, widest=WIDEST, crisp=True)
        self.code.fit(self.height() - AROUND)
        self._column.insertWidget(self._column.count() - 1, self.code)
        self.buttons.setEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the code so small that a camera can see all of it."""
        super().resizeEvent(event)
        if self.code is not None:
            self.code.fit(self.height() - AROUND)

    def show_why_not(self, words: str) -> None:
        """Show why there is no code, in the place of the buttons."""
        self.buttons.hide()
        self.show_told(words)
