"""Reads a QR code out of a picture that the person chooses, or that they have copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QKeySequence

from coach.session.own_folders import own_folder
from coach.ui.kit.button_rows import ButtonRows
from coach.ui.kit.file_dialog import file_dialog
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import outdented
from coach.ui.kit.painting import RIM
from coach.ui.sharing.told_page import ToldPage
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coach.ui.kit.theme import Theme


class ReadCodePage(ToldPage):
    """Nothing is kept here: what is read is shown first."""

    file_wanted = Signal(object)
    """The Path of a picture is to be read."""
    paste_wanted = Signal()
    """What is on the clipboard is to be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Read a QR code"))
        self._is_reading = False
        self._line(tr("A photograph of a code on a screen or on paper, or a picture that somebody sent you."))
        self._line(tr("You see what is in it before anything is kept."))
        self.choose = KeyButton(theme, tr("Choose a picture"), look=Look.PRIMARY, icon=LineIcon.IMPORT, height=48)
        self.paste = KeyButton(theme, tr("Take the copied picture"), icon=LineIcon.COPY, height=48)
        self.choose.clicked.connect(self._on_choose)
        self.paste.clicked.connect(self._on_paste)
        self._column.addLayout(outdented(ButtonRows(self.choose, self.paste, together=True), side=RIM, above=0))
        self._column.addWidget(self.news)
        self._heading(tr("If it is not read"))
        self._lines(
            tr("If it is not read"),
            [
                tr("Take the picture from straight above, near and sharp, with all of the code in it."),
                tr("Better than a photograph: ask for the picture that “Save as a picture” makes."),
                tr("Or ask for the routine as a file."),
            ],
        )
        self._column.addStretch(1)

    def show_reading(self, *, is_reading: bool) -> None:
        """Show that a picture is being looked at, or not any more."""
        self._is_reading = is_reading  # a button that is disabled would lose the focus
        if is_reading:
            self.show_told(tr("The picture is being looked at."))

    def _on_choose(self) -> None:
        if self._is_reading:
            return
        filters = [tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp)", tr("All files") + " (*)"]
        pictures = own_folder(QStandardPaths.StandardLocation.PicturesLocation)
        file_dialog(self, tr("Choose a picture"), pictures, filters, self.file_wanted.emit).open()

    def _on_paste(self) -> None:
        if not self._is_reading:
            self.paste_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the copied picture with the keys that paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._on_paste()
        else:
            super().keyPressEvent(event)
