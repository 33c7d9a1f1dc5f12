"""Whom the person can ask: their emergency number and their contact, as rows, where they wrote them down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.chip import IconTile
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class _Row(QWidget):
    """An icon, what it is, and below that the number or the name, as large as what it is worth."""

    def __init__(self, theme: Theme, tile: IconTile, kind: str, value: str, size: float) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(16)
        row.addWidget(tile)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(label(theme, kind, size=14, muted=True))
        words.addWidget(label(theme, value, size=size, weight=600))
        words.addStretch()
        row.addLayout(words, 1)
        self.row = row


def emergency_row(theme: Theme, number: str) -> QWidget:
    """Return the row with the person's emergency number."""
    tile = IconTile(theme, LineIcon.PHONE, warns=True)
    return _Row(theme, tile, tr("Your emergency number"), number, 20)


def divider(theme: Theme) -> QWidget:
    """Return the line between advice and a row."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    line.setLineWidth(theme.tokens.border_px)
    return line


def contact_row(theme: Theme, contact: str, *, in_card: bool = False) -> tuple[QWidget, KeyButton]:
    """Return the row with the person's contact, and the button that opens it; in a card it needs no room aside."""
    made = _Row(theme, IconTile(theme, LineIcon.PERSON), tr("Contact"), contact, 18)
    button = KeyButton(theme, tr("Open"), height=44, size=15)
    button.setAccessibleName(tr("Open the contact: {who}", who=contact))
    made.row.addWidget(button)
    if in_card:
        made.row.setContentsMargins(0, 6, 0, 0)
    return made, button
