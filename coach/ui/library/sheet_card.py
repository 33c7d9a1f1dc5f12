"""Where somebody with a sheet of paper from their physiotherapist begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from coach.ui.kit.card import DashedCard
from coach.ui.kit.chip import IconTile
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.reading import along
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class SheetCard(DashedCard):
    """Says that a routine can be made, dropped as a file, or read from a QR code where somebody does that."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, quiet=True)
        self.title = heading(theme, tr("Got a sheet from your physiotherapist?"), size=16, weight=600)
        lead = tr(
            "Build it here, or drop a routine file on this window. coach tells you if something in it does not fit."
        )
        self.read_code = KeyButton(theme, tr("Read a QR code"), look=Look.LINK, height=44, size=14)
        self.read_code.hide()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(label(theme, lead, size=14, muted=True))
        words.addStretch()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(along(22, 16, 22, 16))
        row.setSpacing(16)
        row.addWidget(IconTile(theme, LineIcon.IMPORT), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.read_code, 0, Qt.AlignmentFlag.AlignVCenter)
