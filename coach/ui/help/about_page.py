"""What coach is, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from coach import __version__
from coach.core import messages
from coach.ui.kit.text_page import TextPage
from coach.words import basics

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class AboutPage(TextPage):
    """What the program is, and what it is not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QCoreApplication.translate("AboutPage", "About coach"))
        version = QCoreApplication.translate("AboutPage", "Version {version}").format(version=__version__)
        licence = QCoreApplication.translate(
            "AboutPage", "MIT licence. The typeface is Inter, under the SIL Open Font License 1.1."
        )
        told = [basics.message(text) for text in (messages.M_FOR, messages.M_NOTDEVICE, messages.M_BOOK)]
        self._lines(self.title.text(), [version, *told, licence])
        self._column.addStretch()
